"""What a map layer is in the words of the role table."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsRasterLayer, QgsVectorLayer, QgsWkbTypes

GEOMETRIES = {
    QgsWkbTypes.GeometryType.PointGeometry: "point",
    QgsWkbTypes.GeometryType.LineGeometry: "line",
    QgsWkbTypes.GeometryType.PolygonGeometry: "polygon",
    QgsWkbTypes.GeometryType.NullGeometry: "table",
}


#: Marks on layers that the plugin has made: clones that a sheet draws, results of its algorithms, and the panel that a
#: result belongs to.
DRAWN_MARK = "ronghe/drawn_as"
RESULT_MARK = "ronghe/result"
OWNER_MARK = "ronghe/result_of"
#: On a result: the run that made it, as JSON (see ``county.results``).
RUN_MARK = "ronghe/run"


def is_own(layer: QgsMapLayer) -> bool:
    """Whether the plugin made a layer; such a layer is never the planner's data."""
    return any(layer.customProperty(mark) for mark in (DRAWN_MARK, RESULT_MARK, OWNER_MARK))


def geometry_of(layer: QgsMapLayer) -> str:
    """'point', 'line', 'polygon', 'table', 'raster', or '' for anything else."""
    if isinstance(layer, QgsRasterLayer):
        # Pictures and web maps have colours, not values.
        return "raster" if layer.providerType() == "gdal" and layer.bandCount() == 1 else ""
    if isinstance(layer, QgsVectorLayer):
        return GEOMETRIES.get(layer.geometryType(), "")
    return ""
