"""Places on the streams of a drainage: where an intake draws its water, and the course below a place."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .d8 import NOWHERE, OUTLET
from .flow import Drainage
from .footprints import cells_under

ON_STREAM = "on_stream"
NO_STREAM = "no_stream"
OFF_TERRAIN = "off_terrain"
SAME_STREAM = 0.5  #: a cell with this share of the largest flow near a point belongs to the stream of that flow


@dataclass(frozen=True)
class Snapped:
    """Where n points meet a stream.

    ``state`` (n,) is ON_STREAM, NO_STREAM or OFF_TERRAIN. ``cell`` (n,) is the flat number of the stream's cell and
    ``metres`` (n,) how far the point was moved to its centre, 0 when it lies in that cell; -1 and NaN when it was not.
    ``upstream`` (n,) is how many cells drain through that cell, or through the largest one that was near.
    """

    state: np.ndarray
    cell: np.ndarray
    metres: np.ndarray
    upstream: np.ndarray


def snap_to_streams(
    drainage: Drainage, accumulation: np.ndarray, xy, within_cells: int = 3, least_cells: int = 100
) -> Snapped:
    """Move (n, 2) points in metres to the largest stream within ``within_cells`` cells.

    The stream is where most cells drain through; on it the nearest cell is taken, not the one with the most, which
    would always be the farthest downstream. A point with no stream of ``least_cells`` cells or more around it is not
    moved, nor is one that is not on the terrain: beside its river a point drains one cell only, and a result for it
    would be wrong without a word.
    """
    grid = drainage.grid
    xy = np.asarray(xy, dtype=float).reshape(-1, 2)
    row, col = grid.cell_of(xy)
    on_terrain = row >= 0
    on_terrain[on_terrain] = drainage.direction[row[on_terrain], col[on_terrain]] != NOWHERE

    span = np.arange(-within_cells, within_cells + 1)
    down, across = (part.ravel() for part in np.meshgrid(span, span, indexing="ij"))
    near = np.hypot(down, across) <= within_cells
    rows, cols = row[:, None] + down[near], col[:, None] + across[near]
    inside = (rows >= 0) & (rows < grid.rows) & (cols >= 0) & (cols < grid.cols) & on_terrain[:, None]
    rows, cols = np.where(inside, rows, 0), np.where(inside, cols, 0)
    upstream = np.where(inside, accumulation[rows, cols], 0)

    most = upstream.max(axis=1, initial=0)
    off = np.hypot(grid.x0 + (cols + 0.5) * grid.dx - xy[:, :1], grid.y0 - (rows + 0.5) * grid.dy - xy[:, 1:])
    off[(rows == row[:, None]) & (cols == col[:, None])] = 0.0
    on_it = inside & (upstream >= np.maximum(SAME_STREAM * most, max(least_cells, 1))[:, None])
    nearest = np.where(on_it, off, np.inf).argmin(axis=1)
    point = np.arange(len(xy))
    on_stream = on_it.any(axis=1)
    return Snapped(
        state=np.select([on_stream, on_terrain], [ON_STREAM, NO_STREAM], OFF_TERRAIN).astype(object),
        cell=np.where(on_stream, rows[point, nearest] * grid.cols + cols[point, nearest], -1),
        metres=np.where(on_stream, off[point, nearest], np.nan),
        upstream=np.where(on_stream, upstream[point, nearest], most),
    )


def outflow_points(drainage: Drainage, accumulation: np.ndarray, geometries) -> np.ndarray:
    """(n, 2) where the water of each of n areas gathers: the centre of its cell through which most cells drain.

    NaN for what has no cell on the terrain. For a tailings pond drawn as an area this is about the toe of its dam.
    """
    geometries = np.asarray(geometries, dtype=object).reshape(-1)
    number, cell = cells_under(drainage.grid, geometries)
    on_terrain = drainage.direction.reshape(-1)[cell] != NOWHERE
    number, cell = number[on_terrain], cell[on_terrain]
    order = np.lexsort((-accumulation.reshape(-1)[cell], number))
    first = order[np.r_[True, np.diff(number[order]) > 0][: len(order)]]
    points = np.full((len(geometries), 2), np.nan)
    points[number[first]] = drainage.grid.centres(*np.divmod(cell[first], drainage.grid.cols))
    return points


def downstream_lines(drainage: Drainage, xy, length: float) -> tuple[np.ndarray, np.ndarray]:
    """The courses that water takes from (n, 2) points: (n,) lines of at most ``length`` metres, and (n,) their metres.

    A course begins at the point and runs through the centres of the cells below; it is shorter than ``length`` where it
    leaves the terrain. None and 0 at an outlet, None and NaN for a point that is not on the terrain. For the rule
    of 1 km below a tailings pond (应急〔2020〕15号): along the course, not around the pond.
    """
    grid = drainage.grid
    xy = np.asarray(xy, dtype=float).reshape(-1, 2)
    row, col = grid.cell_of(xy)
    cell = np.where(row >= 0, row * grid.cols + col, 0)
    direction = drainage.direction.reshape(-1)
    on_terrain = (row >= 0) & (direction[cell] != NOWHERE)

    metres = np.where(on_terrain, 0.0, np.nan)
    point, here, cell = np.flatnonzero(on_terrain), xy[on_terrain], cell[on_terrain]
    owners, places = [point], [here]
    while len(point):
        going = (direction[cell] < OUTLET) & (metres[point] < length)
        point, here, cell = point[going], here[going], drainage.receiver[cell[going]]
        ahead = grid.centres(*np.divmod(cell, grid.cols)) if len(cell) else here
        step = np.hypot(*(ahead - here).T)
        share = np.minimum(1.0, (length - metres[point]) / np.where(step > 0, step, 1.0))
        here = here + share[:, None] * (ahead - here)
        metres[point] += share * step
        owners.append(point)
        places.append(here)

    owner, place = np.concatenate(owners), np.concatenate(places)
    order = np.argsort(owner, kind="stable")
    owner, place = owner[order], place[order]
    drawn = np.flatnonzero((np.bincount(owner, minlength=len(xy)) > 1) & (metres > 0))
    kept = np.isin(owner, drawn)
    lines = np.full(len(xy), None, dtype=object)
    lines[drawn] = shapely.linestrings(place[kept], indices=np.searchsorted(drawn, owner[kept]))
    return lines, metres
