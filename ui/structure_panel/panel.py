"""The panel 空间格局: the slogan on the map, the town system, the three spaces."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt import uic
from qgis.PyQt.QtWidgets import QWidget

from ...plugin.county.structure_elements import element_layers
from ..steps.step_panel import StepPanel
from ..widgets.result_group import show_group
from ..widgets.role_inputs import ByHand
from .pattern import PatternStep
from .spaces import SpacesStep
from .towns import TownsStep

FORM, _ = uic.loadUiType(str(Path(__file__).with_name("panel.ui")))


class StructurePanel(StepPanel, FORM):
    """Three steps, each a page of its own; the answer of the one that is open stands above it."""

    def __init__(self, iface, project: QgsProject, parent: QWidget | None = None):
        super().__init__(project, parent)
        by_hand = ByHand(self)
        self.pattern = PatternStep(iface, project, by_hand, self)
        self.towns = TownsStep(iface, project, by_hand, self)
        self.spaces = SpacesStep(iface, project, by_hand, self)
        self.begin((self.pattern, self.towns, self.spaces))
        self.steps.currentChanged.connect(self._show_open)
        for step in self.stages:
            step.answered.connect(self._show_open)

    def _show_open(self, *_) -> None:
        """The map shows what the open step has found: the results of the others would lie over it."""
        opened = self.steps.currentWidget()
        if not opened.answer.headline:
            return
        for step in self.stages:
            show_group(self.project, step.OWNER, step is opened)
        for layer in element_layers(self.project).values():
            node = self.project.layerTreeRoot().findLayer(layer.id())
            if node is not None:
                node.setItemVisibilityChecked(opened is self.pattern or layer.isEditable())
