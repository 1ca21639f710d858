"""Travel-time bands: rings that do not overlap, drawn from a grid of minutes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..grid import Grid
from ..progress import Progress, silent
from .contour import areas_within


@dataclass(frozen=True)
class Band:
    """The places more than ``from_min`` and at most ``to_min`` minutes away; ``area`` is a MultiPolygon."""

    from_min: float
    to_min: float
    area: shapely.MultiPolygon


def bands_of(minutes: Grid, breaks, within=None, progress: Progress = silent) -> list[Band]:
    """One band a break (ascending, minutes), inner bands cut out of outer ones. ``within`` clips them to an area.

    The bands are for the map. People are never counted from them.
    """
    bands, inner, lower = [], None, 0.0
    for number, upper in enumerate(breaks):
        progress("bands", number / len(breaks))
        area = areas_within(minutes, upper)
        if within is not None:
            area = shapely.intersection(area, within)
        ring = area if inner is None else shapely.difference(area, inner)
        bands.append(Band(lower, float(upper), only_polygons(ring)))
        inner, lower = area, float(upper)
    return bands


def only_polygons(geometry) -> shapely.MultiPolygon:
    """The polygons of any geometry; lines and points that a cut leaves behind are dropped."""
    parts = shapely.get_parts(geometry)
    while np.any(shapely.get_type_id(parts) > 3):
        parts = shapely.get_parts(parts)
    kept = parts[shapely.get_type_id(parts) == 3]
    return shapely.multipolygons(kept) if len(kept) else shapely.from_wkt("MULTIPOLYGON EMPTY")
