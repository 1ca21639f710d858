"""What a run that failed or was cancelled keeps: nothing."""

import gc

import pytest


@pytest.mark.parametrize("how", ["cancelled", "failed"])
def test_a_run_without_success_lets_go_of_what_it_has_read(fails, said, road, points_of, how):
    """Arrays and the graph: a planner who cancels ten times must not run out of memory."""
    from ronghe.plugin.algorithms.outputs import Outputs
    from ronghe.plugin.algorithms.travel_reading import TravelReading
    from ronghe.plugin.analysis.travel.graph import TravelGraph

    def held():
        gc.collect()
        return sum(isinstance(one, (Outputs, TravelReading, TravelGraph)) for one in gc.get_objects())

    before = held()
    feedback = said(cancel_at="计算出行时间" if how == "cancelled" else "")
    facilities = points_of([(0, 0)] if how == "cancelled" else [(0, 9000)])
    fails("traveltime", feedback, FACILITIES=facilities, ROADS=road, SPEED_FIELD="车速", OUTPUT="TEMPORARY_OUTPUT")
    assert held() == before
