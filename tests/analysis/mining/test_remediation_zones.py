"""Zones of remediation: disjoint, complete, the more urgent first."""

import numpy as np
import pytest
import shapely

from ronghe.plugin.analysis.mining.remediation_zones import influence_areas, remediation_zones
from ronghe.plugin.analysis.mining.severity import GENERAL, KEY, SECOND

RANDOM = np.random.default_rng(3)


def zones_of(rows):
    """Zones of [(footprint, priority), …] with a margin of 100 m."""
    places = np.array([place for place, _ in rows], dtype=object)
    return remediation_zones(influence_areas(places, 100.0), np.array([level for _, level in rows]), places)


def square(x, y, side):
    return shapely.box(x, y, x + side, y + side)


def test_a_point_has_a_round_surrounding():
    (area,) = influence_areas(np.array([shapely.Point(0, 0)]), 500.0)
    assert area.area == pytest.approx(np.pi * 500**2, rel=2e-3)


def test_mines_of_one_priority_that_touch_are_one_zone():
    zones = zones_of([(square(0, 0, 100), KEY), (square(250, 0, 100), KEY), (square(5000, 0, 100), KEY)])
    assert len(zones.geometry) == 2
    assert [mines.tolist() for mines in zones.mines] == [[0, 1], [2]]


def test_the_more_urgent_zone_takes_precedence():
    zones = zones_of([(square(0, 0, 100), SECOND), (square(150, 0, 100), KEY)])
    key, second = zones.geometry
    assert zones.priority.tolist() == [KEY, SECOND]
    assert key.area == pytest.approx(influence_areas(np.array([square(150, 0, 100)]), 100.0)[0].area)
    assert shapely.intersection(key, second).area < 1e-6
    assert [mines.tolist() for mines in zones.mines] == [[1], [0]]


def test_a_mine_swallowed_by_a_more_urgent_zone_belongs_to_it():
    zones = zones_of([(square(0, 0, 1000), KEY), (square(450, 450, 100), GENERAL)])
    assert len(zones.geometry) == 1 and zones.mines[0].tolist() == [0, 1]


def test_a_zone_cut_in_two_is_two_zones():
    zones = zones_of([(shapely.box(0, 0, 2000, 50), GENERAL), (shapely.box(1000, -500, 1050, 500), KEY)])
    assert zones.priority.tolist() == [KEY, GENERAL, GENERAL]
    assert shapely.get_type_id(zones.geometry).tolist() == [3, 3, 3]
    assert [mines.tolist() for mines in zones.mines] == [[1], [0], [0]]


def test_two_hundred_mines_are_covered_once():
    x, y = RANDOM.uniform(0, 8000, (2, 200))
    rows = [(square(*at, RANDOM.uniform(20, 900)), level) for *at, level in zip(x, y, RANDOM.integers(1, 4, 200))]
    zones = zones_of(rows)
    areas = influence_areas(np.array([place for place, _ in rows], dtype=object), 100.0)
    whole = shapely.union_all(areas)
    assert zones.geometry.size and shapely.is_valid(zones.geometry).all()
    assert shapely.area(zones.geometry).sum() == pytest.approx(whole.area, rel=1e-9)
    assert shapely.union_all(zones.geometry).area == pytest.approx(whole.area, rel=1e-9)
    assert shapely.difference(whole, shapely.union_all(zones.geometry)).area < 1.0
    assert set(np.concatenate(zones.mines)) == set(range(200))
    assert min(len(mines) for mines in zones.mines) >= 1
    assert (np.diff(zones.priority) <= 0).all()


def test_no_mines_make_no_zones():
    assert len(zones_of([]).geometry) == 0
