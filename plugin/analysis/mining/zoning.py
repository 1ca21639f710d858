"""Resource areas divided by the rules: prohibited, restricted or permitted, with all rules that hold in a piece."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely

from .regions import Clause, ground_of, polygons_only
from .rules import ALL_METHODS, MINING, PROHIBITED, RESTRICTED, RIVER_SAND
from .slivers import absorb_slivers

PERMITTED = "permitted"
CLASSES = (PROHIBITED, RESTRICTED, PERMITTED)
UNDERGROUND = "underground"
NUMERICAL_M2 = 1e-4  #: what an overlay leaves of a shared edge; smaller parts hold no ground


@dataclass(frozen=True)
class Zoning:
    """The n pieces that the resource areas fall into.

    ``geometry`` (n,) single polygons, ``resource`` (n,) the number of the area each lies in, ``holds`` (n, c) which
    of the ``clauses`` hold in it, ``rank`` (n,) 0 prohibited, 1 restricted, 2 permitted, ``merged_m2`` (n,) slivers
    it has taken in, ``area_m2`` (n,) its square metres. ``rule_m2`` maps a rule's id to the square metres that it
    takes, and takes as the only rule, before any sliver was merged.
    """

    geometry: np.ndarray
    resource: np.ndarray
    holds: np.ndarray
    rank: np.ndarray
    merged_m2: np.ndarray
    area_m2: np.ndarray
    clauses: list[Clause]
    rule_m2: dict[str, tuple[float, float]]


def zone_resources(
    areas: np.ndarray,
    methods: np.ndarray,
    minerals: np.ndarray,
    clauses: list[Clause],
    *,
    true_m2: np.ndarray | None = None,
    least_m2: float = 0.0,
    progress: Callable[[str, float], None] = lambda step, share: None,
) -> Zoning:
    """Divide m resource ``areas`` (valid polygons, metres) by the ``clauses``.

    ``methods`` (m,) are 'open pit', 'underground' or '' (not known: every rule holds), ``minerals`` (m,) canonical
    words; rules about river sand hold for 'river sand' only. Every area is divided on its own, so that areas lying
    one over the other (coal below limestone) each keep their own law. A prohibition outranks a restriction, which
    outranks a permission; a piece keeps the rules of all ranks that hold in it. ``true_m2`` (m,) are the areas' sizes
    on the ellipsoid, of which every piece gets its share; the plane's own by default. Parts smaller than
    ``least_m2`` are merged along their longest edge, never across a prohibition.
    """
    areas = np.asarray(areas, dtype=object)
    geometry, resource = areas, np.arange(len(areas))
    scale = np.ones(len(areas)) if true_m2 is None else np.asarray(true_m2) / shapely.area(areas)
    holds = np.zeros((len(areas), len(clauses)), dtype=bool)
    for number, clause in enumerate(clauses):
        progress("overlay", number / len(clauses))
        subject = applies_to(clause, methods, minerals)
        ground = np.full(len(areas), None, dtype=object)
        ground[subject] = ground_of(clause, areas[subject])
        geometry, resource, holds = _split(geometry, resource, holds, number, ground[resource])
    rule_m2 = _taken(shapely.area(geometry) * scale[resource], holds, clauses)
    geometry, resource, holds = _single_parts(geometry, resource, holds)
    rank = ranks(holds, clauses)
    progress("slivers", 0.0)
    kept, geometry, merged = absorb_slivers(geometry, resource, rank, least_m2, progress)
    resource = resource[kept]
    area = shapely.area(geometry) * scale[resource]
    return Zoning(geometry, resource, holds[kept], rank[kept], merged * scale[resource], area, clauses, rule_m2)


def applies_to(clause: Clause, methods: np.ndarray, minerals: np.ndarray) -> np.ndarray:
    """Which of m resource areas a clause can hold for, as (m,) booleans."""
    rule = clause.rule
    meant = {MINING: np.full(len(methods), True), RIVER_SAND: minerals == RIVER_SAND}.get(rule.activity)
    if meant is None:
        return np.zeros(len(methods), dtype=bool)
    return meant & ((rule.method == ALL_METHODS) | (methods != UNDERGROUND))


def ranks(holds: np.ndarray, clauses: list[Clause]) -> np.ndarray:
    """0 where a prohibition holds, 1 where a restriction does, else 2, for each row of ``holds``."""
    effects = np.array([clause.rule.effect for clause in clauses], dtype=object)
    prohibited = holds[:, effects == PROHIBITED].any(axis=1)
    restricted = holds[:, effects == RESTRICTED].any(axis=1)
    return np.where(prohibited, 0, np.where(restricted, 1, 2))


def _split(geometry, resource, holds, number: int, ground):
    """Every piece that the ground of a clause meets becomes the part inside, where the clause holds, and the rest."""
    met = np.flatnonzero(~shapely.is_missing(ground))
    met = met[shapely.intersects(geometry[met], ground[met])]
    inside = polygons_only(shapely.intersection(geometry[met], ground[met]))
    real = shapely.area(inside) > NUMERICAL_M2
    met, inside = met[real], inside[real]
    if not len(met):
        return geometry, resource, holds
    outside = polygons_only(shapely.difference(geometry[met], ground[met]))
    rest = np.flatnonzero(shapely.area(outside) > NUMERICAL_M2)
    others = np.ones(len(geometry), dtype=bool)
    others[met] = False
    inner = holds[met].copy()
    inner[:, number] = True
    return (
        np.concatenate([geometry[others], inside, outside[rest]]),
        np.concatenate([resource[others], resource[met], resource[met[rest]]]),
        np.concatenate([holds[others], inner, holds[met[rest]]]),
    )


def _taken(area: np.ndarray, holds: np.ndarray, clauses: list[Clause]) -> dict[str, tuple[float, float]]:
    """Square metres that each rule takes, and those that no other rule takes."""
    ids = [clause.rule.id for clause in clauses]
    names = list(dict.fromkeys(ids))
    by_rule = np.column_stack(
        [holds[:, [one == name for one in ids]].any(axis=1) for name in names] or [np.zeros(len(area), bool)]
    )
    alone = by_rule.sum(axis=1) == 1
    return {
        name: (float(area[by_rule[:, i]].sum()), float(area[by_rule[:, i] & alone].sum()))
        for i, name in enumerate(names)
    }


def _single_parts(geometry, resource, holds):
    parts, whole = shapely.get_parts(geometry, return_index=True)
    real = shapely.area(parts) > NUMERICAL_M2
    parts, whole = parts[real], whole[real]
    order = np.argsort(resource[whole], kind="stable")
    return parts[order], resource[whole][order], holds[whole][order]
