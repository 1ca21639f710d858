"""The factors of the score, each by hand."""

import numpy as np
import pytest
import shapely

from ronghe.plugin.analysis.mining.factors import Factor, factor_values
from ronghe.plugin.analysis.mining.rules import RoleFeatures

WATER = Factor("water", 1.0, ("distance", "flow"), ("ZONES",), 0.0, 1000.0, {"first class": 1.0, "second class": 0.8})
ROAD = Factor("road", 1.0, ("distance",), ("ROADS", "TRACKS"), 100.0, 1000.0)
STATUS = Factor("abandoned", 1.0, ("status",), levels={"abandoned": 1.0, "idle": 0.6})


def at(*points, classes=None):
    shapes = np.array([shapely.Point(*point) for point in points])
    words = np.array(classes or [""] * len(points), dtype=object)
    return RoleFeatures(shapes, words, np.full(len(points), "", object), True)


def values(factor, roles, flow=None, status=("",)):
    places = np.array([shapely.Point(0, 0)] * len(status))
    return factor_values([factor], places, np.array(status, object), roles, [], flow, 20_000.0)


def test_the_nearest_class_is_not_always_the_one_that_counts():
    """800 m from a first-class zone: 0.2; 500 m from a second-class one: 0.8 × 0.5."""
    found = values(WATER, {"ZONES": at((800, 0), (500, 0), classes=["first class", "second class"])})
    assert found.x[0, 0] == pytest.approx(0.4) and found.metres[0, 0] == 500.0


def test_a_class_without_a_level_does_not_count():
    found = values(WATER, {"ZONES": at((10, 0), classes=["quasi"])})
    assert found.x[0, 0] == 0.0 and np.isnan(found.metres[0, 0])


def test_water_upstream_of_an_intake_counts_by_the_way_it_flows():
    found = values(WATER, {"ZONES": at((800, 0), classes=["first class"])}, flow=np.array([5000.0]))
    assert found.x[0, 0] == pytest.approx(0.75)
    assert values(WATER, {}, flow=np.array([np.nan])).x[0, 0] == 0.0


def test_the_nearer_of_two_layers_counts():
    found = values(ROAD, {"ROADS": at((1000, 0)), "TRACKS": at((0, 550))})
    assert found.x[0, 0] == pytest.approx(0.5) and found.metres[0, 0] == 550.0


def test_status_asks_for_restoration():
    assert values(STATUS, {}, status=("abandoned", "idle", "operating", "")).x[:, 0].tolist() == [1.0, 0.6, 0.0, 0.0]


def test_a_factor_without_any_layer_is_zero_and_listed():
    found = values(ROAD, {})
    assert found.x[0, 0] == 0.0 and found.absent == {"road": ("ROADS", "TRACKS")}
    assert values(ROAD, {"TRACKS": at((5000, 0))}).absent == {}
    assert values(STATUS, {}).absent == {}
