"""What a slogan says, clause by clause, while it is being typed."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QWidget

from ...plugin.algorithms.sentences import sentence
from ...plugin.analysis.faults import Fault
from ...plugin.bridge.sentences import geometry_word, listed
from ...plugin.county.slogan_words import parse_slogan
from ...plugin.language import tr
from ..widgets.said import QUIET

MOST = 20  #: clauses that are shown


class SloganLine(QLabel):
    """Shows the clauses of a slogan under the line in which it is typed."""

    def __init__(self, project: QgsProject, parent: QWidget):
        super().__init__(parent)
        self.project = project
        self.text_read = None
        self.wrong = ""
        self.clauses: list = []
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setStyleSheet(QUIET)
        self.hide()

    def read(self, slogan: str) -> str:
        """Show what a slogan says; the sentence of what cannot be read, '' where all can."""
        if slogan == self.text_read:
            return self.wrong
        self.text_read, self.wrong, self.clauses = slogan, "", []
        if slogan:
            try:
                self.clauses = parse_slogan(slogan, self.project)
            except Fault as fault:
                self.wrong = sentence(fault)
        each = [_said(clause) for clause in self.clauses]
        self.setText(tr("读作：{clauses}").format(clauses=listed(each, MOST)) if each else "")
        self.setVisible(bool(each))
        return self.wrong


def _said(clause) -> str:
    given = {"text": clause.text, "shape": geometry_word(clause.geometry), "count": clause.count}
    if clause.count is None:
        return tr("{text}（两个以上，{shape}）").format(**given)
    return tr("{text}（{count} 个，{shape}）").format(**given)
