"""A county loaded twice, once with the offset of Chinese web maps (GCJ-02)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsDistanceArea,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)

from ..analysis.datum import to_gcj02
from .layers import geometry_of, is_own

LONLAT = "EPSG:4490"
MOST_FEATURES = 60  #: a layer of counties or of one; larger ones are not gone through
SAME_AREA = 0.05  #: share by which areas of one county in two layers differ at most, drawn more or less finely
SAME_WAY = 0.35  #: how far the way between the two may be from the offset, as a share of the offset


@dataclass(frozen=True)
class OffsetTwin:
    """Another layer that holds the same county, ``metres`` away. ``offset`` is True when it is that other layer which
    lies in GCJ-02, False when it is the one that was asked about."""

    layer: QgsVectorLayer
    metres: float
    offset: bool


def offset_twin(project: QgsProject, boundary: QgsVectorLayer) -> OffsetTwin | None:
    """The layer of the project that holds a county of ``boundary`` once more, away from it by the offset of GCJ-02."""
    own = _counties(boundary)
    for layer in project.mapLayers().values():
        if not own or layer.id() == boundary.id() or is_own(layer) or geometry_of(layer) != "polygon":
            continue
        for area, place in _counties(layer, own):
            for own_area, own_place in own:
                if abs(area - own_area) > SAME_AREA * own_area:
                    continue
                for start, end, offset in ((own_place, place, True), (place, own_place, False)):
                    if _is_offset(start, end):
                        return OffsetTwin(layer, _metres(start, end), offset)
    return None


def _is_offset(start: np.ndarray, end: np.ndarray) -> bool:
    """Whether the way from one place (degrees) to another is that from WGS84 to GCJ-02."""
    wanted = to_gcj02(start)[0] - start
    return bool(wanted.any() and np.hypot(*(end - start - wanted)) <= SAME_WAY * np.hypot(*wanted))


def _counties(layer: QgsVectorLayer, like: list | None = None) -> list[tuple[float, np.ndarray]]:
    """Area (square degrees) and centroid (degrees) of each polygon; none for layers without system or of many polygons,
    and for those that lie apart from others they should be ``like``."""
    if not layer.isValid() or not layer.crs().isValid() or not 0 < layer.featureCount() <= MOST_FEATURES:
        return []
    transform = QgsCoordinateTransform(layer.crs(), QgsCoordinateReferenceSystem(LONLAT), QgsProject.instance())
    found = []
    try:
        if like is not None:
            extent = transform.transformBoundingBox(layer.extent())
            if not any(extent.contains(QgsPointXY(*place)) for _, place in like):
                return []
        for feature in layer.getFeatures():
            shape = QgsGeometry(feature.geometry())
            if not shape.isEmpty():
                shape.transform(transform)
                centre = shape.centroid().asPoint()
                found.append((shape.area(), np.array([centre.x(), centre.y()])))
    except QgsCsException:
        return []
    return found


def _metres(start: np.ndarray, end: np.ndarray) -> float:
    measure = QgsDistanceArea()
    measure.setEllipsoid("EPSG:7030")
    return measure.measureLine(QgsPointXY(*start), QgsPointXY(*end))
