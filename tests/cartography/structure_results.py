"""Layers such as 总体格局 and 城镇等级与联系 give, drawn by hand on the training county.

To look at their sheets and to test them without running the algorithms.
"""

from __future__ import annotations

from itertools import combinations

from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer

from ronghe.plugin.county.layers import is_own
from ronghe.plugin.county.provenance import Provenance
from ronghe.plugin.county.results import mark_run

CRS = "EPSG:4546"
SLOGAN = "双核引领、两园驱动、一屏六廊"
CLAUSES = ((1, "双核引领", 2, "核"), (2, "两园驱动", 2, "园"), (3, "一屏", 1, "屏"), (4, "六廊", 6, "廊"))
AXES = "一主两副、两轴四区"
AXES_CLAUSES = ((1, "一主", 1, "主"), (2, "两副", 2, "副"), (3, "两轴", 2, "轴"), (4, "四区", 4, "区"))
FIELDS = "clause:int clause_text noun name symbol rank:int proposed:int basis"
PARSED = "order:int text count:int noun_zh geometry symbol found:int proposed:int"
LEVELS = {"中心城区": 1, "重点镇": 2, "一般镇": 3}


def layer_named(project: QgsProject, name: str) -> QgsVectorLayer:
    """The planner's layer of a name."""
    return next(one for one in project.mapLayersByName(name) if not is_own(one))


def add_structure(project: QgsProject, proposed: bool = True) -> None:
    """双核引领、两园驱动、一屏六廊, the corridors along the longest rivers; all but cores and parks are proposals where
    ``proposed``."""
    seats, mark = _by_name(project, "乡镇驻地"), int(proposed)
    points = [
        (seats["城关镇"], 1, "双核引领", "核", "城关镇", "core_main", 1, 0, ""),
        (seats["双河镇"], 1, "双核引领", "核", "双河镇", "core_main", 2, 0, ""),
    ]
    parks = [
        (shape, 2, "两园驱动", "园", name, "park", 1, 0, "") for name, shape in _by_name(project, "产业园区").items()
    ]
    county = next(layer_named(project, "县界").getFeatures()).geometry()
    screen = (3, "一屏", "屏", "云岭生态屏障", "screen", 1, mark, "")
    rivers = _by_name(project, "河流")
    longest = sorted(rivers, key=lambda name: -rivers[name].length())[:6]
    lines = [(rivers[name], 4, "六廊", "廊", f"{name}生态廊道", "corridor", 1, mark, "") for name in longest]
    add_run(
        project,
        "spatialstructure",
        {"SLOGAN": SLOGAN},
        {"HEADLINE": SLOGAN},
        {
            "PARSED": _layer("NoGeometry", PARSED, [(None, *one, "", "", one[2], 0) for one in CLAUSES]),
            "STRUCTURE_POINTS": _layer("Point", FIELDS, points),
            "STRUCTURE_LINES": _layer("MultiLineString", FIELDS, lines),
            "STRUCTURE_POLYGONS": _layer("MultiPolygon", FIELDS, [(_west(county), *screen), *parks]),
        },
    )


def add_axes(project: QgsProject) -> None:
    """一主两副、两轴四区: axes between seats, zones of neighbouring towns."""
    seats, towns = _by_name(project, "乡镇驻地"), _by_name(project, "乡镇")
    points = [
        (seats[name], clause, text, noun, name, symbol, 1, 1, "")
        for name, clause, text, noun, symbol in (
            ("城关镇", 1, "一主", "主", "core_main"),
            ("双河镇", 2, "两副", "副", "core_sub"),
            ("桃坪镇", 2, "两副", "副", "core_sub"),
        )
    ]
    axes = (
        ("康宁—城关—回峰发展轴", ("康宁镇", "城关镇", "回峰镇")),
        ("城关—双河发展轴", ("城关镇", "桃坪镇", "双河镇")),
    )
    lines = [
        (
            QgsGeometry.fromPolylineXY([seats[one].asPoint() for one in along]),
            3,
            "两轴",
            "轴",
            name,
            ("axis_main", "axis_sub")[number],
            number + 1,
            1,
            "",
        )
        for number, (name, along) in enumerate(axes)
    ]
    zones = (
        ("北部生态农业区", ("石门镇", "回峰镇")),
        ("中部城镇发展区", ("城关镇", "康宁镇")),
        ("西部文旅康养区", ("温汤乡",)),
        ("南部产业集聚区", ("桃坪镇", "双河镇")),
    )
    areas = [
        (QgsGeometry.unaryUnion([towns[one] for one in held]), 4, "四区", "区", name, f"zone_{number}", number, 1, "")
        for number, (name, held) in enumerate(zones, start=1)
    ]
    add_run(
        project,
        "spatialstructure",
        {"SLOGAN": AXES},
        {"HEADLINE": AXES},
        {
            "PARSED": _layer("NoGeometry", PARSED, [(None, *one, "", "", one[2], one[2]) for one in AXES_CLAUSES]),
            "STRUCTURE_POINTS": _layer("Point", FIELDS, points),
            "STRUCTURE_LINES": _layer("MultiLineString", FIELDS, lines),
            "STRUCTURE_POLYGONS": _layer("MultiPolygon", FIELDS, areas),
        },
    )


def add_hierarchy(project: QgsProject) -> None:
    """Seven towns in three levels, and the links between all of them."""
    towns, seats = layer_named(project, "乡镇"), _by_name(project, "乡镇驻地")
    rows, people = [], {}
    for rank, one in enumerate(sorted(towns.getFeatures(), key=lambda town: -town["人口"]), start=1):
        people[one["名称"]] = one["人口"]
        level, score = LEVELS[one["等级"]], one["人口"] / 29640
        rows.append(
            (one.geometry(), one["名称"], one["人口"], level, one["等级"], score, rank, score, score, score, "工贸型")
        )
    fields = "名称 人口:int level:int level_zh score:double rank:int s_population:double s_functions:double"
    links = []
    for a, b in combinations(people, 2):
        km = seats[a].distance(seats[b]) / 1000
        line = QgsGeometry.fromPolylineXY([seats[a].asPoint(), seats[b].asPoint()])
        links.append((people[a] * people[b] / km**2 / 1e6, line, a, b, km))
    links.sort(key=lambda one: -one[0])
    total = sum(one[0] for one in links)
    add_run(
        project,
        "townhierarchy",
        {"LEVELS": 3, "NAME_FIELD": "名称", "POPULATION_FIELD": "人口"},
        {"HEADLINE": "7 个乡镇分为 3 级", "TOWNS_COUNT": 7},
        {
            "OUTPUT": _layer("MultiPolygon", f"{fields} s_centrality:double type_zh", rows),
            "LINKS": _layer(
                "LineString",
                "a b strength:double share:double minutes:double km:double rank:int grade:int",
                [
                    (line, a, b, strength, strength / total, km, km, rank, 1 if rank <= 4 else 2 if rank <= 10 else 3)
                    for rank, (strength, line, a, b, km) in enumerate(links, start=1)
                ],
            ),
        },
    )


def add_coverage(project: QgsProject, kinds: tuple[str, ...], minutes: float = 30) -> None:
    """A run of 服务覆盖 with some kinds of facilities: of the first all villages near a seat are covered, of each kind
    after it fewer of them."""
    villages, seats = layer_named(project, "行政村"), _by_name(project, "乡镇驻地")
    towns = _by_name(project, "乡镇")
    demand, gaps, zones, levels = [], [], [], []
    for number, kind in enumerate(kinds):
        sums = {name: [0, 0] for name in towns}
        for one in villages.getFeatures():
            place = one.geometry()
            time = min(place.distance(seat) for seat in seats.values()) / 1000 * (4 + number)
            covered = time <= minutes
            people, town = one["人口"] or 0, one["乡镇"]
            sums[town][0] += people
            sums[town][1] += people * covered
            demand.append((place, one["名称"], town, kind, people, time, minutes, int(covered)))
            if not covered:
                gaps.append((place, len(gaps) + 1, one["名称"], town, kind, people, time))
        for name, shape in towns.items():
            people, covered = sums[name]
            zones.append((shape, name, kind, people, covered, covered / people, 12.5, 40.0, 1))
            levels.append((None, name, kind, "", minutes))
    add_run(
        project,
        "servicecoverage",
        {"BREAKS": "15,30"},
        {"HEADLINE": "全县"},
        {
            "DEMAND_OUT": _layer(
                "Point", "名称 zone type people:double minutes:double threshold:double covered:int", demand
            ),
            "ZONES_OUT": _layer(
                "MultiPolygon",
                "zone type population:double covered_population:double covered_share:double mean_minutes:double"
                " p90_minutes:double facilities:int",
                zones,
            ),
            "GAPS": _layer("Point", "rank:int name zone type people:double minutes:double", gaps),
            "LEVELS_OUT": _layer("NoGeometry", "zone type level threshold:double", levels),
        },
    )


def add_chains(project: QgsProject) -> None:
    """Two industry chains from mines by the parks, as a planner's layer."""
    mines, parks = _by_name(project, "矿山"), _by_name(project, "产业园区")
    links = (
        ("铝土矿供应", "铝系产业链", mines["桃坪长青铝土矿"], parks["云岭经济技术开发区"]),
        ("铝土矿供应", "铝系产业链", mines["城关万合铝土矿"], parks["云岭经济技术开发区"]),
        ("氧化铝—铝镁合金", "铝系产业链", parks["云岭经济技术开发区"], parks["双河产业园"]),
        ("洗选煤供热", "煤焦化产业链", mines["双河金岭煤矿"], parks["双河产业园"]),
        ("焦炉煤气", "煤焦化产业链", mines["温汤盛安煤矿"], parks["双河产业园"]),
    )
    rows = [
        (QgsGeometry.fromPolylineXY([a.centroid().asPoint(), b.centroid().asPoint()]), name, chain)
        for name, chain, a, b in links
    ]
    _add(project, "产业链联系", _layer("LineString", "名称 产业链", rows))


def add_tourism(project: QgsProject) -> None:
    """Three corridors of two themes and eight nodes of five kinds, as a planner's layers."""
    seats, rivers = _by_name(project, "乡镇驻地"), _by_name(project, "河流")
    road = QgsGeometry.fromPolylineXY([seats[one].asPoint() for one in ("城关镇", "桃坪镇", "双河镇")])
    ways = [
        (rivers["清水河"], "清水河生态休闲廊带", "生态休闲"),
        (rivers["杏花河"], "杏花河温泉康养廊带", "康养度假"),
        (road, "红色文化旅游廊带", "红色文化"),
    ]
    _add(project, "旅游廊带", _layer("MultiLineString", "名称 主题", ways))
    kinds = (
        ("云岭森林公园", "自然风光", "回峰镇", 9000, -5000),
        ("云岭大峡谷", "自然风光", "温汤乡", 2500, 5200),
        ("温汤温泉度假区", "旅游服务", "温汤乡", 1500, -1200),
        ("革命旧址纪念馆", "红色", "桃坪镇", 900, -3800),
        ("双河古街", "历史文化", "双河镇", -900, 2100),
        ("石门古寨", "历史文化", "石门镇", -2500, -2200),
        ("桃花源采摘园", "乡村旅游", "桃坪镇", -5200, 2600),
        ("城关游客中心", "旅游服务", "城关镇", 1800, -2300),
    )
    nodes = []
    for name, kind, town, east, north in kinds:
        at = seats[town].asPoint()
        nodes.append((QgsGeometry.fromPointXY(QgsPointXY(at.x() + east, at.y() + north)), name, kind))
    _add(project, "旅游节点", _layer("Point", "名称 类型", nodes))


def _add(project: QgsProject, name: str, layer: QgsVectorLayer) -> None:
    layer.setName(name)
    project.addMapLayer(layer)


def add_run(project: QgsProject, algorithm: str, parameters: dict, answers: dict, layers: dict) -> None:
    """Put layers into the project as the results of one run, in place of those of an older one."""
    for layer in list(project.mapLayers().values()):
        if f'"algorithm": "{algorithm}"' in str(layer.customProperty("ronghe/run") or ""):
            project.removeMapLayer(layer)
    origin = Provenance(f"ronghe:{algorithm}", parameters, created="2026-11-25T12:00:00")
    for output, layer in layers.items():
        mark_run(layer, output, f"{algorithm}-1", origin, answers)
        project.addMapLayer(layer)


def _west(county: QgsGeometry) -> QgsGeometry:
    """A strip along the west of the county."""
    box = county.boundingBox()
    x = box.xMinimum() + box.width() * 0.17
    spine = [
        QgsPointXY(x + box.width() * dx, box.yMinimum() + box.height() * y)
        for dx, y in ((0.07, 0.95), (0.0, 0.75), (-0.02, 0.6), (-0.03, 0.45), (0.06, 0.3))
    ]
    return QgsGeometry.fromPolylineXY(spine).buffer(box.width() * 0.085, 12).intersection(county.buffer(-400, 8))


def _by_name(project: QgsProject, layer: str) -> dict[str, QgsGeometry]:
    parts: dict[str, list[QgsGeometry]] = {}
    for feature in layer_named(project, layer).getFeatures():
        parts.setdefault(feature["名称"], []).append(QgsGeometry(feature.geometry()))
    return {
        name: shapes[0] if len(shapes) == 1 else QgsGeometry.collectGeometry(shapes).mergeLines()
        for name, shapes in parts.items()
        if name
    }


def _layer(geometry: str, fields: str, rows: list[tuple]) -> QgsVectorLayer:
    spelt = "".join(f"&field={one if ':' in one else one + ':string'}" for one in fields.split())
    made = QgsVectorLayer(f"{geometry}?crs={CRS}{spelt}", "结果", "memory")
    features = []
    for shape, *values in rows:
        one = QgsFeature(made.fields())
        one.setAttributes(values)
        if shape is not None:
            one.setGeometry(QgsGeometry(shape))
        features.append(one)
    made.dataProvider().addFeatures(features)
    made.updateExtents()
    return made
