"""Seats find their towns, towns their type, and the words for levels their number."""

import numpy as np
import pytest
import shapely

from ronghe.plugin.analysis.structure.seats import place_towns, plain_name
from ronghe.plugin.analysis.structure.town_levels import level_number
from ronghe.plugin.analysis.structure.town_types import town_types

WEST, EAST = shapely.box(0, 0, 10, 10), shapely.box(10, 0, 20, 10)
AREAS = np.array([WEST, EAST], dtype=object)


def seats(*xy):
    return np.array([shapely.Point(place) for place in xy], dtype=object)


def test_a_seat_belongs_to_the_town_of_its_name_wherever_it_lies():
    xy, source = place_towns(AREAS, ["水头镇", "康城镇"], seats((12, 1), (2, 2)), ["水头", "康城镇人民政府"])
    assert xy.tolist() == [[12, 1], [2, 2]] and source.tolist() == ["seat", "seat"]


def test_without_names_a_seat_belongs_to_the_area_around_it():
    xy, source = place_towns(AREAS, ["水头镇", "康城镇"], seats((2, 2)))
    assert xy[0].tolist() == [2, 2] and source.tolist() == ["seat", "inside"]


def test_the_seat_of_another_town_is_not_taken():
    _, source = place_towns(AREAS, ["水头镇", "康城镇"], seats((2, 2)), ["康城镇"])
    assert source.tolist() == ["inside", "seat"]


def test_a_town_that_is_a_point_lies_where_it_is():
    xy, source = place_towns(seats((3, 4)), ["水头镇"])
    assert xy.tolist() == [[3, 4]] and source.tolist() == ["own"]


def test_of_two_seats_of_one_name_the_one_inside_counts():
    xy, _ = place_towns(AREAS, ["石口镇", "康城镇"], seats((15, 5), (5, 5)), ["石口", "石口"])
    assert xy[0].tolist() == [5, 5]


def test_names_are_compared_without_what_they_are():
    assert plain_name(" 水头镇 人民政府") == plain_name("水头") == "水头"
    assert plain_name("东乡") == "东乡"


def test_a_town_has_the_type_of_the_sector_in_which_it_stands_out():
    mining = [90.0, 10, 10, 10, 10]
    tourism = [5.0, 5, 90, 5, 5]
    population = np.full(5, 1000.0)
    found = town_types(np.array([mining, tourism]).T, ["mining", "tourism"], population, np.array([2, 1, 2, 3, 3]))
    assert found.tolist() == ["mining", "all_round", "tourism", "", ""]


def test_a_town_that_stands_out_twice_is_all_round():
    both = np.array([[90.0, 90], [10, 10], [10, 10]])
    found = town_types(both, ["mining", "tourism"], np.full(3, np.nan), np.array([2, 2, 3]))
    assert found.tolist() == ["all_round", "", ""]


def test_amounts_are_taken_a_head():
    found = town_types(np.array([[100.0], [50], [10]]), ["mining"], np.array([1000.0, 100, 100]), np.array([1, 2, 3]))
    assert found.tolist() == ["all_round", "mining", ""]


@pytest.mark.parametrize(
    ("text", "level"),
    [("中心城区", 1), ("县城", 1), ("重点镇", 2), ("一般镇（乡）", 3), ("一般镇(乡)", 3), (2.0, 2), ("甲", 0)],
)
def test_levels_in_words_and_numbers(text, level):
    assert level_number(text) == level


def test_an_empty_cell_is_no_level():
    assert level_number(None) == level_number(float("nan")) == level_number("") == 0
