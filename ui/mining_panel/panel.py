"""The mining panel: where mining may go on, where it must stop, what is repaired first, who pays."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt import uic
from qgis.PyQt.QtWidgets import QWidget

from ..steps.step_panel import StepPanel
from ..steps.tool import add_tool
from ..widgets.role_inputs import ByHand
from .ledgers import LedgerStep
from .quarry_tool import QuarryTool
from .remediation import RemediationStep
from .visible_tool import VisibleTool
from .zoning import ZoningStep

FORM, _ = uic.loadUiType(str(Path(__file__).with_name("panel.ui")))


class MiningPanel(StepPanel, FORM):
    """Three steps, each a page of its own; the answer of the one that is open stands above it."""

    def __init__(self, iface, project: QgsProject, parent: QWidget | None = None):
        super().__init__(project, parent)
        by_hand = ByHand(self)
        self.zoning = ZoningStep(iface, project, by_hand, self)
        self.remediation = RemediationStep(iface, project, by_hand, self)
        self.ledgers = LedgerStep(iface, project, by_hand, self)
        self.visible_range = VisibleTool(iface, project, ByHand(self), self)
        self.quarries = QuarryTool(iface, project, ByHand(self), self)
        self.remediation.answer.debt_of = self.ledgers.answer.debt_of
        add_tool(self.zoning.toolSlot, self.visible_range)
        add_tool(self.remediation.toolSlot, self.quarries)
        self.begin((self.zoning, self.remediation, self.ledgers), (self.visible_range, self.quarries))
