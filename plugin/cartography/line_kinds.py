"""Lines of several kinds that the catalogue cannot know, such as industry chains or themes of tourism: one shape, a
colour for each kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from qgis.core import QgsCategorizedSymbolRenderer, QgsRendererCategory, QgsVectorLayer
from qgis.PyQt.QtGui import QColor

from .catalogue import Stroke, Style, style
from .lettering import ink_of
from .seen import keep_seen
from .spec import GROUNDS, Role, Subject
from .symbols import apply_style, symbol_for
from .view import View

WHITE = QColor(255, 255, 255)
#: Whose dark colours kinds after the first take: areas of zones, which the catalogue keeps apart from each other.
COLOURS_OF = ("zone_3", "zone_2", "zone_5", "zone_7", "zone_6", "zone_4", "zone_8")
LIGHTER = 165  #: per cent, of the start of a line whose colour runs


def kinds_subject(kind: str, role: Role, kinds: Sequence[str], code: str, name: str, theme: str) -> Subject:
    """Lines by the values ``kinds`` of the role's class field in the shape of the style ``code``; as one kind where
    there are none."""
    dress = partial(_dress, role.class_field, tuple(kinds), code)
    return Subject(kind, role, name, dress, theme, GROUNDS)


def style_of_kind(code: str, number: int) -> Style:
    """The style of a kind: the first as the catalogue has it, those after it in other colours."""
    found = style(code)
    if number == 0:
        return found
    colour = ink_of(style(COLOURS_OF[(number - 1) % len(COLOURS_OF)]))
    return replace(found, strokes=tuple(_in_colour(stroke, colour) for stroke in found.strokes))


def _dress(field: str, kinds: tuple[str, ...], code: str, layer: QgsVectorLayer, view: View) -> None:
    if not kinds or not field:
        apply_style(layer, code, view.factor)
        return
    categories = [
        QgsRendererCategory(kind, symbol_for(style_of_kind(code, number), view.factor), kind)
        for number, kind in enumerate(kinds)
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer(field, categories))
    keep_seen(layer, view)


def _in_colour(stroke: Stroke, colour: QColor) -> Stroke:
    """The stroke in another colour, white staying white; of two colours the outline is the lighter one."""
    both = _coloured(stroke.colour) and _coloured(stroke.outline)
    return replace(
        stroke,
        colour=_like(stroke.colour, colour),
        outline=_like(stroke.outline, colour.lighter(LIGHTER) if both else colour),
    )


def _coloured(given: QColor | None) -> bool:
    return given is not None and given.rgb() != WHITE.rgb()


def _like(given: QColor | None, colour: QColor) -> QColor | None:
    if not _coloured(given):
        return given
    made = QColor(colour)
    made.setAlphaF(given.alphaF())
    return made
