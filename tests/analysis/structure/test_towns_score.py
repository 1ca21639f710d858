"""The score of a town by hand: scaled parts, weights shared out, what is not known stays unknown."""

import numpy as np
import pytest

from ronghe.plugin.analysis.structure.faults import NothingToScore, TooFewScores, TooFewTowns
from ronghe.plugin.analysis.structure.towns import (
    Weights,
    facility_kinds,
    function_index,
    harmonic_closeness,
    rank_towns,
    scaled,
    score_towns,
)

PEOPLE = np.array([30_000.0, 20_000.0, 10_000.0])
FUNCTIONS = np.array([1.0, 0.4, 0.0])
NEAR = np.array([0.05, 0.10, 0.02])


def test_the_score_is_the_weighted_sum_of_the_scaled_parts():
    found = score_towns(PEOPLE, FUNCTIONS, NEAR, Weights(0.5, 0.3, 0.2))
    assert found.parts[1].tolist() == pytest.approx([0.5, 0.4, 1.0])
    assert found.score.tolist() == pytest.approx([0.5 + 0.3 + 0.2 * 0.375, 0.25 + 0.12 + 0.2, 0.0])
    assert found.rank.tolist() == [1, 2, 3]


def test_the_weight_of_a_part_that_is_missing_goes_to_the_others():
    found = score_towns(PEOPLE, None, NEAR, Weights(0.5, 0.3, 0.2))
    assert found.absent == ("functions",)
    assert found.used.tolist() == pytest.approx([5 / 7, 0, 2 / 7])
    assert found.score[1] == pytest.approx(0.5 * 5 / 7 + 2 / 7)


def test_a_part_that_is_the_same_everywhere_tells_nothing():
    found = score_towns(PEOPLE, np.ones(3), NEAR, Weights())
    assert found.even == ("functions",) and found.used[1] == 0


def test_a_part_without_weight_is_neither_missing_nor_used():
    found = score_towns(PEOPLE, None, None, Weights(1.0, 0.0, 0.0))
    assert found.absent == () and found.score.tolist() == [1.0, 0.5, 0.0]


def test_a_town_of_unknown_population_is_not_scored_as_empty():
    found = score_towns(np.array([30_000.0, np.nan, 10_000.0]), FUNCTIONS, NEAR, Weights())
    assert np.isnan(found.score[1]) and found.rank.tolist() == [1, 0, 2]


def test_nothing_to_score_is_a_fault():
    with pytest.raises(NothingToScore):
        score_towns(np.full(3, 5.0), None, None, Weights())


def test_harmonic_closeness_by_hand():
    minutes = np.array([[0, 10, 20], [10, 0, np.inf], [20, np.inf, 0]])
    assert harmonic_closeness(minutes).tolist() == pytest.approx([(0.1 + 0.05) / 2, 0.1 / 2, 0.05 / 2])


def test_two_seats_in_one_place_are_not_endlessly_near():
    assert harmonic_closeness(np.zeros((2, 2))).tolist() == [1.0, 1.0]


def test_a_kind_of_facility_counts_with_its_highest_level():
    town = np.array([0, 0, 0, 1, -1])
    kind = np.array(["医疗", "医疗", "教育", "教育", "养老"], dtype=object)
    level = np.array([3, 1, 1, 2, 3])
    assert facility_kinds(town, kind, level, 3).tolist() == [4, 2, 0]


def test_functions_are_the_mean_of_the_scaled_indicators_that_are_known():
    found = function_index(np.array([[10.0, 1.0], [5.0, np.nan], [0.0, 3.0]]))
    assert found.tolist() == [0.5, 0.5, 0.5]


def test_scaling_keeps_what_is_not_known():
    assert np.isnan(scaled(np.array([1.0, np.nan, 3.0]))[1])
    assert np.isnan(scaled(np.array([2.0, 2.0]))).all()


def test_levels_are_natural_breaks_of_the_scores():
    score = score_towns(np.array([100.0, 60, 58, 55, 10, 9, 8]), None, None, Weights(1, 0, 0))
    assert rank_towns(score, 3).level.tolist() == [1, 2, 2, 2, 3, 3, 3]


def test_an_unscored_town_has_no_level():
    score = score_towns(np.array([100.0, np.nan, 58, 10]), None, None, Weights(1, 0, 0))
    assert rank_towns(score, 3).level.tolist() == [1, 0, 2, 3]


def test_fewer_towns_than_levels_is_a_fault_with_numbers():
    score = score_towns(np.array([100.0, 50.0]), None, None, Weights(1, 0, 0))
    with pytest.raises(TooFewTowns) as caught:
        rank_towns(score, 3)
    assert (caught.value.towns, caught.value.levels) == (2, 3)


def test_ties_that_leave_too_few_different_scores_are_a_fault():
    score = score_towns(np.array([100.0, 50.0, 50.0, 50.0]), None, None, Weights(1, 0, 0))
    assert score.rank.tolist() == [1, 2, 2, 2]
    with pytest.raises(TooFewScores) as caught:
        rank_towns(score, 3)
    assert caught.value.different == 2
