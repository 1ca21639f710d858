"""Remediation of the training county: 25 mines, 12 of them put into conflict on purpose (its field 备注)."""

import numpy as np
import pytest
import shapely
from qgis.core import QgsRasterLayer, QgsVectorLayer

MEMORY = "TEMPORARY_OUTPUT"
LAYERS = {
    "MINES": "矿山",
    "COUNTY": "县界",
    "TOWNS": "乡镇",
    "ROADS": "道路",
    "RAILWAYS": "铁路",
    "BRIDGES": "桥隧",
    "RIVERS": "河流",
    "WATER_PROTECTION": "饮用水水源保护区",
    "INTAKES": "取水口",
    "RESERVES": "自然保护区",
    "SCENIC_AREAS": "景区",
    "REDLINE": "生态保护红线",
    "FARMLAND": "永久基本农田",
    "HERITAGE": "文物保护单位",
    "URBAN_BOUNDARY": "城镇开发边界",
    "SETTLEMENTS": "行政村",
    "HAZARD_AREAS": "地质灾害隐患区",
}
FIELDS = {
    "NAME_FIELD": "名称",
    "STATUS_FIELD": "状态",
    "MINERAL_FIELD": "矿种",
    "METHOD_FIELD": "开采方式",
    "HOLDER_FIELD": "采矿权人",
    "TOWNS_NAME_FIELD": "名称",
    "ROADS_CLASS_FIELD": "等级",
    "BRIDGES_CLASS_FIELD": "类型",
    "WATER_PROTECTION_CLASS_FIELD": "级别",
    "RESERVES_CLASS_FIELD": "分区",
    "HAZARD_AREAS_CLASS_FIELD": "类型",
}
#: What must be said of a mine that was put into conflict with something.
SAID_OF = {
    "一级水源": ("R27|first class", "饮用水水源一级保护区"),
    "二级水源": ("R27|second class", "饮用水水源二级保护区"),
    "自然保护区": ("R16", "自然保护区"),
    "景区": ("R17", "风景名胜区"),
    "永久基本农田": ("R19", "永久基本农田"),
    "国道": ("R1|national", "国道"),
    "省道": ("R1|provincial", "省道"),
    "城镇": ("", "距城镇或居民区不足 300 米"),
}


@pytest.fixture(scope="module")
def layers(training_data):
    found = {
        parameter: QgsVectorLayer(f"{training_data / 'yunling.gpkg'}|layername={name}", name, "ogr")
        for parameter, name in LAYERS.items()
    }
    assert all(layer.isValid() for layer in found.values())
    found["DEM"] = QgsRasterLayer(str(training_data / "yunling_dem.tif"), "高程")
    return found


@pytest.fixture
def county(run, layers):
    return run("remediationzones", **layers, **FIELDS, ZONES=MEMORY, MINES_OUT=MEMORY)


def test_the_whole_county(county):
    mines, zones = county.rows("MINES_OUT"), county.rows("ZONES")
    every_conflict_is_found(mines)
    triggers_stand_ahead(mines)
    everyone_knows_what_to_do(mines)
    zones_hold_all_mines(zones, mines, county)
    assert county["HEADLINE"].startswith("整治重点区 ") and county["MINES_COUNT"] == 25


def every_conflict_is_found(mines):
    planted = [row for row in mines if row["备注"]]
    assert len(planted) == 12
    for row in planted:
        rule, words = SAID_OF[row["备注"].split("：")[1]]
        assert words in row["reasons"], row["mine_name"]
        assert not rule or rule in row["rules"].split(";"), row["mine_name"]


def triggers_stand_ahead(mines):
    order = sorted(mines, key=lambda row: row["rank"])
    triggered = [bool(row["trigger"]) for row in order]
    assert triggered == sorted(triggered, reverse=True) and 0 < sum(triggered) < 25
    assert all(row["priority"] == "重点" for row in order if row["trigger"])
    for part in (True, False):
        scores = [row["score"] for row in order if bool(row["trigger"]) is part]
        assert scores == sorted(scores, reverse=True)


def everyone_knows_what_to_do(mines):
    for row in mines:
        parts = sum(value for name, value in row.items() if name.startswith("c_"))
        assert parts == pytest.approx(row["score"], abs=1e-9)
        assert row["measure"] and row["responsible"] and row["town"] == row["乡镇"]
        assert row["rank_low"] <= row["rank"] <= row["rank_high"]
        assert bool(row["mode"]) == (row["状态"] == "废弃")
        assert bool(row["gap_list"]) == (row["状态"] in ("生产", "停产"))
    legacy = [row["responsible"] for row in mines if row["状态"] == "废弃" and not row["采矿权人"]]
    assert legacy and all(text.startswith("县级人民政府") for text in legacy)


def zones_hold_all_mines(zones, mines, county):
    shapes = np.array([zone["geometry"] for zone in zones])
    around = shapely.union_all([row["geometry"].buffer(500, quad_segs=16) for row in mines])
    assert shapely.area(shapes).sum() == pytest.approx(around.area, rel=1e-6)
    assert shapely.union_all(shapes).area == pytest.approx(around.area, rel=1e-6)
    assert {name for zone in zones for name in zone["mines"].split("、")} == {row["mine_name"] for row in mines}
    key = [zone for zone in zones if zone["priority"] == "重点"]
    assert sum(zone["area_hm2"] for zone in key) == pytest.approx(county["KEY_AREA_HM2"])
    assert len({name for zone in key for name in zone["mines"].split("、")}) == county["KEY_MINES"]


def test_intakes_and_what_lies_above_them(county):
    """The mine that holds an intake's first-class zone drains to that very intake."""
    by_name = {row["mine_name"]: row for row in county.rows("MINES_OUT")}
    quarry = by_name["石门永兴石料厂"]
    assert quarry["upstream_of"] == "石门水源地取水口" and 0 < quarry["flow_km"] < 1 and quarry["karst"]
    assert all(row["flow_km"] is None or row["flow_km"] <= 20 for row in by_name.values())
    assert county.said.warned("位于取水口上游", "岩溶")


def test_the_metric_county_is_not_suspected_of_web_boundaries(county):
    assert not county.said.warned("GCJ-02")


def test_in_english(run, layers, monkeypatch):
    monkeypatch.setattr("ronghe.plugin.language.QgsApplication.locale", lambda: "en_GB")
    mines = run("remediationzones", **layers, **FIELDS, MINES_OUT=MEMORY).rows("MINES_OUT")
    first = min(mines, key=lambda row: row["rank"])
    assert "First-class drinking-water protection zone" in first["trigger"]
    assert first["measure"].startswith("Abandoned mine: ecological reconstruction") and first["priority"] == "重点"
