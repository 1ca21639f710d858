"""The words of a bureau's sheets stay in the project; a wind rose is read as planners write it."""

import pytest
from qgis.core import QgsProject

from ronghe.plugin.bridge.sentences import sentence
from ronghe.plugin.county.sheet_words import BadWind, SheetWords, load_words, save_words, wind_of

EIGHT = (10.0, 8.0, 5.0, 12.0, 20.0, 15.0, 10.0, 20.0)


def test_words_are_kept_in_the_project(qgis_app):
    project = QgsProject()
    assert load_words(project) == SheetWords()
    bureau = ("云岭县国土空间总体规划", "云岭县人民政府", "", "2026年1月")
    words = SheetWords(*bureau, "内部", "云审字〔2026〕1号", "1 2 3 4 5 6 7 8", True)
    save_words(project, words)
    assert load_words(project) == words


def test_words_of_one_run_go_before_those_of_the_project_where_there_are_any():
    kept = SheetWords("云岭县国土空间总体规划", secrecy="内部")
    assert kept.given(plan_title="", date_text="2026年2月") == SheetWords(
        "云岭县国土空间总体规划", date_text="2026年2月", secrecy="内部"
    )


@pytest.mark.parametrize(
    "text",
    [
        "10,8,5,12,20,15,10,20",
        "10 8 5 12 20 15 10 20",
        "10%、8%、5%、12%、20%、15%、10%、20%",
        "10；8；5；12；20；15；10；20",
    ],
)
def test_a_wind_rose_is_read_as_it_is_written(text):
    assert wind_of(text) == EIGHT


def test_no_text_is_no_wind_rose():
    assert wind_of("  ") is None


@pytest.mark.parametrize("text", ["1,2,3", "北风 8", "1,2,3,4,5,6,7,-8", "0 0 0 0 0 0 0 0", "1 2 3 4 5 6 7 nan"])
def test_what_is_no_wind_rose_is_said(qgis_app, text):
    with pytest.raises(BadWind) as caught:
        wind_of(text)
    assert text in sentence(caught.value) and "16 个" in sentence(caught.value)
