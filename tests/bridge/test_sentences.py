"""Every fault becomes one whole sentence that says what to do."""

from dataclasses import dataclass

import pandas as pd
import pytest

from ronghe.plugin.analysis.faults import Fault
from ronghe.plugin.bridge import faults
from ronghe.plugin.bridge.sentences import left_out_sentences, listed_ids, number_sentences, sentence
from ronghe.plugin.bridge.vector import Features


@pytest.fixture(autouse=True)
def chinese(monkeypatch, qgis_app):
    monkeypatch.setattr("ronghe.plugin.language.QgsApplication.locale", lambda: "zh_CN")


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (faults.MissingCrs("道路"), "道路图层没有坐标系"),
        (faults.WrongGeometry("道路", "line", "point"), "道路图层是点图层，这里需要线图层"),
        (faults.WrongGeometry("村庄", "point", "none"), "只是一张表"),
        (faults.MissingField("村庄", "人口", ("名称", "户数")), "没有字段“人口”；现有字段：名称、户数"),
        (faults.UnreadableRaster("DEM", "dem.tif"), "DEM栅格“dem.tif”无法读取"),
        (faults.NoOverlap("DEM", "道路"), "DEM与道路不重叠"),
        (faults.TooLarge("DEM", 40_000_000, 8 * 1024**3, 2 * 1024**3), "4,000 万个像元，需要内存 8.0 GB"),
        (faults.NotWritten("结果.gpkg", "磁盘已满"), "结果无法写入“结果.gpkg”（磁盘已满）"),
    ],
)
def test_sentence(fault, words):
    assert words in sentence(fault)
    assert sentence(fault).count("{") == 0


def test_every_fault_of_the_bridge_has_its_own_sentence():
    own = [
        one for one in vars(faults).values() if isinstance(one, type) and issubclass(one, Fault) and one is not Fault
    ]
    assert own and all(sentence.dispatch(one) is not sentence.dispatch(Fault) for one in own)


def test_a_fault_without_sentence_shows_its_data():
    @dataclass(eq=False)
    class Strange(Fault):
        roads: int

    assert "Strange(roads=3)" in sentence(Strange(3))


def features(left_out, repaired=()):
    return Features(None, pd.DataFrame(left_out, columns=["fid", "reason"]), "道路", "roads", 100, None, list(repaired))


def test_left_out_features_are_counted_and_eight_are_named():
    said = left_out_sentences(features([(fid, "invalid") for fid in range(1, 13)]))
    assert said == [
        "道路图层有 12 条要素几何无效（要素编号 1、2、3、4、5、6、7、8…），已跳过；请用“修复几何”工具处理后重算。"
    ]


def test_one_sentence_a_reason_and_one_for_the_mended():
    reasons = ["no_geometry", "empty", "wrong_type", "invalid", "not_transformable"]
    said = left_out_sentences(features([(fid, reason) for fid, reason in enumerate(reasons)], repaired=[9]))
    assert len(said) == 6 and len(set(said)) == 6
    assert "已自动修复" in said[-1] and "9" in said[-1]
    assert left_out_sentences(features([])) == []


def test_numbers_that_need_a_look():
    bad = pd.DataFrame({"fid": [1, 2], "value": ["x", None], "reason": ["not_a_number", "null"]})
    said = number_sentences(features([]), "人口", bad)
    assert said[0].startswith("道路图层的字段“人口”有 1 条不是数字（要素编号 1）")
    assert "为空" in said[1]


def test_few_ids_are_all_named():
    assert listed_ids([3, 8]) == "3、8"
