"""Shortest times over a travel graph."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse.csgraph import dijkstra

from ..progress import Progress, silent
from .graph import CONNECTED, TravelGraph
from .wave import spread

MATRIX_BYTES = 200_000_000  #: size of one block of times from many facilities
MATRIX_NODES = 1_000_000  #: nodes settled in one call that cannot be interrupted


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
    """Time to the nearest of ``facilities`` (indices, default all) from every node, up to ``limit`` minutes."""
    chosen = connected_facilities(graph, facilities)
    progress("search", 0.0)
    if len(chosen) == 0:
        return Search(np.full(graph.nodes, np.inf), np.full(graph.nodes, -1))
    source = graph.first_facility + chosen
    if graph.steps is None:
        minutes, _, entered = dijkstra(
            graph.links, indices=source, min_only=True, limit=limit, return_predecessors=True
        )
    else:
        minutes, entered = spread(graph.steps, graph.links, source, limit, progress)
    facility = np.where(np.isfinite(minutes), entered - graph.first_facility, -1)
    return Search(minutes, facility)


def each_facility(graph: TravelGraph, limit: float, progress: Progress = silent):
    """Yield (indices of facilities, minutes (facilities, nodes)) in blocks that fit into memory; times beyond
    ``limit`` are infinite.
    """
    chosen = connected_facilities(graph)
    block = 1
    if graph.steps is None:
        block = max(1, min(MATRIX_BYTES // (8 * graph.nodes), MATRIX_NODES // graph.nodes))
    for first in range(0, len(chosen), block):
        some = chosen[first : first + block]

        def part(step, share, done=first):
            progress(step, (done + share * block) / len(chosen))

        part("search", 0.0)
        source = graph.first_facility + some
        if graph.steps is None:
            minutes = dijkstra(graph.links, indices=source, limit=limit)
        else:
            minutes = spread(graph.steps, graph.links, source, limit, part)[0][None, :]
        yield some, minutes

