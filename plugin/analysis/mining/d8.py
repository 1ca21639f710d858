"""Which of its eight neighbours each cell of a terrain drains to, depressions left aside.

The cells are kept with a frame of one cell around them, so that every cell has eight neighbours and a neighbour is a
fixed step away in the flattened array. Directions are written into one flat array of bytes, in place.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from ..grid import Grid
from ..progress import Progress, silent

#: Steps (row, column) from east clockwise, so that the opposite of direction k is k + 4. The code of direction k in
#: the tables of Jenson and Domingue (1988) and of GIS software is 2 to the power of k.
NEIGHBOURS = ((0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1))
STRAIGHT_FIRST = (0, 2, 4, 6, 1, 3, 5, 7)
OUTLET = 8  #: the water leaves the terrain here
UNDECIDED = 9  #: no way down is known
NOWHERE = 10  #: not part of the terrain
ANY_NEIGHBOUR = np.ones((3, 3), dtype=bool)
BLOCK = 256  #: rows worked on at a time: small enough for the processor's cache and for a prompt cancel
TELL_EVERY = 50  #: rounds between two reports


@dataclass(frozen=True)
class Surface:
    """A terrain with a frame around it.

    ``heights`` is (rows + 2, cols + 2) in metres, infinite outside the terrain. ``steps`` (8,) leads to the neighbours
    in the flattened array, ``lengths`` (8,) is how far they are in metres. ``bridged`` counts the cells of holes.
    """

    heights: np.ndarray
    steps: np.ndarray
    lengths: np.ndarray
    bridged: int

    @property
    def flat(self) -> np.ndarray:
        return self.heights.reshape(-1)


def surface_of(grid: Grid) -> Surface:
    """The terrain of ``grid``: heights in metres, NaN where there are none.

    Cells without height that reach the grid's edge are outside the terrain. Those enclosed by terrain are holes in the
    data, not in the ground: each is taken as a lake at the height of the lowest cell around it, so that a river that
    enters it comes out where it would spill.
    """
    heights = np.full((grid.rows + 2, grid.cols + 2), np.inf)
    heights[1:-1, 1:-1] = np.where(np.isfinite(grid.values), grid.values, np.inf)
    steps = np.array([row * heights.shape[1] + col for row, col in NEIGHBOURS])
    return Surface(heights, steps, step_lengths(grid), _bridge_holes(heights, steps))


def step_lengths(grid: Grid) -> np.ndarray:
    """(8,) metres to the neighbours."""
    return np.array([np.hypot(row * grid.dy, col * grid.dx) for row, col in NEIGHBOURS])


def descend(surface: Surface, progress: Progress = silent) -> np.ndarray:
    """Flat directions: down the steepest slope (O'Callaghan and Mark 1984), the first from east clockwise among equals.

    A cell with no lower neighbour is an outlet where it touches the outside, and undecided elsewhere.
    """
    heights = surface.heights
    rows, width = heights.shape
    direction = np.full(heights.shape, NOWHERE, dtype=np.uint8)
    for top in range(1, rows - 1, BLOCK):
        progress("flow", 0.3 * top / rows)
        bottom = min(top + BLOCK, rows - 1)
        here, chosen = heights[top:bottom, 1:-1], direction[top:bottom, 1:-1]
        chosen[:] = UNDECIDED
        steepest, border = np.zeros(here.shape), np.zeros(here.shape, dtype=bool)
        for k, (row, col) in enumerate(NEIGHBOURS):
            there = heights[top + row : bottom + row, 1 + col : width - 1 + col]
            border |= np.isinf(there)
            with np.errstate(invalid="ignore"):  # infinite less infinite, outside the terrain
                slope = (here - there) / surface.lengths[k]
            better = slope > steepest
            np.copyto(steepest, slope, where=better)
            np.copyto(chosen, np.uint8(k), where=better)
        chosen[border & (chosen == UNDECIDED)] = OUTLET
        chosen[np.isinf(here)] = NOWHERE
    return direction.reshape(-1)


def cross_flats(surface: Surface, direction: np.ndarray, progress: Progress = silent) -> None:
    """Let level ground drain to the nearest of its own cells that has a way down; what has none stays undecided."""
    flat = np.flatnonzero(direction == UNDECIDED)
    height = surface.flat
    for k in STRAIGHT_FIRST:
        there = flat + surface.steps[k]
        way = (direction[there] < UNDECIDED) & (height[there] == height[flat]) & (direction[flat] == UNDECIDED)
        # Marked, not yet decided: the cells decided in this round must not lead others in it.
        direction[flat[way]] = NOWHERE + 1 + k
    first = flat[direction[flat] > NOWHERE]
    direction[first] -= NOWHERE + 1
    spread_over_flats(surface, direction, first, progress)


def spread_over_flats(surface: Surface, direction: np.ndarray, front: np.ndarray, progress: Progress = silent) -> None:
    """Lead all undecided cells that hang together with those of ``front`` to it, along the fewest cells.

    An undecided cell has no lower neighbour, so those that touch it without a frame between are as high as itself.
    """
    rounds = 0
    while len(front):
        rounds += 1
        if rounds % TELL_EVERY == 0:
            progress("flow", 0.35)
        found = []
        for k in STRAIGHT_FIRST:
            there = front + surface.steps[k]
            there = there[direction[there] == UNDECIDED]
            direction[there] = (k + 4) % 8
            found.append(there)
        front = np.concatenate(found)


def _bridge_holes(heights: np.ndarray, steps: np.ndarray) -> int:
    """Give the holes in ``heights`` the height of the lowest cell around them; return how many cells that were."""
    label, holes = ndimage.label(np.isinf(heights), structure=ANY_NEIGHBOUR)
    label, height = label.reshape(-1), heights.reshape(-1)
    label[label == label[0]] = 0  # the frame, and all that reaches it
    cell = np.flatnonzero(label)
    lowest = np.full(holes + 1, np.inf)
    for step in steps:
        np.minimum.at(lowest, label[cell], height[cell + step])
    height[cell] = lowest[label[cell]]
    return len(cell)
