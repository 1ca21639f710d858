"""County and towns: unions of small catchments, so that their borders follow the divides."""

import numpy as np
import shapely
from scipy import ndimage
from shapely.geometry import Polygon

from channels import reach_cells
from grid import CENTRE_EAST, CENTRE_NORTH
from paths import cost_graph, nearest_source
from shapes import partition, rasterise

COUNTY_KM2 = 1258.0
UNIT_KM2 = 2.5
"""Upstream area from which a stream has a catchment of its own."""
BORDER_SIGMA_M = 110.0

SKETCH_KM = [
    (-16, 25.5), (-9, 23.5), (-3, 21.5), (5, 20.5), (11, 18), (15.5, 13), (19.5, 9.5), (22.5, 6), (22, 2.5),
    (15, 1), (10, -1.5), (11.5, -5.5), (9, -8.5), (3, -10), (4, -14), (4.5, -19), (4.5, -24), (2, -27),
    (-3, -26.5), (-5, -22.5), (-9, -19), (-14, -17), (-18, -14.5), (-20, -10), (-22.5, -6.5), (-23.5, -3),
    (-23, 3.5), (-20.5, 8), (-20.5, 13), (-19.5, 19),
]  # fmt: skip
"""Rough outline, km from the centre; the divides nearest to it become the border."""

TOWNS = {
    "城关镇": ("镇", "中心城区", (2.0, 5.0)),
    "双河镇": ("镇", "重点镇", (0.5, -21.0)),
    "桃坪镇": ("镇", "重点镇", (-2.0, -7.0)),
    "康宁镇": ("镇", "重点镇", (14.0, 7.0)),
    "石门镇": ("镇", "重点镇", (4.0, 18.0)),
    "回峰镇": ("镇", "一般镇", (-11.0, 14.5)),
    "温汤乡": ("乡", "一般镇", (-15.0, -1.5)),
}
"""Name -> kind, rank, wished place of the seat in km from the centre."""


def town_basins():
    """(km east, km north, widening of the valley floor): towns lie where the valley opens."""
    widening = {"中心城区": 3.6, "重点镇": 2.4, "一般镇": 1.8}
    return [(east, north, widening[rank]) for _, rank, (east, north) in TOWNS.values()]


def catchments(drainage, area, shape):
    """Raster of stream-link catchments, 1..n; 0 where land drains straight off the raster."""
    labels = np.zeros(area.size, dtype=np.int32)
    for index, chain in enumerate(reach_cells(drainage, area, UNIT_KM2)):
        labels[chain[:-1]] = index + 1
    return drainage.spread_upstream(labels).reshape(shape)


def main_piece(mask):
    """Largest 4-connected part of a mask with its holes filled."""
    pieces, count = ndimage.label(mask)
    sizes = ndimage.sum(mask, pieces, np.arange(1, count + 1))
    return ndimage.binary_fill_holes(pieces == 1 + int(np.argmax(sizes)))


def county_mask(grid, units):
    """Cells of the catchments that lie mostly inside the sketch, up to the county's area."""
    sketch = Polygon([(CENTRE_EAST + 1000 * x, CENTRE_NORTH + 1000 * y) for x, y in SKETCH_KM])
    inside = rasterise(grid, [sketch]) > 0
    size = np.bincount(units.ravel())
    share = np.bincount(units.ravel(), weights=inside.ravel()) / np.maximum(size, 1)
    share[0] = 0.0
    ranked = np.argsort(-share, kind="stable")
    wanted = COUNTY_KM2 * 1e6 / grid.cell**2
    low, high = 1, len(ranked)
    while low < high:
        middle = (low + high) // 2
        chosen = np.zeros(len(size), dtype=bool)
        chosen[ranked[:middle]] = True
        if main_piece(chosen[units]).sum() < wanted:
            low = middle + 1
        else:
            high = middle
    chosen = np.zeros(len(size), dtype=bool)
    chosen[ranked[:low]] = True
    return main_piece(chosen[units])


def seat_places(grid, slope, area, county):
    """Town -> (east, north): flattest valley ground by a large stream near the wished place."""
    east_km, north_km = grid.axes_km()
    stream = ndimage.maximum_filter(area, size=9)
    places = {}
    for town, (_, _, (east, north)) in TOWNS.items():
        off = np.hypot(east_km - east, north_km - north)
        comfort = np.log10(stream + 0.1) - 9.0 * ndimage.uniform_filter(slope, 11) - 0.45 * off
        comfort[(off > 3.0) | ~county | (area > 1.0)] = -np.inf
        row, col = np.unravel_index(np.argmax(comfort), grid.shape)
        places[town] = grid.east_north(row, col)
    return places


def town_labels(grid, units, county, slope, places):
    """Raster 1..7 of the towns: each catchment goes to the seat that is reached with least effort."""
    thin = (slice(1, None, 3), slice(1, None, 3))
    coarse, sites = grid.with_cell(3 * grid.cell), np.array(list(places.values())).T
    effort = cost_graph(coarse, np.where(county[thin], 1.0 + (slope[thin] / 0.12) ** 1.5, 40.0))
    row, col = coarse.row_col(*sites)
    nearest = nearest_source(effort, row * coarse.cols + col)
    votes = np.zeros((units.max() + 1, len(places)))
    for index in range(len(places)):
        votes[:, index] = np.bincount(units[thin].ravel(), weights=nearest == index, minlength=len(votes))
    row, col = grid.row_col(*sites)
    label = (votes.argmax(axis=1) + 1)[units]
    label[~county] = 0
    for _ in range(3):
        for town in range(1, len(places) + 1):
            pieces, count = ndimage.label(label == town)
            if count > 1:
                home = pieces[row[town - 1], col[town - 1]]
                label[(pieces > 0) & (pieces != home)] = -1
        stray = label == -1
        if not stray.any():
            break
        kept = ndimage.distance_transform_edt(label <= 0, return_distances=False, return_indices=True)
        label[stray] = label[tuple(kept)][stray]
    return label


def town_polygons(grid, label):
    """Town -> polygon, and the county as their union."""
    shapes = partition(grid, label, BORDER_SIGMA_M)
    towns = {town: shapes[index + 1] for index, town in enumerate(TOWNS)}
    return towns, shapely.union_all(list(towns.values()), grid_size=0.01)
