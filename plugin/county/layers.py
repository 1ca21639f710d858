"""What a map layer is in the words of the role table."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsRasterLayer, QgsVectorLayer, QgsWkbTypes

GEOMETRIES = {
    QgsWkbTypes.GeometryType.PointGeometry: "point",
    QgsWkbTypes.GeometryType.LineGeometry: "line",
    QgsWkbTypes.GeometryType.PolygonGeometry: "polygon",
    QgsWkbTypes.GeometryType.NullGeometry: "table",
}


def geometry_of(layer: QgsMapLayer) -> str:
    """'point', 'line', 'polygon', 'table', 'raster', or '' for anything else."""
    if isinstance(layer, QgsRasterLayer):
        # Pictures and web maps have colours, not values.
        return "raster" if layer.providerType() == "gdal" and layer.bandCount() == 1 else ""
    if isinstance(layer, QgsVectorLayer):
        return GEOMETRIES.get(layer.geometryType(), "")
    return ""
