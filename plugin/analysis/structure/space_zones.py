"""The county cut into its towns so that nothing is counted twice and nothing is left out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..travel.bands import only_polygons
from .faults import NoCounty

#: Share of the county below which ground outside all towns is what rounding left.
ROUNDING = 1e-9
BATCH = 2000  #: polygons united in one call that cannot be interrupted


@dataclass(frozen=True)
class Zones:
    """The ``county`` and the parts it falls into: ``shapes`` (m,), each with the number of its town in ``town`` (m,),
    -1 for ground in no town. ``twice`` m² lie in several towns and count for the first; ``beyond`` m² of the towns lie
    outside the county.
    """

    county: shapely.Geometry
    shapes: np.ndarray
    town: np.ndarray
    twice: float = 0.0
    beyond: float = 0.0


# GEOS sets the processor's mark for an invalid number where lines are nearly parallel, and then finds its way.
@np.errstate(invalid="ignore", divide="ignore")
def zones_of(county: np.ndarray, towns: np.ndarray = ()) -> Zones:
    """The county (n polygons) cut into ``towns`` (k polygons). Raises :class:`NoCounty` when it has no area."""
    whole = only_polygons(united(np.asarray(county, dtype=object)))
    if shapely.is_empty(whole):
        raise NoCounty(len(county))
    towns = np.asarray(towns, dtype=object)
    if not len(towns):
        return Zones(whole, np.array([whole], dtype=object), np.array([-1]))
    inside = shapely.intersection(towns, whole)
    beyond = float((shapely.area(towns) - shapely.area(inside)).sum())
    shapes, twice = inside.copy(), 0.0
    first, second = shapely.STRtree(inside).query(inside, predicate="intersects")
    for later in np.unique(second[first < second]):
        earlier = shapely.union_all(inside[first[(second == later) & (first < later)]])
        shapes[later] = shapely.difference(inside[later], earlier)
        twice += float(shapely.area(inside[later]) - shapely.area(shapes[later]))
    rest = only_polygons(shapely.difference(whole, shapely.union_all(shapes)))
    shapes = np.array([only_polygons(one) for one in shapes], dtype=object)
    town = np.arange(len(towns))
    if shapely.area(rest) > ROUNDING * shapely.area(whole):
        shapes, town = np.append(shapes, rest), np.append(town, -1)
    kept = ~shapely.is_empty(shapes)
    return Zones(whole, shapes[kept], town[kept], twice, beyond)


def united(shapes: np.ndarray, look=lambda: None):
    """The union of polygons, put together in batches of neighbours so that ``look`` can stop it in between."""
    shapes = np.asarray(shapes, dtype=object)
    if len(shapes) <= BATCH:
        look()
        return shapely.union_all(shapes) if len(shapes) else shapely.from_wkt("POLYGON EMPTY")
    parts = []
    for some in _neighbourhoods(shapes):
        look()
        parts.append(shapely.union_all(shapes[some]))
    look()
    return shapely.union_all(np.array(parts, dtype=object))


def within(shapes: np.ndarray, zone) -> np.ndarray:
    """The parts of polygons that lie in ``zone``; those that lie wholly inside are not cut."""
    if not len(shapes):
        return shapes
    shapely.prepare(zone)
    near = shapes[shapely.intersects(zone, shapes)]
    whole = shapely.contains_properly(zone, near)
    cut = shapely.intersection(near[~whole], zone)
    found = np.concatenate([near[whole], cut])
    return found[~shapely.is_empty(found)]


def _neighbourhoods(shapes: np.ndarray) -> list[np.ndarray]:
    """Positions in groups of at most BATCH that lie near each other: strips of the county, cut across."""
    left, bottom, right, top = shapely.bounds(shapes).T
    groups = max(1, int(np.ceil(np.sqrt(len(shapes) / BATCH))))
    by_x = np.array_split(np.argsort(left + right, kind="stable"), groups)
    return [
        strip[block]
        for strip in by_x
        for block in np.array_split(np.argsort((bottom + top)[strip], kind="stable"), groups)
        if len(block)
    ]
