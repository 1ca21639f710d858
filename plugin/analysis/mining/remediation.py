"""What is repaired first: every mine judged by the law, by its damage and by a score, and zones made of them."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import shapely

from ..progress import Progress, silent
from .factors import Factor, FactorValues, factor_values
from .mine_rules import UNDERGROUND, Hits, rule_hits, trigger_pairs
from .nearness import SQUARE_METRES, Nearest, nearest, shared_hectares, shared_pairs
from .outlook import DOWNSTREAM, UPSTREAM, OutlookStep, outlook_severity
from .ranking import contributions, rank_interval, ranks
from .remediation_zones import Zones, influence_areas, remediation_zones
from .restoration import ModeRule, restoration_rule
from .rules import RoleFeatures, Rule
from .severity import UNKNOWN, LandStep, land_severity, priority_of

ABANDONED, PROPOSED = "abandoned", "proposed"
INTAKES = "INTAKES"  #: the role of the places that water is drawn from
#: The kinds of land and the layers they are drawn in.
LAND_ROLES = {"farmland": "FARMLAND", "cropland": "CROPLAND", "forest": "FOREST"}


@dataclass(frozen=True)
class Mines:
    """n mines: ``places`` (points or polygons in a metric system) and canonical words, '' where not known.

    ``hectares`` (n,) on the ellipsoid, NaN for a point. ``land`` has the hectares (n,) of each kind of land that the
    planner states, ``stated`` (n,) where something is stated at all.
    """

    places: np.ndarray
    status: np.ndarray
    mineral: np.ndarray
    method: np.ndarray
    hectares: np.ndarray
    land: dict[str, np.ndarray]
    stated: np.ndarray

    def __len__(self) -> int:
        return len(self.places)

    def only(self, which: np.ndarray) -> Mines:
        """Some of the mines, told by (n,) booleans."""
        columns = (self.places, self.status, self.mineral, self.method, self.hectares)
        land = {kind: hectares[which] for kind, hectares in self.land.items()}
        return Mines(*(column[which] for column in columns), land, self.stated[which])


@dataclass(frozen=True)
class Criteria:
    """What mines are judged by: the rows of the tables, and the numbers of the run (metres, seed)."""

    rules: list[Rule]
    land: list[LandStep]
    outlook: list[OutlookStep]
    factors: list[Factor]
    modes: list[ModeRule]
    buffer_m: float
    upstream_m: float
    seed: int


@dataclass(frozen=True)
class Downstream:
    """What lies down the water of n mines: ``intake`` (n,) the number of the intake, -1 for none, and ``metres`` (n,)
    to it, NaN; ``settlements`` (n,) whether there are settlements on the flow path of a tailings pond.
    """

    intake: np.ndarray
    metres: np.ndarray
    settlements: np.ndarray


@dataclass(frozen=True)
class Assessment:
    """The n mines judged. Severities and priorities are those of ``severity``; ``land`` has hectares (n,) a kind of
    land; ``land_step`` and ``outlook`` say which rows decided; ``mode`` (n,) is the number of the restoration rule of
    an abandoned mine, else -1. ``parts`` (n, k) are the contributions to ``score``; ``nearest`` has the nearest
    feature of every layer.
    """

    priority: np.ndarray
    triggered: np.ndarray
    triggers: list[tuple[str, np.ndarray, np.ndarray]]
    hits: Hits
    now: np.ndarray
    later: np.ndarray
    land: dict[str, np.ndarray]
    land_step: np.ndarray
    outlook: list[tuple[int, np.ndarray]]
    factors: FactorValues
    parts: np.ndarray
    score: np.ndarray
    rank: np.ndarray
    rank_low: np.ndarray
    rank_high: np.ndarray
    mode: np.ndarray
    nearest: dict[str, Nearest]
    zones: Zones = field(repr=False)


def assess_mines(
    mines: Mines,
    roles: dict[str, RoleFeatures],
    criteria: Criteria,
    downstream: Downstream | None = None,
    slope: np.ndarray | None = None,
    progress: Progress = silent,
) -> Assessment:
    """Judge n mines by the layers ``roles`` (none of them empty). ``slope`` (n,) are degrees, NaN where not known.

    Order (lexicographic, then weighted): statutory triggers stand ahead of every score; then the score decides.
    The priority is the trigger's or that of the matrix of DZ/T 0223-2011 § 8.2, whichever is higher.
    """
    count = len(mines)
    progress("rules", 0.0)
    triggers = trigger_pairs(mines.places, roles)
    triggered = np.zeros(count, dtype=bool)
    for _, mine, _ in triggers:
        triggered[mine] = True
    hits = rule_hits(mines.places, mines.method, mines.mineral, criteria.rules, roles)

    progress("severity", 0.0)
    now, later, land, land_step, outlook = _severities(mines, roles, criteria, downstream)
    priority = priority_of(now, later, triggered)

    progress("score", 0.0)
    flow_m = downstream.metres if downstream is not None and INTAKES in roles else None
    values = factor_values(
        criteria.factors, mines.places, mines.status, roles, criteria.rules, flow_m, criteria.upstream_m
    )
    weights = np.array([factor.weight for factor in criteria.factors])
    parts = contributions(values.x, weights)
    score = parts.sum(axis=1)
    low, high = rank_interval(triggered, values.x, weights, criteria.seed)

    progress("zones", 0.0)
    return Assessment(
        priority=priority,
        triggered=triggered,
        triggers=triggers,
        hits=hits,
        now=now,
        later=later,
        land=land,
        land_step=land_step,
        outlook=outlook,
        factors=values,
        parts=parts,
        score=score,
        rank=ranks(triggered, score),
        rank_low=low,
        rank_high=high,
        mode=_modes(mines, roles, criteria, values, slope),
        nearest={role: nearest(mines.places, features.geometry) for role, features in roles.items()},
        zones=remediation_zones(influence_areas(mines.places, criteria.buffer_m), priority, mines.places),
    )


def taken_land(mines: Mines, roles: dict[str, RoleFeatures]) -> dict[str, np.ndarray]:
    """Hectares (n,) of each kind of land that the mines take: what the layers show or what the planner states, the
    larger; NaN for points of which nothing is stated. A kind that nothing tells of has no entry.
    """
    known = np.isfinite(mines.hectares)
    # Overlays are measured in the plane; the mine's own area says how much that is on the ellipsoid.
    plane = shapely.area(mines.places) / SQUARE_METRES
    scale = np.where(known & (plane > 0), mines.hectares / np.where(plane > 0, plane, 1.0), np.nan)
    land = {
        kind: shared_hectares(mines.places, roles[role].geometry) * scale
        for kind, role in LAND_ROLES.items()
        if role in roles
    }
    for kind, stated in mines.land.items():
        land[kind] = np.fmax(land[kind], stated) if kind in land else stated
    return land


def _severities(mines: Mines, roles, criteria: Criteria, downstream: Downstream | None):
    """Severity now and later (n,), the land taken, the step that decided, and the steps of the forecast that hold.

    The area of an open pit counts as damaged, that of an underground mine as ground that may sink, that of a proposed
    mine as ground that will be taken: both count in the forecast alone.
    """
    count = len(mines)
    land = taken_land(mines, roles)
    by_land, step = land_severity(land, criteria.land, count)
    pit = (mines.method != UNDERGROUND) & (mines.status != PROPOSED)
    shown = any(role in roles for role in LAND_ROLES.values())
    known = mines.stated | (np.isfinite(mines.hectares) & shown)
    now = np.where(pit & known, by_land, UNKNOWN)
    now = np.where(mines.status == PROPOSED, 1, now)
    by_flow = {}
    if downstream is not None:
        by_flow = {UPSTREAM: downstream.intake >= 0, DOWNSTREAM: downstream.settlements}
    later, held = outlook_severity(criteria.outlook, mines.places, mines.status, roles, criteria.buffer_m, by_flow)
    return now, np.maximum(later, by_land), land, step, held


def _modes(mines: Mines, roles, criteria: Criteria, values: FactorValues, slope) -> np.ndarray:
    """The restoration rule of every abandoned mine, -1 for the others."""
    inside = {}
    for rule in criteria.modes:
        if rule.inside and rule.inside not in inside and rule.inside in roles:
            inside[rule.inside] = np.zeros(len(mines), dtype=bool)
            inside[rule.inside][shared_pairs(mines.places, roles[rule.inside].geometry)[0]] = True
    unknown = np.full(len(mines), np.nan)
    keys = [factor.key for factor in criteria.factors]
    town_m = values.metres[:, keys.index("town")] if "town" in keys else unknown
    found = restoration_rule(criteria.modes, unknown if slope is None else slope, mines.hectares, town_m, inside)
    return np.where(mines.status == ABANDONED, found, -1)
