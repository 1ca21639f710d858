"""Which mines lie upstream of which water intake, and how far the water runs between them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..progress import Progress, silent
from .d8 import NOWHERE
from .flow import Drainage, flow_to
from .footprints import cells_under


@dataclass(frozen=True)
class MineFlow:
    """Where the water of n mines goes.

    ``intake`` (n,) is the number of the first intake that the water meets, -1 when it meets none; ``metres`` (n,) how
    far it runs to there from the mine's nearest cell, infinite when it meets none; ``share`` (n,) of the mine's cells
    that drain to that intake, 0 when it meets none. ``on_terrain`` (n,) is false for a mine that has no cell on the
    terrain: nothing is known of it, and its share is NaN.
    """

    intake: np.ndarray
    metres: np.ndarray
    share: np.ndarray
    on_terrain: np.ndarray


def upstream_mines(drainage: Drainage, intake_cells, geometries, progress: Progress = silent) -> MineFlow:
    """Follow the water of n mines (shapely points or areas, metres) down to the first of the intakes.

    ``intake_cells`` (m,) are flat numbers of cells on a stream (``snap_to_streams(…).cell``); intakes with -1 receive
    nothing. All mines and intakes are done in one pass. An area is upstream as soon as one of its cells is. The surface
    catchment is not the groundwater catchment: in karst the water may come from elsewhere.
    """
    geometries = np.asarray(geometries, dtype=object).reshape(-1)
    flow = flow_to(drainage, intake_cells, progress)
    mine, cell = cells_under(drainage.grid, geometries, progress)
    known = drainage.direction.reshape(-1)[cell] != NOWHERE
    mine, cell = mine[known], cell[known]
    target, metres = flow.target.reshape(-1)[cell], flow.metres.reshape(-1)[cell]

    cells = np.bincount(mine, minlength=len(geometries))
    order = np.lexsort((metres, mine))
    nearest = order[np.r_[True, np.diff(mine[order]) > 0][: len(order)]]
    intake = np.full(len(geometries), -1)
    distance = np.full(len(geometries), np.inf)
    intake[mine[nearest]], distance[mine[nearest]] = target[nearest], metres[nearest]

    there = (target >= 0) & (target == intake[mine])
    share = np.full(len(geometries), np.nan)
    np.divide(np.bincount(mine[there], minlength=len(geometries)), cells, out=share, where=cells > 0)
    return MineFlow(intake, distance, share, cells > 0)
