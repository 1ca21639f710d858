"""Least-effort paths over a raster as a graph of its cells."""

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

STEPS = [(0, 1), (1, 0), (1, 1), (1, -1)]


def cost_graph(grid, cost):
    """Undirected 8-neighbour graph; an edge costs its length times the mean cost of its two cells."""
    index = np.arange(grid.rows * grid.cols).reshape(grid.shape)
    first, second, weight = [], [], []
    for down, right in STEPS:
        here = (slice(0, grid.rows - down), slice(max(0, -right), grid.cols - max(0, right)))
        there = (slice(down, grid.rows), slice(max(0, right), grid.cols - max(0, -right)))
        first.append(index[here].ravel())
        second.append(index[there].ravel())
        mean = (cost[here] + cost[there]).ravel() / 2
        weight.append(mean * grid.cell * np.hypot(down, right))
    first, second, weight = np.concatenate(first), np.concatenate(second), np.concatenate(weight)
    reachable = np.isfinite(weight)
    size = grid.rows * grid.cols
    return csr_matrix((weight[reachable], (first[reachable], second[reachable])), shape=(size, size))


def nearest_source(graph, sources):
    """Position in ``sources`` of the one each node reaches with least cost."""
    _, _, source = dijkstra(graph, directed=False, indices=sources, min_only=True, return_predecessors=True)
    rank = np.full(graph.shape[0] + 1, -1)
    rank[sources] = np.arange(len(sources))
    return rank[source]
