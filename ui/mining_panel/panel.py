"""The mining panel: where mining may go on, where it must stop, what is repaired first, who pays."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt import uic
from qgis.PyQt.QtWidgets import QWidget

from ...plugin.language import tr
from ..steps.step import Step
from ..steps.tool import add_tool
from ..widgets.answer_page import AnswerPage
from ..widgets.role_inputs import ByHand
from ..widgets.role_reader import RoleReader
from ..widgets.tab_titles import keep_in_sight, name_tab
from .ledgers import LedgerStep
from .quarry_tool import QuarryTool
from .remediation import RemediationStep
from .visible_tool import VisibleTool
from .zoning import ZoningStep

FORM, _ = uic.loadUiType(str(Path(__file__).with_name("panel.ui")))
ANSWER_GROWTH = 2  #: points
NARROWEST = 330  #: pixels


class MiningPanel(QWidget, FORM):
    """Three steps, each a page of its own; the answer of the one that is open stands above it."""

    def __init__(self, iface, project: QgsProject, parent: QWidget | None = None):
        super().__init__(parent)
        self.setupUi(self)
        self.setMinimumWidth(NARROWEST)
        self.project = project
        by_hand = ByHand(self)
        self.zoning = ZoningStep(iface, project, by_hand, self)
        self.remediation = RemediationStep(iface, project, by_hand, self)
        self.ledgers = LedgerStep(iface, project, by_hand, self)
        self.visible_range = VisibleTool(iface, project, ByHand(self), self)
        self.quarries = QuarryTool(iface, project, ByHand(self), self)
        self.remediation.answer.debt_of = self.ledgers.answer.debt_of
        self.stages: tuple[Step, ...] = (self.zoning, self.remediation, self.ledgers)
        self.pages: tuple[AnswerPage, ...] = (*self.stages, self.visible_range, self.quarries)
        for step in self.stages:
            self.steps.addTab(step, "")
            step.answered.connect(self._show_answers)
        keep_in_sight(self.steps)
        self.steps.currentChanged.connect(lambda _: self._show_answers())
        add_tool(self.zoning.toolSlot, self.visible_range)
        add_tool(self.remediation.toolSlot, self.quarries)
        for page in self.pages:
            page.running_changed.connect(lambda running, page=page: self._let_wait(page, running))
        big = self.answerLabel.font()
        big.setPointSizeF(big.pointSizeF() + ANSWER_GROWTH)
        big.setBold(True)
        self.answerLabel.setFont(big)
        self.reader = RoleReader(project, self)
        self.reader.found.connect(self._fill)
        self.reader.leaving.connect(self._layers_go)
        self.reader.another.connect(self.reset)
        self._show_answers()
        self.reload()

    def reload_soon(self, *_) -> None:
        """Read the roles again once the layer choices have followed the project; many changes make one reload."""
        self.reader.read_soon()

    def reload(self) -> None:
        """Take the defaults from the layer roles."""
        self.reader.read()

    def reset(self) -> None:
        """Another project: what was computed and chosen belongs to the last one."""
        for page in self.pages:
            page.reset()
        self.reload_soon()

    def release(self) -> None:
        """The panel is about to go: stop what runs."""
        self.reader.stop()
        for page in self.pages:
            page.release()

    def _fill(self, roles, fault: str) -> None:
        for page in self.pages:
            page.fill(roles, fault)

    def _layers_go(self, layer_ids) -> None:
        for page in self.pages:
            page.layers_go(layer_ids)

    def _let_wait(self, runner: AnswerPage, running: bool) -> None:
        """One run at a time: a step reads what the step before has made."""
        busy = tr("“{title}”正在计算，请等它结束。").format(title=runner.title()) if running else ""
        for page in self.pages:
            if page is not runner:
                page.wait_for(busy)

    def _show_answers(self) -> None:
        """What the open step has found, in large letters; what the others have found is read in their tool tips."""
        headline = self.steps.currentWidget().answer.headline
        self.answerLabel.setText(headline)
        self.answerLabel.setVisible(bool(headline))
        for number, step in enumerate(self.stages):
            done = tr("{number} {title} ✓") if step.answer.headline else tr("{number} {title}")
            name_tab(self.steps, number, done.format(number=number + 1, title=step.title()), step.answer.headline)
