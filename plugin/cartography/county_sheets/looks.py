"""Sheets that show layers of the planner by their roles: the rows of ``sheet_layers.csv``."""

from __future__ import annotations

from ..county_layers import TRUNK_ROADS, county_layers
from ..draft import Draft
from ..facts import sheet_spec
from ..role_subjects import Look, role_subjects
from .atlas import AtlasPage
from .county import County
from .kinds import PLAIN, SheetKind, layers_of_sheet, legend_themes

ALL_ROADS = ("transport",)


def draft(county: County, kind: SheetKind, page: AtlasPage | None) -> Draft:
    """The sheet with its layers on the base map; without relief where its areas cover the county."""
    rows = layers_of_sheet(kind.id, county.project)
    looks = [Look(row.role, row.theme, row.plain, row.classes, row.named) for row in rows]
    subjects = role_subjects(county.project, county.roles, looks)
    roads = () if kind.id in ALL_ROADS else TRUNK_ROADS
    layers = county_layers(county.project, county.roles, county.layer("boundary"), subjects, roads)
    if kind.base == PLAIN:
        layers = layers.without_relief()
    themes = legend_themes((row.theme for row in rows), county.project)
    spec = sheet_spec(county.project, county.roles, county.facts, kind.title, ("", ""), (), themes, county.crs())
    return Draft(spec, layers)
