"""A private copy of what the pages of an order need, for other processes to draw from.

The planner's project is not touched, not even its mark of unsaved changes; its layers in memory go to a GeoPackage.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject, QgsVectorFileWriter, QgsVectorLayer

from ...county.roles import RoleSet, save_roles
from ..county_sheets.county import County
from ..faults import SheetFault

PROJECT_FILE, LAYERS_FILE = "county.qgz", "layers.gpkg"
#: Files beside a project that change its sheets: tables of standards, styles, templates.
BESIDE = ("*.csv", "*.qml", "*.qpt")


def copy_project(county: County, folder: Path) -> Path:
    """The copy as a saved project in ``folder``. Raises :class:`SheetFault` when it cannot be written."""
    copy = QgsProject()
    copy.setCrs(county.project.crs())
    copy.setTransformContext(county.project.transformContext())
    copy.setEllipsoid(county.project.ellipsoid())
    ids = {}
    for layer in _needed(county):
        made = _in_file(layer, folder / LAYERS_FILE) if layer.providerType() == "memory" else layer.clone()
        copy.addMapLayer(made, False)
        ids[layer.id()] = made.id()
    given = {
        role: replace(one, layer_id=ids.get(one.layer_id, "")) for role, one in county.roles.assignments.items()
    }
    save_roles(copy, RoleSet({role: replace(one, guessed=False) for role, one in given.items()}))
    _copy_beside(county.project, folder)
    path = folder / PROJECT_FILE
    if not copy.write(str(path)):
        raise SheetFault("not_written", path=str(path), reason=copy.error())
    copy.clear()
    return path


def _needed(county: County) -> list[QgsMapLayer]:
    """The layers of all roles and results, each once."""
    layers = [county.roles.layer(role, county.project) for role in county.roles.assignments]
    layers += [layer for run in county.results.runs.values() for layer in run.layers.values()]
    return list({layer.id(): layer for layer in layers if layer is not None}.values())


def _in_file(layer: QgsVectorLayer, file: Path) -> QgsVectorLayer:
    """A layer in memory as a table of a GeoPackage, with all that the plugin has noted about it."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = layer.id()
    options.layerOptions = ["FID=ronghe_fid", "SPATIAL_INDEX=YES"]
    if file.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    context = QgsProject.instance().transformContext()
    error, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(file), context, options)
    if error != QgsVectorFileWriter.WriterError.NoError:
        raise SheetFault("not_written", path=str(file), reason=message)
    made = QgsVectorLayer(f"{file}|layername={layer.id()}", layer.name(), "ogr")
    made.setCrs(layer.crs())
    made.setCustomProperties(layer.customProperties())
    made.setMetadata(layer.metadata())
    return made


def _copy_beside(project: QgsProject, folder: Path) -> None:
    if not project.fileName():
        return
    for pattern in BESIDE:
        for file in Path(project.absolutePath()).glob(pattern):
            shutil.copyfile(file, folder / file.name)
