"""A raster as the science sees it: values, and where they lie."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np


@dataclass(frozen=True)
class Grid:
    """A north-up raster in a metric coordinate system.

    ``values`` is 2-D with row 0 at the top; in float arrays NaN is "no value". ``(x0, y0)`` is the upper-left
    corner of the upper-left cell, ``dx`` and ``dy`` are the cell's width and height in metres, both positive.
    """

    values: np.ndarray
    x0: float
    y0: float
    dx: float
    dy: float

    def __post_init__(self):
        if self.values.ndim != 2:
            raise ValueError(f"a grid has two dimensions, not {self.values.ndim}")
        if not (self.dx > 0 and self.dy > 0):
            raise ValueError(f"a cell has a positive width and height, not {self.dx} × {self.dy}")

    @property
    def rows(self) -> int:
        return self.values.shape[0]

    @property
    def cols(self) -> int:
        return self.values.shape[1]

    @property
    def shape(self) -> tuple[int, int]:
        return self.values.shape

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """``(xmin, ymin, xmax, ymax)`` in metres, the outer edges of the outer cells."""
        return (self.x0, self.y0 - self.rows * self.dy, self.x0 + self.cols * self.dx, self.y0)

    def cell_of(self, xy) -> tuple[np.ndarray, np.ndarray]:
        """Row and column of the cell that holds each of n points, -1 and -1 outside the grid.

        ``xy`` is (n, 2) in metres. A point on the line between cells belongs to the cell right of or below
        it, a point on the right or bottom outer edge to the last cell.
        """
        xy = np.asarray(xy, dtype=float).reshape(-1, 2)
        across = (xy[:, 0] - self.x0) / self.dx
        down = (self.y0 - xy[:, 1]) / self.dy
        inside = (across >= 0) & (across <= self.cols) & (down >= 0) & (down <= self.rows)
        row = np.full(len(xy), -1, dtype=np.intp)
        col = np.full(len(xy), -1, dtype=np.intp)
        row[inside] = np.minimum(down[inside].astype(np.intp), self.rows - 1)
        col[inside] = np.minimum(across[inside].astype(np.intp), self.cols - 1)
        return row, col

    def centres(self, row, col) -> np.ndarray:
        """(n, 2) coordinates in metres of the middles of n cells."""
        x = self.x0 + (np.asarray(col) + 0.5) * self.dx
        y = self.y0 - (np.asarray(row) + 0.5) * self.dy
        return np.column_stack([np.atleast_1d(x), np.atleast_1d(y)])

    def sample(self, xy) -> np.ndarray:
        """(n,) floats: the value of the cell that holds each point, NaN outside the grid."""
        row, col = self.cell_of(xy)
        inside = row >= 0
        found = np.full(len(row), np.nan)
        found[inside] = self.values[row[inside], col[inside]]
        return found

    def with_values(self, values: np.ndarray) -> Grid:
        """Other values on the same cells."""
        if values.shape != self.shape:
            raise ValueError(f"values of shape {values.shape} do not fit a grid of shape {self.shape}")
        return replace(self, values=values)
