"""Small pictures of the sheets, made one by one while nothing else happens."""

from __future__ import annotations

from qgis.core import QgsMessageLog
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QPixmap

from ...plugin.analysis.faults import Fault
from ...plugin.cartography.faults import SheetFault

#: Picture pixels for each pixel that is shown: what is shrunk smoothly is easier to read.
OVERSAMPLING = 3
#: Milliseconds between two pictures, in which the planner's clicks come through.
PAUSE = 250


class Previews(QObject):
    """Makes the pictures of ``ask`` in their order; ``made`` follows for each that can be drawn."""

    made = pyqtSignal(str, QPixmap)

    def __init__(self, width: int, parent: QObject):
        super().__init__(parent)
        self.width = width
        self.county = None
        self.waiting: list[str] = []
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(PAUSE)
        self.timer.timeout.connect(self._make_next)

    def ask(self, county, sheets: list[str]) -> None:
        """Make these pictures, and no other that still waits."""
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
        """Make nothing of what waits."""
        self.pause()
        self.waiting, self.county = [], None

    def _make_next(self) -> None:
        # Cartography is imported only when a sheet is drawn: it is slow to import.
        from ...plugin.cartography.preview import preview

        sheet = self.waiting.pop(0)
        try:
            image = preview(self.county, sheet, self.width * OVERSAMPLING)
        except (SheetFault, Fault, RuntimeError) as fault:  # the check says it in words; a layer may just have gone
            QgsMessageLog.logMessage(f"{sheet}: {fault}", "Ronghe")
        else:
            picture = QPixmap.fromImage(image)
            picture.setDevicePixelRatio(OVERSAMPLING)
            self.made.emit(sheet, picture)
        self.go_on()
