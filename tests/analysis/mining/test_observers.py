"""Who looks: points, and places along lines and edges."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from ronghe.plugin.analysis.grid import Grid
from ronghe.plugin.analysis.mining.observers import observer_points, observers_on
from ronghe.plugin.analysis.mining.sightlines import ground_of


def lines(*texts):
    return np.array([shapely.from_wkt(text) for text in texts], dtype=object)


def test_a_line_is_divided_evenly_with_both_ends():
    """1,000 m at 300 m: four steps of 250 m, so that none is longer than was asked for."""
    found = observer_points(lines("LINESTRING(0 0, 1000 0)"), 300)
    assert found.tolist() == [[0, 0], [250, 0], [500, 0], [750, 0], [1000, 0]]


def test_a_length_that_divides_without_rest_gets_no_step_more():
    assert len(observer_points(lines("LINESTRING(0 0, 1000 0)"), 200)) == 6


def test_steps_follow_the_line_round_its_bends():
    found = observer_points(lines("LINESTRING(0 0, 300 0, 300 100)"), 200)
    assert found.tolist() == [[0, 0], [200, 0], [300, 100]]


def test_a_road_cut_into_pieces_is_watched_no_more_closely():
    pieces = [f"LINESTRING({x} 0, {x + 10} 0)" for x in range(0, 1000, 10)]
    assert len(observer_points(lines(*pieces), 200)) == 6


def test_where_roads_cross_there_is_one_observer():
    cross = lines("LINESTRING(0 0, 400 0)", "LINESTRING(400 0, 800 0)", "LINESTRING(400 0, 400 400)")
    found = observer_points(cross, 200)
    assert len(found) == 7 and len(np.unique(found, axis=0)) == 7


def test_edges_of_areas_are_walked_holes_too_and_shared_edges_once():
    towns = lines(
        "POLYGON((0 0, 400 0, 400 400, 0 400, 0 0), (100 100, 100 200, 200 200, 200 100, 100 100))",
        "POLYGON((400 0, 800 0, 800 400, 400 400, 400 0))",
    )
    found = observer_points(towns, 100)
    assert len(np.unique(found, axis=0)) == len(found) == 16 + 4 + 11
    outline = shapely.union_all(shapely.boundary(towns))
    assert shapely.distance(shapely.points(found), outline).max() < 1e-9


def test_points_stay_as_they_are_and_collections_are_opened():
    nested = "GEOMETRYCOLLECTION(POINT(5 5), MULTILINESTRING((0 0, 100 0)))"
    given = lines("MULTIPOINT(0 0, 0 0)", nested, "POINT EMPTY")
    found = observer_points(given, 200)
    assert found.tolist() == [[0, 0], [0, 0], [5, 5], [0, 0], [100, 0]]


def test_nothing_to_look_from_is_no_observer():
    assert observer_points(lines("LINESTRING EMPTY"), 100).shape == (0, 2)


def test_eyes_are_above_the_ground_between_the_centres():
    """A slope of 1 m a metre; an observer off the grid and one in a void do not look, and are counted."""
    heights = np.tile(np.arange(5) * 10.0, (5, 1))
    heights[4, 4] = np.nan
    ground = ground_of(Grid(heights, 0.0, 50.0, 10.0, 10.0), 0.13)
    xy = np.array([[5.0, 45.0], [12.0, 33.0], [45.0, 5.0], [60.0, 20.0]])
    found = observers_on(ground, xy, eye_height=1.7)
    assert found.height == pytest.approx([1.7, 8.7])
    assert len(found) == 2 and found.outside == 1 and found.on_voids == 1
