"""Quarries worked as one: trees, caps, barriers, leads; the same whatever the order of the input."""

import time

import numpy as np
import pytest
import shapely
from scipy.cluster.hierarchy import fcluster, linkage

from ronghe.plugin.analysis.mining.clusters import Limits, Quarries, consolidate, hulls
from ronghe.plugin.analysis.mining.faults import NoQuarries
from ronghe.plugin.analysis.mining.quarry_links import links_between
from ronghe.plugin.analysis.mining.quarry_spread import Spread

KM = 1000.0


def quarries_of(shapes, name=None, capacity=None, status=None, area=None):
    """Quarries with the given columns; names are A, B, C … and the rest is unknown where nothing is said."""
    shapes = np.array(shapes, dtype=object)
    count = len(shapes)

    def column(values, default):
        return np.full(count, default) if values is None else np.array(values, dtype=float)

    names = [chr(65 + row % 26) + "'" * (row // 26) for row in range(count)] if name is None else name
    return Quarries(
        shapes,
        np.array(names, dtype=object),
        column(capacity, np.nan),
        column(status, 9.0),
        column(area, 0.0),
    )


def at(*xy):
    return [shapely.Point(x, y) for x, y in xy]


def groups(found):
    """The clusters as sets of positions, in the order of their numbers."""
    return [set(found.members(number).tolist()) for number in range(len(found.sizes))]


def test_a_chain_is_one_cluster_and_a_far_quarry_stays_alone():
    found = consolidate(quarries_of(at((0, 0), (1500, 0), (3000, 0), (6400, 0))), Limits(2 * KM))
    assert groups(found) == [{0, 1, 2}, {3}]
    assert found.nearest[3] == 2 and found.nearest_metres[3] == 3400
    assert found.blocked == [None, None] and found.capped == [None, None]


def test_each_member_knows_whom_it_joined_on_the_way_to_the_lead():
    shapes = at((0, 0), (1500, 0), (2700, 0))
    found = consolidate(quarries_of(shapes, capacity=[10, 20, 90]), Limits(2 * KM))
    assert found.leads.quarry.tolist() == [2]
    assert found.joined_to.tolist() == [1, 2, -1]
    assert found.metres[:2].tolist() == [1500, 1200] and np.isnan(found.metres[2])


@pytest.mark.parametrize(("metres", "count"), [(2000.0, 1), (2000.001, 2)])
def test_exactly_the_limit_is_within_it(metres, count):
    assert len(consolidate(quarries_of(at((0, 0), (metres, 0))), Limits(2000.0)).sizes) == count


def test_polygons_are_apart_by_their_edges():
    areas = [shapely.box(0, 0, 3000, 500), shapely.box(4000, 0, 9000, 500), shapely.box(11_500, 0, 12_000, 500)]
    found = consolidate(quarries_of(areas), Limits(2 * KM))
    assert groups(found) == [{0, 1}, {2}]
    assert found.metres[found.joined_to >= 0].tolist() == [1000] and found.nearest_metres[2] == 2500


def test_the_cap_stops_a_chain():
    """Five in a row, 1 km apart: with at most 2 km between any two, three and two."""
    row = at((0, 0), (1000, 0), (2000, 0), (3000, 0), (4000, 0))
    assert groups(consolidate(quarries_of(row), Limits(1.5 * KM))) == [{0, 1, 2, 3, 4}]
    found = consolidate(quarries_of(row), Limits(1.5 * KM, 2 * KM))
    # All links are equally long: 0–1, then 1–2, are tried first; 2–3 would make 3 km.
    assert groups(found) == [{0, 1, 2}, {3, 4}]
    refusal = found.capped[0]
    assert (refusal.member, refusal.other, refusal.metres, refusal.spread) == (2, 3, 1000, 4000)
    assert (found.capped[1].member, found.capped[1].other) == (3, 2)


def test_under_a_cap_a_link_that_the_spanning_tree_has_no_use_for_joins_too():
    """C and D are nearest to B, which A has already taken (1,772 m to both): they join each other."""
    found = consolidate(quarries_of(at((0, 0), (900, 0), (1700, 500), (1700, -500))), Limits(1.5 * KM, 1.5 * KM))
    assert groups(found) == [{0, 1}, {2, 3}]
    assert found.capped[1].metres == pytest.approx(943.4, abs=0.1)
    assert found.capped[1].spread == pytest.approx(1772, abs=0.1)


def test_a_barrier_keeps_two_apart_and_is_named():
    river, road = shapely.LineString([(500, -900), (500, 900)]), shapely.LineString([(800, -900), (800, 900)])
    found = consolidate(quarries_of(at((0, 0), (1000, 0))), Limits(2 * KM), [road, river])
    assert len(found.sizes) == 2
    refusal = found.blocked[found.cluster[0]]
    assert (refusal.other, refusal.metres, refusal.barrier) == (1, 1000, 0)
    assert found.capped == [None, None]


def test_links_across_a_barrier_go_before_the_tree_is_made():
    """A–B is the shortest link and crosses the river's head. A tree of all links would be A–B and A–C; cut at the
    river it would leave B alone, though B–C is short enough and nothing lies between.
    """
    a, b, c = at((0, 0), (1000, 0), (500, 1300))
    river = shapely.LineString([(500, 400), (500, -5000)])
    assert c.distance(b) == c.distance(a) == pytest.approx(1393, abs=1)
    found = consolidate(quarries_of([a, b, c], capacity=[3, 2, 1]), Limits(1.5 * KM), [river])
    assert groups(found) == [{0, 1, 2}]
    assert found.joined_to.tolist() == [-1, 2, 0]
    assert found.metres[1:].tolist() == pytest.approx([1392.8, 1392.8], abs=0.1)


def test_a_barrier_area_counts_as_a_whole():
    lake, inside = shapely.box(400, -500, 600, 500), shapely.box(-500, -500, 1500, 500)
    pair = quarries_of(at((0, 0), (1000, 0)))
    assert len(consolidate(pair, Limits(2 * KM), [lake]).sizes) == 2
    assert len(consolidate(pair, Limits(2 * KM), [inside]).sizes) == 2
    assert len(consolidate(pair, Limits(2 * KM), [shapely.box(400, 100, 600, 500)]).sizes) == 1


def test_a_road_along_the_edge_of_quarries_divides_only_across_it():
    north, east, south = shapely.box(0, 0, 400, 300), shapely.box(600, 0, 900, 300), shapely.box(0, -300, 400, 0)
    road = shapely.LineString([(-1000, 0), (2000, 0)])
    found = consolidate(quarries_of([north, east, south]), Limits(1 * KM), [road])
    assert groups(found) == [{0, 1}, {2}]
    assert found.blocked[1].metres == 0 and not len(found.split)


def test_a_quarry_that_a_river_runs_through_belongs_to_its_larger_side():
    """It must not tie the two banks together."""
    river = shapely.LineString([(-5000, 0), (5000, 0)])
    north, across = shapely.box(0, 800, 300, 900), shapely.box(0, -100, 300, 400)
    south = shapely.box(0, -600, 300, -500)
    found = consolidate(quarries_of([north, across, south]), Limits(1 * KM), [river])
    assert groups(found) == [{0, 1}, {2}]
    assert found.split.tolist() == [1]
    assert found.blocked[1].other == 1 and found.blocked[1].metres == 400


def test_overlapping_quarries_are_together_unless_a_barrier_parts_them():
    one, two = shapely.box(0, 0, 500, 500), shapely.box(300, 100, 900, 400)
    assert groups(consolidate(quarries_of([one, two]), Limits(0.0))) == [{0, 1}]
    road = shapely.LineString([(400, -900), (400, 900)])
    found = consolidate(quarries_of([one, two]), Limits(1 * KM), [road])
    assert len(found.sizes) == 2 and sorted(found.split.tolist()) == [0, 1]


def test_quarries_at_the_same_place_are_one_cluster():
    found = consolidate(quarries_of(at((5, 5), (5, 5), (5, 5)), capacity=[1, 3, 2]), Limits(0.0))
    assert groups(found) == [{0, 1, 2}] and found.leads.quarry.tolist() == [1]
    assert found.metres[found.joined_to >= 0].tolist() == [0, 0]


def test_one_quarry_is_a_cluster_of_its_own_and_none_is_a_fault():
    found = consolidate(quarries_of(at((0, 0))), Limits(2 * KM))
    assert groups(found) == [{0}] and found.nearest.tolist() == [-1] and found.leads.by.tolist() == ["alone"]
    with pytest.raises(NoQuarries):
        consolidate(quarries_of([]), Limits(2 * KM))


@pytest.mark.parametrize(
    ("columns", "lead", "by"),
    [
        ({"capacity": [50, 80, np.nan]}, 1, "capacity"),
        ({"capacity": [80, 80, 30], "status": [2, 0, 0]}, 1, "status"),
        ({"capacity": [80, 80, 30], "status": [1, 1, 0], "area": [10, 5, 99]}, 0, "area"),
        ({"name": ["乙", "丁", "丙"]}, 1, "name"),
        ({"name": ["丙", "丙", "丙"]}, 0, "order"),
    ],
)
def test_the_lead_is_the_largest_then_the_most_active_then_by_area_and_name(columns, lead, by):
    found = consolidate(quarries_of(at((0, 0), (500, 0), (1000, 0)), **columns), Limits(2 * KM))
    assert found.leads.quarry.tolist() == [lead] and found.leads.by.tolist() == [by]


def test_capacity_is_the_sum_of_what_is_known():
    shapes = at((0, 0), (500, 0), (1000, 0), (9000, 0))
    leads = consolidate(quarries_of(shapes, capacity=[50, np.nan, 0, np.nan]), Limits(2 * KM)).leads
    assert leads.capacity[0] == 50 and np.isnan(leads.capacity[1])
    assert leads.unknown.tolist() == [1, 1]


def test_clusters_are_numbered_by_members_then_capacity_then_place():
    shapes = at((0, 0), (100, 0), (20_000, 0), (20_100, 0), (20_200, 0), (40_000, 0), (40_100, 0), (60_000, 0))
    found = consolidate(quarries_of(shapes, capacity=[1, 1, 1, 1, 1, 5, 5, 99]), Limits(1 * KM))
    assert found.cluster.tolist() == [2, 2, 0, 0, 0, 1, 1, 3]


def test_pairs_too_near_to_be_safe_are_listed_whether_joined_or_not():
    shapes = at((0, 0), (200, 0), (500, 0), (700, 0))
    river = shapely.LineString([(600, -900), (600, 900)])
    close = consolidate(quarries_of(shapes), Limits(150.0, safe=300.0), [river]).close
    assert list(zip(close.first.tolist(), close.second.tolist(), close.metres)) == [(0, 1, 200), (2, 3, 200)]


def test_hulls_are_polygons_around_all_members_also_of_one_point_or_a_row():
    shapes = [*at((0, 0), (9000, 0), (9500, 0), (10_000, 0)), shapely.box(0, 9000, 300, 9200)]
    quarries = quarries_of(shapes)
    found = consolidate(quarries, Limits(1 * KM))
    areas = hulls(found, quarries.shape, margin=50.0)
    assert [area.geom_type for area in areas] == ["Polygon"] * 3 and all(area.is_valid for area in areas)
    for row, number in enumerate(found.cluster):
        assert areas[number].contains(shapes[row])
    assert areas[0].area == pytest.approx(1000 * 100 + np.pi * 50**2, rel=0.01)


def scattered(seed, count=60, extent=9000.0):
    """Points and small polygons on a coarse lattice so that lengths tie, some at one place, some of one name."""
    rng = np.random.default_rng(seed)
    xy = rng.integers(0, int(extent / 500), (count, 2)) * 500.0
    point, edges = rng.random(count) < 0.4, rng.integers(1, 9, (count, 2)) * 50
    shapes = [shapely.Point(p) if one else shapely.box(*p, *(p + size)) for one, p, size in zip(point, xy, edges)]
    names = [f"采石场{number}" for number in rng.integers(0, count // 2, count)]
    capacity = np.where(rng.random(count) < 0.3, np.nan, rng.integers(0, 5, count) * 10.0)
    return quarries_of(shapes, names, capacity, rng.integers(0, 5, count), shapely.area(np.array(shapes)))


def walls(seed, count=4, size=9000.0):
    rng = np.random.default_rng(seed)
    return [shapely.LineString(rng.uniform(0, size, (3, 2))) for _ in range(count)]


def told(found, quarries):
    """What a planner is told of each quarry, with quarries that are alike in all told apart by nothing."""

    def of(row):
        columns = (quarries.name, quarries.capacity, quarries.status, quarries.area)
        return (quarries.shape[row].wkt, *(str(column[row]) for column in columns)) if row >= 0 else None

    def refused(one):
        return one and (of(one.member), of(one.other), one.metres, one.barrier, str(one.spread))

    return sorted(
        (
            of(row),
            int(number),
            row in found.leads.quarry,
            str(of(found.joined_to[row])),
            str(found.metres[row]),
            str(of(found.nearest[row])),
            str(refused(found.blocked[number])),
            str(refused(found.capped[number])),
            row in found.split,
        )
        for row, number in enumerate(found.cluster)
    )


@pytest.mark.parametrize("cap", [None, 2000.0])
@pytest.mark.parametrize("seed", range(12))
def test_the_order_of_the_input_changes_nothing(seed, cap):
    quarries, barriers = scattered(seed), walls(seed)
    limits = Limits(1000.0, cap, 300.0)
    expected = told(consolidate(quarries, limits, barriers), quarries)
    rng = np.random.default_rng(100 + seed)
    for _ in range(5):
        mixed = quarries.taken(rng.permutation(len(quarries)))
        turned = np.array([shapely.reverse(shape) for shape in mixed.shape])
        mixed = Quarries(turned, mixed.name, mixed.capacity, mixed.status, mixed.area)
        restored = Quarries(shapely.reverse(turned), mixed.name, mixed.capacity, mixed.status, mixed.area)
        assert told(consolidate(mixed, limits, barriers), restored) == expected


@pytest.mark.parametrize("limit", [0.0, 300.0, 700.0, 1500.0])
@pytest.mark.parametrize("seed", range(5))
def test_without_cap_and_barrier_it_is_single_linkage(seed, limit):
    xy = np.random.default_rng(seed).uniform(0, 20_000, (150, 2))
    found = consolidate(quarries_of(at(*xy)), Limits(limit))
    label = fcluster(linkage(xy, "single"), limit, "distance")
    assert len(found.sizes) == label.max()
    # The same partition: pairs of labels match one to one.
    assert len(set(zip(found.cluster.tolist(), label.tolist()))) == label.max()


@pytest.mark.parametrize("seed", range(6))
def test_no_cluster_is_wider_than_the_cap_and_no_two_could_still_be_joined(seed):
    quarries, barriers, cap = scattered(seed), walls(seed), 2000.0
    found = consolidate(quarries, Limits(1000.0, cap), barriers)
    distance = np.array([shapely.distance(one, quarries.shape) for one in quarries.shape])
    assert all(distance[np.ix_(list(group), list(group))].max() <= cap for group in groups(found))
    links = links_between(shapely.normalize(quarries.shape), 1000.0, barriers)
    apart = links.where((links.barrier < 0) & (found.cluster[links.first] != found.cluster[links.second]))
    assert len(apart) > 0
    for one, two in zip(found.cluster[apart.first], found.cluster[apart.second]):
        assert distance[np.ix_(list(groups(found)[one]), list(groups(found)[two]))].max() > cap


def test_the_farthest_two_are_found_without_measuring_all():
    shapes = scattered(3, 40).shape
    spread, one, two = Spread(shapes), list(range(20)), list(range(20, 40))
    assert spread.farthest(one, two) == max(shapes[i].distance(shapes[j]) for i in one for j in two)


@pytest.mark.parametrize("cap", [None, 4 * KM])
def test_two_thousand_quarries_take_less_than_two_seconds(cap):
    rng = np.random.default_rng(5)
    xy = rng.uniform(0, 60_000, (2000, 2))
    rivers = [shapely.LineString(np.cumsum(rng.normal(0, 150, (2000, 2)), axis=0) + 30_000) for _ in range(20)]
    quarries = quarries_of(at(*xy))
    started = time.perf_counter()
    found = consolidate(quarries, Limits(2 * KM, cap, 300.0), rivers)
    assert time.perf_counter() - started < 2
    assert 2 < len(found.sizes) < 2000


def test_progress_is_told_and_cancel_is_heard():
    seen = []

    def progress(step, share):
        seen.append(step)
        if step == "clusters":
            raise StopIteration

    with pytest.raises(StopIteration):
        consolidate(quarries_of(at((0, 0), (100, 0))), Limits(2 * KM, 3 * KM), progress=progress)
    assert list(dict.fromkeys(seen)) == ["links", "clusters"]
