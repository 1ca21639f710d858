"""Open ground: the pace of every cell and the steps between neighbouring cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.ndimage import distance_transform_edt

from ..grid import Grid
from ..memory import available_memory
from ..progress import Progress, silent
from .faults import AllTerrainClosed, GridTooLarge
from .pace import fastest_factor, minutes_per_metre, slope_factor
from .settings import Direction, TravelSettings

STEPS_8 = ((-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1))
KNIGHT_STEPS = ((-2, -1), (-2, 1), (-1, -2), (-1, 2), (1, -2), (1, 2), (2, -1), (2, 1))
STEPS_16 = tuple(sorted(STEPS_8 + KNIGHT_STEPS))

STRIP_CELLS = 25_000  #: cells worked on at a time: few enough to stay in the processor's cache
BYTES_PER_CELL = 90  #: measured: search state of one node beside its steps
BYTES_PER_STEP = 30  #: measured: one step in the graph, with the copy made while it is put together


def steps_of(neighbours: int) -> tuple[tuple[int, int], ...]:
    """The (row, column) offsets of 8 or 16 neighbours, in the order of their cell numbers."""
    return STEPS_16 if neighbours == 16 else STEPS_8


def crossed_cells(step: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """The cells that a knight's move passes between its two ends; none for a plain step."""
    rows, columns = step
    if abs(rows) == 2:
        return ((rows // 2, 0), (rows // 2, columns))
    if abs(columns) == 2:
        return ((0, columns // 2), (rows, columns // 2))
    return ()


@dataclass(frozen=True)
class Terrain:
    """A grid one may move on. All arrays are (rows, columns).

    ``grid`` carries the geometry and, as values, the elevation in metres (zeros where none is known).
    ``walk_pace`` is the part of the pace that slope changes, ``ride_pace`` the part it does not, in minutes per
    metre; both NaN where the cell is closed. ``unknown_classes``: land-cover codes that no speed was given for.
    """

    grid: Grid
    walk_pace: np.ndarray
    ride_pace: np.ndarray
    unknown_classes: tuple[float, ...] = ()

    @property
    def open(self) -> np.ndarray:
        return np.isfinite(self.walk_pace)

    @cached_property
    def node(self) -> np.ndarray:
        """Number of each open cell, -1 where closed."""
        node = np.full(self.grid.shape, -1, dtype=np.int32)
        node[self.open] = np.arange(np.count_nonzero(self.open), dtype=np.int32)
        return node

    @property
    def pace(self) -> np.ndarray:
        """Minutes per metre on level ground."""
        return self.walk_pace + self.ride_pace

    def closed_where(self, mask: np.ndarray) -> Terrain:
        """The same terrain with the cells of ``mask`` closed."""
        return Terrain(
            self.grid,
            np.where(mask, np.nan, self.walk_pace),
            np.where(mask, np.nan, self.ride_pace),
            self.unknown_classes,
        )


def terrain_of(
    elevation: Grid | None,
    landcover: Grid | None,
    class_speeds: Mapping[float, tuple[float, bool]],
    settings: TravelSettings,
) -> Terrain:
    """Terrain from elevation, land cover or both on the same grid.

    ``class_speeds`` maps a land-cover code to (km/h on the flat, walked). A class without a speed is crossed at the
    speed of open ground; a class with speed 0, a cell without elevation or without land cover is closed. Without
    elevation the ground is taken as level.
    """
    grid = elevation if elevation is not None else landcover
    level_pace = float(minutes_per_metre(settings.open_ground_speed))
    walk = np.full(grid.shape, level_pace)
    ride = np.zeros(grid.shape)
    unknown = []
    if landcover is not None:
        codes, code_of = np.unique(landcover.values, return_inverse=True)
        code_of = code_of.reshape(grid.shape)
        walk_of, ride_of = np.empty(len(codes)), np.zeros(len(codes))
        for number, code in enumerate(codes):
            if np.isnan(code):
                walk_of[number] = np.nan
            elif float(code) in class_speeds:
                speed, walked = class_speeds[float(code)]
                pace = float(minutes_per_metre(speed))
                closed = not np.isfinite(pace)
                walk_of[number] = np.nan if closed else pace if walked else 0.0
                ride_of[number] = np.nan if closed else 0.0 if walked else pace
            else:
                unknown.append(float(code))
                walk_of[number] = level_pace
        walk, ride = walk_of[code_of], ride_of[code_of]
    height = grid.with_values(np.zeros(grid.shape))
    if elevation is not None:
        height = elevation
        walk = np.where(np.isfinite(elevation.values), walk, np.nan)
    ride = np.where(np.isfinite(walk), ride, np.nan)
    if not np.isfinite(walk).any():
        raise AllTerrainClosed(walk.size)
    return Terrain(height, walk, ride, tuple(unknown))


def require_memory(cells: int, neighbours: int, cell_size: float) -> None:
    """Raise :class:`GridTooLarge` before a grid is built that the machine cannot hold."""
    needed = cells * (BYTES_PER_CELL + BYTES_PER_STEP * neighbours)
    available = available_memory()
    if needed > available:
        fitting = cell_size * np.sqrt(needed / available)
        raise GridTooLarge(cells, needed, available, cell_size, float(np.ceil(fitting)))


def within_reach(terrain: Terrain, cells: np.ndarray, settings: TravelSettings) -> np.ndarray | None:
    """Cells (mask) that could be reached from ``cells`` (k, 2: row, column) within the time limit at the fastest pace
    there is; what lies outside need not be in the graph. None when that would spare little.
    """
    grid = terrain.grid
    walk, ride = terrain.walk_pace[terrain.open], terrain.ride_pace[terrain.open]
    fastest = float((walk * fastest_factor(settings.walk_model) + ride).min())
    radius = settings.max_minutes / fastest + 2 * max(grid.dx, grid.dy)
    if len(cells) * np.pi * radius**2 > grid.values.size * grid.dx * grid.dy:
        return None
    source = np.ones(grid.shape, dtype=bool)
    source[cells[:, 0], cells[:, 1]] = False
    return distance_transform_edt(source, sampling=(grid.dy, grid.dx)) <= radius


def _shifted(rows: slice, total_rows: int, columns: int, step: tuple[int, int]):
    """Slices of the strip ``rows`` and of its neighbours in direction ``step``, cut to the grid."""
    down, right = step
    top = max(rows.start, -down)
    bottom = min(rows.stop, total_rows - down)
    left, stop = max(0, -right), columns - max(0, right)
    here = (slice(top, max(bottom, top)), slice(left, stop))
    there = (slice(top + down, max(bottom, top) + down), slice(left + right, stop + right))
    return here, there


def step_minutes(terrain: Terrain, step: tuple[int, int], rows: slice, settings: TravelSettings) -> np.ndarray:
    """Minutes of ``step`` from every cell of the strip ``rows``, in the direction of the search; infinite where it
    cannot be taken.

    The step takes the mean pace of the cells it touches, its slope comes from the two end cells.
    """
    grid = terrain.grid
    total, columns = grid.shape
    minutes = np.full((rows.stop - rows.start, columns), np.inf)
    here, there = _shifted(rows, total, columns, step)
    if here[0].start >= here[0].stop:
        return minutes
    length = float(np.hypot(step[0] * grid.dy, step[1] * grid.dx))
    touched = [here, there]
    for down, right in crossed_cells(step):
        touched.append(tuple(slice(s.start + o, s.stop + o) for s, o in zip(here, (down, right))))
    share = 1.0 / len(touched)
    walk = sum(terrain.walk_pace[cells] for cells in touched) * share
    ride = sum(terrain.ride_pace[cells] for cells in touched) * share
    sign = -1.0 if settings.direction == Direction.TOWARDS else 1.0
    slope = (grid.values[there] - grid.values[here]) * (sign / length)
    inside = (slice(here[0].start - rows.start, here[0].stop - rows.start), here[1])
    taken = length * (slope_factor(settings.walk_model, slope) * walk + ride)
    minutes[inside] = np.where(np.isnan(taken), np.inf, taken)
    return minutes


@dataclass(frozen=True)
class Steps:
    """All steps between open cells in the direction of the search: ``minutes`` and ``target`` node, both (cells,
    neighbours). Every cell has all its steps; those that cannot be taken have infinite minutes.
    """

    minutes: np.ndarray
    target: np.ndarray


def steps_between(
    terrain: Terrain,
    settings: TravelSettings,
    blocked: Mapping[tuple[int, int], np.ndarray] | None = None,
    progress: Progress = silent,
) -> Steps:
    """The steps of a terrain; ``blocked`` maps a step to the mask of cells it may not be taken from."""
    steps = steps_of(settings.neighbours)
    total, columns = terrain.grid.shape
    node, is_open = terrain.node, terrain.open
    cells = np.count_nonzero(is_open)
    taken, target = np.empty((cells, len(steps))), np.empty((cells, len(steps)), dtype=np.int32)
    strip = max(1, STRIP_CELLS // columns)
    done = 0
    for top in range(0, total, strip):
        progress("graph", top / total)
        rows = slice(top, min(top + strip, total))
        here = is_open[rows]
        upto = done + np.count_nonzero(here)
        for number, step in enumerate(steps):
            minutes = step_minutes(terrain, step, rows, settings)
            if blocked is not None:
                minutes[blocked[step][rows]] = np.inf
            taken[done:upto, number] = minutes[here]
            target[done:upto, number] = _neighbour(node, rows, step)[here]
        done = upto
    return Steps(taken, target)


def _neighbour(node: np.ndarray, rows: slice, step: tuple[int, int]) -> np.ndarray:
    """Node of the cell one ``step`` away from every cell of the strip ``rows``; the first node where there is none."""
    neighbour = np.zeros((rows.stop - rows.start, node.shape[1]), dtype=np.int32)
    here, there = _shifted(rows, *node.shape, step)
    neighbour[here[0].start - rows.start : here[0].stop - rows.start, here[1]] = np.maximum(node[there], 0)
    return neighbour
