"""A whole and its parts: one bar in coloured pieces, the name and share of each under it."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QPainter, QTextOption
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

BAR_HEIGHT, GAP, SWATCH = 16, 4, 9
EDGE = QColor(127, 127, 127, 120)


@dataclass(frozen=True)
class Part:
    """A piece of the whole: ``share`` from 0 to 1, ``words`` as they stand in the legend."""

    words: str
    share: float
    colour: QColor


class PartsBar(QWidget):
    """The pieces from left to right in the order given; the legend takes as many lines as it needs."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.parts: list[Part] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_parts(self, parts: list[Part]) -> None:
        """Draw these parts; none hides the bar."""
        self.parts = parts
        self.setVisible(bool(parts))
        self.setAccessibleDescription("\n".join(part.words for part in parts))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        lines = 1 + max((line for _, line in places), default=0)
        return int(BAR_HEIGHT + GAP + lines * self._line())

    def sizeHint(self):
        return QSize(240, self.heightForWidth(240))

    def paintEvent(self, event):
        painter = QPainter(self)
        left = 0.0
        for part in self.parts:
            width = self.width() * max(part.share, 0.0)
            painter.fillRect(QRectF(left, 0, width, BAR_HEIGHT), part.colour)
            left += width
        painter.setPen(EDGE)
        painter.drawRect(QRectF(0, 0, self.width() - 1, BAR_HEIGHT))
        ink = self.palette().windowText().color()
        to_left = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for part, (left, line) in zip(self.parts, self._places(self.width())):
            top = BAR_HEIGHT + GAP + line * self._line()
            painter.fillRect(QRectF(left, top + (self._line() - SWATCH) / 2, SWATCH, SWATCH), part.colour)
            painter.setPen(ink)
            words = QRectF(left + SWATCH + GAP, top, self.width(), self._line())
            painter.drawText(words, part.words, to_left)
        painter.end()

    def _line(self) -> float:
        return QFontMetricsF(self.font()).height() + 2

    def _places(self, width: int) -> list[tuple[float, int]]:
        """Where each legend entry begins, and on which line."""
        metrics, places, left, line = QFontMetricsF(self.font()), [], 0.0, 0
        for part in self.parts:
            needed = SWATCH + GAP + metrics.horizontalAdvance(part.words) + 3 * GAP
            if left and left + needed > width:
                left, line = 0.0, line + 1
            places.append((left, line))
            left += needed
        return places
