"""Minutes at points: villages, buildings, population cells."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse.csgraph import dijkstra

from .graph import CONNECTED, NO_ROAD, NO_TERRAIN_VALUE, OUTSIDE_TERRAIN, TravelGraph, near_road
from .roads import Snap, snap
from .search import Search
from .settings import WITHIN

SEPARATE_PART = "separate_part"
BEYOND_LIMIT = "beyond_limit"


@dataclass(frozen=True)
class Attached:
    """Points (k) attached to a graph: the cell node that holds each (-1 if none), its place on the road (edge -1 if
    none), and, for a point attached to nothing, the reason.
    """

    xy: np.ndarray
    cell: np.ndarray
    road: Snap
    reason: np.ndarray


@dataclass(frozen=True)
class PointMinutes:
    """Per point: ``minutes`` (infinite when not reached), nearest ``facility`` (-1), the access ``leg`` to the road in
    metres (infinite without roads), and the ``reason`` why it is not reached (empty when it is).
    """

    minutes: np.ndarray
    facility: np.ndarray
    leg: np.ndarray
    reason: np.ndarray


def attach(graph: TravelGraph, xy: np.ndarray) -> Attached:
    """Attach points (k, 2) to the graph, once for all searches."""
    xy = np.asarray(xy, dtype=float).reshape(-1, 2)
    cell = np.full(len(xy), -1)
    reason = np.full(len(xy), NO_ROAD, dtype=object)
    if graph.terrain is not None:
        row, column = graph.terrain.grid.cell_of(xy)
        inside = row >= 0
        cell[inside] = graph.terrain.node[row[inside], column[inside]]
        reason = np.where(inside, NO_TERRAIN_VALUE, OUTSIDE_TERRAIN).astype(object)
        if graph.beyond is not None:
            reason[inside & graph.beyond[np.where(inside, row, 0), np.where(inside, column, 0)]] = BEYOND_LIMIT
    road = Snap(np.full(len(xy), -1), np.zeros(len(xy)), np.full(len(xy), np.inf))
    if graph.network is not None:
        road = snap(graph.network, xy, graph.snappable)
        near = near_road(road, xy, graph.network, graph.terrain, graph.barriers, graph.settings)
        road = Snap(np.where(near, road.edge, -1), road.distance, road.leg)
    reason[(cell >= 0) | (road.edge >= 0)] = CONNECTED
    return Attached(xy, cell, road, reason)


def on_edges(graph: TravelGraph, minutes: np.ndarray, edge: np.ndarray, distance: np.ndarray):
    """Times (…, k) at places on road edges from node times (…, nodes), and whether the end node was the nearer way."""
    network, first_road = graph.network, graph.cells
    share = distance / np.maximum(network.length[edge], 1e-12)
    by_start = minutes[..., first_road + network.start[edge]] + _part(graph.out_start[edge], share)
    by_end = minutes[..., first_road + network.end[edge]] + _part(graph.out_end[edge], 1.0 - share)
    return np.minimum(by_start, by_end), by_end < by_start


def _part(minutes: np.ndarray, share: np.ndarray) -> np.ndarray:
    """``share`` of an edge's minutes; nothing of a forbidden direction is nothing."""
    with np.errstate(invalid="ignore"):
        return np.where(share > 0, minutes * share, 0.0)


def minutes_at(graph: TravelGraph, node_minutes: np.ndarray, attached: Attached):
    """Times (…, k) at attached points from node times (…, nodes), and the node (…, k) each came through."""
    shape = (*node_minutes.shape[:-1], len(attached.xy))
    minutes, through = np.full(shape, np.inf), np.full(shape, -1)
    in_cell = attached.cell >= 0
    minutes[..., in_cell] = node_minutes[..., attached.cell[in_cell]]
    through[..., in_cell] = attached.cell[in_cell]
    on_road = np.flatnonzero(attached.road.edge >= 0)
    if len(on_road):
        edge = attached.road.edge[on_road]
        along, by_end = on_edges(graph, node_minutes, edge, attached.road.distance[on_road])
        along = along + attached.road.leg[on_road] * graph.settings.access_pace
        node = graph.cells + np.where(by_end, graph.network.end[edge], graph.network.start[edge])
        quicker = along < minutes[..., on_road]
        minutes[..., on_road] = np.where(quicker, along, minutes[..., on_road])
        through[..., on_road] = np.where(quicker, node, through[..., on_road])
    return minutes, through


def minutes_to_nearest(graph: TravelGraph, search: Search, attached: Attached) -> PointMinutes:
    """Time from attached points to the nearest facility of ``search``; beyond ``max_minutes`` is not reached."""
    minutes, through = minutes_at(graph, search.minutes, attached)
    minutes = np.where(minutes <= graph.settings.max_minutes + WITHIN, minutes, np.inf)
    reached = np.isfinite(minutes)
    facility = np.where(reached, search.facility[through], -1)
    reason = attached.reason.copy()
    reason[reached] = CONNECTED
    lost = ~reached & (attached.reason == CONNECTED)
    if lost.any():
        reason[lost] = np.where(_linked(graph, search, attached, lost), BEYOND_LIMIT, SEPARATE_PART)
    return PointMinutes(minutes, facility, attached.road.leg, reason)


def _linked(graph: TravelGraph, search: Search, attached: Attached, lost: np.ndarray) -> np.ndarray:
    """Which of the ``lost`` points lead to a facility, however far. On roads alone one-way rules are heeded; over
    terrain, where one can always walk back, lying in the same part as a facility is enough.
    """
    if graph.steps is None:
        start = np.flatnonzero(search.facility >= 0)
        if len(start) == 0:
            return np.zeros(np.count_nonzero(lost), dtype=bool)
        far = dijkstra(graph.links, indices=start, min_only=True)
        return np.isfinite(minutes_at(graph, far, attached)[0][lost])
    part = graph.part
    served = np.zeros(part.max() + 1, dtype=bool)
    served[part[np.flatnonzero(search.facility >= 0)]] = True
    cell = attached.cell[lost]
    linked = np.where(cell >= 0, served[part[cell]], False)
    edge = attached.road.edge[lost]
    if graph.network is not None:
        linked |= np.where(edge >= 0, served[part[graph.cells + graph.network.start[edge]]], False)
    return linked
