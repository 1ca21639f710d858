"""A value in a table cell: the number, and behind it a bar as long as its share of the full length."""

from __future__ import annotations

from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QTextOption
from qgis.PyQt.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from .written_numbers import is_none

BAR = QColor(79, 163, 217, 110)
INSET = 3
SHARE_ROLE = Qt.ItemDataRole.UserRole + 1


class ShareDelegate(QStyledItemDelegate):
    """Draws the model's SHARE_ROLE (0 to 1) as a bar under the text of the cell."""

    def paint(self, painter, option, index):
        share = index.data(SHARE_ROLE)
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        words, drawn.text = drawn.text, ""
        style = drawn.widget.style() if drawn.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, drawn.widget)
        box = QRectF(option.rect).adjusted(INSET, INSET, -INSET, -INSET)
        painter.save()
        if not is_none(share):
            bar = QRectF(box)
            bar.setWidth(box.width() * min(max(share, 0.0), 1.0))
            painter.fillRect(bar, BAR)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        painter.setPen(palette.highlightedText().color() if selected else palette.text().color())
        right = QTextOption(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(box.adjusted(0, 0, -INSET, 0), words, right)
        painter.restore()
