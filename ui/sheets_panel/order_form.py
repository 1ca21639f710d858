"""What the planner orders: the choices of the form, the words on the sheets, and what is wrong with them."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from qgis.core import QgsProject
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QDate

from ...plugin.analysis.faults import Fault
from ...plugin.bridge.sentences import sentence
from ...plugin.county.sheet_words import SheetWords, load_words, save_words, wind_of
from ...plugin.language import tr
from .atlas_choice import NO_ATLAS, AtlasChoice

PAPERS = ("A4", "A3", "A2", "A1", "A0")
FORMATS = ("pdf", "png", "svg", "geopdf")
PAPER, DPI = "A3", 300
KEPT, KEPT_ORDER = ("ronghe", "/sheets_folder"), ("ronghe", "/sheets_order")


class OrderForm:
    """Fills and reads the widgets of ``form``."""

    def __init__(self, form, project: QgsProject):
        self.form = form
        self.project = project
        self.atlas = AtlasChoice(form.atlasCombo)
        for key, title in _formats().items():
            form.formatCombo.addItem(title, key)
        for paper in PAPERS:
            form.paperCombo.addItem(paper)
        for paper in PAPERS:
            form.paperCombo.addItem(tr("{paper} 竖").format(paper=paper))
        form.folderWidget.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        form.folderWidget.setDialogTitle(tr("图件存到哪个文件夹"))
        self.fill()

    def fill(self) -> None:
        """The words and the folder that the project keeps."""
        form, words = self.form, load_words(self.project)
        form.planTitleEdit.setText(words.plan_title or self.project.title())
        form.organisationEdit.setText(words.organisation)
        form.drawingOfficeEdit.setText(words.drawing_office)
        form.dateEdit.setText(words.date_text or QDate.currentDate().toString(tr("yyyy年M月")))
        form.secrecyEdit.setText(words.secrecy)
        form.approvalEdit.setText(words.approval)
        form.windEdit.setText(words.wind)
        form.verticalCheck.setChecked(words.vertical_title)
        kept = self.project.readEntry(*KEPT, "")[0]
        beside = str(Path(self.project.absolutePath()) / tr("图集")) if self.project.absolutePath() else ""
        form.folderWidget.setFilePath(kept or beside)
        self._choose(self._kept_order())

    def unticked(self) -> set[str]:
        """The sheets that the planner did not want last time."""
        return {str(one) for one in self._kept_order().get("unticked", [])}

    def words(self) -> SheetWords:
        """What the planner has typed."""
        form = self.form
        return SheetWords(
            plan_title=form.planTitleEdit.text().strip(),
            organisation=form.organisationEdit.text().strip(),
            drawing_office=form.drawingOfficeEdit.text().strip(),
            date_text=form.dateEdit.text().strip(),
            secrecy=form.secrecyEdit.text().strip(),
            approval=form.approvalEdit.text().strip(),
            wind=form.windEdit.text().strip(),
            vertical_title=form.verticalCheck.isChecked(),
        )

    def keep(self, unticked: set[str]) -> None:
        """Words, folder and choices go into the project, for the next time."""
        form = self.form
        save_words(self.project, self.words())
        self.project.writeEntry(*KEPT, self.folder())
        order = {
            "unticked": sorted(unticked),
            "atlas": self.atlas.kind(),
            "fmt": form.formatCombo.currentData(),
            "paper": self.paper(),
            "dpi": form.dpiSpin.value(),
            "booklet": form.bookletCheck.isChecked(),
            "workers": form.workersSpin.value(),
        }
        self.project.writeEntry(*KEPT_ORDER, json.dumps(order, ensure_ascii=False))

    def _kept_order(self) -> dict:
        try:
            kept = json.loads(self.project.readEntry(*KEPT_ORDER, "{}")[0])
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}

    def _choose(self, kept: dict) -> None:
        """Choices that the project does not keep are what they are to begin with."""
        form = self.form
        self.atlas.choose(kept.get("atlas", NO_ATLAS))
        form.formatCombo.setCurrentIndex(max(form.formatCombo.findData(kept.get("fmt", FORMATS[0])), 0))
        form.paperCombo.setCurrentText(str(kept.get("paper", PAPER)))
        form.dpiSpin.setValue(int(kept.get("dpi", DPI)))
        form.bookletCheck.setChecked(bool(kept.get("booklet", True)))
        form.workersSpin.setValue(int(kept.get("workers", 0)))

    def folder(self) -> str:
        return self.form.folderWidget.filePath().strip()

    def paper(self) -> str:
        return self.form.paperCombo.currentText().strip()

    def problems(self) -> dict[str, str]:
        """What is wrong with the choices, by the input where it is mended."""
        from ...plugin.cartography.faults import SheetFault
        from ...plugin.cartography.paper import paper_size

        found = {}
        try:
            paper_size(self.paper())
        except SheetFault as fault:
            found["paper"] = fault.sentence()
        if not self.folder():
            found["folder"] = tr("还没有选文件夹；请指定图件存到哪里。")
        try:
            wind_of(self.words().wind)
        except Fault as fault:
            found["wind"] = sentence(fault)
        return found

    def make_folder(self) -> None:
        """A new folder in one that is there; the export says what is wrong with any other."""
        folder = Path(self.folder())
        if folder.parent.is_dir() and not folder.exists():
            with suppress(OSError):
                folder.mkdir()

    def parameters(self, sheets: list[str]) -> dict:
        """The order as parameters of the algorithm ``ronghe:exportsheets``, for the Processing history."""
        form, words = self.form, self.words()
        return {
            "SHEETS": ",".join(sheets),
            "ATLAS": form.atlasCombo.currentIndex(),
            "FORMAT": form.formatCombo.currentIndex(),
            "DPI": form.dpiSpin.value(),
            "PAPER": self.paper(),
            "BOOKLET": form.bookletCheck.isChecked(),
            "FOLDER": self.folder(),
            "WORKERS": form.workersSpin.value(),
            "PLAN_TITLE": words.plan_title,
            "ORGANISATION": words.organisation,
            "DRAWING_OFFICE": words.drawing_office,
            "DATE_TEXT": words.date_text,
            "SECRECY": words.secrecy,
            "APPROVAL": words.approval,
            "WIND": words.wind,
            "VERTICAL_TITLE": words.vertical_title,
        }

    def order(self, sheets: list[str]):
        """The order as cartography takes it."""
        # Not before it is asked for: cartography is slow to import.
        from ...plugin.cartography.production.jobs import Order

        form = self.form
        return Order(
            sheets=tuple(sheets),
            atlas=self.atlas.kind(),
            fmt=form.formatCombo.currentData(),
            dpi=form.dpiSpin.value(),
            paper=self.paper(),
            booklet=form.bookletCheck.isChecked(),
            folder=Path(self.folder()),
            workers=form.workersSpin.value(),
        )


def _formats() -> dict[str, str]:
    return {
        "pdf": tr("PDF"),
        "png": tr("PNG 图片"),
        "svg": tr("SVG"),
        "geopdf": tr("GeoPDF（带坐标系）"),
    }
