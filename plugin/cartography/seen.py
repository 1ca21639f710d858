"""Legends of pages: only the classes that the map shows."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsProject,
    QgsRenderContext,
    QgsVectorLayer,
)

from .view import View


def keep_seen(layer: QgsVectorLayer, view: View) -> None:
    """Take the classes that have nothing in the view out of the layer's renderer, and so out of the legend."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return
    transform = QgsCoordinateTransform(view.crs, layer.crs(), QgsProject.instance())
    request = QgsFeatureRequest(transform.transformBoundingBox(view.extent))
    request.setFlags(QgsFeatureRequest.Flag.ExactIntersect)
    context = QgsRenderContext()
    asked = renderer.clone()
    asked.startRender(context, layer.fields())
    seen: set[str] = set()
    for feature in layer.getFeatures(request):
        context.expressionContext().setFeature(feature)
        seen |= asked.legendKeysForFeature(feature, context)
    asked.stopRender(context)
    for index in reversed(range(len(renderer.categories()))):
        if str(index) not in seen:
            renderer.deleteCategory(index)
    layer.setRenderer(renderer.clone())
