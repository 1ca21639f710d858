"""Zones of remediation: the surroundings of the mines, each place in one zone, the more urgent one first."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .severity import GENERAL, KEY, SECOND

QUARTER_SEGMENTS = 16
#: Square metres: less than this is left by rounding where two areas share an edge.
DUST_M2 = 1e-3


@dataclass(frozen=True)
class Zones:
    """z zones, the most urgent first: polygons ``geometry``, ``priority`` and the numbers of the mines in each."""

    geometry: np.ndarray
    priority: np.ndarray
    mines: list[np.ndarray]


def influence_areas(places: np.ndarray, metres: float) -> np.ndarray:
    """The ground (n,) within ``metres`` of each mine, a point or an area."""
    return shapely.buffer(places, metres, quad_segs=QUARTER_SEGMENTS)


def remediation_zones(areas: np.ndarray, priority: np.ndarray, places: np.ndarray) -> Zones:
    """Zones from the influence areas (n,) of mines with a ``priority`` (n,): areas of one priority are joined, a more
    urgent one takes precedence, and every piece is a zone of its own.

    A mine belongs to the zones of its own priority that its influence area makes, and to the more urgent zone that
    its ``places`` (n,) lie in altogether: so no zone is without a mine, and no mine without a zone.
    """
    taken, shapes, urgency = None, [], []
    for level in (KEY, SECOND, GENERAL):
        here = areas[priority == level]
        if not len(here):
            continue
        joined = shapely.union_all(here)
        free = joined if taken is None else shapely.difference(joined, taken)
        parts = _polygons(free)
        shapes.append(parts[shapely.area(parts) > DUST_M2])
        urgency.append(np.full(len(shapes[-1]), level))
        taken = joined if taken is None else shapely.union(taken, joined)
    geometry = np.concatenate(shapes) if shapes else np.empty(0, dtype=object)
    level = np.concatenate(urgency) if urgency else np.empty(0, dtype=int)
    order = np.lexsort((-shapely.area(geometry), -level))
    geometry, level = geometry[order], level[order]
    return Zones(geometry, level, _members(geometry, level, areas, priority, places))


def _members(geometry, level, areas, priority, places) -> list[np.ndarray]:
    """The numbers of the mines of every zone, ascending."""
    zone, mine = _overlapping(geometry, areas)
    own = level[zone] == priority[mine]
    pairs = [(zone[own], mine[own])]
    zone, mine = shapely.STRtree(places).query(geometry, predicate="covers")
    swallowed = level[zone] > priority[mine]
    pairs.append((zone[swallowed], mine[swallowed]))
    # What lies across several more urgent zones and makes none of its own goes where its middle is.
    left = np.setdiff1d(np.arange(len(places)), np.concatenate([found for _, found in pairs]))
    zone, mine = shapely.STRtree(shapely.point_on_surface(places[left])).query(geometry, predicate="intersects")
    pairs.append((zone, left[mine]))
    zone, mine = (np.concatenate(column) for column in zip(*pairs))
    return [np.unique(mine[zone == number]) for number in range(len(geometry))]


def _overlapping(geometry: np.ndarray, areas: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs (zone, influence area) that share ground and not only an edge."""
    zone, mine = shapely.STRtree(areas).query(geometry, predicate="intersects")
    shared = shapely.area(shapely.intersection(geometry[zone], areas[mine])) > DUST_M2
    return zone[shared], mine[shared]


def _polygons(shape) -> np.ndarray:
    parts = shapely.get_parts(shape)
    return parts[shapely.get_type_id(parts) == 3]
