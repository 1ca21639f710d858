"""Hatches and dots of a sheet are lines and points, with the direction and spacing of the catalogue."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import NULL, QgsExpression, QgsExpressionContext, QgsFeature, QgsGeometry, QgsSingleSymbolRenderer


@pytest.fixture(scope="module")
def drawn(qgis_app):
    """What the pattern of a style becomes in a square of 40 mm that lies anywhere on the page."""
    from ronghe.plugin.cartography.symbols import symbol_for
    from ronghe.plugin.cartography.vector_patterns import without_pictures

    def pattern_of(code: str, expression_only: bool = False) -> tuple[QgsGeometry, QgsGeometry] | QgsExpression:
        renderer = QgsSingleSymbolRenderer(symbol_for(code))
        without_pictures(renderer)
        symbol = renderer.symbol()
        layers = [symbol.symbolLayer(i) for i in range(symbol.symbolLayerCount())]
        assert not any("Pattern" in layer.layerType() for layer in layers)
        generator = next(layer for layer in layers if layer.layerType() == "GeometryGenerator")
        if expression_only:
            return QgsExpression(generator.geometryExpression())
        square = QgsFeature()
        square.setGeometry(QgsGeometry.fromWkt("POLYGON((103 71, 143 71, 143 111, 103 111, 103 71))"))
        context = QgsExpressionContext()
        context.setFeature(square)
        expression = QgsExpression(generator.geometryExpression())
        made = expression.evaluate(context)
        assert not expression.hasEvalError(), expression.evalErrorString()
        return made, square.geometry()

    return pattern_of


@pytest.mark.parametrize(
    ("code", "spacing", "direction"),
    [("mining_prohibited", 1.25, 45), ("mining_restricted", 1.8, 135), ("watersource_second", 1.5, 0)],
)
def test_hatches_keep_their_direction_and_spacing(drawn, code, spacing, direction):
    made, square = drawn(code)
    lines = [np.array([(p.x(), p.y()) for p in line]) for line in made.asMultiPolyline()]
    steps = np.array([line[-1] - line[0] for line in lines])
    # The page's y runs down: a line that rises to the right on paper has the opposite sign here.
    turns = np.degrees(np.arctan2(-steps[:, 1], steps[:, 0])) % 180
    assert turns % 180 == pytest.approx(np.full(len(lines), float(direction)), abs=1e-6)
    across = np.array([-np.sin(np.radians(-direction)), np.cos(np.radians(-direction))])
    at = np.sort([line[0] @ across for line in lines])
    assert np.diff(at) == pytest.approx(np.full(len(at) - 1, spacing), abs=1e-6)
    assert square.buffer(1e-6, 4).contains(made)


def test_a_speck_between_two_parallels_has_no_hatch(drawn):
    """A line without length would be a path without a point in the PDF, which some readers report as damage."""
    expression = drawn("mining_prohibited", expression_only=True)
    context = QgsExpressionContext()
    speck = QgsFeature()
    speck.setGeometry(QgsGeometry.fromWkt("POLYGON((0 0.1, 0.02 0.1, 0.02 0.12, 0 0.12, 0 0.1))"))
    context.setFeature(speck)
    assert expression.evaluate(context) in (None, NULL) and not expression.hasEvalError()


def test_dots_stand_on_a_grid_inside(drawn):
    made, square = drawn("scenic")
    points = made.asMultiPoint()
    assert len(points) == pytest.approx(square.area() / 1.7**2, rel=0.1)
    assert square.contains(made)


def test_hatches_of_neighbours_continue_each_other(drawn):
    """Lines lie where the page's grid has them, not where a shape begins: no seam between two zones of one class."""
    made, _ = drawn("mining_prohibited")
    across = np.array([np.sin(np.radians(45)), np.cos(np.radians(45))])
    offsets = np.array([np.array([line[0].x(), line[0].y()]) @ across for line in made.asMultiPolyline()]) / 1.25
    assert np.abs(offsets % 1 - offsets[0] % 1).max() < 1e-6
    assert offsets[0] % 1 == pytest.approx(1 - 0.37, abs=1e-6)
