"""Fields, orchards, woods and grass as a land survey draws them: patches of the land cover with second-level codes."""

import numpy as np
from osgeo import gdal
from scipy import ndimage

from landcover import BARE, CROPLAND, FOREST, GRASS, ORCHARD, majority
from shapes import rasterise, shared_borders

NATURAL = (CROPLAND, ORCHARD, FOREST, GRASS, BARE)
PADDY_TOWN = "双河镇"
"""The lowest and warmest town has some rice along its rivers."""
SMALLEST_CELLS = 100
"""Patches below 9 ha are given to what surrounds them."""
EDGE_SIGMA_M = 42.0
EDGE_SIMPLIFY_M = 8.0
BEYOND_CELLS = 6
"""Patches are drawn this far beyond the county, so that its border cuts them clean."""


def _only_natural(cover):
    """Cover with villages, parks, roads and water given to the nearest field, wood or meadow."""
    other = ~np.isin(cover, NATURAL)
    at = ndimage.distance_transform_edt(other, return_distances=False, return_indices=True)
    return cover[tuple(at)]


def _valley_floor(survey):
    """(distance to the nearest river of some size in m, height above it in m)."""
    lines = [line for a, line in survey.rows("河流") if a["等级"] <= 2]
    river = rasterise(survey.grid, [line.buffer(survey.grid.cell / 2) for line in lines]) > 0
    away, at = ndimage.distance_transform_edt(~river, sampling=survey.grid.cell, return_indices=True)
    return away, survey.elevation - survey.elevation[tuple(at)]


def second_level(survey):
    """Raster of second-level codes: what the relief makes of each class."""
    grid, height = survey.grid, survey.elevation
    cover = _only_natural(survey.cover)
    away, above = _valley_floor(survey)
    broad = ndimage.gaussian_filter(height, 12.0)
    sunny = -np.gradient(ndimage.gaussian_filter(height, 7.0), grid.cell, axis=0)
    wooded = ndimage.uniform_filter((cover == FOREST).astype(np.float32), 21)
    floor = (away < 420.0) & (above < 7.0)
    paddy = (away < 230.0) & (above < 3.5) & (rasterise(grid, [survey.towns[PADDY_TOWN]]) > 0)
    steep = ndimage.gaussian_filter(np.hypot(*np.gradient(height, grid.cell)), 4.0)
    codes = np.select(
        [
            cover == ORCHARD,
            (cover == FOREST) & (wooded < 0.42),
            (cover == FOREST) & (sunny > 0.10) & (broad < 1_500.0),
            cover == FOREST,
            (cover == GRASS) & (broad > 1_640.0),
            cover == GRASS,
            (cover == BARE) & (steep > 0.42),
            cover == BARE,
            paddy,
            floor,
        ],
        [201, 304, 303, 301, 401, 403, 2307, 2306, 101, 102],
        103,
    )
    return codes


def natural_codes(survey):
    """The same without small patches; 0 away from the county."""
    codes = second_level(survey).astype(np.int16)
    present = np.unique(codes)
    for size in (5, 5):
        index = majority(np.searchsorted(present, codes), np.arange(len(present)), size)
        codes = present[index]
    near = ndimage.binary_dilation(rasterise(survey.grid, [survey.outline]) > 0, iterations=BEYOND_CELLS)
    codes = sieve(np.where(near, codes, 0), SMALLEST_CELLS)
    # A small patch at the edge may have gone to the empty ground outside.
    at = ndimage.distance_transform_edt(codes == 0, return_distances=False, return_indices=True)
    return np.where(near, codes[tuple(at)], 0)


def sieve(labels, cells):
    """Labels with 4-connected patches below a number of cells given to their largest neighbour."""
    raster = gdal.GetDriverByName("MEM").Create("", labels.shape[1], labels.shape[0], 1, gdal.GDT_Int32)
    band = raster.GetRasterBand(1)
    band.WriteArray(labels.astype(np.int32))
    gdal.SieveFilter(band, None, band, cells, 4)
    return band.ReadAsArray()


def natural_borders(survey, codes):
    """Smooth lines between the patches of different codes."""
    return shared_borders(survey.grid, codes, EDGE_SIGMA_M, EDGE_SIMPLIFY_M)

