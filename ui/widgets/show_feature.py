"""Bring features into the middle of the map and let them flash."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas

#: No closer than this: a village and the roads about it, what lies about a small mine.
CLOSEST = 50000.0
#: The map is as many times as wide as a feature, so that its neighbours are seen; several are each other's context.
AROUND_ONE, AROUND_SEVERAL = 3.0, 1.15
#: A feature that would be shown smaller than this is its own context: a corridor, a mountain range.
FARTHEST = 150000.0


def show_feature(canvas: QgsMapCanvas, layer: QgsVectorLayer, fid: int) -> bool:
    """Zoom to a feature and flash it; False when it has no place on the map."""
    return show_features(canvas, layer, [fid])


def show_features(canvas: QgsMapCanvas, layer: QgsVectorLayer, fids: list[int]) -> bool:
    """Zoom to features and flash them; False when none has a place on the map."""
    whole = QgsRectangle()
    whole.setMinimal()
    for feature in layer.getFeatures(QgsFeatureRequest().setFilterFids(fids).setNoAttributes()):
        if not feature.geometry().isEmpty():
            whole.combineExtentWith(feature.geometry().boundingBox())
    if whole.isNull() or whole.xMinimum() > whole.xMaximum():
        return False
    crs = canvas.mapSettings().destinationCrs()
    try:
        box = QgsCoordinateTransform(layer.crs(), crs, QgsProject.instance()).transformBoundingBox(whole)
    except QgsCsException:
        return False
    if box.width() == 0 and box.height() == 0:
        canvas.setCenter(box.center())
        canvas.zoomScale(CLOSEST)
    else:
        canvas.setExtent(box.scaled(AROUND_ONE if len(fids) == 1 else AROUND_SEVERAL))
        if canvas.scale() > FARTHEST:
            canvas.setExtent(box.scaled(AROUND_SEVERAL))
        if canvas.scale() < CLOSEST:
            canvas.zoomScale(CLOSEST)
    canvas.refresh()
    canvas.flashFeatureIds(layer, fids)
    return True
