"""By which way an abandoned mine comes back: 自然恢复, 辅助再生, 生态重建 or 转型利用 (the four of TD/T 1070.1)."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

import numpy as np


@dataclass(frozen=True)
class ModeRule:
    """A row of ``restoration_modes.csv``: the first row whose conditions all hold gives the ``mode``.

    Slopes are degrees, areas hectares, ``town_max_m`` metres to the nearest town or settlement; ``inside`` is a kind
    of ground that the mine lies on, '' for any. A condition on something that is not known does not hold.
    """

    id: str
    mode: str
    inside: str = ""
    slope_min: float = -inf
    slope_max: float = inf
    area_min: float = -inf
    area_max: float = inf
    town_max_m: float = inf


def restoration_rule(
    rules: list[ModeRule],
    slope: np.ndarray,
    hectares: np.ndarray,
    town_m: np.ndarray,
    inside: dict[str, np.ndarray],
) -> np.ndarray:
    """The place (n,) in ``rules`` of the rule that decides for each mine, -1 where none holds.

    ``slope`` in degrees, ``hectares`` and ``town_m`` are (n,) with NaN where unknown; ``inside`` has (n,) booleans a
    kind of ground.
    """
    found = np.full(len(slope), -1)
    for place, rule in enumerate(rules):
        holds = found == -1
        if rule.inside:
            holds &= inside.get(rule.inside, np.zeros(len(slope), dtype=bool))
        holds &= _between(slope, rule.slope_min, rule.slope_max)
        holds &= _between(hectares, rule.area_min, rule.area_max)
        holds &= _between(town_m, -inf, rule.town_max_m)
        found[holds] = place
    return found


def _between(values: np.ndarray, low: float, high: float) -> np.ndarray:
    """Whether values lie in ``low`` to ``high``, both included; an unknown one only where nothing is asked."""
    if low == -inf and high == inf:
        return np.ones(len(values), dtype=bool)
    with np.errstate(invalid="ignore"):
        return (values >= low) & (values <= high)
