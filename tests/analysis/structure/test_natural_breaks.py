"""Natural breaks are the exact optimum: against all groupings, and against examples that are published."""

from itertools import combinations

import numpy as np
import pytest

from ronghe.plugin.analysis.structure.faults import TooFewValues
from ronghe.plugin.analysis.structure.natural_breaks import natural_breaks


def least_deviation(values, count):
    """The least sum of squared deviations of all ways to cut the sorted values, by trying every one."""
    values = np.sort(values)
    best = np.inf
    for cuts in combinations(range(1, len(values)), count - 1):
        if any(values[cut - 1] == values[cut] for cut in cuts):
            continue
        best = min(best, sum(((part - part.mean()) ** 2).sum() for part in np.split(values, cuts)))
    return best


def deviation(values, group):
    return sum(((values[group == one] - values[group == one].mean()) ** 2).sum() for one in np.unique(group))


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("count", [2, 3, 4])
def test_no_grouping_is_better(seed, count):
    chance = np.random.default_rng(seed)
    values = chance.choice([0.2, 0.5, 0.9, 1.5, 4.0, 4.1, 7.0, 7.7], 11) if seed % 2 else chance.gamma(1.0, 3.0, 11)
    found = natural_breaks(values, count)
    assert deviation(values, found.group) == pytest.approx(least_deviation(values, count), abs=1e-9)
    assert len(np.unique(found.group)) == count


def test_the_example_of_dent():
    """The worked example of goodness of variance fit that cartography texts use: 4 5 9 10 in two classes is
    (4, 5) (9, 10), squared deviations 0.5 + 0.5 of 26 in all.
    """
    found = natural_breaks(np.array([4.0, 5.0, 9.0, 10.0]), 2)
    assert found.group.tolist() == [1, 1, 0, 0]
    assert found.fit == pytest.approx((26 - 1) / 26)
    assert found.upper.tolist() == [10, 5]


def test_the_highest_values_are_group_0_whatever_the_order():
    values = np.array([2.0, 90.0, 1.0, 50.0, 3.0, 51.0])
    assert natural_breaks(values, 3).group.tolist() == [2, 0, 2, 1, 2, 1]


def test_equal_values_stay_together():
    values = np.array([1.0] * 6 + [2.0] * 5 + [3.0])
    group = natural_breaks(values, 2).group
    assert len(set(group[:6])) == len(set(group[6:11])) == 1


def test_of_two_equally_good_groupings_the_high_group_is_small():
    """0 1 2: (0, 1) (2) is as good as (0) (1, 2)."""
    assert natural_breaks(np.array([0.0, 1.0, 2.0]), 2).group.tolist() == [1, 1, 0]


def test_large_numbers_close_together_are_told_apart():
    values = 1e9 + np.array([0.0, 0.1, 5.0, 5.1, 9.0])
    assert natural_breaks(values, 3).group.tolist() == [2, 2, 1, 1, 0]


def test_fewer_different_values_than_groups_is_a_fault_with_numbers():
    with pytest.raises(TooFewValues) as caught:
        natural_breaks(np.array([1.0, 1.0, 2.0]), 3)
    assert (caught.value.values, caught.value.different, caught.value.groups) == (3, 2, 3)


def test_five_thousand_values_take_no_square_of_memory():
    values = np.random.default_rng(3).normal(size=5000)
    assert natural_breaks(values, 3).fit > 0.7
