"""The panel 出图: tick the sheets, have them checked, export them, and open the folder."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QWidget

from ...plugin.algorithms.sentences import sentence
from ...plugin.analysis.faults import Fault
from ...plugin.cartography.faults import SheetFault
from ...plugin.language import tr
from ..widgets.processing_history import add_run_to_history
from ..widgets.role_reader import RoleReader
from ..widgets.said import QUIET, WRONG
from .answer import SheetsAnswer
from .order_form import OrderForm
from .previews import Previews
from .sheet_list import PICTURE, SheetList
from .stepwise import Stepwise

FORM, _ = uic.loadUiType(str(Path(__file__).with_name("panel.ui")))
ALGORITHM = "ronghe:exportsheets"
ERROR = "error"
NARROWEST = 330  #: pixels


class SheetsPanel(QWidget, FORM):
    """The list of sheets with small pictures, the order, the check, the export with progress and cancel."""

    def __init__(self, iface, project: QgsProject, parent: QWidget | None = None):
        super().__init__(parent)
        self.setupUi(self)
        self.setMinimumWidth(NARROWEST)
        self.iface = iface
        self.project = project
        self.county = None
        self.stale = True
        self.files: list[Path] = []
        self.result = None
        self.found: list = []
        #: The order whose errors the planner has been told.
        self.told: dict | None = None
        self.sheets = SheetList(self.sheetsTree)
        self.order_form = OrderForm(self, project)
        self.previews = Previews(PICTURE.width(), self)
        self.work = Stepwise(self)
        self.answer = SheetsAnswer(self)
        self._dress()
        self._connect()
        self._show_running(False)
        self._say("")

    # --- what the project holds -------------------------------------------------------------------------------------

    def reload_soon(self, *_) -> None:
        """Read the roles again once the layer choices have followed the project."""
        self.reader.read_soon()

    def reset(self) -> None:
        """Another project."""
        self._stop()
        self.sheets.forget_pictures()
        self.sheets.unticked.clear()
        self.order_form.fill()
        self.answer.clear()
        self.reload_soon()

    def release(self) -> None:
        """The panel is about to go."""
        self.reader.stop()
        self._stop()

    def showEvent(self, event):
        super().showEvent(event)
        if self.stale:
            self._fill()
        self.previews.go_on()

    def hideEvent(self, event):
        self.previews.pause()
        super().hideEvent(event)

    def _changed(self, roles=None, fault: str = "") -> None:
        """Layers have come or gone. The list is filled when somebody looks at it: cartography is slow to import."""
        self.sheets.forget_pictures()
        self.stale = True
        if self.isVisible() and not self.work.running:
            self._fill()

    def _fill(self) -> None:
        from ...plugin.cartography.county_sheets.states import sheet_states

        try:
            self.county = self._county_now()
            states = sheet_states(self.county)
        except Fault as fault:
            self._say(sentence(fault))
            return
        self.stale = False
        self.sheets.fill(states)
        self.previews.ask(self.county, self.sheets.without_picture())
        self._show_ready()

    def _county_now(self):
        from ...plugin.cartography.county_sheets.county import county_of
        from ...plugin.cartography.facts import facts_of

        return county_of(self.project, facts_of(self.order_form.words(), self.order_form.paper()))

    def _layers_go(self, layer_ids) -> None:
        """Nothing may be drawn from layers that are being deleted."""
        self.previews.forget()
        if self.work.running:
            self.cancel(tr("工程中的图层被移除，导出已停止；已完成的图件仍在文件夹中。"))
        self.county = None

    # --- what the planner does --------------------------------------------------------------------------------------

    def open_layout(self) -> None:
        """Lay out the chosen sheet in QGIS's layout window, where every item can still be changed."""
        from ...plugin.cartography.county_sheets.drafts import draft
        from ...plugin.cartography.draft import build

        sheet = self.sheets.current()
        if not sheet:
            self._say(tr("请先在列表中选中一幅可以出的图。"))
            return
        self.order_form.keep()
        QgsApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            layout = build(self.project, draft(self._county_now(), sheet))
        except (Fault, SheetFault) as fault:
            self._say(said_of(fault))
            return
        finally:
            QgsApplication.restoreOverrideCursor()
        self._say("")
        self.iface.openLayoutDesigner(layout)

    def check(self) -> None:
        """Look for what would spoil the sheets, one kind of check after the other."""
        self._look(labels=True, then=lambda: None)

    def export(self) -> None:
        """Check, then export the ticked sheets. Errors stop it, until the planner asks a second time."""
        if self.told and self.told == self._asked():
            self._export()
        else:
            self._look(labels=False, then=self._export_unless_wrong)

    def _look(self, labels: bool, then) -> None:
        """Check; ``labels``: also where every name on the maps would go, which takes as long as drawing them."""
        from ...plugin.cartography.preflight.check import preflight_steps

        sheets = self._ready()
        if not sheets:
            return
        self.answer.clear()
        self.found, self.told = [], None
        try:
            self.county = self._county_now()
            steps = preflight_steps(self.county, sheets, self.order_form.order(sheets), labels)
        except (Fault, SheetFault) as fault:
            self._say(said_of(fault))
            return
        self._begin(steps, self._take_findings, lambda: self._show_findings(then))

    def _export_unless_wrong(self) -> None:
        if not any(one.severity == ERROR for one in self.found):
            self._export()
            return
        self.told = self._asked()
        self._say(tr("检查出错误，没有导出。请按下面的建议改正；要照样导出，请再按一次导出。"))

    def _export(self) -> None:
        from ...plugin.cartography.production.produce import produce

        sheets = self._ready()
        if not sheets:
            return
        self.told = None
        self.order_form.keep()
        self._say("")
        try:
            work = produce(self.order_form.order(sheets), self.county)
        except (Fault, SheetFault) as fault:
            self._say(said_of(fault))
            return
        add_run_to_history(ALGORITHM, self.order_form.parameters(sheets), self.project)
        self.files, self.result = [], None
        self._begin(work, self._take_page, self._show_files)

    def _ready(self) -> list[str]:
        """The ticked sheets; none, and the reason is said, when nothing can be ordered yet."""
        sheets = self.sheets.ticked()
        problem = self.order_form.problem(sheets)
        self._say(problem)
        return [] if problem else sheets

    def _asked(self) -> dict:
        return self.order_form.parameters(self.sheets.ticked())

    def cancel(self, why: str = "") -> None:
        """Stop after the page that is being written; what is finished stays."""
        if not self.work.running:
            return
        self.work.stop()
        self._show_running(False)
        done = tr("已取消；{count} 个已完成的文件留在文件夹中。").format(count=len(self.files))
        self._say(why or done)
        self.folderButton.setVisible(bool(self.files))
        self.previews.go_on()

    def open_folder(self) -> None:
        """Show the files in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.order_form.folder()))

    # --- work in progress -------------------------------------------------------------------------------------------

    def _begin(self, work, take, end) -> None:
        self.previews.pause()
        self._say("")
        self.take, self.end = take, end
        self._show_running(True)
        self.work.start(iter(work))

    def _ended(self, fault: Exception | None) -> None:
        self._show_running(False)
        if fault is not None:
            self._say(said_of(fault))
            return
        self.end()
        if self.work.running:
            return
        if self.stale:
            self._fill()
        self.previews.go_on()

    def _take_page(self, step) -> None:
        self.stepLabel.setText(step.sentence)
        self.progressBar.setRange(0, max(1, step.total))
        self.progressBar.setValue(step.done)
        if step.file:
            self.files = list(dict.fromkeys([*self.files, Path(step.file)]))
        if step.result:
            self.result, self.files = step.result, list(step.result.files)

    def _show_files(self) -> None:
        if self.result is not None:
            self.answer.show_files(self.result, self.order_form.folder())

    def _take_findings(self, step) -> None:
        title, some = step
        self.stepLabel.setText(title)
        self.progressBar.setRange(0, 0)
        self.found += some

    def _show_findings(self, then) -> None:
        self.answer.show_findings(self.found)
        then()

    # --- how it looks -----------------------------------------------------------------------------------------------

    def _dress(self) -> None:
        self.errorLabel.setStyleSheet(WRONG)
        self.folderSaid.hide()
        self.stepLabel.setStyleSheet(QUIET)

    def _connect(self) -> None:
        self.reader = RoleReader(self.project, self)
        self.reader.found.connect(self._changed)
        self.reader.leaving.connect(self._layers_go)
        self.reader.another.connect(self.reset)
        self.previews.made.connect(self.sheets.show_picture)
        self.work.stepped.connect(lambda step: self.take(step))
        self.work.ended.connect(self._ended)
        self.sheets.ticked_changed.connect(self._show_ready)
        self.sheetsTree.itemDoubleClicked.connect(lambda *_: self.open_layout())
        self.allButton.clicked.connect(lambda: self.sheets.tick(True))
        self.noneButton.clicked.connect(lambda: self.sheets.tick(False))
        self.openButton.clicked.connect(self.open_layout)
        self.checkButton.clicked.connect(self.check)
        self.runButton.clicked.connect(self.export)
        self.cancelButton.clicked.connect(lambda: self.cancel())
        self.folderButton.clicked.connect(self.open_folder)

    def _show_ready(self) -> None:
        count = len(self.sheets.ticked())
        self.runButton.setText(tr("导出 {count} 幅图").format(count=count) if count else tr("导出图件"))

    def _show_running(self, running: bool) -> None:
        for widget in (self.progressBar, self.cancelButton, self.stepLabel):
            widget.setVisible(running)
        for widget in (self.checkButton, self.runButton, self.openButton, self.sheetsTree, self.moreBox):
            widget.setEnabled(not running)

    def _say(self, text: str) -> None:
        self.errorLabel.setText(text)
        self.errorLabel.setVisible(bool(text))

    def _stop(self) -> None:
        self.previews.forget()
        self.work.stop()
        self._show_running(False)


def said_of(fault: Exception) -> str:
    """What went wrong, in words."""
    if isinstance(fault, SheetFault):
        return fault.sentence()
    if isinstance(fault, Fault):
        return sentence(fault)
    return tr("导出没有完成，原因不明：{reason}").format(reason=str(fault) or type(fault).__name__)
