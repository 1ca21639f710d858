"""Which clause of the slogan each drawn element belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from .clauses import Clause
from .element_words import Claim, claim_of
from .grammar import Grammar
from .ground import LINE, POINT, POLYGON

KINDS = np.array([POINT, LINE, POLYGON])
#: The geometries that an element of each noun may be drawn with; the first is the usual one.
DRAWN_AS = {
    "core": (POINT, POLYGON),
    "pole": (POINT, POLYGON),
    "node": (POINT, POLYGON),
    "axis": (LINE,),
    "belt": (LINE, POLYGON),
    "corridor": (LINE, POLYGON),
    "river": (LINE, POLYGON),
    "screen": (POLYGON, LINE),
    "ring": (LINE, POLYGON),
    "wing": (POLYGON, LINE),
    "zone": (POLYGON,),
    "basin": (POLYGON,),
    "park": (POLYGON, POINT),
    "cluster": (POLYGON, POINT),
    "network": (LINE,),
}
#: Nouns whose areas stand for the place inside them: a core drawn as an area becomes a point.
PLACES = ("core", "pole", "node")
#: Style codes of an element that is drawn with another geometry than the usual one.
OTHER_SYMBOL = {
    ("screen", LINE): "screen_line",
    ("screen_line", POLYGON): "screen",
    ("park", POINT): "park_point",
    ("cluster", POINT): "cluster_member",
}
#: Zones have a colour each.
ZONE, ZONE_COLOURS = "zone_1", 8
#: Why a drawn element has no clause.
EMPTY, UNKNOWN, SEVERAL, GEOMETRY = "empty", "unknown", "several", "geometry"
COLUMNS = ["order", "noun", "symbol", "rank", "name", "basis", "layer", "fid"]


@dataclass(frozen=True)
class Assignment:
    """``assigned`` order, noun, symbol, rank, name, basis, layer, fid, geometry; ``unassigned`` layer, fid, role, name,
    reason (empty, unknown, several, geometry), orders: the clauses that it might belong to.
    """

    assigned: gpd.GeoDataFrame
    unassigned: pd.DataFrame


def assign(drawn: gpd.GeoDataFrame, clauses: Sequence[Clause], grammar: Grammar) -> Assignment:
    """The clause of each drawn element, by the first of its ``role``, its ``name`` and, without a role, its ``layer``'s
    name that says one: the clause's number (3), its text (六廊), its noun (廊, 主核), or a name that ends with the noun
    (城川河廊道).

    ``drawn`` has the columns role, name, layer, fid, a geometry and perhaps basis. A noun of several clauses goes to
    the one of its rank, its modifier or its geometry. Elements of the wrong geometry are not assigned.
    """
    drawn = drawn if "basis" in drawn else drawn.assign(basis="")
    words = pd.unique(drawn[["role", "name", "layer"]].to_numpy(dtype=object).ravel())
    claims = {word: claim_of(word, clauses, grammar) for word in words}
    kinds = KINDS[np.clip(shapely.get_dimensions(drawn.geometry.to_numpy()), 0, 2)] if len(drawn) else np.empty(0, str)
    rows = zip(drawn["role"], drawn["name"], drawn["layer"], kinds)
    decided = [_decide(role, name, layer, kind, claims, clauses) for role, name, layer, kind in rows]
    taken = np.array([clause is not None for clause, _, _ in decided], dtype=bool)
    lost = drawn.loc[~taken, ["layer", "fid", "role", "name"]].reset_index(drop=True)
    lost["reason"] = [claim for clause, claim, _ in decided if clause is None]
    lost["orders"] = [orders for clause, _, orders in decided if clause is None]
    found = drawn.loc[taken, ["name", "basis", "layer", "fid", drawn.geometry.name]].reset_index(drop=True)
    pairs = [(clause, claim) for clause, claim, _ in decided if clause is not None]
    found["order"] = np.array([clause.order for clause, _ in pairs], dtype=int)
    found["noun"] = np.array([clause.noun for clause, _ in pairs], dtype=object)
    found["rank"] = np.array([claim.rank or clause.rank for clause, claim in pairs], dtype=object)
    found["symbol"] = np.array([_symbol(clause, claim, grammar) for clause, claim in pairs], dtype=object)
    found = gpd.GeoDataFrame(found[COLUMNS], geometry=drawn.geometry[taken].to_numpy(), crs=drawn.crs)
    return Assignment(found.sort_values("order", kind="stable").reset_index(drop=True), lost)


def placed(elements: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Elements as they are drawn: areas of cores as points inside them, symbols that fit the geometry, zones in colours
    of their own.
    """
    elements = elements.reset_index(drop=True).copy()
    shapes = elements.geometry.to_numpy().copy()
    as_point = elements["noun"].isin(PLACES).to_numpy() & (shapely.get_dimensions(shapes) > 0)
    shapes[as_point] = shapely.point_on_surface(shapes[as_point])
    kinds = kinds_of(shapes)
    symbols = [OTHER_SYMBOL.get(pair, pair[0]) for pair in zip(elements["symbol"], kinds)]
    elements["symbol"] = np.array(symbols, dtype=object)
    zones = np.flatnonzero(elements["symbol"] == ZONE)
    for number, row in enumerate(zones):
        elements.loc[row, "symbol"] = f"zone_{number % ZONE_COLOURS + 1}"
    return elements.set_geometry(gpd.GeoSeries(shapes, index=elements.index, crs=elements.crs))


def kinds_of(shapes: np.ndarray) -> np.ndarray:
    """point, line or polygon of each of n shapes."""
    return KINDS[np.clip(shapely.get_dimensions(shapes), 0, 2)] if len(shapes) else np.empty(0, dtype=KINDS.dtype)


def count_of(names: pd.Series) -> int:
    """How many elements rows are: those of one name are parts of one element."""
    named = names[names != ""]
    return named.nunique() + int((names == "").sum())


def _decide(role, name, layer, kind, claims, clauses):
    """The clause of an element and the claim that says so; else None, the reason and the clauses in question."""
    why, orders = (UNKNOWN if role or name else EMPTY), ()
    for word in filter(None, (role, name, "" if role else layer)):
        claim = claims[word]
        fitting = [one for one in claim.orders if kind in DRAWN_AS.get(clauses[one - 1].noun, KINDS)]
        if len(fitting) == 1:
            return clauses[fitting[0] - 1], claim, fitting
        if claim.orders and not orders:
            why, orders = (SEVERAL if fitting else GEOMETRY), (fitting or claim.orders)
    return None, why, tuple(orders)


def _symbol(clause: Clause, claim: Claim, grammar: Grammar) -> str:
    return grammar.nouns[clause.noun_text].symbol_of(claim.rank or clause.rank, claim.theme or clause.theme)
