"""The ground seen from main lines and areas, for rules with the operation 'visible'."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import shapely

from ...analysis.mining.footprints import cells_under
from ...analysis.mining.rules import Rule
from ...analysis.mining.visibility import visible_from
from ...analysis.mining.visible_area import visible_area
from ...analysis.mining.zoning import UNDERGROUND
from .zoning_reading import ZoningReading, require_overlap

SPACING = 200.0  #: metres between observers along a line


def seen_ground(
    reading: ZoningReading, distance: float, project, progress
) -> Callable[[Rule, np.ndarray], np.ndarray] | None:
    """What gives the ground (polygons) seen from shapes by a rule; None without elevation. ``distance`` is in metres, 0
    for the rule's own.
    """
    if reading.dem is None:
        return None
    farthest = distance or max((rule.distance_m for rule in reading.rules if rule.operation == "visible"), default=0.0)
    heights = reading.heights(farthest, project)
    require_overlap(heights)
    open_pits = reading.geometry[reading.method != UNDERGROUND]
    wanted = np.zeros(heights.shape, dtype=bool)
    wanted.ravel()[cells_under(heights, open_pits)[1]] = True

    def seen(rule: Rule, shapes: np.ndarray) -> np.ndarray:
        counts = visible_from(
            heights,
            shapes,
            spacing=SPACING,
            max_distance=distance or rule.distance_m,
            progress=progress,
            wanted=wanted,
            enough=1,
        )
        return shapely.get_parts(visible_area(counts))

    return seen
