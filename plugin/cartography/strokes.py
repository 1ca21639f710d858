"""Plain symbol layers from strokes of the catalogue: markers, pens, fills and pattern fills."""

from __future__ import annotations

from qgis.core import (
    QgsFontMarkerSymbolLayer,
    QgsHashedLineSymbolLayer,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPointPatternFillSymbolLayer,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSimpleMarkerSymbolLayerBase,
    QgsSymbolLayer,
)
from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF

from .catalogue import Stroke
from .typefaces import heading_family

TEXT_SHAPE = "text:"
MEASURED = 200  #: pixels at which a character is measured


def marker_layer(stroke: Stroke) -> QgsSymbolLayer | None:
    """A character or a shape that QGIS knows by name; ``None`` for a shape that is no marker."""
    if stroke.shape.startswith(TEXT_SHAPE):
        return _character(stroke)
    shape, known = QgsSimpleMarkerSymbolLayerBase.decodeShape(stroke.shape)
    if not known:
        return None
    layer = QgsSimpleMarkerSymbolLayer(shape, stroke.size, stroke.angle)
    layer.setFillColor(stroke.colour or QColor(Qt.GlobalColor.transparent))
    if stroke.outline:
        layer.setStrokeColor(stroke.outline)
        layer.setStrokeWidth(stroke.width)
        layer.setStrokeStyle(_pen_style(stroke))
    else:
        layer.setStrokeStyle(Qt.PenStyle.NoPen)
    return layer


def line_layer(stroke: Stroke) -> QgsSymbolLayer | None:
    """A pen or a row of ticks along the line; ``None`` for another shape."""
    if stroke.shape == "line":
        return pen(stroke)
    if stroke.shape == "ticks":
        layer = QgsHashedLineSymbolLayer(True, stroke.dash[0])
        layer.setHashLength(stroke.size)
        layer.setSubSymbol(_pen_symbol(stroke.colour, stroke.width))
        return layer
    return None


def fill_layer(stroke: Stroke) -> QgsSymbolLayer | None:
    """A fill, a pen along the edge or within it, a hatch or dots; ``None`` for another shape."""
    if stroke.shape == "fill":
        return plain_fill(stroke)
    if stroke.shape in ("line", "inner"):
        layer = pen(stroke)
        layer.setPenCapStyle(Qt.PenCapStyle.FlatCap)  # a ring has no ends; its swatch in a legend should not bulge
        layer.setDrawInsidePolygon(stroke.shape == "inner")
        return layer
    if stroke.shape == "hatch":
        layer = QgsLinePatternFillSymbolLayer()
        layer.setLineAngle(stroke.angle)
        layer.setDistance(stroke.size)
        layer.setSubSymbol(_pen_symbol(stroke.colour, stroke.width))
        return layer
    if stroke.shape == "dots":
        layer = QgsPointPatternFillSymbolLayer()
        layer.setDistanceX(stroke.size)
        layer.setDistanceY(stroke.size)
        layer.setSubSymbol(_dot_symbol(stroke))
        return layer
    return None


def plain_fill(stroke: Stroke) -> QgsSimpleFillSymbolLayer:
    """A fill with its edge, where the stroke has one; dashes of an edge are drawn by a stroke of their own."""
    layer = QgsSimpleFillSymbolLayer(stroke.colour or QColor(Qt.GlobalColor.transparent))
    if stroke.outline:
        layer.setStrokeColor(stroke.outline)
        layer.setStrokeWidth(stroke.width)
        layer.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    else:
        layer.setStrokeStyle(Qt.PenStyle.NoPen)
    return layer


def pen(stroke: Stroke) -> QgsSimpleLineSymbolLayer:
    """A line of a width, dashed where the stroke says so."""
    layer = QgsSimpleLineSymbolLayer(stroke.colour, stroke.width)
    layer.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    layer.setPenCapStyle(Qt.PenCapStyle.FlatCap if stroke.dash else Qt.PenCapStyle.RoundCap)
    if stroke.dash:
        layer.setUseCustomDashPattern(True)
        layer.setCustomDashVector(list(stroke.dash))
    return layer


def _character(stroke: Stroke) -> QgsFontMarkerSymbolLayer:
    """A character in the middle of its marker. QGIS centres half the ascent of the font, which is above the middle of
    Chinese characters; the rest is an offset."""
    family, text = heading_family(), stroke.shape[len(TEXT_SHAPE) :]
    layer = QgsFontMarkerSymbolLayer(family, text, stroke.size, stroke.colour, stroke.angle)
    font = QFont(family)
    font.setPixelSize(MEASURED)
    metrics = QFontMetricsF(font)
    drawn = metrics.tightBoundingRect(text).center()
    off = QPointF(drawn.x() - metrics.horizontalAdvance(text) / 2, drawn.y() + metrics.ascent() / 2)
    layer.setOffset(off * (-stroke.size / MEASURED))
    return layer


def _pen_style(stroke: Stroke) -> Qt.PenStyle:
    """Markers know no dashes of a given length: shorter than the pen is wide is a dot, longer a dash."""
    if not stroke.dash:
        return Qt.PenStyle.SolidLine
    return Qt.PenStyle.DotLine if stroke.dash[0] <= stroke.width else Qt.PenStyle.DashLine


def _pen_symbol(colour: QColor, width: float) -> QgsLineSymbol:
    symbol = QgsLineSymbol()
    symbol.changeSymbolLayer(0, QgsSimpleLineSymbolLayer(colour, width))
    return symbol


def _dot_symbol(stroke: Stroke) -> QgsMarkerSymbol:
    dot = QgsSimpleMarkerSymbolLayer()
    dot.setSize(stroke.width)
    dot.setColor(stroke.colour)
    dot.setStrokeStyle(Qt.PenStyle.NoPen)
    symbol = QgsMarkerSymbol()
    symbol.changeSymbolLayer(0, dot)
    return symbol
