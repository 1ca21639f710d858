"""规划分区: the county divided by what the plan wants of each piece of ground."""

import numpy as np
import shapely
from scipy import ndimage

from built_land import homes
from coverage import absorb, classify, cut, redrawn
from landcover import FOREST, GRASS
from natural_land import sieve
from shapes import rasterise, shared_borders

PROTECTED, CONTROLLED, FARMLAND = ("生态保护区", ""), ("生态控制区", ""), ("农田保护区", "")
TOWN, LATER, GREEN = ("城镇集中建设区", ""), ("城镇弹性发展区", ""), ("特别用途区", "")
VILLAGE, FIELDS, WOODS = (("乡村发展区", part) for part in ("村庄建设区", "一般农业区", "林业发展区"))
MINING = ("矿产能源发展区", "")

LATER_SHARE = 0.13
"""Part of a growth boundary kept for later."""
LATER_LEVELS = ("中心城区", "重点镇")
GREEN_HALF_M = 70.0
"""Green banks along a main river in a town."""
WORKING = ("生产", "在建", "新建")
BANK_HALF_M = {1: 90.0, 2: 50.0}
"""Rivers are looked after with this much ground on each side."""
CONTROL_SHARE = 0.40
"""Part of the county that is high and wooded enough to be looked after, the red line included."""
WOODED_SHARE = 0.7
SMALLEST_CELLS = 330
"""Woods and fields of the plan are larger than 30 ha."""
EDGE_SIGMA_M, EDGE_SIMPLIFY_M = 90.0, 8.0
VILLAGE_MARGIN_M = 22.0
SMALLEST_M2, THINNEST_M = 30_000.0, 48.0
SMALLEST_VILLAGE_M2, THINNEST_VILLAGE_M = 12_000.0, 24.0
TOLERANCE_M = 9.0
"""Points that change a border by less are left out, but not on the three lines."""
FIXED = (PROTECTED, FARMLAND, TOWN, LATER, GREEN)
"""Zones whose limits the three lines give."""


def later_part(shape, seat):
    """The end of a growth boundary that lies farthest from the seat, cut off straight."""
    box = np.array(shapely.oriented_envelope(shape).exterior.coords)
    sides = np.diff(box[:3], axis=0)
    way = sides[np.argmax(np.hypot(*sides.T))]
    way = way / np.hypot(*way)
    points = shapely.get_coordinates(shape) - (seat.x, seat.y)
    along = points @ way
    if -along.min() > along.max():
        way, along = -way, -along
    across = np.array([-way[1], way[0]]) * 20_000.0
    near, far = float(along.min()), float(along.max())
    for _ in range(40):
        middle = (near + far) / 2
        edge = np.array([seat.x, seat.y]) + middle * way
        beyond = edge + 20_000.0 * way
        part = shape.intersection(shapely.Polygon([edge - across, edge + across, beyond + across, beyond - across]))
        near, far = (middle, far) if part.area > LATER_SHARE * shape.area else (near, middle)
    return part


def town_zones(survey):
    """(green ground, ground for later, growth boundaries)."""
    levels = {a["名称"]: a["等级"] for a, _ in survey.rows("乡镇驻地")}
    bounds = survey.rows("城镇开发边界")
    later = [later_part(shape, survey.seats[a["乡镇"]]) for a, shape in bounds if levels[a["乡镇"]] in LATER_LEVELS]
    main = shapely.union_all(survey.shapes("河流", 等级=1)).simplify(10.0).buffer(GREEN_HALF_M, quad_segs=3)
    whole = survey.whole("城镇开发边界")
    return main.intersection(whole), shapely.union_all(later), whole


def _broad(survey):
    """(how high and wooded, share of wood and grass) of each cell and its surroundings."""
    broad = ndimage.gaussian_filter(survey.elevation, 18.0)
    wooded = ndimage.uniform_filter((survey.cover == FOREST).astype(np.float32), 31)
    green = ndimage.gaussian_filter(np.isin(survey.cover, (FOREST, GRASS)).astype(np.float32), 7.0)
    return (broad - 830.0) / 1270.0 + 0.9 * wooded, green


def rural_codes(survey):
    """1 ground to be looked after, 2 woods, 3 fields; 0 away from the county."""
    inside = rasterise(survey.grid, [survey.outline]) > 0
    importance, green = _broad(survey)
    high = importance > np.quantile(importance[inside], 1 - CONTROL_SHARE)
    codes = np.where(high, 1, np.where(green > WOODED_SHARE, 2, 3))
    near = ndimage.binary_dilation(inside, iterations=8)
    return sieve(np.where(near, codes, 0), SMALLEST_CELLS)


def zone_layers(survey, reservoirs):
    """(zone, ground) of all that is drawn on the survey's own lines, strictest first."""
    green, later, town = town_zones(survey)
    villages = homes(survey).buffer(VILLAGE_MARGIN_M, quad_segs=3)
    mines = shapely.union_all([shape for a, shape in survey.rows("矿山") if a["状态"] in WORKING])
    banks = [
        line.simplify(15.0).buffer(BANK_HALF_M[a["等级"]], quad_segs=3)
        for a, line in survey.rows("河流")
        if a["等级"] in BANK_HALF_M
    ]
    water = [shape for a, shape in survey.rows("饮用水水源保护区") if a["级别"] != "准"]
    looked_after = [*banks, *water, *survey.shapes("自然保护区"), *survey.shapes("景区")]
    looked_after += [shape.buffer(60.0) for _, shape in reservoirs]
    return [
        (PROTECTED, survey.whole("生态保护红线")),
        (FARMLAND, survey.whole("永久基本农田")),
        (GREEN, green),
        (LATER, later),
        (TOWN, town),
        (VILLAGE, villages),
        (MINING, mines),
        (CONTROLLED, shapely.union_all(looked_after)),
    ]


def liking(zone, neighbour):
    """Leftovers join rural ground or the fields that enclose them; a limit of the three lines moves only for a gap."""
    if neighbour in (FIELDS, WOODS, CONTROLLED, FARMLAND):
        return 3
    return 1 if neighbour in FIXED else 2


def least(zone):
    """Smallest area and width; what the three lines hold stays whatever its size."""
    if zone in FIXED:
        return 0.0, 0.0
    return (SMALLEST_VILLAGE_M2, THINNEST_VILLAGE_M) if zone == VILLAGE else (SMALLEST_M2, THINNEST_M)


def zone_faces(survey, reservoirs):
    """(faces, zone of each)."""
    layers, codes = zone_layers(survey, reservoirs), rural_codes(survey)
    lines = shared_borders(survey.grid, codes, EDGE_SIGMA_M, EDGE_SIMPLIFY_M)
    faces = cut(survey.outline, [*lines, *(shape.boundary for _, shape in layers)])
    inside = shapely.point_on_surface(faces)
    rest = codes[survey.grid.row_col(shapely.get_x(inside), shapely.get_y(inside))]
    drawn = classify(faces, layers, None)
    zones = np.empty(len(faces), dtype=object)
    zones[:] = [zone or (CONTROLLED, WOODS, FIELDS)[max(code, 1) - 1] for zone, code in zip(drawn, rest)]
    zones = absorb(faces, zones, least, liking)
    three_lines = [shape.boundary for zone, shape in layers if zone in FIXED]
    faces, zones = redrawn(faces, zones, TOLERANCE_M, [([survey.outline.boundary, *three_lines], 0.0)])
    return faces, absorb(faces, zones, least, liking)
