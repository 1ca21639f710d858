"""Names of files that every system takes and a planner still recognises."""

from __future__ import annotations

import pytest

from ronghe.plugin.cartography.production.file_names import distinct, safe_stem


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("县域矿产资源规划图（城关镇）", "县域矿产资源规划图（城关镇）"),
        ("城关/康宁片区", "城关／康宁片区"),
        (r"a\b:c*d?e\"f<g>h|i".replace("\\\"", '"'), "a＼b：c＊d？e＂f＜g＞h｜i"),
        ("青龙山🏔️镇👨‍👩‍👧", "青龙山镇"),
        ("𠮷田村", "𠮷田村"),
        ("尾点...", "尾点"),
        (" 两头 空格 ", "两头 空格"),
        ("断\n行\t制表", "断 行 制表"),
        ("CON", "CON_"),
        ("nul.图", "nul.图_"),
        ("com7", "com7_"),
        ("COM10", "COM10"),
        ("", "图"),
        ("🏔", "图"),
        ("..", "图"),
    ],
)
def test_a_name_becomes_safe_and_stays_itself(name, stem):
    assert safe_stem(name) == stem


def test_a_long_name_is_cut_between_letters():
    stem = safe_stem("云岭县国土空间总体规划" * 20)
    assert len(stem.encode()) <= 190 and stem.startswith("云岭县国土空间总体规划云岭县")


def test_equal_names_get_numbers_also_where_only_capitals_differ():
    taken = set()
    given = ("Town", "town", "town", "村")
    assert [distinct(name, taken) for name in given] == ["Town", "town（2）", "town（3）", "村"]
