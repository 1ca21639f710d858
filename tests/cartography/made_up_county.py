"""A made-up county of memory layers, of any width, height and number of towns, for looking at sheets and
testing them."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from pathlib import Path
from random import Random

import numpy as np
from osgeo import gdal, osr
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsRasterLayer, QgsVectorLayer

from ronghe.plugin.cartography.coverage_subjects import coverage_subjects, coverage_themes
from ronghe.plugin.cartography.spec import Column, Role, SheetLayers, SheetSpec, TableSpec

CRS = "EPSG:4546"
CENTRE = (500_000.0, 4_090_000.0)
NAMES = (
    *("城关", "青龙山", "白鹭湖", "石桥", "北岭", "南河", "东湾", "双池", "康城", "温泉", "桃红坡"),
    *("回龙", "石口", "水头", "大麦郊", "坛索", "川口", "云门", "柳林", "五里铺", "黑龙潭", "松树沟"),
)
TYPES = ("医疗", "教育", "文化", "体育", "养老")
BASE = ("boundary", "towns", "seats", "roads", "rivers", "railways", "neighbours", "dem")


@dataclass(frozen=True)
class County:
    """A county's layers by role."""

    roles: dict[str, Role]

    def __getattr__(self, name: str) -> Role:
        try:
            return self.roles[name]
        except KeyError:
            raise AttributeError(name) from None

    def sheet(self, **changes) -> SheetLayers:
        """The layers of its coverage sheet."""
        base = {name: role for name, role in self.roles.items() if name in BASE}
        subjects = coverage_subjects(self.villages, self.facilities, self.seats, self.bands)
        return SheetLayers(**{**base, "subjects": subjects, **changes})


def county(
    width_km: float = 46,
    height_km: float = 53,
    towns: int = 7,
    seed: int = 4,
    dem_folder: Path | None = None,
    project: QgsProject | None = None,
) -> tuple[QgsProject, County]:
    """A project holding the county and its layers by role; with terrain when there is a folder for the file."""
    rng = Random(seed)
    project = project or QgsProject()
    project.setCrs(_layer("Point", "", []).crs())
    shape = _blob(width_km * 500, height_km * 500, rng)
    seats = _spread(shape, towns, rng)
    ranks = ["中心城区", *("重点镇" if i % 3 == 0 else "一般镇" for i in range(1, towns))]
    names = [f"{NAMES[i % len(NAMES)]}{'镇' if rank != '一般镇' else '乡'}" for i, rank in enumerate(ranks)]
    villages = _spread(shape, towns * 12, rng)
    hospitals = seats[: max(2, towns * 2 // 3)]
    near = [min(v.distance(s) for s in hospitals) for v in villages]
    limit = sorted(near)[int(len(near) * 0.86)]
    named, classed = "名称:string", "名称:string&field=等级:string"
    layers = {
        "boundary": _layer("Polygon", named, [(shape, "交河县")]),
        "towns": _layer("Polygon", named, list(zip(_cells(shape, seats), names))),
        "seats": _layer("Point", classed, list(zip(map(QgsGeometry.fromPointXY, seats), names, ranks))),
        "villages": _layer(
            "Point",
            "名称:string&field=covered:bool&field=minutes:double",
            [(QgsGeometry.fromPointXY(v), _village_name(rng), d <= limit, d / 400) for v, d in zip(villages, near)],
        ),
        "facilities": _layer(
            "Point", "名称:string&field=类型:string&field=级别:string", _facilities(seats, ranks, villages, rng)
        ),
        "roads": _layer("LineString", classed, _roads(shape, seats, villages, rng)),
        "rivers": _layer("LineString", "名称:string&field=等级:int", _rivers(shape, rng)),
        "railways": _layer("LineString", named, [(_across(shape, 0.3, 1.2, rng), "武大线")]),
        "bands": _layer("Polygon", "from_min:double&field=to_min:double", _bands(shape, hospitals, limit)),
        "neighbours": _layer("Polygon", named, _neighbours(shape)),
    }
    for layer in layers.values():
        project.addMapLayer(layer)
    if dem_folder:
        layers["dem"] = _terrain(shape, dem_folder, rng)
        project.addMapLayer(layers["dem"])
    return project, County({role: Role(layer).with_guessed_fields() for role, layer in layers.items()})


def town_table(layers: County, seed: int = 4) -> TableSpec:
    """Figures for each town of the county; invented."""
    rng = Random(seed)
    rows = tuple(
        (
            seat["名称"],
            f"{rng.randint(4, 32) * 1000 + rng.randint(0, 999):,}".replace(",", " "),
            f"{rng.uniform(62, 100):.1f}",
            f"{rng.uniform(9, 36):.1f}",
            str(rng.randint(1, 14)),
            str(rng.randint(0, 9)),
        )
        for seat in layers.seats.layer.getFeatures()
    )
    columns = (
        Column("乡镇", "left"),
        Column("人口（人）", "right"),
        Column("覆盖率（%）", "center"),
        Column("平均时间（分钟）", "center"),
        Column("设施数"),
        Column("未覆盖村"),
    )
    return TableSpec("各乡镇 30 分钟医疗服务覆盖情况", columns, rows)


def chinese_spec(**changes) -> SheetSpec:
    """The words of a sheet of the made-up county."""
    words = {
        "plan_title": "交河县国土空间总体规划（2021—2035年）",
        "theme_title": "县域城乡生活圈和公共服务设施规划图",
        "organisation": "交河县人民政府",
        "date_text": "二〇二六年十一月",
        "drawing_office": "交河县国土空间规划编制组",
        "sheet_number": "08",
        "headline_text": "全县 30 分钟医疗服务覆盖率（按常住人口）",
        "headline_value": "86.4 %",
        "notes": ("本图为虚构县，仅供培训，不代表任何实际区域。",),
        "sources": ("虚构道路网", "虚构数字高程模型（30 米）", "虚构人口数据"),
        "wind": (8, 5, 6, 4, 3, 3, 5, 6, 9, 7, 8, 6, 5, 6, 12, 10),
        "themes": coverage_themes(),
    }
    return SheetSpec(**{**words, **changes})


def _village_name(rng: Random) -> str:
    return "".join(rng.choice(letters) for letters in ("上下东西南北大小", "王李张河沟山岭坪", "庄家村湾"))


def _layer(geometry: str, fields: str, rows: list) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{geometry}?crs={CRS}" + (f"&field={fields}" if fields else ""), geometry, "memory")
    features = []
    for shape, *values in rows:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(shape)
        feature.setAttributes(values)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def _blob(half_width: float, half_height: float, rng: Random) -> QgsGeometry:
    waves = [(k, rng.uniform(-0.1, 0.1) / k**0.5, rng.uniform(0, 2 * pi)) for k in range(2, 14)]
    ring = []
    for i in range(240):
        turn = 2 * pi * i / 240
        r = 1 + sum(a * sin(k * turn + phase) for k, a, phase in waves)
        ring.append(QgsPointXY(CENTRE[0] + half_width * r * cos(turn), CENTRE[1] + half_height * r * sin(turn)))
    return QgsGeometry.fromPolygonXY([ring])


def _spread(shape: QgsGeometry, count: int, rng: Random) -> list[QgsPointXY]:
    """Points inside, kept apart from each other."""
    inner = shape.buffer(-shape.boundingBox().width() * 0.05, 4)
    box, found = inner.boundingBox(), []
    apart = (inner.area() / count) ** 0.5 * 0.7
    while len(found) < count:
        point = QgsPointXY(rng.uniform(box.xMinimum(), box.xMaximum()), rng.uniform(box.yMinimum(), box.yMaximum()))
        if inner.contains(point) and all(point.distance(other) > apart for other in found):
            found.append(point)
        apart *= 0.999
    return found


def _cells(shape: QgsGeometry, seats: list[QgsPointXY]) -> list[QgsGeometry]:
    points = QgsGeometry.fromMultiPointXY(seats)
    cells = points.voronoiDiagram(QgsGeometry.fromRect(shape.boundingBox()), 0, False).asGeometryCollection()
    return [next(cell for cell in cells if cell.contains(seat)).intersection(shape) for seat in seats]


def _line(points, rng: Random, wobble: float) -> QgsGeometry:
    """A line through the points with bends between them."""
    bent = []
    for start, end in zip(points, points[1:]):
        for k in range(8):
            push = wobble * sin(pi * k / 8) * rng.uniform(-1, 1)
            x = start.x() + (end.x() - start.x()) * k / 8 + push
            bent.append(QgsPointXY(x, start.y() + (end.y() - start.y()) * k / 8 + push))
    return QgsGeometry.fromPolylineXY([*bent, points[-1]]).smooth(3)


def _across(shape: QgsGeometry, at: float, reach: float, rng: Random) -> QgsGeometry:
    """A bent line from west to east at a share of the county's height."""
    box = shape.boundingBox()
    y = box.yMinimum() + box.height() * at
    points = [
        QgsPointXY(CENTRE[0] + (t / 8 - 0.5) * box.width() * reach, y + box.height() * rng.uniform(-0.06, 0.06))
        for t in range(9)
    ]
    return _line(points, rng, 300)


def _roads(shape, seats, villages, rng: Random) -> list:
    step = max(1, len(seats) // 5)
    roads = [
        (_line(sorted(seats, key=lambda s: s.x())[::step], rng, 900), "G209", "国道"),
        (_across(shape, 0.55, 1.3, rng), "G20", "高速公路"),
        (_line(sorted(seats, key=lambda s: s.y())[::step], rng, 900), "S321", "省道"),
    ]
    for seat in seats:
        for other in sorted(seats, key=seat.distance)[1:3]:
            roads.append((_line([seat, other], rng, 900), "", "县道"))
    for village in villages:
        seat = min(seats, key=village.distance)
        roads.append((_line([village, seat], rng, 500), "", rng.choice(("乡道", "村道"))))
    return roads


def _rivers(shape, rng: Random) -> list:
    named = ((0.42, "交河", 1), (0.7, "双池河", 2), (0.18, "温泉河", 3), (0.88, "石口溪", 3))
    return [(_across(shape, at, 1.3, rng), name, grade) for at, name, grade in named]


def _facilities(seats, ranks, villages, rng: Random) -> list:
    found = []
    for seat, rank in zip(seats, ranks):
        level = "中心城区" if rank == "中心城区" else "重点镇"
        for k, kind in enumerate(TYPES if rank != "一般镇" else TYPES[:3]):
            turn = 2 * pi * k / len(TYPES) + 0.3
            place = QgsPointXY(seat.x() + 600 * cos(turn), seat.y() + 600 * sin(turn))
            found.append((QgsGeometry.fromPointXY(place), f"{kind}设施", kind, level))
    for village in rng.sample(villages, len(villages) // 4):
        place = QgsPointXY(village.x() + 300, village.y())
        found.append((QgsGeometry.fromPointXY(place), "村设施", rng.choice(TYPES), "村"))
    return found


def _bands(shape, centres, limit: float) -> list:
    rings, inside, lower = [], QgsGeometry(), 0.0
    for edge in (15.0, 30.0, 45.0, 60.0):
        discs = [QgsGeometry.fromPointXY(c).buffer(limit * edge / 30, 24) for c in centres]
        reached = QgsGeometry.unaryUnion(discs).intersection(shape)
        rings.append((reached.difference(inside) if lower else reached, lower, edge))
        inside, lower = reached, edge
    return rings


def _neighbours(shape) -> list:
    box = shape.boundingBox()
    reach = max(box.width(), box.height()) * 1.1
    names = ("孝义市", "灵石县", "隰县", "石楼县", "中阳县", "汾西县")
    found = []
    for k, name in enumerate(names):
        turns = [2 * pi * (k + part / 8) / len(names) for part in range(9)]
        arc = [QgsPointXY(CENTRE[0] + reach * cos(t), CENTRE[1] + reach * sin(t)) for t in turns]
        wedge = QgsGeometry.fromPolygonXY([[QgsPointXY(*CENTRE), *arc]])
        found.append((wedge.difference(shape), name))
    return found


def _terrain(shape, folder: Path, rng: Random) -> QgsRasterLayer:
    box, cell = shape.boundingBox(), 200.0
    box.scale(1.6)
    columns, rows = int(box.width() / cell), int(box.height() / cell)
    x, y = np.meshgrid(np.arange(columns) * cell, np.arange(rows) * cell)
    height = np.full(x.shape, 900.0)
    for k in range(1, 60):
        length, angle = 30_000 / k**0.8, rng.uniform(0, pi)
        along = (x * cos(angle) + y * sin(angle)) / length
        height += 420 / k**0.9 * np.abs(np.sin(along * 2 * pi + rng.uniform(0, 6)))
    path = Path(folder) / "dem.tif"
    data = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, 1, gdal.GDT_Float32)
    data.SetGeoTransform((box.xMinimum(), cell, 0, box.yMaximum(), 0, -cell))
    system = osr.SpatialReference()
    system.ImportFromEPSG(int(CRS.split(":")[1]))
    data.SetProjection(system.ExportToWkt())
    data.GetRasterBand(1).WriteArray(height.astype(np.float32))
    data = None
    return QgsRasterLayer(str(path), "dem")
