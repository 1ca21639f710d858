"""用地现状: land use polygons that tile the county, with the codes of the 2023 guide."""

import numpy as np
import shapely

from built_land import HIGHWAY, RAIL, RELICS, RIVER, STREET, built_pieces
from coverage import absorb, classify, cut, dissolve, redrawn
from natural_land import natural_borders, natural_codes

NAMES = {
    "0101": "水田",
    "0102": "水浇地",
    "0103": "旱地",
    "0201": "果园",
    "0301": "乔木林地",
    "0303": "灌木林地",
    "0304": "其他林地",
    "0401": "天然牧草地",
    "0403": "其他草地",
    "0701": "城镇住宅用地",
    "0703": "农村宅基地",
    "0801": "机关团体用地",
    "0803": "文化用地",
    "0804": "教育用地",
    "0805": "体育用地",
    "0806": "医疗卫生用地",
    "0807": "社会福利用地",
    "0901": "商业用地",
    "1001": "工业用地",
    "1002": "采矿用地",
    "1201": "铁路用地",
    "1202": "公路用地",
    "1207": "城镇村道路用地",
    "1401": "公园绿地",
    "1504": "文物古迹用地",
    "1701": "河流水面",
    "1703": "水库水面",
    "2306": "裸土地",
    "2307": "裸岩石砾地",
}
LINEAR = (RAIL, HIGHWAY, STREET, RIVER)
SMALLEST_M2 = {"0": 20_000.0, "07": 6_000.0, "08": 3_500.0, "09": 5_000.0, "1": 4_000.0}
"""Smallest polygon by the beginning of its code; the longest beginning holds."""
THINNEST_M = 22.0
STRIP_THINNEST_M = 12.0
TOLERANCE_M, STRIP_TOLERANCE_M = 9.0, 2.0
"""Points that change a border by less are left out."""


def least(code_in_town):
    """Smallest area and mean width of a polygon."""
    code = code_in_town[1]
    start = max((start for start in SMALLEST_M2 if code.startswith(start)), key=len, default="0")
    return SMALLEST_M2[start], STRIP_THINNEST_M if code in LINEAR else THINNEST_M


def liking(piece, neighbour):
    """A leftover joins ground of its own town, and widens a road, river or monument only between two of them."""
    if piece[0] != neighbour[0]:
        return 0
    return 1 if neighbour[1] in (*LINEAR, RELICS) else 2


def land_use(survey, reservoirs, rng):
    """(code, name, town, polygon)."""
    pieces = built_pieces(survey, reservoirs, rng)
    codes = natural_codes(survey)
    lines = [
        *natural_borders(survey, codes),
        *(shape.boundary for _, shape in pieces),
        *(shape.boundary for shape in survey.towns.values()),
    ]
    faces = cut(survey.outline, lines)
    inside = shapely.point_on_surface(faces)
    natural = codes[survey.grid.row_col(shapely.get_x(inside), shapely.get_y(inside))]
    built = classify(faces, pieces, "")
    town = classify(faces, list(survey.towns.items()), "")
    classes = np.empty(len(faces), dtype=object)
    classes[:] = [(t, b or f"{n:04d}") for t, b, n in zip(town, built, natural)]
    classes = absorb(faces, classes, least, liking)
    limits = [survey.outline.boundary, *(shape.boundary for shape in survey.towns.values())]
    strips = [shape.boundary for code, shape in pieces if code in LINEAR]
    faces, classes = redrawn(faces, classes, TOLERANCE_M, [(limits, 0.0), (strips, STRIP_TOLERANCE_M)])
    classes = absorb(faces, classes, least, liking)
    return [(code, NAMES[code], place, shape) for (place, code), shape in dissolve(faces, classes)]
