"""Pages of 矿产资源规划图: each town with its own figures, which add up to those of the county."""

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsProject, QgsProviderRegistry, QgsVectorLayer

from ronghe.plugin.cartography.county_sheets.atlas import AtlasPage, atlas_pages
from ronghe.plugin.cartography.county_sheets.county import county_of
from ronghe.plugin.cartography.county_sheets.drafts import draft
from ronghe.plugin.cartography.facts import SheetFacts


@pytest.fixture(scope="module")
def county(qgis_app, training_data, mining_results, structure_results):
    project = QgsProject.instance()
    project.clear()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4546"))
    tables = QgsProviderRegistry.instance().querySublayers(str(training_data / "yunling.gpkg"))
    project.addMapLayers([QgsVectorLayer(one.uri(), one.name(), "ogr") for one in tables])
    zones, balance = mining_results.zoning(project)
    structure_results.add_run(project, "mineralzoning", {}, {}, {"ZONES": zones, "BALANCE": balance})
    yield county_of(project, SheetFacts("云岭县国土空间总体规划（2021—2035年）"))
    project.clear()


def hectares(table) -> dict[str, float]:
    """The last column but one of the areas by mineral: hectares of each."""
    return {row[0]: float(row[4].replace(",", "")) for row in table.rows if row[4][0].isdigit()}


def test_the_pages_of_the_towns_add_up_to_the_county(county):
    whole = hectares(draft(county, "minerals").tables[0])
    towns = [draft(county, "minerals", page) for page in atlas_pages(county, "town")]
    tables = [hectares(one.tables[0]) for one in towns if one.tables[0].rows]
    assert len(tables) > 2
    for mineral in set(whole) - {"合计", "占比（%）"}:
        there = sum(table.get(mineral, 0.0) for table in tables)
        assert there == pytest.approx(whole[mineral], rel=2e-3)  # the made-up run measures on the plane
    assert len({one.spec.headline_value for one in towns}) > 2


def test_a_page_says_whose_figures_it_has_and_measures_its_rules(county):
    page = next(one for one in atlas_pages(county, "town") if one.name == "双河镇")
    found = draft(county, "minerals", page)
    assert found.spec.headline_text == "双河镇禁止开采区占矿产资源区面积"
    of_county = {row[0]: row for row in draft(county, "minerals").tables[1].rows}
    assert found.tables[1].rows
    for row in found.tables[1].rows:
        assert row[1:3] == of_county[row[0]][1:3]
        taken, alone = (float(cell.replace(",", "")) for cell in row[3:])
        assert 0 <= alone <= taken


def test_a_page_without_minerals_says_so_and_has_no_empty_table(county):
    nowhere = QgsGeometry.fromWkt("POLYGON((0 0, 9 0, 9 9, 0 9, 0 0))")
    found = draft(county, "minerals", AtlasPage("town", "0", "无矿乡", nowhere))
    assert (found.spec.headline_text, found.spec.headline_value) == ("无矿乡矿产资源区", "没有")
    assert not any(table.rows for table in found.tables)
