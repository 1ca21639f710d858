"""The planner's words and the plugin's."""

import numpy as np
import pandas as pd
import pytest

from ronghe.plugin.county.words import canonical


@pytest.mark.parametrize(
    ("domain", "word", "meaning"),
    [
        ("road", "国道", "national"),
        ("road", "三级公路（县道）", "county"),
        ("road", "高速公路", "expressway"),
        ("road", " 省 道 ", "provincial"),
        ("road", "Motorway_Link", "expressway"),
        ("road", "living street", "street"),
        ("road", "TERTIARY", "township"),
        ("road", "countryside", None),
        ("facility_level", "县级综合医院", "county"),
        ("facility_level", "１", "county"),
        ("facility_level", 1.0, "county"),
        ("facility_level", "12", None),
        ("facility_level", "重点镇", "town"),
        ("facility_level", "行政村卫生室", "village"),
        ("facility_type", "乡镇卫生院", "医疗"),
        ("oneway", -1, "backward"),
        ("oneway", "FT", "forward"),
        ("mining_method", "Open-Pit", "open pit"),
        ("mine_status", "已废弃", "abandoned"),
        ("mine_status", "未生产", "idle"),
        ("mine_status", "Not operating", "idle"),
        ("mine_status", "技改", "under construction"),
        ("mine_status", "技改扩建", "under construction"),
        ("mine_status", "筹建", "under construction"),
        ("mine_status", "基建", "under construction"),
        ("mine_status", "整合保留", "under construction"),
        ("mine_status", "长期停产", "idle"),
        ("mine_status", "停建", "idle"),
        ("mine_status", "整合退出", "abandoned"),
        ("mine_status", "政策性退出", "abandoned"),
        ("mine_status", "注销", "abandoned"),
        ("mine_status", "采矿许可证已注销", "abandoned"),
        # A mine merged away and one being rebuilt to take in others are both called 整合, and different people answer
        # for them: the planner is asked.
        ("mine_status", "整合", None),
        # A cancelled project never became a mine: none of the five states is true of it, so it is listed as unknown.
        ("mine_status", "Cancelled", None),
        ("mining_method", "open pit and underground", "open pit"),
        ("mineral", "建筑用砂石", "stone"),
        ("mineral", "河道砂石", "river sand"),
        ("water_protection", "准保护区", "quasi"),
        ("water_protection", "一级", "first class"),
    ],
)
def test_meaning_of_a_word(domain, word, meaning):
    found, _ = canonical(domain, pd.Series([word], dtype=object))
    assert found.iloc[0] == meaning


def test_unknown_words_are_counted_and_empty_cells_are_not():
    series = pd.Series(["国道", "滑道", None, "滑道", "", "溜索", np.nan], index=list("abcdefg"))
    found, unknown = canonical("road", series)
    assert found.to_dict() == {"a": "national", **dict.fromkeys("bcdefg")}
    assert unknown.to_dict("list") == {"word": ["滑道", "溜索"], "count": [2, 1]}


def test_a_field_of_numbers_is_understood():
    found, unknown = canonical("facility_level", pd.Series([1, 2, 3, 9]))
    assert found.tolist() == ["county", "town", "village", None] and unknown["word"].tolist() == ["9"]


def test_an_empty_field():
    found, unknown = canonical("road", pd.Series([], dtype=object))
    assert found.empty and unknown.empty


def test_a_domain_that_is_not_listed():
    with pytest.raises(KeyError):
        canonical("没有的类别", pd.Series(["a"]))


def test_every_osm_road_class_is_known():
    osm = "motorway trunk primary secondary tertiary unclassified residential track path footway service"
    found, unknown = canonical("road", pd.Series([*osm.split(), "primary_link", "living_street"]))
    assert unknown.empty and found.notna().all()
