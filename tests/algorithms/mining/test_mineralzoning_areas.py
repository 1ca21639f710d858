"""Zoning of areas and layers as they come from offices: copies, holes, parts, heights, bow ties, other systems."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import shapely
from qgis.core import QgsCoordinateReferenceSystem, QgsWkbTypes

MEMORY = "TEMPORARY_OUTPUT"
OUTPUTS = ("ZONES", "BALANCE", "NOT_APPLIED", "RULES_USED")
VALLEY = (500_000.0, 4_090_000.0)  # where ``layer_of`` moves the shapes of a test
SQUARE = "POLYGON((0 -500,1000 -500,1000 500,0 500,0 -500))"
ROAD = ("LINESTRING(-3000 0,3000 0)", "国道")


@pytest.fixture
def zone(run):
    def call(**parameters):
        return run("mineralzoning", **{**dict.fromkeys(OUTPUTS, MEMORY), "MIN_AREA": 0, **parameters})

    return call


@pytest.fixture
def road_of(layer_of):
    return lambda: layer_of("LineString", {"等级": "string"}, [ROAD], "道路")


def test_a_thousand_copies_of_one_area_are_zoned_each(zone, layer_of, road_of):
    copies = layer_of("Polygon", {"名称": "string"}, [(SQUARE, f"矿{n}") for n in range(1000)])
    begin = time.perf_counter()
    found = zone(RESOURCES=copies, NAME_FIELD="名称", ROADS=road_of(), ROADS_CLASS_FIELD="等级", MIN_AREA=0.1)
    assert time.perf_counter() - begin < 30
    rows = found.rows("ZONES")
    assert len(rows) == 3000 and found["PROHIBITED_SHARE"] == pytest.approx(0.22, rel=1e-9)
    assert len({row["resource"] for row in rows}) == 1000
    assert found.said.warned("重叠", "99,9")


def test_holes_parts_and_heights_of_areas(zone, layer_of, road_of):
    holed = shapely.box(0, -500, 1000, 500).difference(shapely.box(300, -50, 700, 50))
    apart = shapely.union_all([shapely.box(2000, -100, 2100, 100), shapely.box(2000, 200, 2100, 300)])
    rows = [
        (shapely.force_3d(shapely.transform(shape, lambda xy: xy + VALLEY), 900.0), name)
        for shape, name in ((holed, "有洞"), (apart, "两片"))
    ]
    areas = layer_of("MultiPolygonZ", {"名称": "string"}, rows, move=False)
    assert all(QgsWkbTypes.hasZ(feature.geometry().wkbType()) for feature in areas.getFeatures())
    found = zone(RESOURCES=areas, NAME_FIELD="名称", ROADS=road_of(), ROADS_CLASS_FIELD="等级")
    plane = {}
    for row in found.rows("ZONES"):
        key = (row["resource"], row["class"])
        plane[key] = plane.get(key, 0) + row["geometry"].area
        assert not row["geometry"].has_z
    assert plane == pytest.approx(
        {
            ("有洞", "prohibited"): 220_000 - 40_000,
            ("有洞", "permitted"): 780_000,
            ("两片", "prohibited"): 20_000,
            ("两片", "permitted"): 10_000,
        }
    )


def test_a_role_layer_in_another_system_lies_where_it_belongs(zone, layer_of, road_of):
    import processing

    square = layer_of("Polygon", {"名称": "string"}, [(SQUARE, "甲")])
    own = zone(RESOURCES=square, ROADS=road_of(), ROADS_CLASS_FIELD="等级")
    for system in ("EPSG:4490", "EPSG:4326", "EPSG:32649", "EPSG:3857"):
        target = {"TARGET_CRS": QgsCoordinateReferenceSystem(system), "OUTPUT": MEMORY}
        other = processing.run("native:reprojectlayer", {"INPUT": road_of(), **target})["OUTPUT"]
        found = zone(RESOURCES=square, ROADS=other, ROADS_CLASS_FIELD="等级")
        assert found["PROHIBITED_SHARE"] == pytest.approx(own["PROHIBITED_SHARE"], rel=1e-5), system


def test_areas_that_touch_grounds_in_edges_and_corners_give_polygons_only(zone, layer_of):
    square = layer_of("Polygon", {"名称": "string"}, [(SQUARE, "甲")])
    fields = layer_of(
        "Polygon",
        {},
        [
            ("POLYGON((1000 -500,1200 -500,1200 500,1000 500,1000 -500))",),  # along an edge
            ("POLYGON((-100 500,0 500,0 600,-100 600,-100 500))",),  # in a corner
            ("POLYGON((0 -500,300 -500,300 0,0 0,0 -500))",),
            ("POLYGON((300 0,600 0,600 500,300 500,300 0))",),  # touches the former in a corner
            ("POLYGON((100 -200,900 -200,100 -200,100 -200))",),  # without area
        ],
    )
    found = zone(RESOURCES=square, NAME_FIELD="名称", FARMLAND=fields)
    rows = found.rows("ZONES")
    assert {shapely.get_type_id(row["geometry"]) for row in rows} == {6}
    assert found["PROHIBITED_SHARE"] == pytest.approx(0.3, rel=1e-6)
    assert sum(row["geometry"].area for row in rows) == pytest.approx(1e6, rel=1e-9)


def test_an_area_that_crosses_itself_is_mended_and_balances(zone, layer_of, road_of):
    bow = "POLYGON((0 -500,1000 500,1000 -500,0 500,0 -500))"
    areas = layer_of("Polygon", {"名称": "string"}, [(bow, "蝴蝶结"), (SQUARE, "方")])
    found = zone(RESOURCES=areas, NAME_FIELD="名称", ROADS=road_of(), ROADS_CLASS_FIELD="等级")
    area = {}
    for row in found.rows("ZONES"):
        area[row["resource"]] = area.get(row["resource"], 0) + row["geometry"].area
    assert area == pytest.approx({"蝴蝶结": 500_000, "方": 1_000_000}, rel=1e-9)
    assert found.said.warned("几何无效", "1 ")
    assert found.said.warned("重叠", "50.0 公顷")


def test_results_in_a_folder_with_a_chinese_name(zone, layer_of, road_of, tmp_path):
    places = {name: str(tmp_path / "交口县 规划" / f"{name} 开采分区（第一版）.gpkg") for name in OUTPUTS}
    square = layer_of("Polygon", {"名称": "string"}, [(SQUARE, "甲")])
    found = zone(RESOURCES=square, NAME_FIELD="名称", ROADS=road_of(), ROADS_CLASS_FIELD="等级", **places)
    assert all(Path(found[name].split("|")[0]).is_file() for name in OUTPUTS)
    rows = found.rows("ZONES")
    assert [row["class"] for row in rows].count("prohibited") == 1 and len(rows) == 3
    assert {row["class_zh"] for row in rows} == {"禁止开采区", "允许开采区"}
    assert {row["rule"] for row in found.rows("BALANCE")} == {"R1", "R2"}
