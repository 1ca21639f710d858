"""Whether the straight line between two places clears the ground between them.

The ground is known at the cells' centres. Where a sight line crosses a row of centres (a column, when it runs more
across than down), the ground there is interpolated between the two neighbours on that row; never the nearest cell's
height, which hides most of a plain cone from its own top. The earth's curvature, lessened by refraction, raises the
ground under a line of D metres by (1 - k) · d (D - d) / 2R at d metres from its end.

Every line is answered exactly. What makes it quick is the order of the questions: first one sample in each stretch of
eight rows, which stops most of the lines that hills block; then, for the lines that are left, whether the highest
cell around a stretch reaches up to the line at all; only where it does, every row.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..grid import Grid

EARTH_RADIUS = 6_371_000.0  #: metres
#: Metres that the ground may stand above a short line without blocking it. From the top of an even slope the line
#: touches every cell of it: the rounding of 32-bit heights (0.2 mm at 2,000 m) and the earth's bulge under a line of
#: 800 m (13 mm) must not hide the slope, for no elevation model knows heights that well. A longer line, whose bulge is
#: larger than this, may graze less and less, or the horizon would lie too far away: see :func:`grazing`.
GRAZING = 0.015
PLACE_DECIMALS = 6  #: of a cell: what large coordinates leave of a small cell
STRETCH = 8  #: rows that are looked at together
PAIRS = 16_384  #: sight lines at once, so that their numbers stay in the processor's cache


@dataclass(frozen=True)
class Ground:
    """Heights in metres, prepared for sight lines.

    A place is (row, column) in units of cells, counted so that the centre of the cell in the upper left corner is at
    (1, 1): around the grid lies a margin of one cell that repeats its edge. ``heights`` (rows + 2, columns + 2) are
    NaN where nothing is known; ``around[i, j]`` is the highest of the ``STRETCH + 1`` rows and columns of cells that
    begin at (i, j). ``curvature`` is (1 - k) / 2R in 1/m.
    """

    grid: Grid
    heights: np.ndarray
    around: np.ndarray
    has_voids: bool
    curvature: float

    def places(self, xy: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Row and column of points (n, 2) in metres; a point at a centre is there exactly."""
        grid = self.grid
        row, column = (grid.y0 - xy[:, 1]) / grid.dy + 0.5, (xy[:, 0] - grid.x0) / grid.dx + 0.5
        return np.round(row, PLACE_DECIMALS), np.round(column, PLACE_DECIMALS)

    def metres(self, rows, columns) -> np.ndarray:
        """Length of differences in rows and columns."""
        return np.hypot(rows * self.grid.dy, columns * self.grid.dx)

    def at(self, row: np.ndarray, column: np.ndarray) -> np.ndarray:
        """Height of the ground (n,), bilinear between those of the four centres around that have one; NaN in a cell
        that has none. The places lie in the grid.
        """
        upper, left = row.astype(np.intp), column.astype(np.intp)
        down, across = row - upper, column - left
        total, weights = np.zeros(len(row)), np.zeros(len(row))
        for i, j in ((0, 0), (0, 1), (1, 0), (1, 1)):
            height = self.heights[upper + i, left + j]
            weight = (down if i else 1 - down) * (across if j else 1 - across)
            weight = np.where(np.isnan(height), 0.0, weight)
            total += weight * np.nan_to_num(height)
            weights += weight
        own = self.heights[(row + 0.5).astype(np.intp), (column + 0.5).astype(np.intp)]
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.where(np.isnan(own), np.nan, total / weights)


def ground_of(grid: Grid, refraction: float) -> Ground:
    """``grid`` of heights in metres, prepared; ``refraction`` is the coefficient k, 0 for none."""
    heights = np.pad(grid.values.astype(float), 1, mode="edge")
    voids = np.isnan(heights)
    highest = np.where(voids, -np.inf, heights)
    for axis in (0, 1):
        _spread_ahead(highest if axis == 0 else highest.T)
    return Ground(grid, heights, highest, bool(voids.any()), (1 - refraction) / (2 * EARTH_RADIUS))


def _spread_ahead(values: np.ndarray) -> None:
    """Make each value the greatest of itself and the ``STRETCH`` that follow it down the rows."""
    for shift in (1, 2, 4, 1):  # windows of 2, 4, 8 and 9
        np.maximum(values[:-shift], values[shift:], out=values[:-shift])


def grazing(bulge: np.ndarray) -> np.ndarray:
    """Metres (n,) that the ground may stand above lines without blocking them: ``GRAZING``, and in inverse proportion
    to the earth's bulge where that is higher in the middle. ``bulge`` is four times the height in the middle.

    At 5.4 km, the horizon of an eye 2 m above the sea, that is half a millimetre, and moves the horizon by 80 m.
    """
    return GRAZING * np.minimum(1.0, 4 * GRAZING / np.maximum(bulge, 4 * GRAZING))


def clear(ground: Ground, start, end) -> np.ndarray:
    """Which of n sight lines the ground leaves clear.

    ``start`` and ``end`` are (row, column, height in metres), each (n,), inside the grid. A line between neighbours,
    which crosses no other row or column of centres, is clear. Cells without a height block nothing; between such a
    cell and one with a height the nearer counts. The answer does not depend on which end is the start.
    """
    rows, columns = end[0] - start[0], end[1] - start[1]
    bulge = ground.curvature * ((rows * ground.grid.dy) ** 2 + (columns * ground.grid.dx) ** 2)
    found = np.ones(len(rows), dtype=bool)
    steep = np.abs(rows) >= np.abs(columns)
    width = ground.heights.shape[1]
    for major, minor, which, strides in (
        (0, 1, np.flatnonzero(steep), (width, 1)),
        (1, 0, np.flatnonzero(~steep), (1, width)),
    ):
        for first in range(0, len(which), PAIRS):
            some = which[first : first + PAIRS]
            begin = [np.take(start[i], some) for i in (major, minor, 2)]
            finish = [np.take(end[i], some) for i in (major, minor, 2)]
            lines = _lines(begin, finish, np.take(bulge, some))
            found[some] = _clear(ground, lines, strides)
    return found


def _lines(begin, finish, bulge) -> np.ndarray:
    """Sight lines as the columns of a table, each from its lower to its higher row: the first row that it crosses
    and how many; at the first row its column, its height and the share of its length that lies behind; how much these
    three grow from row to row; four times the earth's bulge in the middle; and how much the line may graze the ground.
    """
    span = finish[0] - begin[0]
    down = span >= 0
    low, high = np.where(down, begin[0], finish[0]), np.where(down, finish[0], begin[0])
    first = np.floor(low) + 1
    count = np.ceil(high) - first
    with np.errstate(divide="ignore", invalid="ignore"):
        share = 1 / (high - low)
    share = np.where(count > 0, share, 0.0)
    column, height = np.where(down, begin[1], finish[1]), np.where(down, begin[2], finish[2])
    aside = (np.where(down, finish[1], begin[1]) - column) * share
    climb = (np.where(down, finish[2], begin[2]) - height) * share
    into = first - low
    return np.stack(
        [
            *(first, count, column + into * aside, height + into * climb, into * share),
            *(aside, climb, share, bulge, grazing(bulge)),
        ]
    )


def _clear(ground: Ground, lines: np.ndarray, strides) -> np.ndarray:
    free = np.ones(lines.shape[1], dtype=bool)
    for asked in (_stopped_half_way, _stopped_anywhere):
        left = np.flatnonzero(free & (lines[1] > 0))
        some = lines.take(left, axis=1)
        for row in range(0, int(some[1].max(initial=0)), STRETCH):
            stopped = asked(ground, some, row, strides)
            free[left[stopped]] = False
            going_on = np.flatnonzero(~stopped & (some[1] > row + STRETCH))
            left, some = left[going_on], some.take(going_on, axis=1)
    return free


def _stopped_half_way(ground: Ground, lines, row: int, strides) -> np.ndarray:
    """Whether the ground stops each line in the middle of the stretch that begins ``row`` rows after its first."""
    return _blocked(ground, lines, np.minimum(row + STRETCH // 2, lines[1] - 1), strides)


def _stopped_anywhere(ground: Ground, lines, row: int, strides) -> np.ndarray:
    """Whether the ground stops each line in any row of the stretch that begins ``row`` rows after its first."""
    stopped = np.zeros(lines.shape[1], dtype=bool)
    near = np.flatnonzero(_reached(ground, lines, row, strides))
    some = lines.take(near, axis=1)
    step = np.minimum(row + np.arange(STRETCH)[:, None], some[1] - 1)
    stopped[near] = _blocked(ground, some, step, strides).any(axis=0)
    return stopped


def _blocked(ground: Ground, lines, step, strides) -> np.ndarray:
    """Whether the ground stands above each line, ``step`` rows after the first that the line crosses."""
    first, _, column, height, share, aside, climb, part, bulge, graze = lines
    column = column + step * aside
    left = column.astype(np.intp)
    weight = column - left
    index = left * strides[1] + (first + step).astype(np.intp) * strides[0]
    flat = ground.heights.ravel()
    one, other = np.take(flat, index), np.take(flat, index + strides[1])
    height_there = one + weight * (other - one)
    if ground.has_voids:
        unknown = np.isnan(height_there)
        nearer = np.where(weight < 0.5, one, np.where(weight > 0.5, other, np.fmax(one, other)))
        height_there = np.where(unknown, nearer, height_there)
    along = share + step * part
    return height_there > height + step * climb - bulge * along * (1 - along) + graze


def _reached(ground: Ground, lines, row: int, strides) -> np.ndarray:
    """Whether any cell around a stretch of each line, from ``row`` rows after its first, is as high as the line."""
    first, _, column, height, _, aside, climb, _, bulge, _ = lines
    begin, finish = column + row * aside, column + (row + STRETCH - 1) * aside
    # The stretch may run on behind the end of the line, and there out of the grid.
    corner = np.maximum(np.minimum(begin, finish), 0).astype(np.intp)
    index = corner * strides[1] + (first + row).astype(np.intp) * strides[0]
    lowest = height + row * climb + np.minimum(climb, 0) * (STRETCH - 1) - bulge / 4
    return np.take(ground.around.ravel(), index) > lowest
