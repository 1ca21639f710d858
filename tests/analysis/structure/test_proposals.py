"""Proposals for a small county that can be drawn by hand: 60 × 60 km, five towns on a cross of roads, a high west."""

from dataclasses import replace
from time import perf_counter

import geopandas as gpd
import numpy as np
import pytest
import shapely

from ronghe.plugin.analysis.grid import Grid
from ronghe.plugin.analysis.structure.ground import CountyGround, Missing
from ronghe.plugin.analysis.structure.ground_links import ground_links
from ronghe.plugin.analysis.structure.proposals import propose, propose_with_shortages
from ronghe.plugin.analysis.travel.roads import roads_of

KM = 1000.0
COUNTY = shapely.box(0, 0, 60 * KM, 60 * KM)
PLACES = {
    "中镇": (30, 30, 50000, "中心城区"),
    "西镇": (8, 30, 20000, "重点镇"),
    "东镇": (52, 31, 15000, "重点镇"),
    "南乡": (31, 8, 8000, "一般乡"),
    "北乡": (30, 50, 9000, "一般乡"),
}


def frame(names, shapes, **columns):
    return gpd.GeoDataFrame({"name": names, **columns}, geometry=list(shapes))


def line(*km):
    return shapely.LineString([(KM * x, KM * y) for x, y in km])


def square(west, south, east, north):
    return shapely.box(KM * west, KM * south, KM * east, KM * north)


@pytest.fixture(scope="module")
def county():
    towns = frame(
        list(PLACES),
        [shapely.Point(KM * x, KM * y) for x, y, _, _ in PLACES.values()],
        population=[float(one[2]) for one in PLACES.values()],
        level=[one[3] for one in PLACES.values()],
    )
    roads = frame(
        ["横路", "横路", "纵路", "纵路", "环湖路"],
        [
            line((8, 30), (20, 31), (30, 30)),
            line((30, 30), (41, 29), (52, 31)),
            line((31, 8), (29, 20), (30, 30)),
            line((30, 30), (30, 50)),
            line((8, 30), (8, 55), (30, 50)),
        ],
        **{"class": ["national", "national", "provincial", "provincial", "village"]},
    )
    speed = roads["class"].map({"national": 50.0, "provincial": 45.0, "village": 15.0})
    areas = frame(
        list(PLACES),
        [
            square(20, 20, 40, 40),
            square(0, 20, 20, 40),
            square(40, 20, 60, 40),
            square(0, 0, 60, 20),
            square(0, 40, 60, 60),
        ],
    )
    rivers = frame(
        ["大河", "大河", "小河", "支沟", None],
        [
            line((0, 25), (30, 26)),
            line((30, 26), (60, 25)),
            line((45, 0), (45, 30)),
            line((10, 40), (12, 40)),
            line((0, 1), (60, 1)),
        ],
        level=[1.0, 1.0, 2.0, 3.0, 3.0],
    )
    x, y = np.meshgrid(np.arange(120) * 500.0 + 250, np.arange(120)[::-1] * 500.0 + 250)
    height = 800 + 900 * np.exp(-0.5 * (x / 9000) ** 2) + 15 * np.sin(x / 700) * np.cos(y / 900)
    return CountyGround(
        boundary=COUNTY,
        towns=towns,
        town_areas=areas,
        links=ground_links(towns, roads_of(roads.geometry.to_numpy(), speed)),
        roads=roads,
        rivers=rivers,
        parks=frame(["小园", "大园"], [square(33, 33, 34, 34), square(10, 28, 13, 31)]),
        reserves=frame(["西山保护区"], [square(0, 22, 6, 38)]),
        scenic=frame(["西湖景区", "北岭景区"], [square(7, 27, 8, 29), square(31, 49, 32, 51)]),
        peaks=frame(
            ["西山主峰", "东岗"],
            [shapely.Point(2 * KM, 30 * KM), shapely.Point(58 * KM, 30 * KM)],
            height=[1700.0, 900.0],
        ),
        dem=Grid(height, 0.0, 60 * KM, 500.0, 500.0),
    )


def missing(order, noun, geometry, count, **more):
    return Missing(order, noun, noun, geometry, count, **more)


def members(found):
    return sorted(town for one in found for town in one.basis_values["towns"])


def names(found):
    return [one.name for one in found]


def test_cores_follow_the_hierarchy_and_secondary_ones_come_after_the_main_one(county):
    wanted = [missing(2, "core", "point", 2, rank="sub"), missing(1, "core", "point", 1)]
    found = propose(wanted, county)
    assert names(found) == ["中镇", "西镇", "东镇"]
    assert [one.rank for one in found] == ["main", "sub", "sub"] and found[0].basis_key == "first_town"
    assert found[1].basis_values["number"] == 2 and found[0].geometry == county.towns.geometry[0]


def test_a_town_that_is_a_core_already_is_not_proposed_again(county):
    drawn = gpd.GeoDataFrame(
        {"order": [1], "noun": ["core"], "symbol": ["core_main"], "rank": ["main"], "name": ["中心城区"]},
        geometry=[shapely.Point(30.4 * KM, 30 * KM)],
    )
    assert names(propose([missing(1, "core", "point", 1)], replace(county, assigned=drawn))) == ["西镇"]


def test_towns_named_in_brackets_come_first_in_the_order_of_the_brackets(county):
    found = propose([missing(1, "core", "point", 2, note="东镇、 西镇")], county)
    assert names(found) == ["东镇", "西镇"] and [one.basis_key for one in found] == ["named_town"] * 2
    assert names(propose([missing(1, "core", "point", 2, note="北乡")], county)) == ["北乡", "中镇"]
    assert names(propose([missing(1, "node", "point", None, least=2, note="南乡、北乡")], county)) == ["南乡", "北乡"]
    assert names(propose([missing(1, "core", "point", 1, note="远镇")], county)) == ["中镇"]


def test_a_town_whose_name_is_part_of_the_one_in_brackets_is_not_named(county):
    towns = county.towns.assign(name=["中镇", "双河镇", "河镇", "南乡", "北乡"])
    wanted = [missing(1, "core", "point", 1, note="双河镇")]
    assert names(propose(wanted, replace(county, towns=towns))) == ["双河镇"]
    wanted = [missing(1, "core", "point", 2, note="河镇与双河镇")]
    assert names(propose(wanted, replace(county, towns=towns))) == ["河镇", "双河镇"]


def test_many_nodes_are_the_towns_that_are_left(county):
    wanted = [missing(1, "core", "point", 1), missing(2, "node", "point", None, least=2)]
    assert names(propose(wanted, county)) == ["中镇", "西镇", "东镇", "北乡", "南乡"]


def test_more_cores_than_towns_are_a_shortage(county):
    found, short = propose_with_shortages([missing(1, "core", "point", 9)], county)
    assert len(found) == 5 and (short[0].reason_key, short[0].wanted, short[0].given) == ("towns_used_up", 9, 5)


def test_the_main_axis_runs_through_the_main_core_along_the_strongest_links(county):
    first, second = propose([missing(1, "axis", "line", 2)], county)
    assert set(first.basis_values["towns"]) == {"西镇", "中镇", "东镇"} and first.basis_values["core"]
    assert set(second.basis_values["towns"]) == {"南乡", "中镇", "北乡"}
    assert (first.rank, second.rank) == ("main", "sub")
    trunk = shapely.union_all(county.roads.geometry.to_numpy())
    assert first.geometry.length == pytest.approx(shapely.intersection(first.geometry, trunk.buffer(1)).length)
    assert first.name == "西镇—中镇—东镇"


def test_upright_and_across_are_told_apart_by_bearing(county):
    wanted = [missing(1, "axis", "line", 1, modifier="纵"), missing(2, "axis", "line", 1, modifier="横")]
    upright, across = (shapely.get_coordinates(one.geometry)[[0, -1]] for one in propose(wanted, county))
    assert np.ptp(upright[:, 1]) > np.ptp(upright[:, 0]) and np.ptp(across[:, 0]) > np.ptp(across[:, 1])


def test_no_axis_is_drawn_twice_and_what_is_left_out_is_said(county):
    found, short = propose_with_shortages([missing(1, "axis", "line", 9)], county)
    for place, one in enumerate(found):
        for other in found[place + 1 :]:
            together = shapely.intersection(one.geometry, shapely.buffer(other.geometry, 500)).length
            assert together < 0.5 * one.geometry.length
    assert short[0].reason_key == "links_used_up" and short[0].given == len(found) < 9


def test_rivers_by_level_and_length_but_those_that_the_clause_names_first(county):
    assert names(propose([missing(1, "corridor", "line", 2)], county)) == ["大河", "小河"]
    assert names(propose([missing(1, "corridor", "line", 1, text="支沟生态廊")], county)) == ["支沟"]
    found = propose([missing(1, "corridor", "line", 1)], county)[0]
    assert found.geometry.length == pytest.approx(60 * KM, rel=0.01) and found.geometry.geom_type == "LineString"


def test_the_paper_rivers_win_where_the_clause_names_them(county):
    rivers = frame(
        ["长江", "城川河", "回龙河", "西庄河"],
        [line((0, y), (30 if y > 10 else 60, y)) for y in (5, 15, 25, 35)],
        level=[1.0, 2.0, 2.0, 3.0],
    )
    wanted = [missing(1, "corridor", "line", 3, text="城川河、回龙河、西庄河三廊")]
    assert names(propose(wanted, replace(county, rivers=rivers))) == ["城川河", "回龙河", "西庄河"]


def test_rivers_and_roads_beyond_the_border_are_cut_or_left_out(county):
    rivers = frame(["外河", "大河"], [line((80, 0), (80, 60)), line((-30, 25), (90, 25))], level=[1.0, 2.0])
    roads = frame(["外路", "横路"], [line((80, 0), (80, 60)), line((-30, 30), (90, 30))], **{"class": ["national"] * 2})
    ground = replace(county, rivers=rivers, roads=roads, links=None)
    wanted = [missing(1, "corridor", "line", 1), missing(2, "corridor", "line", 1, theme="transport")]
    river, road = propose(wanted, ground)
    assert (river.name, road.name) == ("大河", "横路")
    assert river.geometry.length == road.geometry.length == pytest.approx(60 * KM)


def test_two_banks_lie_on_both_sides_of_the_river_of_the_slogan(county):
    wanted = [missing(1, "river", "line", 1, text="小河"), missing(2, "belt", "line", 2, least=2, noun_text="岸")]
    river, east, west = propose(wanted, county)
    assert (river.name, east.name, west.name) == ("小河",) * 3
    assert {east.basis_values["side"], west.basis_values["side"]} == {"e", "w"}
    for bank in (east, west):
        assert shapely.distance(bank.geometry, river.geometry) == pytest.approx(1200.0)
        assert (bank.geometry.centroid.x > 45 * KM) == (bank.basis_values["side"] == "e")


def test_too_few_rivers_are_a_shortage(county):
    found, short = propose_with_shortages([missing(1, "corridor", "line", 6)], county)
    assert names(found) == ["大河", "小河"] and short[0].reason_key == "rivers_used_up"


def test_a_screen_is_one_long_smooth_area_along_the_high_rim(county):
    (screen,) = propose([missing(1, "screen", "polygon", 1)], county)
    shape = screen.geometry
    assert shape.geom_type == "Polygon" and shape.is_valid and not shape.interiors
    assert shapely.covers(shapely.buffer(COUNTY, 1), shape) and shape.centroid.x < 12 * KM
    west, south, east, north = shape.bounds
    assert north - south > 2.5 * (east - west) and screen.basis_values["side"] == "w"
    assert (screen.name, screen.basis_values["peaks"]) == ("西山", ["西山主峰"])
    assert screen.basis_values["reserves"] == ["西山保护区"]
    assert screen.basis_values["height"] > screen.basis_values["county_height"]


def test_a_range_is_a_line_and_an_even_rim_has_no_second_screen(county):
    found, short = propose_with_shortages([missing(1, "screen", "line", 2)], county)
    assert [one.geometry.geom_type for one in found] == ["LineString"] and short[0].reason_key == "rim_too_even"


def test_two_ranges_are_two_screens_the_higher_first(county):
    x = np.arange(120) * 500.0 + 250
    west, east = (np.exp(-0.5 * (apart / 9000) ** 2) for apart in (x, 60000 - x))
    height = np.tile(800 + 900 * west + 600 * east, (120, 1))
    found = propose([missing(1, "screen", "polygon", 2)], replace(county, dem=county.dem.with_values(height)))
    assert [one.basis_values["side"] for one in found] == ["w", "e"]
    assert not shapely.intersects(found[0].geometry, found[1].geometry)


def test_without_terrain_peaks_and_reserves_say_where_the_screen_is(county):
    (screen,) = propose([missing(1, "screen", "polygon", 1)], replace(county, dem=None))
    assert screen.basis_key == "rim_of_peaks" and screen.geometry.centroid.x < 15 * KM
    bare = replace(county, dem=None, peaks=None, reserves=None)
    assert propose_with_shortages([missing(1, "screen", "polygon", 1)], bare)[1][0].reason_key == "no_heights"


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_zones_are_whole_towns_in_one_piece_that_tile_the_county(county, count):
    found = propose([missing(1, "zone", "polygon", count)], county)
    assert len(found) == count
    assert members(found) == sorted(PLACES)
    shapes = [one.geometry for one in found]
    assert sum(shape.area for shape in shapes) == pytest.approx(COUNTY.area, rel=1e-9)
    assert shapely.area(shapely.union_all(shapes)) == pytest.approx(COUNTY.area, rel=1e-9)
    assert all(len(shapely.get_parts(shape)) == 1 for shape in shapes)


def test_zones_tile_a_county_whose_towns_gape_and_overlap(county):
    areas = county.town_areas.copy()
    areas.geometry = [
        square(20.01, 20, 40, 40),
        square(0, 20, 20, 40),
        square(39.5, 20, 60, 40),
        square(0, 0, 60, 19.9),
        square(0, 40, 60, 61),
    ]
    shapes = [one.geometry for one in propose([missing(1, "zone", "polygon", 3)], replace(county, town_areas=areas))]
    assert sum(shape.area for shape in shapes) == pytest.approx(COUNTY.area, rel=1e-9)
    assert shapely.area(shapely.difference(COUNTY, shapely.union_all(shapes))) < 1.0


def test_more_zones_than_towns_cannot_be_given_and_it_is_said(county):
    found, short = propose_with_shortages([missing(1, "zone", "polygon", 8, text="八区")], county)
    assert len(found) == 5
    assert (short[0].reason_key, short[0].wanted, short[0].given, short[0].values) == (
        "fewer_towns_than_zones", 8, 5, {"towns": 5},
    )  # fmt: skip


def test_zones_of_towns_that_are_points_are_the_ground_nearest_to_them(county):
    found = propose([missing(1, "zone", "polygon", 3)], replace(county, town_areas=None))
    assert sum(one.geometry.area for one in found) == pytest.approx(COUNTY.area, rel=1e-9)


def test_parks_are_the_largest_of_the_layer(county):
    found, short = propose_with_shortages([missing(1, "park", "polygon", 3)], county)
    assert names(found) == ["大园", "小园"] and short[0].reason_key == "parks_used_up"


def test_parks_named_in_brackets_come_before_larger_ones(county):
    small, large = county.parks["name"].iloc[county.parks.area.argsort().iloc[[0, -1]]]
    assert names(propose([missing(1, "park", "polygon", 2, note=small)], county)) == [small, large]


def test_two_wings_lie_on_two_sides_of_the_core(county):
    first, second = propose([missing(1, "axis", "line", 1), missing(2, "wing", "polygon", 2)], county)[1:]
    assert {first.basis_values["side"], second.basis_values["side"]} == {"e", "w"}
    assert not shapely.intersects(first.geometry, second.geometry)
    assert shapely.covers(shapely.buffer(COUNTY, 1), shapely.union(first.geometry, second.geometry))


def test_rings_close_around_the_core_inside_the_county(county):
    inner, outer = propose([missing(1, "ring", "line", 2)], county)
    core = county.towns.geometry[0]
    for ring in (inner, outer):
        assert ring.geometry.is_ring and shapely.covers(COUNTY, ring.geometry)
        assert shapely.contains(shapely.Polygon(ring.geometry), core)
    assert shapely.contains(shapely.Polygon(outer.geometry), inner.geometry)
    (circle,) = propose([missing(1, "ring", "polygon", 1)], county)
    assert circle.geometry.geom_type == "Polygon"


def test_belts_by_their_theme(county):
    (tourism,) = propose([missing(1, "belt", "line", 1, theme="tourism")], county)
    assert tourism.basis_key == "joins_tourism" and {"西湖景区", "北岭景区"} <= set(tourism.basis_values["places"])
    (industry,) = propose([missing(1, "belt", "line", 1, theme="industry")], county)
    assert industry.basis_key == "joins_industry"
    (transport,) = propose([missing(1, "corridor", "line", 1, theme="transport")], county)
    assert transport.name == "横路" and transport.geometry.length > 40 * KM
    assert names(propose([missing(1, "belt", "line", 1, theme="ecology")], county)) == ["大河"]


def test_clusters_hold_every_town_once(county):
    found = propose([missing(1, "cluster", "polygon", 3)], county)
    assert members(found) == sorted(PLACES)
    places = dict(zip(county.towns["name"], county.towns.geometry))
    for one in found:
        assert all(shapely.contains(one.geometry, places[town]) for town in one.basis_values["towns"])


def test_basins_are_the_towns_along_the_main_rivers(county):
    found = propose([missing(1, "basin", "polygon", 2)], county)
    assert names(found) == ["大河", "小河"]
    assert sum(one.geometry.area for one in found) == pytest.approx(COUNTY.area, rel=1e-9)


def test_a_hundred_and_fifty_towns_are_proposed_for_in_seconds(county):
    random = np.random.default_rng(4)
    xy = random.uniform(0, 60 * KM, (150, 2))
    people = random.uniform(1e3, 9e3, 150)
    towns = frame([f"{number} 镇" for number in range(150)], shapely.points(xy), population=people)
    many = replace(county, towns=towns, town_areas=None, links=ground_links(towns, None))
    wanted = [missing(1, "zone", "polygon", 5), missing(2, "network", "line", 1), missing(3, "axis", "line", 3)]
    begun = perf_counter()
    assert len(propose(wanted, many)) == 9
    assert perf_counter() - begun < 6.0


def test_a_network_is_one_element(county):
    (found,) = propose([missing(1, "network", "line", 1, noun_text="网")], county)
    assert found.geometry.geom_type == "MultiLineString" and found.basis_values["links"] >= 4
    # No street twice.
    assert shapely.length(shapely.union_all(found.geometry)) == pytest.approx(found.geometry.length)


@pytest.mark.parametrize(
    ("noun", "geometry", "reason"),
    [
        ("core", "point", "towns_used_up"),
        ("axis", "line", "no_links"),
        ("network", "line", "no_links"),
        ("corridor", "line", "no_rivers"),
        ("screen", "polygon", "no_heights"),
        ("zone", "polygon", "no_towns"),
        ("wing", "polygon", "no_core"),
        ("ring", "line", "no_core"),
        ("park", "polygon", "no_parks"),
        ("cluster", "polygon", "no_towns"),
        ("sky", "point", "no_rule"),
    ],
)
def test_an_empty_county_gives_a_reason_and_no_error(noun, geometry, reason):
    found, short = propose_with_shortages([missing(1, noun, geometry, 1)], CountyGround())
    assert not found and [one.reason_key for one in short] == [reason]


def test_the_order_of_the_input_does_not_change_what_is_proposed(county):
    wanted = [missing(1, "core", "point", 1), missing(2, "axis", "line", 2), missing(3, "zone", "polygon", 3)]
    mixed = replace(
        county,
        towns=county.towns.iloc[::-1].reset_index(drop=True),
        town_areas=county.town_areas.iloc[::-1].reset_index(drop=True),
        rivers=county.rivers.iloc[::-1].reset_index(drop=True),
    )
    first, second = propose(wanted, county), propose(wanted, mixed)
    assert names(first)[:3] == names(second)[:3]
    assert {frozenset(one.basis_values["towns"]) for one in first[3:]} == {
        frozenset(one.basis_values["towns"]) for one in second[3:]
    }
