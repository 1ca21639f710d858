"""A small tool at the foot of a step: a few choices, a button, one sentence of result."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject
from qgis.gui import QgsCollapsibleGroupBoxBasic
from qgis.PyQt import uic
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ...plugin.language import tr
from ..widgets.algorithm_run import Outcome
from ..widgets.answer_page import AnswerPage
from ..widgets.role_inputs import ByHand
from ..widgets.said import Said
from .problems import step_problems
from .step_inputs import StepInputs

FORM, _ = uic.loadUiType(str(Path(__file__).with_name("tool.ui")))


class ToolAnswer:
    """The sentence that a tool answers with."""

    def __init__(self, tool: Tool):
        self.tool = tool
        self.headline = ""
        self.clear()

    def clear(self) -> None:
        self.tool.resultsBox.hide()

    def show(self, outcome: Outcome) -> None:
        self.tool.secondLabel.setText(self.tool.sentence(outcome))
        self.tool.resultsBox.show()


class Tool(AnswerPage, FORM):
    """Subclasses say what the tool is for, its choices, and the sentence that comes of a run."""

    def __init__(self, iface, project: QgsProject, by_hand: ByHand, parent: QWidget | None = None):
        self.by_hand = by_hand
        super().__init__(iface, project, parent)
        self.purposeLabel.setText(self.purpose())
        self.runButton.setText(self.run_text())

    def purpose(self) -> str:
        raise NotImplementedError

    def run_text(self) -> str:
        raise NotImplementedError

    def choices(self) -> list:
        raise NotImplementedError

    def sentence(self, outcome: Outcome) -> str:
        """What the run found."""
        raise NotImplementedError

    def make_inputs(self) -> StepInputs:
        return StepInputs(self, self.project, self.ALGORITHM, self.choices(), [], self.by_hand)

    def make_answer(self) -> ToolAnswer:
        return ToolAnswer(self)

    def problems(self) -> Said:
        said = step_problems(self.inputs)
        if not self.inputs.definitions:
            said.hinders["algorithm"] = tr("没有找到算法 {id}；请重新启用插件。").format(id=self.ALGORITHM)
        return said


def add_tool(slot: QVBoxLayout, tool: Tool) -> None:
    """Put a tool under its title, folded."""
    box = QgsCollapsibleGroupBoxBasic(tool.title())
    box.setFlat(True)
    box.setCollapsed(True)
    inner = QVBoxLayout(box)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.addWidget(tool)
    slot.addWidget(box)
