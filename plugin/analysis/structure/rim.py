"""The rim of a county: how high the ground is along its border, and the stretches where it stands up as a screen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.ndimage import gaussian_filter1d

from ..grid import Grid

STEP = 250.0  #: metres between two places on the rim
#: Breadth of a screen as a share of the county's radius, and what smooths the rim's height along it.
BREADTH, CALM = 0.28, 0.22
RAYS = 4  #: places inwards from the border at which the ground is asked
#: Shares of the rim: the least length of a first screen and of another, the longest screen, the gap that joins two
#: stretches and keeps two screens apart.
LEAST, LEAST_OF_MANY, LONGEST, GAP = 0.10, 0.06, 0.33, 0.04
LOW, RISE = 0.25, 0.4  #: what another screen rises above the low quarter of the rim, as a share of what the first does
LEVELS = np.linspace(0.40, 0.97, 58)  #: quantiles of height that are tried, low ones first


@dataclass(frozen=True)
class Rim:
    """Places along the border (n, 2), the way inwards from each (n, 2), what stands there (n,) as a number without a
    unit or a height in metres, and the length of a step in metres.
    """

    xy: np.ndarray
    inwards: np.ndarray
    height: np.ndarray
    step: float

    @property
    def length(self) -> float:
        return self.step * len(self.xy)


@dataclass(frozen=True)
class Stretch:
    """A stretch of the rim: its places in order (k,), the mean height on it and the prominence over the threshold."""

    places: np.ndarray
    height: float
    prominence: float


def rim_places(boundary, radius: float) -> tuple[np.ndarray, np.ndarray, float]:
    """Places along the outer border of the largest part, the unit way inwards, and the metres between them. The border
    is calmed before the way inwards is taken, so that it does not turn with every bend.
    """
    largest = max(shapely.get_parts(boundary), key=shapely.area)
    border = shapely.get_exterior_ring(largest)
    count = max(int(border.length / STEP), 40)
    xy = shapely.get_coordinates(shapely.line_interpolate_point(border, np.arange(count) / count * border.length))
    calm = gaussian_filter1d(xy, 0.15 * radius / (border.length / count), axis=0, mode="wrap")
    along = np.roll(calm, -1, axis=0) - np.roll(calm, 1, axis=0)
    inwards = np.column_stack([-along[:, 1], along[:, 0]]) / np.maximum(np.hypot(*along.T), 1e-9)[:, None]
    if not shapely.is_ccw(border):
        inwards = -inwards
    return xy, inwards, border.length / count


def height_of_rim(boundary, dem: Grid, radius: float) -> Rim:
    """Mean height of the ground in the strip along the border, calmed along the rim."""
    xy, inwards, step = rim_places(boundary, radius)
    depth = (np.arange(RAYS) + 0.5) / RAYS * BREADTH * radius
    asked = (xy[:, None, :] + inwards[:, None, :] * depth[None, :, None]).reshape(-1, 2)
    height = dem.sample(asked).reshape(len(xy), RAYS)
    known = np.isfinite(height)
    mean = np.where(known, height, 0.0).sum(axis=1) / np.maximum(known.sum(axis=1), 1)
    mean = np.where(known.any(axis=1), mean, np.nan)
    mean = np.where(np.isfinite(mean), mean, np.nanmean(mean) if np.isfinite(mean).any() else 0.0)
    return Rim(xy, inwards, gaussian_filter1d(mean, CALM * radius / step, mode="wrap"), step)


def rim_of_places(boundary, points: np.ndarray, weight: np.ndarray, areas: np.ndarray, radius: float) -> Rim:
    """Without a terrain model: how near peaks (k, 2) of some ``weight`` and protected ``areas`` are to the rim."""
    xy, inwards, step = rim_places(boundary, radius)
    middle = xy + inwards * BREADTH * radius / 2
    value = np.zeros(len(xy))
    for place, heavy in zip(points, weight):
        value += heavy * np.exp(-0.5 * (np.hypot(*(middle - place).T) / (BREADTH * radius)) ** 2)
    if len(areas):
        apart = shapely.distance(shapely.points(middle), shapely.union_all(areas))
        value += np.exp(-0.5 * (apart / (BREADTH * radius / 2)) ** 2)
    return Rim(xy, inwards, gaussian_filter1d(value, CALM * radius / step, mode="wrap"), step)


def high_stretches(rim: Rim, count: int) -> list[Stretch]:
    """The ``count`` most prominent stretches, one after the other and apart; fewer when the rim does not stand up so
    often: each rises above the low quarter of the rim by at least a share of what the first does.
    """
    found: list[Stretch] = []
    free = np.ones(len(rim.xy), dtype=bool)
    beside = int(GAP * len(rim.xy))
    low = np.quantile(rim.height, LOW)
    while len(found) < count and free.any():
        best = _longest_stretch(rim, np.where(free, rim.height, -np.inf), LEAST_OF_MANY if found else LEAST)
        if best is None or (found and best.height - low < RISE * (found[0].height - low)):
            break
        found.append(best)
        free[(best.places[0] - beside + np.arange(len(best.places) + 2 * beside)) % len(free)] = False
    return found


def _longest_stretch(rim: Rim, height: np.ndarray, least: float) -> Stretch | None:
    """The best stretch above the lowest threshold under which it is not too long."""
    for level in LEVELS:
        runs = _runs(rim, height, float(np.quantile(height[np.isfinite(height)], level)), least)
        if runs and len(runs[0].places) <= LONGEST * len(rim.xy):
            return runs[0]
    return None


def _runs(rim: Rim, height: np.ndarray, threshold: float, least: float) -> list[Stretch]:
    """Stretches above a threshold, small gaps closed and those shorter than the share ``least`` of the rim left out,
    the most prominent first.
    """
    size = len(height)
    above = height > threshold
    if above.all() or not above.any():
        return []
    start = int(np.flatnonzero(~above)[0])  # a stretch may run over the place where the border begins
    turned = np.roll(above, -start)
    edges = np.flatnonzero(np.diff(np.r_[False, turned, False].astype(int))).reshape(-1, 2)
    joined = [list(edges[0])]
    for begin, end in edges[1:]:
        if begin - joined[-1][1] <= GAP * size:
            joined[-1][1] = end
        else:
            joined.append([begin, end])
    found = []
    for begin, end in joined:
        if end - begin >= least * size:
            places = (np.arange(begin, end) + start) % size
            here = rim.height[places]
            found.append(Stretch(places, float(here.mean()), float(np.maximum(here - threshold, 0).sum())))
    return sorted(found, key=lambda one: -one.prominence)


def screen_area(rim: Rim, stretch: Stretch, boundary, radius: float):
    """An elongated area along a stretch, broad in the middle and thin at the ends, inside the county."""
    breadth = BREADTH * radius
    share = (np.arange(len(stretch.places)) + 0.5) / len(stretch.places)
    wide = breadth * (0.35 + 0.65 * np.sin(np.pi * share) ** 0.6)
    border = rim.xy[stretch.places]
    way = rim.inwards[stretch.places]
    inner = border + way * wide[:, None]
    calm = max(1.0, 0.3 * radius / rim.step)
    inner = gaussian_filter1d(inner, calm, axis=0, mode="nearest")
    discs = shapely.buffer(shapely.points((border + inner) / 2), wide / 2)
    body = shapely.union_all([*discs, *_wedges(border - way * breadth, inner)])
    cut = shapely.intersection(body, boundary)
    soft = breadth * 0.18
    cut = shapely.buffer(shapely.buffer(cut, -soft), 2 * soft)
    cut = shapely.intersection(shapely.buffer(cut, -soft), boundary)
    return max(shapely.get_parts(cut), key=shapely.area)


def _wedges(outer: np.ndarray, inner: np.ndarray) -> np.ndarray:
    """The strip between two lines of the same number of places as polygons side by side."""
    corners = np.stack([outer[:-1], outer[1:], inner[1:], inner[:-1]], axis=1)
    return shapely.make_valid(shapely.polygons(corners))


def screen_line(rim: Rim, stretch: Stretch, radius: float) -> shapely.LineString:
    """The ridge along a stretch as one calm line inside the county."""
    middle = rim.xy[stretch.places] + rim.inwards[stretch.places] * BREADTH * radius * 0.3
    return shapely.LineString(gaussian_filter1d(middle, max(1.0, 0.12 * radius / rim.step), axis=0, mode="nearest"))
