"""The sheet 县域城乡生活圈和公共服务设施规划图, made from the layer roles and the results of 服务覆盖."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import NULL, QgsPrintLayout, QgsProject, QgsVectorLayer

from ..county.roles import RoleSet
from ..language import tr
from .cells import UNKNOWN, number, per_cent
from .county_layers import county_layers, role_of
from .coverage_subjects import coverage_subjects, coverage_themes
from .draft import Draft, build
from .facts import SheetFacts, headline_parts, is_unverified, sheet_spec
from .spec import Column, Role, SheetLayers, TableSpec


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


def coverage_sheet(
    project: QgsProject, roles: RoleSet, results: CoverageResults, facts: SheetFacts, crs: str = ""
) -> QgsPrintLayout:
    """The sheet as a layout of the project. ``crs``: authid of the sheet's system, the results' own when empty.
    Raises SheetFault.
    """
    return build(project, coverage_draft(project, roles, results, facts, crs))


def coverage_draft(
    project: QgsProject, roles: RoleSet, results: CoverageResults, facts: SheetFacts, crs: str = ""
) -> Draft:
    """The words, layers and tables of the sheet."""
    theme = tr("县域城乡生活圈和公共服务设施规划图")
    if results.service_type:
        theme = tr("县域城乡生活圈和公共服务设施规划图（{kind}）").format(kind=results.service_type)
    spec = sheet_spec(
        project,
        roles,
        facts,
        theme,
        headline_parts(results.headline),
        _notes(project, results),
        coverage_themes(),
        crs or results.zones.crs().authid(),
    )
    return Draft(spec, sheet_layers(project, roles, results), (town_table(results),))


def sheet_layers(project: QgsProject, roles: RoleSet, results: CoverageResults) -> SheetLayers:
    """The planner's layers by role, and the results on top of them."""
    subjects = coverage_subjects(
        villages=Role(results.demand, _name_field(roles, results.demand)),
        facilities=role_of(project, roles, "facilities", "type", "level"),
        seats=role_of(project, roles, "seats", "level"),
        bands=None if results.bands is None else Role(results.bands),
        zones=Role(results.zones, "zone"),
        gaps=None if results.gaps is None else Role(results.gaps, "name"),
        service_type=results.service_type,
        breaks=results.breaks,
    )
    return county_layers(project, roles, results.zones, subjects)


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
                    number(people),
                    per_cent(share),
                    number(people - covered) if people != NULL and covered != NULL else UNKNOWN,
                    number(feature["mean_minutes"], 1),
                    number(feature["p90_minutes"], 1),
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
    else:
        chosen = tr("{minutes:g} 分钟服务圈的时限由使用者设定，不是规范规定的数值。")
        notes.append(chosen.format(minutes=results.threshold_minutes))
    if is_unverified(project, "road_speeds"):
        notes.append(tr("道路车速为工程取值，待核。"))
    return tuple(notes)


def _name_field(roles: RoleSet, demand: QgsVectorLayer) -> str:
    name = roles.field("villages", "name")
    return name if demand.fields().lookupField(name) >= 0 else ""
