"""The cells of a raster that areas and points lie on."""

from __future__ import annotations

import numpy as np
import shapely

from ..grid import Grid
from ..progress import Progress, silent

CHUNK = 400_000  #: cells tested at a time


def cells_under(grid: Grid, geometries, progress: Progress = silent) -> tuple[np.ndarray, np.ndarray]:
    """Which cells each of n geometries lies on: numbers of geometry and flat numbers of cell, one pair a row.

    An area has the cells whose centres it covers, or the cell of a point inside it when it covers none. Points and
    lines have the cells of their vertices. What is None, empty or outside the grid has no cells. Ordered by geometry.
    """
    geometries = np.asarray(geometries, dtype=object).reshape(-1)
    area = shapely.area(geometries) > 0  # also a collection that holds areas
    covered = _covered(grid, geometries, np.flatnonzero(area), progress)
    small = np.flatnonzero(area & (np.bincount(covered[0], minlength=len(geometries)) == 0))
    inner = shapely.get_coordinates(shapely.point_on_surface(geometries[small]))
    vertex, owner = shapely.get_coordinates(np.where(area, None, geometries), return_index=True)

    row, col = grid.cell_of(np.concatenate([inner, vertex]))
    on_grid = row >= 0
    number = np.concatenate([covered[0], np.concatenate([small, owner])[on_grid]])
    cell = np.concatenate([covered[1], (row * grid.cols + col)[on_grid]])
    return np.divmod(np.unique(number * grid.values.size + cell), grid.values.size)


def _covered(grid: Grid, geometries: np.ndarray, areas: np.ndarray, progress: Progress):
    """Cells whose centres lie in ``geometries[areas]``: candidates from the bounds, then tested in chunks."""
    left, bottom, right, top = shapely.bounds(geometries[areas]).reshape(-1, 4).T
    first_col = np.clip(np.ceil((left - grid.x0) / grid.dx - 0.5), 0, grid.cols).astype(np.intp)
    end_col = np.clip(np.floor((right - grid.x0) / grid.dx - 0.5) + 1, 0, grid.cols).astype(np.intp)
    first_row = np.clip(np.ceil((grid.y0 - top) / grid.dy - 0.5), 0, grid.rows).astype(np.intp)
    end_row = np.clip(np.floor((grid.y0 - bottom) / grid.dy - 0.5) + 1, 0, grid.rows).astype(np.intp)
    width = np.maximum(end_col - first_col, 0)
    candidates = width * np.maximum(end_row - first_row, 0)

    ends = np.cumsum(candidates)
    total = int(ends[-1]) if len(ends) else 0
    shapely.prepare(geometries[areas])
    numbers, cells = [np.empty(0, dtype=np.intp)], [np.empty(0, dtype=np.intp)]
    for begin in range(0, total, CHUNK):
        progress("upstream", begin / total)
        candidate = np.arange(begin, min(begin + CHUNK, total))
        owner = np.searchsorted(ends, candidate, side="right")
        down, across = np.divmod(candidate - ends[owner] + candidates[owner], width[owner])
        row, col = first_row[owner] + down, first_col[owner] + across
        inside = shapely.intersects_xy(geometries[areas[owner]], *grid.centres(row, col).T)
        numbers.append(areas[owner[inside]])
        cells.append((row * grid.cols + col)[inside])
    return np.concatenate(numbers), np.concatenate(cells)
