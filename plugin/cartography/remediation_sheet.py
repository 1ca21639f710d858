"""The sheet 县域生态修复和综合整治规划图, made from the layer roles and the results of 矿山整治分区."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import NULL, QgsExpression, QgsPrintLayout, QgsProject, QgsVectorLayer

from ..county.roles import RoleSet
from ..language import tr
from . import labels
from .county_layers import TRUNK_ROADS, county_layers, roles_of
from .draft import Draft, build
from .facts import SheetFacts, sheet_spec
from .mine_subjects import MARKER_MM, mines_by_rank
from .mining_notes import remediation_notes, unverified_rules
from .remediation_tables import KEY, MineFields, count_zones, mines_table
from .renderers import class_renderer
from .role_subjects import PROTECTED, Look, role_subjects
from .spec import Role, Subject, Theme
from .view import View
from .within import Within

ZONES_KIND = "remediation zones"
RED_LINE = (Look("redline", "protection", "control_redline"),)


@dataclass(frozen=True)
class RemediationResults:
    """What a run of 矿山整治分区 gave: ``zones`` with fields ``priority``, ``area_hm2`` and ``mines``, and
    ``mines`` with ``priority`` and ``rank`` beside the planner's own fields and those of :class:`MineFields`."""

    zones: QgsVectorLayer
    mines: QgsVectorLayer


def remediation_sheet(
    project: QgsProject, roles: RoleSet, results: RemediationResults, facts: SheetFacts, crs: str = ""
) -> QgsPrintLayout:
    """The sheet as a layout of the project. ``crs``: authid of the sheet's system, the results' own when empty.
    Raises SheetFault.
    """
    return build(project, remediation_draft(project, roles, results, facts, crs))


def remediation_draft(
    project: QgsProject,
    roles: RoleSet,
    results: RemediationResults,
    facts: SheetFacts,
    crs: str = "",
    within: Within | None = None,
) -> Draft:
    """The words, layers and tables of the sheet; of what is protected only what occurs ``within`` an area."""
    spec = sheet_spec(
        project,
        roles,
        facts,
        tr("县域生态修复和综合整治规划图"),
        _headline(results.zones),
        (*remediation_notes(project, unverified_rules(project, results.mines)), *_ties_note(results.mines)),
        remediation_themes(),
        crs or results.zones.crs().authid(),
    )
    table = mines_table(results.mines, mine_fields(results.mines, roles))
    subjects = remediation_subjects(project, roles, results, within)
    layers = county_layers(project, roles, results.zones, subjects, TRUNK_ROADS)
    return Draft(spec, layers, (table,))


def _ties_note(mines: QgsVectorLayer) -> tuple[str, ...]:
    """Why a rank stands there twice and the next one is missing."""
    ranks = [one["rank"] for one in mines.getFeatures() if one["rank"] not in (None, NULL)]
    return (tr("治理次序相同的矿山为并列，其后的次序空缺。"),) if len(set(ranks)) < len(ranks) else ()


def remediation_themes() -> tuple[Theme, ...]:
    """The groups of the legend, what the mapping specification requires first (§4.8)."""
    return (
        Theme("remediation", tr("矿山生态修复分区")),
        Theme("ranked", tr("矿山（数字为治理次序）")),
        Theme("protection", tr("生态保护")),
    )


def remediation_subjects(
    project: QgsProject, roles: RoleSet, results: RemediationResults, within: Within | None = None
) -> tuple[Subject, ...]:
    """Ranked mines on remediation zones on what is protected."""
    mines = Role(results.mines, mine_fields(results.mines, roles).name)
    zones = Subject(ZONES_KIND, Role(results.zones), tr("矿山生态修复分区"), _zones, "remediation")
    ranked = mines_by_rank(mines, "ranked", roles_of(project, roles, "seats", "intakes"))
    return (*ranked, zones, *role_subjects(project, roles, (*PROTECTED, *RED_LINE), within))


def mine_fields(mines: QgsVectorLayer, roles: RoleSet) -> MineFields:
    """The planner's own fields where the result has kept them, else those that the run has added."""

    def first(*names: str) -> str:
        return next((name for name in names if name and mines.fields().indexOf(name) >= 0), "")

    return MineFields(
        name=first("mine_name", roles.field("mines", "name")),
        town=first("town"),
        mineral=first(roles.field("mines", "mineral"), "mineral"),
        status=first("status", roles.field("mines", "status")),
        responsible=first("responsible"),
    )


def _headline(zones: QgsVectorLayer) -> tuple[str, str]:
    """What a planner would quote of the key zones, of all zones where none is a key zone."""
    count = count_zones(zones, KEY)
    words = tr("矿山生态修复重点区（涉及矿山 {mines} 座）")
    if not count.zones:
        count = count_zones(zones)
        words = tr("矿山生态修复分区（没有重点区，涉及矿山 {mines} 座）")
    figure = tr("{count} 处 {area:.1f} 平方公里").format(count=count.zones, area=count.hectares / 100)
    return words.format(mines=count.mines), figure


def _zones(layer: QgsVectorLayer, view: View) -> None:
    layer.setRenderer(class_renderer(layer, "priority", "priority", view.factor))
    if layer.fields().indexOf("mines") >= 0:
        metric = layer.crs().mapUnits() == view.crs.mapUnits()
        radius = MARKER_MM / 2 * view.factor * view.scale / 1000 if metric else 0.0
        labels.label_key_zones(layer, _zone_name(), view.factor, radius)


def _zone_name() -> str:
    """An expression: a key zone is called by its mine, by the first of several and their number."""
    several = QgsExpression.quotedString(tr("{first}等 {count} 座"))
    several = f"replace(replace({several}, '{{first}}', array_first(@names)), '{{count}}', array_length(@names))"
    name = f"CASE WHEN array_length(@names) > 1 THEN {several} ELSE array_first(@names) END"
    names = "string_to_array(regexp_replace(\"mines\", '\\\\s*[;；、，]\\\\s*', ';'), ';')"
    return f"CASE WHEN \"priority\" = '重点' THEN with_variable('names', {names}, {name}) END"
