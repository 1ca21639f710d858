"""Land cover by the level-1 codes of the 2023 land use guide, and where on it the people live."""

import numpy as np
from scipy import ndimage
from shapely.geometry import LineString

from grid import smooth_noise
from patches import grow_patch, paint
from settlements import POPULATION
from shapes import rasterise

CROPLAND, ORCHARD, FOREST, GRASS, DWELLING, INDUSTRY, TRANSPORT, WATER, BARE = 1, 2, 3, 4, 7, 10, 12, 17, 23

LABELS = {
    CROPLAND: ("耕地", "cropland", 3.0),
    ORCHARD: ("园地", "orchard", 3.0),
    FOREST: ("林地", "forest", 2.0),
    GRASS: ("草地", "grassland", 3.0),
    DWELLING: ("居住用地", "built-up", 4.5),
    INDUSTRY: ("工矿用地", "industry and mining", 3.0),
    TRANSPORT: ("交通运输用地", "transport", 5.0),
    WATER: ("陆地水域", "water", 0.0),
    BARE: ("其他土地", "other land", 2.0),
}
"""Class -> Chinese label, English label, walking speed in km/h (from memory, to be checked)."""

DWELLING_M2 = {"镇中心区": 95.0, "镇乡结合区": 135.0, "乡中心区": 140.0, "村庄": 175.0}
"""Ground taken per inhabitant."""
POPULATION_CELL_M = 90.0


def natural_cover(land, rng):
    """Cropland, orchards, forest, grass and bare rock in patches, from relief and distance to streams."""
    grid = land.grid
    slope = ndimage.gaussian_filter(land.slope, 2.0)
    height = (land.elevation - 830.0) / 1270.0
    stream = land.area >= 1.2
    away, at = ndimage.distance_transform_edt(~stream, sampling=grid.cell, return_indices=True)
    above = np.clip(land.elevation - land.elevation[tuple(at)], 0.0, None)
    southward = -np.gradient(ndimage.gaussian_filter(land.elevation.astype(float), 1.5), grid.cell, axis=0)
    sunny = southward / (slope + 0.08)
    patch = [smooth_noise(rng, grid, 1_700, 4, 0.62) for _ in range(4)]
    scores = {
        FOREST: 0.12 + 1.5 * height + 0.9 * slope - 0.42 * sunny + 0.26 * patch[0],
        GRASS: 0.30 + 0.4 * slope + 0.35 * height + 0.30 * sunny + 0.26 * patch[1],
        CROPLAND: 1.36 - 3.2 * slope - 0.0040 * above - 0.9 * height - away / 9_000 + 0.24 * patch[2],
        ORCHARD: 0.56 - 1.7 * slope - 0.0016 * above - 1.1 * height + 0.16 * sunny + 0.30 * patch[3],
        BARE: -1.25 + 1.6 * slope + 0.7 * height + 0.36 * (patch[1] - patch[0]),
    }
    codes = np.array(list(scores))
    smooth = [ndimage.uniform_filter(score, 3) for score in scores.values()]
    cover = codes[np.argmax(smooth, axis=0)].astype(np.uint8)
    return majority(cover, codes, 3)


def majority(cover, codes, size):
    """Most frequent class in a moving window: no lone cells."""
    shares = [ndimage.uniform_filter((cover == code).astype(np.float32), size) for code in codes]
    return np.asarray(codes)[np.argmax(shares, axis=0)].astype(np.uint8)


def village_patches(land, villages, gentle, rough):
    """Built-up ground of each village."""
    patches = []
    for village in villages:
        size = village.people * DWELLING_M2[village.kind]
        patches.append(grow_patch(land, gentle, rough, (village.east, village.north), size, 0.12))
    return patches


def land_cover(land, reaches, roads, railway, parks, patches, rng):
    """Full land cover raster; later classes lie over earlier ones."""
    grid = land.grid
    cover = natural_cover(land, rng)
    for patch in patches:
        paint(cover, patch, DWELLING)
    # Roughly two thirds of a park are built; the rest keeps its fields.
    built = smooth_noise(rng, grid, 500, 2) > -0.4
    cover[(rasterise(grid, parks) > 0) & built] = INDUSTRY
    water = [
        LineString(reach.line).buffer(8.0 + 2.2 * reach.area[-1] ** 0.5)
        for reach in reaches
        if reach.area[-1] >= 12.0
    ]
    cover[rasterise(grid, water) > 0] = WATER
    lines = [road.line.buffer(15.0) for road in roads if road.rank <= 1] + [railway.buffer(14.0)]
    cover[rasterise(grid, lines) > 0] = TRANSPORT
    return cover


def population_raster(land, villages, patches, cover):
    """People per 90 m cell: each village's inhabitants spread over the dwellings of its patch."""
    people = np.zeros(land.grid.shape)
    for village, (window, mask) in zip(villages, patches):
        homes = mask & (cover[window] == DWELLING)
        # Denser towards the middle of the village.
        depth = ndimage.distance_transform_edt(np.pad(homes, 1))[1:-1, 1:-1] ** 0.6
        people[window] += village.people * depth / depth.sum()
    factor = round(POPULATION_CELL_M / land.grid.cell)
    rows, cols = land.grid.rows // factor, land.grid.cols // factor
    coarse = people.reshape(rows, factor, cols, factor).sum(axis=(1, 3))
    assert abs(coarse.sum() - POPULATION) < 1e-3
    return np.round(coarse, 3).astype(np.float32)
