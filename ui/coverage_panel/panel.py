"""The coverage panel: who reaches a service in time, who does not, and why."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject
from qgis.gui import QgsCollapsibleGroupBoxBasic
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QFileDialog, QLabel, QWidget

from ...plugin.algorithms.sentences import sentence
from ...plugin.algorithms.travel_parameters import breaks_of
from ...plugin.analysis.faults import Fault
from ...plugin.county.roles import RoleSet, project_roles
from ...plugin.language import tr
from ..widgets.algorithm_run import AlgorithmRun, Outcome
from ..widgets.result_group import Placed, replace_results
from .answer import CoverageAnswer, Question
from .inputs import CoverageInputs
from .problems import Said, problems_of
from .save_target import geopackage
from .sheet import build_sheet, sheet_is_possible
from .sheet_dialog import SheetDialog

FORM, _ = uic.loadUiType(str(Path(__file__).with_name("panel.ui")))
ALGORITHM = "ronghe:servicecoverage"
OWNER = "coverage"
SAID = "Said"  #: the label under the input ``x`` is called ``xSaid``
IN_MORE = ("roads", "dem", "landcover", "breaks", "save")
WRONG, QUIET = "color: #c62828;", "color: #5f6368;"
MARGIN = 9  #: pixels about what is scrolled into sight
HEADLINE_GROWTH = 5  #: points


class CoveragePanel(QWidget, FORM):
    """Collects the choices, runs the algorithm, shows the answer."""

    def __init__(self, iface, project: QgsProject, parent: QWidget | None = None):
        super().__init__(parent)
        self.setupUi(self)
        self.iface = iface
        self.project = project
        self.role_fault = ""
        self.ended_with = Outcome()
        self.inputs = CoverageInputs(self, project)
        self.answer = CoverageAnswer(self, iface, project)
        self.run = AlgorithmRun(ALGORITHM, project, self)
        self.reloading = QTimer(self)
        self.reloading.setSingleShot(True)
        self.reloading.timeout.connect(self.reload)
        self.scrolling = QTimer(self)
        self.scrolling.setSingleShot(True)
        self.scrolling.timeout.connect(self._scroll_to_news)
        self._dress()
        self._connect()
        self._show_outcome(self.ended_with)
        self._show_running(False)
        self.reload()

    def reload_soon(self, *_) -> None:
        """Read the roles again once the layer choices have followed the project; many changes make one reload."""
        self.reloading.start()

    def reload(self) -> None:
        """Take the defaults from the layer roles."""
        try:
            roles, self.role_fault = project_roles(self.project), ""
        except Fault as fault:
            roles, self.role_fault = RoleSet(), sentence(fault)
        self.inputs.fill(roles)

    def reset(self) -> None:
        """Another project: what was computed and chosen belongs to the last one."""
        self.run.stop()
        self.answer.clear()
        self.inputs.forget()
        self._show_outcome(Outcome())
        self.reload_soon()

    def release(self) -> None:
        """The panel is about to go: stop what runs."""
        self.reloading.stop()
        self.scrolling.stop()
        self.run.stop()

    def calculate(self) -> None:
        """Check once more and start the run."""
        said = self.check()
        if said.hinders or self.run.running:
            return
        form = self.inputs.form
        self.asked = Question(
            service_type=self.inputs.service_type(),
            types=tuple(self.inputs.types()),
            minutes=form.limitSpin.value(),
            breaks=tuple(breaks_of(form.breaksEdit.text())),
            by_standard=form.standardCheck.isChecked(),
        )
        self.answer.clear()
        self._show_outcome(Outcome())
        self._show_step(tr("正在读取图层"))
        self.progressBar.setValue(0)
        self._show_running(True)
        self.scrolling.start()
        self.run.start(self.inputs.parameters())

    def cancel(self) -> None:
        """Stop the run; the panel says so when it has stopped."""
        self.cancelButton.setEnabled(False)
        self._show_step(tr("正在取消"))
        self.run.cancel()

    def check(self) -> Said:
        """Say at every input what is missing or wrong, and let the button follow."""
        said = problems_of(self.inputs)
        # An empty project lacks everything: what stands above is said first.
        if said.hinders and all(one in IN_MORE for one in said.hinders):
            self.moreBox.setCollapsed(False)
        for label in self.findChildren(QLabel):
            name = label.objectName()
            if name.endswith(SAID):
                self._say(label, name[: -len(SAID)], said)
        reasons = [self.role_fault] if self.role_fault else list(said.hinders.values())
        self.runButton.setEnabled(not reasons)
        self.runButton.setToolTip("\n".join(reasons))
        self.reasonLabel.setText(tr("还不能计算：{reason}").format(reason=reasons[0]) if reasons else "")
        self.reasonLabel.setVisible(bool(reasons))
        return said

    def make_sheet(self) -> None:
        """Ask for the words of the sheet and build it."""
        if not sheet_is_possible(self.project, OWNER):
            self._show_error(tr("结果图层已不在工程中，不能出图；请重新计算。"))
            self.scrolling.start()
            return
        question, headline = self.answer.question, self.headlineLabel.text()
        if not question.service_type and len(question.types) > 1:
            self._show_error(tr("一张图只表示一类设施；请选定一种服务类型，计算后再出图。"))
            self.scrolling.start()
            return
        dialog = SheetDialog(
            self.iface,
            self.project,
            tr("服务覆盖图 {question}").format(question=question.name),
            lambda words: build_sheet(self.project, OWNER, question, headline, words),
            self,
        )
        dialog.exec()
        dialog.deleteLater()

    def showEvent(self, event):
        """Layers may have got a coordinate system or features meanwhile."""
        super().showEvent(event)
        self.check()

    def _dress(self) -> None:
        big = self.headlineLabel.font()
        big.setPointSizeF(big.pointSizeF() + HEADLINE_GROWTH)
        big.setBold(True)
        self.headlineLabel.setFont(big)
        strong = self.runButton.font()
        strong.setPointSizeF(strong.pointSizeF() + 1)
        strong.setBold(True)
        self.runButton.setFont(strong)
        for label in (self.reasonLabel, self.errorLabel):
            label.setStyleSheet(WRONG)
        for label in (self.detailLabel, self.gapLabel):
            label.setStyleSheet(QUIET)
        for box in self.findChildren(QgsCollapsibleGroupBoxBasic):
            box.setFlat(True)

    def _connect(self) -> None:
        project = self.project
        for changed in (project.layersAdded, project.layersRemoved):
            changed.connect(self.reload_soon)
        for other in (project.readProject, project.cleared):
            other.connect(self.reset)
        project.layersWillBeRemoved.connect(self._layers_go)
        self.inputs.changed.connect(self.check)
        # The box shows everything in it when it opens, also the labels that have nothing to say.
        self.moreBox.collapsedStateChanged.connect(lambda _: self.check())
        self.runButton.clicked.connect(self.calculate)
        self.cancelButton.clicked.connect(self.cancel)
        self.sheetButton.clicked.connect(self.make_sheet)
        self.saveButton.clicked.connect(self._ask_geopackage)
        self.run.stepped.connect(self._show_step)
        self.run.progressed.connect(lambda share: self.progressBar.setValue(int(share)))
        self.run.ended.connect(self._finish)

    def _layers_go(self, layer_ids) -> None:
        if self.run.uses(layer_ids):
            self.run.stop()

    def _finish(self, outcome: Outcome) -> None:
        self._show_running(False)
        if outcome.succeeded:
            self._place(outcome)
            self.answer.show(outcome, self.asked)
        self._show_outcome(outcome)
        self.scrolling.start()

    def _scroll_to_news(self) -> None:
        """Bring the progress, or what came of it, into sight."""
        shown = (self.errorLabel, self.resultsBox, self.progressBox)
        widget = next((one for one in shown if one.isVisible()), None)
        if widget is not None:
            # What has just appeared gets its place now, not with the next event.
            self.content.layout().activate()
            self.content.resize(self.content.width(), self.content.layout().totalHeightForWidth(self.content.width()))
            self.scrollArea.ensureWidgetVisible(widget, 0, MARGIN)

    def _place(self, outcome: Outcome) -> None:
        """The result layers above the planner's own: what is wrong on top, areas below, zones not shown."""
        titles = {
            "GAPS": tr("未覆盖清单 {question}"),
            "DEMAND_OUT": tr("需求与出行时间 {question}"),
            "BANDS": tr("等时圈 {question}"),
            "ZONES_OUT": tr("乡镇覆盖率 {question}"),
            "LEVELS_OUT": tr("分级覆盖统计 {question}"),
        }
        placed = []
        for output, title in titles.items():
            layer = outcome.layers.get(output)
            if layer is not None:
                layer.setCustomProperty("ronghe/output", output)
                placed.append(Placed(layer, title.format(question=self.asked.name), shown=output != "ZONES_OUT"))
        replace_results(self.project, OWNER, tr("融合规划 · 服务覆盖"), placed)

    def _show_outcome(self, outcome: Outcome) -> None:
        self._show_error(tr("已取消，没有留下结果。") if outcome.cancelled else outcome.error)
        self.hintsBox.setVisible(bool(outcome.warnings))
        self.hintsBox.setTitle(tr("数据提示（{count}）").format(count=len(outcome.warnings)))
        self.hintsLabel.setText("\n\n".join(outcome.warnings))

    def _show_error(self, text: str) -> None:
        self.errorLabel.setText(text)
        self.errorLabel.setVisible(bool(text))

    def _show_running(self, running: bool) -> None:
        self.progressBox.setVisible(running)
        self.runButton.setVisible(not running)
        self.inputsBox.setEnabled(not running)
        self.moreBox.setEnabled(not running)
        self.cancelButton.setEnabled(running)

    def _show_step(self, step: str) -> None:
        self.progressBar.setFormat(tr("{step} %p%").format(step=step))

    def _say(self, label: QLabel, name: str, said: Said) -> None:
        text = said.hinders.get(name) or said.notes.get(name, "")
        label.setText(text)
        label.setVisible(bool(text))
        label.setToolTip(said.details.get(name, ""))
        label.setStyleSheet(WRONG if name in said.hinders else QUIET)

    def _ask_geopackage(self) -> None:
        folder = self.savePath.text() or self.project.absolutePath() or str(Path.home())
        path, _ = QFileDialog.getSaveFileName(
            self,
            tr("保存到 GeoPackage（已有的表不会被覆盖）"),
            folder,
            "GeoPackage (*.gpkg)",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            self.savePath.setText(str(geopackage(path)))
