"""The ground of a rule near an area: exact along edges, round at corners, quick for long lines."""

from __future__ import annotations

import time

import numpy as np
import pytest
import shapely
from shapely.geometry import LineString, MultiLineString, Point, Polygon, box

from ronghe.plugin.analysis.mining.pieces import Pieces, in_pieces
from ronghe.plugin.analysis.mining.regions import Clause, ground_of
from ronghe.plugin.analysis.mining.rules import Rule

COUNTY = np.array([box(-20_000, -20_000, 20_000, 20_000)], dtype=object)


def ground(shape, distance):
    rule = Rule("R", (), ("ROADS",), "within", distance, 0.0, "prohibited", "all", "mining", None, None, True, True, {})
    return ground_of(Clause.of(rule, np.array([shape], dtype=object)), COUNTY)[0]


def test_lines_in_pieces_are_the_same_lines():
    bent = LineString([(n, n % 7) for n in range(130)])
    short = LineString([(0, 10), (5, 10)])
    pieces, number = in_pieces(np.array([MultiLineString([bent, short]), short], dtype=object), 64)
    assert number.tolist() == [0, 0, 0, 0, 1]
    assert shapely.get_num_points(pieces).tolist() == [65, 65, 2, 2, 2]
    assert shapely.line_merge(MultiLineString(list(pieces[:3]))).equals_exact(bent, 0)
    assert pieces[4].equals_exact(short, 0)


def test_no_lines_give_no_pieces():
    pieces, number = in_pieces(np.zeros(0, dtype=object), 64)
    assert len(pieces) == len(number) == 0


def test_what_is_near_a_shape_is_found_by_its_own_distance():
    river = MultiLineString([[(0, 0), (9000, 0)], [(0, 500), (9000, 500)]])
    dense = LineString(np.c_[np.linspace(0, 9000, 1000), np.full(1000, 900.0)])
    town = Point(20_000, 0).buffer(2000, quad_segs=64)
    pieces = Pieces.of(np.array([river, dense, town, town], dtype=object), np.array([15.0, 50.0, 0.0, 300.0]))
    places = np.array([Point(50, 14), Point(50, 851), Point(20_000, 0), Point(20_000, 2200), Point(0, 249)], object)
    place, piece = pieces.near(places)
    assert sorted(set(zip(place.tolist(), pieces.number[piece].tolist()))) == [(0, 0), (1, 1), (2, 2), (2, 3), (3, 3)]


def test_a_straight_road_drawn_with_many_vertices_has_straight_edges():
    road = LineString(np.c_[np.linspace(-30_000, 30_000, 3001), np.zeros(3001)])
    inside = ground(road, 110.0).intersection(COUNTY[0])
    assert inside.area == pytest.approx(40_000 * 220, rel=1e-12)


@pytest.mark.parametrize("distance", [80.0, 300.0])
def test_round_about_a_town_with_a_hole(distance):
    angle = np.linspace(0, 2 * np.pi, 3000, endpoint=False)
    ring = np.c_[np.cos(angle), np.sin(angle)]
    town = Polygon(2000 * ring, [1000 * ring[::-1]])
    expected = np.pi * ((2000 + distance) ** 2 - (1000 - distance) ** 2)
    assert ground(town, distance).area == pytest.approx(expected, rel=1e-4)


def test_pieces_take_the_same_ground_as_the_whole_line():
    heading = np.cumsum(np.random.default_rng(3).normal(0, 0.3, 700))
    road = LineString(np.cumsum(20 * np.c_[np.cos(heading), np.sin(heading)], axis=0))
    whole = shapely.buffer(road, 300.0, quad_segs=48)
    found = ground(road, 300.0)
    # Arcs begin at other angles; no arc runs inside the true one by more than 0.013 % of the distance.
    assert found.area == pytest.approx(whole.area, rel=2e-5)
    assert found.hausdorff_distance(whole) < 0.3


def test_a_jittery_track_takes_no_time():
    xy = np.cumsum(20 * np.random.default_rng(0).normal(0, 1, (2000, 2)), axis=0)
    begin = time.process_time()
    found = ground(LineString(xy), 1000.0)
    assert time.process_time() - begin < 5
    assert all(found.covers(Point(*place).buffer(999.8, quad_segs=48)) for place in xy[::100])


def test_a_river_network_drawn_as_one_feature_costs_what_its_parts_cost():
    x = np.linspace(-20_000, 20_000, 4000)
    network = MultiLineString([np.c_[x, y + 800 * np.sin(x / 2000)] for y in range(-20_000, 20_000, 400)])
    rule = Rule("R13", (), ("RIVERS",), "within", 0.0, 15.0, "restricted", "all", "mining", None, None, True, True, {})
    places = np.random.default_rng(1).uniform(-18_000, 18_000, (300, 2))
    areas = np.array([Point(*place).buffer(500) for place in places], dtype=object)
    begin = time.process_time()
    found = ground_of(Clause.of(rule, np.array([network], dtype=object)), areas)
    assert time.process_time() - begin < 4
    near = shapely.intersection(network, shapely.buffer(areas, 50))
    expected = shapely.area(shapely.intersection(shapely.buffer(near, 15.0, quad_segs=16), areas))
    assert shapely.area(shapely.intersection(found, areas)) == pytest.approx(expected, rel=1e-4)
