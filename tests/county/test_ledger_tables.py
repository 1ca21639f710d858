"""The tables of the two ledgers: digits as they were published, and files that cannot be used."""

import numpy as np
import pytest
from qgis.core import QgsProject

from ronghe.plugin.county.faults import BadStandard
from ronghe.plugin.county.ledger_tables import SERVICES, benefit_payers, equivalents, liability_texts, unit_costs
from ronghe.plugin.county.standards import standard_table

#: Sums of the rows and of the columns of Xie Gaodi et al. (2015), added by hand from the printed table.
ROW_SUMS = {
    "dry land": 4.01,
    "paddy": 3.89,
    "conifer": 17.53,
    "mixed forest": 23.09,
    "broadleaf": 22.95,
    "shrub": 15.22,
    "steppe": 5.07,
    "shrub grassland": 19.69,
    "meadow": 11.43,
    "wetland": 52.02,
    "desert": 1.10,
    "bare land": 0.20,
    "water": 125.61,
    "ice and snow": 10.27,
}
COLUMN_SUMS = [5.24, 4.60, 12.22, 16.01, 39.86, 19.84, 158.78, 18.13, 1.62, 23.38, 12.40]
UNSURE = {"conifer", "shrub grassland", "ice and snow"}


@pytest.fixture
def project_in(tmp_path, qgis_app):
    """A function that saves a project beside a file of that name and text."""

    def make(name, text):
        (tmp_path / name).write_text(text, encoding="utf-8")
        project = QgsProject()
        project.setFileName(str(tmp_path / "县.qgz"))
        return project

    return make


def test_equivalent_factors_are_the_published_ones():
    table = standard_table("equivalent_factors").set_index("type")[list(SERVICES)]
    assert table.sum(axis=1).round(10).to_dict() == pytest.approx(ROW_SUMS)
    assert table.sum().to_numpy() == pytest.approx(COLUMN_SUMS)
    assert table.at["paddy", "water_supply"] == -2.63 and table.at["water", "hydrology"] == 102.24


def test_rows_seen_in_one_transcription_only_are_marked():
    table = standard_table("equivalent_factors").set_index("type")
    assert set(table.index[table["verified"] == "no"]) == UNSURE
    assert table.loc[list(UNSURE), "source"].str.contains("只见到一份转录").all()


def test_shanxi_has_its_published_value_and_regional_factors():
    got = equivalents("shanxi_2018")
    assert got.value == 1412.6 and got.value_verified
    assert dict(zip(SERVICES, got.adjustment)) == {
        **dict.fromkeys(SERVICES, 0.562),
        "water_supply": 0.782,
        "hydrology": 0.782,
        "soil": 1.0,
    }


def test_the_nation_has_no_regional_factors():
    assert equivalents("national_1990_2015").value == 1498.58
    got = equivalents("national_2010")
    assert got.value == 3406.5 and not got.value_verified and (got.adjustment == 1).all()


def test_unit_costs_are_all_to_be_checked_and_say_how_they_were_chosen():
    table = standard_table("restoration_costs")
    assert (table["verified"] == "no").all() and table["source"].str.startswith("工程取值（非标准").all()
    assert not unit_costs()["verified"].any()


def test_unit_costs_in_the_planners_words(tmp_path):
    file = tmp_path / "单价.csv"
    rows = "land,damage,yuan_per_hm2,care_years,verified\n乔木林地,露天采场,90000,3,是\n0103,,50000,,\n"
    file.write_text(rows, encoding="gb18030")
    table = unit_costs(path=str(file))
    pit = table.loc[("forest", "excavation")]
    assert pit["yuan_per_hm2"] == 90_000 and pit["verified"]
    assert table.at[("cropland", ""), "yuan_per_hm2"] == 50_000
    assert table.at[("cropland", ""), "management_rate"] == 0 and len(table) == 2


def test_the_projects_row_replaces_the_shipped_one(project_in):
    project = project_in("restoration_costs.csv", "land,damage,yuan_per_hm2\ncropland,excavation,88000\n")
    table = unit_costs(project)
    assert table.at[("cropland", "excavation"), "yuan_per_hm2"] == 88_000
    assert table.at[("cropland", "excavation"), "care_years"] == 3 and len(table) == 72


@pytest.mark.parametrize(
    ("text", "row", "column", "value", "reason"),
    [
        ("land,yuan_per_hm2\n林地,10\n草地,-5\n", 3, "yuan_per_hm2", "-5", "negative"),
        ("land,yuan_per_hm2,care_years\n林地,10,-1\n", 2, "care_years", "-1", "negative"),
        ("land,yuan_per_hm2\n林地,十万\n", 2, "yuan_per_hm2", "十万", "not_a_number"),
        ("land,yuan_per_hm2\n林地,inf\n", 2, "yuan_per_hm2", "inf", "not_a_number"),
        ("land,yuan_per_hm2\n\n火星,10\n", 3, "land", "火星", "not_one_of"),
        ("land,damage,yuan_per_hm2\n林地,烧毁,10\n", 2, "damage", "烧毁", "not_one_of"),
        ("land,price\n林地,10\n", 1, "yuan_per_hm2", "", "missing_column"),
    ],
)
def test_a_bad_cost_is_named_by_row_and_column(tmp_path, text, row, column, value, reason):
    file = tmp_path / "costs.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadStandard) as fault:
        unit_costs(path=str(file))
    got = fault.value
    assert (got.row, got.column, got.value, got.reason) == (row, column, value, reason)


def test_a_bad_cost_beside_the_project_is_found_too(project_in):
    project = project_in("restoration_costs.csv", "land,damage,yuan_per_hm2\ncropland,excavation,-1\n")
    with pytest.raises(BadStandard, match="negative"):
        unit_costs(project)


def test_a_file_that_is_not_there():
    with pytest.raises(BadStandard, match="unreadable"):
        unit_costs(path="没有这个文件.csv")


def test_factors_of_a_run_replace_rows(tmp_path):
    head = "type," + ",".join(SERVICES)
    file = tmp_path / "factors.csv"
    file.write_text(f"{head}\nsteppe,{','.join(['1'] * 11)}\n", encoding="utf-8")
    got = equivalents("shanxi_2018", path=str(file)).factors
    assert got.loc["steppe"].sum() == 11 and got.loc["dry land"].sum() == pytest.approx(4.01) and len(got) == 14


def test_a_factor_that_is_empty_is_no_nought(tmp_path):
    file = tmp_path / "factors.csv"
    file.write_text("type,food,gas\nsteppe,1,\n", encoding="utf-8")
    with pytest.raises(BadStandard) as fault:
        equivalents("shanxi_2018", path=str(file))
    assert (fault.value.row, fault.value.column) == (2, "gas")


def test_laws_have_their_number_and_date(qgis_app):
    texts = liability_texts()
    assert all("《矿产资源法》（2024 年修订，2025 年 7 月 1 日起施行）第四十五条" in text for text in texts.values())
    assert "县级以上地方人民政府组织修复" in texts["legacy"]
    assert benefit_payers()["basis"].str.contains("第 779 号").all()
    assert benefit_payers()["basis"].str.contains("第一百一十一条至第一百一十六条").all()


def test_who_benefits_is_an_assumption(qgis_app):
    assert not benefit_payers()["verified"].any()
    assert np.isin(["water_protection", "reserve", "other"], benefit_payers().index).all()
