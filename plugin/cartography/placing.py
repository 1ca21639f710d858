"""Choosing the scale and where the county lies in the map, so that north and scale bar stand beside it, not on it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle

from .boxes import Box
from .scales import round_scale

SHIFTS = (0.0, -0.5, 0.5, -1.0, 1.0)
SMALLEST_SHARE = 0.72  # a county is not made smaller than this for a free corner


@dataclass(frozen=True)
class Placing:
    """Scale denominator, extent of the map and the box of the corner ornament (north and scale bar)."""

    scale: float
    extent: QgsRectangle
    ornament: Box


def best_scale(county: QgsGeometry, map_box: Box, margin: float) -> float:
    """The largest round scale at which the county fits into the map with a margin, as a denominator."""
    size = county.boundingBox()
    return round_scale(max(size.width() / (map_box.w - 2 * margin), size.height() / (map_box.h - 2 * margin)) * 1000)


def place_county(county: QgsGeometry, map_box: Box, margin: float, ornament: tuple[float, float]) -> Placing:
    """The largest round scale and the shift at which an upper corner is free for the ornament (width, height in mm).

    When no corner is free at a scale close to the best, the best scale is kept with the least overlap. Right wins
    over left, and the middle over a shift, when they are equally good.
    """
    first = best_scale(county, map_box, margin)
    scale, fallback = first, None
    while scale * SMALLEST_SHARE <= first:
        overlap, placing = _least_overlap(county, map_box, margin, ornament, scale)
        if overlap <= 0:
            return placing
        fallback = fallback or placing
        scale = round_scale(scale * 1.01)
    return fallback


def free_corner(
    county: QgsGeometry, map_box: Box, margin: float, placing: Placing, size: tuple[float, float]
) -> Box | None:
    """The first corner of the map, lower ones first, where a box of a size (mm) covers neither county nor ornament."""
    metres = placing.scale / 1000
    around = county.buffer(margin / 2 * metres, 4)
    for corner in ("lower right", "lower left", "upper left", "upper right"):
        box = _corner(map_box, corner, margin, size)
        ground = QgsGeometry.fromRect(_on_ground(box, map_box, placing.extent, metres))
        if not box.overlaps(placing.ornament) and not around.intersects(ground):
            return box
    return None


def _least_overlap(county, map_box: Box, margin: float, ornament: tuple[float, float], scale: float):
    metres = scale / 1000
    bounds = county.boundingBox()
    free = (
        map_box.w - 2 * margin - bounds.width() / metres,
        map_box.h - 2 * margin - bounds.height() / metres,
    )
    tried = []
    for order, (corner, across, down) in enumerate(product(("upper right", "upper left"), SHIFTS, SHIFTS)):
        centre = QgsPointXY(
            bounds.center().x() - across * free[0] / 2 * metres, bounds.center().y() + down * free[1] / 2 * metres
        )
        extent = QgsRectangle(
            centre.x() - map_box.w / 2 * metres,
            centre.y() - map_box.h / 2 * metres,
            centre.x() + map_box.w / 2 * metres,
            centre.y() + map_box.h / 2 * metres,
        )
        box = _corner(map_box, corner, margin, ornament)
        covered = county.intersection(QgsGeometry.fromRect(_on_ground(box, map_box, extent, metres))).area()
        tried.append((covered / metres**2, abs(across) + abs(down), order, Placing(scale, extent, box)))
    best = min(tried, key=lambda one: one[:3])
    return best[0], best[3]


def _corner(map_box: Box, corner: str, margin: float, size: tuple[float, float]) -> Box:
    down, across = corner.split()
    x = map_box.right - margin - size[0] if across == "right" else map_box.x + margin
    y = map_box.y + margin if down == "upper" else map_box.bottom - margin - size[1]
    return Box(x, y, *size)


def _on_ground(box: Box, map_box: Box, extent: QgsRectangle, metres: float) -> QgsRectangle:
    left = extent.xMinimum() + (box.x - map_box.x) * metres
    top = extent.yMaximum() - (box.y - map_box.y) * metres
    return QgsRectangle(left, top - box.h * metres, left + box.w * metres, top)
