"""Horizontal bars with their names on the left and their numbers on the right."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextOption
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

BAR = QColor("#4f9bd0")
TRACK = QColor(127, 127, 127, 40)
MARK = QColor("#c62828")
ROW, BAR_HEIGHT, GAP, MARGIN = 26, 15, 8, 4
LONGEST_LABEL = 0.4  #: of the width


@dataclass(frozen=True)
class Bar:
    """``share`` of the full length (0 to 1), None where there is no value; ``number`` as it is read."""

    label: str
    share: float | None
    number: str


class BarChart(QWidget):
    """Bars in the order given, and a dashed line across them at one share."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.title = ""
        self.bars: list[Bar] = []
        self.mark: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_bars(self, title: str, bars: list[Bar], mark: float | None = None) -> None:
        """Draw these bars under a title; ``mark`` is the share (0 to 1) of the dashed line."""
        self.title, self.bars, self.mark = title, bars, mark
        self.setMinimumHeight(self.sizeHint().height())
        self.setAccessibleDescription("\n".join(f"{bar.label} {bar.number}" for bar in bars))
        self.update()

    def sizeHint(self):
        return QSize(200, ROW * (len(self.bars) + bool(self.title)) + 2 * MARGIN)

    def paintEvent(self, event):
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        ink = self.palette().windowText().color()
        labels = min(self._widest(metrics, [bar.label for bar in self.bars]), LONGEST_LABEL * self.width())
        numbers = self._widest(metrics, [bar.number for bar in self.bars])
        left = MARGIN + labels + GAP
        length = max(self.width() - left - GAP - numbers - MARGIN, 10.0)
        to_left, to_right = _on_one_line(Qt.AlignmentFlag.AlignLeft), _on_one_line(Qt.AlignmentFlag.AlignRight)
        painter.setPen(ink)
        top = MARGIN
        if self.title:
            painter.drawText(QRectF(MARGIN, top, self.width(), ROW), self.title, to_left)
            top += ROW
        first = top
        for bar in self.bars:
            words = metrics.elidedText(bar.label, Qt.TextElideMode.ElideRight, labels)
            painter.setPen(ink)
            painter.drawText(QRectF(MARGIN, top, labels + 1, ROW), words, to_right)
            track = QRectF(left, top + (ROW - BAR_HEIGHT) / 2, length, BAR_HEIGHT)
            painter.fillRect(track, TRACK)
            if bar.share is not None:
                painter.fillRect(QRectF(track.left(), track.top(), length * bar.share, BAR_HEIGHT), BAR)
            painter.drawText(QRectF(left + length + GAP, top, numbers, ROW), bar.number, to_right)
            top += ROW
        if self.mark is not None and self.bars:
            across = left + length * self.mark
            painter.setPen(QPen(MARK, 1.5, Qt.PenStyle.DashLine))
            painter.drawLine(int(across), int(first), int(across), int(top))
        painter.end()

    def _widest(self, metrics: QFontMetricsF, texts: list[str]) -> float:
        # A little more than measured: rounding must not cut the last letter.
        return max((metrics.horizontalAdvance(text) for text in texts), default=0.0) + 1.0


def _on_one_line(side: Qt.AlignmentFlag) -> QTextOption:
    option = QTextOption(side | Qt.AlignmentFlag.AlignVCenter)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    return option
