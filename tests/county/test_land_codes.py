"""Land-use codes of two systems that give the same numbers to different land."""

import pandas as pd
import pytest
from qgis.core import QgsProject

from ronghe.plugin.county.land_codes import GUIDE, SURVEY, code_in, full_code, land_table, read_land
from ronghe.plugin.county.standards import standard_table


@pytest.fixture(scope="module")
def table(qgis_app):
    return land_table()


def costs(words, table, system=""):
    reading = read_land(pd.Series(words, dtype=object), table, system)
    return [table["cost"].iat[row] if row >= 0 else None for row in reading.row], reading


def test_0602_is_two_things(table):
    assert costs(["0602"], table, GUIDE)[0] == ["built-up"]
    assert costs(["0602"], table, SURVEY)[0] == ["mining land"]


def test_a_code_of_one_system_only_decides_for_all(table):
    """1006 (农村道路) is a code of 三调 only, 1701 (河流水面) one of the 2023 guide only."""
    found, reading = costs(["0602", "0301", "1006"], table)
    assert found == ["mining land", "forest", "built-up"] and (reading.system, reading.assumed) == (SURVEY, False)
    found, reading = costs(["0602", "0301", "1701"], table)
    assert found == ["built-up", "forest", "water"] and (reading.system, reading.assumed) == (GUIDE, False)


def test_codes_that_fit_both_are_read_as_the_guide_and_that_is_known_as_assumed(table):
    _, reading = costs(["0101", "0301", "0602"], table)
    assert (reading.system, reading.assumed) == (GUIDE, True)


def test_a_name_beside_the_code_decides(table):
    found, reading = costs(["0602 采矿用地", "0303"], table)
    assert found == ["mining land", "wetland"] and reading.system == SURVEY


def test_classes_of_the_training_raster(table):
    found, reading = costs(["1", "2", "3", "4", "7", "10", "12", "17", "23"], table)
    assert reading.system == GUIDE and not reading.assumed
    assert found == [
        "cropland",
        "orchard",
        "forest",
        "grassland",
        "built-up",
        "mining land",
        "built-up",
        "water",
        "other land",
    ]


@pytest.mark.parametrize(
    ("word", "cost"),
    [
        ("林地", "forest"),
        ("其他林地（疏林）", "forest"),
        ("旱 地", "cropland"),
        ("Forest", "forest"),
        ("采矿用地", "mining land"),
        ("矸石山", "mining land"),
        ("030101", "forest"),
        ("1104A", "water"),
        ("火星", None),
        ("9999", None),
    ],
)
def test_words_and_finer_codes(table, word, cost):
    system = SURVEY if word == "1104A" else GUIDE
    assert costs([word], table, system)[0] == [cost]


def test_unknown_words_are_counted_and_empty_ones_are_not(table):
    _, reading = costs(["火星", "", "火星", "林地"], table)
    assert reading.unknown.to_dict("list") == {"word": ["火星"], "count": [2]} and reading.system == ""


@pytest.mark.parametrize(
    ("given", "code"),
    [("1", "01"), ("601", "0601"), ("0601", "0601"), ("05h1", "05H1"), ("10", "10"), ("30101", "030101")],
)
def test_the_nought_that_spreadsheets_take_away(given, code):
    assert full_code(given) == code


def test_a_year_in_a_name_is_no_code():
    assert code_in("林地") == "" and code_in("耕地(0103)") == "0103"


def test_a_name_means_the_same_in_both_systems(table):
    meanings = table.groupby("zh")[["equivalent", "cost"]].nunique()
    assert (meanings == 1).all().all()


def test_every_meaning_has_a_factor_and_a_price(table):
    factors = set(standard_table("equivalent_factors")["type"])
    assert set(table["equivalent"]) - {"none"} <= factors
    assert set(table["cost"]) <= set(standard_table("restoration_costs")["land"])


def test_the_project_may_read_a_code_differently(tmp_path, qgis_app):
    row = "system,code,zh,en,equivalent,cost\nguide2023,403,其他草地,Other grassland,shrub grassland,grassland\n"
    (tmp_path / "land_equivalents.csv").write_text(row, encoding="utf-8")
    project = QgsProject()
    project.setFileName(str(tmp_path / "县.qgz"))
    table = land_table(project)
    reading = read_land(pd.Series(["0403"], dtype=object), table, GUIDE)
    assert table["equivalent"].iat[reading.row[0]] == "shrub grassland"
