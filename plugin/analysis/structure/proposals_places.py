"""Cores, poles and nodes: the towns that the slogan names in brackets, then the most important of the hierarchy."""

from __future__ import annotations

from .ground import MAIN, Missing, Proposal
from .proposals_sketch import Sketch
from .seats import named_in

PLACES = ("core", "pole", "node")
#: Levels up to which a town is a core where the slogan says 多.
CORE_LEVEL = 2


def propose_places(one: Missing, sketch: Sketch) -> list[Proposal]:
    """The next towns that are no core, pole or node yet: those named in brackets (双核（甲镇、乙镇）), then by the
    hierarchy. A pole may be a core's town when the slogan has no core.
    """
    taken = sketch.taken_towns(PLACES)
    free = sketch.towns[~sketch.towns["name"].isin(taken)]
    said = named_in(one.note, free["name"])
    free = free.assign(named=[number in said for number in range(len(free))])
    free = free.iloc[[*said, *(number for number in range(len(free)) if number not in said)]]
    count = one.count
    if count is None and said:
        count = max(len(said), one.least)
    elif count is None:
        likely = free[free["level_number"].between(1, CORE_LEVEL)] if one.noun != "node" else free
        count = sketch.several(one, len(likely))
    chosen = free.head(count)
    if len(chosen) < count:
        sketch.lacks(one, len(chosen), "towns_used_up", towns=len(sketch.towns), taken=len(taken))
    return [
        Proposal(
            one.order,
            town["name"],
            town.geometry,
            one.rank,
            _reason(one, town),
            {
                "noun": one.noun,
                "town": town["name"],
                "number": int(town["number"]),
                "towns": len(sketch.towns),
                "level": str(town["level"] or ""),
                "population": town["population"],
            },
        )
        for _, town in chosen.iterrows()
    ]


def _reason(one: Missing, town) -> str:
    if town["named"]:
        return "named_town"
    if town["number"] == 1 and one.rank == MAIN and one.noun != "node":
        return "first_town"
    return {"node": "town_node"}.get(one.noun, "next_town")
