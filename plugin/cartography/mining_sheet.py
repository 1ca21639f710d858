"""The sheet 县域矿产资源规划图, made from the layer roles and the results of 矿产分区."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from qgis.core import QgsPrintLayout, QgsProject, QgsVectorLayer

from ..county.roles import RoleSet
from ..language import tr
from . import labels
from .cells import per_cent
from .county_layers import TRUNK_ROADS, county_layers, role_of, roles_of
from .dissolved import dissolved
from .draft import Draft, build
from .facts import SheetFacts, sheet_spec
from .mine_subjects import mine_themes, mines_by_mineral
from .mining_notes import conditions, unverified_rules, zoning_notes
from .renderers import class_renderer
from .role_subjects import CONTROL_LINES, Look, dress_by_look, role_subjects
from .spec import Role, Subject, Theme
from .view import View
from .zoning_tables import balance_rules, class_areas, class_table, rules_table

RESOURCES = Look("resources", "resources", "resource_other", "resource")


@dataclass(frozen=True)
class ZoningResults:
    """What a run of 矿产分区 gave: ``zones`` with fields ``class``, ``mineral``, ``area_hm2``, ``rules`` and
    ``conditional``; ``balance`` with ``rule``, ``name``, ``effect``, ``area_hm2`` and ``exclusive_area_hm2``; and the
    ``mines`` to show with them, where they are not those of the role."""

    zones: QgsVectorLayer
    balance: QgsVectorLayer | None = None
    mines: QgsVectorLayer | None = None


def mining_sheet(
    project: QgsProject, roles: RoleSet, results: ZoningResults, facts: SheetFacts, crs: str = ""
) -> QgsPrintLayout:
    """The sheet as a layout of the project. ``crs``: authid of the sheet's system, the results' own when empty.
    Raises SheetFault.
    """
    return build(project, mining_draft(project, roles, results, facts, crs))


def mining_draft(
    project: QgsProject, roles: RoleSet, results: ZoningResults, facts: SheetFacts, crs: str = ""
) -> Draft:
    """The words, layers and tables of the sheet."""
    areas = class_areas(results.zones)
    tables = [class_table(areas)]
    if results.balance is not None:
        tables.append(rules_table(balance_rules(results.balance)))
    notes = zoning_notes(conditions(results.zones), unverified_rules(project, results.zones))
    spec = sheet_spec(
        project,
        roles,
        facts,
        tr("县域矿产资源规划图"),
        (tr("禁止开采区占矿产资源区面积"), prohibited_share(areas)),
        notes,
        zoning_themes(),
        crs or results.zones.crs().authid(),
    )
    subjects = zoning_subjects(project, roles, results)
    layers = county_layers(project, roles, results.zones, subjects, TRUNK_ROADS)
    return Draft(spec, layers, tuple(tables))


def zoning_themes() -> tuple[Theme, ...]:
    """The groups of the legend, what the mapping specification requires first (§4.9)."""
    return (
        Theme("zoning", tr("开采分区")),
        Theme("resources", tr("矿产资源分布")),
        *mine_themes(),
        Theme("control", tr("控制线")),
    )


def zoning_subjects(project: QgsProject, roles: RoleSet, results: ZoningResults) -> tuple[Subject, ...]:
    """Mines on resource areas on their zones on the control lines."""
    found = []
    mines = role_of(project, roles, "mines")
    if results.mines is not None:
        mines = Role(results.mines, roles.field("mines", "name"))
    if mines is not None:
        mineral, status = (roles.field("mines", name) for name in ("mineral", "status"))
        found += mines_by_mineral(mines, mineral, status, roles_of(project, roles, "seats"))
    resources = role_of(project, roles, "resources")
    if resources is not None:
        mineral = roles.field("resources", "mineral")
        dress = partial(_resources, Role(resources.layer, resources.name_field, mineral))
        found.append(Subject("resources", resources, tr("矿产资源区"), dress, "resources", shared=True))
    zones = Role(results.zones)
    found.append(Subject("mining zones", zones, tr("开采分区"), _zones, "zoning", derive=_whole_zones))
    return (*found, *role_subjects(project, roles, CONTROL_LINES))


def prohibited_share(areas: dict[str, list[float]]) -> str:
    """Of all areas by mineral and class, what is prohibited, in per cent; '' where there are none."""
    whole = sum(map(sum, areas.values()))
    return f"{per_cent(sum(row[0] for row in areas.values()) / whole)} %" if whole else ""


def _whole_zones(role: Role, view: View) -> Role:
    return Role(dissolved(role.layer, "class", view))


def _zones(layer: QgsVectorLayer, view: View) -> None:
    layer.setRenderer(class_renderer(layer, "class", "mining", view.factor))


def _resources(role: Role, layer: QgsVectorLayer, view: View) -> None:
    dress_by_look(RESOURCES, role, layer, view)
    if role.name_field:
        labels.label_areas(layer, role.name_field, view.factor)
