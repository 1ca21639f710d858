"""A bar for each town: how much of its population is covered."""

from __future__ import annotations

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextOption
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ...plugin.language import tr
from ..widgets.written_numbers import NONE, percent

BAR = QColor("#4f9bd0")
TRACK = QColor(127, 127, 127, 40)
MEAN = QColor("#c62828")
ROW, BAR_HEIGHT, GAP, MARGIN = 26, 15, 8, 4
LONGEST_LABEL = 0.4  #: of the width


class ShareChart(QWidget):
    """Horizontal bars in the order of the table, and a line at the share of the whole county."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.bars: list[tuple[str, float | None]] = []
        self.whole: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_shares(self, bars: list[tuple[str, float | None]], whole: float | None) -> None:
        """``bars``: label and share (0 to 1, None where nobody lives); ``whole``: the county's share."""
        self.bars, self.whole = bars, whole
        self.setMinimumHeight(self.sizeHint().height())
        self.setAccessibleDescription("\n".join(f"{label} {percent(share)} %" for label, share in bars))
        self.update()

    def sizeHint(self):
        return QSize(200, ROW * (len(self.bars) + 1) + 2 * MARGIN)

    def paintEvent(self, event):
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        ink = self.palette().windowText().color()
        labels = min(
            max((metrics.horizontalAdvance(label) for label, _ in self.bars), default=0.0), LONGEST_LABEL * self.width()
        )
        numbers = metrics.horizontalAdvance("100.0 %")
        left = MARGIN + labels + GAP
        length = max(self.width() - left - GAP - numbers - MARGIN, 10.0)
        to_left = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        to_right = QTextOption(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for option in (to_left, to_right):
            option.setWrapMode(QTextOption.WrapMode.NoWrap)
        painter.setPen(ink)
        painter.drawText(QRectF(MARGIN, MARGIN, self.width(), ROW), self._title(), to_left)
        top = MARGIN + ROW
        for label, share in self.bars:
            words = metrics.elidedText(label, Qt.TextElideMode.ElideRight, labels)
            painter.setPen(ink)
            painter.drawText(QRectF(MARGIN, top, labels + 1, ROW), words, to_right)
            track = QRectF(left, top + (ROW - BAR_HEIGHT) / 2, length, BAR_HEIGHT)
            painter.fillRect(track, TRACK)
            if share is not None:
                painter.fillRect(QRectF(track.left(), track.top(), length * share, BAR_HEIGHT), BAR)
            number = NONE if share is None else tr("{share} %").format(share=percent(share))
            painter.drawText(QRectF(left + length + GAP, top, numbers, ROW), number, to_right)
            top += ROW
        if self.whole is not None and self.bars:
            across = left + length * self.whole
            painter.setPen(QPen(MEAN, 1.5, Qt.PenStyle.DashLine))
            painter.drawLine(int(across), MARGIN + ROW, int(across), int(top))
        painter.end()

    def _title(self) -> str:
        if self.whole is None:
            return tr("各乡镇人口覆盖率")
        return tr("各乡镇人口覆盖率（虚线为全县 {share} %）").format(share=percent(self.whole))
