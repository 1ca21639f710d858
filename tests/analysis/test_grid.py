"""A grid says which cell holds a point and where a cell lies."""

import numpy as np
import pytest

from ronghe.plugin.analysis.grid import Grid
from ronghe.plugin.analysis.memory import UNKNOWN_MEMORY, _linux_memory, available_memory


@pytest.fixture
def grid():
    """Two rows of three cells, 30 m wide and 10 m high, upper-left corner at (100, 200)."""
    return Grid(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, np.nan]]), x0=100, y0=200, dx=30, dy=10)


def test_bounds_are_the_outer_edges(grid):
    assert grid.bounds == (100, 180, 190, 200)
    assert (grid.rows, grid.cols, grid.shape) == (2, 3, (2, 3))


@pytest.mark.parametrize(
    ("xy", "cell"),
    [
        ((100, 200), (0, 0)),
        ((129.999, 190.001), (0, 0)),
        ((130, 190), (1, 1)),
        ((190, 180), (1, 2)),
        ((190, 200), (0, 2)),
        ((99.999, 195), (-1, -1)),
        ((190.001, 195), (-1, -1)),
        ((150, 179.999), (-1, -1)),
        ((np.nan, 195), (-1, -1)),
    ],
)
def test_cell_of_a_point(grid, xy, cell):
    row, col = grid.cell_of([xy])
    assert (row[0], col[0]) == cell


def test_every_centre_lies_in_its_own_cell(grid):
    row, col = np.divmod(np.arange(6), 3)
    back = grid.cell_of(grid.centres(row, col))
    assert np.array_equal(back[0], row) and np.array_equal(back[1], col)
    assert grid.centres(1, 2).tolist() == [[175, 185]]


def test_sample_is_nan_outside_and_where_there_is_no_value(grid):
    found = grid.sample([(115, 195), (175, 185), (0, 0)])
    assert found[0] == 1 and np.isnan(found[1:]).all()


def test_other_values_must_fit_the_cells(grid):
    assert grid.with_values(np.zeros((2, 3))).x0 == 100
    with pytest.raises(ValueError, match="do not fit"):
        grid.with_values(np.zeros((3, 2)))
    with pytest.raises(ValueError, match="positive"):
        Grid(np.zeros((1, 1)), 0, 0, 30, -30)


def test_available_memory_is_what_the_system_says():
    assert 16 * 1024**2 < available_memory() < 2**50
    assert _linux_memory("MemTotal: 9 kB\nMemAvailable:    2048 kB\n") == 2048 * 1024


def test_a_system_that_does_not_say_is_given_two_gigabytes(monkeypatch):
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr("os.sysconf", lambda name: (_ for _ in ()).throw(ValueError(name)))
    assert available_memory() == UNKNOWN_MEMORY == 2 * 1024**3
