"""Patches of ground that grow from a centre over gentle land: built-up areas, villages, parks."""

import numpy as np
from scipy import ndimage

from territory import main_piece


def grow_patch(land, gentle, rough, centre, area_m2, steep=0.09, free=None):
    """Window slices and mask of the patch of the given size that is reached most easily from a centre.

    ``gentle`` is the smoothed slope, ``rough`` a noise field that makes the outline uneven, ``steep`` the
    slope that doubles the effort and ``free`` an optional mask of cells that may be taken.
    """
    grid = land.grid
    row, col = grid.row_col(*centre)
    reach = int(4.5 * np.sqrt(area_m2 / np.pi) / grid.cell) + 6
    window = (
        slice(max(row - reach, 0), min(row + reach + 1, grid.rows)),
        slice(max(col - reach, 0), min(col + reach + 1, grid.cols)),
    )
    down, right = np.ogrid[
        window[0].start - row : window[0].stop - row, window[1].start - col : window[1].stop - col
    ]
    effort = (
        (np.hypot(down, right) + 2.0) * (1.0 + (gentle[window] / steep) ** 2) * np.exp(0.3 * rough[window])
    )
    effort[~land.county[window]] = np.inf
    if free is not None:
        effort[~free[window]] = np.inf
    count = max(4, int(round(area_m2 / grid.cell**2)))
    taken = effort <= np.partition(effort.ravel(), count)[count]
    taken = ndimage.binary_closing(taken, iterations=1) & np.isfinite(effort)
    return window, main_piece(taken)


def paint(target, patch, value):
    """Write a value on a patch of a raster."""
    window, mask = patch
    target[window][mask] = value
