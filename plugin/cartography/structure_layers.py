"""Symbol layers of structure symbols: geometry generators in millimetres on paper, which stay vector in PDF.

The shapes are in ``structure_shapes``. In the catalogue a stroke of such a shape has: ``size`` the breadth, ``width``
the margin of a shape without an edge (casings) or the width of its edge, ``colour`` the fill, ``outline`` the edge,
``dash`` the dashes of the edge or the steps of a row, ``angle`` the radius of corners. Shapes that end in ``~`` are
drawn in shades from ``outline`` to ``colour`` along the line, opaque.
"""

from __future__ import annotations

from dataclasses import replace

from qgis.core import (
    QgsFillSymbol,
    QgsGeometryGeneratorSymbolLayer,
    QgsLineSymbol,
    QgsProperty,
    QgsSymbol,
    QgsSymbolLayer,
    QgsUnitTypes,
)

from . import structure_shapes as shapes
from .catalogue import Stroke
from .strokes import fill_layer, line_layer, pen, plain_fill

MILLIMETRES = QgsUnitTypes.RenderUnit.RenderMillimeters
FILL, LINE = QgsSymbol.SymbolType.Fill, QgsSymbol.SymbolType.Line
BULGE = 0.1  #: of a link between two places
ALONG_LINE = {
    "ribbon": shapes.ribbon,
    "arrow": shapes.arrow,
    "double_arrow": shapes.double_arrow,
    "lens": shapes.lens,
}
IN_SHADES = {"arrow~": shapes.arrow_in_shades, "double_arrow~": shapes.double_arrow_in_shades}
ON_POINT = {"square": shapes.square, "disc": shapes.disc}


def structure_line(stroke: Stroke) -> QgsSymbolLayer | None:
    """A layer that draws a line as something broad, ``None`` for a shape that no line has."""
    shape = stroke.shape
    if shape in IN_SHADES:
        return _shaded(stroke)
    if shape in ALONG_LINE:
        return _filled(ALONG_LINE[shape](stroke.size, 0.0 if stroke.outline else stroke.width), stroke)
    if shape == "chevrons":
        return _filled(shapes.chevrons(stroke.size, stroke.dash[0]), stroke, edge_is_dashed=False)
    if shape == "smooth":
        return _generator(shapes.smooth_line(), LINE, pen(stroke))
    if shape == "smooth_ticks":
        return _generator(shapes.smooth_line(), LINE, line_layer(replace(stroke, shape="ticks")))
    if shape == "arc":
        return _generator(shapes.arc(BULGE), LINE, pen(stroke))
    if shape == "peaks":
        return _generator(shapes.peaks(stroke.size, stroke.dash[0]), LINE, pen(_undashed(stroke)))
    return None


def structure_area(stroke: Stroke) -> QgsSymbolLayer | None:
    """A layer that draws an area softly, ``None`` for a shape that no area has."""
    margin = 0.0 if stroke.outline else stroke.width
    if stroke.shape == "soft":
        return _filled(shapes.soft_area(stroke.size, margin), stroke)
    if stroke.shape == "band":
        return _filled(shapes.inner_band(stroke.size, stroke.angle), stroke)
    if stroke.shape == "ridges":
        return _generator(shapes.ridges(stroke.size, stroke.dash[0], stroke.angle), LINE, pen(_undashed(stroke)))
    if stroke.shape in ON_POINT:
        return _filled(ON_POINT[stroke.shape](stroke.size, margin), stroke)
    return None


def _filled(expression: str, stroke: Stroke, edge_is_dashed: bool = True) -> QgsGeometryGeneratorSymbolLayer:
    if stroke.colour is None or (stroke.dash and edge_is_dashed):
        edge = fill_layer(Stroke("line", stroke.outline or stroke.colour, None, stroke.width, 0, 0, stroke.dash))
        return _generator(expression, FILL, *([plain_fill(_unedged(stroke))] if stroke.colour else []), edge)
    return _generator(expression, FILL, plain_fill(stroke))


def _generator(
    expression: str, kind: QgsSymbol.SymbolType, *drawn: QgsSymbolLayer
) -> QgsGeometryGeneratorSymbolLayer:
    made = QgsGeometryGeneratorSymbolLayer.create({"geometryModifier": expression})
    made.setSymbolType(kind)
    made.setUnits(MILLIMETRES)
    symbol = QgsFillSymbol() if kind == FILL else QgsLineSymbol()
    symbol.deleteSymbolLayer(0)
    for layer in drawn:
        symbol.appendSymbolLayer(layer)
    made.setSubSymbol(symbol)
    return made


def _shaded(stroke: Stroke) -> QgsGeometryGeneratorSymbolLayer:
    """From ``outline`` at the start (the middle, where both ends have a head) to ``colour`` at the end."""
    ends = shapes.DOUBLE_SHADE if stroke.shape.startswith("double") else shapes.SHADE
    fill = plain_fill(_unedged(stroke))
    mixed = [f"{a} + ({b - a}) * ({ends})" for a, b in zip(stroke.outline.getRgb()[:3], stroke.colour.getRgb()[:3])]
    colour = QgsProperty.fromExpression(f"color_rgb({', '.join(mixed)})")
    fill.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyFillColor, colour)
    return _generator(IN_SHADES[stroke.shape](stroke.size), FILL, fill)


def _undashed(stroke: Stroke) -> Stroke:
    return Stroke("line", stroke.colour, None, stroke.width, 0, 0, ())


def _unedged(stroke: Stroke) -> Stroke:
    return Stroke("fill", stroke.colour, None, 0, 0, 0, ())
