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

LAYER = "spatialstructure:STRUCTURE_LINES"
SYMBOL, NAME, PROPOSED = "symbol", "name", "proposed"
ECOLOGICAL = ("corridor", "belt_ecology", "belt_river", "screen_line")
THINNER = 0.75  #: than on the sheet of the structure, for they lie over what is protected


def ecology_lines(county: County, within: Within) -> tuple[Subject, ...]:
    """The lines as one subject; none without a structure, or where none of its lines reaches into the area."""
    layer = county.layer(LAYER)
    if not isinstance(layer, QgsVectorLayer) or not set(within.values(layer, SYMBOL)) & set(ECOLOGICAL):
        return ()
    title = tr("生态廊道和生态带")
    return (Subject("ecology lines", Role(layer, NAME, SYMBOL), title, _dress, "structure", GROUNDS, single_lines),)


def proposals_note(county: County, within: Within) -> tuple[str, ...]:
    """That some of the lines are only proposed, as the sheet of the structure says of them."""
    layer = county.layer(LAYER)
    if not ecology_lines(county, within) or not any(proposed for _, proposed in _kinds(layer)):
        return ()
    return (tr("标“建议”的生态廊道和生态带由软件提出，须由规划人员确认，不是已定的管控内容。"),)


def _kinds(layer: QgsVectorLayer) -> list[tuple[str, bool]]:
    """The symbols of the ecological lines in their order, those that the planner has given before proposals."""
    marked = layer.fields().indexOf(PROPOSED) >= 0
    found = {(str(one[SYMBOL]), marked and one[PROPOSED] in (1, True)) for one in layer.getFeatures()}
    known = [code for code in ECOLOGICAL if code in styles()]
    return [(code, proposed) for code in known for proposed in (False, True) if (code, proposed) in found]


def _dress(layer: QgsVectorLayer, view: View) -> None:
    categories = []
    for code, proposed in _kinds(layer):
        one = style_for(code, "line")
        label = tr("{name}（建议）").format(name=one.name) if proposed else one.name
        symbol = symbol_for(one, view.factor * THINNER)
        categories.append(QgsRendererCategory(f"{code} *" if proposed else code, symbol, label))
    marked = layer.fields().indexOf(PROPOSED) >= 0
    expression = f'concat("{SYMBOL}", CASE WHEN "{PROPOSED}" THEN \' *\' ELSE \'\' END)' if marked else SYMBOL
    layer.setRenderer(QgsCategorizedSymbolRenderer(expression, categories))
