"""The layers of a sheet: clones of the planner's layers, drawn in the style of the catalogue.

A sheet never restyles the planner's own layers. It draws clones, kept in the project in the unchecked group
「融合规划 · 出图」. Locked layer styles of the map item would also leave the planner's styles alone, but they cannot
draw one layer twice (terrain as tint and as shade, the county as outline and as veil), they cannot be opened in
the styling panel, and a legend follows them only half way in older QGIS. Clones can be restyled by hand, survive
saving, and carry the custom property ``ronghe/drawn_as`` so that nobody takes them for data.

Clones of the base (terrain, water, roads, boundaries) are shared by all sheets of a project on the same paper, so
thirty sheets do not mean thirty copies of the roads, and a change made by hand to the base shows on every sheet.
"""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsCoordinateTransform, QgsLayerTreeGroup, QgsMapLayer, QgsProject, QgsVectorLayer

from ..county.layers import DRAWN_MARK
from ..language import tr
from . import own_qml
from .dressing import Entry, entries
from .faults import SheetFault
from .spec import SheetLayers
from .symbols import STYLE_MARK
from .vector_patterns import without_pictures
from .view import View

PROBLEM = "ronghe/style_problem"  #: on a clone


@dataclass(frozen=True)
class Drawn:
    """A clone ready for a map, with what it was drawn for, and the sentence that says why the planner's own style file
    could not be used ('' when it was, or when there is none)."""

    layer: QgsMapLayer
    entry: Entry
    problem: str = ""


def check(layers: SheetLayers, view_crs) -> None:
    """Raises :class:`SheetFault` for a layer that cannot be drawn in the CRS of the sheet."""
    for role in layers.all_roles():
        layer = role.layer
        if not layer.isValid():
            raise SheetFault("layer_invalid", layer=layer.name())
        if not layer.crs().isValid():
            raise SheetFault("layer_without_crs", layer=layer.name())
        if not QgsCoordinateTransform(layer.crs(), view_crs, QgsProject.instance()).isValid():
            raise SheetFault("no_transform", layer=layer.name(), crs=view_crs.authid())


def draw(project: QgsProject, layers: SheetLayers, view: View) -> list[Drawn]:
    """The layers of the sheet from the top to the bottom. Base layers that another sheet of the project already
    drew are used as they are; the others are new and not yet in the project (see :func:`keep`)."""
    existing = {
        layer.customProperty(DRAWN_MARK): layer
        for layer in project.mapLayers().values()
        if layer.customProperty(DRAWN_MARK)
    }
    own = f"|{files}" if (files := own_qml.fingerprint(project)) else ""
    drawn = []
    for entry in entries(layers, view):
        key = f"{entry.kind}|{entry.role.layer.id()}|{view.crs.authid()}|{view.factor:.3f}{own}"
        layer = existing.get(key) if entry.shared else None
        if layer is None:
            layer = _clone(entry, key, project)
        drawn.append(Drawn(layer, entry, layer.customProperty(PROBLEM, "")))
    return drawn


def keep(project: QgsProject, drawn: list[Drawn], sheet_name: str) -> None:
    """Put the clones into the project, in an unchecked group, replacing those of an earlier sheet of the same name."""
    root = project.layerTreeRoot()
    # The second name is what the group was called in projects of earlier versions.
    top = root.findGroup(tr("融合规划 出图")) or _group(root, tr("融合规划 · 出图"))
    own = _group(top, sheet_name, at=0)
    project.removeMapLayers([node.layerId() for node in own.findLayers()])
    base = _group(top, tr("底图"), at=-1)
    for one in drawn:
        if not project.mapLayer(one.layer.id()):
            project.addMapLayer(one.layer, False)
            (base if one.entry.shared else own).addLayer(one.layer).setExpanded(False)
    top.setItemVisibilityChecked(False)


def _clone(entry: Entry, key: str, project: QgsProject) -> QgsMapLayer:
    layer = entry.role.layer.clone()
    layer.setName(entry.name)
    layer.setCustomProperty(DRAWN_MARK, key)
    layer.setScaleBasedVisibility(False)
    if isinstance(layer, QgsVectorLayer):
        layer.setLabelsEnabled(False)
        layer.setOpacity(1.0)
    layer.removeCustomProperty(STYLE_MARK)
    entry.dress(layer)
    problem = own_qml.dress_by_own(layer, entry.kind, project)
    if problem:
        layer.setCustomProperty(PROBLEM, problem)
    if isinstance(layer, QgsVectorLayer):
        without_pictures(layer.renderer())
    return layer


def _group(parent: QgsLayerTreeGroup, name: str, at: int = 0) -> QgsLayerTreeGroup:
    for child in parent.children():
        if isinstance(child, QgsLayerTreeGroup) and child.name() == name:
            return child
    made = parent.insertGroup(len(parent.children()) if at < 0 else at, name)
    made.setExpanded(False)
    return made
