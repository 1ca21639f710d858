"""Which rules of the table can be applied with the layers that are there, and why the others cannot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import shapely

from .regions import Clause
from .rules import (
    INSIDE,
    MINING,
    PROHIBITED,
    RESTRICTED,
    RIVER_SAND,
    VISIBLE,
    WITHIN,
    RoleFeatures,
    Rule,
    features_of_rule,
    features_without_rule,
)

#: What becomes of a row of the table in a run.
APPLIED, LAYER_MISSING, LAYER_EMPTY, CLASS_UNKNOWN, NO_TERRAIN, NOT_IN_FORCE, OTHER_SUBJECT, WEIGHED_ONLY = (
    "applied",
    "layer_missing",
    "layer_empty",
    "class_unknown",
    "no_terrain",
    "not_in_force",
    "other_subject",
    "weighed_only",
)
MISSING = (LAYER_MISSING, LAYER_EMPTY, CLASS_UNKNOWN, NO_TERRAIN)


@dataclass(frozen=True)
class Fate:
    """What became of a rule row for one role: a word of the list above, and how many features it is about."""

    rule: Rule
    role: str
    what: str
    features: int = 0


@dataclass
class AppliedRules:
    """The ``clauses`` of a run and the ``fates`` of all rows; ``names`` (one array a clause) are the names of the
    features that a clause is measured from.
    """

    clauses: list[Clause] = field(default_factory=list)
    names: list[np.ndarray] = field(default_factory=list)
    fates: list[Fate] = field(default_factory=list)

    @property
    def missing(self) -> list[Fate]:
        """Rows that hold but could not be applied."""
        return [fate for fate in self.fates if fate.what in MISSING]


def apply_rules(
    rules: list[Rule],
    features: dict[str, RoleFeatures],
    day: date,
    visible: Callable[[Rule, np.ndarray], np.ndarray] | None = None,
    sand: bool = False,
) -> AppliedRules:
    """The clauses that the role layers ``features`` (by role; absent: no layer) allow on a ``day``.

    ``visible`` gives the ground (polygons) seen from shapes for a rule with the operation 'visible'; None when there
    is no terrain. ``sand``: whether river sand is among the resources; without it rules about sand are about
    something else. Rules that only weigh, and rules about tailings, buildings or farming, take no ground.
    """
    found = AppliedRules()
    for rule in rules:
        reason = _set_aside(rule, day, sand)
        if reason:
            found.fates += [Fate(rule, role, reason) for role in rule.roles]
            continue
        for role in rule.roles:
            _apply(found, rule, rules, role, features.get(role), visible)
    return found


def _set_aside(rule: Rule, day: date, sand: bool) -> str:
    if not rule.holds_on(day):
        return NOT_IN_FORCE
    if rule.activity != MINING and not (sand and rule.activity == RIVER_SAND):
        return OTHER_SUBJECT
    takes_ground = rule.effect in (PROHIBITED, RESTRICTED) and rule.operation in (INSIDE, WITHIN, VISIBLE)
    return "" if takes_ground else WEIGHED_ONLY


def _apply(found: AppliedRules, rule: Rule, rules: list[Rule], role: str, given: RoleFeatures | None, visible) -> None:
    if given is None:
        found.fates.append(Fate(rule, role, LAYER_MISSING))
        return
    if not len(given):
        found.fates.append(Fate(rule, role, LAYER_EMPTY))
        return
    if rule.operation == VISIBLE and visible is None:
        found.fates.append(Fate(rule, role, NO_TERRAIN))
        return
    about = features_of_rule(rule, rules, given)
    unknown = features_without_rule(rule.id, rules, given, role)
    if unknown.any():
        found.fates.append(Fate(rule, role, CLASS_UNKNOWN, int(unknown.sum())))
    if about.any() or not unknown.any():
        found.fates.append(Fate(rule, role, APPLIED, int(about.sum())))
    if not about.any():
        return
    shapes = given.geometry[about]
    if rule.operation == VISIBLE:
        shapes = visible(rule, shapes)
        found.clauses.append(Clause(rule, shapes, np.zeros(len(shapes))))
        found.names.append(np.full(len(shapes), "", dtype=object))
    else:
        found.clauses.append(Clause.of(rule, shapes))
        found.names.append(given.names[about])


def objects_in(applied: AppliedRules, geometry: np.ndarray, holds: np.ndarray, most: int = 3) -> list[list[str]]:
    """The names of the features that each clause is measured from in each of n pieces: a list a piece, at most
    ``most`` names a clause, in the order of the clauses.
    """
    named: list[list[str]] = [[] for _ in range(len(geometry))]
    points = shapely.point_on_surface(geometry)
    for number, (clause, names) in enumerate(zip(applied.clauses, applied.names)):
        here = np.flatnonzero(holds[:, number])
        if not len(here) or not (names != "").any():
            continue
        place, piece = clause.pieces.near(points[here])
        found = np.unique(np.column_stack([here[place], clause.pieces.number[piece]]), axis=0)
        counts: dict[int, int] = {}
        for zone, name in zip(found[:, 0].tolist(), names[found[:, 1]]):
            if name and name not in named[zone] and counts.get(zone, 0) < most:
                named[zone].append(name)
                counts[zone] = counts.get(zone, 0) + 1
    return named
