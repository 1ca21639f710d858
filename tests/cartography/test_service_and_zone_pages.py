"""Pages of 生活圈 by kind of facility and by town, and of 生态修复 by town and by zone."""

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsProviderRegistry, QgsVectorLayer

from ronghe.plugin.cartography.county_sheets.atlas import atlas_pages
from ronghe.plugin.cartography.county_sheets.county import county_of
from ronghe.plugin.cartography.county_sheets.drafts import draft
from ronghe.plugin.cartography.draft import build_loose
from ronghe.plugin.cartography.facts import SheetFacts
from ronghe.plugin.cartography.preflight.labels import placed_labels
from ronghe.plugin.cartography.scales import is_round

FACTS = SheetFacts("云岭县国土空间总体规划（2021—2035年）", "云岭县人民政府")


@pytest.fixture(scope="module")
def project(qgis_app, training_data):
    project = QgsProject.instance()
    project.clear()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4546"))
    tables = QgsProviderRegistry.instance().querySublayers(str(training_data / "yunling.gpkg"))
    project.addMapLayers([QgsVectorLayer(one.uri(), one.name(), "ogr") for one in tables])
    yield project
    project.clear()


@pytest.fixture(scope="module")
def several(project, structure_results):
    structure_results.add_coverage(project, ("医疗", "教育"))
    return project


@pytest.fixture(scope="module")
def zones(project, structure_results, mining_results):
    made, mines = mining_results.remediation(project)
    structure_results.add_run(project, "remediationzones", {}, {}, {"ZONES": made, "MINES_OUT": mines})
    return project


def county(project):
    return county_of(project, FACTS)


def page(project, by, name):
    return next(one for one in atlas_pages(county(project), by) if one.name == name)


def share(project, kind, town=""):
    layer = county(project).results.run("servicecoverage").layers["ZONES_OUT"]
    rows = [one for one in layer.getFeatures() if kind in ("", one["type"]) and town in ("", one["zone"])]
    return f"{100 * sum(one['covered_population'] for one in rows) / sum(one['population'] for one in rows):.1f} %"


def test_a_run_of_several_kinds_has_a_sheet_of_their_mean_with_a_table_of_towns_and_kinds(several):
    found = draft(county(several), "living_circle")
    assert found.spec.headline_text == "全县 30 分钟平均覆盖率（2 类设施）"
    assert found.spec.headline_value == share(several, "")
    (table,) = found.tables
    assert [column.heading for column in table.columns] == ["乡镇", "医疗", "教育"]
    assert table.rows[-1] == ("全县", share(several, "医疗")[:-2], share(several, "教育")[:-2])
    assert len(table.rows) == 8


def test_each_kind_has_a_page_with_its_own_figure(several):
    assert [one.name for one in atlas_pages(county(several), "facility")] == ["医疗", "教育"]
    for kind in ("医疗", "教育"):
        found = draft(county(several), "living_circle", page(several, "facility", kind))
        assert found.spec.headline_text == f"全县 30 分钟{kind}覆盖率"
        assert found.spec.headline_value == share(several, kind)
        assert found.spec.theme_title.endswith(f"（{kind}）")
        assert len(found.tables[0].rows) == 7


def test_a_run_of_one_kind_needs_no_page_to_show_it(project, structure_results):
    structure_results.add_coverage(project, ("养老",), minutes=20)
    found = draft(county(project), "living_circle")
    assert found.spec.headline_text == "全县 20 分钟养老覆盖率"
    assert any("20 分钟服务圈的时限由使用者设定" in note for note in found.spec.notes)
    structure_results.add_coverage(project, ("医疗", "教育"))


def test_minutes_from_a_table_of_standards_are_not_called_chosen(several):
    several_run = county(several).results.run("servicecoverage")
    several_run.parameters["STANDARD"] = "standards.csv"
    found = draft(county_with(several, several_run), "living_circle", page(several, "facility", "医疗"))
    assert not any("由使用者设定" in note for note in found.spec.notes)
    assert any("分级标准表" in note for note in found.spec.notes)


def county_with(project, run):
    made = county(project)
    made.results.runs[run.algorithm] = run
    return made


def test_the_page_of_a_town_lists_its_villages_out_of_reach_with_what_they_lack(several):
    found = draft(county(several), "living_circle", page(several, "town", "温汤乡"))
    assert found.spec.headline_text == "温汤乡 30 分钟平均覆盖率（2 类设施）"
    assert found.spec.headline_value == share(several, "", "温汤乡")
    kinds, villages = found.tables
    assert [row[0] for row in kinds.rows] == ["医疗", "教育"]
    lacking = {row[0]: row[1] for row in villages.rows}
    assert "教育" in set(lacking.values()) and "医疗、教育" in set(lacking.values())
    assert len(lacking) == len(villages.rows)


def test_the_page_of_a_zone_has_the_card_of_its_mine_and_shows_it_large(zones):
    one = page(zones, "zone", "石门永兴石料厂")
    found = draft(county(zones), "restoration", one)
    assert found.spec.theme_title == "县域生态修复和综合整治规划图（石门永兴石料厂）"
    assert found.spec.headline_text == "矿山生态修复重点区（矿山 1 座）"
    (card,) = found.tables
    rows = dict(card.rows)
    assert card.title == "石门永兴石料厂"
    assert rows["治理次序"].startswith("第 1 位")
    assert rows["法定情形"] == "位于饮用水水源一级保护区内"
    assert rows["责任主体"].startswith("县级人民政府")
    made = build_loose(zones, found)
    scale = made.layout.itemById("main_map").scale()
    assert is_round(scale) and scale < 50000
    texts = [label.labelText for label in placed_labels(made.layout.itemById("main_map")) if not label.isUnplaced]
    assert "石门永兴石料厂" in texts


def test_a_zone_of_many_mines_is_called_by_the_first_and_has_a_list(zones):
    pages = atlas_pages(county(zones), "zone")
    assert all(len(one.name.split("、")) <= 2 for one in pages)
    held = [(one, draft(county(zones), "restoration", one).tables) for one in pages]
    several = [tables for _, tables in held if len(tables) == 2 and tables[1].title.startswith("矿山治理次序")]
    assert all(len(tables[1].rows) > 2 for tables in several)


def test_the_page_of_a_town_counts_the_zones_and_mines_in_it(zones):
    found = draft(county(zones), "restoration", page(zones, "town", "温汤乡"))
    assert found.spec.headline_text == "温汤乡矿山生态修复重点区（涉及矿山 2 座）"
    assert found.spec.headline_value.startswith("2 处 ")
    (table,) = found.tables
    assert "温汤天岳铝土矿" in [row[1] for row in table.rows]
    assert len(table.rows) < 8
