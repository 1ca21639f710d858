"""Styles for layers that hold elements of a spatial structure before the structure is made of them."""

from __future__ import annotations

from qgis.core import QgsFillSymbol, QgsLineSymbol, QgsMarkerSymbol, QgsSingleSymbolRenderer, QgsVectorLayer

from ..county.layers import geometry_of
from .catalogue import style_for
from .structure_styles import name_elements
from .symbols import symbol_for

THIN, RING = "0.4", "3.2"  #: millimetres
DARK = "60,60,60,200"


def style_as_clause(layer: QgsVectorLayer, code: str) -> bool:
    """Let a layer of the planner's look as the elements of a clause do, with their names; False for a geometry that
    they cannot have. Raises KeyError for an unknown code."""
    geometry = geometry_of(layer)
    style = style_for(code, geometry)
    if style.geometry != geometry:
        return False
    layer.setRenderer(QgsSingleSymbolRenderer(symbol_for(style)))
    if layer.displayField():
        name_elements(layer, geometry, layer.displayField())
    layer.triggerRepaint()
    layer.emitStyleChanged()
    return True


def style_as_sketch(layer: QgsVectorLayer) -> None:
    """Thin outlines for settled elements: the structure that is made of them lies over them with its symbols."""
    geometry = geometry_of(layer)
    if geometry == "point":
        look = {"name": "circle", "color": "255,255,255,0", "outline_color": DARK, "outline_width": THIN, "size": RING}
        symbol = QgsMarkerSymbol.createSimple(look)
    elif geometry == "line":
        symbol = QgsLineSymbol.createSimple({"line_color": DARK, "line_width": THIN})
    else:
        symbol = QgsFillSymbol.createSimple({"style": "no", "outline_color": DARK, "outline_width": THIN})
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    layer.triggerRepaint()
