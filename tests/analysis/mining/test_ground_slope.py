"""Slope after Horn (1981) on planes whose slope is known."""

import numpy as np
import pytest
import shapely

from ronghe.plugin.analysis.grid import Grid
from ronghe.plugin.analysis.mining.ground_slope import horn_slopes, mean_slopes


def plane(east, north, rows=20, cols=30, cell=30.0):
    row, col = np.indices((rows, cols))
    return Grid(east * col * cell - north * row * cell, 0.0, rows * cell, cell, cell)


@pytest.mark.parametrize(("east", "north"), [(0.0, 0.0), (0.5, 0.0), (0.0, -1.0), (0.3, 0.4)])
def test_a_plane_has_its_own_slope(east, north):
    degrees = np.degrees(np.arctan(np.hypot(east, north)))
    row, col = np.indices((18, 28)).reshape(2, -1) + 1
    assert horn_slopes(plane(east, north), row, col) == pytest.approx(degrees)


def test_the_mean_is_that_of_the_cells_on_the_mine():
    flat_then_steep = plane(0.0, 0.0).values
    flat_then_steep[:, 15:] += (np.arange(15) + 1) * 30.0
    grid = Grid(flat_then_steep, 0.0, 600.0, 30.0, 30.0)
    west, east, both = shapely.box(60, 60, 360, 360), shapely.box(510, 60, 810, 360), shapely.box(120, 60, 780, 360)
    slopes = mean_slopes(grid, np.array([west, east, both]))
    assert slopes[:2] == pytest.approx([0.0, 45.0]) and 0 < slopes[2] < 45


def test_a_point_and_a_speck_take_the_cell_they_lie_in():
    grid = plane(1.0, 0.0)
    places = np.array([shapely.Point(305, 305), shapely.box(301, 301, 302, 302)])
    assert mean_slopes(grid, places) == pytest.approx(45.0)


def test_off_the_terrain_nothing_is_known():
    grid = plane(1.0, 0.0)
    slopes = mean_slopes(grid, np.array([shapely.Point(-500, 305), shapely.Point(305, 5000), shapely.Point(5, 5)]))
    assert np.isnan(slopes).all()


def test_a_hole_in_the_terrain_spoils_only_its_neighbours():
    grid = plane(1.0, 0.0)
    grid.values[10, 10] = np.nan
    assert mean_slopes(grid, np.array([shapely.box(60, 60, 800, 540)])) == pytest.approx(45.0)
    assert np.isnan(mean_slopes(grid, np.array([shapely.Point(315, 285)])))
