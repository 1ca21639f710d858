"""From a row of the catalogue to a QGIS symbol, with symbol layers that every supported QGIS has and that stay
vector in PDF."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    QgsCentroidFillSymbolLayer,
    QgsFillSymbol,
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
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from .catalogue import Stroke, Style, style
from .typefaces import heading_family

TEXT_SHAPE = "text:"
UNITS = {
    "mm": QgsUnitTypes.RenderUnit.RenderMillimeters,
    "map": QgsUnitTypes.RenderUnit.RenderMetersInMapUnits,
}


def symbol_for(code: str | Style, factor: float = 1.0) -> QgsSymbol:
    """The symbol of a style of the catalogue, its lengths multiplied by ``factor`` (1 on an A3 sheet).

    Raises ``KeyError`` for an unknown code and ``ValueError`` for a shape that its geometry does not know.
    """
    found = (style(code) if isinstance(code, str) else code).scaled(factor)
    makers = {"point": _marker_layer, "line": _line_layer, "polygon": _fill_layer}
    symbols = {"point": QgsMarkerSymbol, "line": QgsLineSymbol, "polygon": QgsFillSymbol}
    if found.geometry not in symbols:
        raise ValueError(f"{found.code}: geometry {found.geometry!r} has no symbol")
    symbol = symbols[found.geometry]()
    symbol.deleteSymbolLayer(0)
    for stroke in found.strokes:
        symbol.appendSymbolLayer(_checked(makers[found.geometry], stroke, found))
    symbol.setOutputUnit(UNITS[found.units])
    return symbol


def at_centre(marker: QgsMarkerSymbol, ground: str, factor: float = 1.0) -> QgsFillSymbol:
    """A polygon drawn by the style ``ground`` with a marker inside it: small areas stay visible on a county sheet."""
    symbol = symbol_for(ground, factor)
    centre = QgsCentroidFillSymbolLayer()
    centre.setPointOnSurface(True)
    centre.setPointOnAllParts(False)
    centre.setSubSymbol(marker)
    symbol.appendSymbolLayer(centre)
    return symbol


def apply_style(layer, code: str, factor: float = 1.0) -> None:
    """Draw the whole vector layer with one style of the catalogue, down to the style's smallest scale."""
    found = style(code)
    layer.setRenderer(QgsSingleSymbolRenderer(symbol_for(found, factor)))
    if found.min_scale:
        layer.setScaleBasedVisibility(True)
        layer.setMinimumScale(found.min_scale)


def _checked(maker: Callable, stroke: Stroke, owner: Style) -> QgsSymbolLayer:
    made = maker(stroke)
    if made is None:
        raise ValueError(f"{owner.code}: a {owner.geometry} cannot have the shape {stroke.shape!r}")
    return made


def _marker_layer(stroke: Stroke) -> QgsSymbolLayer | None:
    if stroke.shape.startswith(TEXT_SHAPE):
        return QgsFontMarkerSymbolLayer(
            heading_family(), stroke.shape[len(TEXT_SHAPE) :], stroke.size, stroke.colour, stroke.angle
        )
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


def _pen_style(stroke: Stroke) -> Qt.PenStyle:
    """Markers know no dashes of a given length: shorter than the pen is wide is a dot, longer a dash."""
    if not stroke.dash:
        return Qt.PenStyle.SolidLine
    return Qt.PenStyle.DotLine if stroke.dash[0] <= stroke.width else Qt.PenStyle.DashLine


def _line_layer(stroke: Stroke) -> QgsSymbolLayer | None:
    if stroke.shape == "line":
        return _pen(stroke)
    if stroke.shape == "ticks":
        layer = QgsHashedLineSymbolLayer(True, stroke.dash[0])
        layer.setHashLength(stroke.size)
        layer.setSubSymbol(_pen_symbol(stroke.colour, stroke.width))
        return layer
    return None


def _fill_layer(stroke: Stroke) -> QgsSymbolLayer | None:
    if stroke.shape == "fill":
        layer = QgsSimpleFillSymbolLayer(stroke.colour)
        if stroke.outline:
            layer.setStrokeColor(stroke.outline)
            layer.setStrokeWidth(stroke.width)
        else:
            layer.setStrokeStyle(Qt.PenStyle.NoPen)
        return layer
    if stroke.shape in ("line", "inner"):
        layer = _pen(stroke)
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


def _pen(stroke: Stroke) -> QgsSimpleLineSymbolLayer:
    layer = QgsSimpleLineSymbolLayer(stroke.colour, stroke.width)
    layer.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    layer.setPenCapStyle(Qt.PenCapStyle.FlatCap if stroke.dash else Qt.PenCapStyle.RoundCap)
    if stroke.dash:
        layer.setUseCustomDashPattern(True)
        layer.setCustomDashVector(list(stroke.dash))
    return layer


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
