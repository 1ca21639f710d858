"""Resource areas divided by the rules: prohibited, restricted or permitted, with all rules that hold in a piece."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
import shapely

from .faces import faces_of
from .regions import Clause, ground_of
from .rules import ALL_METHODS, MINING, PROHIBITED, RESTRICTED, RIVER_SAND
from .slivers import absorb_slivers

PERMITTED = "permitted"
CLASSES = (PROHIBITED, RESTRICTED, PERMITTED)
UNDERGROUND = "underground"
AREAS_AT_ONCE = 64  #: so that memory stays small and cancel is looked at often


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
    scale = np.ones(len(areas)) if true_m2 is None else np.asarray(true_m2) / shapely.area(areas)
    subject = np.array([applies_to(clause, methods, minerals) for clause in clauses], dtype=bool)
    subject = subject.reshape(len(clauses), len(areas))
    found = [(areas[:0], np.zeros(0, dtype=int), np.zeros((0, len(clauses)), dtype=bool))]
    order = _neighbours_together(areas)
    for begin in range(0, len(areas), AREAS_AT_ONCE):
        block = order[begin : begin + AREAS_AT_ONCE]

        def look(share: float, begin=begin, block=block) -> None:
            progress("overlay", (begin + share * len(block)) / len(areas))

        faces, owner, holds = _divided(areas[block], subject[:, block], clauses, look)
        found.append((faces, block[owner], holds))
    geometry, resource, holds = (np.concatenate(parts) for parts in zip(*found))
    order = np.argsort(resource, kind="stable")
    geometry, resource, holds = geometry[order], resource[order], holds[order]
    rule_m2 = _taken(shapely.area(geometry) * scale[resource], holds, clauses)
    rank = ranks(holds, clauses)
    progress("slivers", 0.0)
    kept, geometry, merged = absorb_slivers(geometry, resource, rank, least_m2, progress)
    resource = resource[kept]
    area = shapely.area(geometry) * scale[resource]
    return Zoning(geometry, resource, holds[kept], rank[kept], merged * scale[resource], area, clauses, rule_m2)


def _neighbours_together(areas: np.ndarray) -> np.ndarray:
    """The numbers of m areas, strip by strip from west to east and in each from south to north: blocks of them are
    about as wide as long.
    """
    west, south, east, north = shapely.bounds(areas).T
    strips = max(1, round((len(areas) / AREAS_AT_ONCE) ** 0.5))
    strip = np.argsort(np.argsort(west + east, kind="stable")) * strips // max(len(areas), 1)
    return np.lexsort((south + north, strip))


def _divided(areas: np.ndarray, subject: np.ndarray, clauses: list[Clause], look: Callable[[float], None]):
    """The faces of m areas, the area each lies in, and which clauses hold in it. ``subject`` (c, m) says which clauses
    can hold for which areas.
    """
    shapely.prepare(areas)
    ground = np.full(subject.shape, None, dtype=object)
    for number, clause in enumerate(clauses):
        here = np.flatnonzero(subject[number])
        ground[number, here] = ground_of(clause, areas[here], partial(look, number / len(clauses) / 2))
    clause_of, area_of = np.nonzero(~shapely.is_missing(ground))
    shapes = ground[clause_of, area_of]
    shapely.prepare(shapes)
    cuts = ~shapely.covers(shapes, areas[area_of])
    faces, owner = faces_of(areas, shapely.boundary(shapes[cuts]), area_of[cuts], partial(look, 0.5))
    points = shapely.point_on_surface(faces)
    holds = np.zeros((len(faces), len(clauses)), dtype=bool)
    for number in range(len(clauses)):
        look(0.75 + number / len(clauses) / 4)
        here = np.flatnonzero(~shapely.is_missing(ground[number])[owner])
        holds[here, number] = shapely.intersects(ground[number][owner[here]], points[here])
    return faces, owner, holds


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
