"""The group of a panel's results at the top of the layer tree; a new run takes the place of the last one."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsLayerTree, QgsLayerTreeGroup, QgsMapLayer, QgsProject

from ...plugin.county.layers import DRAWN_MARK
from ...plugin.county.layers import OWNER_MARK as OWNER

OUTPUT = "ronghe/output"
HALF = 0.5


@dataclass(frozen=True)
class Placed:
    """A result, the name it gets, whether the map shows it from the start, and the output of the algorithm it is. One
    that covers everything is shown ``below`` the results of all panels, half transparent.
    """

    layer: QgsMapLayer
    name: str
    shown: bool = True
    output: str = ""
    below: bool = False


def replace_results(project: QgsProject, owner: str, title: str, results: list[Placed]) -> None:
    """Put the results of ``owner`` in their own group above everything, in the order given, those of its last run
    taken out of the project. What the planner has put in the group stays in it.
    """
    remove_results(project, owner)
    root, group = project.layerTreeRoot(), _group_of(project, owner)
    if group is None and not all(result.below for result in results):
        group = root.insertGroup(0, title)
        group.setCustomProperty(OWNER, owner)
    for place, result in enumerate(sorted(results, key=lambda one: one.below)):
        result.layer.setName(result.name)
        result.layer.setCustomProperty(OWNER, owner)
        result.layer.setCustomProperty(OUTPUT, result.output)
        project.addMapLayer(result.layer, False)
        if result.below:
            result.layer.setOpacity(HALF)
            node = root.insertLayer(_below_results(root), result.layer)
        else:
            node = group.insertLayer(place, result.layer)
        node.setItemVisibilityChecked(result.shown)
        node.setExpanded(False)


def layers_made(project: QgsProject) -> list[QgsMapLayer]:
    """The layers in the project that any panel has made, and the copies that sheets draw: no inputs of a run."""
    marks = (OWNER, DRAWN_MARK)
    return [layer for layer in project.mapLayers().values() if any(layer.customProperty(mark) for mark in marks)]


def result_layers(project: QgsProject, owner: str) -> dict[str, QgsMapLayer]:
    """The results of ``owner`` that the planner has left in the project, by the output they are."""
    return {one.customProperty(OUTPUT): one for one in _results_of(project, owner)}


def show_group(project: QgsProject, owner: str, shown: bool) -> None:
    """Show or hide the results of ``owner`` in the map."""
    group = _group_of(project, owner)
    if group is not None:
        group.setItemVisibilityChecked(shown)


def remove_results(project: QgsProject, owner: str) -> None:
    """Take the results of the last run out of the project; files stay where they are."""
    project.removeMapLayers([layer.id() for layer in _results_of(project, owner)])
    group = _group_of(project, owner)
    if group is not None and not group.children():
        group.parent().removeChildNode(group)


def _below_results(root: QgsLayerTreeGroup) -> int:
    """The place in the layer tree under the last group of results."""
    groups = [place for place, node in enumerate(root.children()) if node.customProperty(OWNER)]
    return groups[-1] + 1 if groups else 0


def _results_of(project: QgsProject, owner: str) -> list[QgsMapLayer]:
    """A copy that a sheet draws has the marks of the result as well; it belongs to the sheet."""
    layers = project.mapLayers().values()
    return [one for one in layers if one.customProperty(OWNER) == owner and not one.customProperty(DRAWN_MARK)]


def _group_of(project: QgsProject, owner: str) -> QgsLayerTreeGroup | None:
    nodes = project.layerTreeRoot().findGroups(True)
    return next((one for one in nodes if QgsLayerTree.isGroup(one) and one.customProperty(OWNER) == owner), None)
