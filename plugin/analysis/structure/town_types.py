"""What a town lives on: the sectors in which it stands out among the towns of the county."""

from __future__ import annotations

import numpy as np

ALL_ROUND = "all_round"
#: Standard deviations above the mean from which a sector is dominant.
DOMINANT = 1.0
LEAST_TOWNS = 3


def town_types(indicators: np.ndarray, sector: list[str], population: np.ndarray, level: np.ndarray) -> np.ndarray:
    """The type (n,) of each town, a key of ``sector``, ``all_round`` or ''.

    ``indicators`` (n, k) amounts of which column j belongs to ``sector[j]``; amounts are taken a head where the
    population is known for all towns. A town has the type of the sector in which it lies at least one standard
    deviation above the mean of the towns (Nelson, H. J. (1955) A service classification of American cities, Economic
    Geography 31:189-210); with several such sectors it is all-round, and so is a town of level 1 with none.
    """
    count, found = len(indicators), np.full(len(indicators), "", dtype=object)
    keys = list(dict.fromkeys(sector))
    if count < LEAST_TOWNS or not keys:
        return found
    amounts = np.asarray(indicators, dtype=float)
    if np.isfinite(population).all() and (population > 0).all():
        amounts = amounts / population[:, None]
    above = np.column_stack([_deviations(amounts[:, [one == key for one in sector]]) for key in keys])
    dominant = np.round(above, 9) >= DOMINANT
    number = dominant.sum(axis=1)
    only = np.array(keys, dtype=object)[np.argmax(dominant, axis=1)]
    found[number == 1] = only[number == 1]
    found[(number > 1) | ((number == 0) & (level == 1))] = ALL_ROUND
    return found


def _deviations(columns: np.ndarray) -> np.ndarray:
    """The mean over the columns (n, k) of the standard scores; a value that is not known stands at the mean."""
    known = np.isfinite(columns)
    count = np.maximum(known.sum(axis=0), 1)
    mean = np.where(known, columns, 0.0).sum(axis=0) / count
    apart = np.where(known, columns - mean, 0.0)
    spread = np.sqrt((apart**2).sum(axis=0) / count)
    return (apart / np.where(spread > 0, spread, np.inf)).mean(axis=1)
