"""Zoning as a planner runs it: layers in, zones with their law out."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException, QgsRasterLayer, QgsVectorLayer

MEMORY = "TEMPORARY_OUTPUT"
OUTPUTS = ("ZONES", "BALANCE", "NOT_APPLIED", "RULES_USED")


@pytest.fixture
def layer(layer_of):
    """Makes a layer of (well-known text, attributes) rows: ``layer([("POINT(0 0)", {"名称": "甲"})])``."""

    def make(rows):
        kind = {"POIN": "Point", "LINE": "LineString", "POLY": "Polygon"}[rows[0][0][:4]]
        names = list(rows[0][1])
        return layer_of(kind, dict.fromkeys(names, "string"), [(shape, *given.values()) for shape, given in rows])

    return make


@pytest.fixture
def zone(run):
    """Runs ronghe:mineralzoning with all its tables in memory."""

    def call(**parameters):
        return run("mineralzoning", **{**dict.fromkeys(OUTPUTS, MEMORY), "MIN_AREA": 0, **parameters})

    return call


@pytest.fixture
def square(layer):
    """A resource area of one square kilometre, mined as ``method`` says."""

    def make(method="露天", mineral="铝土矿", x=0.0):
        box = f"POLYGON(({x} -500,{x + 1000} -500,{x + 1000} 500,{x} 500,{x} -500))"
        return layer([(box, {"名称": "甲区", "矿种": mineral, "开采方式": method})])

    return make


FIELDS = {"METHOD_FIELD": "开采方式", "MINERAL_FIELD": "矿种", "NAME_FIELD": "名称"}


def hectares(rows, **wanted):
    return sum(row["area_hm2"] for row in rows if all(row[name] == value for name, value in wanted.items()))


def test_a_national_road_takes_a_hundred_metres_from_the_edge_of_its_land(zone, square, layer):
    road = layer([("LINESTRING(-3000 0,3000 0)", {"等级": "国道", "名称": "G999"})])
    found = zone(RESOURCES=square(), ROADS=road, ROADS_CLASS_FIELD="等级", **FIELDS)
    rows = found.rows("ZONES")
    assert hectares(rows, **{"class": "prohibited"}) == pytest.approx(22.0, rel=2e-4)
    prohibited = next(row for row in rows if row["class"] == "prohibited")
    assert prohibited["class_zh"] == "禁止开采区" and prohibited["rules"] == "R1"
    assert "距国道用地外缘 100 米以内" in prohibited["reasons"]
    assert "公路安全保护条例第17条第1项" in prohibited["sources"]
    assert prohibited["objects"] == "G999" and prohibited["resource"] == "甲区"
    assert found["PROHIBITED_SHARE"] == pytest.approx(0.22, rel=1e-3)
    assert sum(row["area_hm2"] for row in rows) == pytest.approx(found["RESOURCE_AREA"], rel=1e-6)


def test_the_area_is_that_of_the_ellipsoid(zone, square):
    found = zone(RESOURCES=square(), **FIELDS)
    # On the central meridian's zone, 11° of arc away from nothing: the plane's hectare differs in the fifth digit.
    assert found["RESOURCE_AREA"] == pytest.approx(100.0, rel=3e-4)


def test_the_railway_is_a_restriction_for_open_pits_and_nothing_for_underground_mines(zone, square, layer):
    railway = layer([("LINESTRING(-3000 0,3000 0)", {"名称": "云平铁路"})])
    open_pit = zone(RESOURCES=square("露天"), RAILWAYS=railway, **FIELDS).rows("ZONES")
    assert {row["class"] for row in open_pit} == {"restricted"}
    assert any("R7" in row["rules"].split(";") for row in open_pit)
    below = zone(RESOURCES=square("地下"), RAILWAYS=railway, **FIELDS).rows("ZONES")
    assert hectares(below, **{"class": "restricted"}) == pytest.approx(3.0, rel=1e-3)  # the safety zone of 15 m
    assert {row["rules"] for row in below} == {"", "R8"}


def test_a_first_class_water_zone_prohibits_and_a_second_class_restricts(zone, square, layer):
    zones = layer(
        [
            ("POLYGON((0 -500,300 -500,300 500,0 500,0 -500))", {"级别": "一级"}),
            ("POLYGON((300 -500,700 -500,700 500,300 500,300 -500))", {"级别": "二级"}),
        ]
    )
    found = zone(RESOURCES=square(), WATER_PROTECTION=zones, WATER_PROTECTION_CLASS_FIELD="级别", **FIELDS)
    rows = found.rows("ZONES")
    assert hectares(rows, **{"class": "prohibited"}) == pytest.approx(30, rel=1e-3)
    assert hectares(rows, **{"class": "restricted"}) == pytest.approx(40, rel=1e-3)
    balance = {row["rule"]: row for row in found.rows("BALANCE")}
    assert balance["R27"]["area_hm2"] == pytest.approx(70, rel=1e-3)


def test_what_rules_take_together_and_alone(zone, square, layer):
    farmland = layer([("POLYGON((0 -500,600 -500,600 500,0 500,0 -500))", {"编号": "1"})])
    red_line = layer([("POLYGON((400 -500,1000 -500,1000 500,400 500,400 -500))", {"编号": "2"})])
    found = zone(RESOURCES=square(), FARMLAND=farmland, REDLINE=red_line, **FIELDS)
    balance = {row["rule"]: row for row in found.rows("BALANCE")}
    for rule in ("R19", "R25"):
        assert balance[rule]["area_hm2"] == pytest.approx(60, rel=1e-3)
        assert balance[rule]["exclusive_area_hm2"] == pytest.approx(40, rel=1e-3)
    both = [row for row in found.rows("ZONES") if row["rules"] == "R19;R25"]
    assert sum(row["area_hm2"] for row in both) == pytest.approx(20, rel=1e-3)


def test_a_zone_tells_of_the_slivers_it_has_taken_in(zone, square, layer):
    strip = layer([("POLYGON((499 -500,501 -500,501 500,499 500,499 -500))", {"名称": "林带"})])
    rows = zone(RESOURCES=square(), FOREST=strip, MIN_AREA=1, **FIELDS).rows("ZONES")
    assert {row["class"] for row in rows} == {"permitted"}
    (row,) = [row for row in rows if row["merged_hm2"] > 0]
    assert row["merged_hm2"] == pytest.approx(0.2, rel=1e-3)
    assert "并入了小于最小图斑面积的碎斑 0.200 公顷" in row["reasons"]


def test_rules_without_their_layer_are_named_and_the_class_is_conditional(zone, square, layer):
    road = layer([("LINESTRING(-3000 0,3000 0)", {"等级": "国道"})])
    found = zone(RESOURCES=square(), ROADS=road, ROADS_CLASS_FIELD="等级", **FIELDS)
    missing = {row["rule"] for row in found.rows("NOT_APPLIED")}
    assert {"R7", "R16", "R19", "R25", "R27", "R3"} <= missing
    assert not {"R1", "R2"} & missing
    for row in found.rows("ZONES"):
        if row["class"] == "prohibited":
            assert not row["conditional"]
        else:
            assert row["conditional"].startswith("在缺少") and "铁路" in row["conditional"]
            assert row["conditional"].endswith("的情况下")
    assert found.said.warned("没有采用", "R7")


def test_roads_without_classes_are_not_taken_for_village_roads(zone, square, layer):
    road = layer([("LINESTRING(-3000 0,3000 0)", {"等级": "国道"})])
    found = zone(RESOURCES=square(), ROADS=road, **FIELDS)
    unknown = [row for row in found.rows("NOT_APPLIED") if row["role"] == "ROADS" and row["rule"] in ("R1", "R2")]
    assert {row["rule"] for row in unknown} == {"R1", "R2"}
    assert all("类别不明" in row["reason"] and row["features"] == 1 for row in unknown)
    assert all(row["layer"] == "道路的类别" for row in unknown)
    assert all("道路的类别（国道、省道…）" in row["conditional"] for row in found.rows("ZONES"))


def test_a_condition_does_not_deny_a_layer_that_is_there(zone, square, layer):
    """A river is drawn and only its class is missing: the condition names what the class would tell."""
    river = layer([("LINESTRING(-3000 0,3000 0)", {"名称": "清水河"})])
    found = zone(RESOURCES=square(), RIVERS=river, **FIELDS)
    assert {row["class"] for row in found.rows("ZONES")} == {"restricted", "permitted"}
    for row in found.rows("ZONES"):
        assert "河流与河道管理范围的类别（堤防和护堤地、堤防安全保护区）" in row["conditional"]
        assert "河流与河道管理范围、" not in row["conditional"] and "隧道" in row["conditional"]
    lacking = {row["rule"]: row["layer"] for row in found.rows("NOT_APPLIED") if row["role"] == "RIVERS"}
    assert lacking == dict.fromkeys(("R12", "R14"), "河流与河道管理范围的类别")


def test_unknown_words_are_listed(zone, square, layer):
    road = layer([("LINESTRING(-3000 0,3000 0)", {"等级": "等外路"})])
    found = zone(RESOURCES=square("洞采"), ROADS=road, ROADS_CLASS_FIELD="等级", **FIELDS)
    assert found.said.warned("等级", "等外路") and found.said.warned("开采方式", "洞采", "露天")


def test_a_tunnel_in_a_layer_of_bridges_and_tunnels_is_no_bridge(zone, square, layer):
    both = layer([("POINT(500 0)", {"类型": "隧道"}), ("POINT(-5000 0)", {"类型": "大桥"})])
    found = zone(
        RESOURCES=square(),
        BRIDGES=both,
        BRIDGES_CLASS_FIELD="类型",
        TUNNELS=both,
        TUNNELS_CLASS_FIELD="类型",
        **FIELDS,
    )
    assert hectares(found.rows("ZONES"), **{"class": "prohibited"}) == pytest.approx(3.1416, rel=2e-3)
    assert {row["rules"] for row in found.rows("ZONES")} == {"", "R4"}


def test_the_planner_s_own_rules_win_row_by_row(zone, square, layer, tmp_path):
    rules = tmp_path / "rules.csv"
    rules.write_text("id,class,distance_m,half_width_m,effect\nR1,national,200,0,restricted\n", encoding="utf-8")
    road = layer([("LINESTRING(-3000 0,3000 0)", {"等级": "国道"})])
    found = zone(RESOURCES=square(), ROADS=road, ROADS_CLASS_FIELD="等级", RULES=str(rules), **FIELDS)
    assert hectares(found.rows("ZONES"), **{"class": "restricted"}) == pytest.approx(40, rel=1e-3)
    used = {(row["rule"], row["class"]): row for row in found.rows("RULES_USED")}
    assert used[("R1", "national")]["distance_m"] == 200
    assert used[("R1", "provincial")]["distance_m"] == 100


def test_a_bad_row_of_the_rules_is_named(zone, square, tmp_path):
    rules = tmp_path / "rules.csv"
    rules.write_text("id,class,distance_m,effect\nR1,national,一百,prohibited\n", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=r"第 2 行“distance_m”列的“一百”不是数字"):
        zone(RESOURCES=square(), RULES=str(rules), **FIELDS)


def test_a_law_holds_from_its_day(zone, square, layer):
    zones = layer([("POLYGON((0 -500,300 -500,300 500,0 500,0 -500))", {"名称": "红线"})])
    given = {"RESOURCES": square(), "REDLINE": zones, **FIELDS}
    assert zone(AS_OF="2022-08-15", **given)["PROHIBITED_SHARE"] == 0
    after = zone(AS_OF="2022-08-16", **given)
    assert after["PROHIBITED_SHARE"] == pytest.approx(0.3, rel=1e-3)
    assert any("2022-08-16" in text and "规则版本" in text for text in after.said.infos)
    with pytest.raises(QgsProcessingException, match="不是日期"):
        zone(AS_OF="明天", **given)


def test_a_new_law_takes_over_from_the_old_one(zone, square, layer):
    """Drinking water: the environment code since 2026-08-15, the law on water pollution until the day before."""
    zones = layer([("POLYGON((0 -500,300 -500,300 500,0 500,0 -500))", {"级别": "一级"})])
    given = {"RESOURCES": square(), "WATER_PROTECTION": zones, "WATER_PROTECTION_CLASS_FIELD": "级别", **FIELDS}
    for day, rule, law in (("2026-08-14", "R27a", "水污染防治法"), ("2026-08-15", "R27", "生态环境法典第317条")):
        found = zone(AS_OF=day, **given)
        prohibited = [row for row in found.rows("ZONES") if row["class"] == "prohibited"]
        assert found["PROHIBITED_SHARE"] == pytest.approx(0.3, rel=1e-3)
        assert {row["rules"] for row in prohibited} == {rule} and law in prohibited[0]["sources"]


def test_unverified_rules_are_marked(zone, square, layer):
    town = layer([("POLYGON((0 -500,300 -500,300 500,0 500,0 -500))", {"名称": "城关镇"})])
    rows = zone(RESOURCES=square(), URBAN_BOUNDARY=town, **FIELDS).rows("ZONES")
    marked = next(row for row in rows if row["rules"] == "UGB")
    assert "待核" in marked["reasons"] and "待核" in marked["sources"]


def test_permitted_ground_is_scored_and_its_parts_add_up(zone, square, layer):
    road = layer([("LINESTRING(-9000 0,9000 0)", {"等级": "村道"})])
    park = layer([("POINT(-4000 0)", {"名称": "园区"})])
    found = zone(RESOURCES=square(), ROADS=road, ROADS_CLASS_FIELD="等级", PARKS=park, **FIELDS)
    row = next(row for row in found.rows("ZONES") if row["class"] == "permitted")
    parts = [row[name] or 0.0 for name in ("s_industry", "s_haul", "s_safety", "s_growth")]
    assert row["score"] == pytest.approx(sum(parts)) and 0 < row["score"] < 100
    assert row["haul_km"] == pytest.approx(4.5, abs=0.6)
    assert found.said.warned("评分缺少", "安全距离")
    far = layer([("LINESTRING(-9000 5000,9000 5000)", {"等级": "村道"})])
    lost = zone(RESOURCES=square(), ROADS=far, ROADS_CLASS_FIELD="等级", PARKS=park, **FIELDS)
    row = next(row for row in lost.rows("ZONES") if row["class"] == "permitted")
    assert row["haul_km"] is None and row["haul_note"] and row["s_haul"] == 0
    assert lost.said.warned("到不了任何园区")


def test_without_any_layer_for_the_score_it_is_said_that_none_was_given(zone, square):
    found = zone(RESOURCES=square(), **FIELDS)
    assert {row["score"] for row in found.rows("ZONES")} == {None}
    assert found.said.warned("允许开采区没有评分") and not found.said.warned("由其余因子分担")


def test_areas_without_a_name_have_a_number_and_usual_fields_are_found(zone, layer):
    rows = [
        ("POLYGON((0 0,500 0,500 500,0 500,0 0))", {"矿区名称": None, "主矿种": "铝土矿", "采矿方式": "地下"}),
        ("POLYGON((900 0,1500 0,1500 500,900 500,900 0))", {"矿区名称": "乙区", "主矿种": "石料", "采矿方式": "露天"}),
    ]
    found = zone(RESOURCES=layer(rows))
    named = {row["resource"]: (row["mineral"], row["method"]) for row in found.rows("ZONES")}
    assert named == {"资源区 1": ("铝土矿", "地下"), "乙区": ("石料", "露天")}
    for field in ("矿区名称", "主矿种", "采矿方式"):
        assert sum(f"采用图层中的“{field}”字段" in text for text in found.said.infos) == 1
    nameless = [(shape, {"备注": None}) for shape, _ in rows]
    assert {row["resource"] for row in zone(RESOURCES=layer(nameless)).rows("ZONES")} == {"资源区 1", "资源区 2"}


@pytest.mark.parametrize(
    ("metres", "said"), [(0.4, "200 平方米重叠"), (4.0, "0.20 公顷重叠"), (50.0, "2.5 公顷重叠")]
)
def test_an_overlap_is_told_in_a_unit_that_shows_it(zone, layer, metres, said):
    areas = [(0, 1000), (1000 - metres, 2000)]
    rows = [(f"POLYGON(({w} 0,{e} 0,{e} 500,{w} 500,{w} 0))", {"名称": str(w)}) for w, e in areas]
    assert zone(RESOURCES=layer(rows), **{"NAME_FIELD": "名称"}).said.warned(said)


def test_invalid_areas_are_mended_and_empty_layers_are_said(zone, layer):
    bow = layer([("POLYGON((0 0,1000 1000,1000 0,0 1000,0 0))", {"名称": "蝴蝶结"})])
    nothing = layer([("POLYGON((0 0,1 0,1 1,0 0))", {"名称": ""})])
    nothing.dataProvider().truncate()
    found = zone(RESOURCES=bow, RESERVES=nothing)
    assert found["RESOURCE_AREA"] == pytest.approx(50, rel=1e-3)
    assert found.said.warned("几何无效", "修复")
    assert found.said.warned("自然保护区", "没有可用的要素")
    assert any(row["rule"] == "R16" and "没有可用" in row["reason"] for row in found.rows("NOT_APPLIED"))


def test_no_resources_is_said(zone, layer):
    nothing = layer([("POLYGON((0 0,1 0,1 1,0 0))", {"名称": ""})])
    nothing.dataProvider().truncate()
    with pytest.raises(QgsProcessingException, match="矿产资源图层中没有要素"):
        zone(RESOURCES=nothing)


@pytest.fixture
def county(training_data):
    """A layer of the training county by name, and its terrain."""

    def get(name):
        if name == "dem":
            return QgsRasterLayer(str(training_data / "yunling_dem.tif"), name)
        return QgsVectorLayer(f"{training_data / 'yunling.gpkg'}|layername={name}", name, "ogr")

    return get


def test_the_training_county_end_to_end(zone, county):
    found = zone(
        RESOURCES=county("资源区"),
        MINERAL_FIELD="矿种",
        NAME_FIELD="名称",
        MIN_AREA=0.5,
        ROADS=county("道路"),
        ROADS_CLASS_FIELD="等级",
        RAILWAYS=county("铁路"),
        BRIDGES=county("桥隧"),
        BRIDGES_CLASS_FIELD="类型",
        TUNNELS=county("桥隧"),
        TUNNELS_CLASS_FIELD="类型",
        RIVERS=county("河流"),
        WATER_PROTECTION=county("饮用水水源保护区"),
        WATER_PROTECTION_CLASS_FIELD="级别",
        RESERVES=county("自然保护区"),
        RESERVES_CLASS_FIELD="分区",
        REDLINE=county("生态保护红线"),
        FARMLAND=county("永久基本农田"),
        HAZARD_AREAS=county("地质灾害隐患区"),
        HAZARD_AREAS_CLASS_FIELD="类型",
        URBAN_BOUNDARY=county("城镇开发边界"),
        PARKS=county("产业园区"),
        DEM=county("dem"),
    )
    rows = found.rows("ZONES")
    assert sum(row["area_hm2"] for row in rows) == pytest.approx(found["RESOURCE_AREA"], rel=1e-6)
    shares = [found[f"{name}_SHARE"] for name in ("PROHIBITED", "RESTRICTED", "PERMITTED")]
    assert sum(shares) == pytest.approx(1) and all(0.05 < share < 0.7 for share in shares)
    assert found.said.warned("重叠")  # bodies of different minerals lie one over the other
    assert "禁止开采区占资源区" in found["HEADLINE"]
    taken = {row["rule"]: row["area_hm2"] for row in found.rows("BALANCE")}
    assert taken["R19"] > taken["R1"] > 0 and taken["VIS"] > 0
    assert all(row["area_hm2"] >= row["exclusive_area_hm2"] >= 0 for row in found.rows("BALANCE"))


def test_a_run_can_be_cancelled(run, square, layer, said):
    road = layer([("LINESTRING(-3000 0,3000 0)", {"等级": "国道"})])
    with pytest.raises(QgsProcessingException, match="取消"):
        run(
            "mineralzoning",
            said(cancel_at="叠加"),
            RESOURCES=square(),
            ROADS=road,
            ROADS_CLASS_FIELD="等级",
            ZONES=MEMORY,
        )
