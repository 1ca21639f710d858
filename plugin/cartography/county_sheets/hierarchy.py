"""县域城镇体系规划图: towns by level, and how strongly they are linked."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import NULL, QgsFeature, QgsGeometry, QgsVectorLayer

from ...bridge.sentences import listed
from ...county.layers import geometry_of
from ...language import tr
from ..catalogue import styles_of_values
from ..cells import UNKNOWN, number, per_cent, text
from ..county_layers import county_layers, role_of
from ..draft import Draft
from ..facts import sheet_spec
from ..hierarchy_subjects import LAST, LINKS_A_TOWN, Levels, TownOnSheet, hierarchy_subjects, hierarchy_themes
from ..quiet_base import pale, quiet_lines
from ..spec import Column, Role, TableSpec
from .atlas import AtlasPage
from .county import County
from .kinds import SheetKind
from .on_page import of_town, on_page

RUN = "townhierarchy"
MOST_LINKS = 5


def draft(county: County, kind: SheetKind, page: AtlasPage | None) -> Draft:
    """The towns with their levels and links; on the page of a town its own row and its own links."""
    run = county.results.run(RUN)
    output, links = run.layers["OUTPUT"], run.layers.get("LINKS")
    rows = [one for one in on_page(county, output, None) if one["level"] not in (None, NULL)]
    rows.sort(key=lambda one: (one["level"], one["rank"]))
    name = _name_field(county, run, output)
    seats = _seats(county)
    towns = [TownOnSheet(str(one[name]), int(one["level"]), _seat(one, str(one[name]), seats)) for one in rows]
    levels = Levels({int(one["level"]): text(one["level_zh"]) for one in rows})
    areas = _areas(county, output, name)
    drawn = Role(output, name, "level")
    subjects = (
        *hierarchy_subjects(towns, levels, areas, links, drawn),
        *quiet_lines(county.project, county.roles),
    )
    base = pale(county_layers(county.project, county.roles, county.layer("boundary"), subjects))
    layers = replace(base, seats=None)  # the subjects draw and name them
    town = of_town(page)
    spec = sheet_spec(
        county.project,
        county.roles,
        county.facts,
        kind.title,
        _town_headline(town, rows, name) if town else _headline(towns, levels),
        (*_notes(links, len(towns)), *_other_levels(county, towns, levels)),
        hierarchy_themes(),
        county.crs(),
    )
    people = _population_field(county, run, output)
    held = [one for one in rows if str(one[name]) == town]
    tables = [_town_card(held[0], people) if held else _towns_table(rows, levels, name, people)]
    if links is not None:
        tables.append(_links_table(on_page(county, links, None), town))
    return Draft(spec, layers, tuple(tables))


def _name_field(county: County, run, output: QgsVectorLayer) -> str:
    return _first(output, str(run.parameters.get("NAME_FIELD") or ""), county.roles.field("towns", "name"), "name")


def _population_field(county: County, run, output: QgsVectorLayer) -> str:
    return _first(output, str(run.parameters.get("POPULATION_FIELD") or ""), county.roles.field("towns", "population"))


def _first(layer: QgsVectorLayer, *names: str) -> str:
    return next((one for one in names if one and layer.fields().indexOf(one) >= 0), "")


def _seats(county: County) -> dict[str, QgsGeometry]:
    """Where the towns' seats are, by name."""
    role = role_of(county.project, county.roles, "seats", "level")
    if role is None or not role.name_field:
        return {}
    return {str(one[role.name_field]): one.geometry() for one in on_page(county, role.layer, None)}


def _seat(town: QgsFeature, name: str, seats: dict[str, QgsGeometry]) -> QgsGeometry:
    """The seat of a town's name, else the one that lies in the town, else a point inside it."""
    inside = next((seat for seat in seats.values() if town.geometry().contains(seat)), None)
    return (seats.get(name) or inside or town.geometry().pointOnSurface()).centroid()


def _areas(county: County, output: QgsVectorLayer, name: str) -> Role | None:
    """The layer whose areas are tinted: the result, else the planner's towns."""
    if geometry_of(output) == "polygon":
        return Role(output, name, "level")
    towns = role_of(county.project, county.roles, "towns")
    return towns if towns is not None and geometry_of(towns.layer) == "polygon" and towns.name_field else None


def _headline(towns: list[TownOnSheet], levels: Levels) -> tuple[str, str]:
    counts = [
        tr("{count} 个{level}").format(count=sum(town.level == level for town in towns), level=title)
        for level, title in levels.titles.items()
    ]
    words = tr("{count} 个乡镇分为 {levels} 级").format(count=len(towns), levels=len(counts))
    return words, listed(counts, len(counts))


def _town_headline(town: str, rows: list[QgsFeature], name: str) -> tuple[str, str]:
    found = next((one for one in rows if str(one[name]) == town), None)
    if found is None:
        return town, tr("未定级")
    words = tr("{town}：综合得分 {score}，居 {count} 个乡镇第 {rank} 位").format(
        town=town, score=number(found["score"], 2), count=len(rows), rank=found["rank"]
    )
    return words, text(found["level_zh"])


def _towns_table(rows: list[QgsFeature], levels: Levels, name: str, people: str) -> TableSpec:
    typed = any(one.fields().indexOf("type_zh") >= 0 and one["type_zh"] not in (None, NULL, "") for one in rows)
    columns = [
        Column(tr("乡镇等级"), letters=6),
        Column(tr("乡镇"), "left"),
        Column(tr("人口\n（人）"), "right"),
        Column(tr("得分\n（0–1）"), "right"),
    ]
    if typed:
        columns.append(Column(tr("职能"), letters=5))
    cells, last = [], None
    for one in rows:
        title = levels.titles[int(one["level"])]
        row = [
            title if title != last else "",
            text(one[name]),
            number(one[people]) if people else number(None),
            number(one["score"], 2),
        ]
        cells.append((*row, text(one["type_zh"])) if typed else tuple(row))
        last = title
    return TableSpec(tr("城镇等级"), tuple(columns), tuple(cells))


def _town_card(town: QgsFeature, people: str) -> TableSpec:
    """What the level of a town is made from."""
    facts = (
        (tr("乡镇等级"), text(town["level_zh"])),
        (tr("职能类型"), _cell(town, "type_zh")),
        (tr("人口（人）"), number(town[people]) if people else UNKNOWN),
        (tr("综合得分（0–1）"), number(town["score"], 2)),
        (tr("人口得分（0–1）"), number(town["s_population"], 2)),
        (tr("职能得分（0–1）"), number(town["s_functions"], 2)),
        (tr("路网中心性得分（0–1）"), number(town["s_centrality"], 2)),
        (tr("说明"), _cell(town, "note")),
    )
    columns = (Column(tr("事项"), "left", letters=12), Column(tr("内容"), "left", letters=14))
    return TableSpec(tr("城镇等级"), columns, tuple(fact for fact in facts if fact[1] != UNKNOWN))


def _cell(town: QgsFeature, field: str) -> str:
    return text(town[field]) if town.fields().indexOf(field) >= 0 else UNKNOWN


def _links_table(links: list[QgsFeature], town: str) -> TableSpec:
    """The strongest links, of a town its own."""
    ranked = sorted(links, key=lambda one: one["rank"])
    held = [one for one in ranked if not town or town in (str(one["a"]), str(one["b"]))][:MOST_LINKS]
    timed = any(one["minutes"] not in (None, NULL) for one in held)
    rows = tuple(
        (
            tr("{a}—{b}").format(a=one["a"], b=one["b"]),
            *((number(one["minutes"]),) if timed else ()),
            number(one["km"], 1),
            per_cent(one["share"]),
        )
        for one in held
    )
    columns = (
        Column(tr("联系"), "left"),
        *((Column(tr("行车\n（分钟）"), "right"),) if timed else ()),
        Column(tr("距离\n（公里）"), "right"),
        Column(tr("占比\n（%）"), "right"),
    )
    title = tr("{town}的城镇联系").format(town=town) if town else tr("最强的城镇联系")
    return TableSpec(title, columns, rows)


def _notes(links: QgsVectorLayer | None, towns: int) -> tuple[str, ...]:
    notes = [
        tr(
            "本图为示意图；城镇等级按人口、职能与路网中心性综合得分的自然断点划分，为现状测算，规划等级由规划人员确定。"
        )
    ]
    if links is not None:
        said = tr("联系强度按引力模型计算，只绘最强的 {count} 条，连线不是道路线位；占比为占全部联系的比例。")
        notes.append(said.format(count=min(LINKS_A_TOWN * towns, links.featureCount())))
    return tuple(notes)


def _other_levels(county: County, towns: list[TownOnSheet], levels: Levels) -> tuple[str, ...]:
    """The towns that other sheets show at the level that the planner has given, and this one at another."""
    role = role_of(county.project, county.roles, "seats", "level")
    if role is None or not role.name_field or not role.class_field or len(levels.titles) != LAST:
        return ()
    given = {str(one[role.name_field]): one[role.class_field] for one in on_page(county, role.layer, None)}
    meant = styles_of_values(set(given.values()), "seat")
    differing = [
        tr("{town}规划为{given}，计算为{computed}").format(
            town=one.name, given=meant[given[one.name]].name, computed=levels.titles[one.level]
        )
        for one in towns
        if meant.get(given.get(one.name)) and meant[given[one.name]].code != f"seat_{one.level}"
    ]
    if not differing:
        return ()
    return (tr("与其他图件所用的规划等级不同：{towns}。").format(towns=listed(differing, len(differing))),)
