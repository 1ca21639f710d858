"""Hatches and dots as lines and points.

QGIS 3.22 prints pattern fills as pictures, which a printer blurs and a PDF cannot enlarge. A sheet draws the same
patterns with geometry generators, measured in millimetres on paper, in the map and in the legend alike.
"""

from __future__ import annotations

from qgis.core import (
    QgsFeatureRenderer,
    QgsGeometryGeneratorSymbolLayer,
    QgsLinePatternFillSymbolLayer,
    QgsPointPatternFillSymbolLayer,
    QgsRenderContext,
    QgsSymbol,
    QgsSymbolLayer,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt

MILLIMETRES = QgsUnitTypes.RenderUnit.RenderMillimeters
#: Parallels of a spacing across a shape that was turned level, as far as they lie in it, turned back. They keep off the
#: origin, where swatches of a legend have a corner: a line that only touches a corner leaves a point, which is no line.
HATCH = """
with_variable('level', rotate($geometry, {turn}, make_point(0, 0)),
  with_variable('hatch',
    intersection(@level, collect_geometries(array_foreach(
      generate_series(ceil(y_min(@level) / {step}), ceil(y_max(@level) / {step})),
      with_variable('y', (@element - 0.37) * {step},
        make_line(make_point(x_min(@level), @y), make_point(x_max(@level), @y)))))),
    if(length(@hatch) > {shortest}, rotate(@hatch, -({turn}), make_point(0, 0)), NULL)))
"""
#: A shape that parallels barely touch has none: a line without length is no path in a PDF.
SHORTEST_MM = 0.02
#: Points of a square grid as far as they lie in the shape.
DOTS = """
with_variable('across', generate_series(ceil(x_min($geometry) / {step}), ceil(x_max($geometry) / {step})),
  intersection($geometry, collect_geometries(array_foreach(
    generate_series(ceil(y_min($geometry) / {step}), ceil(y_max($geometry) / {step})),
    with_variable('row', @element,
      collect_geometries(array_foreach(@across, make_point((@element - 0.5) * {step}, (@row - 0.5) * {step}))))))))
"""


def without_pictures(renderer: QgsFeatureRenderer) -> None:
    """Replace the pattern fills of all symbols of a renderer by generators of the same look."""
    for symbol in renderer.symbols(QgsRenderContext()):
        for index in range(symbol.symbolLayerCount()):
            drawn = _generator(symbol.symbolLayer(index))
            if drawn is not None:
                drawn.setRenderingPass(symbol.symbolLayer(index).renderingPass())
                symbol.changeSymbolLayer(index, drawn)


def _generator(pattern: QgsSymbolLayer) -> QgsGeometryGeneratorSymbolLayer | None:
    if isinstance(pattern, QgsLinePatternFillSymbolLayer):
        turn, step = f"{-pattern.lineAngle():g}", f"{pattern.distance():g}"
        expression = HATCH.format(turn=turn, step=step, shortest=SHORTEST_MM)
        return _made(expression, QgsSymbol.SymbolType.Line, pattern)
    if isinstance(pattern, QgsPointPatternFillSymbolLayer):
        return _made(DOTS.format(step=f"{pattern.distanceX():g}"), QgsSymbol.SymbolType.Marker, pattern)
    return None


def _made(expression: str, kind: QgsSymbol.SymbolType, pattern: QgsSymbolLayer) -> QgsGeometryGeneratorSymbolLayer:
    made = QgsGeometryGeneratorSymbolLayer.create({"geometryModifier": expression.strip()})
    made.setSymbolType(kind)
    made.setUnits(MILLIMETRES)
    stroke = pattern.subSymbol().clone()
    if kind == QgsSymbol.SymbolType.Line:
        stroke.symbolLayer(0).setPenCapStyle(Qt.PenCapStyle.FlatCap)  # lines end at the edge
    made.setSubSymbol(stroke)
    return made
