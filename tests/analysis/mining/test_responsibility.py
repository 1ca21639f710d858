"""What restoring costs and when it is set aside, worked out by hand."""

import numpy as np
import pytest

from ronghe.plugin.analysis.mining.faults import BadDiscount, BadYears
from ronghe.plugin.analysis.mining.responsibility import (
    accruals,
    annuity,
    check_terms,
    interim_losses,
    liability_case,
    restoration_costs,
)

NONE = np.array([np.nan])


def one(value):
    return np.array([float(value)])


def test_a_yuan_a_year_for_three_years_at_five_per_cent_is_worth_2_7232():
    """1/1.05 + 1/1.1025 + 1/1.157625 = 2.723248, the value of every annuity table."""
    assert annuity(0.05, one(3))[0] == pytest.approx(2.723248029)
    assert annuity(0.0, one(3))[0] == 3


def test_a_very_small_discount_is_as_good_as_none():
    assert annuity(1e-12, one(30))[0] == pytest.approx(30, rel=1e-9)


def test_cost_is_works_with_management_and_three_years_of_care():
    """2 hm² × (100,000 × 1.1 + 5,000 × 3) = 250,000 yuan; at 5 % care is 5,000 × 2.723248: 247,232 yuan."""
    given = (one(2), one(100_000), one(0.1), one(5_000), one(3))
    assert restoration_costs(*given, 0.0)[0] == pytest.approx(250_000)
    assert restoration_costs(*given, 0.05)[0] == pytest.approx(2 * (110_000 + 5_000 * 2.723248029))


def test_a_negative_discount_makes_later_years_dearer():
    """At -50 % a year: 2 + 4 + 8."""
    assert annuity(-0.5, one(3))[0] == pytest.approx(14)


def test_loss_until_recovery():
    """1 hm² worth 1,000 yuan a year that recovers in four years loses 1 + ¾ + ½ + ¼ = 2.5 years of it."""
    assert interim_losses(one(1), one(1000), one(4), 0.0)[0] == pytest.approx(2500)
    discounted = 1000 * (1 / 1.05 + 0.75 / 1.05**2 + 0.5 / 1.05**3 + 0.25 / 1.05**4)
    assert interim_losses(one(1), one(1000), one(4), 0.05)[0] == pytest.approx(discounted)
    assert interim_losses(one(1), one(1000), one(0), 0.0)[0] == 0


def test_equal_parts_where_the_output_is_not_known():
    got = accruals(one(1_000_000), 10, 0.0, NONE, NONE)
    assert (got.annual[0], got.years[0], got.present_value[0], got.by_output[0]) == (100_000, 10, 1_000_000, False)


def test_an_output_without_reserves_is_no_proportion():
    assert not accruals(one(1_000_000), 10, 0.0, one(60), NONE).by_output[0]
    assert not accruals(one(1_000_000), 10, 0.0, one(0), one(100)).by_output[0]


def test_by_output_until_the_reserves_are_gone():
    """q = 60, Q = 150 (10⁴ t): 0.4 + 0.4 + 0.2 of the cost in three years."""
    got = accruals(one(1_000_000), 10, 0.05, one(60), one(150))
    assert (got.annual[0], got.years[0], bool(got.by_output[0])) == (pytest.approx(400_000), 3, True)
    worth = 400_000 / 1.05 + 400_000 / 1.05**2 + 200_000 / 1.05**3
    assert got.present_value[0] == pytest.approx(worth)


def test_reserves_of_whole_years_have_no_last_part():
    got = accruals(one(900), 10, 0.05, one(0.1), one(0.3))
    assert got.years[0] == 3 and got.annual[0] == pytest.approx(300)
    assert got.present_value[0] == pytest.approx(300 * 2.723248029)


def test_reserves_for_less_than_a_year_are_set_aside_at_once():
    got = accruals(one(900), 10, 0.0, one(60), one(20))
    assert (got.annual[0], got.years[0]) == (900, 1)


@pytest.mark.parametrize(("output", "remaining"), [(np.nan, np.nan), (60, 155), (45, 450), (7, 100)])
def test_without_discount_all_years_together_are_the_cost(output, remaining):
    got = accruals(one(123_456.78), 7, 0.0, one(output), one(remaining))
    assert got.present_value[0] == pytest.approx(123_456.78, rel=1e-12)


def test_a_cost_that_is_not_known_stays_unknown():
    got = accruals(NONE, 10, 0.05, NONE, NONE)
    assert np.isnan(got.annual[0]) and np.isnan(got.present_value[0])


@pytest.mark.parametrize(
    ("status", "holder", "case"),
    [
        ("operating", True, "operating"),
        ("under construction", True, "under construction"),
        ("idle", True, "idle"),
        ("proposed", True, "proposed"),
        ("abandoned", True, "abandoned"),
        ("abandoned", False, "legacy"),
        ("operating", False, "unknown"),
        (None, True, "unknown"),
        (None, False, "unknown"),
    ],
)
def test_who_is_liable(status, holder, case):
    """The duty outlives the right; the government comes in only where nobody else is left."""
    assert liability_case(np.array([status], dtype=object), np.array([holder]))[0] == case


@pytest.mark.parametrize("years", [0, -3, 101, 2.5, float("nan")])
def test_years_that_cannot_be(years):
    with pytest.raises(BadYears):
        check_terms(years, 0.0)


@pytest.mark.parametrize("discount", [1, 4, -1, -2, float("nan"), float("inf")])
def test_discounts_that_cannot_be(discount):
    with pytest.raises(BadDiscount):
        check_terms(10, discount)


def test_terms_that_can_be():
    check_terms(1, 0.0)
    check_terms(100, -0.01)
