"""县域生态修复和综合整治规划图, its page of a town, and the page of one zone with the cards of its mines."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDistanceArea,
    QgsFeature,
    QgsGeometry,
    QgsVectorLayer,
)

from ...county.layers import geometry_of
from ...language import tr
from .. import labels
from ..cells import UNKNOWN, number, text
from ..county_layers import role_of
from ..draft import Draft
from ..remediation_sheet import ZONES_KIND, RemediationResults, mine_fields, remediation_draft
from ..remediation_tables import KEY, MineFields, count_of, priority_word, ranked_table, status_word
from ..renderers import class_renderer
from ..spec import PLACES, Column, Role, Subject, TableSpec, Theme
from ..symbols import apply_style
from ..view import View
from ..within import Within
from .atlas import AtlasPage
from .county import County
from .kinds import SheetKind
from .looks import within_sheet
from .on_page import copy_of, of_town, of_zone, on_page

RUN = "remediationzones"
MOST_CARDS = 2  #: mines whose cards fit beside a map; of more the first has a card and all stand in a list


def draft(county: County, kind: SheetKind, page: AtlasPage | None) -> Draft:
    """The sheet of the county, of a town or of one zone."""
    run = county.results.run(RUN)
    results = RemediationResults(run.layers["ZONES"], run.layers["MINES_OUT"])
    if not (of_zone(page) or of_town(page)):
        return _sheet(county, results)
    here = RemediationResults(
        copy_of(results.zones, on_page(county, results.zones, page)),
        copy_of(results.mines, on_page(county, results.mines, page)),
    )
    made = _sheet(county, here, within_sheet(county, page))
    return _zone_page(county, made, results, page) if of_zone(page) else _town_page(county, made, here, page)


def _sheet(county: County, results: RemediationResults, within: Within | None = None) -> Draft:
    return remediation_draft(county.project, county.roles, results, county.facts, county.crs(), within)


def _town_page(county: County, made: Draft, here: RemediationResults, page: AtlasPage) -> Draft:
    """Of the key zones of a town, of all its zones where none is a key zone, what lies in it."""
    key = [one for one in here.zones.getFeatures() if one["priority"] == KEY]
    held = key or list(here.zones.getFeatures())
    words = (
        tr("{town}矿山生态修复重点区（涉及矿山 {mines} 座）")
        if key
        else tr("{town}矿山生态修复分区（涉及矿山 {mines} 座）")
    )
    square_metres = sum(_area_in(county, one, here.zones, page) for one in held)
    figure = tr("{count} 处 {area:.1f} 平方公里").format(count=len(held), area=square_metres / 1e6)
    if not held:
        words, figure = tr("{town}矿山生态修复分区"), tr("没有")
    said = words.format(town=page.name, mines=count_of(held).mines)
    return replace(made, spec=replace(made.spec, headline_text=said, headline_value=figure))


def _area_in(county: County, zone: QgsFeature, layer: QgsVectorLayer, page: AtlasPage) -> float:
    """The part of a zone on a page, in square metres on the ellipsoid."""
    crs = QgsCoordinateReferenceSystem(county.crs())
    shape = QgsGeometry(zone.geometry())
    shape.transform(QgsCoordinateTransform(layer.crs(), crs, county.project))
    measure = QgsDistanceArea()
    measure.setSourceCrs(crs, county.project.transformContext())
    measure.setEllipsoid(crs.ellipsoidAcronym())
    return measure.measureArea(shape.intersection(page.shape))


def _zone_page(county: County, made: Draft, results: RemediationResults, page: AtlasPage) -> Draft:
    """The zone with its surroundings: all roads, villages, the mines by name, and their cards."""
    zone = next((one for one in on_page(county, results.zones, None) if str(one.id()) == page.key), None)
    if zone is None:
        return made
    fields = mine_fields(results.mines, county.roles)
    inside = [one for one in on_page(county, results.mines, None) if one.geometry().intersects(zone.geometry())]
    inside.sort(key=lambda one: one["rank"] if one["rank"] != NULL else 1e9)
    words = tr("矿山生态修复{priority}区（矿山 {count} 座）").format(
        priority=priority_word(zone["priority"]), count=len(inside)
    )
    figure = tr("{area} 公顷").format(area=number(zone["area_hm2"], 1))
    cards = inside if len(inside) <= MOST_CARDS else inside[:1]
    tables = [card(one, fields) for one in cards]
    if len(inside) > len(cards):
        tables.append(ranked_table(inside, fields))
    layers = replace(made.layers, road_codes=(), subjects=_subjects(county, made, fields, results))
    spec = replace(made.spec, headline_text=words, headline_value=figure)
    spec = replace(spec, themes=(*spec.themes, Theme("villages", tr("行政村"))))
    return replace(made, spec=spec, layers=layers, tables=tuple(tables))


def card(mine: QgsFeature, fields: MineFields) -> TableSpec:
    """What the run has found of one mine; lines without anything are left out."""
    facts = (
        (tr("治理次序"), _rank(mine)),
        (tr("等级"), priority_word(mine["priority"])),
        (tr("矿种"), _cell(mine, fields.mineral)),
        (tr("状态"), status_word(mine[fields.status]) if fields.status else UNKNOWN),
        (tr("法定情形"), _cell(mine, "trigger")),
        (tr("影响程度"), _cell(mine, "severity_now")),
        (tr("整治措施"), _cell(mine, "measure")),
        (tr("修复方式"), _cell(mine, "mode")),
        (tr("责任主体"), _cell(mine, fields.responsible)),
    )
    rows = tuple(fact for fact in facts if fact[1] != UNKNOWN)
    columns = (Column(tr("事项"), letters=6), Column(tr("内容"), "left", letters=22))
    return TableSpec(_cell(mine, fields.name), columns, rows)


def _subjects(county: County, made: Draft, fields: MineFields, results: RemediationResults) -> tuple[Subject, ...]:
    """The subjects of the sheet with names of mines and villages, and zones without theirs, which are the same."""
    found = [replace(one, dress=_zones) if one.kind == ZONES_KIND else one for one in made.layers.subjects]
    if fields.name and geometry_of(results.mines) == "polygon":
        dress = partial(_named_mines, fields.name)
        found.insert(0, Subject("mine names", Role(results.mines, fields.name), tr("矿山名称"), dress, "", PLACES))
    villages = role_of(county.project, county.roles, "villages")
    if villages is not None and geometry_of(villages.layer) == "point":
        dress = partial(_named_villages, villages.name_field)
        found.append(Subject("named villages", villages, tr("行政村"), dress, "villages", PLACES))
    return tuple(found)


def _zones(layer: QgsVectorLayer, view: View) -> None:
    layer.setRenderer(class_renderer(layer, "priority", "priority", view.factor))


def _named_mines(name: str, layer: QgsVectorLayer, view: View) -> None:
    apply_style(layer, "mine_area", view.factor)
    labels.label_mines(layer, name, view.factor)


def _named_villages(name: str, layer: QgsVectorLayer, view: View) -> None:
    apply_style(layer, "village", view.factor)
    if name:
        labels.label_places(layer, name, view.factor)


def _rank(mine: QgsFeature) -> str:
    """The rank with the range in which it lies when weights and data are varied."""
    if mine["rank"] == NULL:
        return UNKNOWN
    low, high = (mine[name] if mine.fields().indexOf(name) >= 0 else NULL for name in ("rank_low", "rank_high"))
    if NULL in (low, high) or low == high:
        return tr("第 {rank} 位").format(rank=mine["rank"])
    return tr("第 {rank} 位（权重变动时第 {low}–{high} 位）").format(rank=mine["rank"], low=low, high=high)


def _cell(mine: QgsFeature, field: str) -> str:
    return text(mine[field]) if field and mine.fields().indexOf(field) >= 0 else UNKNOWN
