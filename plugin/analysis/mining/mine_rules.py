"""Which rules of the law bear on a mine where it lies, and which of them are statutory triggers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .nearness import nearest, shared_pairs
from .rules import (
    INSIDE,
    MINING,
    OPEN_PIT,
    PROHIBITED,
    RESTRICTED,
    RIVER_SAND,
    TAILINGS,
    WITHIN,
    RoleFeatures,
    Rule,
    features_of_rule,
)

UNDERGROUND = "underground"
#: Roles whose ground puts a mine ahead of every score, and the classes of it that do (None: all of them). A water zone
#: of unknown class counts as first class, as the rule table has it.
TRIGGERS = {"WATER_PROTECTION": ("first class", ""), "REDLINE": None, "RESERVES": None, "HAZARD_AREAS": None}


@dataclass(frozen=True)
class Hits:
    """h cases of a rule that bears on a mine: numbers of the ``rule``, the ``mine`` and the nearest ``feature`` of
    ``role`` (names), and the ``metres`` between them, 0 where the mine lies on it.
    """

    rule: np.ndarray
    mine: np.ndarray
    role: np.ndarray
    feature: np.ndarray
    metres: np.ndarray

    def __len__(self) -> int:
        return len(self.rule)


def rule_hits(
    places: np.ndarray,
    method: np.ndarray,
    mineral: np.ndarray,
    rules: list[Rule],
    roles: dict[str, RoleFeatures],
) -> Hits:
    """Every prohibition and restriction whose ground the mines (n,) lie on or come too near to.

    ``method`` and ``mineral`` are canonical words; a mine of unknown method counts as open pit. Rules about sight and
    flow are not looked at here.
    """
    found = []
    for number, rule in enumerate(rules):
        if rule.operation not in (INSIDE, WITHIN) or rule.effect not in (PROHIBITED, RESTRICTED):
            continue
        bound = np.flatnonzero(_bound(rule, method, mineral))
        for role in rule.roles if len(bound) else ():
            features = roles.get(role)
            about = np.flatnonzero(features_of_rule(rule, rules, features)) if features is not None else ()
            if len(about):
                mine, feature, metres = _cases(rule, places[bound], features.geometry[about])
                hits = np.full(len(mine), number), bound[mine], np.full(len(mine), role), about[feature], metres
                found.append(hits)
    if not found:
        nothing = np.empty(0, dtype=int)
        return Hits(nothing, nothing, np.empty(0, dtype=object), nothing, np.empty(0))
    return Hits(*(np.concatenate(column) for column in zip(*found)))


def trigger_pairs(
    places: np.ndarray, roles: dict[str, RoleFeatures]
) -> list[tuple[str, np.ndarray, np.ndarray]]:
    """(role, mines, features) of the mines that lie on ground that goes ahead of every score."""
    found = []
    for role, classes in TRIGGERS.items():
        features = roles.get(role)
        if features is None or not len(features):
            continue
        mine, feature = shared_pairs(places, features.geometry)
        if classes is not None:
            of_class = np.isin(features.classes[feature].astype(str), classes)
            mine, feature = mine[of_class], feature[of_class]
        found.append((role, mine, feature))
    return found


def _bound(rule: Rule, method: np.ndarray, mineral: np.ndarray) -> np.ndarray:
    """The mines (n,) that the rule speaks of."""
    bound = np.full(len(method), rule.activity == MINING)
    if rule.activity in (RIVER_SAND, TAILINGS):
        bound = mineral == rule.activity
    return bound & (method != UNDERGROUND) if rule.method == OPEN_PIT else bound


def _cases(rule: Rule, places: np.ndarray, geometry: np.ndarray):
    """(mine, feature, metres) of one rule, one case a mine."""
    if rule.operation == INSIDE:
        mine, feature = shared_pairs(places, geometry)
        mine, first = np.unique(mine, return_index=True)
        return mine, feature[first], np.zeros(len(mine))
    lines = np.isin(shapely.get_type_id(geometry), (1, 2, 5))
    near = nearest(places, geometry, np.where(lines, rule.half_width_m, 0.0))
    mine = np.flatnonzero(near.metres <= rule.distance_m)
    return mine, near.feature[mine], near.metres[mine]
