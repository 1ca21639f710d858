"""Which rules bear on a mine where it lies."""

import numpy as np
import pytest
import shapely

from ronghe.plugin.analysis.mining.mine_rules import rule_hits, trigger_pairs
from ronghe.plugin.analysis.mining.rules import RoleFeatures, Rule


def rule(number, role, operation="inside", distance=0.0, classes=(), **more):
    what = {"effect": "prohibited", "method": "all", "activity": "mining", **more}
    dates = {"in_force": None, "until": None, "verified": True, "date_verified": True, "texts": {}}
    return Rule(number, classes, (role,), operation, distance, 10.0, **what, **dates)


RULES = [
    rule("R1", "ROADS", "within", 100.0, ("national",)),
    rule("R16", "RESERVES"),
    rule("R22", "HAZARD_AREAS", method="open pit"),
    rule("R15", "RIVERS", activity="tailings"),
    rule("R6", "ROADS", "within", 500.0, ("national",), activity="building"),
    rule("R29", "RESERVES", effect="weighed"),
    rule("VIS", "ROADS", "visible", 3000.0),
]
SQUARE = shapely.box(0, 0, 100, 100)


def features(shape, word=""):
    return RoleFeatures(np.array([shape]), np.array([word], dtype=object), np.array(["甲"], dtype=object), bool(word))


def hits(roles, place=SQUARE, method="", mineral=""):
    found = rule_hits(np.array([place]), np.array([method], object), np.array([mineral], object), RULES, roles)
    return [(RULES[number].id, metres) for number, metres in zip(found.rule, found.metres)]


def road(x):
    return shapely.LineString([(x, -500), (x, 500)])


@pytest.mark.parametrize(("x", "expected"), [(210, [("R1", 100.0)]), (211, []), (50, [("R1", 0.0)])])
def test_a_road_bears_on_a_mine_up_to_100_metres_from_its_land(x, expected):
    """Ten metres of the way are half the width of the road's land."""
    assert hits({"ROADS": features(road(x), "national")}) == expected


def test_a_road_of_another_class_does_not():
    assert hits({"ROADS": features(road(50), "village")}) == []


def test_ground_counts_where_the_mine_lies_on_it():
    assert hits({"RESERVES": features(SQUARE)}) == [("R16", 0.0)]
    assert hits({"RESERVES": features(shapely.box(100, 0, 200, 100))}) == []


@pytest.mark.parametrize(("method", "expected"), [("open pit", 1), ("", 1), ("underground", 0)])
def test_rules_of_open_pits_do_not_bear_on_underground_mines(method, expected):
    assert len(hits({"HAZARD_AREAS": features(SQUARE)}, method=method)) == expected


def test_rules_of_tailings_bear_on_tailings_alone():
    assert hits({"RIVERS": features(SQUARE)}) == []
    assert hits({"RIVERS": features(SQUARE)}, mineral="tailings") == [("R15", 0.0)]


def test_without_layers_there_are_no_hits():
    assert hits({}) == []


@pytest.mark.parametrize(
    ("role", "word", "triggers"),
    [
        ("WATER_PROTECTION", "first class", True),
        ("WATER_PROTECTION", "", True),
        ("WATER_PROTECTION", "second class", False),
        ("REDLINE", "", True),
        ("RESERVES", "control zone", True),
        ("HAZARD_AREAS", "landslide", True),
        ("SCENIC_AREAS", "", False),
        ("FARMLAND", "", False),
    ],
)
def test_statutory_triggers(role, word, triggers):
    found = trigger_pairs(np.array([SQUARE]), {role: features(SQUARE, word)})
    assert any(len(mine) for _, mine, _ in found) == triggers
