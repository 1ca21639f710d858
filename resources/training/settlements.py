"""Villages: where they lie, what they are called and how many people live there."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from scipy.optimize import linear_sum_assignment

from village_names import CENTRES, COUNTRY, SAME_NAME, SAME_NAME_TOWNS

POPULATION = 95_000
VILLAGES = {"城关镇": 20, "双河镇": 16, "桃坪镇": 15, "康宁镇": 12, "石门镇": 13, "回峰镇": 8, "温汤乡": 10}
PEOPLE_SHARE = {
    "城关镇": 0.312,
    "双河镇": 0.205,
    "桃坪镇": 0.128,
    "康宁镇": 0.122,
    "石门镇": 0.104,
    "回峰镇": 0.061,
    "温汤乡": 0.068,
}
FRINGE = {"城关镇": 3, "双河镇": 2, "桃坪镇": 1, "康宁镇": 1, "石门镇": 1}
"""Villages that have grown together with the seat (镇乡结合区)."""
SIZE_BY_KIND = {"镇中心区": 4.6, "镇乡结合区": 1.9, "乡中心区": 2.6, "村庄": 1.0}
DIRECTIONS = {"东": (1, 0), "西": (-1, 0), "南": (0, -1), "北": (0, 1)}
STEEPEST = 0.16
CLOSEST_M = 430.0


@dataclass
class Village:
    """A 行政村."""

    name: str
    town: str
    kind: str
    east: float
    north: float
    people: int = 0
    households: int = 0


def suitability(land, rng):
    """Score of each cell as a village site, -inf where none can be."""
    grid = land.grid
    stream = land.area >= 1.6
    away, at = ndimage.distance_transform_edt(~stream, sampling=grid.cell, return_indices=True)
    above = land.elevation - land.elevation[tuple(at)]
    gentle = ndimage.uniform_filter(land.slope, 5)
    border = ndimage.maximum_filter(land.town, 3) != ndimage.minimum_filter(land.town, 3)
    inland = ndimage.distance_transform_edt(~border, sampling=grid.cell)
    score = 0.12 * np.log10(land.area[tuple(at)]) - 2.0 * gentle + 0.5 * rng.standard_normal(grid.shape)
    possible = (
        (land.slope < STEEPEST) & (gentle < STEEPEST + 0.03) & (away > 50) & (away < 650) & (above < 70)
    )
    return np.where(possible & land.county & (inland > 450), score, -np.inf)


def choose_sites(east, north, score, seat, count, centre, fringe):
    """Positions in the candidate arrays of a town's villages, built-up ones first."""
    from_seat = np.hypot(east - seat[0], north - seat[1])
    to_nearest = np.full(len(east), np.inf)
    sites = []
    for number in range(count):
        if number < centre:
            low, high, spacing = 0.0, 300.0 if number == 0 else 1_250.0, CLOSEST_M
        elif number < centre + fringe:
            low, high, spacing = 1_300.0, 3_200.0, 900.0
        else:
            low, high, spacing = 1_700.0, np.inf, 2_300.0
        while not (open_sites := (from_seat >= low) & (from_seat < high) & (to_nearest > spacing)).any():
            spacing, high = max(0.9 * spacing, CLOSEST_M), 1.2 * high
        sites.append(int(np.argmax(np.where(open_sites, score, -np.inf))))
        to_nearest = np.minimum(to_nearest, np.hypot(east - east[sites[-1]], north - north[sites[-1]]))
    return sites


def name_by_direction(names, east, north):
    """The names in the order of the places, so that 东关村 lies in the east and 河西村 in the west."""
    wish = np.array(
        [next((way for sign, way in DIRECTIONS.items() if sign in name), (0, 0)) for name in names]
    )
    place = np.column_stack([east, north])
    fit = wish @ (place - place[0]).T
    # The first place is the seat itself and keeps the first name.
    fit[0, 0] = 1e9
    _, order = linear_sum_assignment(-fit.T)
    return [names[index] for index in order]


def share_out(total, weights):
    """Integers in proportion to ``weights`` that sum to ``total`` exactly (largest remainders)."""
    exact = total * np.asarray(weights) / np.sum(weights)
    whole = np.floor(exact).astype(int)
    short = np.argsort(-(exact - whole), kind="stable")[: total - whole.sum()]
    whole[short] += 1
    return whole


def make_villages(land, seats, rng):
    """All villages, town by town."""
    score = suitability(land, rng)
    names = list(rng.permutation(COUNTRY))
    people = dict(zip(PEOPLE_SHARE, share_out(POPULATION, list(PEOPLE_SHARE.values()))))
    villages = []
    for index, (town, count) in enumerate(VILLAGES.items()):
        centre, fringe = len(CENTRES[town]), FRINGE.get(town, 0)
        row, col = np.nonzero((land.town == index + 1) & np.isfinite(score))
        east, north = land.grid.east_north(row, col)
        sites = choose_sites(east, north, score[row, col], seats[town], count, centre, fringe)
        seat_kind = "乡中心区" if town.endswith("乡") else "镇中心区"
        kinds = [seat_kind] * centre + ["镇乡结合区"] * fringe + ["村庄"] * (count - centre - fringe)
        called = name_by_direction(CENTRES[town], east[sites[:centre]], north[sites[:centre]]) + [
            str(names.pop()) for _ in range(count - centre)
        ]
        if town in SAME_NAME_TOWNS:
            called[-1] = SAME_NAME
        weights = [SIZE_BY_KIND[kind] * rng.lognormal(0.0, 0.42) for kind in kinds]
        for name, kind, site, number in zip(called, kinds, sites, share_out(people[town], weights)):
            households = int(round(number / rng.uniform(2.35, 2.95)))
            place = float(east[site]), float(north[site])
            villages.append(Village(name, town, kind, *place, int(number), households))
    return villages
