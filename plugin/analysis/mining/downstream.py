"""What lies down the water of the mines: intakes, and settlements below tailings ponds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..grid import Grid
from ..progress import Progress, silent
from .flow import accumulate, drain
from .remediation import Downstream
from .rules import TAILINGS
from .streams import Snapped, downstream_lines, outflow_points, snap_to_streams
from .upstream import upstream_mines

#: Metres to either side of the flow path that tailings spread over: an engineering value, to be checked.
PATH_HALF_WIDTH_M = 100.0
#: What counts as a stream: this many cells drain through it, or on a small piece of terrain this share of its cells.
STREAM_CELLS, STREAM_SHARE = 100, 0.02


@dataclass(frozen=True)
class WaterCourse:
    """Where the water of n mines goes: ``down`` as the assessment takes it, ``share`` (n,) of a mine's cells that drain
    to its intake, ``on_terrain`` (n,) whether anything is known of it, and how the m intakes met a stream.
    """

    down: Downstream
    share: np.ndarray
    on_terrain: np.ndarray
    intakes: Snapped


def follow_water(
    grid: Grid,
    places: np.ndarray,
    mineral: np.ndarray,
    intakes: np.ndarray,
    settlements: np.ndarray | None,
    limit_m: float,
    path_m: float,
    progress: Progress = silent,
) -> WaterCourse:
    """Follow the water of n mines over the terrain ``grid`` to the first of ``intakes`` (m, 2), as far as ``limit_m``
    metres; and from the outflow of each tailings pond down its course for ``path_m`` metres to ``settlements``
    (geometries, None when there is no such layer).
    """
    drainage = drain(grid, progress)
    accumulation = accumulate(drainage, progress)
    small = int(STREAM_SHARE * np.isfinite(grid.values).sum())
    snapped = snap_to_streams(drainage, accumulation, intakes, least_cells=min(STREAM_CELLS, small))
    flow = upstream_mines(drainage, snapped.cell, places, progress)
    reached = (flow.intake >= 0) & (flow.metres <= limit_m)
    threatened = np.zeros(len(places), dtype=bool)
    ponds = np.flatnonzero(mineral == TAILINGS)
    if settlements is not None and len(settlements) and len(ponds):
        toes = outflow_points(drainage, accumulation, places[ponds])
        on = np.isfinite(toes).all(axis=1)
        lines, _ = downstream_lines(drainage, toes[on], path_m)
        drawn = np.array([line is not None for line in lines], dtype=bool)
        pond = ponds[on][drawn]
        near = shapely.STRtree(settlements).query(lines[drawn], predicate="dwithin", distance=PATH_HALF_WIDTH_M)[0]
        threatened[pond[near]] = True
    down = Downstream(np.where(reached, flow.intake, -1), np.where(reached, flow.metres, np.nan), threatened)
    return WaterCourse(down, np.where(reached, flow.share, 0.0), flow.on_terrain, snapped)
