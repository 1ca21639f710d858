"""From where people look: points, and places along roads, railways, rivers and the edges of towns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .sightlines import Ground

SAME_PLACE = 3  #: decimals of a metre: where lines meet there is one observer
POINT, LINE, RING, POLYGON = 0, 1, 2, 3


@dataclass(frozen=True)
class Observers:
    """n eyes: ``row`` and ``column`` as :class:`Ground` counts them, ``height`` of the eye in metres; each (n,).

    ``outside`` more lie outside the grid and ``on_voids`` more where the ground's height is not known: neither is
    among the n.
    """

    row: np.ndarray
    column: np.ndarray
    height: np.ndarray
    outside: int
    on_voids: int

    def __len__(self) -> int:
        return len(self.row)


def observer_points(geometries, spacing: float) -> np.ndarray:
    """(n, 2) metres: points as they are, lines and the edges of areas divided evenly into steps of at most ``spacing``
    metres, their ends included.

    Lines are joined where two ends meet, so that a road cut into many features is not watched more closely than one
    drawn in one; edges that areas share are walked once.
    """
    parts = _simple_parts(geometries)
    kind = shapely.get_type_id(parts)
    lines = parts[(kind == LINE) | (kind == RING)]
    edges = _simple_parts([shapely.union_all(shapely.boundary(parts[kind == POLYGON]))])
    along = [_divided(_joined(some), spacing) for some in (lines, edges) if len(some)]
    along = np.concatenate([np.empty((0, 2)), *along])
    _, first = np.unique(np.round(along, SAME_PLACE), axis=0, return_index=True)
    return np.concatenate([shapely.get_coordinates(parts[kind == POINT]), along[np.sort(first)]])


def observers_on(ground: Ground, xy: np.ndarray, eye_height: float) -> Observers:
    """The points (n, 2) in metres that lie on known ground, with their eyes ``eye_height`` metres above it."""
    inside = ground.grid.cell_of(xy)[0] >= 0
    row, column = ground.places(xy[inside])
    height = ground.at(row, column)
    known = np.isfinite(height)
    return Observers(
        row[known],
        column[known],
        height[known] + eye_height,
        outside=int(np.count_nonzero(~inside)),
        on_voids=int(np.count_nonzero(~known)),
    )


def _simple_parts(geometries) -> np.ndarray:
    """Points, lines, rings and polygons, none of them empty: also those inside collections of collections."""
    parts = np.asarray(geometries, dtype=object)
    while True:
        inner = shapely.get_parts(parts)
        if len(inner) == len(parts) and (shapely.get_type_id(inner) <= POLYGON).all():
            return inner[~shapely.is_empty(inner)]
        parts = inner


def _joined(lines: np.ndarray) -> np.ndarray:
    """Lines that meet with two ends as one line."""
    return shapely.get_parts(shapely.line_merge(shapely.multilinestrings(lines)))


def _divided(lines: np.ndarray, spacing: float) -> np.ndarray:
    """(n, 2) places along lines, evenly and at most ``spacing`` metres apart, with both ends."""
    length = shapely.length(lines)
    steps = np.maximum(np.ceil(length / spacing - 1e-9), 1).astype(int)
    line = np.repeat(np.arange(len(lines)), steps + 1)
    first = np.repeat(np.cumsum(steps + 1) - (steps + 1), steps + 1)
    share = (np.arange(len(line)) - first) / steps[line]
    return shapely.get_coordinates(shapely.line_interpolate_point(lines[line], share, normalized=True))
