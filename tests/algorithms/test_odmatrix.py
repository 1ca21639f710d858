"""Minutes from every origin to every destination."""

import pytest

MEMORY = "TEMPORARY_OUTPUT"


def test_pairs_with_names_and_minutes(run, road, points_of):
    villages = points_of([(2000, 0, "上庄"), (6000, 0, "下庄")], 村名="string")
    clinics = points_of([(0, 0, "东院"), (10000, 0, "西院")], 名称="string")
    got = run(
        "odmatrix",
        ORIGINS=villages,
        ORIGIN_ID="村名",
        DESTINATIONS=clinics,
        DESTINATION_ID="名称",
        ROADS=road,
        SPEED_FIELD="车速",
        OUTPUT=MEMORY,
    )
    rows = got.rows("OUTPUT")
    assert list(rows[0])[:3] == ["origin", "destination", "minutes"]
    assert {(row["origin"], row["destination"]): round(row["minutes"], 6) for row in rows} == {
        ("上庄", "东院"): 4.0,
        ("上庄", "西院"): 16.0,
        ("下庄", "东院"): 12.0,
        ("下庄", "西院"): 8.0,
    }
    assert not got["OUTPUT"].isSpatial()
    assert (got["PAIRS"], got["UNREACHED"]) == (4, 0)


def test_only_pairs_within_the_limit_and_the_limit_itself(run, road, points_of):
    """10 km are exactly 20 minutes, one metre more is too far."""
    got = run(
        "odmatrix",
        ORIGINS=points_of([(10000, 0), (10001, 0)]),
        DESTINATIONS=points_of([(0, 0)]),
        ROADS=road,
        SPEED_FIELD="车速",
        MAX_MINUTES=20,
        OUTPUT=MEMORY,
    )
    assert [(row["origin"], row["minutes"]) for row in got.rows("OUTPUT")] == [("1", 20.0)]
    assert got["UNREACHED"] == 1
    assert got.said.warned("1 个起点到不了任何终点", "超过 20 分钟")


def test_ids_in_a_field_of_doubles_stay_whole(run, road, points_of):
    """Codes of towns have twelve digits; 1.4113e+11 would name them all alike."""
    villages = points_of([(2000, 0, 141130100001.0), (6000, 0, 141130100002.0)], 代码="double")
    got = run(
        "odmatrix",
        ORIGINS=villages,
        ORIGIN_ID="代码",
        DESTINATIONS=points_of([(0, 0)]),
        ROADS=road,
        SPEED_FIELD="车速",
        OUTPUT=MEMORY,
    )
    assert [row["origin"] for row in got.rows("OUTPUT")] == ["141130100001", "141130100002"]


def test_direction_decides_which_way_a_one_way_road_is_driven(run, points_of, layer_of):
    ring = layer_of(
        "LineString",
        {"车速": "double", "单向": "string"},
        [("LINESTRING(0 0, 1000 0)", 30.0, "yes"), ("LINESTRING(1000 0, 1000 1000, 0 1000, 0 0)", 30.0, "yes")],
    )
    given = {
        "ORIGINS": points_of([(1000, 0)]),
        "DESTINATIONS": points_of([(0, 0)]),
        "ROADS": ring,
        "SPEED_FIELD": "车速",
        "ONEWAY_FIELD": "单向",
        "OUTPUT": MEMORY,
    }
    towards, away = run("odmatrix", **given), run("odmatrix", **given, DIRECTION=1)
    assert towards.rows("OUTPUT")[0]["minutes"] == pytest.approx(6.0)
    assert away.rows("OUTPUT")[0]["minutes"] == pytest.approx(2.0)


def test_minutes_agree_with_service_coverage(run, road, points_of):
    """Two algorithms, one answer."""
    villages, clinics = points_of([(2000, 300), (6000, -450), (19000, 20)]), points_of([(0, 0), (10000, 0)])
    shared = {"ROADS": road, "SPEED_FIELD": "车速"}
    pairs = run("odmatrix", ORIGINS=villages, DESTINATIONS=clinics, OUTPUT=MEMORY, **shared).rows("OUTPUT")
    served = run("servicecoverage", DEMAND=villages, FACILITIES=clinics, DEMAND_OUT=MEMORY, **shared).rows("DEMAND_OUT")
    for number, row in enumerate(served, start=1):
        nearest = min((pair["minutes"], pair["destination"]) for pair in pairs if pair["origin"] == str(number))
        assert row["minutes"] == pytest.approx(nearest[0], abs=1e-9) and row["facility"] == nearest[1]
