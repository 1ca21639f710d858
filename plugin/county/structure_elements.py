"""The elements of a spatial structure that a planner has settled: accepted proposals, chosen and drawn features.

They lie in three layers of the project (points, lines, polygons), in a GeoPackage beside a saved project, else in
memory until somebody saves them. The field 格局 names the clause of the slogan, 名称 the element.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDefaultValue,
    QgsExpression,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..bridge.faults import NotWritten
from ..language import tr
from .layers import geometry_of

MARK = "ronghe/structure_elements"
ROLE_FIELD, NAME_FIELD = "格局", "名称"
FILE = "格局要素.gpkg"
KINDS = {"point": "MultiPoint", "line": "MultiLineString", "polygon": "MultiPolygon"}


def element_layers(project: QgsProject) -> dict[str, QgsVectorLayer]:
    """The layers of settled elements that the project has, by geometry."""
    marked = (one for one in project.mapLayers().values() if one.customProperty(MARK))
    return {geometry_of(one): one for one in marked if isinstance(one, QgsVectorLayer) and one.isValid()}


def layer_for(project: QgsProject, geometry: str, crs: QgsCoordinateReferenceSystem) -> QgsVectorLayer:
    """The layer of settled elements of a geometry, made and added to the project when there is none.

    Raises NotWritten when the file beside the project cannot be written.
    """
    found = element_layers(project).get(geometry)
    if found is not None:
        return found
    name = {"point": tr("格局要素（点）"), "line": tr("格局要素（线）"), "polygon": tr("格局要素（面）")}[geometry]
    fields = f"field={ROLE_FIELD}:string(60)&field={NAME_FIELD}:string(60)"
    layer = QgsVectorLayer(f"{KINDS[geometry]}?crs={crs.authid()}&{fields}", name, "memory")
    if project.fileName():
        layer = _written(layer, Path(project.absolutePath()) / FILE, name, project)
    layer.setCustomProperty(MARK, geometry)
    project.addMapLayer(layer)
    return layer


def settle(
    project: QgsProject,
    clause: str,
    features: Iterable[tuple[QgsGeometry, str]],
    crs: QgsCoordinateReferenceSystem,
) -> int:
    """Add features, as (geometry in ``crs``, name), to the settled elements of a clause; how many were added.

    Raises NotWritten when a layer does not take them.
    """
    by_geometry: dict[str, list[tuple[QgsGeometry, str]]] = {}
    words = {
        QgsWkbTypes.GeometryType.PointGeometry: "point",
        QgsWkbTypes.GeometryType.LineGeometry: "line",
        QgsWkbTypes.GeometryType.PolygonGeometry: "polygon",
    }
    for geometry, name in features:
        kind = words.get(geometry.type())
        if kind and not geometry.isEmpty():
            by_geometry.setdefault(kind, []).append((geometry, name))
    for kind, some in by_geometry.items():
        _add(layer_for(project, kind, crs), clause, some, crs, project)
    return sum(map(len, by_geometry.values()))


def drawing_layer(
    project: QgsProject, geometry: str, clause: str, crs: QgsCoordinateReferenceSystem
) -> QgsVectorLayer:
    """The layer in which a planner draws elements of a clause: what is drawn next belongs to it."""
    layer = layer_for(project, geometry, crs)
    at = layer.fields().indexOf(ROLE_FIELD)
    layer.setDefaultValueDefinition(at, QgsDefaultValue(QgsExpression.quotedString(clause)))
    return layer


def _add(layer, clause: str, some, crs: QgsCoordinateReferenceSystem, project: QgsProject) -> None:
    transform = QgsCoordinateTransform(crs, layer.crs(), project)
    rows = []
    for geometry, name in some:
        shape = QgsGeometry(geometry)
        shape.transform(transform)
        shape.convertToMultiType()
        row = QgsFeature(layer.fields())
        row.setGeometry(shape)
        row[ROLE_FIELD], row[NAME_FIELD] = clause, name
        rows.append(row)
    if layer.isEditable():
        done = layer.addFeatures(rows)
    else:
        done, _ = layer.dataProvider().addFeatures(rows)
    if not done:
        raise NotWritten(layer.name(), "")
    layer.updateExtents()
    layer.triggerRepaint()


def _written(layer: QgsVectorLayer, file: Path, name: str, project: QgsProject) -> QgsVectorLayer:
    """The empty layer as a table of the file, beside the others that are there; a table of that name is taken as it
    is, for its features are the planner's work."""
    source = f"{file}|layername={name}"
    there = QgsVectorLayer(source, name, "ogr") if file.is_file() else None
    if there is not None and there.isValid():
        return there
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName, options.fileEncoding = "GPKG", name, "UTF-8"
    if file.is_file():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    result = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(file), project.transformContext(), options)
    if result[0] != QgsVectorFileWriter.WriterError.NoError:
        raise NotWritten(str(file), result[1])
    return QgsVectorLayer(source, name, "ogr")

