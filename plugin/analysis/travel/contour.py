"""Areas below a level on a grid of values: nested, valid, with their holes (marching squares)."""

from __future__ import annotations

import numpy as np
import shapely

from ..grid import Grid

NEAREST_CORNER = 1e-3  #: share of a cell side: a boundary keeps off the cell centres, so that rings never touch there

# Which sides of a square of four cell centres the boundary joins, by which corners are inside. Corners: 1 upper left,
# 2 upper right, 4 lower right, 8 lower left; sides: 0 top, 1 right, 2 bottom, 3 left. The inside lies to the left.
_SIDES = {
    1: ((3, 0),), 2: ((0, 1),), 3: ((3, 1),), 4: ((1, 2),), 6: ((0, 2),), 7: ((3, 2),), 8: ((2, 3),),
    9: ((2, 0),), 11: ((2, 1),), 12: ((1, 3),), 13: ((1, 0),), 14: ((0, 3),),
}  # fmt: skip
_SADDLE_JOINED = {5: ((3, 2), (1, 0)), 10: ((0, 3), (2, 1))}
_SADDLE_APART = {5: ((3, 0), (1, 2)), 10: ((0, 1), (2, 3))}


def areas_within(grid: Grid, level: float):
    """The area (MultiPolygon) where interpolated ``grid`` values are at most ``level``.

    Between a value and a cell without one (or infinite) the boundary lies half-way, on the edge of the cell.
    """
    values = np.pad(np.where(np.isnan(grid.values), np.inf, grid.values), 1, constant_values=np.inf)
    inside = values <= level
    if not inside.any():
        return shapely.from_wkt("MULTIPOLYGON EMPTY")
    begin, end = _segments(values, inside, level)
    rings = _rings(values, begin, end, level)
    shift = np.array([grid.x0 - 0.5 * grid.dx, grid.y0 + 0.5 * grid.dy])
    rings = [shift + ring * np.array([grid.dx, -grid.dy]) for ring in rings]
    return _polygons(rings)


def _segments(values, inside, level):
    """Boundary pieces as pairs of crossed sides. A side is numbered 2·corner (running right) or 2·corner + 1 (down)."""
    columns = values.shape[1]
    corner = (
        inside[:-1, :-1] * 1 + inside[:-1, 1:] * 2 + inside[1:, 1:] * 4 + inside[1:, :-1] * 8
    ).astype(np.int8)
    squares = np.flatnonzero(((corner > 0) & (corner < 15)).ravel())
    case = corner.ravel()[squares]
    row, column = np.divmod(squares, columns - 1)
    base = row * columns + column
    side = np.column_stack([2 * base, 2 * (base + 1) + 1, 2 * (base + columns), 2 * base + 1])
    begin, end = [], []

    def add(mask, pairs):
        for first, second in pairs:
            begin.append(side[mask, first])
            end.append(side[mask, second])

    for number, pairs in _SIDES.items():
        add(case == number, pairs)
    for number in (5, 10):
        saddle = case == number
        with np.errstate(invalid="ignore"):
            middle = values[row, column] + values[row, column + 1]
            middle = (middle + values[row + 1, column] + values[row + 1, column + 1]) / 4
        add(saddle & (middle <= level), _SADDLE_JOINED[number])
        add(saddle & ~(middle <= level), _SADDLE_APART[number])
    return np.concatenate(begin), np.concatenate(end)


def _rings(values, begin, end, level):
    """Follow the pieces: every crossed side ends one piece and begins the next."""
    order = np.argsort(begin)
    begin, end = begin[order], end[order]
    following = np.searchsorted(begin, end).tolist()
    xy = _crossings(values, begin, level)
    seen = bytearray(len(begin))
    rings = []
    for first in range(len(begin)):
        if seen[first]:
            continue
        ring, here = [], first
        while not seen[here]:
            seen[here] = 1
            ring.append(here)
            here = following[here]
        rings.append(xy[ring])
    return rings


def _crossings(values, side, level):
    """Where the boundary crosses each side: (column, row) positions in units of cells."""
    corner, down = np.divmod(side, 2)
    row, column = np.divmod(corner, values.shape[1])
    here, there = values[row, column], values[row + down, column + 1 - down]
    with np.errstate(invalid="ignore", divide="ignore"):
        share = (level - here) / (there - here)
    share = np.where(np.isfinite(here) & np.isfinite(there), share, 0.5)
    share = np.clip(share, NEAREST_CORNER, 1 - NEAREST_CORNER)
    return np.column_stack([column + share * (1 - down), row + share * down]).astype(float)


def _polygons(rings):
    """Rings to areas: with the inside on the left, outlines run one way and holes the other."""
    closed = [np.vstack([ring, ring[:1]]) for ring in rings]
    signed = np.array([np.sum(r[:-1, 0] * r[1:, 1] - r[1:, 0] * r[:-1, 1]) for r in closed])
    lines = shapely.linearrings(
        np.vstack(closed), indices=np.repeat(np.arange(len(closed)), [len(ring) for ring in closed])
    )
    outer, holes = lines[signed > 0], lines[signed < 0]
    shells = shapely.polygons(outer)
    if len(holes) == 0:
        return shapely.multipolygons(shells)
    point = shapely.get_point(holes, 0)
    shell, hole = shapely.STRtree(point).query(shells, predicate="contains")
    smallest_first = np.lexsort((shapely.area(shells)[shell], hole))
    hole, shell = hole[smallest_first], shell[smallest_first]
    first = np.r_[True, hole[1:] != hole[:-1]][: len(hole)]
    owned = {}
    for number, owner in zip(hole[first], shell[first]):
        owned.setdefault(owner, []).append(holes[number])
    for owner, inner in owned.items():
        shells[owner] = shapely.polygons(outer[owner], inner)
    return shapely.multipolygons(shells)
