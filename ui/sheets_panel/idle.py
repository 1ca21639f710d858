"""Whether the planner's hands rest, so that slow work on the main thread disturbs nobody."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QCursor
from qgis.PyQt.QtWidgets import QApplication


class Idle:
    """Looks now and then; ``resting`` compares with the look before."""

    def __init__(self):
        self.seen: tuple = ()

    def resting(self) -> bool:
        """Nothing has moved or been typed since the last look, no dialog or menu is open, nothing is computed."""
        before, self.seen = self.seen, _hands()
        if QApplication.activePopupWidget() or QApplication.activeModalWidget() or QApplication.mouseButtons():
            return False
        return self.seen == before and not QgsApplication.taskManager().countActiveTasks()


def _hands() -> tuple:
    """Where the pointer is and what stands in the field that is being typed in."""
    position, field = QCursor.pos(), QApplication.focusWidget()
    if field is None:
        return (position.x(), position.y())
    asked = (Qt.InputMethodQuery.ImCursorPosition, Qt.InputMethodQuery.ImSurroundingText)
    return (position.x(), position.y(), id(field), *(field.inputMethodQuery(one) for one in asked))
