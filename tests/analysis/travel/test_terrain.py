"""Open ground: published walking formulas, steps, barriers, holes and the hybrid of road and terrain."""

import numpy as np
import pytest
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra

from ronghe.plugin.analysis.grid import Grid
from ronghe.plugin.analysis.travel.barriers import Barriers
from ronghe.plugin.analysis.travel.faults import GridTooLarge
from ronghe.plugin.analysis.travel.graph import build_graph
from ronghe.plugin.analysis.travel.pace import (
    TOBLER_FLAT_SPEED,
    WalkModel,
    langmuir_factor,
    minutes_per_metre,
    tobler_factor,
)
from ronghe.plugin.analysis.travel.points import attach, minutes_to_nearest
from ronghe.plugin.analysis.travel.roads import roads_of
from ronghe.plugin.analysis.travel.search import nearest_facility
from ronghe.plugin.analysis.travel.settings import Direction, TravelSettings
from ronghe.plugin.analysis.travel.surface import minutes_surface
from ronghe.plugin.analysis.travel.terrain import require_memory, terrain_of

LEVEL = TravelSettings(walk_model=WalkModel.FLAT, walk_speed=3.0, off_road_factor=1.0, max_minutes=3000)


def plain(rows=21, columns=21, cell=30.0, value=100.0):
    return Grid(np.full((rows, columns), value), 0.0, rows * cell, cell, cell)


def surface(elevation, facilities, settings, landcover=None, speeds=None, **more):
    terrain = terrain_of(elevation, landcover, speeds or {}, settings)
    graph = build_graph(np.array(facilities, float), settings, terrain=terrain, **more)
    return minutes_surface(graph, nearest_facility(graph, settings.max_minutes)).values


def test_tobler_published_speeds():
    """Tobler 1993: 5.0368 km/h on the flat, at most 6 km/h at a slope of -5 %."""
    speed = TOBLER_FLAT_SPEED / tobler_factor(np.array([0.0, -0.05, 0.1]))
    assert speed == pytest.approx([5.0368, 6.0, 6 * np.exp(-0.525)], abs=1e-4)


def test_langmuir_published_rule():
    """Naismith: an hour for 5 km and an hour more for 600 m climbed; Langmuir: 10 minutes off or on for 300 m down."""
    hours = 5000 * 0.72 / 3600
    assert hours == pytest.approx(1.0)
    climb = 5000 * 0.72 * langmuir_factor(np.array([600 / 5000]))[0]
    gentle = 5000 * 0.72 * langmuir_factor(np.array([-300 / 5000]))[0]
    steep = 1000 * 0.72 * langmuir_factor(np.array([-300 / 1000]))[0]
    assert climb == pytest.approx(7200)
    assert gentle == pytest.approx(3600 - 300 * 1.9998)
    assert steep == pytest.approx(720 + 300 * 1.9998)


def test_a_straight_walk_on_the_flat_is_distance_over_speed():
    minutes = surface(plain(), [(15, 615)], LEVEL)
    assert minutes[0, 20] == pytest.approx(600 * 0.06 / 3)
    assert minutes[20, 20] == pytest.approx(600 * np.sqrt(2) * 0.06 / 3)


def test_sixteen_neighbours_shorten_the_knights_move():
    eight = surface(plain(), [(15, 615)], LEVEL)[1, 2]
    sixteen = surface(plain(), [(15, 615)], TravelSettings(**{**LEVEL.__dict__, "neighbours": 16}))[1, 2]
    assert eight == pytest.approx((1 + np.sqrt(2)) * 30 * 0.02)
    assert sixteen == pytest.approx(np.sqrt(5) * 30 * 0.02)


def test_direction_tells_uphill_from_downhill():
    slope = plain()
    slope = slope.with_values(slope.values + np.arange(21) * 9.0)
    settings = TravelSettings(walk_speed=TOBLER_FLAT_SPEED, off_road_factor=1.0)
    down = surface(slope, [(15, 315)], settings)[10, 20]
    up = surface(slope, [(15, 315)], TravelSettings(**{**settings.__dict__, "direction": Direction.FROM}))[10, 20]
    assert down == pytest.approx(600 * 0.06 / (6 * np.exp(-3.5 * abs(-0.3 + 0.05))))
    assert up == pytest.approx(600 * 0.06 / (6 * np.exp(-3.5 * abs(0.3 + 0.05))))


def test_land_cover_speeds_take_the_mean_pace_of_the_cells_touched():
    cover = plain()
    cover = cover.with_values(np.where(np.arange(21) < 10, 1.0, 2.0) * np.ones((21, 1)))
    minutes = surface(None, [(15, 315)], LEVEL, landcover=cover, speeds={1.0: (6, True), 2.0: (2, True)})
    fast, slow = minutes_per_metre(6), minutes_per_metre(2)
    assert minutes[10, 10] == pytest.approx(30 * (9 * fast + (fast + slow) / 2))


def test_vehicle_land_cover_does_not_feel_the_slope():
    slope = plain()
    slope = slope.with_values(slope.values + np.arange(21) * 9.0)
    cover = plain(value=1.0)
    minutes = surface(slope, [(15, 315)], TravelSettings(), landcover=cover, speeds={1.0: (30, False)})
    assert minutes[10, 20] == pytest.approx(600 * 0.06 / 30)


def test_holes_are_walked_round_and_stay_holes():
    holed = plain()
    holed.values[5:16, 10] = np.nan
    minutes = surface(holed, [(15, 315)], LEVEL)
    assert np.isnan(minutes[10, 10])
    assert minutes[10, 20] > 600 * 0.02


@pytest.mark.parametrize("neighbours", [8, 16])
def test_nobody_crosses_a_barrier_but_on_a_road(neighbours):
    settings = TravelSettings(**{**LEVEL.__dict__, "neighbours": neighbours})
    wall = Barriers([shapely.linestrings([(317, -100), (323, 800)])])
    shut = surface(plain(), [(15, 315)], settings, barriers=wall)
    assert np.isfinite(shut[:, :10]).all() and np.isnan(shut[:, 11:]).all()
    bridge = roads_of([shapely.linestrings([(200, 315), (400, 315)])], [60])
    across = surface(plain(), [(15, 315)], settings, barriers=wall, roads=bridge)
    assert np.isfinite(across[:, 11:]).all()


def test_barrier_areas_are_closed():
    lake = Barriers([shapely.box(250, 250, 400, 400)])
    minutes = surface(plain(), [(15, 315)], LEVEL, barriers=lake)
    assert np.isnan(minutes[10, 10]) and np.isfinite(minutes[10, 20])
    assert minutes[10, 20] > 600 * 0.02


def test_in_the_hybrid_one_leaves_the_road_anywhere():
    """A road along row 10; a village 5 cells north of its middle walks down to it, not to its ends."""
    road = roads_of([shapely.linestrings([(0, 315), (630, 315)])], [60])
    terrain = terrain_of(plain(), None, {}, LEVEL)
    graph = build_graph(np.array([[15.0, 315.0]]), LEVEL, roads=road, terrain=terrain)
    found = minutes_to_nearest(graph, nearest_facility(graph, 3000), attach(graph, np.array([[315.0, 465.0]])))
    assert found.minutes == pytest.approx([150 * 0.02 + 300 / 1000], abs=1e-6)


def test_roads_that_may_not_be_left_are_entered_at_their_ends_only():
    expressway = roads_of([shapely.linestrings([(15, 315), (615, 315)])], [120], leave=[False])
    terrain = terrain_of(plain(), None, {}, LEVEL)
    graph = build_graph(np.array([[15.0, 315.0]]), LEVEL, roads=expressway, terrain=terrain)
    found = minutes_to_nearest(graph, nearest_facility(graph, 3000), attach(graph, np.array([[315.0, 315.0]])))
    assert found.minutes == pytest.approx([300 * 0.02], abs=1e-6)


def test_a_village_drawn_into_the_river_still_reaches_the_road_beside_it():
    river = plain()
    river.values[13, :] = np.nan
    road = roads_of([shapely.linestrings([(0, 315), (630, 315)])], [60])
    graph = build_graph(
        np.array([[15.0, 315.0]]), LEVEL, roads=road, terrain=terrain_of(river, None, {}, LEVEL)
    )
    village = np.array([[315.0, 225.0], [315.0, 15.0]])
    found = minutes_to_nearest(graph, nearest_facility(graph, 3000), attach(graph, village))
    assert found.minutes[0] == pytest.approx(90 * 0.02 + 0.3)
    assert found.reason.tolist() == ["", "separate_part"]


def test_walked_roads_feel_the_slope():
    slope = plain()
    slope = slope.with_values(slope.values + np.arange(21) * 3.0)
    settings = TravelSettings(walk_speed=1.0, off_road_factor=0.1, direction=Direction.FROM)
    path = roads_of([shapely.linestrings([(15, 315), (615, 315)])], [TOBLER_FLAT_SPEED], walked=[True])
    graph = build_graph(np.array([[15.0, 315.0]]), settings, roads=path, terrain=terrain_of(slope, None, {}, settings))
    found = minutes_to_nearest(graph, nearest_facility(graph, 120), attach(graph, np.array([[615.0, 315.0]])))
    assert found.minutes == pytest.approx([600 * 0.06 / (6 * np.exp(-3.5 * 0.15))], rel=0.02)


def test_the_wave_gives_the_times_of_dijkstra():
    """Rough hills, a road and five facilities: the same minutes as scipy's Dijkstra over the same edges."""
    rng = np.random.default_rng(5)
    hills = Grid(rng.uniform(0, 40, (80, 80)), 0.0, 2400.0, 30.0, 30.0)
    hills.values[rng.random((80, 80)) < 0.05] = np.nan
    road = roads_of([shapely.linestrings([(0, 1200), (2400, 1300)])], [40])
    settings = TravelSettings(max_minutes=3000)
    graph = build_graph(
        rng.uniform(0, 2400, (5, 2)), settings, roads=road, terrain=terrain_of(hills, None, {}, settings)
    )
    cell, step = np.nonzero(np.isfinite(graph.steps.minutes))
    links = graph.links.tocoo()
    start, end = np.concatenate([cell, links.row]), np.concatenate([graph.steps.target[cell, step], links.col])
    minutes = np.concatenate([graph.steps.minutes[cell, step], links.data])
    edges = coo_matrix((minutes, (start, end)), shape=graph.links.shape).tocsr()
    sources = graph.first_facility + np.flatnonzero(graph.facility_reason == "")
    for limit in (3000.0, 20.0):
        found = nearest_facility(graph, limit)
        expected, _, source = dijkstra(edges, indices=sources, min_only=True, limit=limit, return_predecessors=True)
        assert np.allclose(found.minutes, expected, atol=1e-7)
        reached = np.isfinite(expected)
        assert (found.facility[reached] + graph.first_facility == source[reached]).all()


def test_a_search_tells_how_far_it_is_and_can_be_stopped():
    class StoppedError(Exception):
        pass

    shares = []

    def stop_half_way(step, share):
        shares.append(share)
        if share > 0.5:
            raise StoppedError

    terrain = terrain_of(plain(200, 200), None, {}, LEVEL)
    graph = build_graph(np.array([[15.0, 15.0]]), LEVEL, terrain=terrain)
    with pytest.raises(StoppedError):
        nearest_facility(graph, 150.0, progress=stop_half_way)
    assert shares == sorted(shares)


def test_a_grid_that_does_not_fit_says_which_cell_size_would():
    with pytest.raises(GridTooLarge) as fault:
        require_memory(10**12, 8, 1.0)
    assert fault.value.fitting_cell_size > 1.0
