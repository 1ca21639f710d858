"""Score, rank and the interval of ranks."""

import numpy as np
import pytest

from ronghe.plugin.analysis.mining.ranking import closeness, contributions, rank_interval, ranks

RANDOM = np.random.default_rng(7)
X = RANDOM.random((40, 5))
WEIGHTS = np.array([0.3, 0.25, 0.2, 0.15, 0.1])
NONE_FIRST = np.zeros(40, dtype=bool)


def test_closeness_is_linear_between_near_and_far():
    metres = np.array([0.0, 100.0, 325.0, 550.0, 1000.0, 5000.0, np.inf, np.nan])
    assert closeness(metres, 100.0, 1000.0).tolist() == [1.0, 1.0, 0.75, 0.5, 0.0, 0.0, 0.0, 0.0]


def test_closeness_with_one_limit_is_yes_or_no():
    assert closeness(np.array([0.0, 1.0]), 0.0, 0.0).tolist() == [1.0, 0.0]


def test_a_contribution_is_the_weight_times_the_factor():
    x, weights = np.array([[1.0, 0.5, 0.0]]), np.array([2.0, 1.0, 1.0])
    assert contributions(x, weights).tolist() == [[50.0, 12.5, 0.0]]


def test_contributions_add_up_to_a_score_of_at_most_100():
    score = contributions(X, WEIGHTS).sum(axis=1)
    assert np.abs(score - 100 * X @ WEIGHTS).max() < 1e-9
    assert contributions(np.ones((1, 5)), WEIGHTS).sum() == pytest.approx(100.0, abs=1e-9)


def test_ranks_begin_at_one_and_equals_share_one():
    assert ranks(np.zeros(4, bool), np.array([10.0, 30.0, 30.0, 20.0])).tolist() == [4, 1, 1, 3]


def test_what_differs_by_rounding_alone_is_equal():
    assert ranks(np.zeros(2, bool), np.array([0.1 + 0.2, 0.3])).tolist() == [1, 1]


def test_a_trigger_outranks_every_score():
    assert ranks(np.array([False, True]), np.array([100.0, 0.0])).tolist() == [2, 1]


def test_the_interval_holds_the_rank_and_is_repeatable():
    rank = ranks(NONE_FIRST, contributions(X, WEIGHTS).sum(axis=1))
    low, high = rank_interval(NONE_FIRST, X, WEIGHTS, seed=1)
    assert (low <= rank).all() and (rank <= high).all() and (low < high).any()
    again = rank_interval(NONE_FIRST, X, WEIGHTS, seed=1)
    assert (low == again[0]).all() and (high == again[1]).all()
    other = rank_interval(NONE_FIRST, X, WEIGHTS, seed=2)
    assert (low != other[0]).any() or (high != other[1]).any()


def test_a_mine_that_leads_in_every_factor_is_first_under_all_weights():
    x = np.vstack([np.ones(5), 0.5 * RANDOM.random((9, 5)), np.zeros(5)])
    low, high = rank_interval(np.zeros(11, bool), x, WEIGHTS, seed=1)
    assert (low[0], high[0]) == (1, 1) and (low[-1], high[-1]) == (11, 11)


def test_no_draw_lets_a_score_pass_a_trigger():
    first = np.arange(40) >= 37
    low, high = rank_interval(first, X, WEIGHTS, seed=1)
    assert high[first].max() == 3 and low[~first].min() == 4


def test_factors_without_weight_do_not_move_a_rank():
    weights = np.array([1.0, 0.0, 0.0, 0.0, 0.0])
    low, high = rank_interval(NONE_FIRST, X, weights, seed=1)
    rank = ranks(NONE_FIRST, 100 * X[:, 0])
    assert (low == rank).all() and (high == rank).all()


def test_the_interval_widens_as_two_factors_pull_apart():
    """Two mines that trade places as soon as one weight passes the other: half of the draws either way."""
    low, high = rank_interval(np.zeros(2, bool), np.eye(2), np.array([0.5, 0.5]), seed=1)
    assert low.tolist() == [1, 1] and high.tolist() == [2, 2]
