"""旅游节点 and 旅游廊带: what is worth a visit, and the roads and river banks that join it."""

import numpy as np
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra
from shapely.geometry import LineString, Point
from shapely.ops import linemerge

from channels import densify, smooth_line

SUMMITS = 2
"""The highest summits that are places to go to."""
VILLAGE_STAYS = {"城关镇": 1, "桃坪镇": 1, "康宁镇": 1, "石门镇": 1}
"""Town -> villages that live from visitors."""
REFUGES = {"温汤康养小镇": ("温汤乡", (-560.0, 420.0)), "回峰森林康养基地": ("回峰镇", (-900.0, 700.0))}
"""Name -> town and place from its seat (m)."""
APART_M = 1_800.0
"""Distance of a village of visitors from other places to go to."""
GRADES = ("核心节点", "重要节点", "一般节点")
CORRIDORS = [
    ("红色文化廊带", "红色文化", ["城关镇", "桃坪镇", "红军渡旧址", "双河镇"]),
    ("云岭山水生态廊带", "自然生态", ["城关镇", "云岭风景区"]),
    ("温泉康养廊带", "温泉康养", ["桃坪镇", "温汤温泉旅游区", "温汤康养小镇"]),
    ("石门古道廊带", "历史文化", ["城关镇", "云岭古堡", "石门关遗址"]),
    ("回峰森林康养廊带", "森林康养", ["城关镇", "回峰森林康养基地"]),
    ("康石田园廊带", "乡村休闲", ["康宁镇", "石门镇"]),
    ("石窟文化廊带", "历史文化", ["桃坪镇", "桃坪石窟"]),
]
"""Name, theme, places in their order along the roads; a road belongs to the first corridor that uses it."""
RIVER_CORRIDOR = ("清水河乡村休闲廊带", "乡村休闲", "清水河", "城关镇", "康宁镇")
SMOOTHED_EVERY_M = 150.0


def tourism_nodes(survey):
    """(name, kind, grade, point)."""
    found = []
    for a, shape in survey.rows("景区"):
        kind = "温泉" if "温泉" in a["名称"] else "自然"
        found.append((a["名称"], kind, GRADES[0], shape.representative_point()))
    peaks = sorted(survey.rows("山峰"), key=lambda row: -row[0]["高程_m"])[:SUMMITS]
    found += [(a["名称"], "自然", GRADES[1], place) for a, place in peaks]
    for a, shape in survey.rows("文物保护单位"):
        kind = "红色文化" if a["名称"].startswith("红军") else "历史文化"
        grade = GRADES[0] if kind == "红色文化" else GRADES[1 if a["级别"] == "省级" else 2]
        found.append((a["名称"], kind, grade, shape.representative_point()))
    for name, (town, (east, north)) in REFUGES.items():
        seat = survey.seats[town]
        found.append((name, "康养", GRADES[1], Point(seat.x + east, seat.y + north)))
    sights = shapely.union_all([place for *_, place in found])
    stays = [(f"{a['名称']}乡村旅游点", "乡村", GRADES[2], place) for a, place in _village_stays(survey, sights)]
    return [(*row, Point(round(place.x, 2), round(place.y, 2))) for *row, place in found + stays]


def _village_stays(survey, sights):
    """The villages, at some distance from their seat, that lie nearest to the sights without being at one."""
    chosen = []
    for town, count in VILLAGE_STAYS.items():
        rows = survey.rows("行政村", 乡镇=town, 类型="村庄")
        clear = [
            (a, place)
            for a, place in rows
            if place.distance(survey.seats[town]) > 2_500 and place.distance(sights) > APART_M
        ]
        chosen += sorted(clear, key=lambda row: row[1].distance(sights))[:count]
    return chosen


class RoadGraph:
    """Shortest ways along the roads, main ones preferred."""

    EFFORT = {"国道": 0.8, "省道": 0.85, "县道": 0.95, "乡道": 1.15, "村道": 1.4}

    def __init__(self, roads):
        self.lines = [line for _, line in roads]
        ends = [end for line in self.lines for end in (line.coords[0], line.coords[-1])]
        self.nodes = sorted(set(ends))
        number = {node: index for index, node in enumerate(self.nodes)}
        self.pairs = {}
        for index, (a, line) in enumerate(roads):
            pair = number[line.coords[0]], number[line.coords[-1]]
            effort = line.length * self.EFFORT[a["等级"]]
            if pair[0] != pair[1] and effort < self.pairs.get(pair, (np.inf,))[0]:
                self.pairs[pair] = self.pairs[pair[::-1]] = (effort, index)
        rows, cols = np.array(list(self.pairs)).T
        efforts = [effort for effort, _ in self.pairs.values()]
        self.graph = coo_matrix((efforts, (rows, cols)), shape=(len(self.nodes),) * 2).tocsr()

    def nearest(self, place, reached=None):
        """The junction nearest to a place, of those that can be reached."""
        away = np.hypot(*(np.array(self.nodes) - (place.x, place.y)).T)
        return int(np.argmin(away if reached is None else np.where(reached, away, np.inf)))

    def way(self, start, end):
        """Numbers of the road sections from near one place to near another, in their order."""
        first = self.nearest(start)
        effort, before = dijkstra(self.graph, indices=first, return_predecessors=True)
        here, found = self.nearest(end, np.isfinite(effort)), []
        while here != first:
            found.append(self.pairs[before[here], here][1])
            here = int(before[here])
        return found[::-1]

    def round_way(self, stops):
        """Numbers of the sections of a way past several places, without the side ways that lead there and back."""
        walked = []
        for start, end in zip(stops, stops[1:]):
            for section in self.way(start, end):
                if walked and walked[-1] == section:
                    walked.pop()
                else:
                    walked.append(section)
        return set(walked)


def softened(line):
    """A line that follows its road as a brush would."""
    (points,) = densify(np.asarray(line.coords), SMOOTHED_EVERY_M)
    return shapely.set_precision(LineString(smooth_line(points, 1.2)).simplify(12.0), 0.01, mode="pointwise")


def tourism_corridors(survey, nodes):
    """(name, theme, line)."""
    graph = RoadGraph(survey.rows("道路"))
    places = {**survey.seats, **{name: place for name, _, _, place in nodes}}
    found, used = [], set()
    for name, theme, stops in CORRIDORS:
        sections = graph.round_way([places[stop] for stop in stops]) - used
        used |= sections
        merged = linemerge([graph.lines[section] for section in sorted(sections)])
        longest = max(shapely.get_parts(merged), key=lambda part: part.length)
        found.append((name, theme, softened(longest)))
    name, theme, river, start, end = RIVER_CORRIDOR
    return [*found, (name, theme, softened(_river_way(survey, river, places[start], places[end])))]


def _river_way(survey, river, start, end):
    """A river between two towns."""
    line = max(survey.shapes("河流", 名称=river), key=lambda part: part.length)
    first, last = sorted((line.project(start), line.project(end)))
    return shapely.ops.substring(line, first, last)
