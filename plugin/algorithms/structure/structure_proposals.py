"""What the plugin proposes where a clause has too few elements: which ground it takes, and why each, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...analysis.structure.clauses import Clause
from ...analysis.structure.elements import COLUMNS, count_of
from ...analysis.structure.grammar import Grammar
from ...analysis.structure.ground import CountyGround, Missing, Proposal
from ...analysis.structure.proposals import propose_with_shortages
from ...language import tr
from .basis_sentences import basis_sentence, element_name, shortage_sentence
from .ground_reading import GroundReading

#: Nouns whose proposals need the links of towns, and the elevation.
ZONE = "zone"
LEAST_REST = 0.01  #: the share of a proposed zone that drawn zones leave, below which it is none
SQUARE_KILOMETRE = 1e6
LINKED, HIGH = ("axis", "network", "belt", "corridor", "wing"), ("screen",)


def missing_of(clauses: Sequence[Clause], assigned: gpd.GeoDataFrame) -> list[Missing]:
    """Clauses with fewer elements than they count."""
    found = []
    for clause in clauses:
        lacking = clause.least - count_of(assigned.loc[assigned["order"] == clause.order, "name"])
        if lacking > 0:
            found.append(
                Missing(
                    order=clause.order,
                    noun=clause.noun,
                    symbol=clause.symbol,
                    geometry=clause.geometry,
                    count=None if clause.count is None else lacking,
                    theme=clause.theme,
                    modifier=clause.modifier,
                    rank=clause.rank,
                    text=clause.text,
                    noun_text=clause.noun_text,
                    least=lacking,
                    note=clause.note,
                )
            )
    return found


def proposed_elements(
    missing: list[Missing],
    clauses: Sequence[Clause],
    ground: GroundReading,
    assigned: gpd.GeoDataFrame,
    grammar: Grammar,
    progress,
) -> tuple[gpd.GeoDataFrame, dict[int, str]]:
    """Elements like those that were drawn, each with its ``basis``; and for clauses that still lack some why, by their
    order.
    """
    nouns = {one.noun for one in missing}
    if nouns & set(LINKED):
        progress("graph", 0.0)
    county = ground.with_links(progress) if nouns & set(LINKED) else ground.ground
    if nouns & set(HIGH):
        county = ground.with_heights(county)
    progress("proposals", 0.0)
    found, shortages = propose_with_shortages(missing, _with_assigned(county, assigned), progress)
    found = _beside_drawn(found, clauses, assigned)
    by_order = {clause.order: clause for clause in clauses}
    rows = [_row(one, by_order[one.order], grammar) for one in found]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    frame["name"] = _told_apart(frame, assigned)
    elements = gpd.GeoDataFrame(frame, geometry=[one.geometry for one in found], crs=assigned.crs)
    return elements, {one.order: shortage_sentence(one.reason_key, one.values) for one in shortages}


def _beside_drawn(found: list[Proposal], clauses: Sequence[Clause], assigned: gpd.GeoDataFrame) -> list[Proposal]:
    """Zones proposed beside drawn ones take only the ground that these leave; one that nothing is left of is none."""
    zones = {clause.order for clause in clauses if clause.noun == ZONE}
    kept = []
    for one in found:
        drawn = assigned.geometry[assigned["order"] == one.order].to_numpy()
        if one.order in zones and len(drawn):
            rest = shapely.difference(one.geometry, shapely.union_all(drawn))
            if rest.area < LEAST_REST * one.geometry.area:
                continue
            values = {**one.basis_values, "km2": rest.area / SQUARE_KILOMETRE}
            one = replace(one, geometry=rest, basis_key=f"{one.basis_key}_rest", basis_values=values)
        kept.append(one)
    return kept


def _told_apart(frame: pd.DataFrame, assigned: gpd.GeoDataFrame) -> list[str]:
    """Names that no other element of the clause has: elements of one name would count as one."""
    taken = set(zip(assigned["order"], assigned["name"]))
    names = []
    for order, name in zip(frame["order"], frame["name"]):
        free, number = name, 1
        while (order, free) in taken:
            number += 1
            free = tr("{name}（{number}）").format(name=name, number=number)
        taken.add((order, free))
        names.append(free)
    return names


def _with_assigned(county: CountyGround, assigned: gpd.GeoDataFrame) -> CountyGround:
    columns = ["order", "noun", "symbol", "rank", "name", assigned.geometry.name]
    values = {name: getattr(county, name) for name in county.__dataclass_fields__}
    return CountyGround(**{**values, "assigned": assigned[columns]})


def _row(proposal: Proposal, clause: Clause, grammar: Grammar) -> dict:
    return {
        "order": clause.order,
        "noun": clause.noun,
        "symbol": grammar.nouns[clause.noun_text].symbol_of(proposal.rank, clause.theme),
        "rank": proposal.rank,
        "name": element_name(proposal, clause),
        "layer": "",
        "fid": np.nan,
        "basis": basis_sentence(proposal),
    }
