import gc
import weakref

import pytest


@pytest.mark.parametrize("how",["cancel","fault"])
def test_a_failed_run_lets_go_of_everything_it_held(fails, said, road, points_of, how):
    """Layers, arrays and graph: a planner who cancels ten times must not run out of memory."""
    feedback = said(cancel_at="计算出行时间" if how=="cancel" else "")
    gone = weakref.ref(feedback)
    more = {} if how=="cancel" else {"DEMAND": points_of([])}
    fails("servicecoverage" if more else "traveltime", feedback, FACILITIES=points_of([(0, 0)]), ROADS=road, SPEED_FIELD="车速", OUTPUT="TEMPORARY_OUTPUT", **more)
    del feedback
    gc.collect()
    assert gone() is None
