"""The sheets 总体格局, 城镇体系, 产业布局 and 全域旅游 of the training county, from layers drawn by hand."""

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayerLegendUtils,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ronghe.plugin.cartography.county_sheets.atlas import atlas_pages
from ronghe.plugin.cartography.county_sheets.county import county_of
from ronghe.plugin.cartography.county_sheets.drafts import draft
from ronghe.plugin.cartography.draft import build_loose
from ronghe.plugin.cartography.facts import SheetFacts
from ronghe.plugin.cartography.legend import base_themes
from ronghe.plugin.cartography.line_kinds import style_of_kind
from ronghe.plugin.cartography.preflight.labels import overlapping_pairs, placed_labels

FACTS = SheetFacts("云岭县国土空间总体规划（2021—2035年）", "云岭县人民政府")
OWN_LAYERS = ("产业链联系", "旅游廊带", "旅游节点")


@pytest.fixture(scope="module")
def made_up(structure_results):
    """The module that draws results by hand."""
    return structure_results


@pytest.fixture
def project(qgis_app, training_data):
    project = QgsProject.instance()
    project.clear()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4546"))
    tables = QgsProviderRegistry.instance().querySublayers(str(training_data / "yunling.gpkg"))
    layers = [QgsVectorLayer(one.uri(), one.name(), "ogr") for one in tables]
    project.addMapLayers([layer for layer in layers if layer.name() not in OWN_LAYERS])
    yield project
    project.clear()


def county(project):
    return county_of(project, FACTS)


def page_of(project, name, by="town"):
    return next(page for page in atlas_pages(county(project), by) if page.name == name)


def groups(made):
    """The legend of a sheet: heading → entries, without the groups of the base map."""
    legend = made.layout.itemById("legend")
    base = {theme.name for theme in base_themes()}
    found = {}
    for group in legend.model().rootGroup().children():
        if group.name() in base:
            continue
        labels = []
        for node in group.findLayers():
            entries = legend.model().layerLegendNodes(node)
            order = QgsMapLayerLegendUtils.legendNodeOrder(node) or range(len(entries))
            labels += [entries[at].data(0) for at in order]
        found[group.name()] = labels
    return found


def labels_of(made):
    """The names that the main map of a sheet shows."""
    return [one for one in placed_labels(made.layout.itemById("main_map")) if not one.isUnplaced]


def test_the_legend_of_the_structure_follows_the_slogan_and_marks_proposals(project, made_up):
    made_up.add_structure(project)
    made = build_loose(project, draft(county(project), "pattern"))
    legend = groups(made)
    assert list(legend) == ["双核引领（2）", "两园驱动（2）", "一屏（1）", "六廊（6）"]
    assert list(legend.values()) == [["主核"], ["园区"], ["生态屏障（建议）"], ["生态廊道（建议）"]]
    assert "标“建议”的 7 个要素" in made.layout.itemById("notes").text().replace("\n", "")


def test_what_the_planner_has_drawn_is_no_proposal(project, made_up):
    made_up.add_structure(project, proposed=False)
    made = build_loose(project, draft(county(project), "pattern"))
    assert "建议" not in str(groups(made))
    assert "建议" not in made.layout.itemById("notes").text()
    assert "示意图" in made.layout.itemById("notes").text()


def test_the_headline_is_the_slogan_and_the_table_its_places(project, made_up):
    made_up.add_structure(project)
    found = draft(county(project), "pattern")
    assert (found.spec.headline_text, found.spec.headline_value) == (
        "总体格局：2 核、2 园、1 屏、6 廊",
        "双核引领、两园驱动、一屏六廊",
    )
    (table,) = found.tables
    assert table.rows[:3] == (
        ("双核引领", "主核", "城关镇、双河镇"),
        ("两园驱动", "园区", "云岭经济技术开发区、双河产业园"),
        ("一屏", "生态屏障（建议）", "云岭生态屏障"),
    )
    assert table.rows[3][0] == "六廊"


def test_a_clause_with_fewer_elements_than_it_says_shows_both_numbers(project, made_up):
    made_up.add_structure(project)
    lines = county(project).results.run("spatialstructure").layers["STRUCTURE_LINES"]
    lines.dataProvider().deleteFeatures([next(lines.getFeatures()).id()])
    made = build_loose(project, draft(county(project), "pattern"))
    assert "六廊（应有 6，图示 5）" in groups(made)


def test_cores_and_towns_are_all_named_and_no_name_lies_on_another(project, made_up):
    made_up.add_structure(project)
    made = build_loose(project, draft(county(project), "pattern"))
    labels = labels_of(made)
    texts = [one.labelText for one in labels]
    assert texts.count("主核") == 2
    towns = [one["名称"] for one in made_up.layer_named(project, "乡镇驻地").getFeatures()]
    assert set(towns) <= set(texts)
    assert overlapping_pairs(labels) == []


def test_zones_are_called_by_their_names_in_the_legend(project, made_up):
    made_up.add_axes(project)
    legend = groups(build_loose(project, draft(county(project), "pattern")))
    assert legend["两轴（2）"] == ["主要发展轴（建议）", "次要发展轴（建议）"]
    assert legend["四区（4）"][0] == "北部生态农业区（建议）"


def test_the_page_of_a_town_has_the_town_s_share_of_the_structure(project, made_up):
    made_up.add_structure(project)
    found = draft(county(project), "pattern", page_of(project, "温汤乡"))
    assert found.spec.headline_text == "温汤乡在“双核引领、两园驱动、一屏六廊”格局中"
    assert found.spec.headline_value.startswith("1 屏、")
    assert [row[0] for row in found.tables[0].rows] == ["一屏", "六廊"]
    assert next(iter(groups(build_loose(project, found)))) == "一屏（1）"


def test_towns_are_listed_by_level_and_score_with_their_strongest_links(project, made_up):
    made_up.add_hierarchy(project)
    found = draft(county(project), "town_system")
    assert found.spec.headline_value == "1 个中心城区、4 个重点镇、2 个一般镇"
    towns, links = found.tables
    assert towns.rows[0] == ("中心城区", "城关镇", "29,640", "1.00", "工贸型")
    assert [row[0] for row in towns.rows] == ["中心城区", "重点镇", "", "", "", "一般镇", ""]
    assert len(links.rows) == 5
    made = build_loose(project, found)
    legend = groups(made)
    assert legend["城镇等级（乡镇驻地）"] == ["中心城区", "重点镇", "一般镇"]
    assert legend["城镇联系（引力强度）"] == ["强联系", "较强联系", "一般联系"]
    texts = [one.labelText for one in labels_of(made)]
    assert all(texts.count(row[1]) == 1 for row in towns.rows)


def test_the_page_of_a_town_says_its_level_and_its_own_links(project, made_up):
    made_up.add_hierarchy(project)
    found = draft(county(project), "town_system", page_of(project, "双河镇"))
    assert found.spec.headline_value == "重点镇"
    assert "居 7 个乡镇第 2 位" in found.spec.headline_text
    card, links = found.tables
    assert ("人口（人）", "19,475") in card.rows
    assert all("双河镇" in row[0] for row in links.rows)


def test_chains_have_a_colour_each_and_stand_in_the_table(project, made_up):
    made_up.add_chains(project)
    found = draft(county(project), "industry")
    assert found.spec.headline_value == "2 个园区、2 条产业链"
    parks, chains = found.tables
    assert parks.rows[0][0] == "云岭经济技术开发区"
    assert chains.rows[0] == ("铝系产业链", "铝土矿供应、氧化铝—铝镁合金", "3")
    legend = groups(build_loose(project, found))
    assert legend["产业链"] == ["铝系产业链", "煤焦化产业链"]
    first, second = (style_of_kind("industry_chain", number).strokes[-1].colour for number in (0, 1))
    assert first.name() != second.name()


def test_a_chain_that_only_crosses_a_town_is_not_the_town_s(project, made_up):
    made_up.add_chains(project)
    found = draft(county(project), "industry", page_of(project, "桃坪镇"))
    chains = found.tables[-1]
    assert [row[0] for row in chains.rows] == ["铝系产业链"]


def test_corridors_are_told_by_theme_with_their_length_and_nodes_by_kind(project, made_up):
    made_up.add_tourism(project)
    found = draft(county(project), "tourism")
    assert found.spec.headline_value == "3 条廊带、8 个节点"
    nodes, corridors = found.tables
    assert ("自然风光", "2", "云岭森林公园、云岭大峡谷") in nodes.rows
    lengths = [float(row[2]) for row in corridors.rows]
    assert lengths == sorted(lengths, reverse=True)
    legend = groups(build_loose(project, found))
    assert legend["旅游廊带（按主题）"] == ["生态休闲", "康养度假", "红色文化"]


def test_a_county_without_nodes_or_corridors_has_a_table_of_its_scenic_areas(project, made_up):
    found = draft(county(project), "tourism")
    assert found.spec.headline_value == "2 处风景名胜区"
    assert found.tables[0].title == "风景名胜区"
    assert len(found.tables[0].rows) == 2


def test_proposed_corridors_are_marked_on_the_sheet_of_ecology_too(project, made_up):
    made_up.add_structure(project)
    made = build_loose(project, draft(county(project), "ecology"))
    assert "生态廊道（建议）" in str(groups(made))
    assert "标“建议”的生态廊道" in made.layout.itemById("notes").text().replace("\n", "")
    made_up.add_structure(project, proposed=False)
    settled = draft(county(project), "ecology")
    assert "建议" not in "".join(settled.spec.notes) and "建议" not in str(groups(build_loose(project, settled)))


def test_towns_whose_computed_level_is_not_the_planned_one_are_named(project, made_up):
    made_up.add_hierarchy(project)
    towns = county(project).results.run("townhierarchy").layers["OUTPUT"]
    assert "规划等级不同" not in "".join(draft(county(project), "town_system").spec.notes)
    stone = next(one for one in towns.getFeatures() if one["名称"] == "石门镇")
    towns.dataProvider().changeAttributeValues({stone.id(): {towns.fields().indexOf("level"): 3}})
    notes = draft(county(project), "town_system").spec.notes
    assert "石门镇规划为重点镇，计算为一般镇" in "".join(notes) and "只绘最强的 14 条" in "".join(notes)


def test_facilities_that_the_table_counts_and_the_map_leaves_out_are_counted_in_a_note(project, made_up):
    made_up.add_coverage(project, ("医疗",))
    assert "村级设施 73 处计入统计，比例尺小于 1:120 000" in "".join(draft(county(project), "living_circle").spec.notes)
