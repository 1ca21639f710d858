"""Between the seats of towns on the roads: minutes, kilometres and the way itself."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.sparse.csgraph import dijkstra

from ..progress import Progress, silent
from ..travel.faults import NoSourceConnected
from ..travel.graph import CONNECTED, TravelGraph, build_graph
from ..travel.roads import Roads
from ..travel.settings import Direction, TravelSettings

METRES = 1000.0  #: of a kilometre


@dataclass(frozen=True)
class SeatNetwork:
    """Between n seats: ``minutes`` (n, n) the mean of both directions, infinite without a way, 0 on the diagonal;
    ``km`` (n, n) along the quicker direction; ``reason`` (n,) why a seat is on no road, '' when it is.
    """

    minutes: np.ndarray
    km: np.ndarray
    reason: np.ndarray
    _paths: dict

    def path(self, first: int, second: int):
        """The way between two seats as a line from the first to the second, None without one."""
        if first > second:
            line = self._paths.get((second, first))
            return None if line is None else shapely.reverse(line)
        return self._paths.get((first, second))

    @property
    def separate(self) -> np.ndarray:
        """Mask (n,) of the seats on a road that leads to no other seat."""
        reached = np.isfinite(self.minutes).sum(axis=1) > 1
        return (self.reason == CONNECTED) & ~reached & (len(self.reason) > 1)


def between_seats(
    xy: np.ndarray, roads: Roads, max_snap: float = 1000.0, progress: Progress = silent
) -> SeatNetwork:
    """Travel between the seats (n, 2) on the roads. Seats farther than ``max_snap`` metres from any road are not
    connected. The leg between seat and road is walked, as everywhere in this plugin, and is part of the line.
    """
    settings = TravelSettings(direction=Direction.FROM, max_snap=max_snap, max_minutes=np.inf)
    count = len(xy)
    minutes = np.full((count, count), np.inf)
    np.fill_diagonal(minutes, 0.0)
    try:
        graph = build_graph(xy, settings, roads=roads, progress=progress)
    except NoSourceConnected as fault:
        return SeatNetwork(minutes, minutes.copy(), np.array(fault.reasons, dtype=object), {})
    joined = np.flatnonzero(graph.facility_reason == CONNECTED)
    progress("search", 0.0)
    times, before = dijkstra(graph.links, indices=graph.first_facility + joined, return_predecessors=True)
    door = graph.links[graph.first_facility + joined].indices  # the road node of each seat
    leg = graph.facility_leg[joined] * settings.access_pace
    directed = times[:, door] + leg[None, :]
    np.fill_diagonal(directed, 0.0)
    progress("search", 0.5)
    km, paths = _ways(graph, xy, joined, door, directed, before)
    minutes[np.ix_(joined, joined)] = (directed + directed.T) / 2
    whole = np.full((count, count), np.inf)
    np.fill_diagonal(whole, 0.0)
    whole[np.ix_(joined, joined)] = km
    return SeatNetwork(minutes, whole, graph.facility_reason, paths)


def straight_km(xy: np.ndarray) -> np.ndarray:
    """Kilometres (n, n) as the crow flies."""
    return np.hypot(*(xy[:, None, :] - xy[None, :, :]).transpose(2, 0, 1)) / METRES


def _ways(graph: TravelGraph, xy, joined, door, directed, before):
    """Kilometres (k, k) and the lines of all pairs of the ``joined`` seats."""
    edge_of = _quickest_edges(graph)
    km, paths = np.full(directed.shape, np.inf), {}
    np.fill_diagonal(km, 0.0)
    for one in range(len(joined)):
        for other in range(one + 1, len(joined)):
            if not np.isfinite(directed[one, other] + directed[other, one]):
                continue
            forward = directed[one, other] <= directed[other, one]
            start, end = (one, other) if forward else (other, one)
            middle = _line_of(graph, edge_of, _nodes(before[start], door[end]))
            line = _without_repeats(np.vstack([xy[joined[start]], middle, xy[joined[end]]]))
            if not forward:
                line = line[::-1]
            paths[int(joined[one]), int(joined[other])] = shapely.linestrings(line)
            km[one, other] = km[other, one] = np.hypot(*np.diff(line, axis=0).T).sum() / METRES
    return km, paths


def _quickest_edges(graph: TravelGraph) -> dict[tuple[int, int], tuple[int, bool]]:
    """For each pair of neighbouring road nodes the quickest edge from one to the other and whether it runs along."""
    network = graph.network
    start = np.concatenate([network.start, network.end])
    end = np.concatenate([network.end, network.start])
    minutes = np.concatenate([graph.out_start, graph.out_end])
    edge = np.tile(np.arange(network.edges), 2)
    along = np.repeat([True, False], network.edges)
    order = np.argsort(-minutes, kind="stable")  # the quickest is written last
    return dict(zip(zip(start[order].tolist(), end[order].tolist()), zip(edge[order].tolist(), along[order].tolist())))


def _nodes(before: np.ndarray, end: int) -> list[int]:
    """Road nodes on the way from the seat that ``before`` belongs to, up to ``end``."""
    nodes = [int(end)]
    while before[nodes[-1]] >= 0:
        nodes.append(int(before[nodes[-1]]))
    return nodes[-2::-1]  # the last one is the seat itself


def _line_of(graph: TravelGraph, edge_of, nodes: list[int]) -> np.ndarray:
    """Coordinates along the road through ``nodes``."""
    network = graph.network
    pieces = [network.node_xy[nodes[:1]]]
    for pair in zip(nodes[:-1], nodes[1:]):
        edge, along = edge_of[pair]
        xy = network.xy[network.first[edge] : network.last[edge] + 1]
        pieces.append(xy if along else xy[::-1])
    return np.vstack(pieces)


def _without_repeats(xy: np.ndarray) -> np.ndarray:
    kept = np.r_[True, np.hypot(*np.diff(xy, axis=0).T) > 0]
    return xy[kept] if kept.sum() > 1 else xy[:2]
