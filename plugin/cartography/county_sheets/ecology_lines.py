"""The ecological corridors and belts of 总体格局, as the sheet of ecological protection shows them."""

from __future__ import annotations

from qgis.core import QgsCategorizedSymbolRenderer, QgsRendererCategory, QgsVectorLayer

from ...language import tr
from ..catalogue import style_for, styles
from ..spec import GROUNDS, Role, Subject
from ..structure_subjects import single_lines
from ..symbols import symbol_for
from ..view import View
from ..within import Within
from .county import County

LAYER, SYMBOL, NAME = "spatialstructure:STRUCTURE_LINES", "symbol", "name"
ECOLOGICAL = ("corridor", "belt_ecology", "belt_river", "screen_line")
THINNER = 0.75  #: than on the sheet of the structure, for they lie over what is protected


def ecology_lines(county: County, within: Within) -> tuple[Subject, ...]:
    """The lines as one subject; none without a structure, or where none of its lines reaches into the area."""
    layer = county.layer(LAYER)
    if not isinstance(layer, QgsVectorLayer) or not set(within.values(layer, SYMBOL)) & set(ECOLOGICAL):
        return ()
    title = tr("生态廊道和生态带")
    return (Subject("ecology lines", Role(layer, NAME, SYMBOL), title, _dress, "structure", GROUNDS, single_lines),)


def _dress(layer: QgsVectorLayer, view: View) -> None:
    present = layer.uniqueValues(layer.fields().indexOf(SYMBOL))
    found = [style_for(code, "line") for code in ECOLOGICAL if code in present and code in styles()]
    layer.setRenderer(
        QgsCategorizedSymbolRenderer(
            SYMBOL,
            [QgsRendererCategory(one.code, symbol_for(one, view.factor * THINNER), one.name) for one in found],
        )
    )
