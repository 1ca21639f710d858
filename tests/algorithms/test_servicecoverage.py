"""Who is served in time: the rows of demand, zones, levels and gaps."""

import numpy as np
import pytest

MEMORY = "TEMPORARY_OUTPUT"
ALL = dict.fromkeys(("DEMAND_OUT", "ZONES_OUT", "GAPS", "BANDS", "LEVELS_OUT"), MEMORY)
DEMAND = ["facility", "minutes", "covered", "reason"]
ZONES = [
    "zone",
    "type",
    "population",
    "covered_population",
    "covered_share",
    "mean_minutes",
    "median_minutes",
    "p90_minutes",
    "facilities",
]


@pytest.fixture
def shared(road):
    return {"ROADS": road, "SPEED_FIELD": "车速"}


@pytest.fixture
def villages(points_of):
    """Four villages along the road, 10, 20, 30 and 40 minutes from its western end; 100, 200, 300 and 400 people."""
    rows = [(5000 * n, 0, name, 100 * n) for n, name in enumerate("甲乙丙丁", start=1)]
    return points_of(rows, "行政村", 村名="string", 人口="integer")


@pytest.fixture
def towns(layer_of):
    """Two towns side by side, cut at 12.5 km."""
    boxes = [("POLYGON((-1000 -2000, 12500 -2000, 12500 2000, -1000 2000, -1000 -2000))", "西镇")]
    boxes += [("POLYGON((12500 -2000, 25000 -2000, 25000 2000, 12500 2000, 12500 -2000))", "东镇")]
    return layer_of("Polygon", {"镇名": "string"}, boxes, "乡镇")


@pytest.fixture
def hospital(points_of):
    return points_of([(0, 0, "县医院", "医疗", "县级")], "设施", 名称="string", 类型="string", 级别="string")


def test_demand_rows_have_the_promised_fields_behind_their_own(run, shared, villages, hospital):
    got = run(
        "servicecoverage",
        FACILITIES=hospital,
        FACILITY_NAME_FIELD="名称",
        DEMAND=villages,
        POPULATION_FIELD="人口",
        **shared,
        **ALL,
    )
    rows = got.rows("DEMAND_OUT")
    assert list(rows[0])[:2] == ["村名", "人口"] and set(DEMAND) <= set(rows[0])
    assert [(row["村名"], row["minutes"], row["covered"]) for row in rows] == [
        ("甲", 10.0, True),
        ("乙", 20.0, True),
        ("丙", 30.0, True),
        ("丁", 40.0, False),
    ]
    assert {row["facility"] for row in rows} == {"县医院"}
    assert got["DEMAND_OUT"].fields().field("covered").typeName().lower() in ("boolean", "bool")


def test_within_30_minutes_includes_30_and_shares_are_parts_of_one(run, shared, villages, hospital):
    """丙 lies at exactly 30.0 minutes: 600 of 1000 people are covered."""
    got = run("servicecoverage", FACILITIES=hospital, DEMAND=villages, POPULATION_FIELD="人口", **shared, **ALL)
    assert got["COVERED_SHARE"] == pytest.approx(0.6) and got["POPULATION"] == 1000 and got["UNREACHED"] == 0
    assert got["HEADLINE"] == "全县 30 分钟服务覆盖率 60.0 %"


def test_a_point_a_millimetre_beyond_is_not_within(run, shared, points_of, hospital):
    got = run("servicecoverage", FACILITIES=hospital, DEMAND=points_of([(15000.001, 0)]), **shared, **ALL)
    assert got["COVERED_SHARE"] == 0


def test_zones_have_the_promised_fields_and_weigh_by_people(run, shared, villages, towns, hospital):
    got = run(
        "servicecoverage",
        FACILITIES=hospital,
        DEMAND=villages,
        POPULATION_FIELD="人口",
        DEMAND_NAME_FIELD="村名",
        ZONES=towns,
        ZONE_NAME_FIELD="镇名",
        **shared,
        **ALL,
    )
    west, east = got.rows("ZONES_OUT")
    assert set(ZONES) <= set(west)
    assert (west["zone"], west["population"], west["covered_population"], west["covered_share"]) == (
        "西镇",
        300,
        300,
        1,
    )
    assert (west["facilities"], east["facilities"]) == (1, 0)
    assert west["mean_minutes"] == pytest.approx((100 * 10 + 200 * 20) / 300)
    assert east["covered_share"] == pytest.approx(300 / 700)
    assert (east["median_minutes"], east["p90_minutes"]) == (40, 40)
    assert east["worst_villages"] == "丁"
    assert all(row["geometry"].area > 0 for row in (west, east))


def test_diagnosis_says_share_limit_and_main_cause(run, shared, villages, towns, hospital):
    got = run(
        "servicecoverage",
        FACILITIES=hospital,
        DEMAND=villages,
        POPULATION_FIELD="人口",
        ZONES=towns,
        ZONE_NAME_FIELD="镇名",
        **shared,
        **ALL,
    )
    west, east = got.rows("ZONES_OUT")
    assert west["diagnosis"] == "西镇：全部人口在 30 分钟以内。"
    assert east["diagnosis"] == "东镇：57.1 % 人口在 30 分钟外，主因：本区没有此类设施。"


def test_zones_with_equal_names_are_kept_apart(run, shared, villages, hospital, layer_of):
    boxes = [(f"POLYGON(({x} -9, {x + 10000} -9, {x + 10000} 9, {x} 9, {x} -9))", "新村") for x in (-2000, 8000, 18000)]
    zones = layer_of("Polygon", {"名": "string"}, boxes, "分区")
    got = run(
        "servicecoverage",
        FACILITIES=hospital,
        DEMAND=villages,
        POPULATION_FIELD="人口",
        ZONES=zones,
        ZONE_NAME_FIELD="名",
        **shared,
        **ALL,
    )
    assert [row["population"] for row in got.rows("ZONES_OUT")] == [100, 500, 400]


def test_people_outside_all_zones_are_a_row_of_their_own_everywhere(run, shared, villages, towns, hospital, layer_of):
    """Nobody is lost: the zones and the row 分区外 hold all 1000 people, by type and by level."""
    west = layer_of("Polygon", {"镇名": "string"}, [("POLYGON((-9 -9, 12500 -9, 12500 9, -9 9, -9 -9))", "西镇")])
    got = run(
        "servicecoverage",
        FACILITIES=hospital,
        FACILITY_LEVEL_FIELD="级别",
        DEMAND=villages,
        POPULATION_FIELD="人口",
        ZONES=west,
        ZONE_NAME_FIELD="镇名",
        **shared,
        **ALL,
    )
    for name in ("ZONES_OUT", "LEVELS_OUT"):
        rows = got.rows(name)
        assert [row["zone"] for row in rows] == ["西镇", "（分区外）"]
        assert sum(row["population"] for row in rows) == 1000
    assert got.said.warned("2 个需求点（700 人）不在任何统计分区内", "GCJ-02")


def test_gaps_are_ranked_by_people_times_minutes_over(run, shared, points_of, hospital):
    """31 minutes × 1000 people come before 39 minutes × 100 people, and those before 40 × 10."""
    people = points_of(
        [(15500, 0, "甲", 1000), (19500, 0, "乙", 100), (20000, 0, "丙", 10)], 村名="string", 人口="integer"
    )
    got = run(
        "servicecoverage",
        FACILITIES=hospital,
        DEMAND=people,
        POPULATION_FIELD="人口",
        DEMAND_NAME_FIELD="村名",
        **shared,
        **ALL,
    )
    rows = got.rows("GAPS")
    assert [(row["rank"], row["name"]) for row in rows] == [(1, "甲"), (2, "乙"), (3, "丙")]
    assert [row["people_minutes"] for row in rows] == pytest.approx([1000, 900, 100])
    assert [row["over_minutes"] for row in rows] == pytest.approx([1, 9, 10])
    assert rows[0]["geometry"].geom_type == "Point"


def test_unreached_counts_demand_rows_and_each_has_its_reason(run, shared, points_of, hospital, layer_of):
    island = layer_of(
        "LineString", {"车速": "double"}, [("LINESTRING(0 0, 20000 0)", 30.0), ("LINESTRING(0 9000, 50 9000)", 30.0)]
    )
    people = points_of([(5000, 0, 10), (5000, 1001, 20), (0, 9000, 30), (20000, 900, 40)], 人口="integer")
    got = run(
        "servicecoverage",
        FACILITIES=hospital,
        DEMAND=people,
        POPULATION_FIELD="人口",
        **{**shared, "ROADS": island},
        MAX_MINUTES=50,
        **ALL,
    )
    assert got["UNREACHED"] == 3
    rows = got.rows("DEMAND_OUT")
    reasons = ["", "1000 米内没有道路", "与设施之间没有连通的道路或地形", "超过 50 分钟"]
    assert [row["reason"] for row in rows] == reasons
    assert [row["minutes"] for row in rows] == [10.0, None, None, None]
    assert got.said.warned("2 个互不连通的部分")


def test_farther_than_max_snap_is_not_connected_unless_there_is_terrain(run, road, points_of, hospital, raster_of):
    """1200 m from the road: connected with MAX_SNAP 1500, or on foot over level ground, 24 minutes at 3 km/h."""
    far = points_of([(600, 1200)])
    given = {"FACILITIES": hospital, "DEMAND": far, "ROADS": road, "SPEED_FIELD": "车速", "DEMAND_OUT": MEMORY}
    assert run("servicecoverage", **given).rows("DEMAND_OUT")[0]["minutes"] is None
    snapped = run("servicecoverage", **given, MAX_SNAP=1500).rows("DEMAND_OUT")[0]
    assert snapped["minutes"] == pytest.approx(1200 / 50 + 1.2) and snapped["access_m"] == pytest.approx(1200)
    ground = raster_of(np.full((60, 60), 100.0), x=-285, y=1515)
    walked = run("servicecoverage", **given, DEM=ground).rows("DEMAND_OUT")[0]
    assert walked["minutes"] == pytest.approx(1200 / 50 + 1.2, rel=1e-6)


def test_one_row_a_demand_and_type(run, shared, villages, points_of):
    """A school at 20 km as well: every village once for 医疗 and once for 教育."""
    services = points_of([(0, 0, "医疗"), (20000, 0, "教育")], 类型="string")
    got = run(
        "servicecoverage",
        FACILITIES=services,
        FACILITY_TYPE_FIELD="类型",
        DEMAND=villages,
        POPULATION_FIELD="人口",
        **shared,
        **ALL,
    )
    rows = got.rows("DEMAND_OUT")
    assert [(row["村名"], row["type"], row["covered"]) for row in rows] == [
        *[(name, "医疗", name != "丁") for name in "甲乙丙丁"],
        *[(name, "教育", True) for name in "甲乙丙丁"],
    ]
    by_type = {row["type"]: row["covered_share"] for row in got.rows("ZONES_OUT")}
    assert by_type == pytest.approx({"医疗": 0.6, "教育": 1.0})
    assert {row["type"] for row in got.rows("BANDS")} == {"医疗", "教育"}
    assert "2 类设施" in got["HEADLINE"]


def test_standard_gives_each_type_and_level_its_minutes(run, shared, villages, points_of, csv_of):
    """The county hospital may be 60 minutes away, the village clinic 15: each village is served by one or the other."""
    services = points_of([(0, 0, "医疗", "县级"), (20000, 0, "医疗", "村")], 类型="string", 级别="string")
    standard = csv_of("type,level,minutes\n医疗,中心城区,30\n医疗,村,5\n")
    got = run(
        "servicecoverage",
        FACILITIES=services,
        FACILITY_TYPE_FIELD="类型",
        FACILITY_LEVEL_FIELD="级别",
        DEMAND=villages,
        POPULATION_FIELD="人口",
        STANDARD=standard,
        **shared,
        **ALL,
    )
    assert [(row["村名"], row["covered"], row["threshold"]) for row in got.rows("DEMAND_OUT")] == [
        ("甲", True, 30),
        ("乙", True, 30),
        ("丙", True, 30),
        ("丁", True, 5),
    ]
    levels = {(row["level"], row["threshold"]): row["covered_population"] for row in got.rows("LEVELS_OUT")}
    assert levels == {("中心城区", 30): 600, ("村", 5): 400}


def test_a_higher_level_serves_the_lower_one_too(run, shared, villages, points_of, csv_of):
    """甲 has no clinic of its own but the county hospital 10 minutes away: within the clinic's 15 minutes."""
    services = points_of([(0, 0, "医疗", "县级"), (20000, 0, "医疗", "村")], 类型="string", 级别="string")
    got = run(
        "servicecoverage",
        FACILITIES=services,
        FACILITY_TYPE_FIELD="类型",
        FACILITY_LEVEL_FIELD="级别",
        DEMAND=villages,
        POPULATION_FIELD="人口",
        STANDARD=csv_of("type,level,minutes\n医疗,中心城区,60\n医疗,村,15\n"),
        **shared,
        **ALL,
    )
    clinic = next(row for row in got.rows("LEVELS_OUT") if row["level"] == "村")
    assert clinic["covered_population"] == 100 + 300 + 400


def test_types_that_the_standard_does_not_have_are_said(run, shared, villages, hospital, csv_of):
    got = run(
        "servicecoverage",
        FACILITIES=hospital,
        FACILITY_TYPE_FIELD="类型",
        FACILITY_LEVEL_FIELD="级别",
        DEMAND=villages,
        POPULATION_FIELD="人口",
        STANDARD=csv_of("type,level,minutes\n教育,村,15\n"),
        THRESHOLD_MINUTES=20,
        **shared,
        **ALL,
    )
    assert got.said.warned("标准表中没有 医疗·中心城区 的时限", "20 分钟")
    assert got["COVERED_SHARE"] == pytest.approx(0.3)


def test_a_threshold_above_the_time_limit_raises_the_limit(run, shared, villages, hospital):
    """Who is 40 minutes away is within 45, also when MAX_MINUTES says 35; that the limit was raised is said."""
    got = run(
        "servicecoverage",
        FACILITIES=hospital,
        DEMAND=villages,
        POPULATION_FIELD="人口",
        THRESHOLD_MINUTES=45,
        MAX_MINUTES=35,
        **shared,
        **ALL,
    )
    assert got["COVERED_SHARE"] == 1
    assert got.said.warned("时间上限 35 分钟小于要求的 45 分钟", "按 45 分钟计算")


def test_polygons_as_demand_are_served_at_a_point_inside(run, shared, hospital, layer_of):
    """A building whose centroid lies outside it, a pond in a yard: people are counted once, the shape is kept."""
    shape = "POLYGON((4900 -50, 5100 -50, 5100 50, 5050 50, 5050 0, 4950 0, 4950 50, 4900 50, 4900 -50))"
    houses = layer_of("Polygon", {"人口": "integer"}, [(shape, 12)])
    got = run("servicecoverage", FACILITIES=hospital, DEMAND=houses, POPULATION_FIELD="人口", **shared, **ALL)
    (row,) = got.rows("DEMAND_OUT")
    assert row["geometry"].area == pytest.approx(15_000) and row["minutes"] == pytest.approx(10, abs=1)
    assert got["POPULATION"] == 12


def test_population_raster_as_demand_keeps_its_people(run, shared, hospital, raster_of):
    """A strip of 100 cells with 3 people each along the road; empty cells are nobody."""
    people = np.zeros((3, 667))
    people[1, :100] = 3
    got = run(
        "servicecoverage",
        FACILITIES=hospital,
        POPULATION_RASTER=raster_of(people, y=45, name="人口"),
        **shared,
        **ALL,
    )
    assert got["POPULATION"] == 300 and len(got.rows("DEMAND_OUT")) == 100
    assert got["COVERED_SHARE"] == 1
    assert sum(row["population"] for row in got.rows("BANDS")) == 300


def test_population_raster_in_degrees_keeps_its_people(run, shared, hospital, raster_of):
    """Cells of a second of arc are added up when they are brought into metres, not averaged."""
    people = raster_of(
        np.full((12, 60), 2.0), x=111.0, y=36.939, cell=1 / 3600, crs="EPSG:4326", name="人口", nodata=-1, move=False
    )
    got = run("servicecoverage", FACILITIES=hospital, POPULATION_RASTER=people, **shared, **ALL)
    assert got["POPULATION"] == pytest.approx(1440, rel=1e-3)


def test_population_raster_fills_areas_and_says_who_is_outside(run, shared, hospital, raster_of, layer_of):
    people = raster_of(np.full((10, 100), 1.0), y=150, name="人口")
    areas = layer_of(
        "Polygon", {"名": "string"}, [("POLYGON((0 -150, 1500 -150, 1500 150, 0 150, 0 -150))", "甲")], "村域"
    )
    got = run("servicecoverage", FACILITIES=hospital, DEMAND=areas, POPULATION_RASTER=people, **shared, **ALL)
    assert got["POPULATION"] == 500
    assert got.said.warned("500 人不在任何需求面内")


def test_population_raster_beside_points_goes_to_the_nearest_point(run, shared, hospital, raster_of, points_of):
    people = raster_of(np.full((10, 100), 1.0), y=150, name="人口")
    got = run(
        "servicecoverage",
        FACILITIES=hospital,
        DEMAND=points_of([(0, 0), (3000, 0)]),
        POPULATION_RASTER=people,
        **shared,
        **ALL,
    )
    assert [row["people"] for row in got.rows("DEMAND_OUT")] == [500, 500]


def test_without_a_population_every_demand_counts_one_and_that_is_said(run, shared, villages, hospital):
    got = run("servicecoverage", FACILITIES=hospital, DEMAND=villages, **shared, **ALL)
    assert got["POPULATION"] == 4 and got.said.warned("没有指定人口字段，每个需求按 1 人计")


def test_everybody_covered_leaves_an_empty_list_of_gaps(run, shared, points_of, hospital):
    got = run("servicecoverage", FACILITIES=hospital, DEMAND=points_of([(1000, 0)]), **shared, **ALL)
    assert got.rows("GAPS") == [] and got["COVERED_SHARE"] == 1


def test_beyond_walking_reach_is_too_far_not_without_terrain(run, hospital, points_of, raster_of):
    """On foot only the surroundings of the facility are searched; who lives farther is beyond the limit."""
    ground = raster_of(np.full((400, 40), 100.0), x=-600, y=600)
    people = points_of([(0, -300, 1), (0, -9000, 2), (50_000, 0, 3)], 人口="integer")
    got = run(
        "servicecoverage",
        FACILITIES=hospital,
        DEMAND=people,
        POPULATION_FIELD="人口",
        DEM=ground,
        MAX_MINUTES=30,
        **ALL,
    )
    rows = got.rows("DEMAND_OUT")
    assert [row["reason"] for row in rows] == ["", "超过 30 分钟", "在高程或土地覆盖范围之外"]


def test_a_village_that_only_a_one_way_road_leaves_is_not_called_far(run, points_of, layer_of):
    """The only road leads from the facility to the village: no time limit would bring anybody to the facility."""
    road = layer_of("LineString", {"单向": "string"}, [("LINESTRING(0 0, 2000 0)", "yes")])
    got = run(
        "servicecoverage",
        FACILITIES=points_of([(0, 0)]),
        DEMAND=points_of([(1500, 0)]),
        ROADS=road,
        ONEWAY_FIELD="单向",
        DEMAND_OUT=MEMORY,
    )
    assert got.rows("DEMAND_OUT")[0]["reason"] == "与设施之间没有连通的道路或地形"


def test_exactly_thirty_minutes_stay_thirty_through_many_links(run, points_of, layer_of, raster_of):
    """Facilities that lie on top of one another and cut the road at once: each link of no length adds a trifle to the
    search, and none of them may push a village over its 30.0 minutes, nor over the time limit.
    """
    road = layer_of("LineString", {"车速": "double"}, [("LINESTRING(0 0, 5000 0, 15000 0, 20000 0)", 30.0)])
    facilities = points_of([(0, 0, "甲"), (0, 0, "乙"), (60, 0, "丙"), (120, 0, "丁")], 类="string")
    villages = points_of([(15000, 0), (15060, 0), (15120, 0)])
    for more in ({}, {"DEM": raster_of(np.full((5, 700), 100.0), x=-15, y=75)}):
        got = run(
            "servicecoverage",
            FACILITIES=facilities,
            FACILITY_TYPE_FIELD="类",
            DEMAND=villages,
            ROADS=road,
            SPEED_FIELD="车速",
            MAX_MINUTES=30,
            DEMAND_OUT=MEMORY,
            **more,
        )
        covered = {
            kind: [row["covered"] for row in got.rows("DEMAND_OUT") if row["type"] == kind] for kind in "甲乙丙丁"
        }
        assert covered == {
            "甲": [True, False, False],
            "乙": [True, False, False],
            "丙": [True, True, False],
            "丁": [True, True, True],
        }
