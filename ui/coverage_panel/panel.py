"""The coverage panel: who reaches a service in time, who does not, and why."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt import uic
from qgis.PyQt.QtWidgets import QWidget

from ...plugin.algorithms.travel_parameters import breaks_of
from ...plugin.language import tr
from ..widgets.answer_page import AnswerPage
from ..widgets.role_reader import RoleReader
from ..widgets.sheet_dialog import SheetDialog
from .answer import CoverageAnswer, Question
from .inputs import CoverageInputs
from .problems import problems_of
from .sheet import build_sheet, sheet_is_possible

IN_MORE = ("roads", "dem", "landcover", "breaks", "save")
FORM, _ = uic.loadUiType(str(Path(__file__).with_name("panel.ui")))


class CoveragePanel(AnswerPage, FORM):
    """Collects the choices, runs the algorithm, shows the answer."""

    ALGORITHM = "ronghe:servicecoverage"
    OWNER = "coverage"

    def __init__(self, iface, project: QgsProject, parent: QWidget | None = None):
        super().__init__(iface, project, parent)
        self.reader = RoleReader(project, self)
        self.reader.found.connect(self.fill)
        self.reader.leaving.connect(self.layers_go)
        self.reader.another.connect(self.reset)
        self.sheetButton.clicked.connect(self.make_sheet)
        self.reload()

    def reload_soon(self, *_) -> None:
        """Read the roles again once the layer choices have followed the project; many changes make one reload."""
        self.reader.read_soon()

    def reload(self) -> None:
        """Take the defaults from the layer roles."""
        self.reader.read()

    def reset(self) -> None:
        super().reset()
        self.reload_soon()

    def release(self) -> None:
        super().release()
        self.reader.stop()

    def make_inputs(self) -> CoverageInputs:
        return CoverageInputs(self, self.project)

    def make_answer(self) -> CoverageAnswer:
        return CoverageAnswer(self, self.iface, self.project)

    def folded_inputs(self) -> tuple[str, ...]:
        return IN_MORE

    def problems(self):
        return problems_of(self.inputs)

    def starting(self) -> None:
        self.answer.asked = Question(
            service_type=self.inputs.service_type(),
            types=tuple(self.inputs.types()),
            minutes=self.limitSpin.value(),
            breaks=tuple(breaks_of(self.breaksEdit.text())),
            by_standard=self.standardCheck.isChecked(),
        )

    def title(self) -> str:
        return tr("服务覆盖")

    def group_title(self) -> str:
        return tr("融合规划 · 服务覆盖")

    def placed(self, layers):
        """What is wrong on top, areas below, zones not shown."""
        titles = {
            "GAPS": tr("未覆盖清单 {question}"),
            "DEMAND_OUT": tr("需求与出行时间 {question}"),
            "BANDS": tr("等时圈 {question}"),
            "ZONES_OUT": tr("乡镇覆盖率 {question}"),
            "LEVELS_OUT": tr("分级覆盖统计 {question}"),
        }
        question = self.answer.asked.name
        return [(output, title.format(question=question), output != "ZONES_OUT") for output, title in titles.items()]

    def make_sheet(self) -> None:
        """Ask for the words of the sheet and build it."""
        if not sheet_is_possible(self.project, self.OWNER):
            self.complain(tr("结果图层已不在工程中，不能出图；请重新计算。"))
            return
        question, headline = self.answer.question, self.headlineLabel.text()
        if not question.service_type and len(question.types) > 1:
            self.complain(tr("一张图只表示一类设施；请选定一种服务类型，计算后再出图。"))
            return
        dialog = SheetDialog(
            self.iface,
            self.project,
            tr("服务覆盖图 {question}").format(question=question.name),
            lambda words: build_sheet(self.project, self.OWNER, question, headline, words),
            self,
        )
        dialog.exec()
        dialog.deleteLater()
