"""The way an abandoned mine comes back is chosen by the first rule that holds."""

import numpy as np
import pytest

from ronghe.plugin.analysis.mining.restoration import ModeRule, restoration_rule

RULES = [
    ModeRule("hazard", "reconstruction", inside="hazard"),
    ModeRule("town", "reuse", slope_max=15.0, area_min=1.0, town_max_m=1000.0),
    ModeRule("steep", "reconstruction", slope_min=25.0),
    ModeRule("small", "natural", slope_max=15.0, area_max=2.0),
    ModeRule("rest", "assisted"),
]


def chosen(slope, hectares, town_m, hazard=False):
    found = restoration_rule(
        RULES, np.array([slope]), np.array([hectares]), np.array([town_m]), {"hazard": np.array([hazard])}
    )
    return RULES[found[0]].id


@pytest.mark.parametrize(
    ("slope", "hectares", "town_m", "rule"),
    [
        (10.0, 5.0, 800.0, "town"),
        (10.0, 5.0, 1200.0, "rest"),
        (15.0, 1.0, 1000.0, "town"),
        (10.0, 0.5, 800.0, "small"),
        (25.0, 5.0, 800.0, "steep"),
        (20.0, 5.0, 800.0, "rest"),
    ],
)
def test_the_first_rule_that_holds_decides(slope, hectares, town_m, rule):
    assert chosen(slope, hectares, town_m) == rule


def test_ground_that_the_mine_lies_on_goes_first():
    assert chosen(10.0, 5.0, 800.0, hazard=True) == "hazard"


def test_a_condition_on_something_unknown_does_not_hold():
    assert chosen(np.nan, 5.0, 800.0) == "rest"
    assert chosen(30.0, np.nan, np.nan) == "steep"


def test_without_a_rule_that_holds_there_is_none():
    nothing = np.array([np.nan])
    assert restoration_rule(RULES[:1], nothing, nothing, nothing, {}).tolist() == [-1]
