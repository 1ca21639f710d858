"""The hierarchy of towns: a score of people, functions and place on the roads, and levels by natural breaks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.stats import rankdata

from .faults import NothingToScore, TooFewScores, TooFewTowns, TooFewValues
from .natural_breaks import natural_breaks

#: Minutes that two seats are apart at least: a seat beside another is not endlessly near.
SHORTEST_MINUTES = 1.0
PARTS = ("population", "functions", "centrality")
DECIMALS = 9  #: scores that differ by less are a tie


@dataclass(frozen=True)
class Weights:
    """What the parts of the score count, each at least 0; they need not add up to 1."""

    population: float = 0.5
    functions: float = 0.3
    centrality: float = 0.2

    def of(self, part: str) -> float:
        return float(getattr(self, part))


@dataclass(frozen=True)
class Score:
    """What n towns score. ``parts`` (n, 3) population, functions, centrality, each 0 to 1, NaN where not known;
    ``used`` (3,) the weights as they were applied, adding up to 1; ``absent`` the parts that nobody gave and ``even``
    those that are the same in all towns: their weight went to the others. ``score`` (n,) 0 to 1, NaN for a town of
    which a part that counts is not known. ``rank`` (n,) from 1, ties share a rank, 0 without a score.
    """

    parts: np.ndarray
    used: np.ndarray
    absent: tuple[str, ...]
    even: tuple[str, ...]
    score: np.ndarray
    rank: np.ndarray


@dataclass(frozen=True)
class Hierarchy:
    """``score`` of the towns, their ``level`` (n,) from 1, the highest, 0 without a score, and the goodness of variance
    ``fit`` of the levels.
    """

    score: Score
    level: np.ndarray
    fit: float


def scaled(values: np.ndarray) -> np.ndarray:
    """Min-max scaling of the columns of (n,) or (n, k): the lowest known value 0, the highest 1; NaN stays, a column of
    equal values becomes NaN.
    """
    values = np.asarray(values, dtype=float)
    known = np.isfinite(values)
    low = np.min(np.where(known, values, np.inf), axis=0, initial=np.inf)
    high = np.max(np.where(known, values, -np.inf), axis=0, initial=-np.inf)
    with np.errstate(invalid="ignore", divide="ignore"):
        found = (values - low) / np.where(high > low, high - low, np.nan)
    return np.where(known, found, np.nan)


def function_index(columns: np.ndarray) -> np.ndarray:
    """The mean (n,) of the scaled indicators (n, k); of a town of which some are not known, the mean of the others.
    Indicators none of which tells the towns apart give 0 where one is known: data are there, and say nothing.
    """
    each = scaled(np.asarray(columns, dtype=float).reshape(len(columns), -1))
    known = np.isfinite(each)
    count = known.sum(axis=1)
    if not count.any():
        return np.where(np.isfinite(columns).reshape(len(columns), -1).any(axis=1), 0.0, np.nan)
    return np.where(count > 0, np.where(known, each, 0.0).sum(axis=1) / np.maximum(count, 1), np.nan)


def harmonic_closeness(minutes: np.ndarray) -> np.ndarray:
    """How near (n,) each town is to the others, from the travel times (n, n): C_i = 1/(n-1) · Σ_j 1/t_ij.

    A town out of reach adds nothing, so that separate networks can be compared. The potential of Hansen, W. G. (1959)
    How accessibility shapes land use, Journal of the American Institute of Planners 25:73-76, with equal masses and
    exponent 1; as a centrality: Marchiori, M., Latora, V. (2000) Harmony in the small-world, Physica A 285:539-546,
    instead of the inverse sum of Sabidussi (1966), which is not defined for separate networks.
    """
    count = len(minutes)
    if count < 2:
        return np.zeros(count)
    near = 1.0 / np.maximum(np.asarray(minutes, dtype=float), SHORTEST_MINUTES)
    np.fill_diagonal(near, 0.0)
    return near.sum(axis=1) / (count - 1)


def facility_kinds(town: np.ndarray, kind: np.ndarray, level: np.ndarray, count: int) -> np.ndarray:
    """How many functions each of ``count`` towns has: over the kinds of facility in it the sum of the highest level.

    ``town`` (k,) is -1 for a facility in none, ``kind`` (k,) words, ``level`` (k,) from 1, the lowest: a facility of a
    higher level also does the work of the lower ones, so that a county hospital of level 3 counts three and a second
    clinic nothing. The count of functions as a measure of centrality: Christaller, W. (1933) Die zentralen Orte in
    Süddeutschland; Davies, W. K. D. (1967) Centrality and the central place hierarchy, Urban Studies 4:61-79.
    """
    inside = np.asarray(town) >= 0
    kinds, number = np.unique(np.asarray(kind, dtype=object).astype(str), return_inverse=True)
    highest = np.zeros((count, len(kinds)))
    np.maximum.at(highest, (np.asarray(town)[inside], number.ravel()[inside]), np.asarray(level, float)[inside])
    return highest.sum(axis=1)


def score_towns(population, functions, centrality, weights: Weights) -> Score:
    """The weighted sum of three parts (n,), each None when it was not given. ``functions`` is an index already between
    0 and 1, the others are scaled here.

    The weight of a part that is missing, or the same everywhere, is shared out among the others in proportion. Raises
    :class:`NothingToScore` when none is left.
    """
    given = dict(zip(PARTS, (population, functions, centrality)))
    count = next((len(values) for values in given.values() if values is not None), 0)
    parts, used, absent, even = np.full((count, len(PARTS)), np.nan), np.zeros(len(PARTS)), [], []
    for place, (part, values) in enumerate(given.items()):
        if weights.of(part) <= 0:
            continue
        if values is None or not np.isfinite(values).any():
            absent.append(part)
            continue
        parts[:, place] = scaled(values)
        if np.isfinite(parts[:, place]).any():
            used[place] = weights.of(part)
        else:
            even.append(part)
    if not used.sum() > 0:
        people = given["population"]
        raise NothingToScore(count, 0 if people is None else int(np.isfinite(people).sum()))
    used = used / used.sum()
    score = np.round((parts[:, used > 0] * used[used > 0]).sum(axis=1), DECIMALS)
    return Score(parts, used, tuple(absent), tuple(even), score, _ranks(score))


def rank_towns(score: Score, levels: int) -> Hierarchy:
    """Levels by natural breaks of the scores. Raises :class:`TooFewTowns` or :class:`TooFewScores` when there are not
    enough towns, or not enough unlike ones.
    """
    known = np.isfinite(score.score)
    if known.sum() < levels:
        raise TooFewTowns(int(known.sum()), levels, len(known))
    level = np.zeros(len(known), dtype=int)
    try:
        found = natural_breaks(score.score[known], levels)
    except TooFewValues as fault:
        raise TooFewScores(fault.values, fault.different, levels) from None
    level[known] = found.group + 1
    return Hierarchy(score, level, found.fit)


def _ranks(score: np.ndarray) -> np.ndarray:
    known = np.isfinite(score)
    rank = np.zeros(len(score), dtype=int)
    rank[known] = rankdata(-score[known], method="min").astype(int)
    return rank
