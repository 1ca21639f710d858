"""The three spaces by hand, and on random polygons: whatever is given, the areas add up to the county's."""

import time

import numpy as np
import pytest
import shapely

from ronghe.plugin.analysis.structure.control_lines import line_conflicts
from ronghe.plugin.analysis.structure.faults import NoCounty, NoSpaces
from ronghe.plugin.analysis.structure.space_zones import zones_of
from ronghe.plugin.analysis.structure.spaces import balance_spaces

COUNTY = np.array([shapely.box(0, 0, 100, 100)], dtype=object)


def many(*boxes):
    return np.array([shapely.box(*one) for one in boxes], dtype=object)


#: Agriculture in the west, ecology in the east with 10 in common, a town in the middle, the north in no space.
SPACES = {
    "agriculture": many((0, 0, 55, 80)),
    "ecology": many((45, 0, 100, 80)),
    "urban": many((40, 20, 60, 40)),
}


def areas(balance, zone=None):
    found = {}
    for number, space, shape in zip(balance.zone, balance.space, balance.shape):
        if zone is None or number == zone:
            found[space] = found.get(space, 0.0) + shape.area
    return found


def test_each_place_is_counted_once():
    found = areas(balance_spaces(SPACES, zones_of(COUNTY)))
    assert found == pytest.approx(
        {"agriculture": 3500.0, "ecology": 3500.0, "urban": 0.0, "overlap": 600.0 + 400.0, "unassigned": 2000.0},
        abs=1e-9,
    )


def test_a_place_in_all_three_stands_in_every_pair():
    overlaps = balance_spaces(SPACES, zones_of(COUNTY)).overlaps
    by_pair = {}
    for one, other, shape in zip(overlaps.one, overlaps.other, overlaps.shape):
        by_pair[one, other] = by_pair.get((one, other), 0) + shape.area
    assert by_pair == {("agriculture", "ecology"): 800, ("agriculture", "urban"): 300, ("ecology", "urban"): 300}


def test_every_town_balances_on_its_own_and_ground_in_no_town_is_a_zone():
    zones = zones_of(COUNTY, many((0, 0, 50, 100), (50, 0, 90, 100)))
    assert zones.town.tolist() == [0, 1, -1]
    balance = balance_spaces(SPACES, zones)
    assert [sum(areas(balance, zone).values()) for zone in range(3)] == pytest.approx([5000, 4000, 1000])


def test_towns_that_overlap_or_reach_beyond_the_county_count_nothing_twice():
    zones = zones_of(COUNTY, many((0, 0, 60, 100), (50, 0, 120, 100)))
    assert (zones.twice, zones.beyond) == (1000.0, 2000.0)
    assert shapely.area(zones.shapes).sum() == pytest.approx(10000)


def test_what_lies_outside_the_county_is_known():
    balance = balance_spaces({"ecology": many((-50, 0, 50, 100))}, zones_of(COUNTY))
    assert balance.beyond == {"agriculture": 0.0, "ecology": 5000.0, "urban": 0.0}


def test_polygons_of_one_space_on_each_other_count_once_and_it_is_known():
    balance = balance_spaces({"ecology": many((0, 0, 50, 50), (0, 0, 50, 25))}, zones_of(COUNTY))
    assert areas(balance)["ecology"] == 2500 and balance.twice["ecology"] == 1250


def test_small_pieces_can_be_set_apart_and_are_not_lost():
    spaces = {"agriculture": many((0, 0, 50, 100)), "ecology": many((50.01, 0, 100, 100))}
    large, small = balance_spaces(spaces, zones_of(COUNTY)).gaps.at_least(10.0)
    assert (len(large), len(small)) == (0, 1) and small.shape[0].area == pytest.approx(1.0)


def test_control_lines_in_the_wrong_space_and_on_each_other():
    zones = zones_of(COUNTY)
    spaces = {"agriculture": many((0, 0, 50, 80)), "ecology": many((50, 0, 100, 80))}
    lines = {"redline": many((40, 0, 60, 90)), "farmland": many((30, 0, 45, 10)), "urban_boundary": many((0, 0, 5, 5))}
    found, beyond = line_conflicts(lines, balance_spaces(spaces, zones), zones)
    rows = {(one, other): shape.area for one, other, shape in zip(found.one, found.other, found.shape)}
    assert rows == {
        ("redline", "agriculture"): 800.0,
        ("redline", "unassigned"): 200.0,
        ("urban_boundary", "agriculture"): 25.0,
        ("redline", "farmland"): 50.0,
    }
    assert beyond == {"redline": 0.0, "farmland": 0.0, "urban_boundary": 0.0}


def test_a_place_in_two_wrong_spaces_is_one_conflict():
    zones = zones_of(COUNTY)
    spaces = {"agriculture": many((0, 0, 50, 50)), "urban": many((0, 0, 50, 50))}
    found, _ = line_conflicts({"redline": many((0, 0, 10, 10))}, balance_spaces(spaces, zones), zones)
    assert shapely.area(found.shape).sum() == 100


def test_no_county_and_no_spaces_are_faults():
    with pytest.raises(NoCounty):
        zones_of(np.array([shapely.from_wkt("POLYGON EMPTY")], dtype=object))
    with pytest.raises(NoSpaces):
        balance_spaces({"ecology": many((200, 0, 300, 10))}, zones_of(COUNTY))


def scattered(chance, count, size):
    """Irregular polygons that overlap each other, spread over the county and beyond."""
    centre = chance.uniform(-10, 110, (count, 1, 2))
    angle = np.sort(chance.uniform(0, 2 * np.pi, (count, 9)), axis=1)
    radius = chance.uniform(0.3, 1.0, (count, 9)) * size
    return shapely.make_valid(
        shapely.polygons(centre + radius[..., None] * np.stack([np.cos(angle), np.sin(angle)], axis=-1))
    )


@pytest.mark.parametrize("seed", range(12))
def test_random_polygons_add_up(seed):
    chance = np.random.default_rng(seed)
    spaces = {space: scattered(chance, 60, 12.0) for space in ("agriculture", "ecology", "urban")}
    towns = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(chance.uniform(0, 100, (6, 2)))))
    zones = zones_of(COUNTY, towns)
    balance = balance_spaces(spaces, zones)
    assert shapely.area(zones.shapes).sum() == pytest.approx(1e4, rel=1e-9)
    assert shapely.area(balance.shape).sum() == pytest.approx(1e4, rel=1e-9)
    for number, zone in enumerate(zones.shapes):
        assert sum(areas(balance, number).values()) == pytest.approx(zone.area, rel=1e-9)
    # A point is in the class that the polygons around it say.
    points = shapely.points(chance.uniform(0, 100, (300, 2)))
    held = np.stack([shapely.intersects(shapely.union_all(shapes), points) for shapes in spaces.values()])
    alone = np.array(["agriculture", "ecology", "urban"])[held.argmax(axis=0)]
    expected = np.select([held.sum(axis=0) > 1, held.any(axis=0)], ["overlap", alone], "unassigned")
    where, piece = shapely.STRtree(balance.shape).query(points, predicate="intersects")
    assert (balance.space[piece] == expected[where]).all() and len(np.unique(where)) == 300


def test_twenty_thousand_polygons_are_quick_and_can_be_stopped():
    chance = np.random.default_rng(1)
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(chance.uniform(0, 100, (20_000, 2)))))
    kind = chance.integers(0, 4, len(cells))
    spaces = {space: cells[kind == number] for number, space in enumerate(("agriculture", "ecology", "urban"))}
    spaces["urban"] = shapely.buffer(spaces["urban"], 0.05, quad_segs=2)
    told = [time.process_time()]
    zones = zones_of(COUNTY)
    balance = balance_spaces(spaces, zones, lambda step, share: told.append(time.process_time()))
    assert shapely.area(balance.shape).sum() == pytest.approx(1e4, rel=1e-9)
    assert told[-1] - told[0] < 30 and np.diff(told).max() < 2.0
