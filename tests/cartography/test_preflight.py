"""What a planner is told before an export, on the training county and on layers with a fault planted in them."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from types import SimpleNamespace

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingParameterFeatureSink,
    QgsProcessingProvider,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ronghe.plugin.cartography.county_sheets.county import county_of
from ronghe.plugin.cartography.facts import SheetFacts
from ronghe.plugin.cartography.preflight import words
from ronghe.plugin.cartography.preflight.check import by_gravity, case_of, preflight
from ronghe.plugin.cartography.preflight.finding import ERROR, INFO, WARNING, Finding
from ronghe.plugin.cartography.preflight.freshness import changed_at, freshness_findings
from ronghe.plugin.cartography.preflight.labels import overlapping_pairs, unplaced_names
from ronghe.plugin.cartography.preflight.land_words import land_word_findings
from ronghe.plugin.cartography.preflight.output import bytes_needed, output_findings
from ronghe.plugin.cartography.preflight.people import people_findings
from ronghe.plugin.cartography.preflight.stated_areas import stated_area_findings
from ronghe.plugin.cartography.preflight.systems import system_findings
from ronghe.plugin.cartography.preflight.tiling import tiling_findings
from ronghe.plugin.cartography.preflight.whereabouts import whereabouts_findings
from ronghe.plugin.cartography.preflight.words import word_findings
from ronghe.plugin.cartography.production.jobs import Order
from ronghe.plugin.county.provenance import Provenance
from ronghe.plugin.county.results import mark_run
from ronghe.plugin.county.roles import RoleAssignment, RoleSet, save_roles

FACTS = SheetFacts("云岭县国土空间总体规划（2021—2035年）", "云岭县人民政府", "云岭县自然资源局", "二〇二六年十一月")
CRS = "EPSG:4546"
#: A square county of 20 by 20 km, and its two halves.
COUNTY = "POLYGON((500000 4090000, 520000 4090000, 520000 4110000, 500000 4110000, 500000 4090000))"
WEST = "POLYGON((500000 4090000, 510000 4090000, 510000 4110000, 500000 4110000, 500000 4090000))"
EAST = "POLYGON((510000 4090000, 520000 4090000, 520000 4110000, 510000 4110000, 510000 4090000))"


@pytest.fixture(scope="module")
def training(qgis_app, training_data):
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem(CRS))
    tables = QgsProviderRegistry.instance().querySublayers(str(training_data / "yunling.gpkg"))
    project.addMapLayers([QgsVectorLayer(one.uri(), one.name(), "ogr") for one in tables])
    project.addMapLayer(QgsRasterLayer(str(training_data / "yunling_dem.tif"), "高程"))
    yield county_of(project, FACTS)
    project.clear()


@pytest.fixture
def order(tmp_path):
    return Order((), tmp_path)


def layer(name, kind, fields, rows, crs=CRS):
    definition = "&".join([f"{kind}?crs={crs}", *(f"field={field}" for field in fields)])
    made = QgsVectorLayer(definition, name, "memory")
    if not crs:
        made.setCrs(QgsCoordinateReferenceSystem())
    for wkt, *values in rows:
        feature = QgsFeature(made.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature.setAttributes(values)
        made.dataProvider().addFeature(feature)
    made.updateExtents()
    return made


def county(layers: dict, fields: dict | None = None, crs=CRS, facts=FACTS):
    """A county of a few layers by role, their fields by role."""
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem(crs))
    project.addMapLayers(list(layers.values()))
    fields = fields or {}
    save_roles(project, RoleSet({role: RoleAssignment(one.id(), fields.get(role, {})) for role, one in layers.items()}))
    return county_of(project, facts)


def boundary(*fields, values=()):
    return layer("县界", "Polygon", ["名称:string", *fields], [(COUNTY, "云岭县", *values)])


def said(findings, severity=None):
    return "\n".join(one.message for one in findings if severity in (None, one.severity))


def test_the_training_county_has_nothing_that_stops_an_export(training, order):
    found = preflight(training, ["control_lines", "transport"], order)
    assert not [one for one in found if one.severity == ERROR], said(found, ERROR)


def test_an_empty_project_is_told_what_every_sheet_lacks(qgis_app, order):
    found = preflight(county_of(QgsProject(), FACTS), [], order)
    assert "没有一张图件可以导出" in said(found, ERROR)
    assert "《县域国土空间控制线规划图》缺少县界图层" in said(found, INFO)


def test_a_sheet_asked_for_that_cannot_be_drawn_is_a_warning_and_one_that_nobody_knows_an_error(training, order):
    found = preflight(training, ["minerals", "moon", "transport"], order, labels=False)
    assert "开采分区的结果" in said(found, WARNING)
    assert "没有这样的图件：moon" in said(found, ERROR)


def test_findings_come_by_gravity_and_each_once():
    info, error = Finding("a", INFO, "", "小", ""), Finding("b", ERROR, "", "大", "")
    assert by_gravity([info, error, info]) == [error, info]


def test_a_layer_of_the_wrong_shape_or_without_system_stops_the_sheets_that_draw_it(qgis_app, order):
    lines = layer("道路", "LineString", [], [("LINESTRING(500000 4090000, 520000 4110000)",)], crs="")
    points = layer("园区", "LineString", [], [("LINESTRING(500000 4090000, 520000 4110000)",)])
    made = county({"boundary": boundary(), "roads": lines, "parks": points})
    found = preflight(made, ["transport"], order, labels=False)
    assert "道路图层“道路”没有坐标系" in said(found, ERROR)
    assert "“园区”的类型不能用作产业园区" in said(found, ERROR)


def test_a_layer_whose_file_is_gone_is_not_called_one_without_system(qgis_app, order):
    gone = [QgsVectorLayer(f"/移走了/{name}.gpkg", name, "ogr") for name in ("县界", "道路")]
    made = county({"boundary": gone[0], "roads": gone[1]})
    found = said(preflight(made, [], order, labels=False))
    assert "县界图层（“县界”的数据源打不开）" in found and "没有坐标系" not in found
    still = county({"boundary": boundary(), "roads": gone[1], "parks": layer("园区", "Polygon", [], [])})
    found = said(preflight(still, ["transport"], order, labels=False))
    assert "“道路”的数据源打不开" in found and "没有坐标系" not in found


def test_text_in_the_wrong_encoding_is_told_before_it_is_printed(qgis_app, order):
    names = [name.encode("gbk").decode("latin1") for name in ("双河镇", "桃坪镇", "康宁镇")]
    garbled = [("POINT(505000 4100000)", name) for name in names]
    seats = layer("驻地", "Point", ["名称:string"], garbled)
    made = county({"boundary": boundary(), "seats": seats, "roads": layer("道路", "LineString", [], [])})
    assert "“驻地”的字段“名称”中有乱码" in said(preflight(made, ["transport"], order, labels=False), WARNING)


def test_a_project_in_degrees_is_told_which_system_is_used_instead(qgis_app, order):
    made = county({"boundary": boundary(), "roads": layer("道路", "LineString", [], [])}, crs="EPSG:4326")
    found = list(system_findings(case_of(made, ["transport"], order)))
    assert "图幅改用“CGCS2000 / 3-degree Gauss-Kruger CM 111E EPSG:4546”" in said(found, INFO)
    assert not said(found, ERROR)


def test_a_system_that_is_not_cgcs2000_is_a_warning(qgis_app, order):
    made = county({"boundary": boundary(), "roads": layer("道路", "LineString", [], [])}, crs="EPSG:32649")
    assert "不是 2000 国家大地坐标系" in said(system_findings(case_of(made, ["transport"], order)), WARNING)


def test_a_county_far_beside_its_zone_is_a_warning(qgis_app, order):
    # One degree of longitude east of the zone of 111°: 112.7 to 113 °E.
    shape = "POLYGON((112.7 37, 113 37, 113 37.2, 112.7 37.2, 112.7 37))"
    far = layer("县界", "Polygon", ["名称:string"], [(shape, "云岭县")], crs="EPSG:4490")
    made = county({"boundary": far, "roads": layer("道路", "LineString", [], [])})
    found = list(system_findings(case_of(made, ["transport"], order)))
    assert "100%" in said(found, WARNING) and "中央经线 111°，109.5°—112.5°" in said(found, WARNING)


def test_a_layer_that_lies_elsewhere_is_told_with_the_distance(qgis_app, order):
    there = "LINESTRING(505000 4095000, 515000 4095000)"
    for crs, told in ((CRS, ""), ("EPSG:3857", "图层“道路”整个在县界之外")):
        made = county({"boundary": boundary(), "roads": layer("道路", "LineString", [], [(there,)], crs=crs)})
        text = said(whereabouts_findings(case_of(made, ["transport"], order)), WARNING)
        assert told in text and ("公里" in text) == bool(told)


def test_an_area_written_in_a_layer_is_held_against_its_shape(qgis_app, order):
    roads = layer("道路", "LineString", [], [])

    def told(field, value, severity):
        made = county({"boundary": boundary(f"{field}:double", values=(value,)), "roads": roads.clone()})
        return said(stated_area_findings(case_of(made, ["transport"], order)), severity)

    # The square measures 400 km² on the plane and a little more or less on the ellipsoid.
    assert not told("面积_km2", 400.3, None)
    assert not told("面积_公顷", 40030.0, None) and not told("面积", 600450.0, None)
    assert "相差" in told("面积_km2", 420.0, WARNING)
    assert "字段“面积_km2”合计 800.00 平方公里" in told("面积_km2", 800.0, ERROR)


def test_overlaps_and_gaps_of_the_three_spaces_are_told_from_a_hectare(training, order):
    found = said(tiling_findings(case_of(training, ["spaces"], order)), WARNING)
    assert "三类空间相互重叠 52.45 公顷" in found and "有 41.32 公顷没有划入" in found


def test_zones_that_do_not_tile_the_county_are_told_with_figures(qgis_app, order):
    half = layer("规划分区", "Polygon", ["分区:string"], [(WEST, "城镇发展区")])
    made = county({"boundary": boundary(), "planning_zones": half}, {"planning_zones": {"class": "分区"}})
    assert "相差 50.0%" in said(tiling_findings(case_of(made, ["planning_zones"], order)), WARNING)
    double = layer("规划分区", "Polygon", ["分区:string"], [(WEST, "甲"), (EAST, "乙"), (EAST, "丙")])
    made = county({"boundary": boundary(), "planning_zones": double}, {"planning_zones": {"class": "分区"}})
    assert "公顷互相重叠" in said(tiling_findings(case_of(made, ["planning_zones"], order)), WARNING)


def test_land_outside_the_county_is_told_by_itself_and_not_counted(qgis_app, order):
    """The whole county and as much again east of it."""
    beyond = "POLYGON((510000 4090000, 540000 4090000, 540000 4110000, 510000 4110000, 510000 4090000))"
    land = layer("用地现状", "Polygon", ["地类:string"], [(WEST, "0101"), (beyond, "林地")])
    made = county({"boundary": boundary(), "landuse": land}, {"landuse": {"class": "地类"}})
    found = said(tiling_findings(case_of(made, ["land_use"], order)), WARNING)
    assert "用地现状有 39,999" in found and "公顷在县界之外" in found and "相差" not in found


def test_land_whose_code_nobody_knows_is_told_from_one_per_cent(qgis_app, order):
    def told(word):
        land = layer("用地现状", "Polygon", ["地类:string"], [(WEST, word), (EAST, "0101")])
        made = county({"boundary": boundary(), "landuse": land}, {"landuse": {"class": "地类"}})
        return said(land_word_findings(case_of(made, ["land_use"], order)), WARNING)

    assert "（50.0%）的地类未识别（甲乙丙）" in told("甲乙丙") and "未识别（空）" in told(None)
    assert told("0301") == ""


def test_people_that_do_not_add_up_and_odd_densities_are_told(qgis_app, order):
    towns = layer("乡镇", "Polygon", ["名称:string", "人口:double"], [(WEST, "东镇", 20000), (EAST, "西乡", 3)])
    village = ("POINT(505000 4100000)", "村", 12000)
    villages = layer("村", "Point", ["名称:string", "人口:double"], [village])
    names = {"name": "名称", "population": "人口"}
    made = county(
        {"boundary": boundary(), "towns": towns, "villages": villages, "roads": layer("道路", "LineString", [], [])},
        {"towns": names, "villages": names},
    )
    text = said(people_findings(case_of(made, ["transport"], order)), WARNING)
    assert "各村人口合计 12,000 人，各乡镇人口合计 20,003 人，相差 8,003 人" in text
    assert "1 个乡镇的人口密度" in text and "西乡 0.0 人" in text


@pytest.mark.parametrize(
    ("words_given", "severity", "told"),
    [
        ({"plan_title": ""}, WARNING, "没有填写规划名称"),
        ({"plan_title": "青山县国土空间总体规划"}, WARNING, "没有县界图层里的县名“云岭县”"),
        ({"plan_title": "云岭县规划（2035—2021年）"}, WARNING, "起止颠倒"),
        ({"date_text": "二〇九九年一月"}, WARNING, "在将来"),
        ({"date_text": "去年"}, WARNING, "看不出是哪一年"),
        ({"date_text": ""}, INFO, "没有填写日期"),
    ],
)
def test_words_that_disagree_with_data_and_calendar_are_told(qgis_app, order, words_given, severity, told):
    made = county({"boundary": boundary()}, {"boundary": {"name": "名称"}}, facts=replace(FACTS, **words_given))
    assert told in said(word_findings(case_of(made, [], order)), severity)


def test_right_words_are_not_remarked_on(qgis_app, order):
    made = county({"boundary": boundary()}, {"boundary": {"name": "名称"}})
    assert not list(word_findings(case_of(made, [], order)))


def test_coordinates_in_a_secret_sheet_are_a_warning(qgis_app, tmp_path):
    made = county({"boundary": boundary()}, facts=replace(FACTS, secrecy="秘密"))
    assert "GeoPDF 中带有坐标" in said(word_findings(case_of(made, [], Order((), tmp_path, fmt="geopdf"))), WARNING)


class Audit(QgsProcessingAlgorithm):
    """Stands in for ``auditproject``: one row."""

    def name(self):
        return "auditproject"

    def displayName(self):
        return "核查"

    def createInstance(self):
        return Audit()

    def initAlgorithm(self, configuration=None):
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", "结果"))

    def processAlgorithm(self, parameters, context, feedback):
        columns = ("check", "severity", "layer", "features", "message", "advice")
        fields = layer("", "None", [f"{column}:string" for column in columns], [], crs="").fields()
        sink, place = self.parameterAsSink(parameters, "OUTPUT", context, fields)
        feature = QgsFeature(fields)
        feature.setAttributes(["facts", "error", "乡镇", "", "乡镇数应为 7，实为 6。", "请补全。"])
        sink.addFeature(feature)
        return {"OUTPUT": place}


def test_what_the_audit_of_the_project_finds_is_in_the_same_list(qgis_app, order, monkeypatch):
    class Standin(QgsProcessingProvider):
        def id(self):
            return "standin"

        def name(self):
            return "standin"

        def loadAlgorithms(self):
            self.addAlgorithm(Audit())

    provider = Standin()
    QgsApplication.processingRegistry().addProvider(provider)
    monkeypatch.setattr(words, "AUDIT", "standin:auditproject")
    try:
        made = county({"boundary": boundary()}, {"boundary": {"name": "名称"}})
        assert list(word_findings(case_of(made, [], order))) == [
            Finding("facts", ERROR, "", "乡镇数应为 7，实为 6。", "请补全。")
        ]
    finally:
        QgsApplication.processingRegistry().removeProvider(provider)


def test_a_result_older_than_its_input_is_told(qgis_app, order, tmp_path):
    file = tmp_path / "道路.geojson"
    file.write_text('{"type": "FeatureCollection", "features": []}', encoding="utf-8")
    created = datetime.now(timezone.utc) - timedelta(hours=1)
    zones = layer("分区", "Polygon", [], [(WEST,)])
    given = Provenance("ronghe:mineralzoning", {"ROADS": str(file)}, created=created.isoformat())
    mark_run(zones, "ZONES", "a", given, {})
    made = county({"boundary": boundary(), "resources": layer("资源", "Polygon", [], [(WEST,)])})
    made.project.addMapLayer(zones)
    text = said(freshness_findings(case_of(county_of(made.project, FACTS), ["minerals"], order)), WARNING)
    assert "开采分区的结果算于" in text and "1 个输入的数据改过：道路.geojson" in text


def test_opening_a_geopackage_is_no_change_of_its_tables(tmp_path):
    path = tmp_path / "县.gpkg"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE gpkg_contents (table_name TEXT, last_change TEXT)")
        database.execute("INSERT INTO gpkg_contents VALUES ('道路', '2026-01-01T00:00:00.000Z')")
        database.execute("INSERT INTO gpkg_contents VALUES ('河流', '2026-03-01T00:00:00.000Z')")
        database.commit()
    assert changed_at(path, "道路") == datetime(2026, 1, 1, tzinfo=timezone.utc).timestamp()
    assert changed_at(path) == datetime(2026, 3, 1, tzinfo=timezone.utc).timestamp()
    assert changed_at(tmp_path / "没有.gpkg") is None


def test_a_folder_that_cannot_be_written_is_an_error(training, tmp_path):
    file = tmp_path / "文件"
    file.write_text("", encoding="utf-8")
    for folder, told in ((file, "是文件，不是文件夹"), (file / "下面", "无法建立"), (Path("/proc/图件"), "是只读的")):
        found = output_findings(case_of(training, ["transport"], Order((), folder)))
        assert told in said(found, ERROR), folder


def test_a_disk_too_small_is_told_with_figures(training, tmp_path, monkeypatch):
    case = case_of(training, ["transport"], Order((), tmp_path, fmt="png", booklet=True))
    # A3 at 300 dpi has 4961 × 3508 pixels.
    assert bytes_needed(case) == pytest.approx(4961 * 3508 + 2 * 6 * 1024**2, rel=0.01)
    usage = SimpleNamespace(free=10_000_000)
    monkeypatch.setattr("ronghe.plugin.cartography.preflight.output.shutil.disk_usage", lambda folder: usage)
    assert "1 页约需 29 MB，磁盘只剩 10 MB" in said(output_findings(case), ERROR)


@pytest.mark.parametrize(("paper", "dpi", "told"), [("A0", 1200, "约 8.3 GB"), ("A0", 300, ""), ("A3", 600, "")])
def test_a_picture_too_large_for_the_memory_is_a_warning(training, tmp_path, paper, dpi, told):
    found = output_findings(case_of(training, ["transport"], Order((), tmp_path, fmt="png", dpi=dpi, paper=paper)))
    text = said(found, WARNING)
    assert told in text and ("内存" in text) == bool(told)


def test_files_that_would_be_replaced_are_told(training, tmp_path):
    (tmp_path / "旧.pdf").write_bytes(b"x")
    assert "已有 1 个图件或表格" in said(output_findings(case_of(training, ["transport"], Order((), tmp_path))), INFO)


def test_an_atlas_without_anything_to_divide_by_is_an_error(qgis_app, tmp_path):
    made = county({"boundary": boundary(), "roads": layer("道路", "LineString", [], [])})
    case = case_of(made, ["transport"], Order((), tmp_path, atlas="village"))
    assert "没有可以分幅的对象" in said(output_findings(case), ERROR)


def test_names_that_find_no_place_are_told_by_name_and_sheet(qgis_app, order):
    crowd = [(f"POINT({510000 + 40 * n} 4100000)", f"很长很长的文物保护单位名称{n}") for n in range(60)]
    sites = layer("文物", "Point", ["名称:string"], crowd)
    made = county({"boundary": boundary(), "heritage": sites}, {"heritage": {"name": "名称"}})
    found = [one for one in preflight(made, ["heritage"], order) if one.check == "labels"]
    assert found and {one.sheet for one in found} == {"heritage"}
    assert "个名称没有位置" in said(found, WARNING) and "很长很长的文物保护单位名称" in said(found, WARNING)
    assert not [one for one in preflight(made, ["heritage"], order, labels=False) if one.check == "labels"]


def label(name, layer="a", unplaced=False, box="POLYGON((0 0, 4 0, 4 1, 0 1, 0 0))", feature=0):
    return SimpleNamespace(
        labelText=name,
        layerID=layer,
        isUnplaced=unplaced,
        isDiagram=False,
        featureId=feature,
        labelGeometry=QgsGeometry.fromWkt(box),
    )


def test_a_river_named_once_is_named(qgis_app):
    labels = [label("青河"), label("青河", unplaced=True), label("白河", unplaced=True), label("白河", "b")]
    assert unplaced_names(labels) == {"a": ["白河"]}


def test_names_on_top_of_each_other_are_pairs(qgis_app):
    beside = "POLYGON((4 0, 8 0, 8 1, 4 1, 4 0))"
    over = "POLYGON((3 0, 7 0, 7 1, 3 1, 3 0))"
    labels = [label("甲村"), label("乙村", feature=1, box=beside), label("丙村", feature=2, box=over)]
    pairs = set(map(frozenset, overlapping_pairs(labels)))
    assert pairs == {frozenset(("甲村", "丙村")), frozenset(("乙村", "丙村"))}


def test_letters_of_one_name_along_a_line_are_no_pairs(qgis_app):
    over = "POLYGON((3 0, 7 0, 7 1, 3 1, 3 0))"
    assert not overlapping_pairs([label("廊"), label("道", feature=1, box=over)])
    assert overlapping_pairs([label("廊"), label("道", "b", feature=1, box=over)])
