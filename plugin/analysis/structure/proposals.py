"""Elements proposed for the clauses of a slogan that have too few: from the towns, roads, rivers and ground of the
county. Every proposal carries what it is based on; what cannot be proposed is a shortage with its reason.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from ..progress import Progress, silent
from .ground import CountyGround, Missing, Proposal
from .proposals_areas import propose_clusters, propose_parks, propose_rings, propose_wings
from .proposals_axes import propose_axes, propose_networks
from .proposals_places import propose_places
from .proposals_rivers import propose_rivers
from .proposals_routes import propose_routes
from .proposals_screens import propose_screens
from .proposals_sketch import Shortage, Sketch
from .proposals_zones import propose_zones

#: In this order: an axis runs through the core that was proposed before it.
ORDER = ("core", "pole", "node", "axis", "park", "river", "corridor", "belt", "screen", "zone", "basin")
#: Nouns whose elements lie at towns or run from one to the next.
AT_TOWNS = ("core", "pole", "node", "axis")
#: Themes of belts and corridors that run along roads instead of rivers.
ON_ROADS = ("industry", "tourism", "transport", "town")

Maker = Callable[[Missing, Sketch], list[Proposal]]


def propose(missing: list[Missing], ground: CountyGround, progress: Progress = silent) -> list[Proposal]:
    """Elements for the clauses that miss some, in the order of the clauses; fewer than missing where the county has no
    reason for more (:func:`propose_with_shortages` says why).
    """
    return propose_with_shortages(missing, ground, progress)[0]


# GEOS sets the processor's mark for an invalid number where lines are nearly parallel, and then finds its way.
@np.errstate(invalid="ignore", divide="ignore")
def propose_with_shortages(
    missing: list[Missing], ground: CountyGround, progress: Progress = silent
) -> tuple[list[Proposal], list[Shortage]]:
    """The proposals, and for each clause that still misses some the reason."""
    sketch = Sketch(ground)
    for number, one in enumerate(sorted(missing, key=_place)):
        progress("proposals", number / len(missing))
        maker = _maker(one)
        if maker is None:
            sketch.lacks(one, 0, "no_rule")
            continue
        found = [_remarked(each, one, sketch) for each in maker(one, sketch)]
        sketch.proposed += found
        wanted = one.count if one.count is not None else one.least
        if len(found) < wanted and not any(short.order == one.order for short in sketch.shortages):
            sketch.lacks(one, len(found), "too_few")
    place = {one.order: number for number, one in enumerate(sorted(missing, key=lambda one: one.order))}
    return sorted(sketch.proposed, key=lambda one: place[one.order]), sketch.shortages


def _remarked(proposal: Proposal, one: Missing, sketch: Sketch) -> Proposal:
    """A proposal whose basis also says that 多 could be more, and that its towns lie where no seat is known."""
    more = {}
    if one.order in sketch.cut:
        more["candidates"] = sketch.cut[one.order]
    if one.noun in AT_TOWNS and "inside" in sketch.towns:
        values = proposal.basis_values
        named = [values["town"]] if "town" in values else values.get("towns", ())
        seatless = [name for name in sketch.towns.loc[sketch.towns["inside"], "name"] if name in named]
        more |= {"seatless": seatless} if seatless else {}
    return replace(proposal, basis_values={**proposal.basis_values, **more}) if more else proposal


def _place(one: Missing) -> tuple:
    """Main cores before secondary ones, cores before axes, and so on; then the order of the slogan."""
    noun = ORDER.index(one.noun) if one.noun in ORDER else len(ORDER)
    return noun, one.rank != "main", one.order


def _maker(one: Missing) -> Maker | None:
    if one.noun in ("belt", "corridor"):
        return propose_routes if one.theme in ON_ROADS else propose_rivers
    return {
        "core": propose_places,
        "pole": propose_places,
        "node": propose_places,
        "axis": propose_axes,
        "network": propose_networks,
        "river": propose_rivers,
        "screen": propose_screens,
        "ring": propose_rings,
        "wing": propose_wings,
        "park": propose_parks,
        "cluster": propose_clusters,
        "zone": propose_zones,
        "basin": propose_zones,
    }.get(one.noun)
