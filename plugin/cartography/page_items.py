"""Labels, frames and rules: the stock items that carry no map."""

from __future__ import annotations

from qgis.core import (
    QgsFillSymbol,
    QgsLayoutItemLabel,
    QgsLayoutItemPolyline,
    QgsLayoutItemShape,
    QgsLineSymbol,
    QgsPrintLayout,
)
from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QColor, QPolygonF

from .boxes import Box
from .typefaces import INK, font, text_format

HORIZONTAL = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


def add_label(
    layout: QgsPrintLayout,
    item_id: str,
    text: str,
    box: Box,
    points: float,
    colour: QColor = INK,
    bold: bool = False,
    heading: bool = False,
    align: str = "left",
    middle: bool = True,
) -> QgsLayoutItemLabel:
    """A text in a box, centred in height unless ``middle`` is false."""
    label = QgsLayoutItemLabel(layout)
    label.setId(item_id)
    label.setText(text)
    if hasattr(label, "setTextFormat"):  # QGIS 3.24 and later
        label.setTextFormat(text_format(points, colour, bold, heading))
    else:
        label.setFont(font(points, bold, heading))
        label.setFontColor(colour)
    label.setMarginX(0)
    label.setMarginY(0)
    label.setHAlign(HORIZONTAL[align])
    label.setVAlign(Qt.AlignmentFlag.AlignVCenter if middle else Qt.AlignmentFlag.AlignTop)
    label.attemptSetSceneRect(box.rect())
    layout.addLayoutItem(label)
    return label


def add_frame(
    layout: QgsPrintLayout, item_id: str, box: Box, width: float, fill: QColor | None = None, colour: QColor = INK
) -> QgsLayoutItemShape:
    """A rectangle with a line of ``width`` mm (0: no line) and perhaps a ground."""
    shape = QgsLayoutItemShape(layout)
    shape.setId(item_id)
    shape.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
    ground = fill or QColor(255, 255, 255, 0)
    shape.setSymbol(
        QgsFillSymbol.createSimple(
            {
                "color": _rgba(ground),
                "style": "solid" if fill else "no",
                "outline_color": _rgba(colour),
                "outline_width": str(width),
                "outline_style": "solid" if width else "no",
                "joinstyle": "miter",
            }
        )
    )
    shape.attemptSetSceneRect(box.rect())
    layout.addLayoutItem(shape)
    return shape


def add_rule(
    layout: QgsPrintLayout,
    item_id: str,
    start: tuple[float, float],
    end: tuple[float, float],
    width: float,
    colour: QColor = INK,
) -> QgsLayoutItemPolyline:
    """A straight line."""
    line = QgsLayoutItemPolyline(QPolygonF([QPointF(*start), QPointF(*end)]), layout)
    line.setId(item_id)
    line.setSymbol(QgsLineSymbol.createSimple({"color": _rgba(colour), "width": str(width), "capstyle": "square"}))
    layout.addLayoutItem(line)
    return line


def _rgba(colour: QColor) -> str:
    return f"{colour.red()},{colour.green()},{colour.blue()},{colour.alpha()}"
