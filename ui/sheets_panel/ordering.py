"""The check and the export of the panel 出图: one piece at a time on the main thread, with progress and cancel."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...plugin.algorithms.sentences import sentence
from ...plugin.analysis.faults import Fault
from ...plugin.cartography.faults import SheetFault
from ...plugin.language import tr
from ..widgets.processing_history import add_run_to_history
from .answer import SheetsAnswer
from .order_form import OrderForm
from .stepwise import Stepwise

ALGORITHM = "ronghe:exportsheets"
ERROR = "error"


class Ordering(QObject):
    """Works off what is ordered in ``form``. ``said`` carries what stands in the way ('' for nothing),
    ``running_changed`` whether work is going on.
    """

    said = pyqtSignal(str)
    running_changed = pyqtSignal(bool)

    def __init__(self, form, order_form: OrderForm, answer: SheetsAnswer):
        super().__init__(form)
        self.form, self.order_form, self.answer = form, order_form, answer
        self.work = Stepwise(self)
        self.files: list[Path] = []
        self.result = None
        self.found: list = []
        #: The order whose errors the planner has been told.
        self.told: dict | None = None
        self.exporting = self.cancelled = False
        self.work.stepped.connect(lambda step: self.take(step))
        self.work.ended.connect(self._ended)

    def check(self, county, sheets: list[str]) -> None:
        """Look for what would spoil the sheets, one kind of check after the other."""
        self._look(county, sheets, labels=True, then=lambda: None)

    def export(self, county, sheets: list[str]) -> None:
        """Check, then export. Errors stop it, until the planner asks a second time."""
        if self.told and self.told == self.order_form.parameters(sheets):
            self._export(county, sheets)
        else:
            self._look(county, sheets, labels=False, then=lambda: self._export_unless_wrong(county, sheets))

    def cancel(self, why: str = "") -> None:
        """Stop after the page that is being written; what is finished stays, and is listed."""
        if not self.work.running:
            return
        if self.exporting:
            self.cancelled = True
            self.work.finish()  # binds the pages that are there
        else:
            self.work.stop()
            self.running_changed.emit(False)
        self.said.emit(why or (tr("已取消；完成的页已存入文件夹。") if self.files else tr("已取消，没有留下文件。")))

    def stop(self) -> None:
        """The project or the panel goes: stop without a word."""
        self.work.stop()
        self.files, self.told = [], None
        self.running_changed.emit(False)

    def _look(self, county, sheets: list[str], labels: bool, then) -> None:
        """Check; ``labels``: also where every name on the maps would go, which takes as long as drawing them."""
        from ...plugin.cartography.preflight.check import preflight_steps

        self.answer.clear()
        self.files, self.found, self.told = [], [], None
        self.order_form.make_folder()
        try:
            steps = preflight_steps(county, sheets, self.order_form.order(sheets), labels)
        except (Fault, SheetFault) as fault:
            self.said.emit(said_of(fault))
            return
        self.exporting = False
        self._begin(steps, self._take_findings, lambda: self._show_findings(then))

    def _export_unless_wrong(self, county, sheets: list[str]) -> None:
        if not any(one.severity == ERROR for one in self.found):
            self._export(county, sheets)
            return
        self.told = self.order_form.parameters(sheets)
        self.said.emit(tr("检查出错误，没有导出。请按下面的建议改正；要照样导出，请再按一次导出。"))

    def _export(self, county, sheets: list[str]) -> None:
        from ...plugin.cartography.production.produce import produce

        self.files, self.result, self.told = [], None, None
        try:
            work = produce(self.order_form.order(sheets), county, lambda: self.cancelled)
        except (Fault, SheetFault) as fault:
            self.said.emit(said_of(fault))
            return
        add_run_to_history(ALGORITHM, self.order_form.parameters(sheets), county.project)
        self.exporting, self.cancelled = True, False
        self._begin(work, self._take_page, self._show_files)

    def _begin(self, work, take, end) -> None:
        self.said.emit("")
        self.take, self.end = take, end
        self.form.progressBar.setRange(0, 0)
        self.form.stepLabel.setText("")
        self.running_changed.emit(True)
        self.work.start(iter(work))

    def _ended(self, fault: Exception | None) -> None:
        if fault is None:
            self.end()
        if not self.work.running:
            self.running_changed.emit(False)
        if fault is not None:
            self.said.emit(said_of(fault))
            self.answer.list_files(self.files)

    def _take_page(self, step) -> None:
        self.form.stepLabel.setText(step.sentence)
        self.form.progressBar.setRange(0, max(1, step.total))
        self.form.progressBar.setValue(step.done)
        if step.file:
            self.files = list(dict.fromkeys([*self.files, Path(step.file)]))
        if step.result:
            self.result, self.files = step.result, list(step.result.files)

    def _show_files(self) -> None:
        if self.result is not None:
            self.answer.show_files(self.result, self.order_form.folder())

    def _take_findings(self, step) -> None:
        title, some = step
        self.form.stepLabel.setText(title)
        self.found += some

    def _show_findings(self, then) -> None:
        self.answer.show_findings(self.found)
        then()


def said_of(fault: Exception) -> str:
    """What went wrong, in words."""
    if isinstance(fault, SheetFault):
        return fault.sentence()
    if isinstance(fault, Fault):
        return sentence(fault)
    return tr("导出没有完成，原因不明：{reason}").format(reason=str(fault) or type(fault).__name__)
