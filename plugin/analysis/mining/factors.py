"""The factors of a mine's score: how near it is to what suffers from it, and what its status asks for."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .nearness import half_widths, nearest
from .ranking import closeness
from .rules import RoleFeatures, Rule

DISTANCE, FLOW, STATUS = "distance", "flow", "status"
MEASURES = (DISTANCE, FLOW, STATUS)
ANY_CLASS = "*"


@dataclass(frozen=True)
class Factor:
    """A row of ``remediation_factors.csv``.

    ``measures`` are ways to tell x (0 to 1), of which the largest counts: 'distance' to the nearest feature of
    ``roles`` (1 up to ``near_m``, 0 from ``far_m``), 'flow' along the water to an intake, 'status' of the mine.
    ``levels`` are the highest x by class of the feature, or by status; "*" stands for those not named.
    """

    key: str
    weight: float
    measures: tuple[str, ...]
    roles: tuple[str, ...] = ()
    near_m: float = 0.0
    far_m: float = 0.0
    levels: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class FactorValues:
    """``x`` (n, k) in 0 to 1; ``metres`` (n, k) to the nearest feature that a factor is about, NaN where there is
    none; ``absent`` names by factor the roles without a layer, for factors that had none at all.
    """

    x: np.ndarray
    metres: np.ndarray
    absent: dict[str, tuple[str, ...]]


def factor_values(
    factors: list[Factor],
    places: np.ndarray,
    status: np.ndarray,
    roles: dict[str, RoleFeatures],
    rules: list[Rule],
    flow_m: np.ndarray | None,
    flow_limit_m: float,
) -> FactorValues:
    """x of every factor for n mines at ``places``. ``flow_m`` (n,) are metres along the water to an intake, NaN where
    there is none below, None when flow was not looked at; a mine at the intake has 1, at ``flow_limit_m`` 0.
    """
    x = np.zeros((len(places), len(factors)))
    metres = np.full(x.shape, np.nan)
    absent = {}
    for column, factor in enumerate(factors):
        measured = False
        if STATUS in factor.measures:
            x[:, column] = [_level(factor.levels, word) for word in status]
            measured = True
        if DISTANCE in factor.measures:
            for role in factor.roles:
                if role in roles:
                    measured = True
                    near, away = _of_role(factor, role, places, roles[role], rules)
                    x[:, column] = np.maximum(x[:, column], near)
                    metres[:, column] = np.fmin(metres[:, column], away)
        if FLOW in factor.measures and flow_m is not None:
            measured = True
            x[:, column] = np.maximum(x[:, column], closeness(flow_m, 0.0, flow_limit_m))
        if not measured:
            absent[factor.key] = factor.roles
    return FactorValues(x, metres, absent)


def _of_role(factor: Factor, role: str, places: np.ndarray, features: RoleFeatures, rules: list[Rule]):
    """x (n,) and metres (n,) of one layer: each class by its own level, the largest counts."""
    x, metres = np.zeros(len(places)), np.full(len(places), np.inf)
    widths = half_widths(role, features, rules)
    classes = features.classes.astype(str)
    for word in np.unique(classes):
        level = _level(factor.levels, word)
        if level > 0:
            own = classes == word
            away = nearest(places, features.geometry[own], widths[own]).metres
            x = np.maximum(x, level * closeness(away, factor.near_m, factor.far_m))
            metres = np.minimum(metres, away)
    return x, np.where(np.isfinite(metres), metres, np.nan)


def _level(levels: dict[str, float], word: str) -> float:
    """The highest x of a class or status."""
    return levels.get(word, levels.get(ANY_CLASS, 0.0 if levels else 1.0))
