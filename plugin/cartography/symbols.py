"""From a row of the catalogue to a QGIS symbol, with symbol layers that every supported QGIS has and that stay
vector in PDF."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    QgsCentroidFillSymbolLayer,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsUnitTypes,
)

from ..county.layers import geometry_of
from .catalogue import Stroke, Style, style, style_for
from .strokes import fill_layer, line_layer, marker_layer
from .structure_layers import structure_area, structure_line

UNITS = {
    "mm": QgsUnitTypes.RenderUnit.RenderMillimeters,
    "map": QgsUnitTypes.RenderUnit.RenderMetersInMapUnits,
}
SYMBOLS = {"point": QgsMarkerSymbol, "line": QgsLineSymbol, "polygon": QgsFillSymbol}
GENERATOR = "GeometryGenerator"
STYLE_MARK = "ronghe/style"  #: on a layer that is drawn by one style as a whole: its code
#: Who makes a symbol layer of a geometry: the plain strokes first, then the shapes of spatial structures.
MAKERS: dict[str, tuple[Callable[[Stroke], QgsSymbolLayer | None], ...]] = {
    "point": (marker_layer,),
    "line": (line_layer, structure_line),
    "polygon": (fill_layer, structure_area),
}


def symbol_for(code: str | Style, factor: float = 1.0) -> QgsSymbol:
    """The symbol of a style of the catalogue, its lengths multiplied by ``factor`` (1 on an A3 sheet).

    Raises ``KeyError`` for an unknown code and ``ValueError`` for a shape that its geometry does not know.
    """
    found = (style(code) if isinstance(code, str) else code).scaled(factor)
    if found.geometry not in SYMBOLS:
        raise ValueError(f"{found.code}: geometry {found.geometry!r} has no symbol")
    symbol = SYMBOLS[found.geometry]()
    symbol.deleteSymbolLayer(0)
    for stroke in found.strokes:
        symbol.appendSymbolLayer(_layer(stroke, found))
    symbol.setOutputUnit(UNITS[found.units])
    # A generator sees what is drawn: an axis cut off at the edge of the map would get its head there.
    symbol.setClipFeaturesToExtent(not any(layer.layerType() == GENERATOR for layer in symbol.symbolLayers()))
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
    """Draw the whole vector layer with one style of the catalogue, down to the style's smallest scale; where the
    code has another style for the layer's geometry (``park_point`` for points of ``park``), with that."""
    found = style_for(code, geometry_of(layer))
    layer.setRenderer(QgsSingleSymbolRenderer(symbol_for(found, factor)))
    layer.setCustomProperty(STYLE_MARK, found.code)
    if found.min_scale:
        layer.setScaleBasedVisibility(True)
        layer.setMinimumScale(found.min_scale)


def _layer(stroke: Stroke, owner: Style) -> QgsSymbolLayer:
    made = next(filter(None, (maker(stroke) for maker in MAKERS[owner.geometry])), None)
    if made is None:
        raise ValueError(f"{owner.code}: a {owner.geometry} cannot have the shape {stroke.shape!r}")
    return made
