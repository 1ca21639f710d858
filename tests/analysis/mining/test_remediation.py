"""Mines judged: the law first, then the worse of present and forecast, then the score; and zones made of them."""

import numpy as np
import pytest
import shapely

from ronghe.plugin.analysis.mining.factors import Factor
from ronghe.plugin.analysis.mining.outlook import OutlookStep
from ronghe.plugin.analysis.mining.remediation import Criteria, Downstream, Mines, assess_mines
from ronghe.plugin.analysis.mining.restoration import ModeRule
from ronghe.plugin.analysis.mining.rules import RoleFeatures
from ronghe.plugin.analysis.mining.severity import GENERAL, KEY, MODERATE, SECOND, SEVERE, SLIGHT, UNKNOWN, LandStep

FACTORS = [
    Factor("road", 0.6, ("distance",), ("ROADS",), 0.0, 1000.0),
    Factor("abandoned", 0.3, ("status",), levels={"abandoned": 1.0}),
    Factor("town", 0.1, ("distance",), ("TOWNS",), 0.0, 5000.0),
]
CRITERIA = Criteria(
    rules=[],
    land=[
        LandStep("L1", "farmland", 0.0, SEVERE),
        LandStep("L2", "cropland", 2.0, SEVERE),
        LandStep("L3", "cropland", 0.0, MODERATE),
    ],
    outlook=[OutlookStep("F1", "ROADS", (), "near", True, MODERATE)],
    factors=FACTORS,
    modes=[ModeRule("M1", "reuse", town_max_m=1000.0), ModeRule("M2", "assisted")],
    buffer_m=500.0,
    upstream_m=20_000.0,
    seed=1,
)


def square(x, side=100.0):
    return shapely.box(x, 0, x + side, side)


def mines_at(*rows):
    """Mines from (place, status, method)."""
    places = np.array([row[0] for row in rows], dtype=object)
    words = [np.array(column, dtype=object) for column in zip(*(row[1:] for row in rows))]
    hectares = np.where(shapely.get_dimensions(places) == 2, shapely.area(places) / 1e4, np.nan)
    nothing = np.full(len(rows), "", dtype=object)
    return Mines(places, words[0], nothing, words[1], hectares, {}, np.zeros(len(rows), dtype=bool))


def role(*shapes, words=None):
    words = np.array(words or [""] * len(shapes), dtype=object)
    return RoleFeatures(np.array(shapes, dtype=object), words, np.full(len(shapes), "", object), True)


def road(x):
    return shapely.LineString([(x, -900), (x, 900)])


def test_a_mine_in_a_first_class_zone_stands_ahead_of_every_score():
    mines = mines_at((square(0), "abandoned", ""), (square(5000), "idle", ""))
    zone = role(square(5050, 500), words=["first class"])
    found = assess_mines(mines, {"ROADS": role(road(50)), "WATER_PROTECTION": zone}, CRITERIA)
    assert found.score[0] > found.score[1]
    assert found.rank.tolist() == [2, 1] and found.priority.tolist() == [GENERAL, KEY]
    assert (found.rank_low[1], found.rank_high[1]) == (1, 1)
    assert [(name, mine.tolist()) for name, mine, _ in found.triggers] == [("WATER_PROTECTION", [1])]


def test_the_contributions_add_up_to_the_score():
    rows = [(square(300 * n), "abandoned" if n % 2 else "operating", "") for n in range(8)]
    found = assess_mines(mines_at(*rows), {"ROADS": role(road(50)), "TOWNS": role(shapely.Point(0, 3000))}, CRITERIA)
    assert np.abs(found.parts.sum(axis=1) - found.score).max() < 1e-9
    assert found.score.min() >= 0 and found.score.max() <= 100
    assert ((found.rank_low <= found.rank) & (found.rank <= found.rank_high)).all()


def test_a_score_by_hand():
    """A mine whose edge is 250 m from the road and 4 km from the town: 100 × (0.6 × 0.75 + 0.3 × 1 + 0.1 × 0.2)."""
    mines = mines_at((square(0), "abandoned", ""))
    found = assess_mines(mines, {"ROADS": role(road(350)), "TOWNS": role(shapely.Point(50, 4100))}, CRITERIA)
    assert found.parts[0] == pytest.approx([45.0, 30.0, 2.0]) and found.score[0] == pytest.approx(77.0)


def test_farmland_in_an_open_pit_is_damage_and_above_an_underground_mine_a_forecast():
    roles = {"FARMLAND": role(square(0, 60.0), square(5000, 60.0), square(10_000, 60.0))}
    mines = mines_at(
        (square(0), "operating", "open pit"),
        (square(5000), "operating", "underground"),
        (square(10_000), "proposed", "open pit"),
        (square(15_000), "operating", "open pit"),
    )
    found = assess_mines(mines, roles, CRITERIA)
    assert found.now.tolist() == [SEVERE, UNKNOWN, SLIGHT, SLIGHT]
    assert found.later.tolist() == [SEVERE, SEVERE, SEVERE, SLIGHT]
    assert found.priority.tolist() == [KEY, KEY, KEY, GENERAL]
    assert found.land["farmland"] == pytest.approx([0.36, 0.36, 0.36, 0.0])
    assert found.land_step.tolist() == ["L1", "L1", "L1", ""]


def test_land_is_measured_on_the_ellipsoid_of_the_mine():
    mines = mines_at((square(0), "operating", ""))
    mines.hectares[0] = 1.001
    found = assess_mines(mines, {"FARMLAND": role(square(0, 50.0))}, CRITERIA)
    assert found.land["farmland"] == pytest.approx([0.25025])


def test_land_that_the_planner_states_counts_without_a_layer():
    """For a point too: its area is not known, the land it takes is."""
    mines = mines_at((square(0, 200.0), "idle", ""), (shapely.Point(5000, 0), "idle", ""), (square(9000), "idle", ""))
    mines.land["cropland"] = np.array([2.5, 1.0, 0.0])
    mines.stated[:2] = True
    found = assess_mines(mines, {}, CRITERIA)
    assert found.now.tolist() == [SEVERE, MODERATE, UNKNOWN] and found.priority.tolist() == [KEY, SECOND, GENERAL]


def test_of_what_is_stated_and_what_the_layers_show_the_larger_counts():
    mines = mines_at((square(0, 200.0), "idle", ""), (square(9000, 200.0), "idle", ""))
    mines.land["cropland"] = np.array([2.5, 0.1])
    mines.stated[:] = True
    found = assess_mines(mines, {"CROPLAND": role(square(0, 50.0), square(9000, 50.0))}, CRITERIA)
    assert found.land["cropland"] == pytest.approx([2.5, 0.25])


def test_a_point_has_no_area_and_is_judged_by_the_forecast():
    mines = mines_at((shapely.Point(0, 0), "operating", ""), (shapely.Point(9000, 0), "operating", ""))
    found = assess_mines(mines, {"ROADS": role(road(300)), "FARMLAND": role(square(-50))}, CRITERIA)
    assert found.now.tolist() == [UNKNOWN, UNKNOWN]
    assert found.priority.tolist() == [SECOND, GENERAL]


def test_without_any_layer_of_land_nothing_is_known_now():
    assert assess_mines(mines_at((square(0), "operating", "")), {}, CRITERIA).now.tolist() == [UNKNOWN]


def test_only_abandoned_mines_have_a_way_of_restoration():
    mines = mines_at((square(0), "abandoned", ""), (square(5000), "abandoned", ""), (square(0), "idle", ""))
    found = assess_mines(mines, {"TOWNS": role(shapely.Point(0, 900))}, CRITERIA)
    assert found.mode.tolist() == [0, 1, -1]


def test_water_down_to_an_intake_counts_for_forecast_and_score():
    criteria = Criteria(
        **{
            **CRITERIA.__dict__,
            "outlook": [OutlookStep("F5", "INTAKES", (), "upstream", False, MODERATE)],
            "factors": [Factor("water", 1.0, ("distance", "flow"), ("WATER_PROTECTION",), 0.0, 1000.0)],
        }
    )
    mines = mines_at((square(0), "idle", ""), (square(5000), "idle", ""))
    down = Downstream(np.array([2, -1]), np.array([5000.0, np.nan]), np.array([False, False]))
    found = assess_mines(mines, {"INTAKES": role(shapely.Point(0, -9000))}, criteria, down)
    assert found.later.tolist() == [MODERATE, SLIGHT]
    assert found.score == pytest.approx([75.0, 0.0])


def test_zones_hold_every_mine():
    rows = [(square(300 * n), "operating", "open pit") for n in range(12)]
    found = assess_mines(mines_at(*rows), {"FARMLAND": role(square(600, 50.0)), "ROADS": role(road(2500))}, CRITERIA)
    assert set(np.concatenate(found.zones.mines)) == set(range(12))
    assert set(found.zones.priority) == set(found.priority) == {GENERAL, SECOND, KEY}
