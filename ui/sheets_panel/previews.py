"""Small pictures of the sheets, made piece by piece while the planner's hands rest and nothing else happens."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsMessageLog
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QPixmap

from .idle import Idle

#: Picture pixels for each pixel that is shown: what is shrunk smoothly is easier to read.
OVERSAMPLING = 3
#: Milliseconds between two pieces of work, in which the planner's clicks and keys come through.
PAUSE = 250


class Previews(QObject):
    """Makes the pictures of ``ask`` in their order; ``made`` follows for each that can be drawn."""

    made = pyqtSignal(str, QPixmap)

    def __init__(self, width: int, parent: QObject):
        super().__init__(parent)
        self.width = width
        self.county = None
        self.waiting: list[str] = []
        self.work: Iterator | None = None
        self.idle = Idle()
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(PAUSE)
        self.timer.timeout.connect(self._go)

    def ask(self, county, sheets: list[str]) -> None:
        """Make these pictures, and no other that still waits."""
        self.forget()
        self.county, self.waiting = county, list(sheets)
        self.go_on()

    def go_on(self) -> None:
        """Make what still waits."""
        if self.waiting:
            self.timer.start()

    def pause(self) -> None:
        """Make nothing until told to go on."""
        self.timer.stop()

    def forget(self) -> None:
        """Make nothing of what waits, and let go of the layers."""
        self.pause()
        self.waiting, self.county, self.work = [], None, None

    def _go(self) -> None:
        if self.idle.resting():
            self._make_piece()
        self.go_on()

    def _make_piece(self) -> None:
        # Cartography is imported only when a sheet is drawn: it is slow to import.
        from ...plugin.cartography.preview import preview_steps

        sheet = self.waiting[0]
        if self.work is None:
            self.work = preview_steps(self.county, sheet, self.width * OVERSAMPLING)
        try:
            image = next(self.work)
        except Exception as fault:  # the check says it in words; one picture must not keep the others waiting
            QgsMessageLog.logMessage(f"{sheet}: {fault}", "Ronghe")
            self._next()
            return
        if image is not None:
            picture = QPixmap.fromImage(image)
            picture.setDevicePixelRatio(OVERSAMPLING)
            self._next()
            self.made.emit(sheet, picture)

    def _next(self) -> None:
        self.waiting, self.work = self.waiting[1:], None
