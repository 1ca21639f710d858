"""Named rivers: reaches joined from the mouth up the larger branch, cut at the county border."""

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import LineString

RIVER_KM2 = 6.0
"""Upstream area from which a stream is drawn as a river."""
SECOND_CLASS_KM2 = 28.0
SHORTEST_M = 900.0
NAMED_FROM_M = 3_500.0

MAIN_RIVERS = {"清水河": "康宁镇", "石门河": "石门镇", "杏花河": "桃坪镇"}
"""Main river -> the town whose seat lies on it."""
TRIBUTARIES = ["柳林河", "白杨河", "榆树河", "石槽沟", "大川沟", "桃花溪", "青龙沟", "黑龙沟", "温泉河", "回峰河", "七里沟", "椿树沟", "磨盘沟", "羊泉沟", "水峪沟", "月亮沟", "云溪", "杨柳沟", "枣林沟", "核桃沟", "双泉沟", "北峪沟", "南峪沟", "红崖沟", "白石沟", "木瓜沟", "砚台沟", "莲花溪", "牛头沟", "老鸦沟", "芦苇沟", "龙王沟", "神堂沟", "石鼓沟", "清泉沟", "松林沟", "苍耳沟", "柏叶沟", "野梨沟", "瓦窑沟"]


@dataclass
class River:
    """Line digitised downstream inside the county; ``area`` is the largest upstream area in km2."""

    name: str
    rank: int
    line: LineString
    area: float


def river_stems(reaches):
    """Reach indices of each river, mouth first; a river goes on up its larger branch."""
    branches = {}
    for index, reach in enumerate(reaches):
        if reach.area[-1] >= RIVER_KM2:
            branches.setdefault(reach.next, []).append(index)
    mouths = list(branches.get(-1, []))
    stems = []
    while mouths:
        stem = [mouths.pop(0)]
        while stem[-1] in branches:
            first, *others = sorted(branches[stem[-1]], key=lambda index: -reaches[index].area[-1])
            mouths += others
            stem.append(first)
        stems.append(stem)
    return stems


def stem_line(reaches, stem):
    """Line of a river from source to mouth, from the point where it is large enough to be drawn."""
    points = np.vstack([reaches[index].line[:-1] for index in reversed(stem)] + [reaches[stem[0]].line[-1:]])
    area = np.concatenate(
        [reaches[index].area[:-1] for index in reversed(stem)] + [reaches[stem[0]].area[-1:]]
    )
    drawn = area >= RIVER_KM2
    first = max(0, int(np.argmax(drawn)) - 1)
    # Every third point keeps the course; confluences must stay, so that tributaries end on the river.
    keep = np.zeros(len(points), dtype=bool)
    keep[first::3] = True
    ends = np.cumsum([0] + [len(reaches[index].line) - 1 for index in reversed(stem)])
    keep[ends[ends >= first]] = True
    keep[-1] = True
    return points[keep], area[keep]


def county_rivers(reaches, county, seats):
    """Rivers inside the county, main ones first."""
    stems = []
    for stem in river_stems(reaches):
        points, area = stem_line(reaches, stem)
        if len(points) < 2:
            continue
        inside = shapely.set_precision(LineString(points).intersection(county), 0.01, mode="pointwise")
        pieces = [piece for piece in shapely.get_parts(inside) if piece.length >= SHORTEST_M]
        if pieces:
            within = shapely.contains_xy(county, *points.T)
            stems.append((pieces, float(area[within].max(initial=RIVER_KM2))))
    owner = {}
    for name, town in MAIN_RIVERS.items():
        seat = shapely.Point(*seats[town])
        near = [i for i, (pieces, _) in enumerate(stems) if min(p.distance(seat) for p in pieces) < 1_500]
        owner[max(near, key=lambda index: stems[index][1])] = name
    order = sorted(range(len(stems)), key=lambda index: (index not in owner, -stems[index][1]))
    spare, rivers = iter(TRIBUTARIES), []
    for index in order:
        pieces, area = stems[index]
        length = sum(piece.length for piece in pieces)
        name = owner.get(index) or (next(spare, "") if length >= NAMED_FROM_M else "")
        rank = 1 if index in owner else 2 if area >= SECOND_CLASS_KM2 else 3
        rivers += [River(name, rank, piece, area) for piece in pieces]
    return rivers
