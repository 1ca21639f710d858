"""Long lines in pieces. GEOS needs time and memory by the square of the vertices that lie within the width of a buffer
of each other: half a minute for 2,000 of a jittery track, but a quarter of a second when it is widened piece by piece.
"""

from __future__ import annotations

import numpy as np
import shapely


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
