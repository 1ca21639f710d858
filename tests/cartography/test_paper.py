"""Sizes of paper as planners write them."""

from __future__ import annotations

import pytest

from ronghe.plugin.cartography.faults import SheetFault
from ronghe.plugin.cartography.page import page_of
from ronghe.plugin.cartography.paper import paper_size, size_beside_a3
from ronghe.plugin.cartography.spec import SheetSpec


@pytest.mark.parametrize(
    ("written", "size"),
    [
        ("A3", (420, 297)),
        ("a3", (420, 297)),
        ("A3 竖", (297, 420)),
        ("A3竖版", (297, 420)),
        ("Ａ１（竖）", (594, 841)),
        ("A0 portrait", (841, 1189)),
        ("A4 横", (297, 210)),
        ("900x1200", (900, 1200)),
        ("900 × 1200", (900, 1200)),
        ("1200*900毫米", (1200, 900)),
        ("297.5mm x 420mm", (297.5, 420)),
    ],
)
def test_a_size_is_read_as_it_is_written(written, size):
    assert paper_size(written) == size


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("B5", "B5"),
        ("", "A4"),
        ("A3 斜", "A3 斜"),
        ("90 厘米", "900x1200"),
        ("100x1200", "180"),
        ("300x1200", "3 倍"),
        ("6000x4000", "5000"),
    ],
)
def test_what_cannot_be_used_is_said_with_what_can(written, word):
    with pytest.raises(SheetFault) as caught:
        SheetSpec("规划", "图", paper=written)
    assert word in caught.value.sentence()


def test_type_has_one_size_across_and_upright():
    assert size_beside_a3(420, 297) == 1 == size_beside_a3(297, 420)
    assert SheetSpec("规划", "图", paper="A1 竖").factor == SheetSpec("规划", "图", paper="A1").factor
    page = page_of("900x1200", 1.0)
    assert page.upright and page.frame.right < 900 and page.frame.bottom < 1200
    assert not page_of("A3", 1.0).upright and not page_of("500x500", 1.0).upright
