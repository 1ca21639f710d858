"""Shapes in pieces, so that what is near is found fast and widened fast.

GEOS measures a distance by looking at every vertex, and needs time and memory for a buffer by the square of the
vertices that lie within its width of each other: half a minute for 2,000 of a jittery track, but a quarter of a second
when it is widened piece by piece.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

POLYGONAL, LINEAR = (3, 6), (1, 2, 5)
SEGMENTS = 64  #: of a line that stay together


@dataclass(frozen=True)
class Pieces:
    """The k single ``shapes`` that larger ones consist of, the ``number`` (k,) of the one each is of, and the
    ``metres`` (k,) of ground round it.
    """

    shapes: np.ndarray
    number: np.ndarray
    metres: np.ndarray
    tree: shapely.STRtree

    @classmethod
    def of(cls, shapes: np.ndarray, metres: np.ndarray) -> Pieces:
        """The pieces of n shapes with ``metres`` (n,) of ground round each.

        What lies within a distance of a line is what lies within it of any of its pieces; what lies within a distance
        of a polygon is the polygon and what lies within it of its outline.
        """
        parts, number = shapely.get_parts(shapes, return_index=True)
        around = metres[number]
        long = np.flatnonzero((around > 0) & (shapely.get_num_coordinates(parts) > SEGMENTS + 1))
        kind = shapely.get_type_id(parts[long])
        area, line = long[np.isin(kind, POLYGONAL)], long[np.isin(kind, LINEAR)]
        pieces, place = in_pieces(np.concatenate([parts[line], shapely.boundary(parts[area])]), SEGMENTS)
        source = np.concatenate([line, area])[place]
        left = around.copy()
        left[area] = 0.0
        whole = np.delete(np.arange(len(parts)), line)
        shapes = np.concatenate([parts[whole], pieces])
        metres = np.concatenate([left[whole], around[source]])
        shapely.prepare(shapes[metres == 0])
        return cls(shapes, number[np.concatenate([whole, source])], metres, shapely.STRtree(shapes))

    def near(self, others: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Which of m other shapes lie within the metres of which pieces: two arrays of numbers, a pair each."""
        if not len(self.shapes):
            return np.zeros(0, dtype=int), np.zeros(0, dtype=int)
        other, piece = self.tree.query(boxes(others, float(self.metres.max())))
        inside = self.metres[piece] == 0
        close = np.zeros(len(piece), dtype=bool)
        close[inside] = shapely.intersects(self.shapes[piece[inside]], others[other[inside]])
        beside = ~inside
        close[beside] = shapely.dwithin(self.shapes[piece[beside]], others[other[beside]], self.metres[piece[beside]])
        return other[close], piece[close]


def boxes(shapes: np.ndarray, room: float) -> np.ndarray:
    """The boxes of shapes, larger by ``room`` on each side."""
    west, south, east, north = np.moveaxis(shapely.bounds(shapes), -1, 0)
    return shapely.box(west - room, south - room, east + room, north + room)


def in_pieces(lines: np.ndarray, segments: int) -> tuple[np.ndarray, np.ndarray]:
    """The k ``lines`` (single or multi) in pieces of at most so many ``segments``, each beginning where the last one
    ends, and the number of the line that each piece is of.
    """
    parts, number = shapely.get_parts(lines, return_index=True)
    xy, part = shapely.get_coordinates(parts, return_index=True)
    begins = np.flatnonzero(part[1:] == part[:-1])  # the vertices at which a segment begins
    if not len(begins):
        return lines[:0], number[:0]
    nth = begins - np.searchsorted(part, part[begins])
    first = np.flatnonzero(nth % segments == 0)
    count = np.diff(np.append(first, len(begins)))
    piece = np.repeat(np.arange(len(first)), count)
    ends = begins[first + count - 1] + 1
    vertices = np.concatenate([begins, ends])
    piece_of = np.concatenate([piece, np.arange(len(first))])
    order = np.lexsort((vertices, piece_of))
    return shapely.linestrings(xy[vertices[order]], indices=piece_of[order]), number[part[begins[first]]]
