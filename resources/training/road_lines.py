"""Roads as lines: smoothed between junctions, noded where they meet, with the streets of the county seat."""

from dataclasses import dataclass

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import LineString

from channels import densify, smooth_line
from road_plan import CLASSES

SURFACES = ["沥青", "沥青", "沥青", "水泥", "水泥"]
SMOOTH_NODES = 1.25
SIMPLIFY_M = 4.0
JOIN_M = 0.01
SHORTEST_M = 1.5
STREET_ANGLE_STEP = 5


@dataclass
class RoadLine:
    """One road section between two junctions; ``rank`` is the position in CLASSES."""

    name: str
    code: str
    rank: int
    surface: str
    one_way: str
    line: LineString


def chains(builder):
    """(road number, node list) of each run of edges of one road between junctions."""
    touching = {}
    for edge, road in builder.owner.items():
        for node in edge:
            touching.setdefault(node, []).append((edge, road))

    def is_junction(node):
        return len(touching[node]) != 2 or touching[node][0][1] != touching[node][1][1]

    done, found = set(), []
    nodes = sorted(touching, key=lambda node: (not is_junction(node), node))
    for node in nodes:
        for edge, road in touching[node]:
            if edge in done:
                continue
            run, here = [node], node
            while edge not in done:
                done.add(edge)
                here = edge[0] if edge[1] == here else edge[1]
                run.append(here)
                if is_junction(here):
                    break
                edge = next((e for e, _ in touching[here] if e not in done), edge)
            found.append((road, run))
    return found


def rural_lines(builder, gates):
    """Smoothed lines of all planned roads, with the main ones drawn out to the border."""
    lines = []
    for road, run in chains(builder):
        points = builder.node_xy[run]
        if len(points) > 3:
            (points,) = densify(points, 60.0)
            points = smooth_line(points, SMOOTH_NODES * 1.5)
        lines.append((builder.roads[road], LineString(points).simplify(SIMPLIFY_M)))
    for gate in gates.values():
        end = builder.node_xy[builder.node_at(*gate)]
        road = next(r for r, line in lines if shapely.Point(end).distance(line) < JOIN_M)
        lines.append((road, LineString([end, gate])))
    return lines


STREETS = [
    ("清河大街", "县道", "", 0, (-1500, 1500)),
    ("云岭大街", "县道", "", 260, (-1300, 1250)),
    ("文昌街", "乡道", "", -240, (-1000, 1100)),
    ("后街", "乡道", "yes", 430, (-700, 500)),
    ("东风巷", "乡道", "yes", -400, (-450, 600)),
]
"""Name, class, one way, offset across the valley, reach left and right (m)."""
CROSS_STREETS = [
    ("朝阳路", "县道", 900),
    ("府前路", "县道", 60),
    ("学府路", "乡道", 480),
    ("新建路", "乡道", -380),
    ("西环路", "县道", -820),
    ("安居路", "乡道", -1180),
    ("工业路", "乡道", 1280),
]


def town_streets(seat, built_up, angle):
    """Street lines of the county seat, turned along the valley and kept to the built-up ground."""
    lines = []
    for name, class_name, one_way, across, (left, right) in STREETS:
        bow = np.linspace(left, right, 25)
        line = LineString(np.column_stack([bow, across + 35.0 * np.sin(bow / 420.0)]))
        lines.append((name, class_name, one_way, line))
    for name, class_name, along in CROSS_STREETS:
        reach = np.linspace(-480, 520, 9)
        line = LineString(np.column_stack([along + 18.0 * np.sin(reach / 200.0 + along), reach]))
        lines.append((name, class_name, "", line))
    streets = []
    for name, class_name, one_way, line in lines:
        placed = affinity.translate(affinity.rotate(line, angle, origin=(0, 0)), *seat)
        for piece in shapely.get_parts(placed.intersection(built_up)):
            if piece.geom_type == "LineString" and piece.length > 120:
                streets.append((name, class_name, one_way, piece))
    return streets


def valley_angle(seat, built_up):
    """Direction (degrees) in which the built-up area is longest."""
    angles = np.arange(0, 180, STREET_ANGLE_STEP)
    axes = shapely.MultiLineString(
        [[(-1800, across), (1800, across)] for across in (-300, -150, 0, 150, 300)]
    )
    reach = []
    for angle in angles:
        turned = affinity.rotate(axes, angle, origin=(0, 0))
        reach.append(affinity.translate(turned, *seat).intersection(built_up).length)
    return float(angles[int(np.argmax(reach))])


def noded(drawn):
    """Sections between all crossings, each with the attributes of the line it came from."""
    sources = [line for *_, line in drawn]
    pieces = shapely.get_parts(shapely.union_all(sources, grid_size=JOIN_M))
    tree = shapely.STRtree(sources)
    middle = shapely.line_interpolate_point(pieces, 0.5, normalized=True)
    sections = []
    for piece, point in zip(pieces, middle):
        near = tree.query(point, predicate="dwithin", distance=0.5)
        # Where two lines run into one another the higher class gives the name.
        owner = min(near, key=lambda i: (drawn[i][2], sources[i].distance(point)))
        name, code, rank, surface, one_way, _ = drawn[owner]
        sections.append(RoadLine(name, code, rank, surface, one_way, piece))
    return sections


def components(sections):
    """Number of the connected part each section belongs to, counted from 0 by length, longest first."""
    parent = {}

    def root(node):
        while parent.setdefault(node, node) != node:
            node = parent[node]
        return node

    for section in sections:
        first, last = root(section.line.coords[0]), root(section.line.coords[-1])
        parent[first] = last
    roots = [root(section.line.coords[0]) for section in sections]
    length = {}
    for name, section in zip(roots, sections):
        length[name] = length.get(name, 0.0) + section.line.length
    rank = {name: i for i, name in enumerate(sorted(length, key=lambda name: -length[name]))}
    return [rank[name] for name in roots]


def road_sections(builder, gates, seat, built_up, cut_off_village):
    """All road sections of the county."""
    drawn = []
    for road, line in rural_lines(builder, gates):
        drawn.append((road.name, road.code, road.rank, SURFACES[road.rank], "", line))
    streets = town_streets(seat, built_up, valley_angle(seat, built_up))
    for name, class_name, one_way, line in streets:
        drawn.append((name, "", CLASSES.index(class_name), "沥青", one_way, line))
    sections = [section for section in noded(drawn) if section.line.length >= SHORTEST_M]
    home = shapely.Point(cut_off_village.east, cut_off_village.north)
    part = components(sections)
    kept = [s for s, number in zip(sections, part) if number == 0 or s.line.distance(home) < 1_000]
    return sorted(kept, key=lambda s: (s.rank, s.code, s.name, s.line.coords[0]))
