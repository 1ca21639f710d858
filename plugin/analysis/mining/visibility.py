"""What is seen from roads, railways, rivers and towns (三区两线直观可视范围).

No law gives the visible range a distance: how far people are taken to see is a planning parameter, ``max_distance``.
"""

from __future__ import annotations

import numpy as np

from ..grid import Grid
from ..progress import Progress, silent
from .observers import Observers, observer_points, observers_on
from .sightlines import PAIRS, Ground, clear, ground_of

BLOCK = 4 * PAIRS  #: sight lines between two looks at the cancel button; a tenth of a second
STEP = "cells"  #: the name of this work to whom it reports


def visible_from(
    grid: Grid,
    geometries,
    spacing: float = 200.0,
    eye_height: float = 1.7,
    target_height: float = 0.0,
    max_distance: float = 3000.0,
    refraction: float = 0.13,
    progress: Progress = silent,
    wanted: np.ndarray | None = None,
    enough: int | None = None,
) -> Grid:
    """For each cell the number of observers on ``geometries`` that see it: see :func:`seen_counts`.

    ``grid`` holds heights in metres; ``geometries`` are points, lines and areas in its system, watched from as
    :func:`observer_points` says; all lengths are metres. Observers off the grid see nothing. With
    ``visible_area`` this is what a rule "visible from" needs.
    """
    ground = ground_of(grid, refraction)
    observers = observers_on(ground, observer_points(geometries, spacing), eye_height)
    return seen_counts(ground, observers, target_height, max_distance, progress, wanted, enough)


def seen_counts(
    ground: Ground,
    observers: Observers,
    target_height: float,
    max_distance: float,
    progress: Progress = silent,
    wanted: np.ndarray | None = None,
    enough: int | None = None,
) -> Grid:
    """For each cell the number of observers that see what stands ``target_height`` metres above its centre.

    ``wanted`` (rows, columns) are the only cells looked at, all by default; a cell that ``enough`` observers see is not
    looked at again.
    NaN where the ground is not known, and where no observer is within ``max_distance`` metres of the centre.
    """
    height, width = ground.heights.shape
    counts = np.zeros(height * width, dtype=np.int32)
    asked = np.zeros(height * width, dtype=bool)
    looked_at = np.ones(height * width, dtype=bool) if wanted is None else np.pad(wanted, 1).ravel()
    for some, share in _blocks(ground, observers, max_distance):
        progress(STEP, share)
        observer, row, column = some
        cell = row * width + column
        open_cells = looked_at[cell] if enough is None else looked_at[cell] & (counts[cell] < enough)
        if not open_cells.all():
            observer, row, column, cell = (one[open_cells] for one in (observer, row, column, cell))
        start = (observers.row[observer], observers.column[observer], observers.height[observer])
        end = (row.astype(float), column.astype(float), ground.heights.ravel()[cell] + target_height)
        asked[cell] = True
        np.add.at(counts, cell[clear(ground, start, end)], 1)
    found = np.where(asked, counts, np.nan).reshape(height, width)
    return ground.grid.with_values(found[1:-1, 1:-1])


def _blocks(ground: Ground, observers: Observers, max_distance: float):
    """The pairs of an observer and a known cell within ``max_distance`` of it, some at a time, as (observer, row,
    column); and the share of the observers that came before.
    """
    grid = ground.grid
    down, across = (int(np.ceil(max_distance / side)) + 1 for side in (grid.dy, grid.dx))
    down, across = min(down, grid.rows), min(across, grid.cols)
    rows, columns = np.mgrid[-down : down + 1, -across : across + 1].reshape(2, -1)
    half_a_cell = np.hypot(grid.dx, grid.dy) / 2
    near = np.flatnonzero(ground.metres(rows, columns) <= max_distance + half_a_cell)
    rows, columns = rows[near], columns[near]
    together = max(1, BLOCK // len(rows))
    for first in range(0, len(observers), together):
        some = np.arange(first, min(first + together, len(observers)))
        own_row, own_column = observers.row[some], observers.column[some]
        for begin in range(0, len(rows), BLOCK):
            part = slice(begin, begin + BLOCK)
            row = (own_row + 0.5).astype(np.intp)[:, None] + rows[None, part]
            column = (own_column + 0.5).astype(np.intp)[:, None] + columns[None, part]
            kept = (row >= 1) & (row <= grid.rows) & (column >= 1) & (column <= grid.cols)
            kept &= ground.metres(row - own_row[:, None], column - own_column[:, None]) <= max_distance
            observer = np.nonzero(kept)[0]
            row, column = row[kept], column[kept]
            known = ~np.isnan(ground.heights[row, column])
            yield (some[observer[known]], row[known], column[known]), first / len(observers)
