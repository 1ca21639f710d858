"""Where one may step off the road: in every cell that the road passes, at the place nearest to the cell's centre."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .roads import RoadNetwork, places_along, split
from .terrain import Terrain


@dataclass(frozen=True)
class Exits:
    """Pairs (k,) of a road ``node`` and the ``row`` and ``column`` of the cell it leads to."""

    node: np.ndarray
    row: np.ndarray
    column: np.ndarray


def leave_everywhere(network: RoadNetwork, terrain: Terrain) -> tuple[RoadNetwork, Exits]:
    """Cut the roads at their exits. A road that may not be left between its junctions (an expressway) keeps its
    edges; walked roads are cut in any case, so that each piece has the slope of its own ground.
    """
    grid, roads = terrain.grid, network.roads
    cut = np.flatnonzero((roads.leave | roads.walked)[network.edge_line])
    edge, distance = places_along(network, cut, min(grid.dx, grid.dy) / 2)
    row, column = grid.cell_of(network.place(network.along[network.first[edge]] + distance))
    inside = row >= 0
    cell = np.where(inside, row * grid.cols + column, -1)
    passed = np.unique(np.column_stack([edge, cell])[inside], axis=0)
    if len(passed) == 0:
        return network, Exits(*(np.empty(0, dtype=int),) * 3)
    edge, cell = passed.T
    row, column = np.divmod(cell, grid.cols)
    centre = shapely.points(grid.centres(row, column))
    finer, node = split(network, edge, shapely.line_locate_point(network.lines[edge], centre))

    free = roads.leave[network.edge_line[edge]]
    ends = np.unique(np.concatenate([finer.start, finer.end])[np.tile(finer.roads.leave[finer.edge_line], 2)])
    end_row, end_column = grid.cell_of(finer.node_xy[ends])
    held = end_row >= 0
    return finer, Exits(
        np.concatenate([node[free], ends[held]]),
        np.concatenate([row[free], end_row[held]]),
        np.concatenate([column[free], end_column[held]]),
    )
