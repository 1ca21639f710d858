"""A step of a panel: its form, its choices, its answer, its sheet."""

from __future__ import annotations

import html
from pathlib import Path

from qgis.core import QgsPrintLayout, QgsProject
from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QWidget

from ...plugin.language import tr
from ..widgets.answer_page import AnswerPage
from ..widgets.result_group import result_layers
from ..widgets.role_inputs import ByHand
from ..widgets.said import QUIET, Said
from ..widgets.scroll import scroll_to
from ..widgets.sheet_dialog import SheetDialog
from ..widgets.sheet_facts import SheetWords
from .choices import add_row, key_of
from .problems import ROLES, rows_sentence, step_problems
from .step_inputs import StepInputs

FORM, _ = uic.loadUiType(str(Path(__file__).with_name("step.ui")))


class Step(AnswerPage, FORM):
    """A step. Subclasses say what it answers (``purpose``), what its button says (``run_text``), its choices and its
    answer; ``by_hand`` is shared by the steps, so that a layer chosen in one is chosen in all.
    """

    #: The results that the step's sheet shows; a step without any has no sheet.
    SHEET_OUTPUTS: tuple[str, ...] = ()
    INPUTS = StepInputs

    def __init__(self, iface, project: QgsProject, by_hand: ByHand, parent: QWidget | None = None):
        self.by_hand = by_hand
        super().__init__(iface, project, parent)
        self.purposeLabel.setText(self.purpose())
        self.runButton.setText(self.run_text())
        for label in (self.secondLabel, self.detailLabel):
            label.setStyleSheet(QUIET)
        self.pickButton.hide()
        self.sheetButton.setVisible(bool(self.SHEET_OUTPUTS))
        self.sheetButton.clicked.connect(self.make_sheet)

    def purpose(self) -> str:
        raise NotImplementedError

    def run_text(self) -> str:
        raise NotImplementedError

    def choices(self) -> tuple[list, list]:
        """The choices that everyone sees, at most five, and those folded away."""
        raise NotImplementedError

    def sheet_name(self) -> str:
        """The name of the sheet's file."""
        raise NotImplementedError

    def build_sheet(self, layers: dict, words: SheetWords) -> QgsPrintLayout:
        """The sheet of the results ``layers``. Raises SheetFault."""
        raise NotImplementedError

    def make_inputs(self) -> StepInputs:
        first, more = self.choices()
        inputs = self.INPUTS(self, self.project, self.ALGORITHM, first, more, self.by_hand)
        self.rowsState = QLabel(self)
        self.rowsState.setTextFormat(Qt.TextFormat.RichText)
        self.rowsState.setWordWrap(True)
        self.rowsState.linkActivated.connect(self.show_rows)
        self.rowsState.setVisible(bool(inputs.rows))
        if inputs.rows:
            add_row(self, self.inputsForm, "rowsState", tr("相关图层"), self.rowsState)
        return inputs

    def problems(self) -> Said:
        said = step_problems(self.inputs)
        if not self.inputs.definitions:
            said.hinders["algorithm"] = tr("没有找到算法 {id}；请重新启用插件。").format(id=self.ALGORITHM)
        state = html.escape(rows_sentence(self.inputs))
        self.rowsState.setText(tr("{state}（<a href=\"layers\">查看与更改</a>）").format(state=state))
        return said

    def folded_inputs(self) -> tuple[str, ...]:
        return (*(key_of(one) for one in self.inputs.more), ROLES, "save")

    def show_rows(self, *_) -> None:
        """Unfold the table of role layers and bring it into sight."""
        self.moreBox.setCollapsed(False)
        scroll_to(self.inputs.table)

    def make_sheet(self) -> None:
        """Ask for the words of the sheet and build it."""
        layers = result_layers(self.project, self.OWNER)
        if not set(self.SHEET_OUTPUTS) <= set(layers):
            self.complain(tr("结果图层已不在工程中，不能出图；请重新计算。"))
            return
        dialog = SheetDialog(
            self.iface, self.project, self.sheet_name(), lambda words: self.build_sheet(layers, words), self
        )
        dialog.exec()
        dialog.deleteLater()
