"""Which land lies under a mine or a protected zone, and in which towns it lies: shares of areas."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..grid import Grid

#: Sums of shares above this are land that is drawn twice.
TWICE = 1 + 1e-6
#: A share below this is a boundary that was drawn a little beside the other; it goes to the largest share.
LEAST_SHARE = 1e-3
#: Pairs that are overlaid between two looks at the cancel button.
AT_ONCE = 500


@dataclass(frozen=True)
class Parts:
    """m parts: ``owner`` and ``other`` are places in the two lists that were overlaid (``other`` is a class for a
    grid), ``share`` is the part of the owner's area, 0–1, never more than 1 together. ``twice`` are owners on whose
    ground the other list lies twice; their shares are scaled down to 1.
    """

    owner: np.ndarray
    other: np.ndarray
    share: np.ndarray
    twice: np.ndarray

    def covered(self, count: int) -> np.ndarray:
        """The share (count,) of each owner that any part covers."""
        return np.bincount(self.owner, weights=self.share, minlength=count)


def polygon_parts(shapes: np.ndarray, patches: np.ndarray, progress=lambda share: None) -> Parts:
    """Shares of the area of n shapes in each of m polygons. A point or line is wholly in the first polygon that holds
    a point of it; a missing shape is nowhere.
    """
    flat = ~(shapely.area(shapes) > 0)
    probes = np.where(flat, shapely.point_on_surface(shapes), shapes)
    tree = shapely.STRtree(patches)
    owner, patch = tree.query(probes, predicate="intersects")
    order = np.lexsort((patch, owner))
    owner, patch = owner[order], patch[order]
    share = np.ones(len(owner))
    area = ~flat[owner]
    common = _common_areas(tree, probes, patches, owner[area], patch[area], progress)
    share[area] = common / shapely.area(probes[owner[area]])
    first = np.append(True, owner[1:] != owner[:-1]) if len(owner) else np.zeros(0, dtype=bool)
    kept = np.where(area, share > 0, first)
    return _within_one(owner[kept], patch[kept], share[kept], len(shapes))


def _common_areas(tree, probes, patches, owner, patch, progress) -> np.ndarray:
    """m² that each pair has in common. Most patches lie wholly inside a large zone: their own area says it."""
    held_by, held = tree.query(probes, predicate="covers")
    inside = np.isin(owner * len(patches) + patch, held_by * len(patches) + held)
    common = np.empty(len(owner))
    common[inside] = shapely.area(patches[patch[inside]])
    crossing = np.flatnonzero(~inside)
    for start in range(0, len(crossing), AT_ONCE):
        progress(start / len(crossing))
        some = crossing[start : start + AT_ONCE]
        common[some] = shapely.area(shapely.intersection(probes[owner[some]], patches[patch[some]]))
    return common


def grid_parts(shapes: np.ndarray, grid: Grid, progress=lambda share: None) -> Parts:
    """Shares of n shapes in each class of a grid, counted in cells whose middle lies inside; a shape too small for
    that, a point or a line has the class at a point of it. Cells without a class belong to no part.
    """
    owner, codes, share = [], [], []
    for position, shape in enumerate(shapes):
        progress(position / len(shapes))
        found, part = _classes_under(shape, grid)
        owner += [position] * len(found)
        codes += found.tolist()
        share += part.tolist()
    return Parts(np.array(owner, dtype=int), np.array(codes), np.array(share, dtype=float), np.zeros(0, dtype=int))


def _classes_under(shape, grid: Grid) -> tuple[np.ndarray, np.ndarray]:
    """Classes under one shape and their shares of it; cells beyond the grid count as cells without a class."""
    nothing = np.zeros(0), np.zeros(0)
    if shape is None or shapely.is_empty(shape):
        return nothing
    west, south, east, north = shape.bounds
    col = np.arange(np.floor((west - grid.x0) / grid.dx), np.ceil((east - grid.x0) / grid.dx), dtype=int)
    row = np.arange(np.floor((grid.y0 - north) / grid.dy), np.ceil((grid.y0 - south) / grid.dy), dtype=int)
    row, col = (one.ravel() for one in np.meshgrid(row, col, indexing="ij"))
    centres = grid.centres(row, col) if len(row) else np.zeros((0, 2))
    shapely.prepare(shape)
    inside = centres[shapely.contains_xy(shape, centres)] if len(centres) else centres
    if not len(inside):
        inside = shapely.get_coordinates(shapely.point_on_surface(shape))
    values = grid.sample(inside)
    codes, count = np.unique(values[np.isfinite(values)], return_counts=True)
    return codes, count / len(inside)


def town_parts(shapes: np.ndarray, towns: np.ndarray) -> Parts:
    """Shares of n shapes in each of m towns that add up to 1: ``other`` is -1 for what lies in no town. Slivers of
    less than a thousandth belong to the town with most of the shape.
    """
    parts = polygon_parts(shapes, towns)
    rest = 1 - parts.covered(len(shapes))
    owner = np.append(parts.owner, np.flatnonzero(rest > 0))
    town = np.append(parts.other, np.full(len(owner) - len(parts.owner), -1))
    share = np.append(parts.share, rest[rest > 0])
    largest = np.zeros(len(shapes))
    np.maximum.at(largest, owner, share)
    kept = (share >= LEAST_SHARE) | (share == largest[owner])
    owner, town, share = owner[kept], town[kept], share[kept]
    order = np.lexsort((town, -share, owner))
    owner, town, share = owner[order], town[order], share[order]
    first = np.append(True, owner[1:] != owner[:-1]) if len(owner) else np.zeros(0, dtype=bool)
    share[first] += 1 - np.bincount(owner, weights=share, minlength=len(shapes))[owner[first]]
    return Parts(owner, town, share, parts.twice)


def _within_one(owner: np.ndarray, other: np.ndarray, share: np.ndarray, count: int) -> Parts:
    total = np.bincount(owner, weights=share, minlength=count)
    twice = np.flatnonzero(total > TWICE)
    return Parts(owner, other, share / np.maximum(total, 1.0)[owner], twice)
