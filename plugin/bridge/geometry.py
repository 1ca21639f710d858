"""Shapes from WKB: which of them can be used, which were mended, and why the others cannot."""

from __future__ import annotations

import numpy as np
import shapely

# shapely's type ids; a ring counts as a line.
TYPE_IDS = {"point": (0, 4), "line": (1, 2, 5), "polygon": (3, 6)}
POLYGON, MULTIPOLYGON = TYPE_IDS["polygon"]


def checked_geometries(wkb: list[bytes | None], geometry: str | None):
    """Shapes from 2-D WKB, checked all at once.

    Returns three arrays of the length of ``wkb``: the shapes (None where unreadable), the reason why a shape
    cannot be used ('' when it can; 'no_geometry', 'empty', 'wrong_type', 'not_transformable', 'invalid'), and
    whether it was mended. ``geometry`` is 'point', 'line', 'polygon' or None for any.
    """
    present = np.array([one is not None for one in wkb], dtype=bool)
    shapes = shapely.from_wkb(np.array(wkb, dtype=object), on_invalid="ignore")
    reasons = np.full(len(wkb), "", dtype=object)

    def mark(where: np.ndarray, reason: str) -> None:
        reasons[where & (reasons == "")] = reason

    mark(~present, "no_geometry")
    mark(shapely.is_missing(shapes), "invalid")
    mark(shapely.is_empty(shapes), "empty")
    types = shapely.get_type_id(shapes)
    if geometry:
        mark(~np.isin(types, TYPE_IDS[geometry]), "wrong_type")
    # PROJ answers a place outside its reach with infinity where it does not refuse.
    mark(~np.isfinite(shapely.bounds(shapes)).all(axis=1), "not_transformable")

    mended = np.zeros(len(wkb), dtype=bool)
    broken = np.flatnonzero((reasons == "") & ~shapely.is_valid(shapes))
    for position in broken:
        shape = mended_polygon(shapes[position]) if types[position] in TYPE_IDS["polygon"] else None
        if shape is None:
            reasons[position] = "invalid"
        else:
            shapes[position], mended[position] = shape, True
    return shapes, reasons, mended


def mended_polygon(shape: shapely.Geometry) -> shapely.Geometry | None:
    """A valid polygon or multipolygon over the same area; None when no area is left."""
    parts = shapely.get_parts(shapely.make_valid(shape))
    parts = shapely.get_parts(parts[np.isin(shapely.get_type_id(parts), TYPE_IDS["polygon"])])
    parts = parts[shapely.area(parts) > 0]
    if not len(parts):
        return None
    if len(parts) == 1 and shapely.get_type_id(shape) == POLYGON:
        return parts[0]
    return shapely.multipolygons(parts)
