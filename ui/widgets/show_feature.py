"""Bring a feature into the middle of the map and let it flash."""

from __future__ import annotations

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas

#: A point has no extent; this scale shows a village and the roads about it.
POINT_SCALE = 50000.0
MARGIN = 1.15


def show_feature(canvas: QgsMapCanvas, layer: QgsVectorLayer, fid: int) -> bool:
    """Zoom to a feature and flash it; False when it has no place on the map."""
    geometry = layer.getFeature(fid).geometry()
    if geometry.isEmpty():
        return False
    crs = canvas.mapSettings().destinationCrs()
    try:
        box = QgsCoordinateTransform(layer.crs(), crs, QgsProject.instance()).transformBoundingBox(
            geometry.boundingBox()
        )
    except QgsCsException:
        return False
    if box.width() == 0 and box.height() == 0:
        canvas.setCenter(box.center())
        canvas.zoomScale(POINT_SCALE)
    else:
        box.scale(MARGIN)
        canvas.setExtent(box)
    canvas.refresh()
    canvas.flashFeatureIds(layer, [fid])
    return True
