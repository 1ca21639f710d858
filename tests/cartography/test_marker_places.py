"""Markers that would hide each other stand side by side, near the places that they mark."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.spatial.distance import pdist


@pytest.fixture(scope="module")
def places(qgis_app):
    from ronghe.plugin.cartography import marker_places

    return marker_places


def test_markers_that_do_not_touch_stay_where_they_are(places):
    points = np.array([[0.0, 0.0], [20.0, 0.0], [0.0, 20.0]])
    assert places.spread(points, 10.0) == pytest.approx(points, abs=0.02)


def test_markers_of_one_place_are_parted(places):
    moved = places.spread(np.zeros((3, 2)), 10.0)
    assert pdist(moved).min() > 9.5
    assert np.hypot(*moved.T).max() < 10.0


def test_a_crowd_stays_near_its_place(places):
    moved = places.spread(np.zeros((60, 2)), 10.0)
    assert np.hypot(*moved.T).max() <= 10.0 * places.FARTHEST + 1e-9


def test_markers_keep_off_what_does_not_move(places):
    moved = places.spread(np.array([[1.0, 0.0]]), 10.0, fixed=np.array([[0.0, 0.0]]))
    assert np.hypot(*moved[0]) > 9.5
    assert moved[0, 0] > 0 and abs(moved[0, 1]) < 1, "it moves away, not around"


def test_no_marker_at_all_is_no_trouble(places):
    assert places.spread(np.empty((0, 2)), 10.0, fixed=np.zeros((4, 2))).shape == (0, 2)
