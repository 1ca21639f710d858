"""Built-up ground, water and mines for the land use layer: pieces by code, the one that lies on top first."""

import numpy as np
import shapely
from shapely import affinity

from landcover import DWELLING, INDUSTRY, WATER
from protection import uneven_disc
from road_lines import valley_angle
from shapes import zones

RAIL, HIGHWAY, RIVER, RESERVOIR = "1201", "1202", "1701", "1703"
MINE, WORKS, STREET, PARK = "1002", "1001", "1207", "1401"
TOWN_HOMES, VILLAGE_HOMES, SHOPS, RELICS = "0701", "0703", "0901", "1504"

ROAD_HALF_M = {"国道": 15.0, "省道": 12.0}
RAIL_HALF_M = 12.0
STREET_HALF_M = 9.0
RIVER_HALF_M = {1: 26.0, 2: 17.0, 3: 11.0}
DUG_SHARE = 0.62
"""Part of an open-cast right that is dug up; the rest is still field or wood."""
YARD_M2 = 9.0e4
"""Surface yard of an underground mine."""
SHOP_STREETS = ("清河大街", "府前路")
STREET_CLASSES = ("县道", "乡道")
GAP_M = 130.0
"""Gaps between the houses of a town that are no wider than twice this belong to it."""
FACILITY_CODES = {
    "医疗": "0806",
    "教育": "0804",
    "文化": "0803",
    "体育": "0805",
    "养老": "0807",
    "社会保障": "0801",
    "应急安全": "0801",
}
PLOT_M2 = {"医疗": 90.0, "教育": 22.0, "文化": 6.0, "体育": 4.0, "养老": 70.0, "社会保障": 6.0, "应急安全": 30.0}
"""Ground per bed, pupil, square metre of floor, or member of staff."""
SMALLEST_PLOT_M2, LARGEST_PLOT_M2 = 9_000.0, 52_000.0
TOWN_KINDS = ("医疗", "教育", "养老")
"""Facilities of a town that are large enough to be drawn."""
PARK_M2 = {"中心城区": 65_000.0, "重点镇": 22_000.0}


def homes(survey):
    """Smooth polygons of the dwellings, villages and towns alike."""
    return shapely.union_all(zones(survey.grid, survey.cover == DWELLING, 24.0, 18_000.0, survey.outline))


def strip(line, half_width):
    """Ground along a line, with as few corners as its bends need."""
    return line.simplify(3.0).buffer(half_width, join_style="mitre", mitre_limit=2.0, quad_segs=2)


def corridors(survey):
    """Railway and main roads as strips."""
    rail = shapely.union_all([strip(line, RAIL_HALF_M) for line in survey.shapes("铁路")])
    roads = [
        strip(line, ROAD_HALF_M[a["等级"]])
        for a, line in survey.rows("道路")
        if a["等级"] in ROAD_HALF_M
    ]
    return [(RAIL, rail), (HIGHWAY, shapely.union_all(roads))]


def rivers(survey):
    """Rivers wide enough to be seen from above: those that the land cover shows as water."""
    strips = []
    for a, line in survey.rows("河流"):
        at = line.interpolate(np.linspace(0, line.length, 60))
        row, col = survey.grid.row_col(shapely.get_x(at), shapely.get_y(at))
        if (survey.cover[row, col] == WATER).mean() > 0.45:
            strips.append(strip(line, RIVER_HALF_M[a["等级"]]))
    return shapely.union_all(strips)


def mines(survey, rng):
    """Ground taken by mining: most of an open pit, the yard of a shaft, nothing where work has not begun."""
    dug = []
    for a, right in survey.rows("矿山"):
        centre = right.centroid
        area = DUG_SHARE * right.area if a["开采方式"] == "露天" else YARD_M2
        ground = uneven_disc(rng, (centre.x, centre.y), np.sqrt(area / np.pi), 0.16)
        if a["状态"] != "新建":
            dug.append(ground.intersection(right.buffer(-15.0)).simplify(5.0))
    return shapely.union_all(dug).intersection(survey.outline)


def works(survey):
    """The built part of the industrial parks."""
    return shapely.union_all(zones(survey.grid, survey.cover == INDUSTRY, 28.0, 25_000.0, survey.whole("产业园区")))


def plot(place, area, angle):
    """Rectangular piece of ground along a valley."""
    wide = np.sqrt(area * 1.3)
    half = np.array([wide, area / wide]) / 2
    box = shapely.box(place.x - half[0], place.y - half[1], place.x + half[0], place.y + half[1])
    return affinity.rotate(box, angle, origin=place)


def facility_plots(survey, angles):
    """Plots of the county's facilities and of the towns' hospitals, schools and homes for the old."""
    found = []
    for a, place in survey.rows("公共服务设施"):
        kind, level = a["类型"], a["级别"]
        if level == "中心城区" or (level == "重点镇" and kind in TOWN_KINDS):
            area = np.clip(PLOT_M2[kind] * a["规模"], SMALLEST_PLOT_M2, LARGEST_PLOT_M2)
            found.append((FACILITY_CODES[kind], plot(place, area, angles[a["乡镇"]])))
    # The largest lies lowest, so that none hides another.
    return sorted(found, key=lambda piece: piece[1].area)


def parks(survey, town_ground, river, angles):
    """A park in each larger town, and green banks where a river runs through the county seat."""
    found = []
    for a, seat in survey.rows("乡镇驻地"):
        if a["等级"] in PARK_M2:
            place = affinity.translate(seat, 180.0, -160.0)
            found.append(plot(place, PARK_M2[a["等级"]], angles[a["名称"]]))
    banks = river.buffer(38.0, quad_segs=3).intersection(town_ground["城关镇"])
    return shapely.union_all([*found, banks])


def built_up(survey, ground, dwellings, pieces):
    """The ground of a town that is built over: dwellings, plots and streets with what they enclose."""
    own = dwellings.intersection(ground)
    streets = [line for a, line in survey.rows("道路") if not a["编号"] and a["等级"] in STREET_CLASSES]
    rows = shapely.union_all([line.buffer(95.0, quad_segs=2) for line in streets]).intersection(ground)
    whole = shapely.union_all([own, rows, *(piece.intersection(ground) for piece in pieces)])
    return whole.buffer(GAP_M, quad_segs=3).buffer(-GAP_M, quad_segs=3).intersection(ground)


def built_pieces(survey, reservoirs, rng):
    """(code, ground) of everything that is not field, wood, grass or bare, what lies on top first."""
    town_ground = {a["乡镇"]: shape for a, shape in survey.rows("城镇开发边界") if a["名称"].startswith(a["乡镇"])}
    angles = {
        town: valley_angle((survey.seats[town].x, survey.seats[town].y), ground) for town, ground in town_ground.items()
    }
    towns, river, dwellings = shapely.union_all(list(town_ground.values())), rivers(survey), homes(survey)
    streets = [
        line.buffer(STREET_HALF_M, cap_style="flat", quad_segs=2)
        for a, line in survey.rows("道路")
        if not a["编号"] and a["等级"] in STREET_CLASSES
    ]
    shops = shapely.union_all([line for name in SHOP_STREETS for line in survey.shapes("道路", 名称=name)])
    plots = facility_plots(survey, angles)
    built = shapely.union_all(
        [built_up(survey, ground, dwellings, [piece for _, piece in plots]) for ground in town_ground.values()]
    )
    return [
        *corridors(survey),
        (RIVER, river),
        (STREET, shapely.union_all(streets).intersection(town_ground["城关镇"])),
        (RESERVOIR, shapely.union_all([shape for _, shape in reservoirs])),
        *[(code, piece.intersection(towns)) for code, piece in plots],
        (PARK, parks(survey, town_ground, river, angles).intersection(towns)),
        (SHOPS, shops.buffer(62.0, quad_segs=2).intersection(built).intersection(town_ground["城关镇"])),
        (RELICS, survey.whole("文物保护单位")),
        (WORKS, works(survey)),
        (MINE, mines(survey, rng).difference(dwellings)),
        (TOWN_HOMES, built),
        (VILLAGE_HOMES, dwellings),
    ]
