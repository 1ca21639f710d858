"""Road stretches within reach, cut exactly where the time runs out."""

import pytest
import shapely

MEMORY = "TEMPORARY_OUTPUT"


def metres(rows):
    return [(row["band_min"], round(row["length_m"], 3)) for row in rows]


def test_stretches_are_cut_where_the_budget_ends(run, road, points_of):
    """A facility 5 km along the road, 2 minutes a kilometre: 3.5 km on each side in 7 minutes."""
    got = run(
        "roadreach", FACILITIES=points_of([(5000, 0)]), ROADS=road, SPEED_FIELD="车速", BREAKS="7,14", OUTPUT=MEMORY
    )
    rows = got.rows("OUTPUT")
    assert list(rows[0])[:2] == ["band_min", "length_m"]
    assert metres(rows) == [(7.0, 7000.0), (14.0, 5000.0)]
    assert [part.length for part in rows[1]["geometry"].geoms] == pytest.approx([1500.0, 3500.0])
    assert got["TOTAL_LENGTH"] == pytest.approx(12_000.0, abs=1e-6)


def test_each_stretch_is_counted_once(run, points_of, layer_of):
    """Two facilities reach the same road from both ends; its length is not doubled."""
    road = layer_of("LineString", {"车速": "double"}, [("LINESTRING(0 0, 4000 0)", 30.0)])
    got = run(
        "roadreach",
        FACILITIES=points_of([(0, 0), (4000, 0)]),
        ROADS=road,
        SPEED_FIELD="车速",
        BREAKS="6,30",
        OUTPUT=MEMORY,
    )
    assert got["TOTAL_LENGTH"] == pytest.approx(4000.0, abs=1e-6)
    shapes = [row["geometry"] for row in got.rows("OUTPUT")]
    assert shapely.union_all(shapes).length == pytest.approx(sum(one.length for one in shapes), abs=1e-6)


def test_total_is_within_the_largest_break_also_above_the_time_limit(run, points_of, layer_of):
    """180 minutes at 30 km/h are 90 km; MAX_MINUTES (120) does not shorten what the breaks ask for."""
    road = layer_of("LineString", {"车速": "double"}, [("LINESTRING(0 0, 100000 0)", 30.0)])
    got = run(
        "roadreach",
        FACILITIES=points_of([(0, 0)]),
        ROADS=road,
        SPEED_FIELD="车速",
        BREAKS="180",
        OUTPUT=MEMORY,
        BANDS=MEMORY,
    )
    assert got["TOTAL_LENGTH"] == pytest.approx(90_000.0, abs=1e-6)
    assert [row["to_min"] for row in got.rows("BANDS")] == [180]


def test_the_leg_to_the_road_spends_minutes_but_is_no_road(run, road, points_of):
    """100 m from the road at 5 × 0.6 km/h take 2 minutes; of a budget of 12 minutes 10 remain, 5 km each way."""
    got = run(
        "roadreach", FACILITIES=points_of([(8000, 100)]), ROADS=road, SPEED_FIELD="车速", BREAKS="12", OUTPUT=MEMORY
    )
    assert got["TOTAL_LENGTH"] == pytest.approx(10_000.0, abs=1e-6)


def test_a_bend_is_followed(run, points_of, layer_of):
    road = layer_of("LineString", {"车速": "double"}, [("LINESTRING(0 0, 1000 0, 1000 1000)", 30.0)])
    got = run("roadreach", FACILITIES=points_of([(0, 0)]), ROADS=road, SPEED_FIELD="车速", BREAKS="3", OUTPUT=MEMORY)
    (row,) = got.rows("OUTPUT")
    assert row["length_m"] == pytest.approx(1500.0) and row["geometry"].length == pytest.approx(1500.0)
    (line,) = row["geometry"].geoms
    assert len(line.coords) == 3


def test_a_facility_that_reaches_no_road_gives_no_stretch(run, road, points_of):
    """Half a minute is spent on the leg of 500 m to the road many times over."""
    got = run(
        "roadreach", FACILITIES=points_of([(500, 500)]), ROADS=road, SPEED_FIELD="车速", BREAKS="0.5", OUTPUT=MEMORY
    )
    assert got.rows("OUTPUT") == [] and got["TOTAL_LENGTH"] == 0


@pytest.mark.parametrize(
    ("word", "towards", "away"),
    [
        ("yes", 0.0, 10_000.0),
        ("TRUE", 0.0, 10_000.0),
        ("1", 0.0, 10_000.0),
        ("FT", 0.0, 10_000.0),
        ("-1", 10_000.0, 0.0),
        ("TF", 10_000.0, 0.0),
        ("no", 10_000.0, 10_000.0),
        (None, 10_000.0, 10_000.0),
    ],
)
def test_one_way_words(run, points_of, layer_of, word, towards, away):
    """The facility lies at the start of the line: on a road open along the line only, one can leave it but not come."""
    road = layer_of(
        "LineString", {"车速": "double", "单向": "string"}, [("LINESTRING(0 0, 10000 0)", 30.0, word)], "道路"
    )
    given = {
        "FACILITIES": points_of([(0, 0)]),
        "ROADS": road,
        "SPEED_FIELD": "车速",
        "ONEWAY_FIELD": "单向",
        "BREAKS": "60",
    }
    assert run("roadreach", **given, DIRECTION=0)["TOTAL_LENGTH"] == pytest.approx(towards, abs=1e-3)
    assert run("roadreach", **given, DIRECTION=1)["TOTAL_LENGTH"] == pytest.approx(away, abs=1e-3)


@pytest.mark.parametrize(("kind", "value"), [("integer", -1), ("double", -1.0)])
def test_one_way_numbers(run, points_of, layer_of, kind, value):
    road = layer_of("LineString", {"单向": kind}, [("LINESTRING(0 0, 10000 0)", value)])
    given = {"FACILITIES": points_of([(0, 0)]), "ROADS": road, "ONEWAY_FIELD": "单向", "BREAKS": "60"}
    assert run("roadreach", **given, DIRECTION=1)["TOTAL_LENGTH"] == pytest.approx(0, abs=1e-3)


def length_in(minutes, run, points_of, road, **given):
    got = run("roadreach", FACILITIES=points_of([(0, 0)]), ROADS=road, BREAKS=str(minutes), **given)
    return got["TOTAL_LENGTH"], got.said


def test_speed_field_wins_over_class(run, points_of, layer_of):
    """A county road (35 km/h in the shipped table) with a speed of 60 of its own: 10 km in 10 minutes."""
    road = layer_of(
        "LineString", {"等级": "string", "车速": "double"}, [("LINESTRING(0 0, 30000 0)", "县道", 60.0)], "道路"
    )
    own, _ = length_in(10, run, points_of, road, ROAD_CLASS_FIELD="等级", SPEED_FIELD="车速")
    by_class, _ = length_in(10, run, points_of, road, ROAD_CLASS_FIELD="等级")
    assert own == pytest.approx(10_000, abs=1e-3)
    assert by_class == pytest.approx(35_000 / 6, abs=1e-3)


def test_a_road_without_speed_takes_that_of_its_class_and_is_counted(run, points_of, layer_of):
    road = layer_of(
        "LineString",
        {"等级": "string", "车速": "string"},
        [("LINESTRING(0 0, 30000 0)", "县道", None), ("LINESTRING(0 9000, 100 9000)", "县道", "快")],
        "道路",
    )
    length, said = length_in(10, run, points_of, road, ROAD_CLASS_FIELD="等级", SPEED_FIELD="车速")
    assert length == pytest.approx(35_000 / 6, abs=1e-3)
    assert said.warned("2 条没有有效车速", "按道路等级的速度计")


def test_the_planners_speed_table_wins_over_the_shipped_one(run, points_of, layer_of, csv_of):
    road = layer_of("LineString", {"等级": "string"}, [("LINESTRING(0 0, 30000 0)", "县道")])
    table = csv_of("class,speed_kmh\n县道,48\n")
    length, _ = length_in(10, run, points_of, road, ROAD_CLASS_FIELD="等级", SPEED_TABLE=table)
    assert length == pytest.approx(8000, abs=1e-3)


def test_a_speed_table_may_name_classes_that_nobody_else_knows(run, points_of, layer_of, csv_of):
    """Numbers as classes too: 1001 in a real field is 1001 in the table. The file may come from Excel (GB 18030)."""
    road = layer_of("LineString", {"等级": "double"}, [("LINESTRING(0 0, 30000 0)", 1001.0)])
    table = csv_of("class,speed_kmh,备注\n1001,60,快速路\n", encoding="gb18030")
    length, said = length_in(10, run, points_of, road, ROAD_CLASS_FIELD="等级", SPEED_TABLE=table)
    assert length == pytest.approx(10_000, abs=1e-3)
    assert not said.warnings


def test_unknown_classes_are_listed_with_the_speed_they_are_given(run, points_of, layer_of):
    road = layer_of("LineString", {"等级": "string"}, [("LINESTRING(0 0, 30000 0)", "神秘小道")])
    _, said = length_in(10, run, points_of, road, ROAD_CLASS_FIELD="等级")
    assert said.warned("1 种写法不认识（神秘小道）", "共 1 条", "15 公里/小时")


def test_a_closed_road_is_said_and_not_used(run, points_of, layer_of):
    road = layer_of(
        "LineString",
        {"车速": "double"},
        [("LINESTRING(0 0, 1000 0)", 30.0), ("LINESTRING(1000 0, 2000 0)", 0.0)],
    )
    length, said = length_in(60, run, points_of, road, SPEED_FIELD="车速")
    assert length == pytest.approx(1000, abs=1e-3)
    assert said.warned("1 条车速为 0 或负数", "不通行")


def test_roads_that_cross_without_a_common_vertex_are_not_joined(run, points_of, layer_of):
    """A bridge is not a junction."""
    road = layer_of(
        "LineString",
        {"车速": "double"},
        [("LINESTRING(0 0, 2000 0)", 30.0), ("LINESTRING(1000 -1000, 1000 1000)", 30.0)],
    )
    length, said = length_in(60, run, points_of, road, SPEED_FIELD="车速")
    assert length == pytest.approx(2000, abs=1e-3)
    assert said.warned("道路由 2 个互不连通的部分组成", "50.0 %")
