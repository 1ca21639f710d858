"""The rule table of mining: complete, dated, and changed row by row by the planner."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from qgis.core import QgsProject

from ronghe.plugin.algorithms.mining.role_layers import DOMAINS
from ronghe.plugin.analysis.mining.rules import LAYER_ROLES
from ronghe.plugin.county.faults import BadStandard
from ronghe.plugin.county.mining_rules import edition, mining_rules
from ronghe.plugin.county.standards import standard_table
from ronghe.plugin.county.words import canonical

HEADING = "id,class,distance_m,effect\n"


@pytest.fixture
def beside(qgis_app, tmp_path):
    """Writes a mining_rules.csv beside a saved project and gives the project."""

    def write(text: str) -> QgsProject:
        (tmp_path / "mining_rules.csv").write_text(text, encoding="utf-8")
        project = QgsProject()
        project.write(str(tmp_path / "county.qgz"))
        return project

    return write


def by_key(rules):
    return {rule.key: rule for rule in rules}


def test_all_rules_of_the_law_are_there(qgis_app):
    ids = {rule.id for rule in mining_rules()}
    numbers = {int("".join(c for c in one if c.isdigit())) for one in ids if one.startswith("R")}
    assert numbers == set(range(1, 33))


def test_distances_are_those_of_the_law(qgis_app):
    rules = by_key(mining_rules())
    assert (rules["R1|national"].distance_m, rules["R1|national"].half_width_m) == (100, 10)
    assert (rules["R2|township"].distance_m, rules["R2|township"].half_width_m) == (50, 5)
    assert rules["R3|"].distance_m == 200 and rules["R4|"].distance_m == 100
    railway = rules["R7|"]
    assert (railway.distance_m, railway.effect, railway.method) == (1000, "restricted", "open pit")
    assert rules["R30|"].operation == "downstream" and rules["R30|"].activity == "tailings"


def test_every_role_of_the_interface_has_a_rule(qgis_app):
    assert set(LAYER_ROLES) <= {role for rule in mining_rules() for role in rule.roles}


def test_every_rule_has_its_words_in_both_languages(qgis_app):
    for row in standard_table("mining_rules").to_dict("records"):
        for name in ("name", "measured", "law", "reason"):
            assert row[f"{name}_zh"] and row[f"{name}_en"], (row["id"], name)
    for rule in mining_rules():
        assert rule.verified == (rule.texts["mark"] in ("V1", "V2")), rule.key
        assert "{" not in rule.text("reason", "zh")


def test_the_environment_code_is_law_from_its_day(qgis_app):
    rule = by_key(mining_rules())["R27|first class"]
    assert rule.holds_on(date(2026, 8, 15)) and not rule.holds_on(date(2026, 8, 14))
    assert edition([rule], date(2026, 11, 25)) == (1, date(2026, 8, 15))


def test_until_the_code_the_law_on_water_pollution_held(qgis_app):
    """No day without a law on drinking water, and no day with two."""
    rules = [rule for rule in mining_rules() if rule.roles == ("WATER_PROTECTION",)]
    for day, ids in ((date(2025, 1, 1), {"R27a"}), (date(2026, 8, 14), {"R27a"}), (date(2026, 8, 15), {"R27"})):
        held = [rule for rule in rules if rule.holds_on(day)]
        assert {rule.id for rule in held} == ids
        assert {rule.classes: rule.effect for rule in held} == {
            (): "prohibited",
            ("first class",): "prohibited",
            ("second class",): "restricted",
            ("quasi",): "restricted",
        }
    assert not any(rule.verified for rule in rules if rule.id == "R27a")


def test_a_row_of_the_project_wins_and_the_others_stay(beside):
    rules = by_key(mining_rules(beside(HEADING + "R1,national,150,prohibited\n")))
    assert rules["R1|national"].distance_m == 150
    assert rules["R1|national"].text("reason", "zh").startswith("距国道用地外缘 150 米以内")
    assert rules["R1|provincial"].distance_m == 100


def test_the_file_of_one_run_wins_over_the_project(beside, tmp_path):
    project = beside(HEADING + "R1,national,150,prohibited\n")
    run = tmp_path / "run.csv"
    run.write_text(HEADING + "R1,national,200,restricted\n", encoding="utf-8")
    rule = by_key(mining_rules(project, str(run)))["R1|national"]
    assert (rule.distance_m, rule.effect) == (200, "restricted")


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ("R1,national,很远,prohibited", "distance_m", "not_a_number"),
        ("R1,national,-5,prohibited", "distance_m", "negative"),
        ("R1,national,100,禁止", "effect", "not_one_of"),
        (",national,100,prohibited", "id", "no_key"),
        ("R7,,inf,restricted", "distance_m", "not_a_number"),
        ("R7,,,restricted", "distance_m", "not_a_number"),
        ("X1,,100,prohibited", "role", "not_one_of"),
    ],
)
def test_a_bad_row_is_named(beside, row, column, reason):
    project = beside(HEADING + "R2,township,50,prohibited\n" + row + "\n")
    with pytest.raises(BadStandard) as raised:
        mining_rules(project)
    assert (raised.value.row, raised.value.column, raised.value.reason) == (3, column, reason)


def test_a_rule_of_the_county_s_own_needs_a_layer_an_operation_and_an_effect_and_no_more(beside):
    """What it leaves out: it holds for all mining, is not checked, and is told in general words."""
    project = beside("id,class,role,operation,distance_m,effect\nX1,,RAILWAYS,within,300,prohibited\n")
    rule = by_key(mining_rules(project))["X1|"]
    assert (rule.method, rule.activity, rule.verified) == ("all", "mining", False)
    assert "X1" in rule.text("reason", "zh") and rule.text("name", "en") == "X1" and rule.text("law", "zh")


def test_a_row_that_leaves_the_class_column_out_is_told_so(beside):
    with pytest.raises(BadStandard) as raised:
        mining_rules(beside("id,distance_m\nR7,500\n"))
    assert (raised.value.column, raised.value.reason) == ("class", "missing_column")


def test_every_class_that_a_rule_names_is_a_word_that_a_planner_may_write(qgis_app):
    """What the table calls a class means that class in a layer too: "large bridge" is no bridge of unknown size."""
    for rule in mining_rules():
        for domain in {DOMAINS[role] for role in rule.roles if role in DOMAINS}:
            found, _ = canonical(domain, pd.Series(rule.classes, dtype=object))
            assert found.tolist() == list(rule.classes), rule.key
