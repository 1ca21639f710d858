"""What the plugin proposes where a clause has too few elements: which ground it takes, and why each, in words."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import pandas as pd

from ...analysis.structure.clauses import Clause
from ...analysis.structure.elements import COLUMNS, count_of
from ...analysis.structure.grammar import Grammar
from ...analysis.structure.ground import CountyGround, Missing, Proposal
from ...analysis.structure.proposals import propose
from ...bridge.sentences import listed
from ...language import tr
from .basis_sentences import basis_sentence
from .ground_reading import GroundReading

#: The grounds of :class:`CountyGround` that proposals of a noun are made from.
GROUNDS = {
    "core": ("towns",),
    "pole": ("towns", "parks"),
    "node": ("towns",),
    "axis": ("towns", "roads"),
    "network": ("towns", "roads"),
    "belt": ("rivers", "roads"),
    "corridor": ("rivers", "roads"),
    "river": ("rivers",),
    "screen": ("peaks", "dem", "reserves"),
    "ring": ("towns", "roads"),
    "wing": ("towns",),
    "zone": ("town_areas",),
    "basin": ("rivers", "dem"),
    "park": ("parks",),
    "cluster": ("towns",),
}
LINKED, HIGH = ("axis", "network", "ring", "belt"), ("screen", "basin", "corridor")


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
) -> gpd.GeoDataFrame:
    """Elements like those that were drawn, each with its ``basis``."""
    nouns = {one.noun for one in missing}
    county = ground.with_links(progress) if nouns & set(LINKED) else ground.ground
    if nouns & set(HIGH):
        county = ground.with_heights(county)
    progress("proposals", 0.3)
    found = propose(missing, _with_assigned(county, assigned))
    by_order = {clause.order: clause for clause in clauses}
    rows = [_row(one, by_order[one.order], grammar) for one in found]
    frame = pd.DataFrame(rows, columns=[*COLUMNS, "basis"])
    return gpd.GeoDataFrame(frame, geometry=[one.geometry for one in found], crs=assigned.crs)


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
        "name": proposal.name,
        "layer": "",
        "fid": np.nan,
        "basis": basis_sentence(proposal.basis_key, proposal.basis_values),
    }


def advice_of(missing: list[Missing], ground: CountyGround, has_heights: bool, asked: bool) -> dict[int, str]:
    """For each clause that lacks elements which layers would bring proposals; none when all were given."""
    if not asked:
        said = tr("勾选“为缺少的要素提出建议”可由插件建议。")
        return {one.order: said for one in missing}
    words = {
        "towns": tr("乡镇"),
        "town_areas": tr("乡镇（面）"),
        "roads": tr("道路"),
        "rivers": tr("河流"),
        "parks": tr("产业园区"),
        "peaks": tr("山峰"),
        "dem": tr("高程"),
        "reserves": tr("自然保护区"),
    }
    advice = {}
    for one in missing:
        absent = [
            words[name]
            for name in GROUNDS.get(one.noun, ())
            if getattr(ground, name) is None and not (name == "dem" and has_heights)
        ]
        if absent:
            advice[one.order] = tr("给出{layers}图层后，插件可以提出建议。").format(layers=listed(absent))
    return advice
