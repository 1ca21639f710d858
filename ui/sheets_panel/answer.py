"""The lower half of the panel 出图: what the check has found, and the files that an export came to."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QTextBrowser

from ...plugin.language import tr
from ..widgets.said import QUIET
from .files_page import files_page
from .findings import findings_page, summary

GROWTH = 2  #: points
LEAST, MOST = 48, 240  #: pixels that a list in the panel is high


class SheetsAnswer:
    """Shows both in the widgets of ``form``."""

    def __init__(self, form):
        self.form = form
        form.detailLabel.setStyleSheet(QUIET)
        form.filesText.anchorClicked.connect(QDesktopServices.openUrl)
        for label in (form.headlineLabel, form.detailLabel):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        big = form.headlineLabel.font()
        big.setPointSizeF(big.pointSizeF() + GROWTH)
        big.setBold(True)
        form.headlineLabel.setFont(big)
        self.clear()

    def clear(self) -> None:
        """Nothing has been checked or exported."""
        form = self.form
        for widget in (form.headlineLabel, form.detailLabel, form.filesText, form.findingsText, form.folderButton):
            widget.hide()

    def show_findings(self, found) -> None:
        """The findings of a check, and how many there are."""
        self.form.findingsText.setHtml(findings_page(found))
        self.form.findingsText.setVisible(bool(found))
        fit_height(self.form.findingsText)
        self.form.headlineLabel.setText(summary(found))
        self.form.headlineLabel.show()

    def show_files(self, result, folder: str) -> None:
        """What an export came to, and what is missing with the reason."""
        done = tr("已导出 {pages} 页，{count} 个文件。").format(pages=result.pages, count=len(result.files))
        self.form.headlineLabel.setText(done)
        lines = [tr("都在 {folder} 中。").format(folder=folder)]
        lines += [tr("没有导出《{sheet}》：{reason}").format(sheet=one, reason=why) for one, why in result.failed]
        lines += [tr("没有《{sheet}》：{reason}").format(sheet=one, reason=why) for one, why in result.left_out]
        self.form.detailLabel.setText("\n".join([*lines, *result.notes]))
        for widget in (self.form.headlineLabel, self.form.detailLabel):
            widget.show()
        self.list_files(result.files)

    def list_files(self, files: list[Path]) -> None:
        """The files, each to be opened by a click, and the button that opens their folder."""
        self.form.filesText.setHtml(files_page(files))
        self.form.filesText.setVisible(bool(files))
        fit_height(self.form.filesText)
        self.form.folderButton.setVisible(bool(files))


def fit_height(browser: QTextBrowser) -> None:
    """As high as its text, up to a height from which on it scrolls."""
    document = browser.document()
    document.setTextWidth(browser.viewport().width())
    height = int(document.size().height()) + 2 * browser.frameWidth()
    browser.setFixedHeight(min(max(height, LEAST), MOST))
