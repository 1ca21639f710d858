"""How steep the ground of a mine is."""

from __future__ import annotations

import numpy as np

from ..grid import Grid
from .footprints import cells_under


def mean_slopes(grid: Grid, places: np.ndarray) -> np.ndarray:
    """Mean slope (n,) in degrees of the cells (heights in metres) that each of n points or areas lies on; NaN off the
    terrain.
    """
    number, cell = cells_under(grid, places)
    slope = horn_slopes(grid, *np.divmod(cell, grid.cols))
    known = np.isfinite(slope)
    count = np.bincount(number[known], minlength=len(places))
    total = np.bincount(number[known], weights=slope[known], minlength=len(places))
    return np.divide(total, count, out=np.full(len(places), np.nan), where=count > 0)


def horn_slopes(grid: Grid, row: np.ndarray, col: np.ndarray) -> np.ndarray:
    """Slope in degrees (k,) of some cells, over their eight neighbours after Horn (1981); NaN at the grid's edge and
    where one of the nine heights is missing.
    """
    padded = np.pad(grid.values, 1, constant_values=np.nan)

    def height(down: int, right: int) -> np.ndarray:
        return padded[row + 1 + down, col + 1 + right]

    west = height(-1, -1) + 2 * height(0, -1) + height(1, -1)
    east = height(-1, 1) + 2 * height(0, 1) + height(1, 1)
    north = height(-1, -1) + 2 * height(-1, 0) + height(-1, 1)
    south = height(1, -1) + 2 * height(1, 0) + height(1, 1)
    slope = np.degrees(np.arctan(np.hypot((east - west) / (8 * grid.dx), (north - south) / (8 * grid.dy))))
    return np.where(np.isfinite(height(0, 0)), slope, np.nan)
