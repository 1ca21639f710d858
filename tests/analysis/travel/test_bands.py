"""Bands: nested, valid, with holes, and never where time says no."""

import numpy as np
import pytest
import shapely
from scipy.ndimage import gaussian_filter

from ronghe.plugin.analysis.grid import Grid
from ronghe.plugin.analysis.travel.bands import bands_of
from ronghe.plugin.analysis.travel.contour import areas_within


@pytest.fixture
def hills():
    rng = np.random.default_rng(7)
    values = gaussian_filter(rng.normal(size=(120, 90)), 4)
    values = 30 + 20 * values / values.std()
    values[rng.random(values.shape) < 0.02] = np.nan
    return Grid(values, 500_000.0, 4_090_000.0, 30.0, 30.0)


def test_a_cone_is_cut_where_its_value_is_the_level():
    y, x = np.mgrid[0:101, 0:101]
    cone = Grid(np.hypot(x - 50, y - 50), 0.0, 101.0, 1.0, 1.0)
    for radius in (5.3, 20, 44.9):
        area = areas_within(cone, radius)
        assert area.area == pytest.approx(np.pi * radius**2, rel=0.01)
        assert shapely.hausdorff_distance(
            shapely.boundary(area), shapely.boundary(shapely.buffer(shapely.points(50.5, 50.5), radius, 64))
        ) < 0.1


def test_bands_are_valid_do_not_overlap_and_fill_what_is_within_the_last_break(hills):
    bands = bands_of(hills, [10, 20, 30, 45])
    assert all(band.area.is_valid for band in bands)
    for number, band in enumerate(bands):
        for other in bands[number + 1 :]:
            assert shapely.intersection(band.area, other.area).area == pytest.approx(0, abs=1e-6)
    assert sum(band.area.area for band in bands) == pytest.approx(areas_within(hills, 45).area)
    assert [(band.from_min, band.to_min) for band in bands] == [(0, 10), (10, 20), (20, 30), (30, 45)]


def test_every_cell_centre_is_in_the_band_of_its_value(hills):
    row, column = np.indices(hills.shape).reshape(2, -1)
    xy, value = hills.centres(row, column), hills.values.ravel()
    for band in bands_of(hills, [10, 20, 30, 45]):
        inside = shapely.contains_xy(band.area, xy[:, 0], xy[:, 1])
        lower = -np.inf if band.from_min == 0 else band.from_min
        with np.errstate(invalid="ignore"):
            assert (inside == ((value > lower) & (value <= band.to_min))).all()


def test_a_hole_of_one_cell_stays_a_hole():
    values = np.zeros((9, 9))
    values[4, 4] = np.nan
    area = areas_within(Grid(values, 0.0, 9.0, 1.0, 1.0), 10)
    assert len(area.geoms) == 1 and len(area.geoms[0].interiors) == 1
    assert not area.contains(shapely.points(4.5, 4.5))


def test_nothing_within_gives_an_empty_area():
    assert areas_within(Grid(np.full((3, 3), 9.0), 0.0, 3.0, 1.0, 1.0), 5).is_empty
