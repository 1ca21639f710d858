"""A north-up raster frame in projected metres, and smooth random fields laid over it."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from scipy.sparse import csr_matrix

EPSG = 4546
"""CGCS2000 / 3-degree Gauss-Kruger, central meridian 111 E."""

CENTRE_EAST = 527_040.0
CENTRE_NORTH = 4_092_030.0


@dataclass(frozen=True)
class Grid:
    """Rows run south from ``top``, columns run east from ``left``; ``cell`` in metres."""

    left: float
    top: float
    cell: float
    rows: int
    cols: int

    @property
    def shape(self):
        """(rows, cols)."""
        return self.rows, self.cols

    @property
    def bounds(self):
        """(west, south, east, north) in metres."""
        return self.left, self.top - self.rows * self.cell, self.left + self.cols * self.cell, self.top

    def row_col(self, east, north):
        """Row and column of the cell that holds each point, clipped to the frame."""
        row = np.clip(((self.top - np.asarray(north)) // self.cell).astype(int), 0, self.rows - 1)
        col = np.clip(((np.asarray(east) - self.left) // self.cell).astype(int), 0, self.cols - 1)
        return row, col

    def east_north(self, row, col):
        """Coordinates of cell centres."""
        return self.left + (np.asarray(col) + 0.5) * self.cell, self.top - (np.asarray(row) + 0.5) * self.cell

    def axes_km(self):
        """Kilometres east and north of the county centre, as a broadcastable row and column."""
        east, north = self.east_north(np.arange(self.rows)[:, None], np.arange(self.cols)[None, :])
        return (east - CENTRE_EAST) / 1000.0, (north - CENTRE_NORTH) / 1000.0

    def window(self, west, south, east, north):
        """The sub-frame that covers a box, on this frame's own cell edges."""
        first_col = int((west - self.left) // self.cell)
        first_row = int((self.top - north) // self.cell)
        last_col = int(-((self.left - east) // self.cell))
        last_row = int(-((south - self.top) // self.cell))
        return Grid(
            self.left + first_col * self.cell,
            self.top - first_row * self.cell,
            self.cell,
            last_row - first_row,
            last_col - first_col,
        )

    def with_cell(self, cell):
        """The same box with another cell size (the box must divide by it)."""
        rows, cols = round(self.rows * self.cell / cell), round(self.cols * self.cell / cell)
        return Grid(self.left, self.top, cell, rows, cols)


def centred_grid(width_m, height_m, cell):
    """Frame of the given size around the county centre."""
    left, top = CENTRE_EAST - width_m / 2, CENTRE_NORTH + height_m / 2
    return Grid(left, top, cell, round(height_m / cell), round(width_m / cell))


def sample(grid, values, east, north):
    """Bilinear value of a raster at points."""
    row = (grid.top - np.asarray(north)) / grid.cell - 0.5
    col = (np.asarray(east) - grid.left) / grid.cell - 0.5
    return ndimage.map_coordinates(values, [row, col], order=1, mode="nearest")


def _tap_matrix(positions, count, weights):
    """Sparse matrix that takes ``count`` values to cubic-weighted ones at fractional positions.

    Four taps per position keep the arithmetic in a fixed order, so that results do not depend on threads.
    """
    base = np.floor(positions).astype(int)
    taps = weights(positions - base)
    columns = np.clip(base[:, None] + np.arange(-1, 3), 0, count - 1)
    rows = np.repeat(np.arange(len(positions)), 4)
    return csr_matrix((taps.ravel(), (rows, columns.ravel())), shape=(len(positions), count))


def _through_points(t):
    """Weights of a cubic that passes through the values (Catmull & Rom 1974)."""
    return np.stack(
        [
            ((2 - t) * t - 1) * t / 2,
            ((3 * t - 5) * t * t + 2) / 2,
            ((4 - 3 * t) * t + 1) * t / 2,
            (t - 1) * t * t / 2,
        ],
        axis=1,
    )


def _smoothing(t):
    """Weights of the uniform cubic B-spline, which rounds the values off."""
    return (
        np.stack([(1 - t) ** 3, 3 * t**3 - 6 * t**2 + 4, -3 * t**3 + 3 * t**2 + 3 * t + 1, t**3], axis=1) / 6
    )


def _spread(values, rows, cols, weights):
    down = _tap_matrix(rows, values.shape[0], weights)
    across = _tap_matrix(cols, values.shape[1], weights)
    return (across @ (down @ values).T).T


def resample(source, values, target):
    """Cubic values of a raster on another frame."""
    rows = (source.top - (target.top - (np.arange(target.rows) + 0.5) * target.cell)) / source.cell - 0.5
    cols = (target.left + (np.arange(target.cols) + 0.5) * target.cell - source.left) / source.cell - 0.5
    return np.ascontiguousarray(_spread(values, rows, cols, _through_points))


def smooth_noise(rng, grid, wavelength_m, octaves=1, persistence=0.5):
    """Random field with mean 0 and standard deviation 1, of the given longest wavelength."""
    field = np.zeros(grid.shape)
    for octave in range(octaves):
        step = max(wavelength_m / 2 / 2**octave / grid.cell, 1.0)
        lattice = rng.standard_normal((int(grid.rows / step) + 5, int(grid.cols / step) + 5))
        rows, cols = np.arange(grid.rows) / step + 1.37, np.arange(grid.cols) / step + 1.61
        field += persistence**octave * _spread(lattice, rows, cols, _smoothing)
    return np.ascontiguousarray((field - field.mean()) / field.std())
