"""How many see each cell and each mine, and the area that is seen."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
import shapely

from ronghe.plugin.analysis.grid import Grid
from ronghe.plugin.analysis.mining.observers import observers_on
from ronghe.plugin.analysis.mining.sightlines import clear, ground_of
from ronghe.plugin.analysis.mining.visibility import seen_counts, visible_from
from ronghe.plugin.analysis.mining.visible_area import visible_area
from ronghe.plugin.analysis.mining.visible_targets import targets_on, targets_seen

CELL = 30.0
WEST, NORTH = 500_000.0, 4_090_000.0


def grid_of(heights) -> Grid:
    return Grid(np.asarray(heights, dtype=float), WEST, NORTH, CELL, CELL)


@pytest.fixture(scope="module")
def hills() -> Grid:
    y, x = np.mgrid[0:80, 0:100]
    rough = np.random.default_rng(1).normal(size=(80, 100)) * 3
    heights = 800 + 60 * np.sin(x / 9) + 50 * np.cos(y / 11) + rough
    heights[60:64, 20:30] = np.nan
    return grid_of(heights)


@pytest.fixture(scope="module")
def looking(hills):
    """The hills prepared, and 40 observers anywhere on them."""
    ground = ground_of(hills, 0.13)
    inside = np.random.default_rng(2).uniform(0, 1, (40, 2)) * [100 * CELL, 80 * CELL]
    return ground, observers_on(ground, [WEST, NORTH] + inside * [1, -1], 1.7)


def one_by_one(ground, observers, row, column, height, distance):
    """(observers, places): who sees what, every pair asked by itself; and how far away it is."""
    sees, metres = [], []
    for i in range(len(observers)):
        eye = observers.row[i], observers.column[i], observers.height[i]
        far = np.hypot(row - eye[0], column - eye[1]) * CELL
        start = tuple(np.full(len(row), one) for one in eye)
        sees.append(clear(ground, start, (row, column, height)) & (far <= distance))
        metres.append(far)
    return np.array(sees), np.array(metres)


@pytest.mark.parametrize("distance", [100.0, 900.0, 50_000.0])
def test_every_cell_counts_the_observers_that_see_it(looking, distance):
    ground, observers = looking
    counts = seen_counts(ground, observers, 2.0, distance).values
    row, column = np.indices(counts.shape).reshape(2, -1) + 1.0
    height = ground.heights[1:-1, 1:-1].ravel()
    sees, metres = one_by_one(ground, observers, row, column, height + 2.0, distance)
    expected = np.where((metres <= distance).any(axis=0) & ~np.isnan(height), sees.sum(axis=0), np.nan)
    np.testing.assert_array_equal(counts.ravel(), expected)
    assert np.nanmax(counts) > 0


def test_cells_without_height_and_cells_too_far_have_no_number(hills):
    """0 is a cell that was asked and is not seen."""
    counts = visible_from(hills, [shapely.Point(WEST + 15, NORTH - 15)], max_distance=600.0).values
    assert np.isnan(counts[60:64, 20:30]).all() and np.isnan(counts[0, 21]) and np.isfinite(counts[0, 20])
    assert (counts == 0).any() and (counts == 1).any()


def test_a_wall_beside_a_road_hides_the_plain_behind_it():
    plain = np.zeros((40, 40))
    plain[20, :] = 30.0
    road = shapely.LineString([(WEST + 15, NORTH - 10.5 * CELL), (WEST + 39.5 * CELL, NORTH - 10.5 * CELL)])
    counts = visible_from(grid_of(plain), [road], spacing=CELL, max_distance=5000.0, refraction=1.0).values
    assert (counts[:21] == 40).all() and (counts[21:] == 0).all()


def squares(*corners, side=100.0):
    return np.array([shapely.box(WEST + x, NORTH - y - side, WEST + x + side, NORTH - y) for x, y in corners])


def test_targets_agree_with_their_cells_one_by_one(looking):
    ground, observers = looking
    places = np.random.default_rng(3).uniform(0, 2200, (30, 2))
    points = shapely.points([WEST, NORTH] + places[20:] * [1, -1])
    shapes = np.concatenate([squares(*places[:20], side=170.0), points])
    targets = targets_on(ground, shapes)
    found = targets_seen(ground, observers, targets, 1.0, 400.0)
    sees, metres = one_by_one(ground, observers, targets.row, targets.column, targets.height + 1.0, 400.0)
    for number in range(len(shapes)):
        own = targets.of == number
        if own.any():
            assert found.share[number] == pytest.approx(sees[:, own].any(axis=0).mean())
            assert found.observers[number] == sees[:, own].any(axis=1).sum()
            nearest = np.where(sees[:, own], metres[:, own], np.inf).min()
            assert found.nearest[number] == pytest.approx(nearest) or np.isnan(found.nearest[number])
            assert np.isnan(found.nearest[number]) == np.isinf(nearest)
            assert found.near[number] == (metres[:, own] <= 400).any()
    assert (found.observers > 0).any() and (found.observers == 0).any()


def test_targets_are_the_cells_whose_centres_they_hold():
    """A square of 100 m holds 3 × 3 or 4 × 3 centres; one smaller than a cell is the point inside it; a point stays."""
    ground = ground_of(grid_of(np.add.outer(np.zeros(20), np.arange(20.0))), 0.13)
    shapes = [*squares((0, 0), (10, 0)), *squares((40, 40), side=5.0), shapely.Point(WEST + 100, NORTH - 100)]
    found = targets_on(ground, np.array(shapes))
    assert np.bincount(found.of).tolist() == [9, 12, 1, 1]
    assert found.column[found.of == 2] * CELL == pytest.approx(42.5 + 15)
    assert found.height[found.of == 3] == pytest.approx((100 - 15) / CELL)


def test_targets_off_the_grid_or_in_a_void_are_known_in_part_or_not_at_all(hills):
    ground = ground_of(hills, 0.13)
    shapes = squares((-200, 0), (20 * CELL, 60 * CELL), (-60, 0), side=120.0)
    assert targets_on(ground, shapes).known.tolist() == [0.0, 0.0, 0.5]


def test_no_observers_see_nothing(hills):
    ground = ground_of(hills, 0.13)
    nobody = observers_on(ground, np.empty((0, 2)), 1.7)
    assert np.isnan(seen_counts(ground, nobody, 0.0, 1000.0).values).all()
    found = targets_seen(ground, nobody, targets_on(ground, squares((0, 0))), 0.0, 1000.0)
    assert found.share.tolist() == [0] and not found.near.any() and np.isnan(found.nearest).all()


@pytest.mark.parametrize("density", [0.05, 0.4, 0.6, 0.95])
def test_the_visible_area_is_its_cells(density):
    """Also where cells meet at corners only, around holes, and at the edge of the grid."""
    seen = np.random.default_rng(5).uniform(size=(30, 40)) < density
    counts = grid_of(np.where(seen, 3.0, 0.0))
    area = visible_area(counts)
    assert area.geom_type == "MultiPolygon" and area.is_valid
    assert area.area == pytest.approx(seen.sum() * CELL**2)
    row, column = np.indices(seen.shape).reshape(2, -1)
    inside = shapely.contains_xy(area, *counts.centres(row, column).T)
    np.testing.assert_array_equal(inside, seen.ravel())


def test_straight_edges_have_no_corners_between():
    counts = np.zeros((10, 10))
    counts[2:5, 3:9] = 1
    area = visible_area(grid_of(counts))
    assert shapely.get_num_coordinates(area) == 5
    assert visible_area(grid_of(counts), least=2).is_empty


def test_progress_is_told_often_and_rises(looking):
    ground, observers = looking
    told = []
    seen_counts(ground, observers, 0.0, 3000.0, lambda step, share: told.append((step, share)))
    targets_seen(ground, observers, targets_on(ground, squares((300, 300))), 0.0, 3000.0, lambda *one: told.append(one))
    assert {step for step, _ in told} == {"cells", "targets"}
    shares = [share for step, share in told if step == "cells"]
    assert len(shares) >= 4 and shares == sorted(shares) and shares[-1] < 1


def test_memory_does_not_grow_with_the_number_of_pairs():
    """Eight observers and 160,000 cells, once as cells and once as one large mine: 1.3 million lines would take 300 MB
    at once; they are asked a block at a time.
    """
    y, x = np.mgrid[0:400, 0:400]
    ground = ground_of(grid_of(50 * np.sin(x / 40) * np.cos(y / 50)), 0.13)
    observers = observers_on(ground, np.array([[WEST + 6_000, NORTH - 6_000]] * 8), 1.7)
    mine = targets_on(ground, squares((0, 0), side=12_000.0))
    tracemalloc.start()
    seen_counts(ground, observers, 0.0, 20_000.0)
    targets_seen(ground, observers, mine, 0.0, 20_000.0)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 75e6
