"""Resource areas divided by rules: nothing lost, nothing laxer than the law."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely.geometry import LineString, Point, box

from ronghe.plugin.analysis.mining.regions import Clause, ground_of
from ronghe.plugin.analysis.mining.rules import Rule
from ronghe.plugin.analysis.mining.zoning import zone_resources


def rule(name, distance=0.0, effect="prohibited", method="all", activity="mining", half_width=0.0) -> Rule:
    return Rule(
        name, (), ("ROADS",), "within", distance, half_width, effect, method, activity, None, None, True, True, {}
    )


def clause(name, *shapes, **more) -> Clause:
    return Clause.of(rule(name, **more), np.array(shapes, dtype=object))


def zones(areas, clauses, methods=None, minerals=None, **more):
    areas = np.array(areas, dtype=object)
    methods = np.array(methods or [""] * len(areas), dtype=object)
    minerals = np.array(minerals or [""] * len(areas), dtype=object)
    return zone_resources(areas, methods, minerals, clauses, **more)


def hectares(zoning, rank) -> float:
    return float(zoning.area_m2[zoning.rank == rank].sum() / 1e4)


KILOMETRE = box(0, 0, 1000, 1000)
ROAD = LineString([(-5000, 500), (5000, 500)])


def test_a_road_through_the_middle_takes_its_land_and_a_hundred_metres_on_both_sides():
    found = zones([KILOMETRE], [clause("R1", ROAD, distance=100, half_width=10)])
    assert hectares(found, 0) == pytest.approx(22.0)
    assert hectares(found, 2) == pytest.approx(78.0)
    assert found.rule_m2["R1"] == pytest.approx((220_000, 220_000))


def test_the_half_width_is_for_lines_only():
    found = zones([KILOMETRE], [clause("R1", box(-100, -100, 0, 2000), distance=100, half_width=10)])
    assert hectares(found, 0) == pytest.approx(10.0)


def test_the_distance_round_a_bridge_is_a_circle_to_half_a_thousandth():
    found = zones([KILOMETRE], [clause("R3", Point(500, 500), distance=200)])
    assert hectares(found, 0) == pytest.approx(np.pi * 4, rel=5e-4)


def test_a_prohibition_outranks_a_restriction_and_both_are_kept():
    found = zones(
        [KILOMETRE], [clause("A", box(0, 0, 600, 1000), effect="restricted"), clause("B", box(400, 0, 1000, 1000))]
    )
    assert [hectares(found, rank) for rank in (0, 1, 2)] == pytest.approx([60, 40, 0])
    both = found.holds.all(axis=1)
    assert found.area_m2[both].sum() == pytest.approx(200_000)
    assert (found.rank[both] == 0).all()
    assert found.rule_m2 == {"A": pytest.approx((600_000, 400_000)), "B": pytest.approx((600_000, 400_000))}


def test_rules_for_open_pits_spare_what_is_mined_underground():
    railway = clause("R7", ROAD, distance=300, effect="restricted", method="open pit")
    areas = [box(0, 0, 1000, 1000), box(2000, 0, 3000, 1000), box(4000, 0, 5000, 1000)]
    found = zones(areas, [railway], methods=["open pit", "underground", ""])
    restricted = [found.area_m2[(found.resource == number) & (found.rank == 1)].sum() for number in range(3)]
    assert restricted == pytest.approx([600_000, 0, 600_000])


def test_rules_about_river_sand_hold_for_river_sand_only():
    bridge = clause("R5", Point(500, 500), distance=400, activity="river sand")
    found = zones([KILOMETRE, KILOMETRE], [bridge], minerals=["coal", "river sand"])
    assert set(found.resource[found.rank == 0]) == {1}


def test_rules_about_buildings_and_tailings_take_nothing():
    found = zones([KILOMETRE], [clause("R6", ROAD, distance=50, activity="building")])
    assert hectares(found, 2) == pytest.approx(100)


def test_areas_one_over_the_other_keep_their_own_law():
    found = zones([KILOMETRE, box(500, 0, 1500, 1000)], [clause("R19", box(600, 0, 700, 1000))])
    assert hectares(found, 0) == pytest.approx(20)
    assert found.area_m2.sum() == pytest.approx(2e6)


@pytest.mark.parametrize("seed", range(4))
def test_areas_balance_on_random_counties(seed):
    rng = np.random.default_rng(seed)
    places = rng.uniform(0, 8000, (40, 2))
    areas = [Point(x, y).buffer(rng.uniform(100, 900)) for x, y in places]
    heading = np.cumsum(rng.normal(0, 0.2, (8, 60)), axis=1) + rng.uniform(0, 6, (8, 1))
    lines = [
        LineString(rng.uniform(0, 8000, 2) + np.cumsum(150 * np.c_[np.cos(h), np.sin(h)], axis=0)) for h in heading
    ]
    spots = [Point(*p).buffer(rng.uniform(50, 600)) for p in rng.uniform(0, 8000, (30, 2))]
    clauses = [
        clause("R1", *lines, distance=100, half_width=10),
        clause("R16", *spots),
        clause("R7", *lines[:3], distance=900, effect="restricted"),
    ]
    given = np.array([area.area for area in areas])
    for least in (0.0, 5000.0):
        found = zones(areas, clauses, least_m2=least)
        balance = np.bincount(found.resource, weights=found.area_m2, minlength=len(areas))
        assert balance == pytest.approx(given, rel=1e-9)
        overlap = [
            shapely.area(shapely.union_all(found.geometry[found.resource == number])) for number in range(len(areas))
        ]
        assert overlap == pytest.approx(given, rel=1e-6)
    exact = zones(areas, clauses)
    prohibited = shapely.union_all([*(shapely.buffer(line, 110, quad_segs=48) for line in lines), *spots])
    expected = sum(area.intersection(prohibited).area for area in areas)
    assert exact.area_m2[exact.rank == 0].sum() == pytest.approx(expected, rel=1e-9)
    merged = zones(areas, clauses, least_m2=5000.0)
    assert merged.area_m2[merged.rank == 0].sum() == pytest.approx(expected, rel=1e-6)
    small = merged.area_m2[(merged.area_m2 < 5000.0) & (merged.rank > 0)]
    assert len(small) <= np.count_nonzero((exact.area_m2 < 5000.0) & (exact.rank > 0))


def test_a_sliver_goes_to_the_neighbour_with_the_longest_edge():
    strips = [
        clause("A", box(0, 0, 490, 1000), effect="restricted"),
        clause("B", box(495, 0, 1000, 1000), effect="restricted"),
    ]
    found = zones([KILOMETRE], strips, least_m2=10_000)
    assert len(found.geometry) == 2 and set(found.rank) == {1}
    assert found.merged_m2.sum() == pytest.approx(5000)


def test_a_sliver_never_crosses_a_prohibition():
    strips = [clause("A", box(0, 0, 490, 1000)), clause("B", box(495, 0, 1000, 1000))]
    found = zones([KILOMETRE], strips, least_m2=10_000)
    assert hectares(found, 2) == pytest.approx(0.5)
    prohibited_sliver = zones([KILOMETRE], [clause("A", box(499, 0, 501, 1000))], least_m2=10_000)
    assert hectares(prohibited_sliver, 0) == pytest.approx(0.2)


def test_a_restricted_sliver_goes_to_permitted_ground_and_is_told():
    found = zones([KILOMETRE], [clause("A", box(499, 0, 501, 1000), effect="restricted")], least_m2=10_000)
    assert hectares(found, 1) == 0
    assert found.merged_m2.sum() == pytest.approx(2000)
    assert found.rule_m2["A"] == pytest.approx((2000, 2000))


def test_a_sliver_that_has_grown_large_enough_stays():
    strips = [clause(f"A{n}", box(480 + 10 * n, 0, 490 + 10 * n, 1000), effect="restricted") for n in range(2)]
    found = zones([KILOMETRE], strips, least_m2=15_000)
    assert hectares(found, 1) == pytest.approx(2.0)  # each is too small, together they are not
    assert found.merged_m2.max() == pytest.approx(10_000)


def test_two_drawings_of_one_edge_leave_no_hair_between_them():
    slanted = np.c_[np.linspace(-100, 1100, 40), np.linspace(313.7, 718.1, 40)]
    below = shapely.Polygon([*slanted, (1100, -100), (-100, -100)])
    above = shapely.Polygon([*slanted[[0, 7, 13, 39]], (1100, 1100), (-100, 1100)])
    for moved in (0.0, 4_090_000.0):
        areas, first, second = (
            shapely.transform(shape, lambda xy, moved=moved: xy + moved) for shape in (KILOMETRE, below, above)
        )
        found = zones([areas], [clause("A", first), clause("B", second, effect="restricted")])
        assert found.rank.tolist().count(0) == found.rank.tolist().count(1) == 1 and len(found.geometry) == 2
        assert found.area_m2.sum() == pytest.approx(1e6, rel=1e-12)
        assert found.merged_m2.sum() == 0


def test_pieces_share_their_edges_vertex_by_vertex():
    found = zones([KILOMETRE], [clause("R1", ROAD, distance=100), clause("R3", Point(500, 500), distance=300)])
    assert shapely.coverage_union_all(found.geometry).area == pytest.approx(1e6, rel=1e-12)
    assert len(found.geometry) == 7  # the road's strip beside the circle and within, the circle beside it, the rest


def test_many_areas_keep_their_order_and_their_number():
    areas = [box(x, 0, x + 1000, 1000) for x in range(0, 200_000, 1000)]
    found = zones(areas, [clause("R1", LineString([(0, 500), (150_500, 500)]), distance=100)])
    taken = np.bincount(found.resource, weights=found.area_m2 * (found.rank == 0), minlength=200)
    assert taken[:150] == pytest.approx(200_000) and (taken[152:] == 0).all()
    assert (np.diff(found.resource) >= 0).all()


def test_ground_far_from_the_area_costs_nothing():
    far = clause("R1", LineString([(0, 5000), (1000, 5000)]), distance=100)
    assert ground_of(far, np.array([KILOMETRE], dtype=object))[0] is None


@pytest.mark.parametrize("count", [1, 150])
def test_progress_goes_from_nothing_to_all(count):
    told = []
    zones([KILOMETRE] * count, [clause("R1", ROAD, distance=100)], progress=lambda *step: told.append(step))
    for step in ("overlay", "slivers"):
        shares = [share for name, share in told if name == step]
        assert shares == sorted(shares) and shares[0] >= 0 and shares[-1] <= 1


def test_a_run_can_be_stopped():
    class StopError(Exception):
        pass

    def progress(step, share):
        raise StopError

    with pytest.raises(StopError):
        zones([KILOMETRE], [clause("R1", ROAD, distance=100)], progress=progress)
