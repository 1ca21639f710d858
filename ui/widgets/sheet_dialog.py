"""From a result to a sheet: the words on it, then the layout window or a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from qgis.core import QgsApplication, QgsPrintLayout, QgsProject
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtWidgets import QDialog, QFileDialog, QWidget

from ...plugin.algorithms.sentences import sentence
from ...plugin.analysis.faults import Fault
from ...plugin.cartography.export import FORMATS, SUFFIXES, export_sheet
from ...plugin.cartography.faults import SheetFault
from ...plugin.cartography.typefaces import missing_fonts
from ...plugin.language import tr
from .save_target import write_problem
from .sheet_facts import SheetWords, load_words, save_words

FORM, _ = uic.loadUiType(str(Path(__file__).with_name("sheet_dialog.ui")))
#: Formats as people write them.
TITLES = {"geopdf": "GeoPDF"}
WRONG = "color: #c62828;"


class SheetDialog(QDialog, FORM):
    """Asks for the words of a sheet; ``build`` makes the layout from them, and may raise SheetFault."""

    def __init__(
        self,
        iface,
        project: QgsProject,
        name: str,
        build: Callable[[SheetWords], QgsPrintLayout],
        parent: QWidget | None = None,
    ):
        super().__init__(parent)
        self.setupUi(self)
        self.iface = iface
        self.project = project
        self.name = name
        self.build = build
        for one in FORMATS:
            self.formatCombo.addItem(TITLES.get(one, one.upper()), one)
        self._show_words(load_words(project))
        self._show_fonts()
        self.fonts_told = self.fontsLabel.text()
        for label in (self.errorLabel, self.fontsLabel):
            label.setStyleSheet(WRONG)
        self.errorLabel.hide()
        self.openButton.clicked.connect(self.open_layout)
        self.exportButton.clicked.connect(self.ask_file)
        self.closeButton.clicked.connect(self.reject)

    def words(self) -> SheetWords:
        # What this window does not ask for stays as it is kept.
        return replace(
            load_words(self.project),
            plan_title=self.planTitleEdit.text().strip(),
            organisation=self.organisationEdit.text().strip(),
            drawing_office=self.drawingOfficeEdit.text().strip(),
            date_text=self.dateEdit.text().strip(),
        )

    def open_layout(self) -> None:
        """Show the sheet in QGIS's layout window, where every item can still be changed."""
        layout = self._layout()
        if layout is not None:
            self.iface.openLayoutDesigner(layout)
            self.accept()

    def ask_file(self) -> None:
        """Ask where the file is to go."""
        suffix = SUFFIXES[self.formatCombo.currentData()]
        folder = self.project.absolutePath() or str(Path.home())
        suggested = str(Path(folder) / f"{self.name}{suffix}")
        shown = f"{self.formatCombo.currentText()} (*{suffix})"
        path, _ = QFileDialog.getSaveFileName(self, tr("导出图件"), suggested, shown)
        if path:
            self.export(Path(path if path.lower().endswith(suffix) else f"{path}{suffix}"))

    def export(self, path: Path) -> None:
        """Build the sheet and write it to a file."""
        problem = write_problem(path)
        if problem:
            self._say(problem)
            return
        layout = self._layout()
        if layout is None:
            return
        # Typefaces of the planner's own layers are known only now; the next click exports all the same.
        if self.fontsLabel.text() != self.fonts_told:
            self.fonts_told = self.fontsLabel.text()
            return
        QgsApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            export_sheet(layout, path, self.formatCombo.currentData(), int(self.dpiSpin.value()))
        except SheetFault as fault:
            self._say(fault.sentence())
            return
        finally:
            QgsApplication.restoreOverrideCursor()
        self.iface.messageBar().pushSuccess(tr("融合规划"), tr("图件已导出：{path}").format(path=path))
        self.accept()

    def _layout(self) -> QgsPrintLayout | None:
        self.errorLabel.hide()
        save_words(self.project, self.words())
        QgsApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            layout = self.build(self.words())
        except SheetFault as fault:
            self._say(fault.sentence())
            return None
        except Fault as fault:
            self._say(sentence(fault))
            return None
        finally:
            QgsApplication.restoreOverrideCursor()
        self._show_fonts(layout)
        return layout

    def _say(self, sentence: str) -> None:
        self.errorLabel.setText(sentence)
        self.errorLabel.show()

    def _show_words(self, words: SheetWords) -> None:
        self.planTitleEdit.setText(words.plan_title or self.project.title())
        self.organisationEdit.setText(words.organisation)
        self.drawingOfficeEdit.setText(words.drawing_office)
        self.dateEdit.setText(words.date_text or QDate.currentDate().toString(tr("yyyy年M月")))

    def _show_fonts(self, layout: QgsPrintLayout | None = None) -> None:
        missing = missing_fonts(layout)
        told = tr("本机没有字体：{fonts}。导出时会换成别的字体；请先安装，或再点一次照样导出。")
        self.fontsLabel.setVisible(bool(missing))
        self.fontsLabel.setText(told.format(fonts="、".join(missing)) if missing else "")
