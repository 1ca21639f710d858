"""Sheets that show layers of the planner by their roles: the rows of ``sheet_layers.csv``."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry

from ..county_layers import TRUNK_ROADS, county_layers
from ..draft import Draft
from ..facts import sheet_spec
from ..quiet_base import on_pale_ground
from ..role_subjects import Look, role_subjects
from ..within import Within
from .atlas import AtlasPage
from .county import County
from .ecology_lines import ecology_lines, proposals_note
from .ground import county_shape
from .kinds import PLAIN, SheetKind, layers_of_sheet, legend_themes
from .tables import contents_of

#: Sheets with the corridors and belts of the spatial structure.
ABOUT_ECOLOGY = ("ecology",)
#: Sheets that are about roads: all classes of them, stronger than on others and on pale ground.
ABOUT_ROADS, STRONGER = ("transport",), 1.7


def draft(county: County, kind: SheetKind, page: AtlasPage | None) -> Draft:
    """The sheet with its layers on the base map, without relief where its areas cover the county, and the figures that
    its table is about."""
    rows = layers_of_sheet(kind.id, county.project)
    looks = [Look(row.role, row.theme, row.plain, row.classes, row.named, row.marker) for row in rows]
    within = within_sheet(county, page)
    subjects = role_subjects(county.project, county.roles, looks, within)
    lines = ecology_lines(county, within) if kind.id in ABOUT_ECOLOGY else ()
    subjects = (*lines, *subjects)
    about_roads = kind.id in ABOUT_ROADS
    roads = () if about_roads or page else TRUNK_ROADS
    layers = county_layers(county.project, county.roles, county.layer("boundary"), subjects, roads)
    if about_roads:
        layers = on_pale_ground(replace(layers, road_factor=STRONGER))
    if kind.base == PLAIN:
        layers = layers.without_relief()
    themes = legend_themes([*(row.theme for row in rows), *(one.theme for one in lines)], county.project)
    found = contents_of(kind.table, county, page)
    notes = (*found.notes, *(proposals_note(county, within) if lines else ()))
    words = (kind.title, found.headline, notes, themes, county.crs())
    spec = sheet_spec(county.project, county.roles, county.facts, *words)
    return Draft(spec, layers, found.tables, found.charts)


def within_sheet(county: County, page: AtlasPage | None) -> Within:
    """The area whose classes the legend has: the page's, else the county's."""
    crs = QgsCoordinateReferenceSystem(county.crs())
    if page is not None and page.shape is not None:
        return Within(page.shape, crs, county.project, f"page {page.by} {page.key}")
    key = "within county"
    if key not in county.kept:
        shape = QgsGeometry()
        shape.fromWkb(county_shape(county).wkb)
        county.kept[key] = Within(shape, crs, county.project)
    return county.kept[key]
