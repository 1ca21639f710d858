"""Two reservoirs: valleys closed by a dam where water would drown neither village nor road nor mine."""

import numpy as np
import shapely
from scipy import ndimage

from drainage import fill_depressions, route
from shapes import zones

COUNT = 2
DAM_M = 16.0
"""Height of the water above the river bed at the dam."""
TRIED_EVERY_M = 300.0
SMALLEST_M2, LARGEST_M2 = 1.2e5, 6.0e5
APART_M = 6_000.0
FARTHEST_M = 2_500.0
"""Water reaches no farther up the valley than this."""


def _occupied(survey):
    """Ground that is not to be drowned."""
    villages = [place.buffer(260.0) for place in survey.shapes("行政村")]
    roads = [road.buffer(25.0) for a, road in survey.rows("道路")]
    others = [shape.buffer(60.0) for name in ("矿山", "城镇开发边界", "文物保护单位") for shape in survey.shapes(name)]
    zones_ = [shape for a, shape in survey.rows("饮用水水源保护区") if a["级别"] == "一级"]
    return shapely.union_all([*villages, *roads, *others, *zones_])


def _water(survey, drainage, row, col):
    """Cells that a dam at a cell would put under water."""
    reach = int(FARTHEST_M / survey.grid.cell)
    window = (slice(max(row - reach, 0), row + reach), slice(max(col - reach, 0), col + reach))
    start = np.zeros(survey.grid.shape, dtype=np.int8)
    start[row, col] = 1
    upstream = drainage.spread_upstream(start).reshape(survey.grid.shape)[window] == 1
    low = survey.elevation[window] <= survey.elevation[row, col] + DAM_M
    patches, _ = ndimage.label(upstream & low, structure=np.ones((3, 3)))
    full = np.zeros(survey.grid.shape, dtype=bool)
    full[window] = patches == patches[row - window[0].start, col - window[1].start]
    return full


def _dam_sites(survey, occupied):
    """Points along the tributaries, away from what is not to be drowned, nearest to the county seat first."""
    seat = survey.seats["城关镇"]
    sites = [
        line.interpolate(at)
        for a, line in survey.rows("河流")
        if a["等级"] >= 2 and a["名称"]
        for at in np.arange(900.0, line.length, TRIED_EVERY_M)
    ]
    free = [site for site in sites if site.distance(occupied) > 120.0]
    inside = survey.outline.buffer(-1_500.0)
    return sorted((site for site in free if inside.contains(site)), key=seat.distance)


def make_reservoirs(survey):
    """(name, polygon) of the reservoirs."""
    occupied = _occupied(survey)
    shapely.prepare(occupied)
    drainage = route(fill_depressions(survey.elevation), survey.grid.cell)
    found = []
    for site in _dam_sites(survey, occupied):
        if len(found) == COUNT:
            break
        if any(site.distance(other) < APART_M for _, other in found):
            continue
        row, col = survey.grid.row_col(site.x, site.y)
        cells = _water(survey, drainage, int(row), int(col))
        if not SMALLEST_M2 < cells.sum() * survey.grid.cell**2 < LARGEST_M2:
            continue
        shape = max(zones(survey.grid, cells, 26.0, 0.0), key=lambda part: part.area)
        if not shape.intersects(occupied):
            river = min(survey.rows("河流"), key=lambda one: one[1].distance(site))[0]["名称"]
            found.append((f"{river}水库", shape))
    return found
