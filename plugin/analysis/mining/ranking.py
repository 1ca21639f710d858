"""Which mine comes first, and how far its place depends on the weights."""

from __future__ import annotations

import numpy as np
from scipy.stats import rankdata

DRAWS = 1000
#: A draw moves a weight of 0.1 by 0.02 (one standard deviation): weights that a panel of experts would call the same.
CONCENTRATION = 200.0
#: The part of the draws that the interval of ranks leaves out at either end, in per cent.
TAIL = 5.0
#: Scores are told to nine decimals; what differs by less is a tie.
DECIMALS = 9
BYTES_AT_ONCE = 64e6


def closeness(metres: np.ndarray, near: float, far: float) -> np.ndarray:
    """1 up to ``near``, 0 from ``far`` on, linear between; NaN and infinity are far away."""
    metres = np.nan_to_num(np.asarray(metres, dtype=float), nan=np.inf, posinf=np.inf)
    if far <= near:
        return (metres <= near).astype(float)
    return np.clip((far - metres) / (far - near), 0.0, 1.0)


def contributions(x: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """What every factor adds to a score of 0 to 100: ``x`` (n, k) in 0 to 1, ``weights`` (k,). Their sum over the
    factors is the score (weighted linear combination).
    """
    total = weights.sum()
    return 100.0 * x * (weights / total if total > 0 else weights)


def ranks(first: np.ndarray, score: np.ndarray) -> np.ndarray:
    """Ranks (n,) from 1: those with a higher ``first`` (n,) stand ahead of every score; equals share a rank."""
    return _ranks(np.asarray(first), np.asarray(score, dtype=float)[None, :])[0]


def _ranks(first: np.ndarray, scores: np.ndarray) -> np.ndarray:
    """Ranks (draws, n) of scores of 0 to 100."""
    ahead = np.round(scores, DECIMALS) + 1000.0 * first
    return rankdata(-ahead, method="min", axis=1).astype(int)


def rank_interval(first: np.ndarray, x: np.ndarray, weights: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """The lowest and highest rank (n,) of nine draws in ten: 1,000 draws of weights from a Dirichlet distribution
    whose mean are the given ones. The rank under the given weights always lies within.

    The order by ``first`` is kept in every draw. The same ``seed`` gives the same interval.
    """
    middle = ranks(first, contributions(x, weights).sum(axis=1))
    used = weights > 0
    if not used.any() or not len(x):
        return middle, middle
    drawn = np.random.default_rng(seed).dirichlet(CONCENTRATION * weights[used] / weights[used].sum(), DRAWS)
    found = np.empty((DRAWS, len(x)), dtype=np.int32)
    part = max(1, int(BYTES_AT_ONCE / (8 * len(x))))
    for start in range(0, DRAWS, part):
        found[start : start + part] = _ranks(first, 100.0 * drawn[start : start + part] @ x[:, used].T)
    low, high = np.percentile(found, [TAIL, 100.0 - TAIL], axis=0)
    return np.minimum(np.floor(low).astype(int), middle), np.maximum(np.ceil(high).astype(int), middle)
