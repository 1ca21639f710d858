"""The ground that a rule takes, worked out near each resource area and never for the whole county."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely

from .pieces import LINEAR, POLYGONAL, Pieces, boxes
from .rules import Rule

COLLECTION = 7
#: Corners of a quarter circle: an arc runs inside the true one by 0.12 % of the radius with 16, by 0.013 % with 48.
NEAR_CORNERS, FAR_CORNERS, FAR_METRES = 16, 48, 100.0
ROOM = 1.0  #: metres by which the surroundings of an area are cut out too large, against rounding
AT_ONCE = 50_000  #: vertices handled in one call, a fraction of a second, between two looks at cancel


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

    @property
    def reach(self) -> float:
        """The largest distance of the clause, metres."""
        return float(self.metres.max()) if len(self.metres) else 0.0

    @cached_property
    def pieces(self) -> Pieces:
        return Pieces.of(self.geometry, self.metres)


def ground_of(clause: Clause, areas: np.ndarray, look: Callable[[], None] = lambda: None) -> np.ndarray:
    """The ground of a clause in the surroundings of each of n areas: (n,) polygons, None where it takes nothing.

    Only what lies within reach of an area is widened and merged, so that a road through the whole county costs what
    its stretch beside the area costs. The areas should lie near each other: what they have in common is cut out once.
    ``look`` is called between pieces of work and may raise.
    """
    found = np.full(len(areas), None, dtype=object)
    if not len(areas):
        return found
    area, piece = clause.pieces.near(areas)
    if not len(area):
        return found
    look()
    order = np.argsort(area, kind="stable")
    area, piece = area[order], piece[order]
    room = clause.reach + ROOM
    common, place = np.unique(piece, return_inverse=True)
    near = _cut_out(clause.pieces.shapes[common], boxes(shapely.box(*shapely.total_bounds(areas)), room))
    look()
    near = _cut_out(near[place], boxes(areas[area], room))
    widened = _widened(near, clause.pieces.metres[piece], look)
    kept = ~shapely.is_empty(widened)
    area, widened = area[kept], widened[kept]
    if not len(area):
        return found
    where, first = np.unique(area, return_inverse=True)
    gathered = shapely.geometrycollections(widened, indices=first)
    for some in batches(shapely.get_num_coordinates(gathered)):
        look()
        found[where[some]] = polygons_only(shapely.union_all(gathered[some].reshape(-1, 1), axis=1))
    found[shapely.is_empty(found)] = None
    return found


def _cut_out(shapes: np.ndarray, frames: np.ndarray) -> np.ndarray:
    """The parts of k shapes in k boxes, or in one box for all. Shapes inside stay as they are."""
    frames = np.broadcast_to(frames, shapes.shape)
    low, high = np.split(shapely.bounds(shapes), 2, axis=1)
    lowest, highest = np.split(shapely.bounds(frames), 2, axis=1)
    beyond = (low < lowest).any(axis=1) | (high > highest).any(axis=1)
    near = shapes.copy()
    near[beyond] = shapely.intersection(shapes[beyond], frames[beyond])
    return near


def _widened(shapes: np.ndarray, metres: np.ndarray, look: Callable[[], None]) -> np.ndarray:
    """k shapes with everything within ``metres`` (k,) of them; points and lines of width 0 are nothing."""
    wide = shapes.copy()
    for lower, upper, corners in ((0.0, FAR_METRES, NEAR_CORNERS), (FAR_METRES, np.inf, FAR_CORNERS)):
        here = np.flatnonzero((metres > lower) & (metres <= upper))
        for some in batches(corners * shapely.get_num_coordinates(shapes[here])):
            look()
            wide[here[some]] = shapely.buffer(shapes[here[some]], metres[here[some]], quad_segs=corners)
    return polygons_only(wide)


def batches(sizes: np.ndarray, at_once: int = AT_ONCE) -> Iterator[slice]:
    """Slices of things of ``sizes`` (n,) one after the other, each of about ``at_once`` in all, at least of one."""
    total = np.cumsum(sizes)
    begin = 0
    while begin < len(total):
        before = total[begin - 1] if begin else 0
        end = max(begin + 1, int(np.searchsorted(total, before + at_once, side="right")))
        yield slice(begin, end)
        begin = end


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
