"""Ecological screens: the high rim of the county as elongated areas, or its ridges as lines."""

from __future__ import annotations

import numpy as np
import shapely

from .ground import POLYGON, Missing, Proposal
from .proposals_sketch import Sketch
from .rim import Rim, height_of_rim, high_stretches, rim_of_places, screen_area, screen_line

#: Places at which the terrain is asked for its mean: enough for a county.
SAMPLES = 4000
#: Share of the county's radius within which a peak belongs to a screen.
NEAR = 0.12
SUMMIT = "主峰"  #: what the name of a range does not have
RESERVE_SHARE = 0.1  #: of its area that a reserve lies in a screen for being named


def propose_screens(one: Missing, sketch: Sketch) -> list[Proposal]:
    """Screens along the highest stretches of the rim; ridges drawn by the planner first where lines are wanted."""
    wanted = one.count if one.count is not None else max(one.least, 2)
    if one.geometry != POLYGON and sketch.ground.ridges is not None and len(sketch.ground.ridges):
        return _ridges(one, sketch, wanted)
    rim, key = _rim(sketch)
    if rim is None:
        sketch.lacks(one, 0, "no_heights")
        return []
    stretches = high_stretches(rim, wanted + len(sketch.drawn_lines("screen")))
    found = []
    for stretch in stretches:
        area = screen_area(rim, stretch, sketch.boundary, sketch.reach)
        shape = area if one.geometry == POLYGON else screen_line(rim, stretch, sketch.reach)
        if any(shapely.intersects(area, other) for other in sketch.drawn_lines("screen")) or len(found) == wanted:
            continue
        peaks = _peaks_in(area, sketch)
        values = {
            "noun": "screen",
            "km": rim.step * len(stretch.places) / 1000,
            "height": stretch.height,
            "county_height": _mean_height(sketch),
            "peaks": peaks,
            "reserves": _reserves_in(area, sketch),
            "side": side_of(shapely.centroid(area), sketch),
        }
        name = peaks[0].removesuffix(SUMMIT) if peaks else ""
        found.append(Proposal(one.order, name, shape, one.rank, key, values))
    if len(found) < wanted and one.count is not None:
        sketch.lacks(one, len(found), "rim_too_even")
    return found


def _rim(sketch: Sketch) -> tuple[Rim | None, str]:
    boundary, ground = sketch.boundary, sketch.ground
    if boundary is None:
        return None, ""
    if ground.dem is not None:
        return height_of_rim(boundary, ground.dem, sketch.reach), "high_rim"
    peaks, reserves = ground.peaks, ground.reserves
    points, weight = np.empty((0, 2)), np.empty(0)
    if peaks is not None and len(peaks):
        points = shapely.get_coordinates(peaks.geometry.to_numpy())
        height = peaks["height"].to_numpy(dtype=float) if "height" in peaks else np.full(len(peaks), np.nan)
        known = np.isfinite(height)
        weight = np.where(known, height, height[known].mean() if known.any() else 1.0)
        weight = weight / weight.max()
    areas = np.empty(0, dtype=object) if reserves is None else reserves.geometry.to_numpy()
    if not len(points) and not len(areas):
        return None, ""
    return rim_of_places(boundary, points, weight, areas, sketch.reach), "rim_of_peaks"


def _ridges(one: Missing, sketch: Sketch, wanted: int) -> list[Proposal]:
    ridges = sketch.ground.ridges
    order = np.argsort(-ridges.geometry.length.to_numpy(), kind="stable")[:wanted]
    if len(order) < wanted:
        sketch.lacks(one, len(order), "ridges_used_up", ridges=len(ridges))
    found = []
    for row in ridges.iloc[order].itertuples():
        name = str(getattr(row, "name", "") or "")
        values = {"noun": "screen", "ridge": name, "km": row.geometry.length / 1000}
        found.append(Proposal(one.order, name, row.geometry, one.rank, "ridge", values))
    return found


def _peaks_in(area, sketch: Sketch) -> list[str]:
    """Peaks in or beside a screen, the highest first."""
    peaks = sketch.ground.peaks
    if peaks is None or not len(peaks):
        return []
    near = peaks[shapely.distance(peaks.geometry.to_numpy(), area) <= NEAR * sketch.reach]
    if "height" in near:
        near = near.sort_values("height", ascending=False, kind="stable")
    return [str(name) for name in near["name"] if name]


def _reserves_in(area, sketch: Sketch) -> list[str]:
    """Reserves of which a good part lies in a screen."""
    reserves = sketch.ground.reserves
    if reserves is None or not len(reserves):
        return []
    shapes = reserves.geometry.to_numpy()
    inside = shapely.area(shapely.intersection(shapes, area)) > RESERVE_SHARE * np.maximum(shapely.area(shapes), 1e-9)
    return list(dict.fromkeys(str(name) for name in reserves["name"][inside] if name))


def _mean_height(sketch: Sketch) -> float:
    """Mean height of the county, from places spread over it; NaN without a terrain model."""
    dem = sketch.ground.dem
    if dem is None:
        return float("nan")
    west, south, east, north = shapely.bounds(sketch.boundary)
    across = int(np.sqrt(SAMPLES))
    x, y = np.meshgrid(np.linspace(west, east, across), np.linspace(south, north, across))
    xy = np.column_stack([x.ravel(), y.ravel()])
    shapely.prepare(sketch.boundary)
    height = dem.sample(xy[shapely.contains_xy(sketch.boundary, xy)])
    return float(np.nanmean(height)) if np.isfinite(height).any() else float("nan")


def side_of(point, sketch: Sketch) -> str:
    """Where a point lies as seen from the middle of the county: one of eight directions, n, ne, e …"""
    middle = shapely.centroid(sketch.boundary)
    angle = np.degrees(np.arctan2(point.x - middle.x, point.y - middle.y)) % 360
    return ("n", "ne", "e", "se", "s", "sw", "w", "nw")[int((angle + 22.5) // 45) % 8]


