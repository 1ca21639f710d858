"""The heading of a group of rows in a table."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont
from qgis.PyQt.QtWidgets import QTableWidgetItem

GROUND = QColor(127, 127, 127, 40)  #: on light and on dark windows


def heading_item(text: str, font: QFont) -> QTableWidgetItem:
    """A cell that is read and cannot be chosen."""
    item = QTableWidgetItem(text)
    strong = QFont(font)
    strong.setBold(True)
    item.setFont(strong)
    item.setBackground(GROUND)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    return item
