"""Shortest times over a travel graph."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from ..progress import Progress, silent
from .graph import CONNECTED, LEAST_MINUTES, TravelGraph

SLAB_NODES = 200_000  #: nodes meant to be settled in one call that cannot be interrupted: some tenths of a second
MATRIX_BYTES = 200_000_000  #: size of one block of times from many facilities


@dataclass(frozen=True)
class Search:
    """For every node of a graph the ``minutes`` to the nearest facility (infinite beyond the limit) and the number of
    that ``facility`` (-1 when there is none).
    """

    minutes: np.ndarray
    facility: np.ndarray


@dataclass(frozen=True)
class _Doors:
    """Nodes of a graph through which a search enters it: when, and from which facility."""

    node: np.ndarray
    minutes: np.ndarray
    facility: np.ndarray

    def earliest(self) -> _Doors:
        """One door a node, the one that opens first."""
        order = np.lexsort((self.minutes, self.node))
        node = self.node[order]
        first = order[np.r_[True, node[1:] != node[:-1]][: len(node)]]
        return _Doors(self.node[first], self.minutes[first], self.facility[first])


def connected_facilities(graph: TravelGraph, facilities: np.ndarray | None = None) -> np.ndarray:
    """Of ``facilities`` (indices, default all) those that the graph can reach."""
    chosen = np.arange(len(graph.facility_xy)) if facilities is None else np.asarray(facilities, dtype=int)
    return chosen[graph.facility_reason[chosen] == CONNECTED]


def nearest_facility(
    graph: TravelGraph, limit: float, facilities: np.ndarray | None = None, progress: Progress = silent
) -> Search:
    """Time to the nearest of ``facilities`` (indices, default all) from every node, up to ``limit`` minutes.

    A large graph is searched in slabs of time: each slab settles some of the nodes, reports progress and can be
    stopped; what is settled is taken out of the graph of the next slab.
    """
    chosen = connected_facilities(graph, facilities)
    size = graph.matrix.shape[0]
    minutes, facility = np.full(size, np.inf), np.full(size, -1)
    part, number = graph.matrix, np.arange(size)
    doors = _Doors(graph.first_facility + chosen, np.zeros(len(chosen)), chosen)
    width = _first_width(graph.matrix, max(len(chosen), 1)) if size > SLAB_NODES else np.inf
    horizon = width
    progress("search", 0.0)
    while len(doors.node):
        found, origin = _slab(part, doors, min(horizon, limit))
        settled = np.isfinite(found)
        minutes[number[settled]], facility[number[settled]] = found[settled], origin[settled]
        progress("search", float(np.isfinite(minutes).mean()))
        if horizon >= limit or settled.all():
            break
        width *= np.clip(SLAB_NODES / max(np.count_nonzero(settled), 1), 0.3, 2.0)
        part, number, doors = _unsettled(part, number, doors, settled, found, origin)
        if len(doors.node):
            horizon = doors.minutes.min() + width
    minutes[minutes < 10 * LEAST_MINUTES] = 0.0
    return Search(minutes, facility)


def _first_width(matrix: csr_matrix, sources: int) -> float:
    """Minutes in which about half a slab of nodes is settled if the search spreads as a disc around each source."""
    steps = np.sqrt(SLAB_NODES / 2 / (np.pi * sources))
    return float(np.median(matrix.data[:: max(1, matrix.nnz // 10_000)]) * steps)


def _slab(part: csr_matrix, doors: _Doors, horizon: float) -> tuple[np.ndarray, np.ndarray]:
    """Minutes and facility of every node of ``part`` that is entered through ``doors`` up to ``horizon``."""
    size, extra = part.shape[0], len(doors.node)
    base = doors.minutes.min()
    graph = csr_matrix((size + extra, size + extra))
    graph.data = np.concatenate([part.data, np.maximum(doors.minutes - base, LEAST_MINUTES)])
    graph.indices = np.concatenate([part.indices, doors.node.astype(part.indices.dtype)])
    pointer = part.indptr[-1] + np.arange(1, extra + 1, dtype=part.indptr.dtype)
    graph.indptr = np.concatenate([part.indptr, pointer])
    found, _, entered = dijkstra(
        graph,
        indices=size + np.arange(extra),
        min_only=True,
        limit=max(horizon - base, LEAST_MINUTES),
        return_predecessors=True,
    )
    found, entered = found[:size] + base, entered[:size]
    door = np.where(np.isfinite(found), entered - size, 0)
    return found, np.where(np.isfinite(found), doors.facility[door], -1)


def _unsettled(part, number, doors: _Doors, settled, found, origin):
    """What is left of a graph: its unsettled nodes, their numbers, and the doors into them."""
    left = ~settled
    new_number = np.cumsum(left) - 1
    edge = part[settled]
    start = np.repeat(np.flatnonzero(settled), np.diff(edge.indptr))
    across = left[edge.indices]
    still_open = left[doors.node]
    new_doors = _Doors(
        np.concatenate([new_number[edge.indices[across]], new_number[doors.node[still_open]]]),
        np.concatenate([found[start[across]] + edge.data[across], doors.minutes[still_open]]),
        np.concatenate([origin[start[across]], doors.facility[still_open]]),
    )
    rows = part[left]
    inside = left[rows.indices]
    before = np.concatenate([[0], np.cumsum(inside)])
    rest = csr_matrix((len(rows.indptr) - 1,) * 2)
    rest.data = rows.data[inside]
    rest.indices = new_number[rows.indices[inside]].astype(part.indices.dtype)
    rest.indptr = before[rows.indptr].astype(part.indptr.dtype)
    return rest, number[left], new_doors.earliest()


def each_facility(graph: TravelGraph, limit: float, progress: Progress = silent):
    """Yield (indices of facilities, minutes (facilities, nodes)) in blocks that fit into memory; times beyond
    ``limit`` are infinite.
    """
    chosen = connected_facilities(graph)
    block = max(1, MATRIX_BYTES // (8 * graph.matrix.shape[0]))
    block = min(block, max(1, int(5 * SLAB_NODES // graph.matrix.shape[0])))
    for first in range(0, len(chosen), block):
        progress("search", first / len(chosen))
        some = chosen[first : first + block]
        minutes = dijkstra(graph.matrix, indices=graph.first_facility + some, limit=limit)
        minutes[minutes < 10 * LEAST_MINUTES] = 0.0
        yield some, minutes
