"""The ground seen from main lines and areas, for rules with the operation 'visible'."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import shapely

from ...analysis.grid import Grid
from ...analysis.mining.footprints import cells_under
from ...analysis.mining.rules import Rule
from ...analysis.mining.visibility import visible_from
from ...analysis.mining.visible_area import visible_area
from ...analysis.mining.zoning import UNDERGROUND
from ...language import tr
from .zoning_reading import ZoningReading, require_overlap

SPACING = 200.0  #: metres between observers along a line
WHOLE = 0.98  #: an area with less of it on known ground is told


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
    area, cell = cells_under(heights, open_pits)
    wanted.ravel()[cell] = True
    _tell_of_elevation(reading, heights, open_pits, area[np.isfinite(heights.values.ravel()[cell])])

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


def _tell_of_elevation(reading: ZoningReading, heights: Grid, open_pits: np.ndarray, known: np.ndarray) -> None:
    """Say when elevation is in degrees, and when it does not cover some of the n ``open_pits``. ``known`` are the
    numbers of the pits, once for each cell of known height.
    """
    if reading.dem.crs().isGeographic():
        reading.feedback.pushWarning(
            tr("高程数据以度为单位，已换算到{name}（{code}）后使用。").format(
                name=reading.crs.description(), code=reading.crs.authid()
            )
        )
    seen_m2 = np.bincount(known, minlength=len(open_pits)) * heights.dx * heights.dy
    # Counted in cells, an area is right to half a cell along its edge.
    edge_m2 = shapely.length(open_pits) * max(heights.dx, heights.dy) / 2
    partly = int(np.count_nonzero(seen_m2 + edge_m2 < WHOLE * shapely.area(open_pits)))
    if partly:
        reading.feedback.pushWarning(
            tr(
                "有 {count} 个露天资源区（含开采方式不明的）不全在高程数据范围内，"
                "范围以外是否看得见无法判断，按看不见处理；请使用覆盖全部资源区的高程数据。"
            ).format(count=partly)
        )
