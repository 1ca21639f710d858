"""River courses: reaches of the flow tree as smooth lines, and valley floors cut along them."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from drainage import fill_depressions, route
from grid import resample, smooth_noise

CHANNEL_KM2 = 1.6
"""Upstream area from which a cell is a river bed."""
SPACING_M = 15.0
"""Point distance on a course while it is cut into the ground."""
FLOOR_CROSS_SLOPE = 0.022
BASIN_KM = 1.9
"""Distance over which the widening of a basin fades."""


@dataclass
class Reach:
    """River line between two confluences, digitised downstream."""

    line: np.ndarray
    """East, north of the points, shape (n, 2)."""
    height: np.ndarray
    """Bed elevation at the points, never rising."""
    area: np.ndarray
    """Upstream area in km2 at the points."""
    next: int
    """Index of the reach it runs into, -1 at the edge."""


def reach_cells(drainage, area, threshold):
    """Chains of flat cell indices between heads, confluences and the edge; each ends in the confluence."""
    bed = area >= threshold
    inner = bed & (drainage.distance > 0)
    donors = np.bincount(drainage.receiver[inner], minlength=len(area))
    starts = np.flatnonzero(inner & (donors != 1))
    chains = []
    for start in starts[np.argsort(area[starts], kind="stable")]:
        chain = [start, drainage.receiver[start]]
        while donors[chain[-1]] == 1 and drainage.distance[chain[-1]] > 0:
            chain.append(drainage.receiver[chain[-1]])
        chains.append(np.array(chain))
    return chains


def smooth_line(points, sigma):
    """Gaussian smoothing of evenly spaced points; the two ends keep their place."""
    if len(points) < 4:
        return points
    width = min(int(4 * sigma) + 1, len(points) - 1)
    padded = np.pad(points, ((width, width), (0, 0)), mode="reflect", reflect_type="odd")
    smooth = ndimage.gaussian_filter1d(padded, sigma, axis=0)[width:-width]
    smooth[0], smooth[-1] = points[0], points[-1]
    return smooth


def densify(points, spacing, *values):
    """Points every ``spacing`` metres along a line, with values interpolated alike."""
    length = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    at = np.linspace(0.0, length[-1], max(2, int(round(length[-1] / spacing)) + 1))
    columns = [np.interp(at, length, column) for column in (*points.T, *values)]
    return np.column_stack(columns[:2]), *columns[2:]


def river_reaches(grid, elevation):
    """All reaches of a raster, headwaters first."""
    filled = fill_depressions(elevation)
    drainage = route(filled, grid.cell)
    area = drainage.accumulate(np.full(elevation.size, grid.cell**2 / 1e6))
    chains = reach_cells(drainage, area, CHANNEL_KM2)
    by_start = {chain[0]: index for index, chain in enumerate(chains)}
    reaches = []
    for chain in chains:
        east, north = grid.east_north(*np.divmod(chain, grid.cols))
        line = smooth_line(np.column_stack([east, north]), 2.2)
        height = np.minimum.accumulate(filled.ravel()[chain])
        # The last cell already holds the other branch: the reach itself carries what its last own cell does.
        upstream = np.append(area[chain[:-1]], area[chain[-2]])
        line, height, upstream = densify(line, SPACING_M, height, upstream)
        reaches.append(Reach(line, height, upstream, by_start.get(chain[-1], -1)))
    return reaches


def burn(grid, reaches):
    """Bed elevation and upstream area on the cells that a course runs through (inf and 0 elsewhere)."""
    bed, area = np.full(grid.shape, np.inf), np.zeros(grid.shape)
    for reach in reaches:
        row, col = grid.row_col(*reach.line.T)
        np.minimum.at(bed, (row, col), reach.height)
        np.maximum.at(area, (row, col), reach.area)
    return bed, area


def basin_factor(grid, basins):
    """How much wider the valley floor is near each basin, given as (km east, km north, factor)."""
    east, north = grid.axes_km()
    factor = np.ones(grid.shape)
    for centre_east, centre_north, widening in basins:
        off = np.hypot(east - centre_east, north - centre_north)
        factor += (widening - 1.0) * np.exp(-((off / BASIN_KM) ** 2))
    return factor


def cut_valleys(grid, elevation, reaches, basins, rng):
    """(elevation, distance to the nearest bed): floors are wider downstream and in the basins."""
    bed, area = burn(grid, reaches)
    away, nearest = ndimage.distance_transform_edt(np.isinf(bed), sampling=grid.cell, return_indices=True)
    bed, area = bed[tuple(nearest)], area[tuple(nearest)]
    uneven = np.exp(0.45 * smooth_noise(rng, grid, 5_000, 2))
    half_width = (22.0 + 50.0 * (area / 10.0) ** 0.45) * uneven * basin_factor(grid, basins)
    flank = np.clip((away - 0.45 * half_width) / (1.3 * half_width), 0.0, 1.0)
    share = flank * flank * (3.0 - 2.0 * flank)
    rise = np.maximum(elevation - bed, 0.0)
    floor = bed + FLOOR_CROSS_SLOPE * np.minimum(away, half_width)
    return np.where(away > 0, floor + share * np.maximum(rise - (floor - bed), 0.0), bed), away


def detailed_land(grid, coarse_grid, coarse_elevation, reaches, basins, rng):
    """Elevation on the fine grid: eroded land, small gullies, valley floors, no depressions."""
    elevation = resample(coarse_grid, coarse_elevation, grid)
    slope = np.hypot(*np.gradient(elevation, grid.cell))
    gullies = smooth_noise(rng, grid, 260, 2, 0.6)
    elevation += gullies * np.clip(8.0 * slope, 0.3, 3.5)
    cut, away = cut_valleys(grid, elevation, reaches, basins, rng)
    # Where floors of different height meet they leave steps; the beds themselves must not be blurred.
    eased = np.where(away > 2.5 * grid.cell, ndimage.gaussian_filter(cut, 1.3), cut)
    return fill_depressions(eased)
