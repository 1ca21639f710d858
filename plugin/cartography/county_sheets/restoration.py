"""县域生态修复和综合整治规划图, its page of a town, and the page of one zone with the cards of its mines."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from qgis.core import NULL, QgsFeature, QgsVectorLayer

from ...county.layers import geometry_of
from ...language import tr
from .. import labels
from ..cells import UNKNOWN, number, text
from ..county_layers import role_of
from ..draft import Draft
from ..remediation_sheet import RemediationResults, mine_fields, remediation_draft
from ..remediation_tables import KEY, MineFields, count_of, priority_word, ranked_table, status_word
from ..spec import PLACES, Column, Role, Subject, TableSpec
from ..symbols import apply_style
from ..view import View
from .atlas import AtlasPage
from .county import County
from .kinds import SheetKind
from .on_page import of_town, of_zone, on_page

RUN = "remediationzones"
MOST_CARDS = 2  #: mines whose cards fit beside a map; of more the first has a card and all stand in a list


def draft(county: County, kind: SheetKind, page: AtlasPage | None) -> Draft:
    """The sheet of the county, of a town or of one zone."""
    run = county.results.run(RUN)
    results = RemediationResults(run.layers["ZONES"], run.layers["MINES_OUT"])
    made = remediation_draft(county.project, county.roles, results, county.facts, county.crs())
    if of_zone(page):
        return _zone_page(county, made, results, page)
    return _town_page(county, made, results, page) if of_town(page) else made


def _town_page(county: County, made: Draft, results: RemediationResults, page: AtlasPage) -> Draft:
    zones, mines = on_page(county, results.zones, page), on_page(county, results.mines, page)
    key = count_of(zones, KEY)
    words = tr("{town}：矿山生态修复重点区 {count} 处，矿山").format(town=page.name, count=key.zones)
    spec = replace(made.spec, headline_text=words, headline_value=tr("{count} 座").format(count=len(mines)))
    return replace(made, spec=spec, tables=(ranked_table(mines, mine_fields(results.mines, county.roles)),))


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
    spec = replace(made.spec, headline_text=words, headline_value=figure)
    cards = inside if len(inside) <= MOST_CARDS else inside[:1]
    tables = [card(one, fields) for one in cards]
    if len(inside) > len(cards):
        tables.append(ranked_table(inside, fields))
    layers = replace(made.layers, road_codes=(), subjects=_subjects(county, made, fields, results))
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
    """The subjects of the sheet, with names of mines and villages added and those of zones left to the title."""
    found = list(made.layers.subjects)
    if fields.name and geometry_of(results.mines) == "polygon":
        dress = partial(_named_mines, fields.name)
        found.insert(0, Subject("mine names", Role(results.mines, fields.name), tr("矿山名称"), dress, "", PLACES))
    villages = role_of(county.project, county.roles, "villages")
    if villages is not None and geometry_of(villages.layer) == "point":
        dress = partial(_named_villages, villages.name_field)
        found.append(Subject("named villages", villages, tr("行政村"), dress, "villages", PLACES))
    return tuple(found)


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
