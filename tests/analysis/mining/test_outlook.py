"""The forecast: what lies around a mine, and whether the mine still grows."""

import numpy as np
import pytest
import shapely

from ronghe.plugin.analysis.mining.outlook import OutlookStep, outlook_severity
from ronghe.plugin.analysis.mining.rules import RoleFeatures
from ronghe.plugin.analysis.mining.severity import MODERATE, SEVERE, SLIGHT

STEPS = [
    OutlookStep("hazard", "HAZARD_AREAS", (), "inside", False, SEVERE),
    OutlookStep("near hazard", "HAZARD_AREAS", (), "near", False, MODERATE),
    OutlookStep("road", "ROADS", ("national",), "near", True, MODERATE),
    OutlookStep("intake", "INTAKES", (), "upstream", False, MODERATE),
]
MINE = shapely.box(0, 0, 100, 100)


def outlook(roles, status="operating", upstream=False):
    by_flow = {"upstream": np.array([upstream])}
    severity, held = outlook_severity(STEPS, np.array([MINE]), np.array([status], object), roles, 500.0, by_flow)
    return severity[0], [STEPS[number].id for number, _ in held]


def area(x, word=""):
    shape = np.array([shapely.box(x, 0, x + 100, 100)])
    return RoleFeatures(shape, np.array([word], object), np.array([""], object), True)


def test_nothing_around_it_and_nothing_to_fear():
    assert outlook({}) == (SLIGHT, [])


@pytest.mark.parametrize(
    ("x", "severity", "steps"),
    [(50, SEVERE, ["hazard", "near hazard"]), (600, MODERATE, ["near hazard"]), (601, SLIGHT, [])],
)
def test_a_hazard_inside_and_near(x, severity, steps):
    assert outlook({"HAZARD_AREAS": area(x)}, "abandoned") == (severity, steps)


@pytest.mark.parametrize(
    ("status", "severity"),
    [
        ("proposed", MODERATE),
        ("under construction", MODERATE),
        ("operating", MODERATE),
        ("idle", SLIGHT),
        ("abandoned", SLIGHT),
        ("", SLIGHT),
    ],
)
def test_a_road_nearby_matters_to_mines_that_still_grow(status, severity):
    assert outlook({"ROADS": area(300, "national")}, status)[0] == severity


def test_a_road_of_another_class_does_not():
    assert outlook({"ROADS": area(300, "village")})[0] == SLIGHT


def test_water_that_flows_to_an_intake_matters_to_all():
    assert outlook({}, "abandoned", upstream=True) == (MODERATE, ["intake"])
