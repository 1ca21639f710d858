"""洪涝风险控制线: low ground along the main river in two towns."""

import shapely
from scipy import ndimage

from shapes import rasterise, rounded, zones

TOWNS = ("城关镇", "康宁镇")
ABOVE_RIVER_M = 3.6
FARTHEST_M = 260.0
"""From the river; drawn for training, not computed from discharges."""
ALONG_M = 2_600.0
"""From the seat."""
CHANNEL_HALF_M = 45.0
SIGMA_M = 45.0


def flood_areas(survey):
    """(name, river, town, polygon)."""
    found = []
    for town in TOWNS:
        seat = survey.seats[town]
        river = max(survey.rows("河流", 等级=1), key=lambda row: row[1].intersection(seat.buffer(ALONG_M)).length)
        name, reach = river[0]["名称"], river[1].intersection(seat.buffer(ALONG_M))
        bed = rasterise(survey.grid, [reach.buffer(20.0)]) > 0
        away, at = ndimage.distance_transform_edt(~bed, sampling=survey.grid.cell, return_indices=True)
        low = (away < FARTHEST_M) & (survey.elevation - survey.elevation[tuple(at)] < ABOVE_RIVER_M)
        low |= rasterise(survey.grid, [reach.buffer(CHANNEL_HALF_M)]) > 0
        low = ndimage.binary_opening(low) | bed
        shape = max(zones(survey.grid, low, SIGMA_M, 0.0, survey.outline), key=lambda part: part.area)
        shape = rounded(shape.union(reach.buffer(CHANNEL_HALF_M).intersection(shape.buffer(60.0))))
        largest = max(shapely.get_parts(shape), key=shapely.area)
        found.append((f"{name}{town[:-1]}段洪涝风险控制线", name, town, largest))
    return found
