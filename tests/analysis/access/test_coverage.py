"""Coverage statistics worked out by hand: quantiles by people, gaps, causes, several levels."""

import numpy as np
import pytest
import shapely

from ronghe.plugin.analysis.access.coverage import (
    FAR,
    LONG_WALK,
    NO_FACILITY,
    NO_MAIN_ROAD,
    gap_causes,
    gaps,
    main_cause,
    service_times,
    weighted_quantile,
    zone_statistics,
)
from ronghe.plugin.analysis.travel.graph import CONNECTED, NO_ROAD, build_graph
from ronghe.plugin.analysis.travel.points import attach
from ronghe.plugin.analysis.travel.roads import roads_of
from ronghe.plugin.analysis.travel.settings import TravelSettings

ROAD = roads_of([shapely.LineString([(0, 0), (60_000, 0)])], [60.0])  # a kilometre a minute
PEOPLE = np.array([100.0, 200.0, 300.0, 400.0])


@pytest.fixture
def valley():
    """Four villages 10, 20, 30 and 40 km from a hospital at the western end; a clinic at 40 km."""
    graph = build_graph(np.array([(0.0, 0.0), (40_000.0, 0.0)]), TravelSettings(), roads=ROAD)
    villages = attach(graph, np.array([(1e4, 0.0), (2e4, 0.0), (3e4, 0.0), (4e4, 0.0)]))
    return graph, villages


def times_of(valley, facilities, level, threshold):
    return service_times(*valley, "医疗", np.array(facilities), np.array(level, object), np.array(threshold, float))


def test_thirty_minutes_include_thirty(valley):
    times = times_of(valley, [0], ["county"], [30])
    assert times.minutes == pytest.approx([10, 20, 30, 40])
    assert times.covered.tolist() == [True, True, True, False]
    assert times.over == pytest.approx([0, 0, 0, 10]) and times.over[:3].tolist() == [0, 0, 0]


def test_rounding_does_not_push_anybody_out(valley):
    """30.0 computed as 29.999999999 or 30.0000000003 is 30."""
    times = times_of(valley, [0], ["county"], [30 - 5e-10])
    assert times.covered.tolist() == [True, True, True, False]


def test_covered_is_who_is_within_the_own_threshold_of_some_facility(valley):
    """The county hospital may be 15 minutes away, the clinic 5: the village at 40 km is covered by the clinic; the one
    at 30 km has the clinic nearest, 10 minutes away and too far, and is 5 minutes over, not 15.
    """
    times = times_of(valley, [0, 1], ["county", "village"], [15, 5])
    assert times.covered.tolist() == [True, False, False, True]
    assert times.facility.tolist() == [0, 0, 1, 1]
    assert times.over == pytest.approx([0, 5, 5, 0])
    assert times.threshold.tolist() == [15, 15, 5, 5]
    assert times.level_minutes["county"] == pytest.approx([10, 20, 30, 40])
    assert times.level_minutes["village"] == pytest.approx([30, 20, 10, 0])


def test_a_facility_that_covers_decides_before_one_that_is_nearer(valley):
    """At 30 km the clinic is nearer (10 > 5 minutes) but the hospital's limit of 35 is kept."""
    times = times_of(valley, [0, 1], ["county", "village"], [35, 5])
    assert times.covered[2] and times.facility[2] == 1 and times.threshold[2] == 35 and times.over[2] == 0


def test_who_has_no_road_has_a_reason(valley):
    graph, _ = valley
    lost = attach(graph, np.array([(1e4, 5e3)]))
    times = service_times(graph, lost, "", np.array([0]), np.array([""], object), np.array([30.0]))
    assert times.reason.tolist() == [NO_ROAD] and not times.covered[0] and np.isinf(times.over[0])


@pytest.mark.parametrize(("share", "value"), [(0.1, 10), (0.3, 20), (0.5, 30), (0.6, 30), (0.61, 40), (1.0, 40)])
def test_quantiles_weigh_by_people(share, value):
    """100, 200, 300 and 400 people at 10, 20, 30 and 40 minutes: half of the people are within 30 minutes."""
    assert weighted_quantile(np.array([10.0, 20.0, 30.0, 40.0]), PEOPLE, share) == value


def test_quantile_among_those_not_reached_and_of_nobody():
    assert weighted_quantile(np.array([10.0, np.inf]), np.array([1.0, 9.0]), 0.5) == np.inf
    assert np.isnan(weighted_quantile(np.array([10.0]), np.array([0.0]), 0.5))


def test_zone_statistics_by_hand(valley):
    times = times_of(valley, [0], ["county"], [30])
    table = zone_statistics(np.array([0, 0, 1, -1]), PEOPLE, times, np.array([0]), 3)
    assert table["zone_number"].tolist() == [0, 1, 2, -1]
    assert table["population"].tolist() == [300, 300, 0, 400]
    assert table["covered_population"].tolist() == [300, 300, 0, 0]
    assert table["covered_share"][:2].tolist() == [1, 1] and np.isnan(table["covered_share"][2])
    assert table["mean_minutes"][0] == pytest.approx((100 * 10 + 200 * 20) / 300)
    assert table["facilities"].tolist() == [1, 0, 0, 0]
    assert table["population"].sum() == PEOPLE.sum()


def test_gaps_put_people_times_minutes_first(valley):
    times = times_of(valley, [0], ["county"], [15])
    table = gaps(np.array([1.0, 100.0, 30.0, 1.0]), times, 120)
    assert table["demand"].tolist() == [1, 2, 3]
    assert table["people_minutes"].tolist() == pytest.approx([500, 450, 25])


def test_who_reaches_nothing_counts_as_the_time_limit_away(valley):
    graph, _ = valley
    villages = attach(graph, np.array([(2e4, 0.0), (1e4, 5e3)]))
    times = service_times(graph, villages, "", np.array([0]), np.array([""], object), np.array([15.0]))
    table = gaps(np.array([10.0, 10.0]), times, 120)
    assert table["demand"].tolist() == [1, 0] and table["over_minutes"].tolist() == pytest.approx([105, 5])


def test_causes_of_a_gap(valley):
    """Not connected, no facility in the zone, no main road within reach, mostly walking, simply far."""
    graph, _ = valley
    villages = attach(graph, np.array([(1e4, 0), (2e4, 0), (2e4, 0), (2e4, 0), (5e2, 9e2), (2e4, 5e3)], float))
    count = len(villages.xy)
    times = service_times(graph, villages, "", np.array([0]), np.array([""], object), np.array([15.0]))
    zone = np.array([0, 1, 0, 0, 0, 0])
    main_road = np.array([0.0, 0.0, 2000.0, 100.0, 100.0, 100.0])
    cause = gap_causes(times, zone, np.array([0]), main_road, TravelSettings())
    assert cause.tolist() == [CONNECTED, NO_FACILITY, NO_MAIN_ROAD, FAR, LONG_WALK, NO_ROAD] and count == 6


def test_main_cause_is_that_of_most_people():
    cause = np.array([FAR, FAR, NO_ROAD, CONNECTED], object)
    assert main_cause(cause, np.array([10.0, 10.0, 30.0, 1000.0])) == NO_ROAD
    assert main_cause(cause, np.zeros(4)) == FAR
    assert main_cause(np.array([CONNECTED], object), np.ones(1)) == CONNECTED
