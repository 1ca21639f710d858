"""Shortest times over a travel graph."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from ..progress import Progress, silent
from .graph import CONNECTED, LEAST_MINUTES, TravelGraph

SLAB_NODES = 350_000  #: nodes meant to be settled in one call that cannot be interrupted: half a second
MATRIX_BYTES = 200_000_000  #: size of one block of times from many facilities


@dataclass(frozen=True)
class Search:
    """For every node of a graph the ``minutes`` to the nearest facility (infinite beyond the limit) and the number of
    that ``facility`` (-1 when there is none).
    """

    minutes: np.ndarray
    facility: np.ndarray


def connected_facilities(graph: TravelGraph, facilities: np.ndarray | None = None) -> np.ndarray:
    """Of ``facilities`` (indices, default all) those that the graph can reach."""
    chosen = np.arange(len(graph.facility_xy)) if facilities is None else np.asarray(facilities, dtype=int)
    return chosen[graph.facility_reason[chosen] == CONNECTED]


def nearest_facility(
    graph: TravelGraph, limit: float, facilities: np.ndarray | None = None, progress: Progress = silent
) -> Search:
    """Time to the nearest of ``facilities`` (indices, default all) from every node, up to ``limit`` minutes.

    A large graph is searched in slabs of time, so that progress can be told and the search be stopped: each slab
    starts from the nodes that the slab before has settled at its edge.
    """
    chosen = connected_facilities(graph, facilities)
    size = graph.matrix.shape[0]
    minutes, facility = np.full(size, np.inf), np.full(size, -1)
    progress("search", 0.0)
    if len(chosen) == 0:
        return Search(minutes, facility)
    edge = graph.first_facility + chosen
    facility[edge] = chosen
    width = _first_width(graph.matrix, len(chosen)) if size > SLAB_NODES else np.inf
    with _Slabs(graph.matrix) as slabs:
        while len(edge):
            horizon = slabs.base + width
            found, entered = slabs.search(edge, min(horizon, limit))
            fresh = np.isfinite(found) & ~np.isfinite(minutes)
            minutes[fresh], facility[fresh] = found[fresh], facility[entered[fresh]]
            progress("search", np.count_nonzero(facility >= 0) / size)
            if horizon >= limit:
                break
            width *= np.clip(SLAB_NODES / max(np.count_nonzero(fresh), 1), 0.3, 2.0)
            edge = slabs.move_on(minutes)
    minutes[minutes < 10 * LEAST_MINUTES] = 0.0
    return Search(minutes, facility)


def _first_width(matrix: csr_matrix, sources: int) -> float:
    """Minutes in which a slab of nodes is settled if the search spreads as a disc around each source."""
    steps = np.sqrt(SLAB_NODES / (np.pi * sources))
    return float(np.median(matrix.data[:: max(1, matrix.nnz // 10_000)]) * steps)


class _Slabs:
    """A graph searched in slabs of time. The sources of a slab are the nodes at the edge of what is settled: their
    steps outward carry, beyond the step itself, how much later than ``base`` they were settled, and no step leads back.
    The graph is changed in place and restored at the end.
    """

    def __init__(self, matrix: csr_matrix):
        self.matrix = matrix
        self.base = 0.0
        self.longest = None
        self.changed: list[tuple[np.ndarray, np.ndarray]] = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._restore()

    def search(self, sources: np.ndarray, horizon: float) -> tuple[np.ndarray, np.ndarray]:
        """Minutes (nodes,) up to ``horizon`` and the source that each was entered from."""
        limit = max(horizon - self.base, LEAST_MINUTES)
        found, _, entered = dijkstra(self.matrix, indices=sources, min_only=True, limit=limit, return_predecessors=True)
        return found + self.base, np.where(np.isfinite(found), entered, sources[0])

    def move_on(self, minutes: np.ndarray) -> np.ndarray:
        """Make the graph ready for the next slab; ``minutes`` (nodes,) are finite where settled. Returns the sources."""
        self._restore()
        settled = np.isfinite(minutes)
        if self.longest is None:
            usable = self.matrix.data[np.isfinite(self.matrix.data)]
            self.longest = float(usable.max()) if len(usable) else 0.0
        near = np.flatnonzero(settled & (minutes + self.longest >= minutes[settled].max()))
        step, owner = self._steps_of(near)
        target = self.matrix.indices[step]
        outward = ~settled[target] & np.isfinite(self.matrix.data[step])
        edge = np.unique(owner[outward])
        if len(edge) == 0:
            return edge
        self.base = float(minutes[edge].min())
        back, _ = self._steps_of(np.unique(target[outward]))
        back = back[settled[self.matrix.indices[back]]]
        inward = step[~outward & np.isin(owner, edge)]
        later = self.matrix.data[step[outward]] + minutes[owner[outward]] - self.base
        self._change(np.concatenate([back, inward]), np.inf)
        self._change(step[outward], later)
        return edge

    def _steps_of(self, nodes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Positions in the matrix of all steps of ``nodes``, and the node that each belongs to."""
        pointer = self.matrix.indptr
        degree = (pointer[nodes + 1] - pointer[nodes]).astype(np.int64)
        owner = np.repeat(nodes, degree)
        position = np.repeat(pointer[nodes] - np.cumsum(degree) + degree, degree) + np.arange(len(owner))
        return position, owner

    def _change(self, position: np.ndarray, value) -> None:
        self.changed.append((position, self.matrix.data[position]))
        self.matrix.data[position] = value

    def _restore(self) -> None:
        while self.changed:
            position, value = self.changed.pop()
            self.matrix.data[position] = value


def each_facility(graph: TravelGraph, limit: float, progress: Progress = silent):
    """Yield (indices of facilities, minutes (facilities, nodes)) in blocks that fit into memory; times beyond
    ``limit`` are infinite.
    """
    chosen = connected_facilities(graph)
    block = max(1, MATRIX_BYTES // (8 * graph.matrix.shape[0]))
    block = min(block, max(1, int(2 * SLAB_NODES // graph.matrix.shape[0])))
    for first in range(0, len(chosen), block):
        progress("search", first / len(chosen))
        some = chosen[first : first + block]
        minutes = dijkstra(graph.matrix, indices=graph.first_facility + some, limit=limit)
        minutes[minutes < 10 * LEAST_MINUTES] = 0.0
        yield some, minutes
