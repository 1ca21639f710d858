"""Where the names of lines and areas go: upright letters in a row, off what is there."""

import numpy as np
import pytest
from qgis.core import QgsGeometry, QgsRectangle

from ronghe.plugin.cartography.letter_rows import Taken, along, beside, inside
from ronghe.plugin.cartography.middle_line import middle_line

POINTS = 9.0
SHEET = QgsRectangle(0, 0, 200, 200)


@pytest.fixture(autouse=True)
def _fonts(qgis_app):
    """Letters are measured in the typefaces of the sheet."""


def line(*points):
    return QgsGeometry.fromWkt(f"LINESTRING({', '.join(f'{x} {y}' for x, y in points)})")


def test_chinese_letters_stand_upright_and_read_from_the_left_whatever_way_the_line_runs():
    letters = along("城川河廊道", line((150, 50), (20, 60)), POINTS, Taken(SHEET))
    assert [one.text for one in letters] == list("城川河廊道")
    assert all(a.x < b.x for a, b in zip(letters, letters[1:]))
    assert all(one.angle == 0 for one in letters)


def test_a_steep_name_reads_from_the_top_down():
    letters = along("西屏障", line((50, 20), (60, 180)), POINTS, Taken(SHEET))
    assert all(a.y > b.y for a, b in zip(letters, letters[1:]))


def test_a_line_that_turns_back_is_read_from_the_left_on_either_of_its_ways():
    taken = Taken(SHEET)
    taken.add(100, 150, 190, 40)  # the way out is taken
    letters = along("环城生态带", line((10, 150), (180, 150), (180, 60), (60, 60)), POINTS, taken)
    assert all(a.x < b.x for a, b in zip(letters, letters[1:])) or letters[0].y > letters[-1].y


def test_other_writing_is_one_name_turned_along_the_line():
    (name,) = along("River corridor", line((20, 20), (150, 150)), POINTS, Taken(SHEET))
    assert name.text == "River corridor"
    assert name.angle == pytest.approx(-45, abs=1)


def test_letters_keep_off_what_is_taken():
    taken = Taken(SHEET)
    taken.add(100, 50, 60, 20)  # the middle of the line, where the name would go
    letters = along("双河产业轴", line((10, 50), (190, 50)), POINTS, taken)
    assert all(not 70 < one.x < 130 for one in letters)


def test_a_name_beside_its_line_is_that_far_from_it():
    letters = along("清水河", line((10, 50), (190, 50)), POINTS, Taken(SHEET), off=5)
    assert [abs(one.y - 50) for one in letters] == pytest.approx([5, 5, 5])


def test_a_line_shorter_than_its_name_has_the_name_beside_it():
    (name,) = along("很长的生态廊道名称", line((100, 100), (110, 100)), POINTS, Taken(SHEET))
    assert name.text == "很长的生态廊道名称"
    assert name.y != pytest.approx(100)


def test_the_name_of_a_long_area_runs_along_its_middle():
    area = line((60, 180), (40, 100), (60, 20)).buffer(12, 8)
    letters = inside("吕梁山屏障", area, POINTS, Taken(SHEET))
    assert all(area.contains(QgsGeometry.fromWkt(f"POINT({one.x} {one.y})")) for one in letters)
    assert letters[0].y - letters[-1].y > 40


def test_a_square_has_no_middle_line_and_its_name_is_level():
    square = QgsGeometry.fromRect(QgsRectangle(40, 40, 140, 140))
    assert middle_line(square) is None
    letters = inside("北部片区", square, POINTS, Taken(SHEET))
    assert np.ptp([one.y for one in letters]) == pytest.approx(0)


def test_a_name_moves_from_below_a_point_to_where_it_covers_nothing():
    taken = Taken(SHEET)
    assert beside("主核", 100, 100, POINTS, 4, taken).y < 100
    assert beside("主核", 100, 100, POINTS, 4, taken).y > 100  # the first one has taken the room below


def test_names_stay_on_the_sheet():
    assert beside("双河镇", 100, 1, POINTS, 4, Taken(SHEET)).y > 1
