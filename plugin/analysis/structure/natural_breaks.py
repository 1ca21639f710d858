"""Natural breaks: the classes of a list of numbers whose members differ least from their class mean.

Fisher, W. D. (1958) On grouping for maximum homogeneity, Journal of the American Statistical Association 53:789-798;
Jenks, G. F. (1967) The data model concept in statistical mapping, International Yearbook of Cartography 7:186-190.
The optimum is exact: it is found by dynamic programming, not by exchanging members.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .faults import TooFewValues

#: Two groupings whose sums of squares differ by less than this share of the whole are equally good.
SAME = 1e-12


@dataclass(frozen=True)
class NaturalBreaks:
    """``group`` (n,) of each value, 0 the highest values; ``upper`` (k,) the highest value of each group;
    ``fit`` the goodness of variance fit, 0 to 1: the share of the squared deviations that the groups explain.
    """

    group: np.ndarray
    upper: np.ndarray
    fit: float


def natural_breaks(values: np.ndarray, count: int) -> NaturalBreaks:
    """The n ``values`` (finite) in ``count`` groups with the least sum of squared deviations from the group means.

    Equal values are never parted. Of groupings that are equally good, the one with the fewest values in the high groups
    is taken. Raises :class:`TooFewValues` when there are fewer different values than groups.
    """
    values = np.asarray(values, dtype=float)
    different, place, times = np.unique(values, return_inverse=True, return_counts=True)
    if len(different) < count or count < 1:
        raise TooFewValues(len(values), len(different), count)
    starts = _starts(_Deviations(different, times), count)
    group_of = np.repeat(np.arange(count)[::-1], np.diff([*starts, len(different)]))
    upper = different[np.r_[starts[1:], len(different)] - 1][::-1]
    group = group_of[place.ravel()]
    return NaturalBreaks(group, upper, _fit(values, group, count))


class _Deviations:
    """Sums of squared deviations of ascending values, each counted ``times``, from running totals."""

    def __init__(self, values: np.ndarray, times: np.ndarray):
        middle = (values - values.mean()) / max(np.ptp(values), np.finfo(float).tiny)
        self.size = len(values)
        self._weight = np.r_[0.0, np.cumsum(times)]
        self._total = np.r_[0.0, np.cumsum(times * middle)]
        self._square = np.r_[0.0, np.cumsum(times * middle**2)]

    def ending_at(self, last: int) -> np.ndarray:
        """For each first value 0 … last (last + 1,): that of the values from it to ``last``, taken together."""
        weight, total, square = (
            column[last + 1] - column[: last + 1] for column in (self._weight, self._total, self._square)
        )
        return np.maximum(square - total**2 / weight, 0.0)


def _starts(deviations: _Deviations, count: int) -> list[int]:
    """Where each of the ``count`` groups of ascending values starts, the lowest group first."""
    size = deviations.size
    best = np.array([deviations.ending_at(last)[0] for last in range(size)])
    slack = SAME * max(1.0, float(best[-1]))
    chosen = np.zeros((count, size), dtype=int)
    for group in range(1, count):
        before, best = np.r_[np.inf, best], np.full(size, np.inf)
        for last in range(group, size):
            costs = before[: last + 1] + deviations.ending_at(last)
            best[last] = costs.min()
            # The latest start among equals: few values in the high groups.
            chosen[group, last] = np.flatnonzero(costs <= best[last] + slack)[-1]
    starts, last = [], size - 1
    for group in range(count - 1, -1, -1):
        starts.append(int(chosen[group, last]))
        last = chosen[group, last] - 1
    return starts[::-1]


def _fit(values: np.ndarray, group: np.ndarray, count: int) -> float:
    mean = np.bincount(group, weights=values, minlength=count) / np.bincount(group, minlength=count)
    whole = float(((values - values.mean()) ** 2).sum())
    return 1.0 if whole == 0 else 1.0 - float(((values - mean[group]) ** 2).sum()) / whole
