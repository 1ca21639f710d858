"""Mines followed down to intakes, and tailings ponds to the settlements below them: on a plain with one gully.

The gully runs from north to south in the middle; the ground falls towards it and, less, to the south.
"""

import numpy as np
import pytest
import shapely

from ronghe.plugin.analysis.grid import Grid
from ronghe.plugin.analysis.mining.downstream import follow_water

ROWS, COLS, CELL = 101, 101, 30.0
row, col = np.indices((ROWS, COLS))
VALLEY = Grid(2.0 * np.abs(col - 50) - 0.5 * row, 0.0, ROWS * CELL, CELL, CELL)
MIDDLE = 50.5 * CELL


def y_of(row):
    return (ROWS - row - 0.5) * CELL


MINES = np.array(
    [
        shapely.Point(MIDDLE, y_of(10)),
        shapely.Point(MIDDLE, y_of(90)),
        shapely.box(MIDDLE - 45, y_of(30) - 45, MIDDLE + 45, y_of(30) + 45),
    ]
)
COAL = np.array(["coal", "coal", "tailings"], dtype=object)
INTAKE = np.array([[MIDDLE + 40, y_of(60)]])


def followed(mineral=COAL, settlements=None, limit_m=20_000.0, intakes=INTAKE):
    return follow_water(VALLEY, MINES, mineral, intakes, settlements, limit_m, 1000.0)


def test_the_way_to_the_intake_is_that_of_the_water():
    """50 cells down the gully from the first mine; the second lies below the intake."""
    water = followed()
    assert water.intakes.state.tolist() == ["on_stream"]
    assert water.down.intake.tolist() == [0, -1, 0]
    assert water.down.metres[0] == pytest.approx(50 * CELL)
    assert np.isnan(water.down.metres[1]) and water.share[2] == 1.0


def test_farther_than_the_limit_is_not_upstream():
    assert followed(limit_m=1000.0).down.intake.tolist() == [-1, -1, 0]


def test_an_intake_beside_no_stream_receives_nothing():
    water = followed(intakes=np.array([[5.0, y_of(5)]]))
    assert water.intakes.state.tolist() == ["no_stream"] and (water.down.intake == -1).all()


@pytest.mark.parametrize(
    ("x", "row", "threatened"),
    [(MIDDLE + 90, 50, True), (MIDDLE + 150, 50, False), (MIDDLE, 70, False), (MIDDLE, 20, False)],
)
def test_settlements_count_along_the_course_below_a_tailings_pond(x, row, threatened):
    """The pond's toe is in row 31: 1 km of course ends in row 65. What lies beside or above is not on it."""
    village = np.array([shapely.Point(x, y_of(row))])
    assert followed(settlements=village).down.settlements.tolist() == [False, False, threatened]


def test_other_mines_threaten_nobody_below():
    coal = np.array(["coal"] * 3, dtype=object)
    assert not followed(coal, np.array([shapely.Point(MIDDLE, y_of(50))])).down.settlements.any()


def test_on_a_small_piece_of_terrain_a_small_stream_is_one():
    """Nine by nine cells: the gully drains 45 of them at the intake, and a mine above it is upstream."""
    down, across = np.indices((9, 9))
    terrain = Grid(2.0 * np.abs(across - 4) - 0.5 * down, 0.0, 9 * CELL, CELL, CELL)
    mine, intake = shapely.Point(4.5 * CELL, 8.5 * CELL), np.array([[4.5 * CELL, 2.5 * CELL]])
    water = follow_water(terrain, np.array([mine]), COAL[:1], intake, None, 20_000.0, 1000.0)
    assert water.intakes.state.tolist() == ["on_stream"]
    assert water.down.metres[0] == pytest.approx(6 * CELL)
