"""产业链联系: what goes from the mines to the parks, between the parks, and on to the towns."""

import numpy as np
import shapely
from shapely.geometry import LineString, Point

ALUMINIUM, COKE = "铝土矿—氧化铝—电解铝—铝加工", "煤—焦—化"
LEADING = {"云岭经济技术开发区": "铝镁新材料、装备制造", "双河产业园": "煤焦化工、资源综合利用"}
"""Park -> its leading industries."""
ALUMINIUM_PARK, COKE_PARK = LEADING
WORKING = ("生产", "在建")
FROM_MINES = [
    ("铝土矿", ALUMINIUM_PARK, ALUMINIUM, "铝土矿开采—氧化铝"),
    ("煤", COKE_PARK, COKE, "原煤开采—洗选炼焦"),
]
"""Mineral, park, chain, step."""
ONWARD = [
    (ALUMINIUM_PARK, "康宁镇", ALUMINIUM, "氧化铝—电解铝"),
    (ALUMINIUM_PARK, "城关镇", ALUMINIUM, "电解铝—铝加工"),
    (COKE_PARK, "双河镇", COKE, "焦化—煤化工"),
    (COKE_PARK, ALUMINIUM_PARK, COKE, "焦炉煤气—氧化铝焙烧"),
    (COKE_PARK, "桃坪镇", COKE, "煤焦副产—资源综合利用"),
]
BOW = 0.10
"""How far a link bows out, as a part of its length: links to one place do not hide one another."""
POINTS = 13


def bowed(start, end):
    """Arc from one point to another, bowed to the left of the way."""
    a, b = np.array(start.coords[0]), np.array(end.coords[0])
    t = np.linspace(0, 1, POINTS)[:, None]
    aside = BOW * np.array([a[1] - b[1], b[0] - a[0]])
    points = a + t * (b - a) + 4 * t * (1 - t) * aside
    return shapely.set_precision(LineString(points), 0.01, mode="pointwise")


def industry_links(survey):
    """(from, to, chain, step, line)."""
    parks = {a["名称"]: Point(shape.representative_point()) for a, shape in survey.rows("产业园区")}
    places = {**survey.seats, **parks}
    found = []
    for mineral, park, chain, step in FROM_MINES:
        for a, right in survey.rows("矿山", 矿种=mineral):
            if a["状态"] in WORKING:
                found.append((a["名称"], park, chain, step, bowed(right.representative_point(), parks[park])))
    found += [(start, end, chain, step, bowed(places[start], places[end])) for start, end, chain, step in ONWARD]
    return found


def with_leading_industry(table):
    """The table of the parks with their leading industries as the last field."""
    kind, fields, rows = table
    if "主导产业" in fields:
        return table
    named = [(*values, LEADING[values[0]], shape) for *values, shape in rows]
    return kind, {**fields, "主导产业": str}, named
