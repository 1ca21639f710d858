"""Which quarries are near each other, how far their edges are apart, and which barrier lies between them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..progress import Progress, silent

#: Metres; a change of coordinate system leaves less than this in a distance that is exactly the limit.
TOLERANCE = 1e-6
#: Metres by which a quarry keeps off a barrier line that is its own edge, so that the line lies on one side of it.
CLEARANCE = 0.5
#: A quarry with more than this share of its area beyond a barrier has the barrier running through it.
BEYOND = 0.01
BLOCK = 20_000


@dataclass(frozen=True)
class Links:
    """m pairs of quarries from the shortest to the longest: ``first`` < ``second`` (m,), ``metres`` between their edges
    (m,), ``barrier`` (m,) the number of a barrier between them or -1. ``split`` are the quarries that a barrier runs
    through.
    """

    first: np.ndarray
    second: np.ndarray
    metres: np.ndarray
    barrier: np.ndarray
    split: np.ndarray

    def __len__(self) -> int:
        return len(self.first)

    def where(self, wanted: np.ndarray) -> Links:
        """The pairs that a mask or positions choose."""
        chosen = (column[wanted] for column in (self.first, self.second, self.metres, self.barrier))
        return Links(*chosen, self.split)


def links_between(shapes: np.ndarray, reach: float, barriers: np.ndarray = (), progress: Progress = silent) -> Links:
    """All pairs of the points or polygons ``shapes`` (n,) whose edges are at most ``reach`` metres apart.

    A barrier (line or polygon) lies between two quarries when the shortest straight line between their edges touches
    it. Of a quarry that a barrier runs through, the largest part on one side counts for this. Pairs of equal length
    follow the order of the quarries.
    """
    first, second, metres = _near_pairs(shapes, reach, progress)
    order = np.lexsort((second, first, metres))
    first, second, metres = first[order], second[order], metres[order]
    barrier, split = np.full(len(first), -1), np.empty(0, dtype=int)
    if len(barriers):
        fence = _Fence(barriers)
        sides, split = fence.own_sides(shapes)
        for here in _blocks(len(first)):
            progress("links", 0.5 + 0.5 * here.start / len(first))
            lines = shapely.shortest_line(sides[first[here]], sides[second[here]])
            barrier[here] = fence.touched_by(lines)
    return Links(first, second, metres, barrier, split)


def _near_pairs(shapes: np.ndarray, reach: float, progress: Progress):
    """Positions of the pairs at most ``reach`` apart, the lower first, and their distances."""
    progress("links", 0.0)
    reach += TOLERANCE
    left, bottom, right, top = shapely.bounds(shapes).T
    surroundings = shapely.box(left - reach, bottom - reach, right + reach, top + reach)
    first, second = shapely.STRtree(shapes).query(surroundings)
    once = first < second
    first, second = first[once], second[once]
    metres = np.empty(len(first))
    for here in _blocks(len(first)):
        progress("links", 0.5 * here.start / len(first))
        metres[here] = shapely.distance(shapes[first[here]], shapes[second[here]])
    near = metres <= reach
    return first[near], second[near], metres[near]


def _blocks(count: int) -> list[slice]:
    """Parts that are short enough for cancel to be heard between them."""
    return [slice(start, start + BLOCK) for start in range(0, count, BLOCK)]


class _Fence:
    """Barriers as short pieces of line, each with the number of its barrier, and as areas."""

    def __init__(self, barriers):
        parts, owner = shapely.get_parts(np.asarray(barriers, dtype=object), return_index=True)
        kind = shapely.get_type_id(parts)
        self.areas, self.area_owner = parts[kind == 3], owner[kind == 3]
        is_line = (kind == 1) | (kind == 2)
        edges, edge = shapely.get_parts(shapely.boundary(self.areas), return_index=True)
        lines = np.concatenate([parts[is_line], edges])
        owner = np.concatenate([owner[is_line], self.area_owner[edge]])
        xy, line = shapely.get_coordinates(lines, return_index=True)
        inner = line[1:] == line[:-1]
        self.pieces = shapely.linestrings(np.stack([xy[:-1][inner], xy[1:][inner]], axis=1))
        self.owner = owner[line[:-1][inner]]
        self._tree = shapely.STRtree(self.pieces)

    def touched_by(self, lines: np.ndarray) -> np.ndarray:
        """The lowest number of the barriers that each of ``lines`` touches or lies in, -1 for none."""
        none = len(self.owner) + len(self.area_owner)
        found = np.full(len(lines), none)
        line, piece = self._tree.query(lines, predicate="intersects")
        np.minimum.at(found, line, self.owner[piece])
        area, line = shapely.STRtree(shapely.get_point(lines, 0)).query(self.areas, predicate="intersects")
        np.minimum.at(found, line, self.area_owner[area])
        return np.where(found == none, -1, found)

    def own_sides(self, shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """``shapes``, polygons that a barrier touches cut down to their largest part beside it; and the positions of
        those of which a good deal was cut off. What lies in a barrier as a whole stays whole.
        """
        sides, polygon = shapes.copy(), np.isin(shapely.get_type_id(shapes), (3, 6))
        touched, piece = self._tree.query(np.where(polygon, shapes, None), predicate="intersects")
        if not len(touched):
            return sides, np.empty(0, dtype=int)
        quarry, group = np.unique(touched, return_inverse=True)
        lines = shapely.multilinestrings(self.pieces[piece], indices=group)
        rest = shapely.difference(shapes[quarry], shapely.buffer(lines, CLEARANCE, quad_segs=2))
        for position, area in zip(*shapely.STRtree(self.areas).query(rest, predicate="intersects")):
            rest[position] = shapely.difference(rest[position], self.areas[area])
        parts, part_of = shapely.get_parts(rest, return_index=True)
        size = shapely.area(parts)
        order = np.lexsort((-size, part_of))
        kept, first = np.unique(part_of[order], return_index=True)
        largest = order[first]
        sides[quarry[kept]] = parts[largest]
        whole = np.bincount(part_of, weights=size, minlength=len(quarry))[kept]
        return sides, quarry[kept][size[largest] < (1 - BEYOND) * whole]
