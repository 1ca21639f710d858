"""What the planner's sheets say in figures: tables and headlines against areas measured another way."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pytest
from pyproj import Geod
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer

from ronghe.plugin.cartography.county_sheets import ground as ground_module
from ronghe.plugin.cartography.county_sheets.atlas import atlas_pages
from ronghe.plugin.cartography.county_sheets.contents.figures import rounded_parts, shares, shown
from ronghe.plugin.cartography.county_sheets.contents.tables_by import MOST_ROWS, Amounts, table_by_town
from ronghe.plugin.cartography.county_sheets.county import County, county_of
from ronghe.plugin.cartography.county_sheets.ground import Ground, whole_county
from ronghe.plugin.cartography.county_sheets.tables import CONTENTS, contents_of
from ronghe.plugin.cartography.facts import SheetFacts
from ronghe.plugin.county.results import Results, Run
from ronghe.plugin.county.roles import RoleAssignment, RoleSet

#: CGCS2000: as GRS 80 but for the flattening.
CGCS2000 = Geod(a=6378137.0, rf=298.257222101)


@pytest.fixture(scope="module")
def read(training_data):
    """A layer of the training county in degrees."""
    return lambda name: gpd.read_file(training_data / "yunling.gpkg", layer=name).to_crs(4490)


def hectares(shapes) -> float:
    return sum(abs(CGCS2000.geometry_area_perimeter(shape)[0]) for shape in shapes) / 1e4


def cells(table, column: int) -> dict[str, float]:
    return {row[0]: number(row[column]) for row in table.rows}


def number(text: str) -> float:
    return 0.0 if text == "—" else float(text.replace(",", ""))


def page_of(county: County, town: str):
    return next(page for page in atlas_pages(county, "town") if page.name == town)


def test_control_lines_by_town_agree_with_areas_measured_by_another_library(training_county, read):
    table = contents_of("control", training_county, None).tables[0]
    redline, towns = read("生态保护红线"), read("乡镇").set_index("名称")
    found = cells(table, [column.heading for column in table.columns].index("生态保护\n红线\n（公顷）"))
    for town in ("回峰镇", "城关镇"):
        assert found[town] == pytest.approx(hectares(redline.intersection(towns.geometry[town])), abs=2.0)
    assert found["合计"] == pytest.approx(hectares(redline.geometry), abs=2.0)


def test_what_a_table_shows_adds_up_to_the_sum_that_it_shows(training_county):
    for name in ("control", "agriculture", "ecology", "spaces"):
        table = contents_of(name, training_county, None).tables[0]
        for column in range(1, len(table.columns)):
            values = cells(table, column)
            towns = [value for town, value in values.items() if town not in ("合计", "占总面积（%）")]
            assert sum(towns) == pytest.approx(values["合计"], abs=1e-6), (name, column)


@pytest.mark.parametrize("name", ["landuse", "planzones"])
def test_classes_that_cover_the_county_add_up_to_it_and_to_a_hundred(training_county, read, name):
    table = contents_of(name, training_county, None).tables[0]
    *classes, total = table.rows
    assert total[0] == "合计" and total[2] == "100.00"
    assert sum(number(row[1]) for row in classes) == number(total[1])
    assert sum(float(row[2]) for row in classes) == pytest.approx(100.0)
    assert number(total[1]) == pytest.approx(hectares(read("县界").geometry), rel=1e-4)


def test_a_headline_is_the_figure_of_the_table_and_its_share(training_county, read):
    words, figure = contents_of("control", training_county, None).headline
    area, county = hectares(read("生态保护红线").geometry), hectares(read("县界").geometry)
    assert words == "生态保护红线面积及占比"
    assert figure == f"{area / 100:,.1f} 平方公里（{100 * area / county:.1f} %）"


def test_farmland_is_also_said_in_mu(training_county, read):
    area = hectares(read("永久基本农田").geometry)
    figure = contents_of("agriculture", training_county, None).headline[1]
    assert figure == f"{area:,.1f} 公顷（{area * 15 / 1e4:.2f} 万亩）"


def test_the_page_of_a_town_has_the_figures_of_its_row(training_county):
    county_table = contents_of("control", training_county, None).tables[0]
    page_table = contents_of("control", training_county, page_of(training_county, "回峰镇")).tables[0]
    row = next(row for row in county_table.rows if row[0] == "回峰镇")
    found = [number(row[1]) for row in page_table.rows]
    assert found == pytest.approx([number(cell) for cell in row[1:]], abs=0.51)


def test_a_page_that_is_no_town_is_measured_by_its_own_shape(training_county, read):
    page = atlas_pages(training_county, "village")[0]
    table = contents_of("landuse", training_county, page).tables[0]
    assert number(table.rows[-1][1]) == pytest.approx(np.pi * 15**2, rel=0.02)  # 1.5 km around


def test_kinds_of_hazards_are_counted_with_the_villages_near_them(training_county, training_data):
    hazards = gpd.read_file(training_data / "yunling.gpkg", layer="地质灾害隐患区")
    villages = gpd.read_file(training_data / "yunling.gpkg", layer="行政村")
    table = contents_of("hazards", training_county, None).tables[0]
    near = [column.heading for column in table.columns].index("邻近\n行政村")
    for kind, group in hazards.groupby("类型"):
        row = next(row for row in table.rows if row[0] == kind)
        assert int(row[1]) == len(group)
        distances = villages.geometry.apply(lambda point, group=group: group.distance(point).min())
        assert number(row[near]) == (distances <= 500).sum(), kind
    assert int(table.rows[-1][1]) == len(hazards)


def test_reserves_and_heritage_are_listed_with_their_levels(training_county, read):
    reserves = contents_of("reserves", training_county, None).tables[0]
    assert [row[1] for row in reserves.rows] == ["省级", "省级", "县级", "县级", ""]
    assert number(reserves.rows[-1][3]) == pytest.approx(hectares(read("自然保护区").geometry), abs=0.2)
    heritage = contents_of("heritage", training_county, None)
    assert len(heritage.tables[0].rows) == len(read("文物保护单位")) + 1
    assert heritage.headline == ("历史文化遗存，其中省级及以上 2 处", "7 处")


def test_roads_by_class_and_by_town_are_the_same_roads(training_county, read):
    by_class, by_town = contents_of("transport", training_county, None).tables
    total = next(row for row in by_class.rows if row[0] == "公路合计")
    length = sum(CGCS2000.geometry_length(line) for line in read("道路").clip(read("县界").geometry.iloc[0]).geometry)
    assert float(total[1].replace(",", "")) == pytest.approx(length / 1000, abs=0.3)
    assert number(by_town.rows[-1][3]) == pytest.approx(number(total[1]), abs=0.11)


def test_no_sheet_has_a_table_without_rows_or_with_empty_columns(training_county):
    for name in CONTENTS:
        for page in (None, *atlas_pages(training_county, "town")):
            for table in contents_of(name, training_county, page).tables:
                for column in range(1, len(table.columns)) if table.rows else ():
                    assert {row[column] for row in table.rows} - {"—", ""}, (name, page, table.title)


def test_pages_read_a_layer_once(training_county, monkeypatch):
    county = county_of(training_county.project, training_county.facts)
    seen = []
    plain = ground_module.read_features

    def counted(layer, *rest, **words):
        seen.append(layer.name())
        return plain(layer, *rest, **words)

    monkeypatch.setattr(ground_module, "read_features", counted)
    for page in (None, *atlas_pages(county, "town")):
        contents_of("control", county, page)
    assert len(seen) == len(set(seen)) > 3


def test_the_smallest_towns_of_a_long_table_are_one_row_that_keeps_the_sum():
    count = MOST_ROWS + 10
    names = tuple(f"镇{number}" for number in range(count))
    ground = Ground(names, names, np.zeros(count, dtype=object), np.full(count, 1e8), None)
    table = table_by_town("面积", ground, [Amounts("面积", np.arange(count, dtype=float))])
    assert len(table.rows) == MOST_ROWS + 2 and table.rows[MOST_ROWS - 1][0] == "其他"
    assert number(table.rows[-2][1]) == sum(range(count))


def test_rounded_figures_add_up_and_little_is_not_nothing():
    assert rounded_parts([1.4, 1.4, 1.2], 0).tolist() == [2.0, 1.0, 1.0]
    assert rounded_parts([], 1).sum() == 0
    assert shares([1, 1, 1]) == ["33.34", "33.33", "33.33"]
    assert shown(0.0, 1) == "—" and shown(0.0, 1, 0.01) == "<0.1" and shown(1234.5, 1) == "1,234.5"


def small_county(codes: list[str]) -> County:
    """A square county of one parcel a code, side by side, 1 km² each."""
    project = QgsProject()
    crs = "EPSG:4546"
    boundary = layer_of(project, f"Polygon?crs={crs}&field=name:string", "县界")
    land = layer_of(project, f"Polygon?crs={crs}&field=dlbm:string", "用地现状")
    add(boundary, square(0, len(codes) + 1), "")
    for at, code in enumerate(codes):
        add(land, square(at, 1), code)
    roles = RoleSet(
        {"boundary": RoleAssignment(boundary.id()), "landuse": RoleAssignment(land.id(), {"class": "dlbm"})}
    )
    return County(project, roles, facts=SheetFacts("某县"))


def layer_of(project: QgsProject, uri: str, name: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(uri, name, "memory")
    project.addMapLayer(layer)
    return layer


def square(kilometre: int, wide: int) -> QgsGeometry:
    left = 500_000 + 1000 * kilometre
    corners = [(left, 0), (left + 1000 * wide, 0), (left + 1000 * wide, 1000), (left, 1000)]
    words = ", ".join(f"{x} {4_000_000 + y}" for x, y in (*corners, corners[0]))
    return QgsGeometry.fromWkt(f"POLYGON(({words}))")


def add(layer: QgsVectorLayer, shape: QgsGeometry, value: str) -> None:
    feature = QgsFeature(layer.fields())
    feature.setGeometry(shape)
    feature.setAttributes([value])
    layer.dataProvider().addFeature(feature)


def test_codes_of_the_survey_are_read_as_such_and_its_wetlands_are_one_class(qgis_app):
    said = contents_of("landuse", small_county(["0301", "0602", "1202", "1106", "0601"]), None)
    names = [row[0] for row in said.tables[0].rows]
    assert names == ["00 湿地", "03 林地", "06 工矿用地", "12 其他土地", "无用地图斑", "合计"]
    assert any("第三次全国国土调查" in note for note in said.notes)


def test_what_nobody_can_read_has_a_row_and_a_note_with_its_area(qgis_app):
    said = contents_of("landuse", small_county(["0101 水田", "", "莫名地"]), None)
    assert [row[0] for row in said.tables[0].rows] == ["01 耕地", "未识别", "无用地图斑", "合计"]
    note = next(note for note in said.notes if "未能识别" in note)
    assert "2 个图斑" in note and "空值、莫名地" in note
    assert any("没有用地图斑" in note for note in said.notes)


def test_without_a_field_of_classes_the_sheet_says_so(qgis_app):
    county = small_county(["0101"])
    land = county.roles.get("landuse")
    bare = County(county.project, county.roles.with_assignment("landuse", RoleAssignment(land.layer_id)))
    said = contents_of("landuse", bare, None)
    assert not said.tables and "没有地类编码或名称字段" in said.notes[0]


def test_the_three_spaces_hold_nothing_twice_and_add_up_to_the_county(training_county, read):
    found = contents_of("spaces", training_county, None)
    (table,) = found.tables
    headings = [column.heading.split("\n")[0] for column in table.columns]
    assert headings[1:] == ["农业空间", "生态空间", "城镇空间", "重叠", "未划入"]
    total = next(row for row in table.rows if row[0] == "合计")
    assert sum(map(number, total[1:])) == pytest.approx(hectares(read("县界").geometry), abs=1.0)
    overlap, unassigned = number(total[4]), number(total[5])
    assert (overlap, unassigned) == pytest.approx((52.45, 41.32), abs=0.1)
    assert "三类空间相互重叠 52.4" in found.notes[1] and "有 41.3" in found.notes[2]
    farm, land, town = (read(f"{one}空间").union_all() for one in ("农业", "生态", "城镇"))
    alone = farm.difference(land.union(town)).intersection(read("乡镇").set_index("名称").geometry["桃坪镇"])
    assert cells(table, 1)["桃坪镇"] == pytest.approx(hectares([alone]), abs=1.0)


def test_the_three_spaces_are_those_of_the_run_that_the_panel_shows(training_county, structure_results):
    kinds = ("agriculture", "ecology", "urban", "overlap", "unassigned")
    areas = dict(zip(whole_county(training_county).names, (whole_county(training_county).areas / 1e4).tolist()))
    rows = [(None, town, kind, areas[town] / 5) for town in areas for kind in kinds]
    balance = structure_results._layer("NoGeometry", "zone space area_hm2:double", rows)
    clash = structure_results._layer("NoGeometry", "zone area_hm2:double", [(None, "桃坪镇", 47.7)])
    run = Run("spacebalance", "2026-11-25T12:00:00", layers={"BALANCE": balance, "CONFLICTS": clash})
    county = replace(training_county, results=Results({"spacebalance": run}), kept={})
    found = contents_of("spaces", county, None)
    assert cells(found.tables[0], 1)["桃坪镇"] == pytest.approx(areas["桃坪镇"] / 5, abs=0.51)
    assert "三条控制线与三类空间冲突 1 处、47.70 公顷" in found.notes[-1]
    assert "冲突" not in "".join(contents_of("spaces", county, page_of(county, "城关镇")).notes)


def test_a_town_without_red_line_says_so_in_its_headline(training_county):
    page = page_of(training_county, "康宁镇")
    for name in ("control", "ecology"):
        assert contents_of(name, training_county, page).headline == ("生态保护红线面积及占比", "0 公顷（没有）")
