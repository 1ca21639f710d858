"""Where water runs over a terrain: a direction for every cell, upstream cells, distances down to given places.

Every cell has one receiver (D8). The receivers form trees whose roots are the outlets, so sums and distances along
them are found by pointer doubling: in round i every cell knows what lies within 2^i cells, and the number of rounds
is the logarithm of the longest course. No recursion, no loop over cells.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..grid import Grid
from ..memory import available_memory
from ..progress import Progress, silent
from ..travel.faults import GridTooLarge
from .d8 import NEIGHBOURS, NOWHERE, OUTLET, cross_flats, descend, step_lengths, surface_of
from .depressions import drain_depressions

BYTES_PER_CELL = 140  #: measured on white noise, where every ninth cell is a pit; hills take a third of it


@dataclass(frozen=True)
class Drainage:
    """Where each cell of ``grid`` drains to.

    ``direction`` (rows, cols) holds 0–7 from east clockwise, OUTLET where the water leaves the terrain, NOWHERE outside
    it. ``receiver`` (rows × cols,) is the flat number of the next cell, the cell's own at outlets and outside.
    ``depressions`` were given a way out; ``bridged`` cells without height, enclosed by terrain, were crossed.
    """

    grid: Grid
    direction: np.ndarray
    receiver: np.ndarray
    depressions: int
    bridged: int

    @property
    def step(self) -> np.ndarray:
        """(rows × cols,) metres to the receiver, 0 at outlets."""
        lengths = np.zeros(NOWHERE + 1)
        lengths[:8] = step_lengths(self.grid)
        return lengths[self.direction.reshape(-1)]


@dataclass(frozen=True)
class FlowTo:
    """What flows to given cells: ``metres`` (rows, cols) along the course to the first of them that it meets, infinite
    where it meets none, and ``target`` (rows, cols), the number of that cell in the order given, or -1."""

    metres: np.ndarray
    target: np.ndarray


def drain(grid: Grid, progress: Progress = silent) -> Drainage:
    """The drainage of a terrain: ``grid`` holds heights in metres, NaN outside.

    Down the steepest slope; level ground to its nearest way down; depressions over the lowest point of their rim, as if
    a channel were cut through it. Every cell reaches an outlet: a cell at the edge of the terrain without a lower
    neighbour, or the edge cell over which a depression spills. Raises GridTooLarge.
    """
    _check_memory(grid)
    progress("flow", 0.0)
    surface = surface_of(grid)
    direction = descend(surface, progress)
    cross_flats(surface, direction, progress)
    depressions = drain_depressions(surface, direction, progress)
    progress("flow", 0.9)
    direction = np.ascontiguousarray(direction.reshape(surface.heights.shape)[1:-1, 1:-1])
    steps = np.zeros(NOWHERE + 1, dtype=np.intp)
    steps[:8] = [row * grid.cols + col for row, col in NEIGHBOURS]
    receiver = np.arange(direction.size) + steps[direction.reshape(-1)]
    return Drainage(grid, direction, receiver, depressions, surface.bridged)


def accumulate(drainage: Drainage, progress: Progress = silent) -> np.ndarray:
    """(rows, cols) how many cells with a height drain through each cell, itself included."""
    cells = len(drainage.receiver)
    nowhere = cells  # one more cell that takes what has left the terrain
    target = np.append(np.where(drainage.direction.reshape(-1) >= OUTLET, nowhere, drainage.receiver), nowhere)
    total = np.append(np.isfinite(drainage.grid.values).astype(float).reshape(-1), 0.0)
    while (target != nowhere).any():
        progress("flow", 0.95)
        total += np.bincount(target, total, minlength=cells + 1)
        total[nowhere] = 0.0
        target = target[target]
    return np.round(total[:cells]).astype(np.int64).reshape(drainage.grid.shape)


def flow_to(drainage: Drainage, cells, progress: Progress = silent) -> FlowTo:
    """How far it is along the course from every cell down to the first of ``cells`` (flat numbers) that it meets.

    All of them are looked for in one pass. Numbers below 0 are places that are not on the terrain and meet nothing; of
    several equal numbers the first counts.
    """
    cells = np.asarray(cells, dtype=np.intp).reshape(-1)
    number = np.full(len(drainage.receiver), -1, dtype=np.int32)
    for_last_wins = np.flatnonzero(cells >= 0)[::-1]
    number[cells[for_last_wins]] = for_last_wins

    target, metres = drainage.receiver.copy(), drainage.step
    wanted = cells[cells >= 0]
    target[wanted], metres[wanted] = wanted, 0.0
    while True:
        progress("upstream", 0.0)
        further = target[target]
        if (further == target).all():
            break
        metres += metres[target]
        target = further
    found = number[target]
    metres[found < 0] = np.inf
    return FlowTo(metres.reshape(drainage.grid.shape), found.reshape(drainage.grid.shape))


def _check_memory(grid: Grid) -> None:
    needed, available = grid.values.size * BYTES_PER_CELL, available_memory()
    if needed > available:
        cell = max(grid.dx, grid.dy)
        fitting = float(np.ceil(cell * np.sqrt(needed / available)))
        raise GridTooLarge(grid.values.size, needed, available, cell, fitting)
