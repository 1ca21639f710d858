"""县域矿产资源规划图, and its page of a town or village with what lies in it."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsMemoryProviderUtils, QgsVectorLayer

from ...language import tr
from ..draft import Draft
from ..mining_sheet import ZoningResults, mining_draft, prohibited_share
from ..zoning_tables import class_areas, class_table, rules_table, taking_rules
from .atlas import AtlasPage
from .county import County
from .kinds import SheetKind
from .on_page import area_of, hectares_on_page, on_page


def draft(county: County, kind: SheetKind, page: AtlasPage | None) -> Draft:
    """The sheet of the county, or of the area of a page."""
    run = county.results.run("mineralzoning")
    results = ZoningResults(run.layers["ZONES"], run.layers.get("BALANCE"))
    made = mining_draft(county.project, county.roles, results, county.facts, county.crs())
    return made if area_of(page) is None else _of_page(county, made, results, page)


def _of_page(county: County, made: Draft, results: ZoningResults, page: AtlasPage) -> Draft:
    """The figures of the page: the map shows zones around it, which its tables do not count."""
    zones = _zones_on_page(county, results.zones, page)
    areas = class_areas(zones)
    tables = [class_table(areas)]
    if results.balance is not None:
        tables.append(rules_table(taking_rules(zones, results.balance)))
    words, figure = tr("{place}禁止开采区占矿产资源区面积"), prohibited_share(areas)
    if not areas:
        words, figure = tr("{place}矿产资源区"), tr("没有")
    spec = replace(made.spec, headline_text=words.format(place=page.name), headline_value=figure)
    return replace(made, spec=spec, tables=tuple(tables))


def _zones_on_page(county: County, zones: QgsVectorLayer, page: AtlasPage) -> QgsVectorLayer:
    """A table of the zones that lie on a page, each with the hectares that it has there."""
    table = QgsMemoryProviderUtils.createMemoryLayer(zones.name(), zones.fields())
    found = on_page(county, zones, page)
    for zone, hectares in zip(found, hectares_on_page(county, found, page)):
        zone["area_hm2"] = hectares
        zone.clearGeometry()
    table.dataProvider().addFeatures(found)
    return table
