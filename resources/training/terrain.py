"""The lie of the land: an uplifted range and hills, worn down by rivers.

Stream power erosion dz/dt = U - K A^m S (Howard 1994) in the implicit form of Braun & Willett (2013), from a
coarse grid to finer ones, with slopes held below a threshold. Elevations are then scaled to the county's.
"""

import numpy as np
from scipy import ndimage

from drainage import fill_depressions, route
from grid import centred_grid, resample, smooth_noise

AREA_EXPONENT = 0.5
STEPS = {240: 70, 120: 12, 60: 6}
"""Erosion steps on each cell size, coarse first."""
TIME_STEP = 0.5
WIDE_M = (74_880.0, 82_080.0)
"""Box that is eroded first, so that the valleys outside the county exist too."""
CLOSE_M = (54_720.0, 61_920.0)
"""Box that keeps detail: the county and its margin."""


def uplift_rate(grid, rng):
    """Uplift: a curved main range in the west, a lower ridge in the north-east, hills between."""
    east, north = grid.axes_km()
    bend = smooth_noise(rng, grid, 40_000, 2)
    range_axis = -17.0 + 0.22 * north + 3.0 * np.sin(north / 9.0) + 2.0 * bend
    main_range = np.exp(-(((east - range_axis) / 8.5) ** 2))
    spur_axis = 9.0 + 0.55 * (east - 5.0) + 2.5 * bend
    spur = np.exp(-(((north - spur_axis) / 5.5) ** 2)) / (1 + np.exp(-(east + 8.0) / 4.0))
    south_axis = -15.0 + 0.25 * east + 2.0 * bend
    south = np.exp(-(((north - south_axis) / 5.0) ** 2))
    hills = 1.0 + 0.22 * smooth_noise(rng, grid, 14_000, 3)
    return 27.0 * hills + 82.0 * main_range + 17.0 * spur + 12.0 * south


def erodibility(grid, rng):
    """Rock hardness: patches that make valleys wander and widen."""
    return np.exp(0.40 * smooth_noise(rng, grid, 9_000, 4, 0.6) + 0.25 * rng.standard_normal(grid.shape))


def steepest_slope(uplift):
    """Threshold slope (rise over run): gentle in the loess hills, steep in the range."""
    return np.interp(uplift, [20.0, 45.0, 80.0], [0.36, 0.46, 0.62])


def erode(elevation, cell, uplift, hardness, steps):
    """Elevation after ``steps`` time steps of uplift, river erosion and slope failure; edges stay."""
    uplift, hardness = uplift.ravel(), hardness.ravel()
    limit = steepest_slope(uplift)
    for step in range(steps):
        if step % 2 == 0:
            drainage = route(fill_depressions(elevation), cell)
            area = drainage.accumulate(np.full(elevation.size, cell * cell))
            levels = drainage.levels_upstream()
            reach = np.maximum(drainage.distance, cell)
            rate = TIME_STEP * hardness * area**AREA_EXPONENT / reach
        height = elevation.ravel().copy()
        inner = drainage.distance > 0
        height[inner] += TIME_STEP * uplift[inner]
        for level in levels:
            below = height[drainage.receiver[level]]
            worn = (height[level] + rate[level] * below) / (1.0 + rate[level])
            height[level] = np.minimum(worn, below + limit[level] * reach[level])
        elevation = height.reshape(elevation.shape)
        elevation = 0.7 * elevation + 0.3 * ndimage.uniform_filter(elevation, 3)
    return elevation


def first_surface(grid, rng):
    """Plain tilted to the east and south-east with faint relief, from which the rivers take their courses."""
    east, north = grid.axes_km()
    tilt = 260.0 - 5.5 * east + 1.2 * np.abs(north)
    rise = 420.0 * np.exp(-(((east + 19.0 - 0.22 * north) / 9.0) ** 2))
    return tilt + rise + 45.0 * smooth_noise(rng, grid, 18_000, 5, 0.55)


def eroded_land(rng):
    """Grid of 60 m and its elevation (metres above an arbitrary base)."""
    wide = centred_grid(*WIDE_M, 240.0)
    uplift, hardness = uplift_rate(wide, rng), erodibility(wide, rng)
    elevation, grid = first_surface(wide, rng), wide
    for cell, steps in STEPS.items():
        target = centred_grid(*(CLOSE_M if cell == 60 else WIDE_M), float(cell))
        elevation = resample(grid, elevation, target)
        elevation += 6.0 * smooth_noise(rng, target, 8.0 * cell, 2)
        elevation = erode(
            elevation, float(cell), resample(wide, uplift, target), resample(wide, hardness, target), steps
        )
        grid = target
    return grid, elevation
