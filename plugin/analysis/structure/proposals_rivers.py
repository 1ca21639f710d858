"""Corridors and belts along rivers: named rivers, the main ones and the longest first."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from .ground import Missing, Proposal
from .proposals_roads import main_line
from .proposals_sketch import Sketch, clipped
from .seats import squeezed

RIVERS = ("river", "corridor", "belt")
#: A river shorter than this share of the county's radius carries no corridor.
SHORTEST = 0.15
UNKNOWN_LEVEL = 99
BENDS = 30.0  #: metres by which a bank may be smoothed
#: 一江两岸: the banks of a river are drawn beside it, so far that the belts do not hide it on a county sheet.
BANK, BANK_AWAY, BANK_BENDS = "岸", 1200.0, 400.0


def propose_rivers(one: Missing, sketch: Sketch) -> list[Proposal]:
    """The next rivers: those that the clause names, then by level and length. A river that is an element already is no
    choice.
    """
    table = river_table(sketch)
    if one.noun_text == BANK:
        return _banks(one, sketch, table)
    if not len(table):
        sketch.lacks(one, 0, "no_rivers")
        return []
    taken = set().union(*(sketch.names(noun) for noun in RIVERS))
    free = table[[not any(_same(name, other) for other in taken) for name in table["name"]]]
    said = squeezed(one.text + one.note + one.modifier + one.noun_text)
    named = np.array([bool(squeezed(name)) and squeezed(name) in said for name in free["name"]], dtype=bool)
    long_enough = (free["km"] * 1000 >= SHORTEST * sketch.reach).to_numpy()
    chosen = free[named | long_enough].assign(named=named[named | long_enough])
    chosen = chosen.sort_values(["named", "level", "km"], ascending=[False, True, False], kind="stable")
    likely = int((chosen["named"] | (chosen["level"] <= 2)).sum())
    count = sketch.several(one, likely, int(chosen["named"].sum()))
    if one.count is not None and len(chosen) < count:
        sketch.lacks(one, len(chosen), "rivers_used_up", rivers=len(table))
    return [_proposal(one, river) for river in chosen.head(count).itertuples()]


def _banks(one: Missing, sketch: Sketch, table: pd.DataFrame) -> list[Proposal]:
    """Both banks of the rivers of the slogan (一江两岸), else of the first rivers of the county."""
    rivers = [(name, line) for name, line, _ in sketch._placed("river") if shapely.get_dimensions(line) == 1]
    if not rivers:
        first = table.sort_values(["level", "km"], ascending=[True, False], kind="stable")
        rivers = list(zip(first["name"], first["line"]))
    if not rivers:
        sketch.lacks(one, 0, "no_rivers")
        return []
    found = []
    for name, line in rivers[: -(-one.least // 2)]:
        for away in (BANK_AWAY, -BANK_AWAY):
            beside = shapely.offset_curve(shapely.simplify(main_line(np.array([line])), BANK_BENDS), away)
            bank = main_line(np.array([clipped(beside, sketch.boundary)]))
            if bank is not None:
                values = {"noun": one.noun, "river": name, "side": _side_of(bank, line), "m": BANK_AWAY}
                found.append(Proposal(one.order, name, bank, one.rank, "bank", values))
    return found[: one.least]


def _side_of(bank, river) -> str:
    """n, e, s or w: where a bank lies from its river."""
    west, south, east, north = shapely.bounds(river)
    x, y = shapely.get_coordinates(shapely.centroid(bank))[0] - shapely.get_coordinates(shapely.centroid(river))[0]
    if north - south >= east - west:
        return "e" if x > 0 else "w"
    return "n" if y > 0 else "s"


def river_table(sketch: Sketch) -> pd.DataFrame:
    """Named rivers: name, level (99 unknown), km inside the county and the line of the main stem."""
    rivers = sketch.ground.rivers
    empty = pd.DataFrame({"name": [], "level": [], "km": [], "line": []})
    if rivers is None or not len(rivers):
        return empty
    names = rivers["name"].map(lambda one: "" if one is None or one != one else str(one).strip())
    rows = []
    for name in dict.fromkeys(names[names != ""]):
        of_name = rivers[names == name]
        stem = main_line(clipped(of_name.geometry.to_numpy(), sketch.boundary))
        if stem is not None:
            line = shapely.simplify(stem, BENDS)
            level = pd.to_numeric(of_name["level"], errors="coerce").min() if "level" in of_name else np.nan
            rows.append((name, UNKNOWN_LEVEL if level != level else level, line.length / 1000, line))
    return pd.DataFrame(rows, columns=["name", "level", "km", "line"]) if rows else empty


def _proposal(one: Missing, river) -> Proposal:
    key = "named_river" if river.named else "long_river"
    level = None if river.level == UNKNOWN_LEVEL else int(river.level)
    values = {"noun": one.noun, "river": river.name, "level": level, "km": float(river.km)}
    return Proposal(one.order, river.name, river.line, one.rank, key, values)


def _same(name: str, other: str) -> bool:
    """Whether an element's name is that of a river or holds it (城川河廊道)."""
    return bool(squeezed(name)) and squeezed(name) in squeezed(other)
