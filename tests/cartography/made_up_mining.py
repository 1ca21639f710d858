"""Mines, resource areas, what is protected and results of 矿山整治 for a made-up county of any shape."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer

from ronghe.plugin.county.roles import RoleAssignment, RoleSet

CRS = "EPSG:4546"
MINERALS = ("煤", "铝土矿", "石料", "河砂", "铁矿")
STATUSES = ("生产", "在建", "停产", "废弃", "新建")
CANONICAL = dict(zip(STATUSES, ("operating", "under construction", "idle", "abandoned", "proposed")))
FIELDS = {
    "towns": {"name": "名称"},
    "seats": {"name": "名称", "level": "等级"},
    "roads": {"name": "名称", "class": "等级"},
    "rivers": {"name": "名称", "level": "等级"},
    "boundary": {"name": "名称"},
    "neighbours": {"name": "名称"},
    "mines": {"name": "名称", "mineral": "矿种", "status": "状态", "holder": "采矿权人"},
    "resources": {"name": "名称", "mineral": "矿种"},
    "water_protection": {"name": "名称", "class": "级别"},
    "redline": {"name": "名称"},
}


@dataclass(frozen=True)
class Mining:
    """The roles of the county and the layers that runs over it gave."""

    roles: RoleSet
    zones: QgsVectorLayer
    balance: QgsVectorLayer
    remediation: QgsVectorLayer
    mines_out: QgsVectorLayer


def mining(
    project: QgsProject, county, mines: int = 30, conditional: str = "在缺少耕地图层的情况下", seed: int = 7
) -> Mining:
    """Results for a county of ``made_up_county``, with some ``mines`` of every mineral and status."""
    rng = Random(seed)
    shape = next(county.boundary.layer.getFeatures()).geometry()
    size = shape.boundingBox().width() / 16
    spots = [_inside(shape, rng) for _ in range(8)]
    areas = [_round(spot, size * rng.uniform(0.6, 1.4)).intersection(shape) for spot in spots]
    resources = _layer("Polygon", "名称 矿种", [(a, f"资源区{i}", MINERALS[i % 5]) for i, a in enumerate(areas, 1)])
    lines = [_round(_inside(shape, rng), size * 2).intersection(shape) for _ in range(3)]
    redline = _layer("Polygon", "名称", [(line, f"红线{i}") for i, line in enumerate(lines)])
    rings = zip(("一级", "二级", "准"), (1.0, 0.7, 0.4))
    water = [(_round(_inside(shape, rng), size * share), f"水源{rank}", rank) for rank, share in rings]
    points = [_inside(shape, rng) for _ in range(mines)]
    rows = [
        (QgsGeometry.fromPointXY(p), f"{'东西南北'[i % 4]}山{i}号矿", MINERALS[i % 5], STATUSES[i % 4], "某公司")
        for i, p in enumerate(points)
    ]
    made = {
        "mines": _layer("Point", "名称 矿种 状态 采矿权人", rows),
        "resources": resources,
        "redline": redline,
        "water_protection": _layer("Polygon", "名称 级别", water),
    }
    project.addMapLayers(list(made.values()))
    given = {**{name: role.layer for name, role in county.roles.items()}, **made}
    roles = RoleSet({name: RoleAssignment(layer.id(), FIELDS.get(name, {})) for name, layer in given.items()})
    zones, balance = _zoning(areas, QgsGeometry.unaryUnion(lines), conditional)
    return Mining(roles, zones, balance, *_remediation(rows, shape))


def _zoning(areas: list[QgsGeometry], banned: QgsGeometry, conditional: str) -> tuple[QgsVectorLayer, QgsVectorLayer]:
    rows = []
    for number, area in enumerate(areas):
        rest = area.difference(banned)
        west = QgsGeometry.fromRect(rest.boundingBox())
        west.translate(-rest.boundingBox().width() / 2, 0)
        parts = (
            ("prohibited", area.intersection(banned), "R25"),
            ("restricted", rest.intersection(west), "R29"),
            ("permitted", rest.difference(west), ""),
        )
        rows += [
            (part, name, rules, MINERALS[(number + 1) % 5], part.area() / 1e4, conditional)
            for name, part, rules in parts
            if part.area() > 0
        ]
    zones = _layer("MultiPolygon", "class rules mineral area_hm2:double conditional", rows)
    banned_hm2 = sum(row[4] for row in rows if row[1] == "prohibited")
    balance = _layer(
        "NoGeometry",
        "rule name effect area_hm2:double exclusive_area_hm2:double",
        [
            (None, "R25", "生态保护红线", "prohibited", banned_hm2, banned_hm2),
            (None, "R2", "乡道", "prohibited", 0.0, 0.0),
        ],
    )
    return zones, balance


def _remediation(mines: list, shape: QgsGeometry) -> tuple[QgsVectorLayer, QgsVectorLayer]:
    size = shape.boundingBox().width() / 50
    out, zones = [], []
    for rank, (place, name, mineral, status, holder) in enumerate(mines, start=1):
        priority = "重点" if rank <= 6 else "次重点" if rank <= 15 else "一般"
        out.append((place, name, mineral, status, holder, CANONICAL[status], priority, rank, f"采矿权人（{holder}）"))
        zones.append((place.buffer(size, 12).intersection(shape), priority, name, place.area(), 1))
    mines_out = _layer("Point", "mine_name 矿种 状态 采矿权人 status priority rank:int responsible", out)
    zones = [(area, priority, name, area.area() / 1e4, count) for area, priority, name, _, count in zones]
    return _layer("MultiPolygon", "priority mines area_hm2:double mine_count:int", zones), mines_out


def _inside(shape: QgsGeometry, rng: Random) -> QgsPointXY:
    box = shape.boundingBox()
    while True:
        point = QgsPointXY(rng.uniform(box.xMinimum(), box.xMaximum()), rng.uniform(box.yMinimum(), box.yMaximum()))
        if shape.contains(point):
            return point


def _round(centre: QgsPointXY, radius: float) -> QgsGeometry:
    return QgsGeometry.fromPointXY(centre).buffer(radius, 16)


def _layer(geometry: str, fields: str, rows: list) -> QgsVectorLayer:
    named = "&".join(f"field={name if ':' in name else f'{name}:string'}" for name in fields.split())
    layer = QgsVectorLayer(f"{geometry}?crs={CRS}&{named}", geometry, "memory")
    features = []
    for shape, *values in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(values)
        if shape is not None:
            feature.setGeometry(shape)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer
