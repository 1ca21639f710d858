"""Neighbours that are none: many layers of the counties around hold the county itself, some with the offset of web
maps, and it would be outlined and named twice."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPalLayerSettings,
    QgsProject,
    QgsProperty,
    QgsRenderContext,
    QgsSymbolLayer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from .spec import Role

MOSTLY = 0.5  #: share of a polygon's area inside the county from which it is no neighbour
DETAIL = 500  #: outlines are measured without detail finer than this part of the county's width


def in_county(county: Role, around: Role | None, crs: QgsCoordinateReferenceSystem) -> tuple[int, ...]:
    """Ids of the features of a polygon layer around a county that lie mostly inside it; ``crs`` is the one to measure
    in, with metres."""
    if around is None:
        return ()
    shape = QgsGeometry.unaryUnion([one for _, one in _shapes(county, crs)])
    if shape.isEmpty():
        return ()
    step = shape.boundingBox().width() / DETAIL
    shape = shape.simplify(step).makeValid()
    found = []
    for feature_id, part in _shapes(around, crs):
        if part.boundingBox().intersects(shape.boundingBox()):
            part = part.simplify(step).makeValid()
            if part.intersection(shape).area() > MOSTLY * part.area():
                found.append(feature_id)
    return tuple(sorted(found))


def leave_out(layer: QgsVectorLayer, ids: Sequence[int]) -> None:
    """Features with these ids are neither drawn nor named; the layer has one symbol and simple labels, or none."""
    if not ids:
        return
    shown = QgsProperty.fromExpression(f"$id NOT IN ({', '.join(map(str, ids))})")
    for symbol in layer.renderer().symbols(QgsRenderContext()):
        for place in range(symbol.symbolLayerCount()):
            symbol.symbolLayer(place).setDataDefinedProperty(QgsSymbolLayer.Property.PropertyLayerEnabled, shown)
    if layer.labeling() is not None:
        settings = layer.labeling().settings()
        properties = settings.dataDefinedProperties()
        properties.setProperty(QgsPalLayerSettings.Property.Show, shown)
        settings.setDataDefinedProperties(properties)
        layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def _shapes(role: Role, crs: QgsCoordinateReferenceSystem) -> list[tuple[int, QgsGeometry]]:
    request = QgsFeatureRequest().setDestinationCrs(crs, QgsProject.instance().transformContext())
    request.setSubsetOfAttributes([])
    read = ((one.id(), QgsGeometry(one.geometry())) for one in role.layer.getFeatures(request))
    return [(feature_id, shape) for feature_id, shape in read if not shape.isEmpty()]
