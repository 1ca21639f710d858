"""Road lines and the network they form: nodes where roads meet, edges between nodes, exact positions on edges."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

SAME_PLACE = 1e-6  #: metres within which two positions on an edge are one
LINE_GAP = 1.0  #: metres put between the running distances of two lines, so that a distance names one place


@dataclass(frozen=True)
class Roads:
    """Single-part road lines in a metric CRS and what is known of each; all arrays have one entry a line.

    ``row``: position of the road in the table it came from. ``speed_kmh``: above zero where open.
    ``walked``: slope changes the speed. ``oneway``: 0 both ways, 1 along the line, -1 against it.
    ``leave``: one may leave the road between its junctions. ``rank``: 1 for the highest class of road.
    """

    lines: np.ndarray
    row: np.ndarray
    speed_kmh: np.ndarray
    walked: np.ndarray
    oneway: np.ndarray
    leave: np.ndarray
    rank: np.ndarray

    def __len__(self):
        return len(self.lines)

    def kept(self, mask: np.ndarray) -> Roads:
        """The lines where ``mask`` holds."""
        return Roads(**{name: getattr(self, name)[mask] for name in self.__dataclass_fields__})


def roads_of(geometry, speed_kmh, *, walked=None, oneway=None, leave=None, rank=None) -> Roads:
    """Roads from geometries (lines or multilines, n) and arrays of length n; multilines become several lines."""
    geometry = np.asarray(geometry, dtype=object)
    count = len(geometry)
    lines, row = shapely.get_parts(geometry, return_index=True)
    longer = shapely.length(lines) > 0
    lines, row = shapely.force_2d(lines[longer]), row[longer]

    def column(values, default, dtype):
        full = np.full(count, default, dtype=dtype) if values is None else np.asarray(values, dtype=dtype)
        return full[row]

    return Roads(
        lines=lines,
        row=row,
        speed_kmh=column(speed_kmh, 0.0, float),
        walked=column(walked, False, bool),
        oneway=column(oneway, 0, np.int8),
        leave=column(leave, True, bool),
        rank=column(rank, 99, np.int16),
    )


@dataclass(frozen=True)
class RoadNetwork:
    """Roads cut at their junctions.

    The vertices of all lines lie one after the other: ``xy`` (m, 2); ``along`` (m,) running distance in metres;
    ``line`` (m,) index into ``roads``; ``node`` (m,) node number, or -1 for a vertex inside an edge.
    ``node_xy`` (n, 2). Edges run between successive nodes of a line.
    """

    roads: Roads
    xy: np.ndarray
    along: np.ndarray
    line: np.ndarray
    node: np.ndarray
    node_xy: np.ndarray

    @cached_property
    def _breaks(self) -> tuple[np.ndarray, np.ndarray]:
        stops = np.flatnonzero(self.node >= 0)
        same_line = self.line[stops[1:]] == self.line[stops[:-1]]
        return stops[:-1][same_line], stops[1:][same_line]

    @property
    def first(self) -> np.ndarray:
        """Vertex where each edge starts."""
        return self._breaks[0]

    @property
    def last(self) -> np.ndarray:
        """Vertex where each edge ends."""
        return self._breaks[1]

    @property
    def edges(self) -> int:
        return len(self.first)

    @property
    def nodes(self) -> int:
        return len(self.node_xy)

    @cached_property
    def start(self) -> np.ndarray:
        """Node where each edge starts."""
        return self.node[self.first]

    @cached_property
    def end(self) -> np.ndarray:
        """Node where each edge ends."""
        return self.node[self.last]

    @cached_property
    def length(self) -> np.ndarray:
        """Length of each edge, metres."""
        return self.along[self.last] - self.along[self.first]

    @cached_property
    def edge_line(self) -> np.ndarray:
        """Index into ``roads`` of the line each edge is part of."""
        return self.line[self.first]

    @cached_property
    def lines(self) -> np.ndarray:
        """Each edge as a shapely line."""
        count = self.last - self.first + 1
        edge = np.repeat(np.arange(self.edges), count)
        offset = np.arange(len(edge)) - np.repeat(np.cumsum(count) - count, count)
        return shapely.linestrings(self.xy[np.repeat(self.first, count) + offset], indices=edge)

    @cached_property
    def part(self) -> np.ndarray:
        """For each node the connected part it belongs to; part 0 is the longest. One-way rules are ignored."""
        graph = coo_matrix((np.ones(self.edges), (self.start, self.end)), shape=(self.nodes, self.nodes))
        count, label = connected_components(graph, directed=False)
        total = np.bincount(label[self.start], weights=self.length, minlength=count)
        order = np.empty(count, dtype=int)
        order[np.argsort(-total, kind="stable")] = np.arange(count)
        return order[label]

    def place(self, along: np.ndarray) -> np.ndarray:
        """Coordinates (k, 2) of running distances."""
        return np.column_stack(
            [np.interp(along, self.along, self.xy[:, 0]), np.interp(along, self.along, self.xy[:, 1])]
        )


def build_network(roads: Roads, tolerance: float = 0.01) -> RoadNetwork:
    """Join lines that share a vertex within ``tolerance`` metres. Lines that merely cross are not joined: a bridge
    is not a junction.
    """
    xy, line = shapely.get_coordinates(roads.lines, return_index=True)
    new_line = np.r_[True, line[1:] != line[:-1]]
    step = np.hypot(*np.diff(xy, axis=0, prepend=xy[:1]).T)
    keep = new_line | (step > 0)
    xy, line, new_line, step = xy[keep], line[keep], new_line[keep], step[keep]
    step[new_line] = LINE_GAP
    along = np.cumsum(step)

    key = np.round((xy - xy.min(axis=0)) / tolerance).astype(np.int64)
    vertex_key = key[:, 0] * (key[:, 1].max() + 1) + key[:, 1]
    _, place, uses = np.unique(vertex_key, return_inverse=True, return_counts=True)
    ends = new_line | np.r_[new_line[1:], True]
    is_node = ends | (uses[place] > 1)
    nodes, node_of = np.unique(place[is_node], return_inverse=True)
    node = np.full(len(xy), -1)
    node[is_node] = node_of
    node_xy = np.empty((len(nodes), 2))
    node_xy[node_of] = xy[is_node]
    return RoadNetwork(roads=roads, xy=xy, along=along, line=line, node=node, node_xy=node_xy)


def split(network: RoadNetwork, edge: np.ndarray, distance: np.ndarray) -> tuple[RoadNetwork, np.ndarray]:
    """Put a node on each ``edge`` (k,) at ``distance`` metres from its start.

    Returns the finer network, whose old nodes keep their numbers, and the node (k,) at each place. A place at an end
    of the edge is the node that is there already.
    """
    along = network.along[network.first[edge]] + np.clip(distance, 0, network.length[edge])
    places, of_place = np.unique(along, return_inverse=True)
    before = np.clip(np.searchsorted(network.along, places, side="right") - 1, 0, len(network.along) - 1)
    after = np.minimum(before + 1, len(network.along) - 1)
    near = np.where(
        places - network.along[before] <= SAME_PLACE,
        before,
        np.where(network.along[after] - places <= SAME_PLACE, after, -1),
    )
    node = network.node.copy()
    at_vertex = near >= 0
    plain = np.unique(near[at_vertex & (node[near] < 0)])
    node[plain] = network.nodes + np.arange(len(plain))
    added_xy = [network.node_xy, network.xy[plain]]

    fresh = np.flatnonzero(~at_vertex)
    fresh_xy = network.place(places[fresh])
    fresh_node = network.nodes + len(plain) + np.arange(len(fresh))
    node_of_place = np.empty(len(places), dtype=int)
    node_of_place[at_vertex] = node[near[at_vertex]]
    node_of_place[fresh] = fresh_node

    where = before[fresh] + 1
    finer = replace(
        network,
        xy=np.insert(network.xy, where, fresh_xy, axis=0),
        along=np.insert(network.along, where, places[fresh]),
        line=np.insert(network.line, where, network.line[before[fresh]]),
        node=np.insert(node, where, fresh_node),
        node_xy=np.vstack([*added_xy, fresh_xy]),
    )
    return finer, node_of_place[of_place]


def places_along(network: RoadNetwork, edges: np.ndarray, spacing: float) -> tuple[np.ndarray, np.ndarray]:
    """Places on ``edges`` at most ``spacing`` metres apart, both ends included: edge (k,) and distance (k,)."""
    length = network.length[edges]
    pieces = np.maximum(np.ceil(length / spacing).astype(int), 1)
    which = np.repeat(np.arange(len(edges)), pieces + 1)
    number = np.arange(len(which)) - np.repeat(np.cumsum(pieces + 1) - pieces - 1, pieces + 1)
    return edges[which], number * (length / pieces)[which]


@dataclass(frozen=True)
class Snap:
    """Points put on their nearest edge: ``edge`` (k,) or -1, ``distance`` along it and ``leg`` to it, metres."""

    edge: np.ndarray
    distance: np.ndarray
    leg: np.ndarray


def snap(network: RoadNetwork, xy: np.ndarray, usable: np.ndarray | None = None) -> Snap:
    """Each point (k, 2) on the nearest edge of those where ``usable`` (edges,) holds, exactly, however far."""
    edges = np.arange(network.edges) if usable is None else np.flatnonzero(usable)
    count = len(xy)
    if len(edges) == 0 or count == 0:
        return Snap(np.full(count, -1), np.zeros(count), np.full(count, np.inf))
    points = shapely.points(xy)
    lines = network.lines[edges]
    nearest = shapely.STRtree(lines).query_nearest(points, all_matches=False)
    edge = np.full(count, -1)
    edge[nearest[0]] = edges[nearest[1]]
    line = network.lines[edge]
    return Snap(edge, shapely.line_locate_point(line, points), shapely.distance(line, points))
