"""The rules that say where mining must stop: one row of the rule table each, and which features it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

PROHIBITED, RESTRICTED, WEIGHED = "prohibited", "restricted", "weighed"
EFFECTS = (PROHIBITED, RESTRICTED, WEIGHED)
INSIDE, WITHIN, VISIBLE, UPSTREAM, DOWNSTREAM, DOWNSLOPE = (
    "inside",
    "within",
    "visible",
    "upstream",
    "downstream",
    "downslope",
)
OPERATIONS = (INSIDE, WITHIN, VISIBLE, UPSTREAM, DOWNSTREAM, DOWNSLOPE)
OPEN_PIT, ALL_METHODS = "open pit", "all"
METHODS = (OPEN_PIT, ALL_METHODS)
MINING, RIVER_SAND, TAILINGS = "mining", "river sand", "tailings"
#: The layers that rules are measured from, as the parameters of the algorithms call them.
LAYER_ROLES = (
    "ROADS",
    "RAILWAYS",
    "BRIDGES",
    "TUNNELS",
    "RIVERS",
    "WATER_PROTECTION",
    "RESERVES",
    "SCENIC_AREAS",
    "REDLINE",
    "FARMLAND",
    "CROPLAND",
    "FOREST",
    "HERITAGE",
    "URBAN_BOUNDARY",
    "SETTLEMENTS",
    "PIPELINES",
    "HAZARD_AREAS",
)
OTHER_ROLES = ("DEM", "INTAKES", "QUARRIES")
ACTIVITIES = (MINING, RIVER_SAND, TAILINGS, "building", "groundwater", "farming")


@dataclass(frozen=True)
class Rule:
    """One row of the rule table.

    ``id`` is shared by the rows of one rule; ``classes`` are the canonical classes the row is about, none of them
    where it is about every feature that no other row of the rule names. ``roles`` are the layers it is measured from,
    as parameters (ROADS …). ``distance_m`` and ``half_width_m`` are metres; the half width is added to lines only.
    ``activity`` is what the law speaks of: rules about building or farming bear on no mine. ``in_force`` and
    ``until`` are the first and the last day, None where open.
    """

    id: str
    classes: tuple[str, ...]
    roles: tuple[str, ...]
    operation: str
    distance_m: float
    half_width_m: float
    effect: str
    method: str
    activity: str
    in_force: date | None
    until: date | None
    verified: bool
    date_verified: bool
    texts: dict[str, str]

    @property
    def key(self) -> str:
        """What tells the row from the other rows of the table: "R1|national"."""
        return f"{self.id}|{'|'.join(self.classes)}"

    def holds_on(self, day: date) -> bool:
        """Whether the rule is law on a day."""
        return (self.in_force is None or self.in_force <= day) and (self.until is None or day <= self.until)

    def text(self, name: str, language: str) -> str:
        """A text of the row in 'zh' or 'en', its distance filled in. ``name`` is 'name', 'measured', 'law', 'article',
        'reason' or 'note'.
        """
        return self.texts[f"{name}_{language}"].replace("{distance}", f"{self.distance_m:g}")


@dataclass(frozen=True)
class RoleFeatures:
    """The features of a role layer: m valid shapes ``geometry``, their canonical ``classes`` ('' where not known) and
    ``names``. ``classed`` is False when no class field was given at all.
    """

    geometry: np.ndarray
    classes: np.ndarray
    names: np.ndarray
    classed: bool

    def __len__(self) -> int:
        return len(self.geometry)


def features_of_rule(rule: Rule, rules: list[Rule], features: RoleFeatures) -> np.ndarray:
    """Which of a role's m features the rule is about, as (m,) booleans.

    A row without classes is about those that no other row of the same rule and role names.
    """
    if rule.classes:
        return np.isin(features.classes.astype(str), rule.classes)
    same = [one for one in rules if one.id == rule.id and one is not rule and set(one.roles) & set(rule.roles)]
    named = [name for one in same for name in one.classes]
    return ~np.isin(features.classes.astype(str), named)


def features_without_rule(rule_id: str, rules: list[Rule], features: RoleFeatures, role: str) -> np.ndarray:
    """Features (m,) of a role whose class is not known and which therefore no row of the rule is about: the rule may
    hold for them or not.
    """
    rows = [one for one in rules if one.id == rule_id and role in one.roles]
    if any(not one.classes for one in rows):
        return np.zeros(len(features), dtype=bool)
    return features.classes.astype(str) == ""
