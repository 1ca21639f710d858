"""What planners really bring along to remediation zones: each fault is said, and no mine is lost."""

import numpy as np
import pytest
import shapely

MEMORY = "TEMPORARY_OUTPUT"
FIELDS = {"名称": "string", "状态": "string"}
NAMES = {"NAME_FIELD": "名称", "STATUS_FIELD": "状态", "MINES_OUT": MEMORY, "ZONES": MEMORY}


def square(x, y=0.0, side=100.0):
    return shapely.box(x, y, x + side, y + side)


@pytest.fixture
def mines_of(layer_of):
    def make(*rows, kind="Polygon", **more):
        return layer_of(kind, FIELDS, rows, "矿山", **more)

    return make


@pytest.fixture
def judged(run):
    def start(mines, **more):
        finished = run("remediationzones", MINES=mines, **{**NAMES, **more})
        finished.by_name = {row["mine_name"]: row for row in finished.rows("MINES_OUT")}
        return finished

    return start


@pytest.fixture
def county(layer_of):
    return layer_of("Polygon", {"name": "string"}, [(square(-5000, -5000, 10_000), "云岭县")], "县界")


def test_mines_outside_the_county_are_listed_and_not_ranked(judged, mines_of, county):
    mines = mines_of((square(0), "内矿", "生产"), (square(8000), "外矿", "废弃"), (square(4950), "界上矿", "停产"))
    found = judged(mines, COUNTY=county)
    assert found.said.warned("有 1 座矿山（共 3 座）在县界以外：外矿", "GCJ-02")
    outside = found.by_name["外矿"]
    assert outside["rank"] is None and outside["priority"] is None and "未参与排序和分区" in outside["note"]
    assert "不在本县范围" in outside["measure"] and "县级人民政府" in outside["responsible"]
    assert found["MINES_COUNT"] == 2 and found.by_name["界上矿"]["rank"] is not None
    assert "外矿" not in "".join(zone["mines"] for zone in found.rows("ZONES"))


def test_towns_bound_the_county_where_there_is_no_other(judged, mines_of, county):
    found = judged(mines_of((square(0), "内矿", "生产"), (square(8000), "外矿", "废弃")), TOWNS=county)
    assert found.said.warned("在各乡镇以外：外矿") and found["MINES_COUNT"] == 1


def test_all_mines_outside(fails, mines_of, county):
    message, _ = fails("remediationzones", MINES=mines_of((square(8000), "外矿", "废弃")), COUNTY=county, **NAMES)
    assert "1 座矿山都在县界以外" in message and "坐标系" in message


def test_mines_of_one_name_are_told_apart(judged, mines_of):
    found = judged(
        mines_of((square(0), "石料厂", "生产"), (square(900), "石料厂", "停产"), (square(2000), None, "停产"))
    )
    assert set(found.by_name) == {"石料厂（编号 1）", "石料厂（编号 2）", "矿山 3"}
    assert found.said.warned("有 2 座矿山重名：石料厂（2 座）", "编号区分")


def test_unknown_status_words_are_listed_and_can_be_mapped(judged, mines_of, csv_of):
    mines = mines_of((square(0), "甲", "半停"), (square(900), "乙", "半停"), (square(2000), "丙", None))
    found = judged(mines)
    assert found.said.warned("有 1 种写法不认识（半停），共 2 座", "状态写法对照表")
    assert found.said.warned("有 1 座矿山没有状态")
    row = found.by_name["甲"]
    assert row["status"] is None and "状态写法“半停”不认识" in row["note"] and row["measure"] and row["responsible"]
    mapped = judged(mines, STATUS_WORDS=csv_of("word,canonical\n半停,idle\n"))
    assert mapped.by_name["甲"]["status"] == "idle" and mapped.by_name["甲"]["note"] is None


def test_the_planners_word_wins_over_the_word_table(judged, mines_of, csv_of):
    words = csv_of("word,canonical\n停产,abandoned\n")
    assert judged(mines_of((square(0), "甲", "停产")), STATUS_WORDS=words).by_name["甲"]["status"] == "abandoned"


@pytest.mark.parametrize(
    ("row", "words"),
    [("半停,关着", ("第 3 行", "canonical", "关着", "abandoned")), (",idle", ("第 3 行", "word", "空的"))],
)
def test_a_bad_row_of_status_words_is_named(fails, mines_of, csv_of, row, words):
    table = csv_of(f"word,canonical\n停业,idle\n{row}\n")
    message, _ = fails("remediationzones", MINES=mines_of((square(0), "甲", "停产")), STATUS_WORDS=table, **NAMES)
    assert all(word in message for word in words)


@pytest.mark.parametrize(
    ("parameter", "text", "words"),
    [
        ("WEIGHTS", "factor,weight\nroad,0.2\nwater,多\n", ("第 3 行", "weight", "多", "不是数字")),
        ("WEIGHTS", "factor,weight\n噪声,0.2\n", ("第 2 行", "factor", "噪声")),
        ("WEIGHTS", "factor\nroad\n", ("weight", "缺少列")),
        ("RULES", "id,class,distance_m,effect\nR1,national,很远,prohibited\n", ("第 2 行", "distance_m", "很远")),
        ("RULES", "id,class,distance_m,effect\nR1,national,100,禁止\n", ("第 2 行", "effect", "禁止")),
    ],
)
def test_a_bad_row_of_a_table_is_named(fails, mines_of, csv_of, parameter, text, words):
    given = {parameter: csv_of(text)}
    message, _ = fails("remediationzones", MINES=mines_of((square(0), "甲", "停产")), **given, **NAMES)
    assert all(word in message for word in words)


def test_a_polygon_that_touches_itself_is_mended(judged, mines_of):
    bow_tie = "POLYGON((0 0, 200 200, 200 0, 0 200, 0 0))"
    found = judged(mines_of((bow_tie, "甲", "生产"), (square(900), "乙", "停产")))
    assert found.said.warned("矿山图层有 1 条要素几何无效", "已自动修复")
    assert found.by_name["甲"]["area_hm2"] == pytest.approx(2.0, rel=1e-3) and found.by_name["甲"]["rank"] is not None


def test_a_mine_without_geometry_is_listed(judged, mines_of):
    found = judged(mines_of((square(0), "甲", "生产"), (None, "乙", "停产")))
    (lost,) = [row for row in found.rows("MINES_OUT") if row["名称"] == "乙"]
    assert lost["rank"] is None and "没有几何图形，未参与" in lost["note"] and lost["measure"] and lost["responsible"]
    assert found.said.warned("矿山图层有 1 条要素没有几何图形")


def test_empty_layers_are_said_and_count_as_absent(judged, mines_of, layer_of):
    empty = layer_of("Polygon", {}, [], "空")
    found = judged(mines_of((square(0), "甲", "生产")), REDLINE=empty, COUNTY=empty, INTAKES=layer_of("Point", {}, []))
    assert found.said.warned("生态保护红线图层中没有可用的要素")
    assert found.said.warned("县界图层中没有可用的要素", "按没有县界处理")
    assert found.said.warned("取水口图层中没有可用的要素")
    assert found.by_name["甲"]["c_reserve"] == 0 and found.by_name["甲"]["trigger"] is None


def test_factors_without_a_layer_are_said_once(judged, mines_of, road):
    found = judged(mines_of((square(0), "甲", "生产"), (square(900), "乙", "停产")), ROADS=road)
    said = [text for text in found.said.warnings if "以下因素没有图层" in text]
    assert len(said) == 1 and "饮用水水源（可用图层：饮用水水源保护区）" in said[0] and "交通干线" not in said[0]
    assert all(row["c_water"] == 0 and row["c_road"] > 0 for row in found.rows("MINES_OUT"))


def test_no_mines(fails, mines_of):
    message, _ = fails("remediationzones", MINES=mines_of(), **NAMES)
    assert "矿山图层中没有要素" in message
    message, _ = fails("remediationzones", MINES=mines_of((None, "甲", "生产")), **NAMES)
    assert "矿山图层的 1 条要素都没有可用的位置" in message


def test_intakes_without_elevation(judged, mines_of, points_of):
    found = judged(mines_of((square(0), "甲", "生产")), INTAKES=points_of([(0, -500, "东泉")], 名称="string"))
    assert found.said.warned("没有高程数据，没有追踪取水口上游")


@pytest.fixture
def gully():
    """Ground that falls to a gully along x = 0 and along it to the south: heights of 61 × 41 cells of 30 m."""
    row, col = np.indices((61, 41))
    return 500.0 + 2.0 * np.abs(col - 20) - 0.5 * row


def test_mines_upstream_of_an_intake(judged, mines_of, points_of, raster_of, gully):
    """The first mine is 15 cells above the intake, the second below it."""
    dem = raster_of(gully, x=-615, y=915)
    mines = mines_of((square(-50, 450), "上矿", "停产"), (square(-50, -700), "下矿", "停产"))
    intake = points_of([(0, 0, "东泉取水口")], 名称="string")
    found = judged(mines, DEM=dem, INTAKES=intake)
    upper, lower = found.by_name["上矿"], found.by_name["下矿"]
    assert upper["upstream_of"] == "东泉取水口" and upper["flow_km"] == pytest.approx(0.45, abs=0.05)
    assert upper["c_water"] == pytest.approx(20 * (1 - upper["flow_km"] / 20)) and "岩溶" in upper["karst"]
    assert upper["severity_next"] == "较严重" and "位于饮用水取水口上游" in upper["reasons"]
    assert lower["upstream_of"] is None and lower["c_water"] == 0
    assert found.said.warned("有 1 座矿山位于取水口上游", "岩溶")
    assert judged(mines, DEM=dem, INTAKES=intake, UPSTREAM_KM=0.3).by_name["上矿"]["upstream_of"] is None


def test_settlements_down_the_course_of_a_tailings_pond(run, layer_of, points_of, raster_of, gully):
    """A village in the gully below the pond, not one beside it: R30 goes along the flow path."""
    fields = {"名称": "string", "矿种": "string"}
    pond = layer_of("Polygon", fields, [(square(-50, 450), "东沟尾矿库", "尾矿库")], "矿山")
    names = {"NAME_FIELD": "名称", "MINERAL_FIELD": "矿种", "MINES_OUT": MEMORY, "BUFFER": 100}
    dem = raster_of(gully, x=-615, y=915)

    def severity(x, y):
        village = points_of([(x, y)], "居民区")
        return run("remediationzones", MINES=pond, DEM=dem, SETTLEMENTS=village, **names).rows("MINES_OUT")[0]

    below = severity(30, -200)
    assert below["severity_next"] == "严重" and "尾矿库下游 1 公里流经路径上有居民区" in below["reasons"]
    assert severity(500, -200)["severity_next"] == "较轻" and severity(0, 850)["severity_next"] == "较轻"


def test_an_intake_without_a_stream(judged, mines_of, points_of, raster_of, gully):
    dem = raster_of(gully, x=-615, y=915)
    found = judged(
        mines_of((square(0), "甲", "停产")), DEM=dem, INTAKES=points_of([(-600, 900, "西坡井")], 名称="string")
    )
    assert found.said.warned("取水口 西坡井 附近没有明显的水流")


def test_elevation_in_degrees_is_warped(run, layer_of, raster_of):
    """0.0005 degrees of longitude are 44.5 m here: a slope of 10 m in 44.5 m."""
    heights = 900.0 + 10.0 * np.indices((60, 60))[1]
    dem = raster_of(heights, x=111.0, y=37.03, cell=0.0005, crs="EPSG:4326", move=False)
    mines = layer_of(
        "Polygon", FIELDS, [(shapely.box(111.012, 37.012, 111.014, 37.014), "甲", "废弃")], "矿山", "EPSG:4326"
    )
    found = run("remediationzones", MINES=mines, DEM=dem, **NAMES)
    assert found.said.warned("高程数据以度为单位", "EPSG:4546")
    assert found.rows("MINES_OUT")[0]["slope_deg"] == pytest.approx(np.degrees(np.arctan(10 / 44.5)), rel=0.02)


def test_a_field_that_is_not_there(fails, mines_of):
    message, _ = fails(
        "remediationzones", MINES=mines_of((square(0), "甲", "生产")), STATUS_FIELD="现状", MINES_OUT=MEMORY
    )
    assert "没有字段“现状”" in message


def test_cancel_leaves_nothing(fails, said, mines_of, tmp_path, leftovers):
    message, _ = fails(
        "remediationzones",
        said("评分"),
        MINES=mines_of((square(0), "甲", "生产")),
        **{**NAMES, "ZONES": str(tmp_path / "zones.gpkg")},
    )
    assert "已取消" in message and leftovers(tmp_path) == []
