"""The sheets of a county plan: which a project can have, and that each can be laid out for county and town."""

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ronghe.plugin.cartography.cells import number, per_cent
from ronghe.plugin.cartography.county_sheets.atlas import atlas_pages
from ronghe.plugin.cartography.county_sheets.county import county_of
from ronghe.plugin.cartography.county_sheets.drafts import draft
from ronghe.plugin.cartography.county_sheets.kinds import layers_of_sheet, legend_themes, sheet_kinds
from ronghe.plugin.cartography.county_sheets.states import possible_sheets, sheet_states
from ronghe.plugin.cartography.draft import build_loose
from ronghe.plugin.cartography.facts import SheetFacts
from ronghe.plugin.cartography.scales import is_round
from ronghe.plugin.county.provenance import Provenance
from ronghe.plugin.county.results import mark_run

FACTS = SheetFacts("云岭县国土空间总体规划（2021—2035年）", "云岭县人民政府")


@pytest.fixture(scope="module")
def county(qgis_app, training_data):
    project = QgsProject.instance()
    project.clear()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4546"))
    tables = QgsProviderRegistry.instance().querySublayers(str(training_data / "yunling.gpkg"))
    project.addMapLayers([QgsVectorLayer(one.uri(), one.name(), "ogr") for one in tables])
    project.addMapLayer(QgsRasterLayer(str(training_data / "yunling_dem.tif"), "高程"))
    yield county_of(project, FACTS)
    project.clear()


def test_the_atlas_has_the_sheets_that_the_mapping_specification_lists():
    titles = " ".join(kind.zh for kind in sheet_kinds().values())
    for words in (
        "国土空间总体格局",
        "城镇体系",
        "城乡生活圈和公共服务设施",
        "国土空间控制线",
        "规划分区",
        "农业空间",
        "生态系统保护",
        "综合交通",
        "矿产资源规划",
        "生态修复和综合整治",
        "用地用海现状",
        "自然保护地分布",
        "产业布局",
        "全域旅游",
    ):
        assert words in titles


def test_every_group_of_a_legend_has_a_heading():
    for kind in sheet_kinds().values():
        themes = [row.theme for row in layers_of_sheet(kind.id)] + list(kind.palette)
        assert len(legend_themes(themes)) == len(set(themes)), kind.id


def test_a_sheet_without_its_layers_is_listed_with_what_is_missing(qgis_app):
    project = QgsProject()
    missing = {state.kind.id: state.missing for state in sheet_states(county_of(project, FACTS))}
    assert missing["control_lines"] == ("县界图层", "城镇开发边界图层", "永久基本农田图层", "生态保护红线图层")
    assert missing["tourism"] == ("县界图层", "风景名胜区图层或旅游节点图层或旅游廊带图层")
    assert all(missing.values())


def test_every_possible_sheet_can_be_laid_out_at_a_round_scale(county):
    ids = possible_sheets(county)
    assert {"control_lines", "transport", "reserves", "tourism", "industry"} <= set(ids)
    for sheet in ids:
        made = build_loose(county.project, draft(county, sheet, number="01"))
        assert is_round(made.layout.itemById("main_map").scale()), sheet


def test_a_town_s_page_shows_the_town_larger_and_says_its_name(county):
    whole = build_loose(county.project, draft(county, "control_lines"))
    pages = atlas_pages(county, "town")
    assert len(pages) == 7
    made = build_loose(county.project, draft(county, "control_lines", pages[0]))
    assert made.layout.itemById("main_map").scale() < whole.layout.itemById("main_map").scale()
    assert made.layout.itemById("theme_title").text() == "县域国土空间控制线规划图（城关镇）"


def test_an_atlas_nobody_knows_is_refused(county):
    with pytest.raises(ValueError, match="planet"):
        atlas_pages(county, "planet")


def test_a_page_about_a_village_that_is_a_point_says_what_its_figures_are_of(county):
    page = atlas_pages(county, "village")[0]
    said = f"本图范围为{page.name}周围 1.5 公里，数据按此范围统计。"
    assert said in draft(county, "transport", page).spec.notes
    assert page.shape.area() == pytest.approx(3.14159 * 1500**2, rel=1e-3)
    town = atlas_pages(county, "town")[0]
    assert not any("本图范围" in note for note in draft(county, "transport", town).spec.notes)


def test_numbers_that_are_stored_as_text_read_like_numbers():
    assert number("29640") == "29,640" and number("12,160人") == "12,160"
    assert number("不详") == "不详" and number(None) == "—" and per_cent("0.5") == "50.0"


def test_a_slogan_without_anything_to_draw_makes_no_sheet(qgis_app):
    project = QgsProject()
    run = Provenance("ronghe:spatialstructure", {}, created="2026-01-01T08:00:00+08:00")
    for output, kind in (("PARSED", "None"), ("STRUCTURE_POINTS", "Point"), ("STRUCTURE_LINES", "LineString")):
        layer = QgsVectorLayer(f"{kind}?crs=EPSG:4546&field=text:string", output, "memory")
        if output == "PARSED":
            layer.dataProvider().addFeature(QgsFeature(layer.fields()))
        mark_run(layer, output, "a", run, {})
        project.addMapLayer(layer)
    missing = {state.kind.id: state.missing for state in sheet_states(county_of(project, FACTS))}
    assert missing["pattern"] == ("县界图层", "总体格局的空间对象（在“空间格局”中指定、采纳或绘制）")
