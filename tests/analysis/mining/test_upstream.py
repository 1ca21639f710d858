"""Intakes find their stream, mines the first intake below them, and a dam the course below it."""

import numpy as np
import pytest
import shapely

from ronghe.plugin.analysis.grid import Grid
from ronghe.plugin.analysis.mining.flow import accumulate, drain
from ronghe.plugin.analysis.mining.footprints import cells_under
from ronghe.plugin.analysis.mining.streams import (
    NO_STREAM,
    OFF_TERRAIN,
    ON_STREAM,
    downstream_lines,
    outflow_points,
    snap_to_streams,
)
from ronghe.plugin.analysis.mining.upstream import upstream_mines

CELL = 10.0


@pytest.fixture
def valley():
    """Eleven rows that slope to the middle one, 40 columns that slope east: a river along y = -55, cells of 10 m."""
    row, col = np.mgrid[0:11, 0:40]
    return drain(Grid(100.0 - col + 5.0 * abs(row - 5), x0=0.0, y0=0.0, dx=CELL, dy=CELL))


def flat_number(drainage, xy):
    row, col = drainage.grid.cell_of([xy])
    return int(row[0] * drainage.grid.cols + col[0])


def test_the_river_of_the_valley(valley):
    upstream = accumulate(valley)
    # Every cell beside it falls straight to the river, so all of the valley passes its mouth.
    assert upstream[5, 39] == 11 * 40
    assert upstream[5].tolist() == sorted(upstream[5].tolist())


def test_an_intake_moves_to_its_river(valley):
    beside = [205.0, -35.0]  # two cells north of the river
    snapped = snap_to_streams(valley, accumulate(valley), [beside], within_cells=3, least_cells=50)
    assert snapped.state.tolist() == [ON_STREAM]
    assert snapped.cell.tolist() == [flat_number(valley, [205.0, -55.0])]
    assert snapped.metres.tolist() == [20.0]
    assert snapped.upstream.tolist() == [accumulate(valley)[5, 20]]


def test_an_intake_on_its_river_stays(valley):
    """The cell with most water within reach is always farther down; an intake that is right is not moved there."""
    snapped = snap_to_streams(valley, accumulate(valley), [[201.0, -51.0]], within_cells=3, least_cells=50)
    assert snapped.cell.tolist() == [flat_number(valley, [201.0, -51.0])]
    assert snapped.metres.tolist() == [0.0]


def test_an_intake_without_a_river_is_said(valley):
    upstream = accumulate(valley)
    points = [[205.0, -5.0], [205.0, 30.0], [np.nan, -55.0], [5.0, -55.0]]
    snapped = snap_to_streams(valley, upstream, points, within_cells=2, least_cells=50)
    assert snapped.state.tolist() == [NO_STREAM, OFF_TERRAIN, OFF_TERRAIN, NO_STREAM]
    assert (snapped.cell == -1).all()
    assert np.isnan(snapped.metres).all()
    # What was found is told, so that the planner sees how far from a stream the point is.
    assert 0 < snapped.upstream[0] < 50
    assert snapped.upstream[1] == 0


def test_an_intake_where_the_terrain_has_no_heights():
    heights = np.add.outer(abs(np.arange(5) - 2.0) * 5, np.arange(8, 0, -1.0))
    heights[:, :3] = np.nan
    drainage = drain(Grid(heights, 0.0, 0.0, CELL, CELL))
    snapped = snap_to_streams(drainage, accumulate(drainage), [[25.0, -25.0]], within_cells=3, least_cells=1)
    assert snapped.state.tolist() == [OFF_TERRAIN]


def test_points_above_and_below_intakes(valley):
    intakes = [flat_number(valley, [305.0, -55.0]), flat_number(valley, [155.0, -55.0])]
    mines = shapely.points([[105.0, -55.0], [255.0, -55.0], [355.0, -55.0], [245.0, -45.0], [900.0, 0.0]])
    flow = upstream_mines(valley, intakes, mines)
    assert flow.intake.tolist() == [1, 0, -1, 0, -1]
    # The fourth lies one cell beside the river, six cells above the intake.
    assert flow.metres.tolist() == [50.0, 50.0, np.inf, 70.0, np.inf]
    assert flow.share[:4].tolist() == [1.0, 1.0, 0.0, 1.0]
    assert flow.on_terrain.tolist() == [True, True, True, True, False]
    assert np.isnan(flow.share[4])


def test_an_area_is_upstream_with_part_of_its_cells(valley):
    intake = flat_number(valley, [205.0, -55.0])
    across = shapely.box(170.0, -60.0, 250.0, -50.0)  # eight river cells, four of them at or above the intake
    flow = upstream_mines(valley, [intake], [across])
    assert flow.intake.tolist() == [0]
    assert flow.metres.tolist() == [0.0]
    assert flow.share.tolist() == [0.5]


def test_an_intake_that_was_not_placed_receives_nothing(valley):
    intakes = [-1, flat_number(valley, [205.0, -55.0])]
    flow = upstream_mines(valley, intakes, [shapely.Point(105.0, -55.0)])
    assert flow.intake.tolist() == [1]
    assert upstream_mines(valley, [-1], [shapely.Point(105.0, -55.0)]).intake.tolist() == [-1]


def test_the_course_below_a_dam_ends_after_its_length(valley):
    lines, metres = downstream_lines(valley, [[105.0, -55.0], [355.0, -55.0]], length=128.0)
    assert metres.tolist() == [128.0, 40.0]
    assert lines[0].equals(shapely.LineString([[105.0, -55.0], [233.0, -55.0]]))
    assert lines[1].equals(shapely.LineString([[355.0, -55.0], [395.0, -55.0]]))


def test_a_course_begins_at_the_point_and_follows_the_slope(valley):
    lines, metres = downstream_lines(valley, [[203.0, -22.0]], length=1000.0)
    assert lines[0].coords[0] == (203.0, -22.0)
    assert lines[0].coords[-1] == (395.0, -55.0)
    assert lines[0].length == pytest.approx(metres[0])
    assert metres[0] > np.hypot(192.0, 33.0)


def test_no_course_from_an_outlet_or_from_nowhere(valley):
    lines, metres = downstream_lines(valley, [[395.0, -55.0], [500.0, -55.0], [105.0, -55.0]], length=50.0)
    assert [line is None for line in lines] == [True, True, False]
    assert metres[0] == 0.0
    assert np.isnan(metres[1])
    lines, metres = downstream_lines(valley, np.empty((0, 2)), length=50.0)
    assert len(lines) == len(metres) == 0


def test_where_the_water_of_a_pond_gathers(valley):
    pond = shapely.box(100.0, -60.0, 140.0, -30.0)
    points = outflow_points(valley, accumulate(valley), [pond, shapely.box(900, 900, 950, 950)])
    assert points[0].tolist() == [135.0, -55.0]
    assert np.isnan(points[1]).all()


@pytest.mark.parametrize(
    ("geometry", "cells"),
    [
        (shapely.Point(15, -15), [5]),
        (shapely.MultiPoint([[15, -15], [16, -16], [35, -5]]), [3, 5]),
        (shapely.box(10, -30, 30, -10), [5, 6, 9, 10]),
        (shapely.box(11, -13, 14, -11), [5]),  # smaller than a cell, beside its centre
        (shapely.box(-100, -100, 5.5, 100), [0, 4, 8]),
        (shapely.Polygon([[0, 0], [40, 0], [0, -30]]), [0, 1, 2, 4, 5, 8]),
        (shapely.box(0, -30, 40, 0).difference(shapely.box(10, -30, 40, -10)), [0, 1, 2, 3, 4, 8]),
        (shapely.GeometryCollection([shapely.box(10, -20, 20, -10), shapely.Point(35, -5)]), [3, 5]),
        (shapely.box(41, -30, 60, 0), []),
        (shapely.Polygon(), []),
        (None, []),
    ],
)
def test_cells_under_a_geometry(geometry, cells):
    """Four columns and three rows of 10 m, numbered from the upper left."""
    grid = Grid(np.zeros((3, 4)), 0.0, 0.0, CELL, CELL)
    number, cell = cells_under(grid, [None, geometry])
    assert cell.tolist() == cells
    assert set(number.tolist()) <= {1}


def test_many_areas_are_tested_in_chunks():
    """More candidate cells than one chunk holds; every cell of the grid is in exactly one of the stripes."""
    grid = Grid(np.zeros((900, 1000)), 0.0, 9000.0, CELL, CELL)
    stripes = shapely.box(np.arange(0, 10_000, 100), 0, np.arange(100, 10_001, 100), 9000)
    number, cell = cells_under(grid, stripes)
    assert sorted(cell.tolist()) == list(range(900_000))
    assert (number == cell % 1000 // 10).all()
