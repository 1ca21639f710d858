"""Severity of land damage and the matrix of DZ/T 0223-2011 § 8.2."""

import numpy as np
import pytest

from ronghe.plugin.analysis.mining.severity import (
    GENERAL,
    KEY,
    MODERATE,
    SECOND,
    SEVERE,
    SLIGHT,
    UNKNOWN,
    LandStep,
    land_severity,
    priority_of,
)

STEPS = [
    LandStep("farmland", "farmland", 0.0, SEVERE),
    LandStep("cropland-2", "cropland", 2.0, SEVERE),
    LandStep("cropland-0", "cropland", 0.0, MODERATE),
    LandStep("forest-4", "forest", 4.0, SEVERE),
    LandStep("forest-2", "forest", 2.0, MODERATE),
]


@pytest.mark.parametrize(
    ("farmland", "cropland", "forest", "severity", "step"),
    [
        (0, 0, 0, SLIGHT, ""),
        (0.01, 0, 0, SEVERE, "farmland"),
        (0, 2.0, 0, MODERATE, "cropland-0"),
        (0, 2.1, 0, SEVERE, "cropland-2"),
        (0, 0, 2.0, SLIGHT, ""),
        (0, 0, 4.0, MODERATE, "forest-2"),
        (0, 0, 4.1, SEVERE, "forest-4"),
        (0, 1.0, 3.0, MODERATE, "cropland-0"),
    ],
)
def test_land_taken_decides_the_severity(farmland, cropland, forest, severity, step):
    taken = {"farmland": np.array([farmland]), "cropland": np.array([cropland]), "forest": np.array([forest])}
    found, decided = land_severity(taken, STEPS, 1)
    assert found.tolist() == [severity] and decided.tolist() == [step]


def test_an_overlap_of_half_a_square_metre_is_a_matter_of_drawing():
    found, _ = land_severity({"farmland": np.array([0.5e-4, 2e-4])}, STEPS, 2)
    assert found.tolist() == [SLIGHT, SEVERE]


def test_land_of_a_kind_without_a_step_does_not_count():
    assert land_severity({"water": np.array([99.0])}, STEPS, 1)[0].tolist() == [SLIGHT]


@pytest.mark.parametrize(
    ("now", "later", "priority"),
    [
        (SEVERE, SLIGHT, KEY),
        (SLIGHT, SEVERE, KEY),
        (MODERATE, MODERATE, SECOND),
        (SLIGHT, MODERATE, SECOND),
        (SLIGHT, SLIGHT, GENERAL),
        (UNKNOWN, MODERATE, SECOND),
        (UNKNOWN, SLIGHT, GENERAL),
    ],
)
def test_the_worse_of_present_and_forecast_counts(now, later, priority):
    assert priority_of(np.array([now]), np.array([later]), np.array([False])).tolist() == [priority]


def test_a_statutory_trigger_stands_above_the_matrix():
    slight = np.array([SLIGHT, SLIGHT])
    assert priority_of(slight, slight, np.array([True, False])).tolist() == [KEY, GENERAL]
