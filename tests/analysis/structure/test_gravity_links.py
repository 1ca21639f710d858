"""Gravity links by hand, and on a small road network: minutes, kilometres and the way along the road."""

import geopandas as gpd
import numpy as np
import pytest
import shapely

from ronghe.plugin.analysis.structure.ground_links import ground_links
from ronghe.plugin.analysis.structure.links import gravity_links
from ronghe.plugin.analysis.structure.seat_network import between_seats, straight_km
from ronghe.plugin.analysis.travel.roads import roads_of

MINUTES = np.array([[0.0, 10.0, 20.0], [10.0, 0.0, 40.0], [20.0, 40.0, 0.0]])


def test_strength_is_the_product_of_the_people_over_the_power_of_the_time():
    found = gravity_links(np.array([300.0, 200.0, 100.0]), MINUTES, 2.0, 1.0)
    assert list(zip(found.first, found.second)) == [(0, 1), (0, 2), (1, 2)]
    assert found.strength.tolist() == pytest.approx([600.0, 75.0, 12.5])
    assert found.share.sum() == pytest.approx(1.0) and found.share[0] == pytest.approx(600 / 687.5)
    assert found.rank.tolist() == [1, 2, 3] and found.grade.tolist() == [1, 3, 3]


def test_the_strongest_keep_their_share_of_all():
    found = gravity_links(np.array([300.0, 200.0, 100.0]), MINUTES, 2.0, 1.0).strongest(1)
    assert len(found) == 1 and found.share[0] == pytest.approx(600 / 687.5)


def test_no_link_without_a_way_or_without_people():
    minutes = MINUTES.copy()
    minutes[0, 2] = minutes[2, 0] = np.inf
    assert len(gravity_links(np.array([300.0, 200.0, 100.0]), minutes, 2.0, 1.0)) == 2
    assert len(gravity_links(np.array([300.0, np.nan, 100.0]), minutes, 2.0, 1.0)) == 0


def test_equal_links_share_a_rank():
    even = np.full((3, 3), 10.0)
    assert gravity_links(np.ones(3), even, 2.0, 1.0).rank.tolist() == [1, 1, 1]


def test_neighbours_in_one_place_have_an_end_to_their_strength():
    assert gravity_links(np.ones(2), np.zeros((2, 2)), 2.0, 1.0).strength.tolist() == [1.0]


@pytest.fixture
def crossing():
    """A road of 30 km/h from west to east, one of 60 km/h to the north from its middle, and one on its own."""
    lines = [
        shapely.LineString([(0, 0), (5000, 0)]),
        shapely.LineString([(10000, 0), (5000, 0)]),
        shapely.LineString([(5000, 0), (5000, 3000), (5000, 6000)]),
        shapely.LineString([(50000, 0), (51000, 0)]),
    ]
    return roads_of(lines, [30.0, 30.0, 60.0, 30.0])


def test_minutes_kilometres_and_the_way_are_those_of_the_road(crossing):
    found = between_seats(np.array([[0.0, 0.0], [10000.0, 0.0], [5000.0, 6000.0]]), crossing)
    assert found.minutes[0, 1] == pytest.approx(20.0)
    assert found.minutes[0, 2] == pytest.approx(10.0 + 6.0)
    assert found.km(0, 2) == pytest.approx(11.0)
    assert shapely.get_coordinates(found.path(0, 2)).tolist() == [[0, 0], [5000, 0], [5000, 3000], [5000, 6000]]
    assert shapely.get_coordinates(found.path(2, 1)).tolist()[-1] == [10000, 0]


def test_the_leg_to_the_road_is_walked_and_drawn(crossing):
    found = between_seats(np.array([[1000.0, 500.0], [10000.0, 0.0]]), crossing)
    assert found.minutes[0, 1] == pytest.approx(500 / 1000 / 3.0 * 60 + 18.0)
    assert found.km(0, 1) == pytest.approx(9.5)
    assert shapely.get_coordinates(found.path(0, 1))[0].tolist() == [1000, 500]


def test_seats_off_the_road_and_on_roads_of_their_own_are_known(crossing):
    found = between_seats(np.array([[0.0, 0.0], [10000.0, 0.0], [0.0, 9000.0], [50500.0, 0.0]]), crossing)
    assert found.reason.tolist() == ["", "", "no_road", ""]
    assert found.separate.tolist() == [False, False, False, True]
    assert found.path(0, 3) is None and not np.isfinite(found.minutes[0, 2])


def test_a_one_way_street_counts_in_both_directions():
    """There by the short street (10 min), back by the long way round (30 min): 20 minutes apart."""
    lines = [
        shapely.LineString([(0, 0), (5000, 0)]),
        shapely.LineString([(5000, 0), (5000, 5000), (0, 5000), (0, 0)]),
    ]
    roads = roads_of(lines, [30.0, 30.0], oneway=[1, 0])
    found = between_seats(np.array([[0.0, 0.0], [5000.0, 0.0]]), roads)
    assert found.minutes[0, 1] == pytest.approx(20.0)
    assert found.km(0, 1) == pytest.approx(5.0)


def test_two_seats_on_one_stretch_and_in_one_place(crossing):
    found = between_seats(np.array([[1000.0, 0.0], [2000.0, 0.0], [2000.0, 0.0]]), crossing)
    assert found.minutes[0, 1] == pytest.approx(2.0) and found.minutes[1, 2] == 0
    assert found.path(0, 1).length == pytest.approx(1000) and found.path(1, 2).length == 0


def test_no_seat_near_any_road(crossing):
    found = between_seats(np.array([[0.0, 9000.0], [0.0, -9000.0]]), crossing)
    assert found.reason.tolist() == ["no_road", "no_road"] and found.path(0, 1) is None


def test_straight_kilometres():
    assert straight_km(np.array([[0.0, 0.0], [3000.0, 4000.0]]))[0, 1] == 5.0


def towns_at(*xy):
    columns = {"name": [chr(65 + row) for row in range(len(xy))], "population": [100.0, np.nan, 50.0][: len(xy)]}
    return gpd.GeoDataFrame(columns, geometry=[shapely.Point(place) for place in xy])


def test_links_for_proposals_pass_over_streets_that_lead_nowhere(crossing):
    """A seat beside an isolated street still gets its links, and one of unknown people counts as the smallest."""
    street = roads_of([shapely.LineString([(9000, 400), (9500, 400)])], [20.0])
    roads = roads_of([*crossing.lines, *street.lines], [*crossing.speed_kmh, 20.0], oneway=[1, 0, 0, 0, 0])
    found = ground_links(towns_at((0, 0), (9200, 350), (5000, 6000)), roads)
    assert len(found) == 3 and np.isfinite(found["minutes"]).all()
    assert found["strength"].is_monotonic_decreasing and (found.geometry.length > 0).all()


def test_links_for_proposals_are_straight_where_no_road_joins_the_towns():
    found = ground_links(towns_at((0, 0), (3000, 4000)), None)
    assert found["km"].tolist() == [5.0] and np.isnan(found["minutes"][0])
