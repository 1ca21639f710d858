"""Numbers that planners keep as text."""

import numpy as np
import pandas as pd
import pytest

from ronghe.plugin.bridge.columns import number_column, number_of


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12.5", 12.5),
        (" 12,5 ", 12.5),
        ("１２", 12),
        ("1,234", 1234),
        ("1，234，567.5", 1234567.5),
        (" 300 人", 300),
        ("45户", 45),
        ("-3", -3),
        ("1e3", 1000),
        (7, 7),
    ],
)
def test_text_that_is_a_number(text, number):
    assert number_of(text) == number


@pytest.mark.parametrize("text", ["", "约300", "3万", "12 公里", "1,23,4", "nan", "inf", "无", "人"])
def test_text_that_is_none(text):
    assert np.isnan(number_of(text))


def test_what_needs_a_look_is_listed():
    frame = pd.DataFrame({"人口": ["820", None, "不详", "-5", " "]}, index=pd.Index([11, 12, 13, 14, 15], name="fid"))
    numbers, bad = number_column(frame, "人口")
    assert np.array_equal(numbers, [820, np.nan, np.nan, -5, np.nan], equal_nan=True)
    assert bad["fid"].tolist() == [12, 13, 14, 15]
    assert bad["reason"].tolist() == ["null", "not_a_number", "negative", "null"]
    assert bad["value"].tolist() == [None, "不详", "-5", " "]


def test_number_fields_pass_as_they_are():
    numbers, bad = number_column(pd.DataFrame({"人口": [1, 2]}), "人口")
    assert numbers.tolist() == [1, 2] and bad.empty
    numbers, bad = number_column(pd.DataFrame({"人口": [1.5, np.nan, -2]}), "人口")
    assert bad["reason"].tolist() == ["null", "negative"] and numbers[2] == -2
