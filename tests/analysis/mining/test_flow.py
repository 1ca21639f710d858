"""Water runs downhill, out of depressions over their lowest rim, and never in a circle."""

import heapq

import numpy as np
import pytest

from ronghe.plugin.analysis.grid import Grid
from ronghe.plugin.analysis.mining import flow as flow_module
from ronghe.plugin.analysis.mining.d8 import NOWHERE, OUTLET
from ronghe.plugin.analysis.mining.flow import accumulate, drain, flow_to
from ronghe.plugin.analysis.travel.faults import GridTooLarge

# The worked example of flow direction and flow accumulation in the help of ArcGIS (method of Jenson and Domingue 1988),
# with the tables of directions and of upstream cells printed there.
EXAMPLE_HEIGHTS = [
    [78, 72, 69, 71, 58, 49],
    [74, 67, 56, 49, 46, 50],
    [69, 53, 44, 37, 38, 48],
    [64, 58, 55, 22, 31, 24],
    [68, 61, 47, 21, 16, 19],
    [74, 53, 34, 12, 11, 12],
]
EXAMPLE_DIRECTIONS = [
    [2, 2, 2, 4, 4, 8],
    [2, 2, 2, 4, 4, 8],
    [1, 1, 2, 4, 8, 4],
    [128, 128, 1, 2, 4, 8],
    [2, 2, 1, 4, 4, 4],
    [1, 1, 1, 1, 0, 16],
]
EXAMPLE_UPSTREAM = [
    [0, 0, 0, 0, 0, 0],
    [0, 1, 1, 2, 2, 0],
    [0, 3, 7, 5, 4, 0],
    [0, 0, 0, 20, 0, 1],
    [0, 0, 0, 1, 24, 0],
    [0, 2, 4, 7, 35, 1],
]

# A valley between walls with a pit in its middle. Its lowest rim is the 6 to the west, although the 6 itself would
# rather fall into the pit (4 metres a step) than out of the valley (3 metres a step).
VALLEY = [
    [9, 9, 9, 9, 9],
    [3, 6, 2, 4, 8],
    [9, 9, 9, 9, 9],
]

E, SE, S, SW, W, NW, N, NE = range(8)


def grid_of(heights, dx=1.0, dy=1.0):
    return Grid(np.array(heights, dtype=float), x0=0.0, y0=0.0, dx=dx, dy=dy)


def gis_codes(direction):
    """Directions as other software writes them: east 1, south-east 2 … north-east 128, none 0."""
    return np.where(direction < OUTLET, 2 ** direction.astype(int), 0)


def rough(seed, shape=(24, 31), heights=8, holes=0.0):
    """Whole heights, so that there are pits, flats and lakes of all kinds."""
    random = np.random.default_rng(seed)
    values = random.integers(0, heights, shape).astype(float)
    values[random.random(shape) < holes] = np.nan
    return values


def last_cells(drainage):
    """Where each cell's water ends, after as many steps as there are cells."""
    end = drainage.receiver
    for _ in range(int(np.log2(len(end))) + 1):
        end = end[end]
    return end


def highest_on_the_way(drainage):
    """The greatest height that each cell's water meets, the cell itself included."""
    highest, target = drainage.grid.values.reshape(-1), drainage.receiver
    for _ in range(int(np.log2(len(target))) + 1):
        highest, target = np.fmax(highest, highest[target]), target[target]
    return highest.reshape(drainage.grid.shape)


def flooded(values):
    """Heights filled from the edge inwards, lowest water first (priority flood, one cell at a time)."""
    framed = np.pad(values, 1, constant_values=np.nan)
    level = np.full(framed.shape, np.nan)
    around = [(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j]
    water = []
    for row, col in np.argwhere(np.isfinite(framed)):
        if any(np.isnan(framed[row + i, col + j]) for i, j in around):
            level[row, col] = framed[row, col]
            heapq.heappush(water, (framed[row, col], row, col))
    while water:
        height, row, col = heapq.heappop(water)
        for i, j in around:
            there = row + i, col + j
            if np.isfinite(framed[there]) and np.isnan(level[there]):
                level[there] = max(height, framed[there])
                heapq.heappush(water, (level[there], *there))
    return level[1:-1, 1:-1]


def test_published_example():
    drainage = drain(grid_of(EXAMPLE_HEIGHTS))
    assert gis_codes(drainage.direction).tolist() == EXAMPLE_DIRECTIONS
    # The printed table counts the cells above each cell, without itself.
    assert (accumulate(drainage) - 1).tolist() == EXAMPLE_UPSTREAM
    assert (drainage.depressions, drainage.bridged) == (0, 0)


def test_a_pit_drains_over_its_lowest_rim():
    drainage = drain(grid_of(VALLEY))
    assert drainage.depressions == 1
    assert drainage.direction.tolist() == [
        [S, SE, S, S, SW],
        [OUTLET, W, W, W, W],
        [N, NE, N, N, NW],
    ]
    assert accumulate(drainage)[1].tolist() == [15, 12, 11, 6, 1]


def test_level_ground_drains_to_its_gap():
    field = [
        [9, 9, 9, 9, 9],
        [9, 5, 5, 5, 9],
        [9, 5, 5, 5, 1],
        [9, 5, 5, 5, 9],
        [9, 9, 9, 9, 9],
    ]
    drainage = drain(grid_of(field))
    assert drainage.depressions == 0
    assert drainage.direction[1:4, 1:4].tolist() == [[E, E, SE], [E, E, E], [E, E, NE]]
    assert accumulate(drainage)[2, 4] == 25


def test_a_lake_drains_over_its_rim():
    lake = [
        [9, 9, 9, 9, 9],
        [9, 5, 5, 5, 9],
        [9, 5, 5, 5, 7],
        [9, 5, 5, 5, 9],
        [9, 9, 9, 9, 9],
    ]
    drainage = drain(grid_of(lake))
    assert drainage.depressions == 1
    assert drainage.direction[2, 4] == OUTLET
    assert accumulate(drainage)[2, 4] == 25
    # Nobody takes a detour through the far end of the lake: the far end is three steps from the rim.
    assert flow_to(drainage, [14]).metres[1:4, 1:4].max() <= 3 * np.sqrt(2)


def test_a_pit_within_a_pit():
    """The inner pit spills into the outer one, the outer one to the east."""
    valley = grid_of([[9] * 7, [8, 1, 5, 2, 6, 4, 3], [9] * 7])
    drainage = drain(valley)
    assert drainage.depressions == 2
    assert drainage.direction[1].tolist() == [E, E, E, E, E, E, OUTLET]
    assert accumulate(drainage)[1, 6] == 21


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("heights", [3, 60])
def test_all_water_leaves_and_is_counted_once(seed, heights):
    values = rough(seed, heights=heights, holes=0.05 * (seed % 3))
    drainage = drain(grid_of(values))
    ends = drainage.direction.reshape(-1)[last_cells(drainage)]
    assert set(ends[np.isfinite(values).reshape(-1)]) == {OUTLET}
    upstream = accumulate(drainage)
    assert upstream[drainage.direction == OUTLET].sum() == np.isfinite(values).sum()
    assert (upstream[np.isfinite(values)] >= 1).all()


@pytest.mark.parametrize("seed", range(12))
def test_no_way_out_climbs_less(seed):
    """The water climbs to the level to which a priority flood fills, and not higher."""
    values = rough(seed, heights=(4, 100)[seed % 2])
    if seed % 3 == 0:
        values[:7, :9] = np.nan
    assert np.array_equal(highest_on_the_way(drain(grid_of(values))), flooded(values), equal_nan=True)


def test_the_edge_of_the_terrain_is_an_outlet():
    """A county cut out of its surroundings: the water leaves where the heights end."""
    drainage = drain(grid_of([[np.nan, 5, 6, 7], [np.nan, 5, 6, 7], [np.nan, np.nan, 6, 7]]))
    assert (drainage.direction[:, 0] == NOWHERE).all()
    assert drainage.direction[:2, 1].tolist() == [OUTLET, OUTLET]
    assert accumulate(drainage).tolist() == [[0, 3, 2, 1], [0, 5, 2, 1], [0, 0, 2, 1]]


def test_a_hole_in_the_data_does_not_swallow_the_river():
    hole = [
        [9, 9, 9, 9, 9, 9, 9],
        [9, 8, 8, 8, 8, 8, 9],
        [7, 6, np.nan, np.nan, 4, 3, 2],
        [9, 8, 8, 8, 8, 8, 9],
        [9, 9, 9, 9, 9, 9, 9],
    ]
    drainage = drain(grid_of(hole))
    assert drainage.bridged == 2
    upstream = accumulate(drainage)
    assert upstream[2, 6] == 33  # all cells but the two without a height
    assert flow_to(drainage, [2 * 7 + 6]).metres[2, 0] == pytest.approx(6.0)


def test_the_steepest_slope_counts_the_length_of_the_step():
    heights = [[9, 9, 9], [9, 5, 3], [9, 3, 2]]
    assert drain(grid_of(heights)).direction[1, 1] == SE  # 3 / √2 against 2 / 1
    assert drain(grid_of(heights, dx=4.0)).direction[1, 1] == S  # 2 / 1 against 3 / √17


def test_distance_to_the_first_of_several_places():
    drainage = drain(grid_of(VALLEY, dx=30.0, dy=30.0))
    flow = flow_to(drainage, [5, 8])  # (1, 0), the mouth, and (1, 3)
    assert flow.target[1].tolist() == [0, 0, 0, 1, 1]
    assert flow.metres[1].tolist() == [0, 30, 60, 0, 30]
    assert flow.metres[0, 1] == pytest.approx(60 + 30 * np.sqrt(2))
    assert (flow.target[0, 4], flow.metres[0, 4]) == (1, pytest.approx(30 * np.sqrt(2)))


def test_what_does_not_flow_there():
    drainage = drain(grid_of(VALLEY))
    flow = flow_to(drainage, [-1, 8, 8])
    assert flow.target[1].tolist() == [-1, -1, -1, 1, 1]
    assert np.isinf(flow.metres[1, :3]).all()
    nobody = flow_to(drainage, [-1])
    assert (nobody.target == -1).all()
    assert np.isinf(nobody.metres).all()


@pytest.mark.parametrize("shape", [(1, 1), (1, 6), (6, 1), (2, 2)])
def test_a_strip_of_cells(shape):
    drainage = drain(grid_of(np.arange(np.prod(shape)).reshape(shape)))
    assert accumulate(drainage).reshape(-1)[0] == np.prod(shape)


def test_a_terrain_without_heights():
    drainage = drain(grid_of(np.full((3, 4), np.nan)))
    assert (drainage.direction == NOWHERE).all()
    assert accumulate(drainage).sum() == 0
    assert np.isinf(flow_to(drainage, [2]).metres[drainage.direction != NOWHERE]).all()


def test_progress_grows_and_can_stop_the_work():
    told = []
    grid = grid_of(rough(1, shape=(700, 300)))
    drain(grid, lambda step, share: told.append((step, share)))
    assert {step for step, _ in told} == {"flow"}
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert 0.0 <= shares[0] < shares[-1] < 1.0

    class StoppedError(Exception):
        pass

    def stop(step, share):
        if share > 0.5:
            raise StoppedError

    with pytest.raises(StoppedError):
        drain(grid, stop)


def test_a_terrain_that_does_not_fit_is_said_before(monkeypatch):
    monkeypatch.setattr(flow_module, "available_memory", lambda: 100 * flow_module.BYTES_PER_CELL)
    drain(grid_of(np.zeros((10, 10))))
    with pytest.raises(GridTooLarge) as raised:
        drain(grid_of(np.zeros((20, 20)), dx=30.0, dy=30.0))
    assert (raised.value.cells, raised.value.fitting_cell_size) == (400, 60.0)
