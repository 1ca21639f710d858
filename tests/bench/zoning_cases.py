"""The benchmark's cases of zoning, called like ``cases.py``: a made-up county of 40 km with 2,000 resource areas and
17 role layers of 200,000 vertices, in GeoPackages on disk.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import cases
import numpy as np
import pandas as pd
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDistanceArea,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
)

from ronghe.plugin.algorithms.mining.role_layers import DOMAINS
from ronghe.plugin.analysis.mining.rules import INSIDE, MINING, PROHIBITED, RESTRICTED, WITHIN
from ronghe.plugin.county.mining_rules import mining_rules
from ronghe.plugin.county.words import canonical

CRS, CORNER, SIDE = "EPSG:4546", np.array([500_000.0, 4_080_000.0]), 40_000.0
DAY = date(2026, 10, 1)
RESOURCES = 2000
SEGMENTS = 16  #: corners of a quarter circle for native:buffer, whose default of 5 cuts 1.6 % off a round area
#: For each role: how many lines, of how many vertices, how far apart in metres, and the words of their classes.
LINES = {
    "ROADS": (300, 80, 60, ("国道", "省道", "县道", "乡道", "村道", "村道")),
    "RAILWAYS": (15, 200, 100, ("铁路", "铁路", "高速铁路")),
    "RIVERS": (200, 80, 50, ("",)),
    "PIPELINES": (20, 150, 100, ("管道",)),
    "TUNNELS": (50, 5, 60, ("隧道",)),
}
#: For each role: how many polygons, of how many vertices, of which mean radius in metres, and their classes.
POLYGONS = {
    "WATER_PROTECTION": (20, 120, 900, ("一级", "二级", "准")),
    "RESERVES": (6, 300, 2500, ("核心保护区", "一般控制区")),
    "SCENIC_AREAS": (5, 200, 1500, ("",)),
    "REDLINE": (30, 300, 1500, ("",)),
    "FARMLAND": (900, 66, 250, ("",)),
    "CROPLAND": (600, 50, 250, ("",)),
    "FOREST": (400, 80, 350, ("林地", "林地", "湿地")),
    "HERITAGE": (60, 20, 150, ("保护范围", "建设控制地带")),
    "URBAN_BOUNDARY": (8, 200, 1200, ("",)),
    "SETTLEMENTS": (600, 16, 120, ("",)),
    "HAZARD_AREAS": (200, 30, 150, ("滑坡", "泥石流", "地面塌陷")),
}
BRIDGES = (150, ("特大桥", "大桥", "中桥", "小桥"))
ROLES = ("BRIDGES", *LINES, *POLYGONS)


def walks(rng, count: int, vertices: int, step: float) -> list:
    """Lines that wander through the county like roads and brooks."""
    start = CORNER + rng.uniform(0, SIDE, (count, 1, 2))
    heading = rng.uniform(0, 2 * np.pi, (count, 1)) + np.cumsum(rng.normal(0, 0.15, (count, vertices)), axis=1)
    return list(shapely.linestrings(start + np.cumsum(step * np.stack([np.cos(heading), np.sin(heading)], 2), axis=1)))


def blobs(rng, count: int, vertices: int, radius: float) -> list:
    """Polygons with a ragged edge, like fields and forests."""
    angle = np.linspace(0, 2 * np.pi, vertices, endpoint=False)
    ragged = 1 + 0.25 * np.sin(3 * angle + rng.uniform(0, 6, (count, 1))) + 0.04 * rng.normal(size=(count, vertices))
    far = radius * rng.uniform(0.5, 1.5, (count, 1)) * ragged
    around = np.stack([far * np.cos(angle), far * np.sin(angle)], axis=2)
    return list(shapely.polygons(CORNER + rng.uniform(0, SIDE, (count, 1, 2)) + around))


def county(folder: Path) -> dict[str, QgsVectorLayer]:
    """The layers by parameter, each a GeoPackage of its own."""
    rng, shapes = np.random.default_rng(11), {}
    shapes["RESOURCES"] = (blobs(rng, RESOURCES, 60, 450.0), ("铝土矿", "煤", "石灰岩"))
    shapes["BRIDGES"] = (list(shapely.points(CORNER + rng.uniform(0, SIDE, (BRIDGES[0], 2)))), BRIDGES[1])
    for makers, maker in ((LINES, walks), (POLYGONS, blobs)):
        for role, (count, vertices, size, words) in makers.items():
            shapes[role] = (maker(rng, count, vertices, size), words)
    vertices = sum(int(shapely.get_num_coordinates(shapes[role][0]).sum()) for role in ROLES)
    assert 195_000 < vertices < 205_000, vertices
    return {role: _saved(folder / f"{role}.gpkg", *found) for role, found in shapes.items()}


def _saved(path: Path, shapes: list, words: tuple[str, ...]) -> QgsVectorLayer:
    kind = {0: "Point", 1: "LineString", 3: "Polygon"}[shapely.get_type_id(shapes[0])]
    made = QgsVectorLayer(f"{kind}?crs={CRS}&field=class:string", path.stem, "memory")
    features = []
    for number, wkb in enumerate(shapely.to_wkb(shapes)):
        feature, geometry = QgsFeature(made.fields()), QgsGeometry()
        geometry.fromWkb(wkb)
        feature.setGeometry(geometry)
        feature.setAttributes([words[number % len(words)]])
        features.append(feature)
    made.dataProvider().addFeatures(features)
    native("savefeatures", {"INPUT": made}, str(path))
    layer = QgsVectorLayer(str(path), path.stem, "ogr")
    assert layer.featureCount() == len(shapes)
    return layer


def native(algorithm: str, parameters: dict, output: str = "TEMPORARY_OUTPUT"):
    import processing

    return processing.run(f"native:{algorithm}", {**parameters, "OUTPUT": output})["OUTPUT"]


def zoning_ronghe(folder: Path) -> dict:
    layers = county(folder)
    parameters = {
        "RESOURCES": layers["RESOURCES"],
        "MINERAL_FIELD": "class",
        "MIN_AREA": 0.1,
        "AS_OF": DAY.isoformat(),
        **{role: layers[role] for role in ROLES},
        **{f"{role}_CLASS_FIELD": "class" for role in DOMAINS if role in ROLES},
        **{name: str(folder / f"{name}.gpkg") for name in ("ZONES", "BALANCE", "NOT_APPLIED", "RULES_USED")},
    }
    report = cases.run("ronghe:mineralzoning", parameters, cases.megabytes())
    found = report["results"]
    zones = QgsVectorLayer(parameters["ZONES"], "zones", "ogr")
    report["results"] = {
        "prohibited_km2": found["PROHIBITED_SHARE"] * found["RESOURCE_AREA"] / 100,
        "restricted_km2": found["RESTRICTED_SHARE"] * found["RESOURCE_AREA"] / 100,
        "resources_km2": found["RESOURCE_AREA"] / 100,
        "zones": zones.featureCount(),
    }
    return report


def zoning_native(folder: Path) -> dict:
    """What a planner does by hand: for each row of the rules the features, widened and merged, and what they take of
    the resources; then the prohibitions together, and what is left for the restrictions. It yields three classes and
    the area of each rule, but neither the rules of a zone nor what a rule takes alone, and merges no sliver. Grounds
    are taken apart into single parts; without that the overlays do not end within a quarter of an hour.
    """
    layers = county(folder)
    before, begin = cases.megabytes(), time.perf_counter()
    grounds: dict[str, list] = {PROHIBITED: [], RESTRICTED: []}
    by_rule: dict[str, list] = {}
    for rule, role in _rows():
        ground = _ground(layers[role], rule)
        if ground is not None:
            grounds[rule.effect].append(ground)
            by_rule.setdefault(rule.id, []).append(ground)
    for parts in by_rule.values():
        _square_kilometres(native("intersection", {"INPUT": layers["RESOURCES"], "OVERLAY": _together(parts)}))
    prohibiting, restricting = _together(grounds[PROHIBITED]), _together(grounds[RESTRICTED])
    prohibited = native("intersection", {"INPUT": layers["RESOURCES"], "OVERLAY": prohibiting})
    left = native("difference", {"INPUT": layers["RESOURCES"], "OVERLAY": prohibiting})
    restricted = native("intersection", {"INPUT": left, "OVERLAY": restricting})
    permitted = native("difference", {"INPUT": left, "OVERLAY": restricting})
    names = ("prohibited_km2", "restricted_km2", "permitted_km2")
    results = {name: _square_kilometres(one) for name, one in zip(names, (prohibited, restricted, permitted))}
    return {
        "seconds": time.perf_counter() - begin,
        "stages": {},
        "results": results,
        "memory_before_mb": before,
        "memory_mb": cases.megabytes(),
    }


def _rows():
    """The rows of the rules that take ground here, each with a layer it is measured from."""
    rules = mining_rules()
    for rule in rules:
        takes = rule.effect in (PROHIBITED, RESTRICTED) and rule.operation in (INSIDE, WITHIN)
        if takes and rule.activity == MINING and rule.holds_on(DAY):
            yield from ((rule, role) for role in rule.roles if role in ROLES)


def _ground(layer: QgsVectorLayer, rule):
    """The ground of a row, its features chosen by their words; None where the layer has none of them."""
    words = sorted({feature["class"] for feature in layer.getFeatures()})
    meant = dict(zip(words, _known(layer.name(), words)))
    if rule.classes:
        chosen = [word for word in words if meant[word] in rule.classes]
    else:
        others = {name for one in mining_rules() if one.id == rule.id and one.key != rule.key for name in one.classes}
        chosen = [word for word in words if meant[word] not in others]
    if not chosen:
        return None
    listed = ", ".join(f"'{word}'" for word in chosen)
    features = native("extractbyexpression", {"INPUT": layer, "EXPRESSION": f'"class" IN ({listed})'})
    metres = rule.distance_m + (rule.half_width_m if layer.name() in LINES else 0.0)
    if metres == 0:
        whole = native("dissolve", {"INPUT": features})
    else:
        whole = native("buffer", {"INPUT": features, "DISTANCE": metres, "SEGMENTS": SEGMENTS, "DISSOLVE": True})
    return native("multiparttosingleparts", {"INPUT": whole})


def _known(role: str, words: list[str]) -> list[str]:
    known, _ = canonical(DOMAINS[role], pd.Series(words, dtype=object)) if role in DOMAINS else (pd.Series(words), None)
    return known.fillna("").tolist()


def _together(grounds: list):
    if len(grounds) == 1:
        return grounds[0]
    merged = native("mergevectorlayers", {"LAYERS": grounds, "CRS": QgsCoordinateReferenceSystem(CRS)})
    return native("multiparttosingleparts", {"INPUT": native("dissolve", {"INPUT": merged})})


def _square_kilometres(layer) -> float:
    """On the ellipsoid, as the planner's field calculator measures."""
    measure = QgsDistanceArea()
    crs = QgsCoordinateReferenceSystem(CRS)
    measure.setSourceCrs(crs, QgsProject.instance().transformContext())
    measure.setEllipsoid(crs.ellipsoidAcronym())
    return sum(measure.measureArea(feature.geometry()) for feature in layer.getFeatures()) / 1e6


CASES = {"zoning_ronghe": zoning_ronghe, "zoning_native": zoning_native}


if __name__ == "__main__":
    cases.start(CASES)
