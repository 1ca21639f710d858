"""Elements of a structure held against the slogan and the ground, with numbers that can be worked out by hand.

The county is a square of 20 km; a river runs along y = 10 km, a road along x = 10 km.
"""

import geopandas as gpd
import pytest
import shapely

from ronghe.plugin.analysis.structure.checks import Limits, check_structure
from ronghe.plugin.analysis.structure.ground import CountyGround
from ronghe.plugin.county.slogan_words import parse_slogan

KM = 1000.0
COUNTY = shapely.box(0, 0, 20 * KM, 20 * KM)
AREA_HM2 = 40_000.0


def lines(*shapes):
    return gpd.GeoDataFrame(geometry=[shapely.LineString(one) for one in shapes])


GROUND = CountyGround(
    boundary=COUNTY,
    rivers=lines([(0, 10 * KM), (20 * KM, 10 * KM)]),
    roads=lines([(10 * KM, 0), (10 * KM, 20 * KM)]),
)


def elements(*rows):
    """Rows of (order, noun, name, shape) and perhaps whether it is proposed."""
    columns = {
        "order": [row[0] for row in rows],
        "noun": [row[1] for row in rows],
        "name": [row[2] for row in rows],
        "layer": ["要素"] * len(rows),
        "proposed": [bool(row[4]) if len(row) > 4 else False for row in rows],
    }
    return gpd.GeoDataFrame(columns, geometry=[row[3] for row in rows])


def checks(slogan, *rows, ground=GROUND, limits=None, kind=""):
    found = check_structure(parse_slogan(slogan), elements(*rows), ground, limits or Limits(), AREA_HM2)
    return [one for one in found if not kind or one.kind == kind]


def core(order, x, y, name="", proposed=False):
    return (order, "core", name, shapely.Point(x * KM, y * KM), proposed)


def path(order, noun, name, *points):
    return (order, noun, name, shapely.LineString([(x * KM, y * KM) for x, y in points]))


@pytest.mark.parametrize(
    "slogan, rows, expected, found, verdict",
    [
        ("双核", [core(1, 5, 5), core(1, 6, 6)], 2, 2, "ok"),
        ("双核", [core(1, 5, 5)], 2, 1, "error"),
        ("双核", [core(1, 5, 5), core(1, 6, 6), core(1, 7, 7)], 2, 3, "error"),
        ("双核", [core(1, 5, 5), core(1, 6, 6, proposed=True)], 2, 2, "warning"),
        ("双核", [core(1, 5, 5, "水头"), core(1, 6, 6, "水头")], 2, 1, "error"),  # one name, one element
        ("多核", [core(1, 5, 5)], 2, 1, "error"),
        ("多核", [core(1, 5, 5), core(1, 6, 6), core(1, 7, 7)], 2, 3, "ok"),
        ("双核", [], 2, 0, "error"),
    ],
)
def test_elements_are_counted(qgis_app, slogan, rows, expected, found, verdict):
    (check,) = checks(slogan, *rows, kind="count")
    assert (check.expected, check.found, check.verdict) == (expected, found, verdict)


@pytest.mark.parametrize(
    "points, verdict, alone, loose",
    [
        ([(5, 5), (15, 15)], "ok", [], []),  # from core to core
        ([(5, 8), (15, 12)], "ok", [], []),  # 3.0 km from the cores: still touching
        ([(5, 8.001), (15, 8.001)], "warning", ["轴"], []),  # 1 m too far from both cores
        ([(5, 1), (5, 19)], "ok", [], []),  # through a core, from edge to edge
        ([(5, 5), (5, 0)], "ok", [], []),  # to the county's edge
        ([(5, 5), (10, 10)], "warning", [], ["轴"]),  # ends in the middle of nowhere
    ],
)
def test_axes_end_at_cores(qgis_app, points, verdict, alone, loose):
    (check,) = checks("双核一轴", core(1, 5, 5), core(1, 15, 15), path(2, "axis", "轴", *points), kind="ends")
    assert (check.verdict, check.data["alone"], check.data["loose"]) == (verdict, alone, loose)


def test_an_axis_without_any_core_is_told(qgis_app):
    (check,) = checks("一轴", path(1, "axis", "", (5, 5), (9, 9)), kind="ends")
    assert check.verdict == "warning" and check.data["centres"] == 0


def test_corridors_follow_rivers_or_roads(qgis_app):
    along = path(1, "corridor", "沿河", (0, 10.4), (20, 10.4))
    half = path(1, "corridor", "半程", (0, 10), (10, 10), (10, 10.1), (19.9, 19.9))
    away = path(1, "corridor", "远离", (1, 2), (8, 2))
    (good,) = checks("一廊", along, kind="along")
    assert (good.verdict, good.found) == ("ok", 1.0)
    (bad,) = checks("三廊", along, half, away, kind="along")
    assert bad.verdict == "warning" and bad.found == 0.0
    assert [name for name, _ in bad.data["away"]] == ["半程", "远离"]
    half_share = bad.data["away"][0][1]
    assert half_share == pytest.approx(10.8 / 24.0, abs=0.02)  # 10 km of river, and 0.7 km of the slope, of 23.9 km
    (unknown,) = checks("一廊", along, ground=CountyGround(boundary=COUNTY), kind="along")
    assert unknown.verdict == "warning" and unknown.data["ways"] == 0


def zone(name, x0, x1):
    return (1, "zone", name, shapely.box(x0 * KM, 0, x1 * KM, 20 * KM))


@pytest.mark.parametrize(
    "zones, found, verdict",
    [
        ([(0, 10), (10, 20)], 40_000, "ok"),
        ([(0, 10), (10.2, 20)], 39_600, "ok"),  # a gap of 1.0 % is still allowed
        ([(0, 10), (10.3, 20)], 39_400, "error"),
        ([(0, 10.19), (10, 20)], 40_380, "ok"),
        ([(0, 10.2), (10, 20)], 40_400, "error"),  # an overlap of 1.0 % is not below 1 %
        ([(0, 10.5), (10.5, 25)], 40_000, "ok"),  # only what lies in the county counts
    ],
)
def test_zones_fill_the_county(qgis_app, zones, found, verdict):
    rows = [zone(f"区{number}", *one) for number, one in enumerate(zones)]
    (check,) = checks("两区", *rows, kind="tiling")
    assert (check.expected, check.verdict) == (AREA_HM2, verdict)
    assert check.found == pytest.approx(found)


def test_schematic_zones_need_not_fill_the_county(qgis_app):
    (said,) = checks("一区", zone("核心区（示意）", 0, 5), kind="tiling")
    (asked,) = checks("一区", zone("核心区", 0, 5), limits=Limits(schematic=True), kind="tiling")
    assert said.verdict == asked.verdict == "ok"
    assert checks("一区", zone("核心区", 0, 5), kind="tiling")[0].verdict == "error"


def test_elements_outside_the_county_are_told(qgis_app):
    assert not checks("一核", core(1, 5, 5), kind="outside")
    (out,) = checks("双核", core(1, 5, 5), core(1, 25, 5, "外核"), kind="outside")
    assert (out.verdict, out.data["whole"]) == ("error", ["外核"])
    (part,) = checks("一廊", path(1, "corridor", "跨界", (15, 10), (25, 10)), kind="outside")
    assert part.verdict == "warning"
    assert part.data["parts"] == [("跨界", pytest.approx(0.495, abs=1e-3))]  # 50 m of slack at the edge
