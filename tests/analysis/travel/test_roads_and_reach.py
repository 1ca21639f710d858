"""Roads alone: noding, snapping, one-way rules and reach, against distances worked out by hand."""

import numpy as np
import pytest
import shapely

from ronghe.plugin.analysis.travel.graph import build_graph
from ronghe.plugin.analysis.travel.points import attach, minutes_to_nearest
from ronghe.plugin.analysis.travel.reach import reached_stretches
from ronghe.plugin.analysis.travel.roads import build_network, places_along, roads_of, snap, split
from ronghe.plugin.analysis.travel.search import each_facility, nearest_facility
from ronghe.plugin.analysis.travel.settings import Direction, TravelSettings


def line(*xy):
    return shapely.linestrings(xy)


def minutes(facilities, points, roads, **settings):
    chosen = TravelSettings(**settings)
    graph = build_graph(np.array(facilities, float), chosen, roads=roads)
    search = nearest_facility(graph, chosen.max_minutes)
    return minutes_to_nearest(graph, search, attach(graph, np.array(points, float)))


def test_lines_meet_at_shared_vertices_but_not_where_they_merely_cross():
    junction = [line((0, 0), (500, 0), (1000, 0)), line((500, 0), (500, 400))]
    bridge = [line((0, 0), (1000, 0)), line((500, -400), (500, 400))]
    assert build_network(roads_of(junction, [60, 60])).nodes == 4
    assert build_network(roads_of(junction, [60, 60])).edges == 3
    crossing = build_network(roads_of(bridge, [60, 60]))
    assert crossing.edges == 2 and crossing.part.max() == 1


def test_a_place_on_an_edge_becomes_a_node_and_old_nodes_keep_their_numbers():
    network = build_network(roads_of([line((0, 0), (300, 0), (300, 700))], [60]))
    finer, node = split(network, np.array([0, 0, 0, 0]), np.array([100.0, 300.0, 0.0, 100.0]))
    assert finer.edges == 3
    assert finer.node_xy[node].tolist() == [[100, 0], [300, 0], [0, 0], [100, 0]]
    assert np.allclose(finer.length, [100, 200, 700])
    assert np.allclose(places_along(network, np.array([0]), 99)[1], np.arange(12) * 1000 / 11)


def test_points_snap_to_the_nearest_point_of_an_edge_not_to_its_ends():
    network = build_network(roads_of([line((0, 0), (1000, 0))], [60]))
    snapped = snap(network, np.array([[250.0, 30.0]]))
    assert snapped.distance[0] == pytest.approx(250) and snapped.leg[0] == pytest.approx(30)


def test_minutes_are_access_leg_plus_road():
    """1 km at 60 km/h is one minute; 50 m on foot at 5 × 0.6 = 3 km/h is one minute."""
    roads = roads_of([line((0, 0), (1000, 0))], [60])
    found = minutes([(1000, 0)], [(0, 0), (0, 50), (500, 0), (1000, 0)], roads)
    assert found.minutes == pytest.approx([1.0, 2.0, 0.5, 0.0])


def test_facility_and_village_on_the_same_edge_do_not_go_round_by_its_ends():
    roads = roads_of([line((0, 0), (10_000, 0))], [60])
    found = minutes([(4000, 0), (9000, 0)], [(4500, 0)], roads)
    assert found.minutes == pytest.approx([0.5]) and found.facility.tolist() == [0]


def test_one_way_counts_in_the_direction_of_travel():
    """A loop of four 1-km sides, one way: to the facility it is three sides, back from it one."""
    corner = [(0, 0), (1000, 0), (1000, 1000), (0, 1000), (0, 0)]
    sides = [line(a, b) for a, b in zip(corner, corner[1:])]
    roads = roads_of(sides, [60] * 4, oneway=[1] * 4)
    village, clinic = [(1000, 0)], [(0, 0)]
    assert minutes(clinic, village, roads).minutes == pytest.approx([3.0])
    assert minutes(clinic, village, roads, direction=Direction.FROM).minutes == pytest.approx([1.0])


def test_what_is_not_connected_has_a_reason():
    roads = roads_of([line((0, 0), (1000, 0)), line((0, 5000), (1000, 5000)), line((1000, 0), (90_000, 0))], [60] * 3)
    found = minutes([(0, 0)], [(0, 2000), (500, 5000), (90_000, 0)], roads, max_minutes=30)
    assert found.reason.tolist() == ["no_road", "separate_part", "beyond_limit"]
    assert not np.isfinite(found.minutes).any()


def test_many_facilities_give_the_same_minimum_as_one_search():
    rng = np.random.default_rng(3)
    xs = np.arange(0, 5001, 500.0)
    lines = [line((x, 0), (x, 5000)) for x in xs] + [line((0, y), (5000, y)) for y in xs]
    lines = list(shapely.get_parts(shapely.node(shapely.geometrycollections(lines))))
    graph = build_graph(
        rng.uniform(0, 5000, (6, 2)), TravelSettings(), roads=roads_of(lines, rng.choice([20, 40, 60], len(lines)))
    )
    together = nearest_facility(graph, 120).minutes
    apart = np.vstack([block for _, block in each_facility(graph, 120)]).min(axis=0)
    assert np.allclose(together, apart, equal_nan=True)


def test_reach_is_cut_where_the_time_runs_out_and_each_stretch_counts_once():
    """From the middle of 10 km at 60 km/h, two minutes reach 2 km to each side, three minutes one more."""
    roads = roads_of([line((0, 0), (4000, 0), (10_000, 0))], [60])
    settings = TravelSettings(max_minutes=3)
    graph = build_graph(np.array([[5000.0, 0.0]]), settings, roads=roads)
    stretches = reached_stretches(graph, nearest_facility(graph, 3), [2.0, 3.0])
    by_band = [stretches.length[stretches.band == band].sum() for band in (0, 1)]
    assert by_band == pytest.approx([4000, 2000])
    assert np.allclose(shapely.length(stretches.line), stretches.length)
    assert shapely.union_all(stretches.line).bounds == pytest.approx((2000, 0, 8000, 0))


def test_the_leg_of_a_facility_off_the_road_is_spent_before_the_road_begins():
    roads = roads_of([line((0, 0), (10_000, 0))], [60])
    graph = build_graph(np.array([[5000.0, 50.0]]), TravelSettings(max_minutes=3), roads=roads)
    stretches = reached_stretches(graph, nearest_facility(graph, 3), [3.0])
    assert stretches.length.sum() == pytest.approx(4000)


def test_reach_on_a_one_way_road_goes_one_way():
    roads = roads_of([line((0, 0), (10_000, 0))], [60], oneway=[1])
    facility = np.array([[5000.0, 0.0]])
    for direction, start in ((Direction.TOWARDS, 3000), (Direction.FROM, 5000)):
        graph = build_graph(facility, TravelSettings(direction=direction, max_minutes=2), roads=roads)
        reached = reached_stretches(graph, nearest_facility(graph, 2), [2.0])
        assert shapely.union_all(reached.line).bounds == pytest.approx((start, 0, start + 2000, 0))


def test_two_facilities_meeting_in_the_middle_do_not_count_the_middle_twice():
    roads = roads_of([line((0, 0), (3000, 0))], [60])
    graph = build_graph(np.array([[0.0, 0.0], [3000.0, 0.0]]), TravelSettings(max_minutes=2), roads=roads)
    stretches = reached_stretches(graph, nearest_facility(graph, 2), [1.0, 2.0])
    assert [stretches.length[stretches.band == band].sum() for band in (0, 1)] == pytest.approx([2000, 1000])


def test_thirty_minutes_include_thirty_wherever_the_road_is_cut():
    """15 km at 30 km/h are 30 minutes; with a limit of 30 the village is reached, and its time is 30.0 exactly."""
    roads = roads_of([line((0, 0), (5000, 0)), line((5000, 0), (20_000, 0))], [30, 30])
    found = minutes([(0, 0)], [(15_000, 0)], roads, max_minutes=30)
    assert found.minutes[0] == pytest.approx(30.0, abs=1e-12) and found.reason[0] == ""


def test_max_snap_includes_points_exactly_that_far():
    roads = roads_of([line((0, 0), (7000, 3000))], [60])
    normal = np.array([-3000, 7000]) / np.hypot(3000, 7000)
    on_road = np.linspace(0.1, 0.9, 20)[:, None] * np.array([7000, 3000])
    found = minutes([(0, 0)], on_road + 1000 * normal, roads)
    assert np.isfinite(found.minutes).all()


def test_on_roads_alone_an_expressway_is_a_road_like_any_other():
    expressway = roads_of([line((0, 0), (10_000, 0))], [100], leave=[False])
    assert minutes([(10_000, 0)], [(0, 0), (5000, 0)], expressway).minutes == pytest.approx([6.0, 3.0])


def test_bands_on_roads_do_not_reach_across_a_barrier():
    from ronghe.plugin.analysis.travel.barriers import Barriers
    from ronghe.plugin.analysis.travel.surface import minutes_surface

    roads = roads_of([line((0, 0), (5000, 0))], [60])
    wall = Barriers([line((-2000, 100), (7000, 100))])
    graph = build_graph(np.array([[0.0, 0.0]]), TravelSettings(max_minutes=30), roads=roads, barriers=wall)
    minutes_there = minutes_surface(graph, nearest_facility(graph, 30))
    row, _ = np.nonzero(np.isfinite(minutes_there.values))
    north = minutes_there.y0 - (row.min() + 0.5) * minutes_there.dy
    assert 0 < north < 100
