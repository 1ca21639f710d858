"""The two sheets of 矿山整治 for counties of any shape and for the training county."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsLayoutExporter, QgsLayoutFrame, QgsLayoutItemLabel, QgsProject

COUNTIES = {
    "ordinary": {},
    "wide": {"width_km": 90, "height_km": 30, "towns": 8},
    "tall": {"width_km": 20, "height_km": 80, "towns": 12},
    "many towns": {"width_km": 70, "height_km": 60, "towns": 22},
}
IN_THE_STRIP = (
    *("headline_ground", "legend", "notes_title", "notes"),
    *("table_1", "table_1_title", "table_2", "table_2_title"),
)


@pytest.fixture(scope="module")
def facts(qgis_app):
    from ronghe.plugin.cartography.facts import SheetFacts

    return SheetFacts("交河县国土空间总体规划（2021—2035年）", "交河县人民政府", "交河县自然资源局", "二〇二六年十一月")


def zoning_sheet(project, mining, facts):
    from ronghe.plugin.cartography.mining_sheet import ZoningResults, mining_sheet

    return mining_sheet(project, mining.roles, ZoningResults(mining.zones, mining.balance), facts)


def restoration_sheet(project, mining, facts):
    from ronghe.plugin.cartography.remediation_sheet import RemediationResults, remediation_sheet

    return remediation_sheet(project, mining.roles, RemediationResults(mining.remediation, mining.mines_out), facts)


@pytest.fixture(scope="module", params=COUNTIES, ids=COUNTIES.keys())
def both(request, made_up, made_up_mining, facts):
    """Both sheets of a county."""
    project, county = made_up.county(**COUNTIES[request.param])
    mining = made_up_mining.mining(project, county)
    yield zoning_sheet(project, mining, facts), restoration_sheet(project, mining, facts)
    project.clear()


@pytest.fixture(scope="module")
def training(qgis_app, training_data, mining_results, facts):
    """Both sheets of the training county, with the results that they show."""
    from ronghe.plugin.county.roles import project_roles

    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4546"))
    mining_results.open_training(training_data, project)
    roles = project_roles(project)
    zones, balance = mining_results.zoning(project)
    remediation, mines = mining_results.remediation(project)
    from ronghe.plugin.cartography.mining_sheet import ZoningResults, mining_sheet
    from ronghe.plugin.cartography.remediation_sheet import RemediationResults, remediation_sheet

    zoned = mining_sheet(project, roles, ZoningResults(zones, balance), facts)
    restored = remediation_sheet(project, roles, RemediationResults(remediation, mines), facts)
    yield zoned, restored, zones, mines
    project.clear()


def boxes(layout) -> dict:
    from ronghe.plugin.cartography.boxes import Box

    QgsLayoutExporter(layout).renderPageToImage(0, dpi=20)
    layout.refresh()
    found = {}
    for item in layout.items():
        name = getattr(item, "id", lambda: "")()
        if name:
            found[name] = Box(item.scenePos().x(), item.scenePos().y(), item.rect().width(), item.rect().height())
    return found


def legend_of(layout) -> dict[str, list[str]]:
    """The entries of the legend by group."""
    model = layout.itemById("legend").model()
    return {
        group.name(): [
            node.data(0) or layer.name() for layer in group.children() for node in model.layerLegendNodes(layer)
        ]
        for group in model.rootGroup().children()
    }


def rows_of(layout, name: str) -> list[list[str]]:
    """The texts of a table that is in one part, its heading first."""
    frame = next(item for item in layout.items() if isinstance(item, QgsLayoutFrame) and item.id() == name)
    return [[str(cell.content()).replace("\n", "") for cell in row] for row in frame.multiFrame().tableContents()]


def notes_of(layout) -> str:
    return layout.itemById("notes").text().replace("\n", "")


def test_nothing_covers_anything_else(both):
    for layout in both:
        found = boxes(layout)
        parts = [name for name in IN_THE_STRIP if name in found]
        for i, one in enumerate(parts):
            assert found["strip_ground"].holds(found[one], tolerance=0.3), one
            for other in parts[i + 1 :]:
                assert not found[one].overlaps(found[other]), f"{one} covers {other}"


def test_every_row_of_every_table_is_shown(both):
    for layout in both:
        frames = [item for item in layout.items() if isinstance(item, QgsLayoutFrame)]
        assert frames
        for frame in frames:
            assert frame.multiFrame().totalHeight() <= frame.rect().height()
            assert frame.multiFrame().totalWidth() <= frame.rect().width() + 0.1


def test_no_line_of_text_is_wider_than_its_box(both):
    from ronghe.plugin.cartography.measure import text_width

    for layout in both:
        for item in layout.items():
            if isinstance(item, QgsLayoutItemLabel) and "[%" not in item.text():
                wide = text_width(item.text(), item.font().pointSizeF(), item.font().bold())
                assert wide <= item.rect().width() + 0.3, item.id()


def test_the_mining_sheet_shows_what_the_mapping_specification_requires(both):
    legend = legend_of(both[0])
    assert both[0].itemById("theme_title").text() == "县域矿产资源规划图"
    assert legend["开采分区"] == ["禁止开采区", "限制开采区", "允许开采区"]
    assert {"煤炭资源区", "铝土矿资源区", "石灰岩与石料资源区", "其他矿产资源区"} == set(legend["矿产资源分布"])
    assert {"煤矿", "铝土矿", "石灰岩与石料矿", "河砂采场", "铁矿"} == set(legend["矿山（按矿种）"])
    assert {"生产", "在建", "停产", "废弃"} == set(legend["矿山（按状态）"])
    assert {"国道", "省道"} <= set(legend["交通"]) and "村道" not in legend["交通"]


def test_the_remediation_sheet_shows_what_the_mapping_specification_requires(both):
    legend = legend_of(both[1])
    assert both[1].itemById("theme_title").text() == "县域生态修复和综合整治规划图"
    zones = ["矿山生态修复重点区", "矿山生态修复次重点区", "矿山生态修复一般区"]
    assert legend["矿山生态修复分区"] == zones
    assert {"饮用水水源一级保护区", "生态保护红线"} <= set(legend["生态保护"])


def test_the_groups_that_a_sheet_is_about_come_first_in_its_legend(both):
    zoned, restored = map(legend_of, both)
    assert next(iter(zoned)) == "开采分区"
    assert next(iter(restored)) == "矿山生态修复分区"


def test_minerals_and_classes_sum_up(training):
    _, *rows, total, shares = rows_of(training[0], "table_1")
    numbers = [[float(cell.replace(",", "")) for cell in row[1:5]] for row in rows]
    summed = [float(cell.replace(",", "")) for cell in total[1:5]]
    for row in [*numbers, summed]:
        assert sum(row[:3]) == pytest.approx(row[3], abs=2)  # each is rounded to a hectare
    for column in range(4):
        assert sum(row[column] for row in numbers) == pytest.approx(summed[column], abs=len(rows))
    assert sum(float(cell) for cell in shares[1:4]) == pytest.approx(100, abs=0.2)
    hectares = sum(feature["area_hm2"] for feature in training[2].getFeatures())
    assert summed[3] == pytest.approx(hectares, abs=1)
    assert training[0].itemById("headline_value").text() == f"{shares[1]} %"


def test_rules_are_ranked_by_what_they_take(training):
    _, *rows = rows_of(training[0], "table_2")
    taken = [float(row[3].replace(",", "")) for row in rows]
    assert taken == sorted(taken, reverse=True) and min(taken) > 0
    assert {row[2] for row in rows} <= {"禁止", "限制"}


def test_mines_are_listed_in_their_order_with_who_pays(training):
    heading, *rows = rows_of(training[1], "table_1")
    assert heading[-1] == "责任主体"
    assert [row[0] for row in rows] == [str(rank) for rank in range(1, 13)]
    assert rows[0][1] == "石门永兴石料厂" and rows[0][5] == "重点"
    assert {row[6] for row in rows} == {"采矿权人", "县级人民政府"}


def test_key_zones_and_the_mines_in_them_are_the_headline(training):
    assert "涉及矿山 12 座" in training[1].itemById("headline_text").text()
    assert training[1].itemById("headline_value").text().startswith("11 处 ")


def test_a_result_on_a_condition_says_so(training):
    assert "在缺少耕地、油气管道图层的情况下划定的分区是有条件的" in notes_of(training[0])


def test_the_sheet_tells_a_missing_class_in_one_short_sentence(made_up, made_up_mining, facts):
    project, county = made_up.county()
    text = "在缺少 铁路、道路的类别（国道、高速公路（国道或省道）…）、高程（DEM） 的情况下"
    notes = notes_of(zoning_sheet(project, made_up_mining.mining(project, county, conditional=text), facts))
    assert notes.count("有条件的") == 1
    assert "在缺少铁路、道路的类别、高程的情况下划定的分区是有条件的，补充资料后须重新划定。" in notes


def test_a_result_without_condition_does_not(made_up, made_up_mining, facts):
    project, county = made_up.county()
    notes = notes_of(zoning_sheet(project, made_up_mining.mining(project, county, conditional=""), facts))
    assert "有条件" not in notes
    assert "规则 R29 未与法规标准原文核对，待核" in notes
    assert "R25" not in notes


def test_a_county_of_fictional_data_says_so_on_both(training):
    for layout in training[:2]:
        assert "虚构" in layout.itemById("plan_title").text()
        assert "本图的县域及全部数据均为虚构" in notes_of(layout)


def test_both_sheets_share_the_base_map_and_what_is_protected(training):
    zoned, restored = (one.itemById("main_map").layers() for one in training[:2])
    drawn = {layer.id() for layer in restored}
    shared = {layer.name() for layer in zoned if layer.id() in drawn}
    assert {"县界", "道路", "河流", "生态保护红线", "地形"} <= shared


def test_a_sheet_without_mines_balance_and_roles_is_still_a_sheet(made_up, made_up_mining, facts):
    from ronghe.plugin.cartography.mining_sheet import ZoningResults, mining_sheet
    from ronghe.plugin.county.roles import RoleSet

    project, county = made_up.county()
    mining = made_up_mining.mining(project, county)
    layout = mining_sheet(project, RoleSet(), ZoningResults(mining.zones), facts)
    assert next(iter(legend_of(layout))) == "开采分区"
    assert not any(item.id() == "table_2" for item in layout.items() if isinstance(item, QgsLayoutFrame))


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils are not installed")
def test_pdfs_are_vector_and_can_be_searched(made_up, made_up_mining, facts, tmp_path):
    from ronghe.plugin.cartography.export import export_sheet

    project, county = made_up.county()
    mining = made_up_mining.mining(project, county)
    for layout, title in (
        (zoning_sheet(project, mining, facts), "县域矿产资源规划图"),
        (restoration_sheet(project, mining, facts), "县域生态修复和综合整治规划图"),
    ):
        path = str(export_sheet(layout, tmp_path / "sheet.pdf", "pdf"))
        pictures = subprocess.run(["pdfimages", "-list", path], capture_output=True, text=True, check=True).stdout
        assert len(pictures.splitlines()) == 2, pictures
        text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
        assert title in "".join(unicodedata.normalize("NFKC", text).split())


def test_a_county_without_key_zones_quotes_all_its_zones(made_up, made_up_mining, facts):
    project, county = made_up.county()
    mining = made_up_mining.mining(project, county)
    mining.remediation.dataProvider().deleteFeatures(
        [zone.id() for zone in mining.remediation.getFeatures() if zone["priority"] == "重点"]
    )
    layout = restoration_sheet(project, mining, facts)
    assert "没有重点区，涉及矿山 24 座" in layout.itemById("headline_text").text()
    assert layout.itemById("headline_value").text().startswith("24 处 ")
    assert "矿山生态修复重点区" not in legend_of(layout)["矿山生态修复分区"]


def test_long_names_break_and_leave_the_strip_beside_the_map(made_up, made_up_mining, facts):
    project, county = made_up.county()
    mining = made_up_mining.mining(project, county)
    index = mining.mines_out.fields().indexOf("mine_name")
    long = {mine.id(): {index: "山西汾西矿业（集团）有限责任公司曙光煤矿"} for mine in mining.mines_out.getFeatures()}
    mining.mines_out.dataProvider().changeAttributeValues(long)
    layout = restoration_sheet(project, mining, facts)
    found = boxes(layout)
    assert found["strip_ground"].h > found["strip_ground"].w
    assert found["strip_ground"].holds(found["table_1"])
    frame = next(item for item in layout.items() if isinstance(item, QgsLayoutFrame))
    assert "\n" in str(frame.multiFrame().tableContents()[1][1].content())
    assert frame.multiFrame().totalHeight() <= frame.rect().height()
