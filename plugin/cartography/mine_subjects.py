"""Mines on a county sheet: a marker each, whatever its size on the ground, beside its neighbours and not on them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from qgis.core import QgsProperty, QgsSymbol, QgsSymbolLayer, QgsVectorLayer

from ..county.layers import geometry_of
from ..language import tr
from . import labels
from .catalogue import style, styles_of_values
from .marker_places import apart
from .renderers import class_renderer
from .seen import keep_seen
from .spec import PLACES, Role, Subject, Theme
from .symbols import apply_style
from .view import View

MARKER_MM = 5.0  #: the widest marker, with a little air
#: Statuses in which nothing is mined: the disc is not filled with the mineral's colour.
HOLLOW, GREYED = ("minestatus_proposed", "minestatus_abandoned"), ("minestatus_idle",)
UNKNOWN = {"mineral": "mineral_other", "status": "minestatus_unknown"}
PREFIXES = {"mineral": "mineral", "status": "minestatus"}


def mine_themes() -> tuple[Theme, ...]:
    """The groups of the legend for mines by mineral and status."""
    return Theme("minerals", tr("矿山（按矿种）")), Theme("statuses", tr("矿山（按状态）"))


def mines_by_mineral(
    mines: Role, mineral_field: str, status_field: str, around: Sequence[Role] = ()
) -> tuple[Subject, ...]:
    """Mines as discs of their mineral on a ring of their status, over the ground of those that are polygons; beside
    the points ``around``, which are drawn too."""
    derive = partial(_classified, fields={"mineral": mineral_field, "status": status_field}, around=around)
    found = [Subject("mine mineral", mines, tr("矿山符号（矿种）"), _minerals, "minerals", PLACES, derive)]
    if status_field:
        found.append(Subject("mine status", mines, tr("矿山符号（状态）"), _statuses, "statuses", PLACES, derive))
    return (*found, *_grounds(mines, "minerals"))


def mines_by_rank(mines: Role, theme: str, around: Sequence[Role] = ()) -> tuple[Subject, ...]:
    """Mines coloured by priority and numbered in the order of remediation, beside the points ``around``."""
    derive = partial(_ranked, around=around)
    markers = Subject("mine rank", mines, tr("矿山符号（治理次序）"), _ranks, theme, PLACES, derive)
    return (markers, *_grounds(mines, theme))


def _grounds(mines: Role, theme: str) -> tuple[Subject, ...]:
    if geometry_of(mines.layer) != "polygon":
        return ()
    return (Subject("mine ground", mines, style("mine_area").name, _ground, theme, shared=True),)


def _classified(role: Role, view: View, fields: dict[str, str], around: Sequence[Role]) -> Role:
    """A point a mine, with the codes of the styles of its mineral and status."""
    known = {name: field for name, field in fields.items() if field}
    meanings = {}
    for name, field in known.items():
        values = role.layer.uniqueValues(role.layer.fields().indexOf(field))
        found = styles_of_values(values, PREFIXES[name])
        meanings[name] = {str(value): one.code for value, one in found.items() if one}

    def codes(feature) -> list[str]:
        return [
            meanings[name].get(str(feature[known[name]]), other) if name in known else other
            for name, other in UNKNOWN.items()
        ]

    return _markers(role, view, "mineral:string status:string", codes, around)


def _ranked(role: Role, view: View, around: Sequence[Role]) -> Role:
    def values(feature) -> list:
        return [feature["priority"], feature["rank"]]

    return _markers(role, view, "priority:string rank:int", values, around)


def _markers(role: Role, view: View, fields: str, values: Callable, around: Sequence[Role]) -> Role:
    others = [one.layer for one in around if geometry_of(one.layer) == "point"]
    return Role(apart(role.layer, fields, values, view, MARKER_MM, others))


def _minerals(layer: QgsVectorLayer, view: View) -> None:
    renderer = class_renderer(layer, "mineral", "mineral", view.factor)
    for index, category in enumerate(renderer.categories()):
        renderer.updateCategorySymbol(index, _by_status(category.symbol().clone()))
    layer.setRenderer(renderer)
    keep_seen(layer, view)
    labels.label_facilities(layer, view.factor)


def _by_status(symbol: QgsSymbol) -> QgsSymbol:
    """The disc filled while the mine is worked, grey when it stands still, hollow before and after."""
    disc, letter = symbol.symbolLayer(0), symbol.symbolLayer(1)
    full, ink = _rgb(disc.fillColor()), _rgb(letter.color())
    grey = _rgb(style("minestatus_idle").strokes[-1].colour)
    hollow, greyed = (f"\"status\" IN ({', '.join(map(repr, codes))})" for codes in (HOLLOW, GREYED))

    def by_status(when_hollow: str, when_greyed: str, otherwise: str) -> QgsProperty:
        return QgsProperty.fromExpression(
            f"CASE WHEN {hollow} THEN {when_hollow} WHEN {greyed} THEN {when_greyed} ELSE {otherwise} END"
        )

    white = "color_rgb(255,255,255)"
    disc.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyFillColor, by_status(white, grey, full))
    disc.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyStrokeColor, by_status(full, grey, full))
    letter.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyFillColor, by_status(full, ink, ink))
    return symbol


def _rgb(colour) -> str:
    return f"color_rgb({colour.red()},{colour.green()},{colour.blue()})"


def _statuses(layer: QgsVectorLayer, view: View) -> None:
    layer.setRenderer(class_renderer(layer, "status", "minestatus", view.factor))
    keep_seen(layer, view)


def _ranks(layer: QgsVectorLayer, view: View) -> None:
    layer.setRenderer(class_renderer(layer, "priority", "rank", view.factor))
    keep_seen(layer, view)
    labels.label_rank(layer, "rank", "priority", view.factor)


def _ground(layer: QgsVectorLayer, view: View) -> None:
    apply_style(layer, "mine_area", view.factor)
