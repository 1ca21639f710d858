"""One mine: why it stands where it stands, what is to be done, who does it, and the rules that say so."""

from __future__ import annotations

import html
from dataclasses import dataclass

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFrame, QLabel, QVBoxLayout

from ...plugin.language import tr
from ..widgets.bar_chart import Bar, BarChart
from ..widgets.said import QUIET, WRONG
from ..widgets.written_numbers import tenths

NAME_GROWTH = 2  #: points


@dataclass(frozen=True)
class MineFacts:
    """What the card shows: a ``name``, what kind of mine it is (``kind``), why it comes first (``trigger``), its
    ``place`` in the ranking, titled ``sections``, the contributions (factor, value) to its score, and rule texts.
    """

    name: str
    kind: str
    trigger: str
    place: str
    sections: tuple[tuple[str, str], ...]
    parts: tuple[tuple[str, float], ...]
    rules: tuple[str, ...]


class MineCard(QFrame):
    """Hidden until a mine is chosen."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.nameLabel, self.kindLabel = _label(self), _label(self)
        self.triggerLabel, self.placeLabel = _label(self), _label(self)
        self.chart = BarChart(self)
        self.sectionsLabel, self.rulesLabel = _label(self), _label(self)
        big = self.nameLabel.font()
        big.setPointSizeF(big.pointSizeF() + NAME_GROWTH)
        big.setBold(True)
        self.nameLabel.setFont(big)
        self.kindLabel.setStyleSheet(QUIET)
        self.rulesLabel.setStyleSheet(QUIET)
        self.triggerLabel.setStyleSheet(WRONG)
        for label in (self.sectionsLabel, self.rulesLabel):
            label.setTextFormat(Qt.TextFormat.RichText)
        layout = QVBoxLayout(self)
        layout.setSpacing(6)
        for part in (
            self.nameLabel,
            self.kindLabel,
            self.triggerLabel,
            self.placeLabel,
            self.chart,
            self.sectionsLabel,
            self.rulesLabel,
        ):
            layout.addWidget(part)
        self.hide()

    def show_mine(self, facts: MineFacts) -> None:
        """Fill the card; parts without anything to say take no room."""
        self.nameLabel.setText(facts.name)
        for label, words in (
            (self.kindLabel, facts.kind),
            (self.triggerLabel, facts.trigger),
            (self.placeLabel, facts.place),
            (self.sectionsLabel, "".join(_paragraph(title, words) for title, words in facts.sections if words)),
            (self.rulesLabel, _list(tr("法规依据"), facts.rules)),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        most = max((value for _, value in facts.parts), default=0.0)
        bars = [Bar(name, value / most, tenths(value)) for name, value in facts.parts if value > 0]
        self.chart.show_bars(tr("各因素对评分的贡献（未列出的为 0）"), bars)
        self.chart.setVisible(bool(bars))
        self.show()


def _label(parent) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    selectable = Qt.TextInteractionFlag
    label.setTextInteractionFlags(selectable.TextSelectableByMouse | selectable.TextSelectableByKeyboard)
    return label


def _paragraph(title: str, words: str) -> str:
    body = html.escape(words).replace("\n", "<br>")
    return f"<p style='margin:0 0 5px 0'><b>{html.escape(title)}</b><br>{body}</p>"


def _list(title: str, texts: tuple[str, ...]) -> str:
    if not texts:
        return ""
    return _paragraph(title, "\n".join(texts))
