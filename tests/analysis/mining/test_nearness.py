"""How far mines are from protected things, and how much of them they take."""

import numpy as np
import pytest
import shapely

from ronghe.plugin.analysis.mining.nearness import half_widths, nearest, shared_hectares, shared_pairs
from ronghe.plugin.analysis.mining.rules import RoleFeatures, Rule

MINE = shapely.box(0, 0, 100, 100)


def features(*shapes, classes=None):
    geometry = np.array(shapes, dtype=object)
    classes = np.array(classes if classes else [""] * len(shapes), dtype=object)
    return RoleFeatures(geometry, classes, np.full(len(shapes), "", dtype=object), classes is not None)


def road(x):
    return shapely.LineString([(x, -1000), (x, 1000)])


def road_rule(classes, half_width):
    law = ("prohibited", "all", "mining", None, None, True, True, {})
    return Rule("R1", classes, ("ROADS",), "within", 100, half_width, *law)


def test_distance_goes_from_edge_to_edge():
    found = nearest(np.array([MINE]), features(road(400), road(-250)).geometry)
    assert found.metres.tolist() == [250.0] and found.feature.tolist() == [1]


def test_half_the_width_of_the_road_is_taken_off():
    found = nearest(np.array([MINE]), features(road(400), road(-295)).geometry, np.array([10.0, 2.0]))
    assert found.metres.tolist() == [290.0] and found.feature.tolist() == [0]


def test_a_mine_across_the_road_is_at_no_distance():
    assert nearest(np.array([MINE]), features(road(105)).geometry, 10.0).metres.tolist() == [0.0]


def test_a_road_has_the_half_width_of_its_class():
    rules = [road_rule(("national",), 10.0), road_rule(("county",), 6.0)]
    roads = features(road(0), road(1), road(2), classes=["county", "national", "village"])
    assert half_widths("ROADS", roads, rules).tolist() == [6.0, 10.0, 0.0]
    assert half_widths("ROADS", features(MINE, classes=["national"]), rules).tolist() == [0.0]


def test_a_common_edge_is_not_common_ground():
    beside, over = shapely.box(100, 0, 200, 100), shapely.box(90, 0, 200, 100)
    mine, feature = shared_pairs(np.array([MINE]), np.array([beside, over]))
    assert mine.tolist() == [0] and feature.tolist() == [1]


def test_a_point_lies_on_what_holds_it():
    mine, feature = shared_pairs(np.array([shapely.Point(5, 5), shapely.Point(500, 5)]), np.array([MINE]))
    assert mine.tolist() == [0] and feature.tolist() == [0]


def test_hectares_by_hand():
    fields = np.array([shapely.box(50, 0, 200, 100), shapely.box(0, 0, 20, 100)])
    assert shared_hectares(np.array([MINE, shapely.box(300, 0, 400, 100)]), fields) == pytest.approx([0.7, 0.0])


def test_ground_drawn_twice_counts_once():
    fields = np.array([shapely.box(50, 0, 200, 100), shapely.box(60, 0, 200, 100), shapely.box(0, 0, 60, 100)])
    assert shared_hectares(np.array([MINE]), fields) == pytest.approx([1.0])
