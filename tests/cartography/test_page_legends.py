"""The legend of a sheet has what its page shows: classes that occur there, and none that another page left behind."""

from __future__ import annotations

import geopandas as gpd
import pytest
from qgis.core import QgsLayoutExporter

from ronghe.plugin import language
from ronghe.plugin.cartography.boxes import Box
from ronghe.plugin.cartography.county_sheets.atlas import atlas_pages
from ronghe.plugin.cartography.county_sheets.county import county_of
from ronghe.plugin.cartography.county_sheets.drafts import draft
from ronghe.plugin.cartography.county_sheets.kinds import sheet_kinds
from ronghe.plugin.cartography.county_sheets.states import possible_sheets
from ronghe.plugin.cartography.draft import build, build_loose

PARTS = ("headline_ground", "legend", "notes", "table_1", "table_2", "chart_1_title", "main_map")


def legend_texts(layout) -> set[str]:
    """What the legend says: headings of groups, names of single entries and of classes."""
    model = layout.itemById("legend").model()
    nodes = model.rootGroup().findLayers()
    classes = {str(leaf.data(0)) for node in nodes for leaf in model.layerLegendNodes(node)}
    return classes | {node.name() for node in nodes} | {group.name() for group in model.rootGroup().children()}


def page_of(county, town: str):
    return next(page for page in atlas_pages(county, "town") if page.name == town)


def texts_of(county, sheet: str, town: str = "") -> set[str]:
    """What the legend of a sheet says, or of its page for a town."""
    made = build_loose(county.project, draft(county, sheet, page_of(county, town) if town else None))
    return legend_texts(made.layout)


def zones_in(training_data, town: str) -> set[str]:
    """The planning zones that reach into a town by more than its edge."""
    file = training_data / "yunling.gpkg"
    towns = gpd.read_file(file, layer="乡镇").set_index("名称")
    zones = gpd.read_file(file, layer="规划分区")
    field = next(name for name in zones.columns if zones[name].astype(str).str.contains("生态保护区").any())
    return set(zones[zones.intersects(towns.geometry[town].buffer(-40))][field])


@pytest.mark.parametrize("town", ["回峰镇", "康宁镇"])
def test_a_town_s_legend_has_the_zones_of_the_town_only(training_county, training_data, town):
    every = {
        "生态保护区",
        "生态控制区",
        "农田保护区",
        "城镇弹性发展区",
        "特别用途区",
        "乡村发展区",
        "矿产能源发展区",
    }
    texts = texts_of(training_county, "planning_zones", town)
    assert texts & every == zones_in(training_data, town) & every


def test_a_sheet_without_a_feature_on_the_page_has_no_entry_for_it(training_county):
    assert "风景名胜区" in texts_of(training_county, "reserves")
    texts = texts_of(training_county, "reserves", "双河镇")
    assert "风景名胜区" not in texts and "自然保护地" not in texts and "生态保护红线" in texts


def test_ranks_of_towns_and_lines_that_the_page_does_not_show_are_not_in_its_legend(training_county):
    texts = texts_of(training_county, "heritage", "双河镇")
    assert "铁路" not in texts and "中心城区" not in texts and "本图范围" in texts


def test_a_page_kept_in_the_project_leaves_its_legend_to_itself(training_county):
    project = training_county.project
    build(project, draft(training_county, "planning_zones", page_of(training_county, "回峰镇"), "09-1"))
    whole = build(project, draft(training_county, "planning_zones", number="09"))
    assert {"矿产能源发展区", "特别用途区"} <= legend_texts(whole)
    again = build(project, draft(training_county, "planning_zones", page_of(training_county, "回峰镇"), "09-1"))
    assert "矿产能源发展区" not in legend_texts(again)


def test_one_layer_drawn_in_two_ways_keeps_both(training_county):
    """矿产资源区 are control lines on one sheet and minerals on another."""
    project = training_county.project
    lines = build(project, draft(training_county, "control_lines", number="08"))
    assert "矿产资源控制线" in legend_texts(lines)
    build(project, draft(training_county, "industry", number="15"))
    assert "矿产资源控制线" in legend_texts(build(project, draft(training_county, "control_lines", number="08")))


@pytest.fixture(params=["zh_CN", "en_US"])
def in_language(request, training_county, monkeypatch):
    if request.param == "en_US":
        monkeypatch.setattr("ronghe.plugin.language.QgsApplication.locale", lambda: "en_US")
        language.install_translator()
    yield county_of(training_county.project, training_county.facts)
    language.remove_translator()


def test_all_possible_sheets_can_be_built_in_both_languages_and_nothing_covers_anything(in_language):
    county = in_language
    kinds = sheet_kinds(county.project)
    towns = atlas_pages(county, "town")
    for at, sheet in enumerate(one for one in possible_sheets(county) if kinds[one].template == "looks"):
        for page in (None, towns[at % len(towns)]):
            layout = build_loose(county.project, draft(county, sheet, page, "01")).layout
            QgsLayoutExporter(layout).renderPageToImage(0, dpi=15)
            layout.refresh()
            found = {name: box_of(layout.itemById(name)) for name in PARTS if layout.itemById(name)}
            names = list(found)
            for one, first in enumerate(names):
                for other in names[one + 1 :]:
                    assert not found[first].overlaps(found[other]), (sheet, page, first, other)


def box_of(item) -> Box:
    at, size = item.scenePos(), item.rect()
    return Box(at.x(), at.y(), size.width(), size.height())


def test_corridors_of_the_structure_are_on_the_sheet_of_ecology(training_county, structure_results):
    assert "生态廊道" not in texts_of(training_county, "ecology")
    structure_results.add_structure(training_county.project)
    county = county_of(training_county.project, training_county.facts)
    assert {"总体格局", "生态廊道（建议）"} <= texts_of(county, "ecology")
