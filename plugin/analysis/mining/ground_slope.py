"""How steep the ground of a mine is."""

from __future__ import annotations

import numpy as np
import shapely

from ..grid import Grid


def mean_slopes(grid: Grid, places: np.ndarray) -> np.ndarray:
    """Mean slope (n,) in degrees of the cells whose centre lies on each place, or of the cell that holds its middle
    when there are none; NaN off the terrain.

    The slope of a cell is that of Horn (1981) over its eight neighbours. A window is cut out for every place: few
    cells each, and no array of the whole county.
    """
    return np.array([_mean_slope(grid, place) for place in places], dtype=float)


def _mean_slope(grid: Grid, place) -> float:
    west, south, east, north = shapely.bounds(place)
    top, left = int(np.floor((grid.y0 - north) / grid.dy)), int(np.floor((west - grid.x0) / grid.dx))
    bottom, right = int(np.floor((grid.y0 - south) / grid.dy)), int(np.floor((east - grid.x0) / grid.dx))
    # One cell more on each side for the neighbours, and nothing outside the grid.
    top, left = max(top - 1, 0), max(left - 1, 0)
    bottom, right = min(bottom + 2, grid.rows), min(right + 2, grid.cols)
    if bottom - top < 3 or right - left < 3:
        return np.nan
    slopes = horn_slope(grid.values[top:bottom, left:right], grid.dx, grid.dy)
    row, col = np.indices(slopes.shape)
    xy = grid.centres(row.ravel() + top + 1, col.ravel() + left + 1)
    on = shapely.contains_xy(place, xy[:, 0], xy[:, 1])
    if not on.any():
        middle = shapely.get_coordinates(shapely.point_on_surface(place))[0]
        on = (np.abs(xy - middle) <= (grid.dx / 2, grid.dy / 2)).all(axis=1)
    known = slopes.ravel()[on]
    known = known[np.isfinite(known)]
    return float(known.mean()) if len(known) else np.nan


def horn_slope(heights: np.ndarray, dx: float, dy: float) -> np.ndarray:
    """Slope in degrees (rows − 2, cols − 2) of the inner cells of ``heights`` (metres), after Horn (1981); NaN where
    one of the nine heights is missing.
    """
    nw, n, ne = heights[:-2, :-2], heights[:-2, 1:-1], heights[:-2, 2:]
    w, centre, e = heights[1:-1, :-2], heights[1:-1, 1:-1], heights[1:-1, 2:]
    sw, s, se = heights[2:, :-2], heights[2:, 1:-1], heights[2:, 2:]
    east = ((ne + 2 * e + se) - (nw + 2 * w + sw)) / (8 * dx)
    north = ((nw + 2 * n + ne) - (sw + 2 * s + se)) / (8 * dy)
    slope = np.degrees(np.arctan(np.hypot(east, north)))
    return np.where(np.isfinite(centre), slope, np.nan)
