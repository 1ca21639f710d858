"""Areas on the ellipsoid of a layer's polygons, and of what they cover together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsVectorLayer,
)

from ...bridge.areas import ellipsoidal_areas
from ...bridge.geometry import mended_polygon
from ...county.layers import geometry_of
from .finding import Case

KM2, HECTARE = 1e6, 1e4
#: Layers with more features are not measured, nor joined into one shape: a check must not take longer than the export.
MOST_TO_MEASURE, MOST_TO_JOIN = 60_000, 8_000


@dataclass(frozen=True)
class Ground:
    """The polygons (n,) of a layer in the sheets' system and their areas in square metres; features without a usable
    shape count with none."""

    layer: QgsVectorLayer
    shapes: np.ndarray
    areas: np.ndarray
    crs: QgsCoordinateReferenceSystem

    @property
    def total(self) -> float:
        """Square metres of all polygons, overlaps twice."""
        return float(self.areas.sum())

    def inside(self, county: Ground) -> np.ndarray:
        """Square metres (n,) of each polygon that lie in the county; what lies across its border is cut."""
        whole = shapely.union_all(county.shapes[~shapely.is_empty(county.shapes)])
        shapely.prepare(whole)
        kept = np.where(shapely.covers(whole, self.shapes), self.areas, 0.0)
        across = np.flatnonzero(shapely.intersects(whole, self.shapes) & (kept == 0))
        cut = shapely.intersection(whole, [mended_polygon(self.shapes[row]) or shapely.Polygon() for row in across])
        kept[across] = ellipsoidal_areas(cut, self.crs) if len(across) else 0.0
        return kept

    def joined(self) -> float:
        """Square metres of what the polygons cover, overlaps once."""
        whole = shapely.union_all(self.shapes[~shapely.is_empty(self.shapes)])
        return float(ellipsoidal_areas([whole], self.crs)[0])


def ground_of(case: Case, what: str) -> Ground | None:
    """The polygons of a role or result; None where there is no such layer, or one that cannot be measured."""
    layer = case.county.layer(what)
    if layer is None or not layer.isValid() or geometry_of(layer) != "polygon" or not layer.crs().isValid():
        return None
    if layer.featureCount() > MOST_TO_MEASURE:
        return None
    kept = case.county.kept.get(("preflight", layer.id()))
    if kept is not None:
        return kept
    made = _read(case, layer)
    if made is not None:
        case.county.kept[("preflight", layer.id())] = made
    return made


def _read(case: Case, layer: QgsVectorLayer) -> Ground | None:
    crs = QgsCoordinateReferenceSystem(case.county.crs())
    transform = QgsCoordinateTransform(layer.crs(), crs, case.county.project)
    wkb = []
    for feature in layer.getFeatures():
        shape = QgsGeometry(feature.geometry())
        try:
            shape.transform(transform)
        except QgsCsException:
            return None
        wkb.append(b"" if shape.isEmpty() else bytes(shape.asWkb().data()))
    shapes = np.array([shapely.from_wkb(one) if one else shapely.Polygon() for one in wkb], dtype=object)
    if not len(shapes):
        return None
    shapes = shapely.make_valid(shapely.force_2d(shapes))
    return Ground(layer, shapes, ellipsoidal_areas(shapes, crs), crs)


def apart(one: float, other: float) -> float:
    """By how much two areas differ, as a share of the second."""
    return abs(one - other) / other if other else 0.0


def number_of(value) -> float:
    """A cell as a number, NaN where it is none."""
    try:
        return np.nan if value in (None, NULL) else float(value)
    except (TypeError, ValueError):
        return np.nan
