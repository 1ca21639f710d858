"""Layers such as 矿产分区 and 矿山整治分区 give, cut from the training county by a few plain rules.

To look at their sheets and to test them without running the algorithms.
"""

from __future__ import annotations

from pathlib import Path

import shapely
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ronghe.plugin.county.layers import is_own

CRS = "EPSG:4546"
RULES = {
    "R1": ("国道、省道、县道两侧", "prohibited"),
    "R17": ("风景名胜区", "prohibited"),
    "R16": ("自然保护区", "prohibited"),
    "R19": ("永久基本农田", "prohibited"),
    "R25": ("生态保护红线", "prohibited"),
    "R27a": ("饮用水水源一级保护区", "prohibited"),
    "R33": ("城镇开发边界", "prohibited"),
    "R7": ("铁路两侧", "restricted"),
    "R27b": ("饮用水水源二级、准保护区", "restricted"),
    "R22": ("崩塌滑坡危险区、泥石流易发区", "prohibited"),
}
CLASSES = {"prohibited": "禁止开采区", "restricted": "限制开采区", "permitted": "允许开采区"}
STATUS = {
    "生产": "operating",
    "在建": "under construction",
    "停产": "idle",
    "废弃": "abandoned",
    "新建": "proposed",
}
CONDITIONAL = "在缺少耕地、油气管道图层的情况下"


def open_training(folder: Path, project: QgsProject) -> QgsProject:
    """The training county as a planner would load it."""
    sublayers = QgsProviderRegistry.instance().querySublayers(str(folder / "yunling.gpkg"))
    project.addMapLayers([QgsVectorLayer(one.uri(), one.name(), "ogr") for one in sublayers])
    project.addMapLayers([QgsRasterLayer(str(path), path.stem) for path in sorted(folder.glob("*.tif"))])
    return project


def zoning(project: QgsProject) -> tuple[QgsVectorLayer, QgsVectorLayer]:
    """ZONES and BALANCE of a zoning."""
    grounds = _grounds(project)
    bans = {key: shape for key, shape in grounds.items() if RULES[key][1] == "prohibited"}
    limits = {key: shape for key, shape in grounds.items() if RULES[key][1] == "restricted"}
    banned, limited = shapely.union_all(list(bans.values())), shapely.union_all(list(limits.values()))
    rows, taken = [], dict.fromkeys(RULES, 0.0)
    for feature, shape in _shapes(project, "资源区"):
        parts = {
            "prohibited": shape & banned,
            "restricted": (shape & limited) - banned,
            "permitted": shape - banned - limited,
        }
        for name, part in parts.items():
            for piece in _pieces(part):
                here = [key for key, ground in grounds.items() if ground.intersects(piece.buffer(-1))]
                rules = [key for key in here if RULES[key][1] == name]
                rows.append((piece, name, ";".join(rules), feature["矿种"], feature["名称"], CONDITIONAL))
        for key, ground in grounds.items():
            taken[key] += (shape & ground).area
    total = sum(shape.area for _, shape in _shapes(project, "资源区"))
    zones = _layer(
        "MultiPolygon",
        "class class_zh rules reasons sources area_hm2:double resource mineral method conditional score:double",
        [
            (s, c, CLASSES[c], rules, "", "", s.area / 1e4, resource, mineral, "", conditional, None)
            for s, c, rules, mineral, resource, conditional in rows
        ],
    )
    balance = _layer(
        "NoGeometry",
        "rule name effect area_hm2:double exclusive_area_hm2:double share:double",
        [(None, key, *RULES[key], area / 1e4, area / 3e4, area / total) for key, area in taken.items()],
    )
    return zones, balance


def remediation(project: QgsProject) -> tuple[QgsVectorLayer, QgsVectorLayer]:
    """ZONES and MINES_OUT of a remediation plan."""
    first = _grounds(project)["R27a"]
    mines = []
    for feature, shape in _shapes(project, "矿山"):
        conflict, status = feature["备注"] or "", STATUS[feature["状态"]]
        score = 0.3 * bool(conflict) + 0.3 * (status == "abandoned") + 0.2 * (feature["开采方式"] == "露天") + 0.1
        trigger = "位于饮用水水源一级保护区内" if shape.intersects(first) else ""
        priority = "重点" if trigger or score >= 0.6 else "次重点" if score >= 0.3 else "一般"
        mines.append((bool(trigger), score, shape, feature, status, priority, trigger))
    mines.sort(key=lambda one: (-one[0], -one[1], one[3]["名称"]))
    out = [
        (
            shape,
            feature["名称"],
            feature["矿种"],
            feature["状态"],
            feature["乡镇"],
            feature["采矿权人"],
            status,
            priority,
            score,
            trigger,
            "生态重建" if status == "abandoned" else "绿色矿山提升",
            _responsible(feature, status),
            rank,
            max(1, rank - 2),
            rank + 2,
        )
        for rank, (_, score, shape, feature, status, priority, trigger) in enumerate(mines, start=1)
    ]
    fields = "mine_name 矿种 状态 town 采矿权人 status priority score:double trigger measure responsible"
    mines_out = _layer("MultiPolygon", f"{fields} rank:int rank_low:int rank_high:int", out)
    rows = []
    for priority in ("重点", "次重点", "一般"):
        inside = [one for one in out if one[7] == priority]
        for piece in _pieces(shapely.union_all([one[0].buffer(500) for one in inside])):
            held = [one for one in inside if one[0].intersects(piece)]
            names = "、".join(one[1] for one in held)
            rows.append((piece, priority, "", names, piece.area / 1e4, len(held), held[0][4]))
    zones = _layer("MultiPolygon", "priority reasons mines area_hm2:double mine_count:int town", rows)
    return zones, mines_out


def _responsible(feature: QgsFeature, status: str) -> str:
    if status == "abandoned" and not feature["采矿权人"]:
        return "县级人民政府（历史遗留，责任人灭失或无法确认）"
    return f"采矿权人：{feature['采矿权人']}（矿产资源法第四十五条）"


def _grounds(project: QgsProject) -> dict[str, shapely.Geometry]:
    def union(layer: str, metres: float = 0.0, **having) -> shapely.Geometry:
        shapes = [
            shape
            for feature, shape in _shapes(project, layer)
            if all(feature[field] in values for field, values in having.items())
        ]
        return shapely.union_all(shapes).buffer(metres)

    return {
        "R1": union("道路", 108, 等级=("国道", "省道", "县道")),
        "R17": union("景区"),
        "R16": union("自然保护区"),
        "R19": union("永久基本农田"),
        "R25": union("生态保护红线"),
        "R27a": union("饮用水水源保护区", 级别=("一级",)),
        "R33": union("城镇开发边界"),
        "R7": union("铁路", 1000),
        "R27b": union("饮用水水源保护区", 级别=("二级", "准")),
        "R22": union("地质灾害隐患区"),
    }


def _shapes(project: QgsProject, name: str) -> list[tuple[QgsFeature, shapely.Geometry]]:
    layer = next(one for one in project.mapLayersByName(name) if not is_own(one))
    return [(one, shapely.from_wkb(bytes(one.geometry().asWkb()))) for one in layer.getFeatures()]


def _pieces(shape: shapely.Geometry) -> list[shapely.Polygon]:
    return [one for one in shapely.get_parts(shape) if one.geom_type == "Polygon" and one.area > 1e4]


def _layer(geometry: str, fields: str, rows: list) -> QgsVectorLayer:
    named = "&".join(f"field={name if ':' in name else f'{name}:string'}" for name in fields.split())
    layer = QgsVectorLayer(f"{geometry}?crs={CRS}&{named}", geometry, "memory")
    features = []
    for shape, *values in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(values)
        if shape is not None:
            made = QgsGeometry()
            made.fromWkb(shapely.to_wkb(shape))
            feature.setGeometry(made)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer
