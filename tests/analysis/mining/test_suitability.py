"""Permitted ground in order: each factor by hand, contributions that add up."""

from __future__ import annotations

import numpy as np
import pytest
from shapely.geometry import LineString, Point, box

from ronghe.plugin.analysis.mining.suitability import (
    Range,
    contributions,
    growth_freedom,
    haul_kilometres,
    kilometres_to,
)

ROAD = np.array([LineString([(0, 0), (10_000, 0)])], dtype=object)
PLANT = np.array([[1000.0, 0.0]])


def test_haul_counts_the_road_and_the_leg_to_it():
    km, reason = haul_kilometres(np.array([[6000.0, 500.0]]), PLANT, ROAD, 1000.0)
    assert km == pytest.approx([5.5]) and reason.tolist() == [""]


def test_ground_far_from_any_road_is_said_to_be_unreachable_and_not_snapped():
    km, reason = haul_kilometres(np.array([[6000.0, 1500.0]]), PLANT, ROAD, 1000.0)
    assert np.isinf(km).all() and reason.tolist() == ["no_road"]


def test_a_network_without_a_plant_is_unreachable():
    islands = np.array([*ROAD, LineString([(0, 5000), (10_000, 5000)])], dtype=object)
    km, reason = haul_kilometres(np.array([[6000.0, 5000.0]]), PLANT, islands, 1000.0)
    assert np.isinf(km).all() and reason[0]
    km, reason = haul_kilometres(np.array([[6000.0, 0.0]]), np.array([[0.0, 9000.0]]), ROAD, 1000.0)
    assert reason.tolist() == ["no_plant_on_road"]


def test_without_plants_nothing_is_known():
    assert haul_kilometres(np.array([[0.0, 0.0]]), None, ROAD, 1000.0) is None
    assert kilometres_to(np.array([Point(0, 0)]), None) is None


def test_straight_distance_is_in_kilometres():
    assert kilometres_to(np.array([Point(0, 3000)]), np.array([box(0, 0, 1, 1000)])) == pytest.approx([2.0])


def test_a_town_is_felt_on_the_side_it_grows_to():
    town = np.array([box(-1000, -500, 1000, 500)], dtype=object)
    old_town = np.array([box(-1000, -100, -800, 100)], dtype=object)  # it grows eastwards
    east, west = growth_freedom(np.array([[4000.0, 0.0], [-4000.0, 0.0]]), town, old_town)
    assert east == pytest.approx(1 - np.exp(-1)) and west == pytest.approx(1.0)
    without = growth_freedom(np.array([[4000.0, 0.0], [-4000.0, 0.0]]), town, None)
    assert without == pytest.approx([1 - np.exp(-1)] * 2)


def test_contributions_add_up_to_a_hundred_at_best_and_share_the_weight_of_what_is_not_known():
    ranges = {
        "industry": Range(30, 0, 20),
        "haul": Range(30, 0, 40),
        "safety": Range(20, 1, 0.3),
        "growth": Range(20, 1, 0),
    }
    best = contributions(
        {"industry": np.zeros(1), "haul": np.zeros(1), "safety": np.ones(1), "growth": np.ones(1)}, ranges
    )
    assert sum(best.values()) == pytest.approx([100.0])
    some = contributions(
        {"industry": np.array([10.0]), "haul": np.array([np.inf]), "safety": None, "growth": None}, ranges
    )
    assert some["industry"] == pytest.approx([25.0]) and some["haul"] == pytest.approx([0.0])
    assert set(some) == {"industry", "haul"}
