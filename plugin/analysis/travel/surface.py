"""Minutes of every cell of a grid, for maps."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import distance_transform_edt

from ..grid import Grid
from ..memory import available_memory
from ..progress import Progress, silent
from .faults import GridTooLarge
from .graph import TravelGraph
from .points import on_edges
from .roads import places_along
from .search import Search
from .settings import WITHIN

MAP_CELL = 30.0  #: metres, on roads alone
MAP_CELL_STEP = 10.0  #: metres by which it grows
MAP_CELLS = 120_000  #: at most; a county of 2,500 km² gets cells of 150 m, 0.6 mm at 1:250 000
BYTES_PER_MAP_CELL = 80  #: measured: distances, nearest cells and minutes of one cell


def minutes_surface(
    graph: TravelGraph, search: Search, cell_size: float = 0.0, progress: Progress = silent
) -> Grid:
    """Minutes per cell up to the limit, NaN where nobody gets in time.

    With terrain the grid is the terrain's own. On roads alone it has cells of ``cell_size`` metres around the reached
    roads (0: 30 metres, coarser where that would be more cells than a map can show), and each cell has the minutes
    that a village at its centre would have: to the nearest road, then along the road.
    """
    if graph.terrain is not None:
        return _terrain_surface(graph, search)
    return _road_surface(graph, search, cell_size, progress)


def _within_limit(minutes: np.ndarray, graph: TravelGraph) -> np.ndarray:
    return np.where(minutes <= graph.settings.max_minutes + WITHIN, minutes, np.nan)


def _terrain_surface(graph: TravelGraph, search: Search) -> Grid:
    terrain = graph.terrain
    minutes = np.full(terrain.grid.shape, np.nan)
    minutes[terrain.open] = _within_limit(search.minutes[: graph.cells], graph)
    return terrain.grid.with_values(minutes)


def _road_surface(graph: TravelGraph, search: Search, cell: float, progress: Progress) -> Grid:
    progress("surface", 0.0)
    settings = graph.settings
    margin = min(settings.max_snap, settings.max_minutes / settings.access_pace)
    frame = _frame(graph, search, margin, cell)
    edges = _edges_near(graph, frame, margin)
    xy, minutes = _samples(graph, search, edges, frame.dx / 2)
    row, column = frame.cell_of(xy)
    inside = row >= 0
    xy, minutes, number = xy[inside], minutes[inside], (row * frame.cols + column)[inside]

    aside = np.hypot(*(xy - frame.centres(*np.divmod(number, frame.cols))).T)
    order = np.lexsort((aside, number))
    first = order[np.r_[True, np.diff(number[order]) > 0][: len(order)]]
    sample = np.full(frame.shape, -1)
    sample.ravel()[number[first]] = first
    progress("surface", 0.3)
    _, (near_row, near_column) = distance_transform_edt(
        sample < 0, sampling=(frame.dy, frame.dx), return_indices=True
    )
    nearest = sample[near_row, near_column].ravel()
    progress("surface", 0.7)
    centres = frame.centres(*np.divmod(np.arange(sample.size), frame.cols))
    leg = np.hypot(*(centres - xy[nearest]).T)
    total = np.where(leg <= settings.max_snap, minutes[nearest] + leg * settings.access_pace, np.nan)
    if graph.barriers is not None:
        near = np.flatnonzero(np.isfinite(total))
        total[near[graph.barriers.crossed_by(xy[nearest[near]], centres[near])]] = np.nan
    return frame.with_values(_within_limit(total, graph).reshape(frame.shape))


def _frame(graph: TravelGraph, search: Search, margin: float, cell: float) -> Grid:
    """An empty grid around the reached roads, its corners on whole cells."""
    reached = np.isfinite(search.minutes[graph.cells : graph.cells + graph.network.nodes])
    xy = np.vstack([graph.network.node_xy[reached], graph.facility_xy])
    low, high = xy.min(axis=0) - margin, xy.max(axis=0) + margin
    if cell <= 0:
        fitting = np.sqrt(np.prod(high - low) / MAP_CELLS)
        cell = max(MAP_CELL, MAP_CELL_STEP * np.ceil(fitting / MAP_CELL_STEP))
    low, high = np.floor(low / cell) * cell, np.ceil(high / cell) * cell
    columns, rows = np.round((high - low) / cell).astype(int)
    needed, available = int(columns) * int(rows) * BYTES_PER_MAP_CELL, available_memory()
    if needed > available:
        fitting = np.ceil(cell * np.sqrt(needed / available))
        raise GridTooLarge(int(columns) * int(rows), needed, available, cell, float(fitting))
    return Grid(np.broadcast_to(np.nan, (rows, columns)), float(low[0]), float(high[1]), cell, cell)


def _edges_near(graph: TravelGraph, frame: Grid, margin: float) -> np.ndarray:
    network = graph.network
    left, bottom, right, top = frame.bounds
    start, end = network.node_xy[network.start], network.node_xy[network.end]
    reach = network.length[:, None] + margin
    low, high = np.minimum(start, end) - reach, np.maximum(start, end) + reach
    inside = (low[:, 0] <= right) & (high[:, 0] >= left) & (low[:, 1] <= top) & (high[:, 1] >= bottom)
    return np.flatnonzero(inside & graph.snappable)


def _samples(graph: TravelGraph, search: Search, edges: np.ndarray, spacing: float):
    """Places (k, 2) along ``edges`` at most ``spacing`` metres apart, ends included, and the minutes at each."""
    edge, distance = places_along(graph.network, edges, spacing)
    minutes, _ = on_edges(graph, search.minutes, edge, distance)
    return graph.network.place(graph.network.along[graph.network.first[edge]] + distance), minutes
