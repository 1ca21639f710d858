"""The group of a panel's results at the top of the layer tree; a new run takes the place of the last one."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsLayerTree, QgsLayerTreeGroup, QgsMapLayer, QgsProject

from ...plugin.county.layers import OWNER_MARK as OWNER

OUTPUT = "ronghe/output"


@dataclass(frozen=True)
class Placed:
    """A result, the name it gets, whether the map shows it from the start, and the output of the algorithm it is."""

    layer: QgsMapLayer
    name: str
    shown: bool = True
    output: str = ""


def replace_results(project: QgsProject, owner: str, title: str, results: list[Placed]) -> QgsLayerTreeGroup:
    """Put the results of ``owner`` in their own group above everything, in the order given, those of its last run
    taken out of the project. What the planner has put in the group stays in it.
    """
    remove_results(project, owner)
    group = _group_of(project, owner)
    if group is None:
        group = project.layerTreeRoot().insertGroup(0, title)
        group.setCustomProperty(OWNER, owner)
    for place, result in enumerate(results):
        result.layer.setName(result.name)
        result.layer.setCustomProperty(OWNER, owner)
        result.layer.setCustomProperty(OUTPUT, result.output)
        project.addMapLayer(result.layer, False)
        node = group.insertLayer(place, result.layer)
        node.setItemVisibilityChecked(result.shown)
        node.setExpanded(False)
    return group


def result_layers_of_all(project: QgsProject) -> list[QgsMapLayer]:
    """The layers in the project that any panel has made."""
    return [layer for layer in project.mapLayers().values() if layer.customProperty(OWNER)]


def result_layers(project: QgsProject, owner: str) -> dict[str, QgsMapLayer]:
    """The results of ``owner`` that the planner has left in the project, by the output they are."""
    mine = [one for one in project.mapLayers().values() if one.customProperty(OWNER) == owner]
    return {one.customProperty(OUTPUT): one for one in mine}


def remove_results(project: QgsProject, owner: str) -> None:
    """Take the results of the last run out of the project; files stay where they are."""
    old = [layer.id() for layer in project.mapLayers().values() if layer.customProperty(OWNER) == owner]
    project.removeMapLayers(old)
    group = _group_of(project, owner)
    if group is not None and not group.children():
        group.parent().removeChildNode(group)


def _group_of(project: QgsProject, owner: str) -> QgsLayerTreeGroup | None:
    nodes = project.layerTreeRoot().findGroups(True)
    return next((one for one in nodes if QgsLayerTree.isGroup(one) and one.customProperty(OWNER) == owner), None)
