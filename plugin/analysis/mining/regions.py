"""The ground that a rule takes, worked out near each resource area and never for the whole county."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .rules import Rule

POLYGONAL = (3, 6)
COLLECTION = 7
LINEAR = (1, 2, 5)
#: Corners of a quarter circle: an arc runs inside the true one by 0.12 % of the radius with 16, by 0.013 % with 48.
NEAR_CORNERS, FAR_CORNERS, FAR_METRES = 16, 48, 100.0
ROOM = 1.0  #: metres by which the surroundings of an area are cut out too large, against rounding


@dataclass(frozen=True)
class Clause:
    """A rule row with the m shapes (lines, points or polygons, metres) it is measured from. For the operation
    'visible' the shapes are the visible ground itself.
    """

    rule: Rule
    geometry: np.ndarray
    metres: np.ndarray

    @classmethod
    def of(cls, rule: Rule, geometry: np.ndarray) -> Clause:
        """A clause measured by the rule's own distance; the half width is added to lines only."""
        linear = np.isin(shapely.get_type_id(geometry), LINEAR)
        return cls(rule, geometry, rule.distance_m + np.where(linear, rule.half_width_m, 0.0))


def ground_of(clause: Clause, areas: np.ndarray) -> np.ndarray:
    """The ground of a clause in the surroundings of each of n areas: (n,) polygons, None where it takes nothing.

    Only what lies within reach of an area is widened and merged, so that a road through the whole county costs what
    its stretch beside the area costs.
    """
    found = np.full(len(areas), None, dtype=object)
    if not len(clause.geometry) or not len(areas):
        return found
    reach = float(clause.metres.max())
    tree = shapely.STRtree(clause.geometry)
    area, feature = tree.query(areas, predicate="dwithin", distance=reach)
    if not len(area):
        return found
    order = np.argsort(area, kind="stable")
    area, feature = area[order], feature[order]
    near = _cut_out(clause.geometry[feature], areas[area], reach + ROOM)
    widened = _widened(near, clause.metres[feature])
    kept = ~shapely.is_empty(widened)
    area, widened = area[kept], widened[kept]
    if not len(area):
        return found
    where, first = np.unique(area, return_inverse=True)
    gathered = shapely.geometrycollections(widened, indices=first)
    found[where] = polygons_only(shapely.union_all(gathered.reshape(-1, 1), axis=1))
    found[shapely.is_empty(found)] = None
    return found


def _cut_out(shapes: np.ndarray, areas: np.ndarray, reach: float) -> np.ndarray:
    """The parts of k shapes in the boxes of k areas, each box larger by ``reach``. Shapes inside stay as they are."""
    west, south, east, north = shapely.bounds(areas).T
    boxes = shapely.box(west - reach, south - reach, east + reach, north + reach)
    w, s, e, n = shapely.bounds(shapes).T
    beyond = (w < west - reach) | (s < south - reach) | (e > east + reach) | (n > north + reach)
    near = shapes.copy()
    near[beyond] = shapely.intersection(shapes[beyond], boxes[beyond])
    return near


def _widened(shapes: np.ndarray, metres: np.ndarray) -> np.ndarray:
    """k shapes with everything within ``metres`` (k,) of them; points and lines of width 0 are nothing."""
    far = metres > FAR_METRES
    wide = shapes.copy()
    for some, corners in ((~far & (metres > 0), NEAR_CORNERS), (far, FAR_CORNERS)):
        wide[some] = shapely.buffer(shapes[some], metres[some], quad_segs=corners)
    return polygons_only(wide)


def polygons_only(shapes: np.ndarray) -> np.ndarray:
    """k shapes without the points and lines that an overlay may leave beside its polygons; empty where none is left."""
    types = shapely.get_type_id(shapes)
    clean = np.where(np.isin(types, POLYGONAL), shapes, shapely.Polygon())
    mixed = np.flatnonzero(types == COLLECTION)
    for place in mixed:  # few: an overlay seldom ends on a shared edge
        parts = shapely.get_parts(shapely.get_parts(shapes[place]))
        parts = parts[np.isin(shapely.get_type_id(parts), POLYGONAL)]
        if len(parts):
            clean[place] = shapely.union_all(parts)
    return clean
