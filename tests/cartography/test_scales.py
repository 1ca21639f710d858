"""Round scales and scale bars of a tenth of the frame."""

from __future__ import annotations

import pytest

from ronghe.plugin.cartography.scales import BAR_RANGE, bar_for, is_round, round_scale


@pytest.mark.parametrize(("needed", "given"), [(146_000, 150_000), (200_000, 200_000), (201_000, 250_000), (96, 100)])
def test_the_next_round_scale_at_which_all_still_fits(needed, given):
    assert round_scale(needed) == pytest.approx(given)
    assert is_round(given)


def test_266864_is_not_a_round_scale():
    assert not is_round(266_864)


@pytest.mark.parametrize("frame", [277, 400, 1160])
@pytest.mark.parametrize(
    "scale", [5_000, 12_000, 50_000, 100_000, 120_000, 150_000, 180_000, 250_000, 350_000, 700_000]
)
def test_a_bar_is_a_tenth_of_the_frame_in_round_parts(scale, frame):
    bar = bar_for(scale, frame)
    share = bar.metres / scale * 1000 / frame
    assert BAR_RANGE[0] <= share <= BAR_RANGE[1]
    assert bar.part_metres == pytest.approx(round(bar.part_metres / 10) * 10) or bar.part_metres < 100
