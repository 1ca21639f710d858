"""Shares of land and towns, and totals that agree whichever way they are added."""

import numpy as np
import pytest
import shapely

from ronghe.plugin.analysis.grid import Grid
from ronghe.plugin.analysis.mining.land_parts import grid_parts, polygon_parts, town_parts
from ronghe.plugin.analysis.mining.ledger_totals import ledger_totals

WEST, EAST = shapely.box(0, 0, 10, 10), shapely.box(10, 0, 20, 10)


def shapes(*some):
    return np.array(some, dtype=object)


def test_shares_of_a_mine_across_two_patches_and_beyond():
    """12 of 16 units lie in patches, 6 in each."""
    parts = polygon_parts(shapes(shapely.box(7, 0, 15, 2), shapely.box(100, 0, 101, 1)), shapes(WEST, EAST))
    assert parts.other.tolist() == [0, 1] and parts.share.tolist() == [3 / 8, 5 / 8]
    assert parts.covered(2).tolist() == [1, 0] and not len(parts.twice)


def test_land_drawn_twice_counts_once_and_is_named():
    parts = polygon_parts(shapes(shapely.box(0, 0, 4, 4)), shapes(WEST, WEST))
    assert parts.share.tolist() == [0.5, 0.5] and parts.twice.tolist() == [0]


def test_patches_inside_and_across_the_border_of_a_zone_add_up():
    """100 patches of 1 × 1 under a disc: those inside count whole, those across by what is inside."""
    x, y = (one.ravel() for one in np.meshgrid(np.arange(10.0), np.arange(10.0)))
    disc = shapely.Point(5, 5).buffer(3.3)
    parts = polygon_parts(shapes(disc), shapely.box(x, y, x + 1, y + 1))
    assert parts.share.sum() == pytest.approx(1, abs=1e-12)
    inside = shapely.covers(disc, shapely.box(x, y, x + 1, y + 1))
    assert (parts.share[np.isin(parts.other, np.flatnonzero(inside))] == 1 / disc.area).all() and inside.sum() > 15


def test_a_point_lies_wholly_in_the_first_patch():
    parts = polygon_parts(shapes(shapely.Point(10, 5), None, shapely.Point(99, 9)), shapes(EAST, WEST))
    assert (parts.owner.tolist(), parts.other.tolist(), parts.share.tolist()) == ([0], [0], [1.0])


def test_classes_of_cells_by_their_middles():
    """Cells of 10 m: a mine over the first column and a half of two rows has two classes; nothing beyond the grid."""
    grid = Grid(np.array([[1.0, 3.0], [np.nan, 3.0]]), 0, 20, 10, 10)
    parts = grid_parts(shapes(shapely.box(0, 0, 20, 20), shapely.box(0, 10, 40, 20), shapely.Point(15, 5)), grid)
    assert parts.owner.tolist() == [0, 0, 1, 1, 2] and parts.other.tolist() == [1, 3, 1, 3, 3]
    assert parts.share.tolist() == [0.25, 0.5, 0.25, 0.25, 1.0]


def test_a_mine_smaller_than_a_cell_has_the_class_it_lies_in():
    grid = Grid(np.array([[7.0]]), 0, 1000, 1000, 1000)
    parts = grid_parts(shapes(shapely.box(1, 1, 3, 3), shapely.box(5000, 0, 5001, 1)), grid)
    assert (parts.owner.tolist(), parts.other.tolist(), parts.share.tolist()) == ([0], [7.0], [1.0])


def test_shares_of_towns_add_up_to_one_and_slivers_vanish():
    mine = shapely.box(9.999, 0, 20, 10)  # a ten-thousandth lies in the western town
    half_out = shapely.box(15, 0, 25, 10)
    parts = town_parts(shapes(mine, half_out, None), shapes(WEST, EAST))
    assert parts.owner.tolist() == [0, 1, 1, 2] and parts.other.tolist() == [1, -1, 1, -1]
    assert parts.share.tolist() == pytest.approx([1, 0.5, 0.5, 1])
    assert np.bincount(parts.owner, weights=parts.share) == pytest.approx(np.ones(3), abs=1e-15)


def test_totals_agree_by_town_by_payer_and_as_a_whole():
    rng = np.random.default_rng(3)
    x, y = rng.uniform(0, 18, 40), rng.uniform(0, 9, 40)
    mines = shapely.box(x, y, x + rng.uniform(0.1, 4, 40), y + 1)
    amount, payer = rng.uniform(1, 1e6, 40), rng.choice(["甲", "乙", "政府"], 40).astype(object)
    amount[::7] = np.nan
    table = ledger_totals(amount, amount / 10, np.full(40, 2.0), payer, town_parts(mines, shapes(WEST, EAST)))
    whole = np.nansum(amount)
    assert table.groupby("town")["amount"].sum().sum() == pytest.approx(whole, rel=1e-12)
    assert table["annual"].sum() == pytest.approx(whole / 10) and table["area_hm2"].sum() == pytest.approx(80)
    for name in ("甲", "乙", "政府"):
        own = np.nansum(amount[payer == name])
        assert table.loc[table["payer"] == name, "amount"].sum() == pytest.approx(own, rel=1e-12)
    assert (table["count"].sum(), table["unpriced"].sum()) == (40, 6)


def test_totals_of_nothing_are_an_empty_table():
    none = np.zeros(0)
    table = ledger_totals(none, none, none, np.zeros(0, object), town_parts(shapes(), shapes(WEST)))
    assert table.empty and list(table.columns)[:4] == ["town", "payer", "amount", "annual"]
