"""How the town hierarchy and the three spaces look when they arrive in the project."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.core import QgsCategorizedSymbolRenderer, QgsMapLayer, QgsRendererCategory, QgsSingleSymbolRenderer

from ..county.layers import geometry_of
from ..language import tr
from .catalogue import styles
from .labels import label_towns
from .symbols import symbol_for

Styling = Callable[[QgsMapLayer], None]
#: What the codes of towns end in, by the kind of their geometry.
ENDINGS = {"polygon": "", "point": "_point"}
LAST = 3  #: levels and grades beyond this one look like it


def towns_style(titles: Sequence[str], name_field: str) -> Styling:
    """Towns by their level, the highest first in ``titles``: areas tinted, points with a symbol; named."""

    def style(layer):
        ending = ENDINGS.get(geometry_of(layer))
        if ending is not None:
            _classes(layer, "level", [(f"townlevel_{{}}{ending}", title) for title in titles])
        if name_field and layer.fields().indexOf(name_field) >= 0:
            label_towns(layer, name_field, 1.0)

    return style


def links_style() -> Styling:
    """Gravity links by their grade, the strongest on top."""
    titles = (tr("强联系"), tr("较强联系"), tr("一般联系"))
    return lambda layer: _classes(layer, "grade", [("link_{}", title) for title in titles])


def _classes(layer, field: str, classes: list[tuple[str, str]]) -> None:
    """Classes 1, 2, 3 … of a field, each with the pattern of its code and its name; the first is drawn last."""
    found = [(number, code.format(min(number, LAST)), title) for number, (code, title) in enumerate(classes, start=1)]
    known = [
        QgsRendererCategory(number, symbol_for(code), title) for number, code, title in found if code in styles()
    ]
    if not known:
        return
    renderer = QgsCategorizedSymbolRenderer(field, known)
    renderer.setUsingSymbolLevels(True)
    for place, category in enumerate(renderer.categories()):
        symbol = category.symbol().clone()
        for depth in range(symbol.symbolLayerCount()):
            symbol.symbolLayer(depth).setRenderingPass((len(known) - place) * 10 + depth)
        renderer.updateCategorySymbol(place, symbol)
    layer.setRenderer(renderer)


def overlaps_style() -> Styling:
    """Where two spaces overlap."""
    return _single("space_overlap")


def unassigned_style() -> Styling:
    """What no space holds."""
    return _single("space_unassigned")


def conflicts_style() -> Styling:
    """Control lines in the wrong space, conspicuous: in the look of the overlaps."""
    return _single("space_overlap")


def _single(code: str) -> Styling:
    def style(layer):
        if code in styles() and layer.isSpatial():
            layer.setRenderer(QgsSingleSymbolRenderer(symbol_for(code)))

    return style
