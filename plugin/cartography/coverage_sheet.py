"""The sheet 县域城乡生活圈和公共服务设施规划图, made from the layer roles and the results of 服务覆盖."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qgis.core import NULL, QgsPrintLayout, QgsProject, QgsVectorLayer

from ..county.roles import RoleSet
from ..county.standards import standard_table
from ..language import tr
from .sheet import build_sheet
from .spec import Column, Role, SheetLayers, SheetSpec, TableSpec

UNKNOWN = "—"
PER_CENT = re.compile(r"\d+(?:\.\d+)?\s*%")
FICTIONAL = "虚构"  #: a word in the abstract of a layer's metadata


@dataclass(frozen=True)
class CoverageResults:
    """What a run of 服务覆盖 gave: its layers and the answer.

    ``service_type`` picks one type of layers that hold several, empty for a run without types. ``threshold_minutes``
    is None when each type and level has its own.
    """

    demand: QgsVectorLayer
    zones: QgsVectorLayer
    gaps: QgsVectorLayer | None
    bands: QgsVectorLayer | None
    headline: str
    threshold_minutes: float | None
    breaks: tuple[float, ...]
    service_type: str = ""


@dataclass(frozen=True)
class SheetFacts:
    """What a bureau writes on its sheets; ``notes`` are added to the sheet's own."""

    plan_title: str
    organisation: str = ""
    drawing_office: str = ""
    date_text: str = ""
    notes: tuple[str, ...] = ()
    wind: tuple[float, ...] | None = None
    paper: str = "A3"


def coverage_sheet(
    project: QgsProject, roles: RoleSet, results: CoverageResults, facts: SheetFacts, crs: str = ""
) -> QgsPrintLayout:
    """The sheet as a layout of the project. ``crs``: authid of the sheet's system, the results' own when empty.
    Raises SheetFault.
    """
    text, value = _headline(results.headline)
    fictional = _fictional(project, roles)
    theme = tr("县域城乡生活圈和公共服务设施规划图")
    if results.service_type:
        theme = tr("县域城乡生活圈和公共服务设施规划图（{kind}）").format(kind=results.service_type)
    spec = SheetSpec(
        plan_title=tr("{title}（虚构示例）").format(title=facts.plan_title) if fictional else facts.plan_title,
        theme_title=theme,
        organisation=facts.organisation,
        drawing_office=facts.drawing_office,
        date_text=facts.date_text,
        headline_text=text,
        headline_value=value,
        notes=(*_notes(project, results), *facts.notes, *fictional),
        wind=facts.wind,
        paper=facts.paper,
        crs=crs or results.zones.crs().authid(),
        service_type=results.service_type,
        threshold_minutes=results.threshold_minutes,
        breaks=results.breaks,
    )
    return build_sheet(project, spec, sheet_layers(project, roles, results), town_table(results))


def _headline(sentence: str) -> tuple[str, str]:
    """The answer's words and its figure, which a sheet sets in large type."""
    figure = PER_CENT.search(sentence)
    if figure is None:
        return sentence, ""
    words = (sentence[: figure.start()].rstrip() + " " + sentence[figure.end() :].lstrip()).strip()
    return words, figure.group().strip()


def sheet_layers(project: QgsProject, roles: RoleSet, results: CoverageResults) -> SheetLayers:
    """The planner's layers by role, and the results on top of them."""

    def role(name: str, class_role: str = "", level_role: str = "") -> Role | None:
        layer = roles.layer(name, project)
        if layer is None:
            return None
        return Role(layer, roles.field(name, "name"), roles.field(name, class_role), roles.field(name, level_role))

    boundary = role("boundary") or role("towns") or Role(results.zones)
    return SheetLayers(
        boundary=boundary,
        prefecture=role("prefecture"),
        neighbours=role("neighbours"),
        towns=role("towns", "level"),
        seats=role("seats", "level"),
        villages=Role(results.demand, _name_field(roles, results.demand)),
        facilities=role("facilities", "type", "level"),
        roads=role("roads", "class"),
        railways=role("railways"),
        rivers=role("rivers", "level"),
        peaks=role("peaks", "height"),
        dem=role("dem"),
        bands=None if results.bands is None else Role(results.bands),
        zones=Role(results.zones, "zone"),
        gaps=None if results.gaps is None else Role(results.gaps, "name"),
    )


def town_table(results: CoverageResults) -> TableSpec:
    """The towns ranked by covered share, worst first."""
    rows = []
    for feature in results.zones.getFeatures():
        if results.service_type and feature["type"] != results.service_type:
            continue
        share = feature["covered_share"]
        people, covered = feature["population"], feature["covered_population"]
        rows.append(
            (
                2.0 if share == NULL else share,
                (
                    str(feature["zone"]),
                    _count(people),
                    UNKNOWN if share == NULL else f"{100 * share:.1f}",
                    _count(people - covered if people != NULL and covered != NULL else NULL),
                    _minutes(feature["mean_minutes"]),
                    _minutes(feature["p90_minutes"]),
                    str(feature["facilities"]),
                ),
            )
        )
    columns = (
        Column(tr("乡镇"), "left"),
        Column(tr("人口\n（人）"), "right"),
        Column(tr("覆盖率\n（%）"), "right"),
        Column(tr("未覆盖\n（人）"), "right"),
        Column(tr("平均\n（分钟）"), "right"),
        Column(tr("九成人口\n（分钟）"), "right"),
        Column(tr("设施\n（处）"), "right"),
    )
    return TableSpec(tr("各乡镇服务覆盖统计"), columns, tuple(row for _, row in sorted(rows, key=lambda one: one[0])))


def _notes(project: QgsProject, results: CoverageResults) -> tuple[str, ...]:
    notes = [
        tr("出行时间按路网、地形与步行合一计算，含步行到路的时间；覆盖人口按村庄统计，不由等时圈面量算。"),
    ]
    if results.threshold_minutes is None:
        notes.append(tr("各类各级设施的服务时限见分级标准表，其中标“待核”者未见标准原文。"))
    if _unverified(project, "road_speeds"):
        notes.append(tr("道路车速为工程取值，待核。"))
    return tuple(notes)


def _fictional(project: QgsProject, roles: RoleSet) -> tuple[str, ...]:
    """Said on every sheet of a county that its own data calls made up, such as the training county."""
    layers = [roles.layer(role, project) for role in roles.assignments]
    if any(layer is not None and FICTIONAL in layer.metadata().abstract() for layer in layers):
        return (tr("本图的县域及全部数据均为虚构，仅供培训与测试。"),)
    return ()


def _unverified(project: QgsProject, name: str) -> bool:
    table = standard_table(name, project)
    return bool((table["verified"] != "yes").any())


def _name_field(roles: RoleSet, demand: QgsVectorLayer) -> str:
    name = roles.field("villages", "name")
    return name if demand.fields().lookupField(name) >= 0 else ""


def _count(value) -> str:
    return UNKNOWN if value == NULL else f"{value:,.0f}"


def _minutes(value) -> str:
    return UNKNOWN if value == NULL else f"{value:.1f}"
