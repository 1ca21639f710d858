"""三区三线: control lines that lie in the wrong space, and control lines that lie on each other."""

from __future__ import annotations

import numpy as np
import shapely

from ..progress import Progress, silent
from ..travel.bands import only_polygons
from .space_zones import Zones, united, within
from .spaces import AGRICULTURE, ECOLOGY, SPACES, UNASSIGNED, URBAN, Balance, Collected, Pieces

REDLINE, FARMLAND, URBAN_BOUNDARY = "redline", "farmland", "urban_boundary"
#: The space that each control line has to lie in.
OWN_SPACE = {REDLINE: ECOLOGY, FARMLAND: AGRICULTURE, URBAN_BOUNDARY: URBAN}


# GEOS sets the processor's mark for an invalid number where lines are nearly parallel, and then finds its way.
@np.errstate(invalid="ignore", divide="ignore")
def line_conflicts(
    lines: dict[str, np.ndarray], balance: Balance, zones: Zones, progress: Progress = silent
) -> tuple[Pieces, dict[str, float]]:
    """Conflicts of the control ``lines`` (polygons of each), and m² of each line outside the county.

    A piece's ``one`` is the line; its ``other`` the space that it lies in instead of its own (``unassigned`` where it
    lies in none), or the other line that it lies on.
    """
    lines = {line: np.asarray(shapes, dtype=object) for line, shapes in lines.items() if len(shapes)}
    found, inside = Collected(), dict.fromkeys(lines, 0.0)
    for number, zone in enumerate(zones.shapes):

        def look(done=number):
            progress("conflicts", done / len(zones.shapes))

        here = {}
        for line, shapes in lines.items():
            parts = within(shapes, zone)
            inside[line] += float(shapely.area(parts).sum())
            here[line] = only_polygons(united(parts, look))
            _outside(line, here[line], balance.held[number], number, found)
        names = list(here)
        for place, one in enumerate(names):
            for other in names[place + 1 :]:
                look()
                found.add(number, one, other, shapely.intersection(here[one], here[other]))
    beyond = {line: float(shapely.area(shapes).sum()) - inside[line] for line, shapes in lines.items()}
    return found.pieces(), {line: max(0.0, area) for line, area in beyond.items()}


def _outside(line: str, shape, held: dict, number: int, found: Collected) -> None:
    """What lies outside the line's own space, by the space that it lies in instead."""
    rest = shapely.difference(shape, held[OWN_SPACE[line]])
    for space in SPACES:
        if space != OWN_SPACE[line] and not shapely.is_empty(rest):
            found.add(number, line, space, shapely.intersection(rest, held[space]))
            rest = shapely.difference(rest, held[space])
    found.add(number, line, UNASSIGNED, rest)
