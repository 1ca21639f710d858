"""Service values against Xie Gaodi et al. (2015) and Shanxi 2018, and ground that is valued once."""

import numpy as np
import pytest
import shapely

from ronghe.plugin.analysis.mining.benefit import kept_apart, sums_by_owner, unit_values

#: 旱地 of Xie Gaodi et al. (2015): 食物, 原料, 水供给, 气体, 气候, 净化, 水文, 土壤, 养分, 生物多样, 景观.
DRY_LAND = [0.85, 0.40, 0.02, 0.67, 0.36, 0.10, 0.27, 1.03, 0.12, 0.13, 0.06]
MIXED_FOREST = [0.31, 0.71, 0.37, 2.35, 7.03, 1.99, 3.51, 2.86, 0.22, 2.60, 1.14]
SHANXI, NPP, RAIN = 1412.6, 0.562, 0.782


def test_dry_land_in_shanxi_without_regional_factors():
    """The row of 旱地 adds up to 4.01 equivalents: 1412.6 × 4.01 = 5664.526 yuan/hm² a year."""
    assert unit_values(np.array([DRY_LAND]), np.ones(11), SHANXI)[0] == pytest.approx(5664.526)


def test_mixed_forest_in_shanxi_with_regional_factors():
    """0.562 × 16.35 (by NPP) + 0.782 × 3.88 (water) + 2.86 (soil) = 15.08286 equivalents, 21,306 yuan/hm² a year."""
    adjustment = np.array([NPP, NPP, RAIN, NPP, NPP, NPP, RAIN, 1.0, NPP, NPP, NPP])
    value = unit_values(np.array([MIXED_FOREST]), adjustment, SHANXI)[0]
    assert value == pytest.approx(1412.6 * 15.08286) and round(value) == 21306


def test_paddies_take_water_and_that_counts_against_them():
    paddy = np.array([[1.36, 0.09, -2.63, 1.11, 0.57, 0.17, 2.72, 0.01, 0.19, 0.21, 0.09]])
    assert unit_values(paddy, np.ones(11), 1.0)[0] == pytest.approx(3.89)


def test_sums_leave_out_what_has_no_value_and_say_when_nothing_is_left():
    got = sums_by_owner(np.array([0, 0, 1, 2]), np.array([1.0, np.nan, np.nan, 5.0]), 4)
    assert got[0] == 1 and np.isnan(got[1]) and got[2] == 5 and np.isnan(got[3])


def test_common_ground_stays_with_the_earlier_zone():
    zones = np.array([shapely.box(0, 0, 100, 100), shapely.box(50, 0, 150, 100), shapely.box(120, 0, 200, 100)])
    apart, overlaps = kept_apart(zones)
    assert shapely.area(apart).tolist() == [10_000, 5_000, 5_000]
    assert overlaps == [(1, 0, 5_000.0), (2, 1, 3_000.0)]
    assert shapely.area(shapely.union_all(zones)) == shapely.area(apart).sum()


def test_zones_side_by_side_are_left_as_they_are():
    zones = np.array([shapely.box(0, 0, 10, 10), shapely.box(10, 0, 20, 10)])
    apart, overlaps = kept_apart(zones)
    assert shapely.area(apart).tolist() == [100, 100] and overlaps == []


def test_a_hair_of_common_ground_is_cut_and_not_told():
    apart, overlaps = kept_apart(np.array([shapely.box(0, 0, 100, 100), shapely.box(99.9, 0, 200, 100)]))
    assert shapely.area(apart).sum() == pytest.approx(20_000) and overlaps == []


def test_a_zone_inside_another_is_valued_with_it():
    apart, overlaps = kept_apart(np.array([shapely.box(0, 0, 100, 100), shapely.box(20, 20, 40, 40)]))
    assert shapely.area(apart).tolist() == [10_000, 0] and overlaps == [(1, 0, 400.0)]
