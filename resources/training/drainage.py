"""Where water runs on an elevation raster: filled depressions, receivers, upstream area.

Every cell gets one receiver (D8, O'Callaghan & Mark 1984). Depressions are filled along minimax paths to the
edge of the raster, which are the paths of a minimum spanning tree: scipy's compiled tree does the work.
"""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import breadth_first_order, minimum_spanning_tree

NEIGHBOURS = [(-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (-1, 1), (1, -1), (1, 1)]
FILL_GRADIENT_M = 1e-4
"""Rise per cell given to filled ground, so that water keeps a direction on it."""


@dataclass(frozen=True)
class Drainage:
    """Flow tree over the flattened cells of a raster; edge cells are outlets (their own receivers)."""

    receiver: np.ndarray
    distance: np.ndarray
    """Metres to the receiver, 0 at outlets."""
    order: np.ndarray
    """Cells sorted from the outlets upstream."""
    bounds: np.ndarray
    """Start of each distance-in-cells level in ``order``."""

    def levels_upstream(self):
        """Index arrays of cells, outlets' neighbours first."""
        return [self.order[a:b] for a, b in zip(self.bounds[1:-1], self.bounds[2:])]

    def accumulate(self, weight):
        """Sum of ``weight`` over each cell and all cells that drain through it."""
        total = np.array(weight, dtype=float).ravel()
        for level in reversed(self.levels_upstream()):
            np.add.at(total, self.receiver[level], total[level])
        return total

    def spread_upstream(self, label):
        """Give each unlabelled (0) cell the label of the first labelled cell downstream."""
        label = np.array(label).ravel()
        for level in self.levels_upstream():
            empty = level[label[level] == 0]
            label[empty] = label[self.receiver[empty]]
        return label


def _grid_edges(rows, cols):
    index = np.arange(rows * cols, dtype=np.int32).reshape(rows, cols)
    pairs = [
        (index[:, :-1], index[:, 1:]),
        (index[:-1, :], index[1:, :]),
        (index[:-1, :-1], index[1:, 1:]),
        (index[:-1, 1:], index[1:, :-1]),
    ]
    return np.concatenate([a.ravel() for a, _ in pairs]), np.concatenate([b.ravel() for _, b in pairs])


def edge_cells(rows, cols):
    """Flat indices of the outermost cells."""
    index = np.arange(rows * cols).reshape(rows, cols)
    return np.concatenate([index[0], index[-1], index[1:-1, 0], index[1:-1, -1]])


def _depth_in_tree(parent):
    """Steps from each node to the node that is its own parent."""
    depth = (parent != np.arange(len(parent))).astype(np.int32)
    parent = parent.copy()
    while True:
        step = depth[parent]
        if not step.any():
            return depth
        depth += step
        parent = parent[parent]


def fill_depressions(elevation):
    """Elevation raised just enough that every cell has a falling path to the edge."""
    rows, cols = elevation.shape
    count = rows * cols
    flat = np.append(elevation.ravel(), 0.0)
    first, second = _grid_edges(rows, cols)
    edge = edge_cells(rows, cols)
    first = np.concatenate([first, np.full(len(edge), count, dtype=np.int32)])
    second = np.concatenate([second, edge.astype(np.int32)])
    # Weights must not be 0 (scipy reads 0 as "no edge"), hence the shift.
    weight = np.maximum(flat[first], flat[second]) - min(flat.min(), 0.0) + 1.0
    tree = minimum_spanning_tree(csr_matrix((weight, (first, second)), shape=(count + 1, count + 1)))
    _, parent = breadth_first_order(tree, count, directed=False)
    parent[count] = count
    depth = _depth_in_tree(parent)
    highest = flat - FILL_GRADIENT_M * depth
    highest[count] = -np.inf
    while (parent != count).any():
        highest = np.maximum(highest, highest[parent])
        parent = parent[parent]
    return (highest + FILL_GRADIENT_M * depth)[:count].reshape(rows, cols)


def route(filled, cell):
    """Drainage of a surface without depressions."""
    rows, cols = filled.shape
    padded = np.pad(filled, 1, constant_values=np.inf)
    index = np.pad(np.arange(rows * cols).reshape(rows, cols), 1)
    steepest = np.zeros(filled.shape)
    receiver = np.arange(rows * cols).reshape(rows, cols).copy()
    distance = np.zeros(filled.shape)
    for row, col in NEIGHBOURS:
        length = cell * np.hypot(row, col)
        there = (slice(1 + row, 1 + row + rows), slice(1 + col, 1 + col + cols))
        fall = (filled - padded[there]) / length
        better = fall > steepest
        steepest[better] = fall[better]
        receiver[better] = index[there][better]
        distance[better] = length
    receiver, distance = receiver.ravel(), distance.ravel()
    edge = edge_cells(rows, cols)
    receiver[edge], distance[edge] = edge, 0.0
    depth = _depth_in_tree(receiver)
    order = np.argsort(depth, kind="stable")
    bounds = np.concatenate([[0], np.cumsum(np.bincount(depth))])
    return Drainage(receiver, distance, order, bounds)
