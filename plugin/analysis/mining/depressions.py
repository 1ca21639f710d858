"""Ways out of depressions: each spills over the lowest point of its rim, and its water is led back to that point.

The basins of all pits form a small graph whose edges are the lowest passes between them. Its minimum spanning tree,
rooted outside the terrain, holds for every basin the way that climbs least (the level to which a priority flood would
fill it). Along that way the directions between pit and pass are turned round, as if a channel were cut: Cordonnier,
Bovy and Braun (2019), Earth Surface Dynamics 7:549-562. A channel keeps to the valley floor and draws no parallel
lines over filled ground; and the graph has one node a pit, not one a cell, so it is quick.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import breadth_first_order, minimum_spanning_tree

from ..progress import Progress, silent
from .d8 import ANY_NEIGHBOUR, OUTLET, TELL_EVERY, UNDECIDED, Surface, spread_over_flats

OUTSIDE = 0  #: the basin of all cells that drain out of the terrain


@dataclass(frozen=True)
class _Passes:
    """Passes between neighbouring basins, each seen from the ``cell`` (e,) on one side of it.

    ``way`` (e,) is the direction from there across the pass, ``height`` (e,) how high it is, and ``key`` (e,) is
    the smaller basin number × (number of basins) + the larger.
    """

    key: np.ndarray
    cell: np.ndarray
    way: np.ndarray
    height: np.ndarray

    def lowest(self) -> _Passes:
        """One pass, the lowest, between each two basins; sorted by key."""
        if not len(self.key):
            return self
        order = np.argsort(self.key, kind="stable")
        key, height = self.key[order], self.height[order]
        new = np.r_[True, key[1:] != key[:-1]]
        group = np.cumsum(new) - 1
        hit = np.flatnonzero(height == np.minimum.reduceat(height, np.flatnonzero(new))[group])
        kept = order[hit[np.r_[True, np.diff(group[hit]) > 0]]]
        return _Passes(self.key[kept], self.cell[kept], self.way[kept], self.height[kept])


def drain_depressions(surface: Surface, direction: np.ndarray, progress: Progress = silent) -> int:
    """Give the undecided cells of ``direction`` a way out, in place; return how many depressions there were."""
    pit, pits = ndimage.label((direction == UNDECIDED).reshape(surface.heights.shape), structure=ANY_NEIGHBOUR)
    if not pits:
        return 0
    progress("flow", 0.4)
    basin = _basins(surface, direction, pit.reshape(-1), progress)
    passes = _lowest_passes(surface, basin, pits, progress)
    cell, way = _spills(surface, basin, passes, pits)
    progress("flow", 0.75)
    bottom = _turn_round(surface, direction, cell, way, progress)
    spread_over_flats(surface, direction, bottom, progress)
    return pits


def _basins(surface: Surface, direction: np.ndarray, pit: np.ndarray, progress: Progress) -> np.ndarray:
    """The number of each cell's pit, 0 where the water gets out."""
    steps = np.zeros(256, dtype=np.intp)
    steps[:8] = surface.steps
    target = np.arange(len(direction)) + steps[direction]
    while True:
        progress("flow", 0.45)
        further = target[target]
        if (further == target).all():
            return pit[target]
        target = further


def _lowest_passes(surface: Surface, basin: np.ndarray, pits: int, progress: Progress) -> _Passes:
    """The lowest pass between each two neighbouring basins and between each basin and the outside."""
    basins = pits + 1
    terrain = np.isfinite(surface.flat)
    found = [_exits(surface, basin)]
    for k in range(4):  # the other four are the same pairs seen from the other side
        progress("flow", 0.5 + 0.05 * k)
        step = surface.steps[k]
        inner = slice(max(-step, 0), len(basin) - max(step, 0))
        there = slice(inner.start + step, inner.stop + step)
        differ = (basin[inner] != basin[there]) & terrain[inner] & terrain[there]
        cell = np.flatnonzero(differ) + inner.start
        one, other = basin[cell].astype(np.int64), basin[cell + step].astype(np.int64)
        key = np.minimum(one, other) * basins + np.maximum(one, other)
        height = np.maximum(surface.flat[cell], surface.flat[cell + step])
        found.append(_Passes(key, cell, np.full(len(cell), k, dtype=np.uint8), height).lowest())
    progress("flow", 0.7)
    columns = ([getattr(part, name) for part in found] for name in ("key", "cell", "way", "height"))
    return _Passes(*map(np.concatenate, columns)).lowest()


def _exits(surface: Surface, basin: np.ndarray) -> _Passes:
    """Cells of pits' basins that touch the outside: a pass to it at their own height."""
    inland = np.flatnonzero(basin > OUTSIDE)
    touches = np.zeros(len(inland), dtype=bool)
    for step in surface.steps:
        touches |= np.isinf(surface.flat[inland + step])
    cell = inland[touches]
    # The outside has number 0, so that the key of its pass to a basin is the basin's number.
    return _Passes(
        basin[cell].astype(np.int64), cell, np.full(len(cell), OUTLET, dtype=np.uint8), surface.flat[cell]
    ).lowest()


def _spills(surface: Surface, basin: np.ndarray, passes: _Passes, pits: int) -> tuple[np.ndarray, np.ndarray]:
    """The cell where the water of basins 1 … ``pits`` leaves them, and in which direction."""
    basins = pits + 1
    rank = np.empty(len(passes.key))  # the tree reads a height of 0 as "no pass"; an order it reads well
    rank[np.argsort(passes.height, kind="stable")] = np.arange(1, len(passes.key) + 1)
    graph = csr_matrix((rank, np.divmod(passes.key, basins)), shape=(basins, basins))
    _, next_basin = breadth_first_order(minimum_spanning_tree(graph), OUTSIDE, directed=False)
    own, other = np.arange(1, basins), next_basin[1:].astype(np.int64)
    number = np.searchsorted(passes.key, np.minimum(own, other) * basins + np.maximum(own, other))
    cell, way = passes.cell[number], passes.way[number]
    across = basin[cell] != own
    cell[across] += surface.steps[way[across]]
    way[across] = (way[across] + 4) % 8
    return cell, way


def _turn_round(
    surface: Surface, direction: np.ndarray, cell: np.ndarray, way: np.ndarray, progress: Progress
) -> np.ndarray:
    """Turn the directions between each pass and its pit round; return the first cell of each pit that is met.

    All basins are walked together, one step a round; no two walks meet, each stays in its basin.
    """
    bottoms, rounds = [], 0
    while len(cell):
        rounds += 1
        if rounds % TELL_EVERY == 0:
            progress("flow", 0.8)
        before = direction[cell]
        direction[cell] = way
        bottom = before == UNDECIDED
        bottoms.append(cell[bottom])
        cell, before = cell[~bottom], before[~bottom]
        cell, way = cell + surface.steps[before], (before + 4) % 8
    return np.concatenate(bottoms)
