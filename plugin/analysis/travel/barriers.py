"""Lines and areas that nobody crosses except on a road."""

from __future__ import annotations

import numpy as np
import shapely
from scipy.ndimage import binary_dilation

from ..grid import Grid
from .terrain import Terrain, steps_of


class Barriers:
    """Barrier lines and the outlines of barrier areas, indexed; areas also close the cells inside them."""

    def __init__(self, geometries):
        parts = shapely.get_parts(np.asarray(geometries, dtype=object))
        kind = shapely.get_type_id(parts)
        self.areas = parts[kind == 3]
        lines = np.concatenate([parts[(kind == 1) | (kind == 2)], shapely.boundary(self.areas)])
        lines = shapely.get_parts(lines)
        xy, line = shapely.get_coordinates(lines, return_index=True)
        inner = line[1:] == line[:-1]
        self.segments = shapely.linestrings(np.stack([xy[:-1][inner], xy[1:][inner]], axis=1))
        self._tree = shapely.STRtree(self.segments)

    def crossed_by(self, start: np.ndarray, end: np.ndarray) -> np.ndarray:
        """Which of the straight links from ``start`` to ``end`` (k, 2) touch a barrier line."""
        crossed = np.zeros(len(start), dtype=bool)
        if len(start) and len(self.segments):
            links = shapely.linestrings(np.stack([start, end], axis=1))
            crossed[self._tree.query(links, predicate="intersects")[0]] = True
        return crossed

    def cells_inside(self, grid: Grid) -> np.ndarray:
        """Mask of the cells whose centre lies in a barrier area."""
        inside = np.zeros(grid.shape, dtype=bool)
        for area in self.areas:
            inside |= cells_in(grid, area)
        return inside

    def blocked_steps(self, terrain: Terrain, neighbours: int) -> dict[tuple[int, int], np.ndarray]:
        """For each step the mask of cells it may not be taken from, because it would cross a barrier line."""
        grid = terrain.grid
        near = self._cells_near(grid, reach=3 if neighbours == 16 else 2)
        row, column = np.nonzero(near & terrain.open)
        start = grid.centres(row, column)
        blocked = {}
        for step in steps_of(neighbours):
            end = start + np.array([step[1] * grid.dx, -step[0] * grid.dy])
            crossed = self.crossed_by(start, end)
            mask = np.zeros(grid.shape, dtype=bool)
            mask[row[crossed], column[crossed]] = True
            blocked[step] = mask
        return blocked

    def _cells_near(self, grid: Grid, reach: int) -> np.ndarray:
        near = np.zeros(grid.shape, dtype=bool)
        if not len(self.segments):
            return near
        fine = shapely.segmentize(self.segments, min(grid.dx, grid.dy) / 2)
        row, column = grid.cell_of(shapely.get_coordinates(fine))
        inside = row >= 0
        near[row[inside], column[inside]] = True
        return binary_dilation(near, np.ones((3, 3)), iterations=reach)


def cells_in(grid: Grid, area) -> np.ndarray:
    """Mask of the cells whose centre lies in ``area`` (a polygon or multipolygon)."""
    mask = np.zeros(grid.shape, dtype=bool)
    left, bottom, right, top = shapely.bounds(area)
    if not np.isfinite(left):
        return mask
    columns = slice(
        max(0, int((left - grid.x0) / grid.dx) - 1), min(grid.cols, int((right - grid.x0) / grid.dx) + 2)
    )
    rows = slice(max(0, int((grid.y0 - top) / grid.dy) - 1), min(grid.rows, int((grid.y0 - bottom) / grid.dy) + 2))
    if rows.start >= rows.stop or columns.start >= columns.stop:
        return mask
    x = grid.x0 + (np.arange(columns.start, columns.stop) + 0.5) * grid.dx
    y = grid.y0 - (np.arange(rows.start, rows.stop) + 0.5) * grid.dy
    shapely.prepare(area)
    mask[rows, columns] = shapely.contains_xy(area, *np.meshgrid(x, y))
    return mask
