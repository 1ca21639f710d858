"""Between the seats of towns on the roads: minutes, kilometres and the way itself."""

from __future__ import annotations

from dataclasses import dataclass, field

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
    ``reason`` (n,) why a seat is on no road, '' when it is.
    """

    minutes: np.ndarray
    reason: np.ndarray
    _ways: _Ways | None = field(repr=False, default=None)

    def path(self, first: int, second: int):
        """The way between two seats as a line from the first to the second, in the quicker direction of travel; None
        without one.
        """
        if self._ways is None or not np.isfinite(self.minutes[first, second]) or first == second:
            return None
        return self._ways.line(first, second)

    def km(self, first: int, second: int) -> float:
        """Kilometres along the way, infinite without one."""
        line = self.path(first, second)
        return np.inf if line is None else line.length / METRES

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
        return SeatNetwork(minutes, np.array(fault.reasons, dtype=object))
    joined = np.flatnonzero(graph.facility_reason == CONNECTED)
    door = graph.links[graph.first_facility + joined].indices  # the road node of each seat
    leg = graph.facility_leg[joined] * settings.access_pace
    directed, before = np.empty((len(joined), len(joined))), np.empty((len(joined), graph.nodes), dtype=np.int32)
    for row, seat in enumerate(joined):
        progress("search", row / len(joined))
        times, before[row] = dijkstra(graph.links, indices=graph.first_facility + seat, return_predecessors=True)
        directed[row] = times[door] + leg
    np.fill_diagonal(directed, 0.0)
    minutes[np.ix_(joined, joined)] = (directed + directed.T) / 2
    number = np.full(count, -1)
    number[joined] = np.arange(len(joined))
    return SeatNetwork(minutes, graph.facility_reason, _Ways(graph, number, door, directed, before))


def straight_km(xy: np.ndarray) -> np.ndarray:
    """Kilometres (n, n) as the crow flies."""
    return np.hypot(*(xy[:, None, :] - xy[None, :, :]).transpose(2, 0, 1)) / METRES


class _Ways:
    """The ways between joined seats, each made when it is asked for. ``number`` (n,) of a seat among the joined ones,
    ``before`` (k, nodes) the node before each on the way from every joined seat.
    """

    def __init__(self, graph: TravelGraph, number, door, directed, before):
        self._graph, self._number, self._door = graph, number, door
        self._directed, self._before = directed, before
        self._edge_of = _quickest_edges(graph)

    def line(self, first: int, second: int):
        one, other = self._number[first], self._number[second]
        forward = self._directed[one, other] <= self._directed[other, one]
        start, end = (one, other) if forward else (other, one)
        begin, stop = (first, second) if forward else (second, first)
        middle = _line_of(self._graph, self._edge_of, _nodes(self._before[start], self._door[end]))
        seats = self._graph.facility_xy
        xy = _without_repeats(np.vstack([seats[begin], middle, seats[stop]]))
        return shapely.linestrings(xy if forward else xy[::-1])


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
