"""县域城乡生活圈和公共服务设施规划图: of one kind of facilities, or of all kinds of a run together."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import NULL, QgsFeature, QgsVectorLayer

from ...bridge.sentences import listed
from ...language import tr
from ..catalogue import styles_of_values
from ..cells import number, per_cent, text
from ..county_layers import county_layers, role_of
from ..coverage_sheet import CoverageResults, coverage_draft
from ..coverage_subjects import coverage_subjects, coverage_themes
from ..draft import Draft
from ..facts import headline_parts, is_unverified, sheet_spec
from ..spec import Column, Role, TableSpec, Theme
from .atlas import FACILITY, AtlasPage
from .county import County
from .kinds import SheetKind
from .on_page import of_town

RUN = "servicecoverage"
MOST_VILLAGES = 12
LIMITS = ("LEVELS_OUT", "DEMAND_OUT")  #: outputs that say how many minutes are allowed


def draft(county: County, kind: SheetKind, page: AtlasPage | None) -> Draft:
    """Of the kind that a page is about or that the run was about alone, else of all its kinds."""
    run = county.results.run(RUN)
    kinds = facility_kinds(run)
    chosen = page.key if page and page.by == FACILITY else kinds[0] if len(kinds) == 1 else ""
    made = _one_kind(county, run, chosen) if chosen or not kinds else _all_kinds(county, kind, run, kinds)
    town = of_town(page)
    if town:
        return _of_town(made, run, chosen, kinds, town)
    notes = (*made.spec.notes, *_not_drawn(county, chosen))
    return replace(made, spec=replace(made.spec, notes=notes))


def _not_drawn(county: County, chosen: str) -> tuple[str, ...]:
    """Facilities of a level that sheets of a county have no room for, but whose tables count them."""
    role = role_of(county.project, county.roles, "facilities", "type", "level")
    if role is None or not role.level_field:
        return ()
    rows = [one for one in role.layer.getFeatures() if not chosen or str(one[role.class_field]) == chosen]
    levels = styles_of_values({one[role.level_field] for one in rows}, "level")
    small = [found for one in rows if (found := levels[one[role.level_field]]) and found.min_scale]
    if not small:
        return ()
    said = tr("{level}设施 {count} 处计入统计，比例尺小于 1:{scale} 的图上不绘。")
    scale = f"{small[0].min_scale:,.0f}".replace(",", " ")
    return (said.format(level=small[0].name, count=len(small), scale=scale),)


def facility_kinds(run) -> list[str]:
    """The kinds of facilities of a run in the order of its statistics; none for a run without kinds."""
    layer = run.layers["ZONES_OUT"]
    if layer.fields().indexOf("type") < 0:
        return []
    return list(dict.fromkeys(str(one["type"]) for one in layer.getFeatures() if one["type"] not in (None, NULL, "")))


def minutes_allowed(run, kind: str) -> list[float]:
    """The different minutes within which facilities of a kind are to be reached, of all kinds where it is ''."""
    layer = next((run.layers[output] for output in LIMITS if output in run.layers), None)
    if layer is None or layer.fields().indexOf("threshold") < 0:
        return []
    rows = _of_kind(layer, kind)
    return sorted({float(one["threshold"]) for one in rows if one["threshold"] not in (None, NULL)})


def _one_kind(county: County, run, chosen: str) -> Draft:
    limits = minutes_allowed(run, chosen)
    single = limits[0] if len(limits) == 1 and not run.parameters.get("STANDARD") else None
    results = CoverageResults(
        demand=run.layers["DEMAND_OUT"],
        zones=run.layers["ZONES_OUT"],
        gaps=run.layers.get("GAPS"),
        bands=run.layers.get("BANDS"),
        headline=_headline(_of_kind(run.layers["ZONES_OUT"], chosen), tr("全县"), chosen, limits),
        threshold_minutes=single,
        breaks=(),  # those that the bands have: some of the asked ones may lie beyond the longest time
        service_type=chosen,
    )
    return coverage_draft(county.project, county.roles, results, county.facts, county.crs())


def _all_kinds(county: County, kind: SheetKind, run, kinds: list[str]) -> Draft:
    """Towns by their mean share over all kinds, facilities of all kinds, and the shares of each town and kind."""
    zones = run.layers["ZONES_OUT"]
    subjects = coverage_subjects(
        villages=_villages(county, run.layers["DEMAND_OUT"]),
        facilities=role_of(county.project, county.roles, "facilities", "type", "level"),
        seats=role_of(county.project, county.roles, "seats", "level"),
        zones=Role(_mean_shares(zones), "zone"),
    )
    _, villages, facilities = coverage_themes()
    themes = (Theme("service", tr("平均覆盖率（各类设施，按乡镇）")), villages, facilities)
    notes = [
        tr(
            "出行时间按路网、地形与步行合一计算，含步行到路的时间；平均覆盖率为各类设施的平均；有一类设施超时即为未覆盖行政村。"
        ),
        tr("各类各级设施的服务时限见分级标准表，其中标“待核”者未见标准原文。")
        if run.parameters.get("STANDARD")
        else tr("服务时限由使用者设定，不是规范规定的数值。"),
    ]
    if is_unverified(county.project, "road_speeds"):
        notes.append(tr("道路车速为工程取值，待核。"))
    headline = _mean_headline(list(zones.getFeatures()), tr("全县"), len(kinds), minutes_allowed(run, ""))
    spec = sheet_spec(
        county.project,
        county.roles,
        county.facts,
        kind.title,
        headline_parts(headline),
        tuple(notes),
        themes,
        county.crs(),
    )
    layers = county_layers(county.project, county.roles, zones, subjects)
    return Draft(spec, layers, (shares_table(zones, kinds),))


def shares_table(zones: QgsVectorLayer, kinds: list[str]) -> TableSpec:
    """A row a town and one for the county, a column a kind: the covered shares in per cent."""
    rows = list(zones.getFeatures())
    names = list(dict.fromkeys(str(one["zone"]) for one in rows))
    cells = []
    for name in (*names, ""):
        held = [one for one in rows if name in ("", str(one["zone"]))]
        shares = [_share([one for one in held if one["type"] == kind]) for kind in kinds]
        cells.append((name or tr("全县"), *(per_cent(share) for share in shares)))
    columns = (Column(tr("乡镇"), "left"), *(Column(kind, "right") for kind in kinds))
    return TableSpec(tr("各乡镇各类设施覆盖率（%）"), columns, tuple(cells))


def _of_town(made: Draft, run, chosen: str, kinds: list[str], town: str) -> Draft:
    """The draft with the headline of a town, what each kind covers in it, and its villages out of reach."""
    zones = [one for one in _of_kind(run.layers["ZONES_OUT"], chosen) if str(one["zone"]) == town]
    limits = minutes_allowed(run, chosen)
    several = not chosen and len(kinds) > 1
    said = _mean_headline(zones, town, len(kinds), limits) if several else _headline(zones, town, chosen, limits)
    words, figure = headline_parts(said)
    tables = [_town_table(zones, town, bool(kinds))]
    gaps = run.layers.get("GAPS")
    if gaps is not None:
        tables.append(_villages_table([one for one in _of_kind(gaps, chosen) if str(one["zone"]) == town], several))
    spec = replace(made.spec, headline_text=words, headline_value=figure)
    return replace(made, spec=spec, tables=tuple(tables))


def _town_table(zones: list[QgsFeature], town: str, typed: bool) -> TableSpec:
    rows = tuple(
        (
            text(one["type"]) if typed else town,
            per_cent(one["covered_share"]),
            number(_missed(one)),
            number(one["mean_minutes"], 1),
            number(one["facilities"]),
        )
        for one in zones
    )
    columns = (
        Column(tr("设施类型") if typed else tr("乡镇"), "left"),
        Column(tr("覆盖率\n（%）"), "right"),
        Column(tr("未覆盖\n（人）"), "right"),
        Column(tr("平均\n（分钟）"), "right"),
        Column(tr("设施\n（处）"), "right"),
    )
    return TableSpec(tr("{town}服务覆盖统计").format(town=town), columns, rows)


def _villages_table(gaps: list[QgsFeature], several: bool) -> TableSpec:
    """The villages out of reach, those first where most people have too far to go; with the kinds that they lack."""
    held: dict[str, list[QgsFeature]] = {}
    for one in sorted(gaps, key=lambda gap: gap["rank"]):
        held.setdefault(text(one["name"]), []).append(one)
    villages = list(held.items())[:MOST_VILLAGES]
    rows = tuple(
        (
            name,
            *((listed([text(one["type"]) for one in lacking], len(lacking)),) if several else ()),
            number(lacking[0]["people"]),
            number(max((one["minutes"] for one in lacking if one["minutes"] not in (None, NULL)), default=None)),
        )
        for name, lacking in villages
    )
    columns = (
        Column(tr("村庄"), "left"),
        *((Column(tr("超时的设施"), "left", letters=9),) if several else ()),
        Column(tr("人口\n（人）"), "right"),
        Column(tr("最远\n（分钟）") if several else tr("最近\n（分钟）"), "right"),
    )
    title = tr("未覆盖的村庄")
    if len(held) > len(villages):
        title = tr("未覆盖的村庄（缺口最大的 {count} 个）").format(count=len(villages))
    return TableSpec(title, columns, rows)


def _mean_headline(zones: list[QgsFeature], where: str, kinds: int, limits: list[float]) -> str:
    """The mean over several kinds."""
    return tr("{where} {minutes} 分钟平均覆盖率（{kinds} 类设施） {share} %").format(
        where=where, minutes=_range(limits), kinds=kinds, share=per_cent(_share(zones))
    )


def _range(limits: list[float]) -> str:
    return "–".join(f"{one:g}" for one in dict.fromkeys((*limits[:1], *limits[-1:])))


def _headline(zones: list[QgsFeature], where: str, about: str, limits: list[float]) -> str:
    minutes = _range(limits)
    share = per_cent(_share(zones))
    if not minutes:
        return tr("{where}{about}服务覆盖率 {share} %").format(where=where, about=about, share=share)
    return tr("{where} {minutes} 分钟{about}覆盖率 {share} %").format(
        where=where, minutes=minutes, about=about or tr("服务"), share=share
    )


def _share(zones: list[QgsFeature]) -> float | None:
    """The covered share of the people of zones, of several kinds the mean of theirs."""
    people = sum(one["population"] for one in zones if one["population"] not in (None, NULL))
    covered = sum(one["covered_population"] for one in zones if one["covered_population"] not in (None, NULL))
    return covered / people if people else None


def _missed(zone: QgsFeature) -> float | None:
    people, covered = zone["population"], zone["covered_population"]
    return None if NULL in (people, covered) or None in (people, covered) else people - covered


def _of_kind(layer: QgsVectorLayer, kind: str) -> list[QgsFeature]:
    typed = bool(kind) and layer.fields().indexOf("type") >= 0
    return [one for one in layer.getFeatures() if not typed or one["type"] == kind]


def _mean_shares(zones: QgsVectorLayer) -> QgsVectorLayer:
    """A memory layer of the zones, each once, with ``zone`` and ``covered_share`` over all kinds."""
    held: dict[str, list[QgsFeature]] = {}
    for one in zones.getFeatures():
        if not one.geometry().isEmpty():
            held.setdefault(str(one["zone"]), []).append(one)
    shapes = [(rows[0].geometry(), [zone, _share(rows)]) for zone, rows in held.items()]
    return _memory("MultiPolygon", "field=zone:string&field=covered_share:double", zones, shapes)


def _villages(county: County, demand: QgsVectorLayer) -> Role:
    name = county.roles.field("villages", "name")
    return Role(_places(demand, name), name if demand.fields().indexOf(name) >= 0 else "")


def _places(demand: QgsVectorLayer, name: str) -> QgsVectorLayer:
    """A memory layer of the demand, each place once: ``covered`` when it is so by all kinds."""
    named = name if demand.fields().indexOf(name) >= 0 else ""
    covered: dict[tuple[str, str], bool] = {}
    shapes = {}
    for one in demand.getFeatures():
        if one.geometry().isEmpty():
            continue
        place = one.geometry().centroid()
        key = (str(one[named]) if named else "", place.asWkt(1))
        covered[key] = covered.get(key, True) and one["covered"] in (1, True)
        shapes[key] = place
    fields = f"field={named or 'name'}:string&field=covered:integer"
    rows = [(shape, [key[0], int(covered[key])]) for key, shape in shapes.items()]
    return _memory("Point", fields, demand, rows)


def _memory(geometry: str, fields: str, like: QgsVectorLayer, shapes) -> QgsVectorLayer:
    made = QgsVectorLayer(f"{geometry}?{fields}", like.name(), "memory")
    made.setCrs(like.crs())
    features = []
    for shape, values in shapes:
        one = QgsFeature(made.fields())
        one.setAttributes(values)
        one.setGeometry(shape)
        features.append(one)
    made.dataProvider().addFeatures(features)
    made.updateExtents()
    return made
