"""Whether the results of a page outlive the window: the place that they are given, and the word that says so."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QLabel, QWidget

from ...plugin.language import tr
from .said import QUIET
from .save_target import ask_geopackage, geopackage, suggested_place


class Keeping(QObject):
    """Fills the ``savePath`` of ``page`` with a GeoPackage beside the project, until the planner writes another or
    none; a page without that choice has temporary results.
    """

    def __init__(self, page: QWidget, project: QgsProject):
        super().__init__(page)
        self.page = page
        self.project = project
        self.edit = getattr(page, "savePath", None)
        self.suggested = ""
        self.label = QLabel(page)
        self.label.setWordWrap(True)
        self.label.setStyleSheet(QUIET)
        layout = page.resultsBox.layout()
        layout.insertWidget(layout.indexOf(page.secondLabel) + 1, self.label)
        if self.edit is not None:
            page.saveButton.clicked.connect(self.ask)
            project.fileNameChanged.connect(self.suggest)
            self.suggest()

    def place(self) -> str:
        """The GeoPackage of the next run, '' for temporary results."""
        return self.edit.text().strip() if self.edit is not None else ""

    def suggest(self) -> None:
        """Follow the project; what the planner has written or cleared stays."""
        if self.edit is not None and self.edit.text() == self.suggested:
            self.suggested = suggested_place(self.project, self.page.title())
            self.edit.setText(self.suggested)

    def forget(self) -> None:
        """Another project."""
        if self.edit is not None:
            self.suggested = ""
            self.edit.clear()
            self.suggest()

    def ask(self) -> None:
        """Let the planner point to a GeoPackage."""
        path = ask_geopackage(self.page, self.project, self.edit.text())
        if path:
            self.edit.setText(path)

    def say(self) -> None:
        """Say where the results of the run are that has just ended, or that they go with the window."""
        if self.place():
            said = tr("结果已存入 {path}。").format(path=geopackage(self.place()))
        elif self.edit is not None:
            said = tr("结果是临时图层，关闭 QGIS 就会丢失；要保留，请填写“更多”中的“结果存入”再计算。")
        else:
            said = tr("结果是临时图层，关闭 QGIS 就会丢失；要保留，请把图层另存。")
        self.label.setText(said)
