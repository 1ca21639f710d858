"""The panel 出图: tick the sheets, have them checked, export them, and open the folder."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QWidget

from ...plugin.analysis.faults import Fault
from ...plugin.cartography.faults import SheetFault
from ...plugin.language import tr
from ..widgets.role_reader import RoleReader
from ..widgets.said import QUIET, WRONG, Said, say_at
from ..widgets.scroll import scroll_to
from .answer import SheetsAnswer
from .order_form import OrderForm
from .ordering import Ordering, said_of
from .previews import Previews
from .sheet_list import PICTURE, SheetList

FORM, _ = uic.loadUiType(str(Path(__file__).with_name("panel.ui")))
NARROWEST = 330  #: pixels
GROWTH = 1  #: points of the large button


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
        self.sheets = SheetList(self.sheetsTree)
        self.order_form = OrderForm(self, project)
        self.previews = Previews(PICTURE.width(), self)
        self.answer = SheetsAnswer(self)
        self.ordering = Ordering(self, self.order_form, self.answer)
        self.work = self.ordering.work
        self.sheets.forget(self.order_form.unticked())
        self.scrolling = QTimer(self)
        self.scrolling.setSingleShot(True)
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
        self.order_form.fill()
        self.sheets.forget(self.order_form.unticked())
        self.answer.clear()
        self._say("")
        self.reload_soon()

    def release(self) -> None:
        """The panel is about to go."""
        self.reader.stop()
        self.scrolling.stop()
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
        self.stale = True
        if self.isVisible() and not self.work.running:
            self._fill()

    def _fill(self) -> None:
        from ...plugin.cartography.county_sheets.states import sheet_states
        from ...plugin.cartography.preview import drawn_from

        try:
            self.county = self._county_now()
            states = sheet_states(self.county)
            sources = {state.kind.id: drawn_from(self.county, state.kind) for state in states if state.possible}
            self.order_form.atlas.count(self.county)
        except (Fault, SheetFault) as fault:
            self._say(said_of(fault))
            return
        self.stale = False
        self.sheets.fill(states, sources)
        self.previews.ask(self.county, self.sheets.without_picture())
        self._show_ready()

    def _county_now(self):
        from ...plugin.cartography.county_sheets.county import county_of
        from ...plugin.cartography.facts import facts_of

        return county_of(self.project, facts_of(self.order_form.words(), self.order_form.paper()))

    def _layers_go(self, layer_ids) -> None:
        """Nothing may be drawn from layers that are being deleted."""
        self.previews.forget()
        self.ordering.cancel(tr("工程中的图层被移除，已停止；已完成的图件仍在文件夹中。"))
        self.county = None

    # --- what the planner does --------------------------------------------------------------------------------------

    def open_layout(self) -> None:
        """Lay out the chosen sheet, else the first that is ticked, in QGIS's layout window, where every item can still
        be changed.
        """
        from ...plugin.cartography.county_sheets.drafts import draft
        from ...plugin.cartography.draft import build

        sheet = self.sheets.current() or next(iter(self.sheets.ticked()), "")
        if not sheet:
            self._complain(tr("请先在列表中选中或勾选一幅可以出的图。"))
            return
        self.previews.pause()
        self.order_form.keep(self.sheets.unticked)
        QgsApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            layout = build(self.project, draft(self._county_now(), sheet))
        except (Fault, SheetFault) as fault:
            self._complain(said_of(fault))
            return
        finally:
            QgsApplication.restoreOverrideCursor()
            self.previews.go_on()
        self._say("")
        self.iface.openLayoutDesigner(layout)

    def check(self) -> None:
        """Look for what would spoil the ticked sheets."""
        self._order(self.ordering.check)

    def export(self) -> None:
        """Check and export the ticked sheets."""
        self._order(self.ordering.export)

    def _order(self, act) -> None:
        sheets = self.sheets.ticked()
        if self._hindered(sheets):
            return
        try:
            self.county = self._county_now()
        except (Fault, SheetFault) as fault:
            self._complain(said_of(fault))
            return
        self.order_form.keep(self.sheets.unticked)
        act(self.county, sheets)

    def _hindered(self, sheets: list[str]) -> bool:
        """Whether nothing can be exported yet; what is wrong is said once, beside its input, and brought into sight."""
        found = self._show_problems()
        self._complain("" if sheets else tr("还没有勾选图件；请先在上面勾选。"))
        if "wind" in found:
            self.moreBox.setCollapsed(False)
        if sheets and found:
            scroll_to(getattr(self, f"{next(iter(found))}Said"))
        return not sheets or bool(found)

    def open_folder(self) -> None:
        """Show the files in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.order_form.folder()))

    # --- how it looks -----------------------------------------------------------------------------------------------

    def _dress(self) -> None:
        self.errorLabel.setStyleSheet(WRONG)
        self.stepLabel.setStyleSheet(QUIET)
        self.moreBox.setFlat(True)
        strong = self.runButton.font()
        strong.setPointSizeF(strong.pointSizeF() + GROWTH)
        strong.setBold(True)
        self.runButton.setFont(strong)

    def _connect(self) -> None:
        self.reader = RoleReader(self.project, self)
        self.reader.found.connect(self._changed)
        self.reader.leaving.connect(self._layers_go)
        self.reader.another.connect(self.reset)
        self.previews.made.connect(self.sheets.show_picture)
        self.ordering.said.connect(self._complain)
        self.ordering.running_changed.connect(self._follow)
        self.scrolling.timeout.connect(self._scroll_to_news)
        for changed in (
            self.sheets.ticked_changed,
            self.atlasCombo.currentIndexChanged,
            self.paperCombo.currentTextChanged,
            self.folderWidget.fileChanged,
            self.windEdit.textChanged,
        ):
            changed.connect(self._show_ready)
        self.moreBox.collapsedStateChanged.connect(self._show_ready)
        self.sheetsTree.itemDoubleClicked.connect(lambda *_: self.open_layout())
        self.allButton.clicked.connect(lambda: self.sheets.tick(True))
        self.noneButton.clicked.connect(lambda: self.sheets.tick(False))
        self.openButton.clicked.connect(self.open_layout)
        self.checkButton.clicked.connect(self.check)
        self.runButton.clicked.connect(self.export)
        self.cancelButton.clicked.connect(lambda: self.ordering.cancel())
        self.folderButton.clicked.connect(self.open_folder)

    def _show_ready(self, *_) -> None:
        """The button says what will come of it; what is wrong is said beside its input."""
        ticked = self.sheets.ticked()
        pages = self.order_form.atlas.pages([self.sheets.templates[one] for one in ticked])
        words = {"count": len(ticked), "pages": pages}
        if not ticked:
            self.runButton.setText(tr("导出图件"))
        elif pages == len(ticked):
            self.runButton.setText(tr("导出 {count} 幅图").format(**words))
        else:
            self.runButton.setText(tr("导出 {count} 幅图，{pages} 页").format(**words))
        self._show_problems()

    def _show_problems(self) -> dict[str, str]:
        found = self.order_form.problems()
        for name in ("paper", "folder", "wind"):
            say_at(getattr(self, f"{name}Said"), name, Said(hinders=found))
        return found

    def _follow(self, running: bool) -> None:
        """Work has begun or ended."""
        self._show_running(running)
        self.scrolling.start()
        if running:
            self.previews.pause()
            return
        if self.stale and self.isVisible():
            self._fill()
        self.previews.go_on()

    def _show_running(self, running: bool) -> None:
        for widget in (self.progressBar, self.cancelButton, self.stepLabel):
            widget.setVisible(running)
        order = (self.atlasCombo, self.formatCombo, self.paperCombo, self.folderWidget, self.bookletCheck, self.moreBox)
        buttons = (self.allButton, self.noneButton, self.openButton, self.checkButton, self.runButton)
        for widget in (*order, *buttons, self.sheetsTree):
            widget.setEnabled(not running)

    def _complain(self, text: str) -> None:
        self._say(text)
        if text:
            self.scrolling.start()

    def _say(self, text: str) -> None:
        self.errorLabel.setText(text)
        self.errorLabel.setVisible(bool(text))

    def _scroll_to_news(self) -> None:
        """Bring the progress, or what came of it, into sight."""
        news = (self.findingsText, self.folderButton, self.errorLabel, self.progressBar)
        for widget in (one for one in news if one.isVisible()):
            scroll_to(widget, keep=self.runButton)

    def _stop(self) -> None:
        self.previews.forget()
        self.ordering.stop()
