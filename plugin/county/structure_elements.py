"""The elements of a spatial structure that a planner has settled: accepted proposals, chosen and drawn features.

They lie in three layers of the project (points, lines, polygons), in a GeoPackage beside a saved project, else in
memory until the project is saved. The field 格局 names the clause of the slogan, 名称 the element, and 依据 says why
it is there where it was a proposal.
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
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..bridge.faults import NotWritten
from ..language import tr
from .layers import OWNER_MARK, geometry_of

MARK = "ronghe/structure_elements"
ROLE_FIELD, NAME_FIELD, BASIS_FIELD = "格局", "名称", "依据"
FIELDS = f"field={ROLE_FIELD}:string(60)&field={NAME_FIELD}:string(60)&field={BASIS_FIELD}:string(0)"
FILE = "格局要素.gpkg"
MEMORY, FILE_BASED = "memory", "ogr"
#: How far a settled element may lie from what was made of it, in metres and in degrees.
NEAR, NEAR_DEGREES = 1.0, 1e-5
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
    name = layer_names()[geometry]
    layer = QgsVectorLayer(f"{KINDS[geometry]}?crs={crs.authid()}&{FIELDS}", name, MEMORY)
    if project.fileName():
        layer = _written(layer, _file(project), name, project)
    layer.setCustomProperty(MARK, geometry)
    project.addMapLayer(layer, False)
    root = project.layerTreeRoot()
    groups = [place for place, node in enumerate(root.children()) if node.customProperty(OWNER_MARK)]
    root.insertLayer(groups[-1] + 1 if groups else 0, layer).setExpanded(False)
    return layer


def layer_names() -> dict[str, str]:
    """What the layers of settled elements are called, by geometry."""
    return {"point": tr("格局要素（点）"), "line": tr("格局要素（线）"), "polygon": tr("格局要素（面）")}


def keep_beside(project: QgsProject) -> None:
    """Move settled elements that lie in memory into the GeoPackage beside the project, which has just got a place.

    Raises NotWritten; what could not be written stays in memory.
    """
    for geometry, layer in element_layers(project).items():
        if layer.providerType() != MEMORY or layer.isEditable() or not project.fileName():
            continue
        name = layer_names()[geometry]
        empty = QgsVectorLayer(f"{KINDS[geometry]}?crs={layer.crs().authid()}&{FIELDS}", name, MEMORY)
        target = _written(empty, _file(project), name, project)
        rows = [
            (one.geometry(), one[ROLE_FIELD], one[NAME_FIELD], one[BASIS_FIELD]) for one in layer.getFeatures()
        ]
        _add(target, rows, layer.crs(), project)
        layer.setDataSource(target.source(), layer.name(), FILE_BASED)


def release_element(
    project: QgsProject, clause: str, name: str, shape: QgsGeometry, crs: QgsCoordinateReferenceSystem
) -> int:
    """Take the settled element back of which the element ``shape`` (in ``crs``) of a structure was made: of those that
    lie there the one of the same clause and name; 0 when there is none. Raises NotWritten.
    """
    found = []
    for layer in element_layers(project).values():
        here = QgsGeometry(shape)
        here.transform(QgsCoordinateTransform(crs, layer.crs(), project))
        near = NEAR_DEGREES if layer.crs().isGeographic() else NEAR
        for one in layer.getFeatures(QgsFeatureRequest().setFilterRect(here.boundingBox().buffered(near))):
            away = one.geometry().distance(here)
            if away <= near:
                other = (one[ROLE_FIELD] != clause, (one[NAME_FIELD] or "") != name, not one.geometry().equals(here))
                found.append(((*other, away), layer, one.id()))
    if not found:
        return 0
    _, layer, fid = min(found, key=lambda one: one[0])
    _delete(layer, [fid])
    return 1


def settle(
    project: QgsProject,
    clause: str,
    features: Iterable[tuple[QgsGeometry, str, str]],
    crs: QgsCoordinateReferenceSystem,
) -> int:
    """Add features, as (geometry in ``crs``, name, basis), to the settled elements of a clause; how many were added.

    Raises NotWritten when a layer does not take them.
    """
    by_geometry: dict[str, list[tuple[QgsGeometry, str, str, str]]] = {}
    words = {
        QgsWkbTypes.GeometryType.PointGeometry: "point",
        QgsWkbTypes.GeometryType.LineGeometry: "line",
        QgsWkbTypes.GeometryType.PolygonGeometry: "polygon",
    }
    for geometry, name, basis in features:
        kind = words.get(geometry.type())
        if kind and not geometry.isEmpty():
            by_geometry.setdefault(kind, []).append((geometry, clause, name, basis))
    for kind, some in by_geometry.items():
        _add(layer_for(project, kind, crs), some, crs, project)
    return sum(map(len, by_geometry.values()))


def drawing_layer(
    project: QgsProject, geometry: str, clause: str, crs: QgsCoordinateReferenceSystem
) -> QgsVectorLayer:
    """The layer in which a planner draws elements of a clause: what is drawn next belongs to it."""
    layer = layer_for(project, geometry, crs)
    at = layer.fields().indexOf(ROLE_FIELD)
    layer.setDefaultValueDefinition(at, QgsDefaultValue(QgsExpression.quotedString(clause)))
    return layer


def _file(project: QgsProject) -> Path:
    return Path(project.absolutePath()) / FILE


def _delete(layer: QgsVectorLayer, fids: list[int]) -> None:
    done = layer.deleteFeatures(fids) if layer.isEditable() else layer.dataProvider().deleteFeatures(fids)
    if not done:
        raise NotWritten(layer.name(), "")
    layer.updateExtents()
    layer.triggerRepaint()


def _add(layer: QgsVectorLayer, some, crs: QgsCoordinateReferenceSystem, project: QgsProject) -> None:
    """Add (geometry in ``crs``, clause, name, basis); a layer of an earlier version has no field for the basis."""
    transform = QgsCoordinateTransform(crs, layer.crs(), project)
    rows = []
    has_basis = layer.fields().indexOf(BASIS_FIELD) >= 0
    for geometry, clause, name, basis in some:
        shape = QgsGeometry(geometry)
        shape.transform(transform)
        shape.convertToMultiType()
        row = QgsFeature(layer.fields())
        row.setGeometry(shape)
        row[ROLE_FIELD], row[NAME_FIELD] = clause, name
        if has_basis:
            row[BASIS_FIELD] = basis
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
    there = QgsVectorLayer(source, name, FILE_BASED) if file.is_file() else None
    if there is not None and there.isValid():
        return there
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName, options.fileEncoding = "GPKG", name, "UTF-8"
    if file.is_file():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    result = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(file), project.transformContext(), options)
    if result[0] != QgsVectorFileWriter.WriterError.NoError:
        raise NotWritten(str(file), result[1])
    return QgsVectorLayer(source, name, FILE_BASED)

