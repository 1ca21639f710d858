"""县域国土空间总体格局规划图: the slogan, drawn."""

from __future__ import annotations

from qgis.core import NULL, QgsFeature

from ...bridge.sentences import listed
from ...language import language, tr
from ..catalogue import style_for
from ..county_layers import county_layers, role_of
from ..draft import Draft
from ..facts import sheet_spec
from ..quiet_base import pale, quiet_lines
from ..spec import Column, TableSpec
from ..structure_names import names_subject
from ..structure_subjects import (
    LINES,
    POINTS,
    POLYGONS,
    ZONES,
    ClauseOnSheet,
    Element,
    elements_of,
    structure_subjects,
    structure_themes,
)
from .atlas import AtlasPage
from .county import County
from .kinds import SheetKind
from .on_page import area_of, of_town, on_page

RUN = "spatialstructure"
GEOMETRIES = {POINTS: "point", LINES: "line", POLYGONS: "polygon"}


def draft(county: County, kind: SheetKind, page: AtlasPage | None) -> Draft:
    """The structure on a quiet base map, its legend and table in the order of the slogan."""
    run = county.results.run(RUN)
    layers = {output: run.layers[output] for output in GEOMETRIES if output in run.layers}
    clauses = _clauses(county, run, page)
    seats, boundary = role_of(county.project, county.roles, "seats", "level"), county.layer("boundary")
    subjects = (
        names_subject(layers, clauses, seats, boundary, area_of(page)),
        *structure_subjects(layers, clauses),
        *quiet_lines(county.project, county.roles),
    )
    base = pale(county_layers(county.project, county.roles, boundary, tuple(filter(None, subjects))))
    spec = sheet_spec(
        county.project,
        county.roles,
        county.facts,
        kind.title,
        _headline(run, clauses, page),
        _notes(clauses),
        structure_themes(clauses),
        county.crs(),
    )
    return Draft(spec, base, (_table(clauses),))


def slogan_of(run) -> str:
    """The slogan as the planner typed it, else its clauses."""
    typed = str(run.parameters.get("SLOGAN") or "").strip()
    clauses = [str(one["text"]) for one in _parsed(run)]
    return typed or listed(clauses, len(clauses))


def _parsed(run) -> list:
    return sorted(run.layers["PARSED"].getFeatures(), key=lambda one: one["order"])


def _clauses(county: County, run, page: AtlasPage | None) -> list[ClauseOnSheet]:
    """The clauses of the slogan; on the page of a town with the elements in it, and without the numbers of the
    county."""
    elements: list[Element] = []
    for output, geometry in GEOMETRIES.items():
        elements += elements_of(on_page(county, run.layers.get(output), page), geometry)
    whole = page is None or page.shape is None
    return [
        ClauseOnSheet(
            int(one["order"]),
            str(one["text"]),
            int(one["count"]) if whole and one["count"] not in (None, NULL) else 0,
            _word(one),
            tuple(element for element in elements if element.clause == one["order"]),
        )
        for one in _parsed(run)
    ]


def _word(clause: QgsFeature) -> str:
    """What a clause counts in one word, which only Chinese has."""
    at = clause.fields().indexOf("noun_zh")
    return "" if language() != "zh" or at < 0 or clause[at] in (None, NULL) else str(clause[at])


def _headline(run, clauses: list[ClauseOnSheet], page: AtlasPage | None) -> tuple[str, str]:
    """The slogan and what it counts; of a town, what of it lies in the town."""
    counts = [
        tr("{count} {noun}").format(count=len(clause.elements), noun=clause.noun or _symbol_name(clause.elements[0]))
        for clause in clauses
        if clause.elements
    ]
    counted = listed(counts, len(counts))
    town = of_town(page)
    if not town:
        return tr("总体格局：{counted}").format(counted=counted), slogan_of(run)
    words = tr("{town}在“{slogan}”格局中").format(town=town, slogan=slogan_of(run))
    return words, counted or tr("没有格局要素")


def _table(clauses: list[ClauseOnSheet]) -> TableSpec:
    """A row for each kind of element of each clause."""
    rows = []
    for clause in clauses:
        groups: dict[tuple[str, str], list[Element]] = {}
        for one in clause.elements:
            groups.setdefault((_symbol_name(one), one.geometry), []).append(one)
        for number, ((name, _), members) in enumerate(groups.items()):
            if all(one.proposed for one in members):
                name = tr("{name}（建议）").format(name=name)
            rows.append((clause.text if number == 0 else "", name, _objects(members)))
    columns = (
        Column(tr("格局"), letters=5),
        Column(tr("要素"), letters=10),
        Column(tr("空间对象"), "left", letters=17),
    )
    return TableSpec(tr("总体格局构成"), columns, tuple(rows))


def _symbol_name(element: Element) -> str:
    if element.symbol.startswith(ZONES):
        return tr("功能片区")
    return style_for(element.symbol, element.geometry).name


def _objects(members: list[Element]) -> str:
    """The names, proposals among given ones marked; those without a name by their number."""
    mixed = len({one.proposed for one in members}) == 2
    named = [one.name for one in members if one.name]
    marked = [
        tr("{name}（建议）").format(name=one.name) if one.proposed and mixed else one.name
        for one in members
        if one.name
    ]
    if not named:
        return tr("{count} 处").format(count=len(members))
    return listed(marked, len(marked))


def _notes(clauses: list[ClauseOnSheet]) -> tuple[str, ...]:
    notes = [tr("本图为示意图，格局要素的位置和范围不作为管控依据。")]
    elements = [one for clause in clauses for one in clause.elements]
    proposed = sum(one.proposed for one in elements)
    if proposed == len(elements) and proposed:
        notes.append(tr("图中格局要素均由软件按城镇等级、道路、河流和山脊提出，为建议，须由规划人员确认。"))
    elif proposed:
        notes.append(
            tr("标“建议”的 {count} 个要素由软件按城镇等级、道路、河流和山脊提出，须由规划人员确认。").format(
                count=proposed
            )
        )
    return tuple(notes)
