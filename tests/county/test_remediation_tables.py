"""The tables of remediation: whole, in both languages, and changed row by row by the planner."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject

from ronghe.plugin.analysis.mining.outlook import PLACES
from ronghe.plugin.analysis.mining.rules import LAYER_ROLES
from ronghe.plugin.analysis.mining.severity import MODERATE, SEVERE
from ronghe.plugin.county.faults import BadStandard
from ronghe.plugin.county.remediation_tables import (
    green_index,
    measure_wordings,
    remediation_factors,
    restoration_modes,
    severity_steps,
)
from ronghe.plugin.county.standards import standard_table

ROLES = {*LAYER_ROLES, "INTAKES", "TOWNS"}
STATUSES = ("proposed", "under construction", "operating", "idle", "abandoned", "unknown")


@pytest.fixture
def beside(qgis_app, tmp_path):
    """Writes a table beside a saved project and gives the project."""

    def write(name: str, text: str) -> QgsProject:
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        project = QgsProject()
        project.write(str(tmp_path / "county.qgz"))
        return project

    return write


def test_the_factors_of_the_paper_are_there_and_their_weights_add_up(qgis_app):
    factors, names = remediation_factors()
    keys = [factor.key for factor in factors]
    assert set(keys) >= {"water", "road", "river", "town", "reserve", "farmland", "abandoned", "construction", "green"}
    assert sum(factor.weight for factor in factors) == pytest.approx(1.0)
    assert all(names[key].zh and names[key].en for key in keys)
    assert {role for factor in factors for role in factor.roles} <= ROLES
    assert all(factor.far_m > factor.near_m for factor in factors if "distance" in factor.measures)


def test_a_water_zone_of_unknown_class_counts_as_first(qgis_app):
    water = remediation_factors()[0][0]
    assert water.levels[""] == water.levels["first class"] == 1.0 > water.levels["second class"]


def test_severity_of_land_is_that_of_the_standard(qgis_app):
    land, outlook, wordings = severity_steps()
    steps = {(step.land, step.severity): step.above_hm2 for step in land}
    assert steps == {
        ("farmland", SEVERE): 0,
        ("cropland", SEVERE): 2,
        ("cropland", MODERATE): 0,
        ("forest", SEVERE): 4,
        ("forest", MODERATE): 2,
        ("wasteland", SEVERE): 20,
        ("wasteland", MODERATE): 10,
    }
    assert [step.severity for step in land] == sorted((step.severity for step in land), reverse=True)
    assert {step.place for step in outlook} == set(PLACES) and {step.role for step in outlook} <= ROLES
    assert all(wordings[step.id].text for step in (*land, *outlook))


def test_what_was_not_seen_in_a_text_is_not_called_verified(qgis_app):
    """DZ/T 0223's land criteria and the ways of TD/T 1070.1 are known from memory alone."""
    for table in ("remediation_severity", "remediation_modes", "remediation_factors"):
        rows = standard_table(table)
        assert set(rows["verified"]) == {"no"} and rows["source"].str.contains("待核").all()


def test_every_abandoned_mine_finds_a_way(qgis_app):
    rules, reasons = restoration_modes()
    last = rules[-1]
    assert not last.inside and (last.slope_max, last.area_max, last.town_max_m) == (float("inf"),) * 3
    assert {rule.mode for rule in rules} == {"natural", "assisted", "reconstruction", "reuse"}
    wordings = measure_wordings()
    assert all(reasons[rule.id].text and wordings["mode", rule.mode].text for rule in rules)


def test_every_status_has_a_measure(qgis_app):
    wordings = measure_wordings()
    assert all(wordings[kind, status].text for kind in ("measure", "trigger") for status in STATUSES)
    legacy = wordings["responsible", "legacy"].text
    assert "县级人民政府" in legacy and "矿产资源法第四十五条" in legacy and "土地复垦条例第三条" in legacy


def test_the_green_mine_index_has_six_first_level_indicators(qgis_app):
    names = [one.name for one in green_index()]
    assert names[1:] == [
        "矿区环境",
        "资源开发",
        "综合利用",
        "绿色低碳",
        "生态修复与环境治理",
        "科技创新与规范管理",
    ]


def test_every_table_is_in_both_languages(qgis_app):
    tables = ("factors", "severity", "modes", "measures")
    for name in (*(f"remediation_{one}" for one in tables), "green_mine_index"):
        table = standard_table(name)
        assert (table["zh"] != "").all() and (table["en"] != "").all() and (table["source"] != "").all()


def test_weights_of_one_run_win_and_the_others_stay(qgis_app, tmp_path):
    path = tmp_path / "weights.csv"
    path.write_text("factor,weight\nroad,0.5\n", encoding="utf-8")
    factors = {factor.key: factor for factor in remediation_factors(None, str(path))[0]}
    assert factors["road"].weight == 0.5 and factors["road"].far_m == 1000 and factors["water"].weight == 0.2


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ("噪声,0.1", "factor", "not_one_of"),
        ("road,很高", "weight", "not_a_number"),
        ("road,", "weight", "not_a_number"),
        ("road,-0.1", "weight", "negative"),
    ],
)
def test_a_bad_weight_is_named(qgis_app, tmp_path, row, column, reason):
    path = tmp_path / "weights.csv"
    path.write_text(f"factor,weight\nwater,0.3\n{row}\n", encoding="utf-8")
    with pytest.raises(BadStandard) as raised:
        remediation_factors(None, str(path))
    assert (raised.value.row, raised.value.column, raised.value.reason) == (3, column, reason)


def test_weights_without_their_column(qgis_app, tmp_path):
    path = tmp_path / "weights.csv"
    path.write_text("factor,w\nroad,0.5\n", encoding="utf-8")
    with pytest.raises(BadStandard) as raised:
        remediation_factors(None, str(path))
    assert (raised.value.column, raised.value.reason) == ("weight", "missing_column")


def test_a_threshold_of_the_project_wins(beside):
    project = beside("remediation_severity", "id,above_hm2\nL2,3\n")
    steps = {step.id: step.above_hm2 for step in severity_steps(project)[0]}
    assert steps["L2"] == 3 and steps["L4"] == 4


def test_a_severity_that_does_not_exist_is_named(beside):
    project = beside("remediation_severity", "id,severity\nL1,severe\nL2,dreadful\n")
    with pytest.raises(BadStandard) as raised:
        severity_steps(project)
    assert (raised.value.row, raised.value.column, raised.value.reason) == (3, "severity", "not_one_of")
