"""Planning lines: growth boundaries, industrial parks, permanent cropland, ecological red line."""

import numpy as np
import shapely
from scipy import ndimage

from landcover import CROPLAND, FOREST, ORCHARD
from patches import grow_patch
from shapes import parts, rasterise, rounded, zones

GROWTH_KM2 = {
    "城关镇": 6.6,
    "双河镇": 2.4,
    "桃坪镇": 1.5,
    "康宁镇": 1.4,
    "石门镇": 1.2,
    "回峰镇": 0.5,
    "温汤乡": 0.4,
}
PARKS = [
    ("云岭经济技术开发区", "省级开发区", "城关镇", (2_000.0, 5_500.0), 2.6),
    ("双河产业园", "县级园区", "双河镇", (1_300.0, 4_000.0), 1.2),
]
"""Name, kind, town, nearest and farthest distance from the seat (m), area (km2)."""
CROPLAND_SMALLEST_M2 = 45_000.0
RED_LINE_SMALLEST_M2 = 2.5e6
RED_LINE_SHARE = 0.27
"""Part of the county above which the broad height of forest ground counts as ecologically important."""


def patch_polygon(land, patch, sigma_m):
    """Largest smooth polygon of a patch."""
    window, cells = patch
    mask = np.zeros(land.grid.shape, dtype=bool)
    mask[window] = cells
    return zones(land.grid, mask, sigma_m, 0.0, land.outline)[0]


def growth_boundaries(land, seats, gentle, rough):
    """Town -> polygon of the built-up and planned ground of its seat."""
    shapes = {}
    for town, seat in seats.items():
        patch = grow_patch(land, gentle, rough, seat, GROWTH_KM2[town] * 1e6, 0.2)
        shapes[town] = patch_polygon(land, patch, 70.0)
    return shapes


def industrial_parks(land, seats, gentle, rough, growth, water_zones):
    """(name, kind, town, polygon) on the flattest ground outside the towns and the inner water zones."""
    inner = [row[-1] for row in water_zones if row[2] != "准"]
    occupied = shapely.union_all([*(shape.buffer(150.0) for shape in growth.values()), *inner])
    east, north = land.grid.east_north(*np.ogrid[: land.grid.rows, : land.grid.cols])
    inland = ndimage.distance_transform_edt(land.county, sampling=land.grid.cell) > 900.0
    free = rasterise(land.grid, [occupied]) == 0
    found = []
    for name, kind, town, (nearest, farthest), km2 in PARKS:
        off = np.hypot(east - seats[town][0], north - seats[town][1])
        flat = ndimage.uniform_filter(land.slope, 31)
        flat[(off < nearest) | (off > farthest) | ~inland | (land.area > 2.0)] = np.inf
        flat[~free] = np.inf
        centre = land.grid.east_north(*np.unravel_index(np.argmin(flat), flat.shape))
        shape = patch_polygon(land, grow_patch(land, gentle, rough, centre, km2 * 1e6, 0.15, free), 70.0)
        shape = max(parts(rounded(shape.difference(occupied))), key=lambda part: part.area)
        found.append((name, kind, town, shape))
    return found


def ecological_red_line(land, cover, reserve_shapes, water_first, blocked):
    """Polygons of the reserves, first-class water zones and high forest, without built ground."""
    broad = ndimage.gaussian_filter(land.elevation.astype(float), 18.0)
    wooded = ndimage.uniform_filter((cover == FOREST).astype(np.float32), 31)
    importance = np.where(land.county, (broad - 830.0) / 1270.0 + 0.9 * wooded, -np.inf)
    limit = np.quantile(importance[land.county], 1 - RED_LINE_SHARE)
    high = zones(land.grid, importance > limit, 200.0, RED_LINE_SMALLEST_M2, land.outline)
    whole = shapely.union_all([*high, *reserve_shapes, *water_first]).difference(blocked)
    return [part for part in parts(rounded(whole.buffer(0))) if part.area > 20_000.0]


def permanent_cropland(land, cover, blocked):
    """Polygons of the larger fields, drawn as the survey draws them."""
    tilled = ndimage.uniform_filter(np.isin(cover, (CROPLAND, ORCHARD)).astype(np.float32), 3) > 0.5
    tilled &= ndimage.uniform_filter((cover == CROPLAND).astype(np.float32), 7) > 0.35
    tilled = ndimage.binary_opening(tilled & land.county)
    fields = []
    tree = blocked.buffer(0)
    shapely.prepare(tree)
    for field in zones(land.grid, tilled, 38.0, CROPLAND_SMALLEST_M2, land.outline):
        if shapely.intersects(tree, field):
            fields += [
                p for p in parts(rounded(field.difference(tree))) if p.area >= 0.7 * CROPLAND_SMALLEST_M2
            ]
        else:
            fields.append(field)
    return sorted(fields, key=lambda part: -part.area)
