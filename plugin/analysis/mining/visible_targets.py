"""Which mines are seen, how much of each, by how many, and from how near."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..progress import Progress, silent
from .observers import Observers
from .sightlines import Ground, clear
from .visibility import BLOCK

STEP = "targets"  #: the name of this work to whom it reports
COMBINATIONS = 1_000_000  #: observers × targets compared at once


@dataclass(frozen=True)
class Targets:
    """k targets as places: ``of`` (m,) says whose place it is, ascending; ``row``, ``column`` as :class:`Ground`
    counts them and ``height`` of the ground in metres, (m,). ``known`` (k,) is the share of each target's places that
    lie on known ground: only those are in the lists.
    """

    of: np.ndarray
    row: np.ndarray
    column: np.ndarray
    height: np.ndarray
    known: np.ndarray


@dataclass(frozen=True)
class SeenTargets:
    """For each of k targets: the ``share`` (0–1) of its places that somebody sees, NaN without known ground; how many
    ``observers`` see any of it; the metres to the ``nearest`` of these, NaN without; and whether any observer is
    ``near`` enough to see.
    """

    share: np.ndarray
    observers: np.ndarray
    nearest: np.ndarray
    near: np.ndarray


def targets_on(ground: Ground, geometries: np.ndarray) -> Targets:
    """Points where they are, every part of a multipoint; areas by the centres of the cells in them, an area without
    any by a point inside it.
    """
    geometries = np.asarray(geometries, dtype=object)
    of, xy = _places(ground.grid, geometries)
    inside = ground.grid.cell_of(xy)[0] >= 0
    row, column = ground.places(xy)
    height = np.full(len(of), np.nan)
    height[inside] = ground.at(row[inside], column[inside])
    known = np.isfinite(height)
    places = np.bincount(of, minlength=len(geometries))
    with np.errstate(invalid="ignore"):
        share = np.bincount(of[known], minlength=len(geometries)) / places
    return Targets(of[known], row[known], column[known], height[known], np.nan_to_num(share))


def _places(grid, geometries: np.ndarray):
    """Which target (m,) and where (m, 2) each place is; areas also where they lie outside the grid."""
    area = shapely.get_dimensions(geometries) == 2
    shapely.prepare(geometries)
    left, bottom, right, top = shapely.bounds(geometries).T
    first_column, first_row = np.floor((left - grid.x0) / grid.dx), np.floor((grid.y0 - top) / grid.dy)
    columns = np.where(area, np.floor((right - grid.x0) / grid.dx) - first_column + 1, 0).astype(int)
    rows = np.where(area, np.floor((grid.y0 - bottom) / grid.dy) - first_row + 1, 0).astype(int)
    of, number = _numbered(rows * columns)
    row, column = np.divmod(number, columns[of])
    xy = grid.centres(first_row[of] + row, first_column[of] + column)
    inside = shapely.contains_xy(geometries[of], xy[:, 0], xy[:, 1])
    of, xy = of[inside], xy[inside]

    small = area & (np.bincount(of, minlength=len(geometries)) == 0)
    points = np.where(small, shapely.point_on_surface(geometries), np.where(area, None, geometries))
    point_xy, point_of = shapely.get_coordinates(points, return_index=True)
    of, xy = np.concatenate([of, point_of]), np.concatenate([xy, point_xy])
    order = np.argsort(of, kind="stable")
    return of[order], xy[order]


def _numbered(counts: np.ndarray):
    """For each of ``counts.sum()`` members the group it belongs to and its number in the group."""
    group = np.repeat(np.arange(len(counts)), counts)
    return group, np.arange(len(group)) - np.repeat(np.cumsum(counts) - counts, counts)


def targets_seen(
    ground: Ground,
    observers: Observers,
    targets: Targets,
    target_height: float,
    max_distance: float,
    progress: Progress = silent,
) -> SeenTargets:
    """What the observers see of the targets, ``target_height`` metres above the ground, within ``max_distance``
    metres. Only pairs within that distance are looked at.
    """
    count = len(targets.known)
    seen = np.zeros(len(targets.of), dtype=bool)
    watchers = np.zeros(count, dtype=np.int64)
    nearest = np.full(count, np.inf)
    near = np.zeros(count, dtype=bool)
    for observer, target, share in _combinations(ground, observers, targets, max_distance):
        progress(STEP, share)
        combination, place, metres = _pairs(ground, observers, targets, observer, target, max_distance)
        near[targets.of[place]] = True
        eye = observer[combination]
        start = (observers.row[eye], observers.column[eye], observers.height[eye])
        end = (targets.row[place], targets.column[place], targets.height[place] + target_height)
        free = clear(ground, start, end)
        seen[place[free]] = True
        watchers += np.bincount(target[np.unique(combination[free])], minlength=count)
        np.minimum.at(nearest, targets.of[place[free]], metres[free])
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.bincount(targets.of[seen], minlength=count) / np.bincount(targets.of, minlength=count)
    return SeenTargets(share, watchers, np.where(np.isfinite(nearest), nearest, np.nan), near)


def _combinations(ground: Ground, observers: Observers, targets: Targets, max_distance: float):
    """Observers and targets whose places' box is within the distance, some at a time so that they make about ``BLOCK``
    sight lines; and the share of the observers that came before.
    """
    there, first, places = np.unique(targets.of, return_index=True, return_counts=True)
    if not len(there):
        return
    top, bottom = np.minimum.reduceat(targets.row, first), np.maximum.reduceat(targets.row, first)
    left, right = np.minimum.reduceat(targets.column, first), np.maximum.reduceat(targets.column, first)
    together = max(1, COMBINATIONS // len(there))
    for begin in range(0, len(observers), together):
        row = observers.row[begin : begin + together, None]
        column = observers.column[begin : begin + together, None]
        down = np.maximum(np.maximum(top - row, row - bottom), 0)
        across = np.maximum(np.maximum(left - column, column - right), 0)
        observer, target = np.nonzero(ground.metres(down, across) <= max_distance)
        lines = np.cumsum(places[target])
        block = (lines - 1) // BLOCK
        for cut in np.split(np.arange(len(target)), np.flatnonzero(np.diff(block)) + 1):
            if len(cut):
                share = (begin + observer[cut[0]]) / len(observers)
                yield begin + observer[cut], there[target[cut]], share


def _pairs(ground: Ground, observers, targets: Targets, observer, target, max_distance: float):
    """Every place of each combination's target that is within the distance: combination, place and metres."""
    first = np.searchsorted(targets.of, target)
    combination, number = _numbered(np.searchsorted(targets.of, target, side="right") - first)
    place, eye = first[combination] + number, observer[combination]
    metres = ground.metres(targets.row[place] - observers.row[eye], targets.column[place] - observers.column[eye])
    within = metres <= max_distance
    return combination[within], place[within], metres[within]
