"""Public facilities of the three levels, thinner in the two remote towns."""

from dataclasses import dataclass

import numpy as np

THIN_TOWNS = ("回峰镇", "温汤乡")

COUNTY_FACILITIES = [
    ("县人民医院", "医疗", 320),
    ("县中医医院", "医疗", 140),
    ("县妇幼保健院", "医疗", 80),
    ("县疾病预防控制中心", "医疗", 0),
    ("县急救中心", "医疗", 12),
    ("县社会福利院", "养老", 120),
    ("县综合养老服务中心", "养老", 160),
    ("云岭县第一中学", "教育", 2400),
    ("云岭县第二中学", "教育", 1500),
    ("县职业教育中心", "教育", 900),
    ("城关初级中学", "教育", 1600),
    ("城关第一小学", "教育", 1450),
    ("城关第二小学", "教育", 1100),
    ("城关第三小学", "教育", 860),
    ("县第一幼儿园", "教育", 360),
    ("县第二幼儿园", "教育", 300),
    ("县第三幼儿园", "教育", 270),
    ("县文化馆", "文化", 2600),
    ("县图书馆", "文化", 3200),
    ("县博物馆", "文化", 2100),
    ("县体育馆", "体育", 1800),
    ("县体育场", "体育", 5000),
    ("县全民健身中心", "体育", 1200),
    ("县政务服务中心", "社会保障", 1500),
    ("县社会保险服务中心", "社会保障", 800),
    ("县人力资源市场", "社会保障", 600),
    ("县消防救援大队", "应急安全", 45),
    ("县应急指挥中心", "应急安全", 20),
    ("县应急物资储备库", "应急安全", 1200),
    ("城关应急避难场所", "应急安全", 6000),
]
"""Name, kind, size (beds, pupils, square metres or staff by kind)."""

TOWN_FACILITIES = [
    ("卫生院", "医疗", 32),
    ("敬老院", "养老", 60),
    ("初级中学", "教育", 420),
    ("中心小学", "教育", 380),
    ("中心幼儿园", "教育", 150),
    ("综合文化站", "文化", 420),
    ("全民健身广场", "体育", 1500),
    ("便民服务中心", "社会保障", 300),
    ("派出所", "应急安全", 12),
    ("应急救援站", "应急安全", 15),
]
NOT_BUILT = {
    "回峰镇": ("敬老院", "初级中学", "应急救援站"),
    "温汤乡": ("敬老院", "初级中学", "全民健身广场", "应急救援站"),
}
"""What a remote town lacks; the 乡 has no care for the old at all."""

VILLAGE_FACILITIES = [
    ("卫生室", "医疗", 80, 0.88, 0.34),
    ("文化活动室", "文化", 90, 0.72, 0.34),
    ("健身场地", "体育", 400, 0.62, 0.25),
    ("日间照料中心", "养老", 15, 0.42, 0.13),
    ("便民服务站", "社会保障", 60, 0.64, 0.30),
    ("幼儿园", "教育", 45, 0.20, 0.0),
    ("小学教学点", "教育", 36, 0.16, 0.12),
    ("微型消防站", "应急安全", 6, 0.30, 0.12),
]
"""Name, kind, usual size, share of villages that have one: elsewhere, in the remote towns."""


@dataclass
class Facility:
    """A 公共服务设施."""

    name: str
    kind: str
    level: str
    town: str
    size: int
    year: int
    east: float
    north: float


def _near(rng, place, low, high):
    """Point at a random bearing and distance from a place."""
    bearing, away = rng.uniform(0, 2 * np.pi), rng.uniform(low, high)
    return float(place[0] + away * np.cos(bearing)), float(place[1] + away * np.sin(bearing))


def _sized(rng, size):
    return int(round(size * rng.uniform(0.75, 1.3)))


def _town_facilities(town, seat, rng):
    missing = NOT_BUILT.get(town, ())
    found = []
    for name, kind, size in TOWN_FACILITIES:
        if name in missing:
            continue
        share = 0.5 if town in THIN_TOWNS else 1.0
        place = _near(rng, seat, 60, 380)
        year = int(rng.integers(1996, 2022))
        found.append(Facility(f"{town}{name}", kind, "重点镇", town, _sized(rng, share * size), year, *place))
    return found


def _village_facilities(villages, rng):
    """Each kind goes to the larger villages first, with some chance in it, up to the share of its towns."""
    found = []
    for thin in (False, True):
        group = [v for v in villages if (v.town in THIN_TOWNS) == thin]
        for name, kind, size, elsewhere, remote in VILLAGE_FACILITIES:
            able = [v for v in group if not (kind == "养老" and v.town == "温汤乡")]
            luck = np.array([v.people for v in able]) ** 0.5 * rng.lognormal(0.0, 0.5, len(able))
            count = int(round((remote if thin else elsewhere) * len(able)))
            for index in sorted(np.argsort(-luck, kind="stable")[:count]):
                village = able[index]
                place = _near(rng, (village.east, village.north), 30, 160)
                title = f"{village.town}{village.name}{name}"
                year = int(rng.integers(2004, 2025))
                found.append(Facility(title, kind, "村", village.town, _sized(rng, size), year, *place))
    return found


def make_facilities(seats, villages, rng):
    """All facilities, county first."""
    found = []
    for name, kind, size in COUNTY_FACILITIES:
        place = _near(rng, seats["城关镇"], 80, 950)
        year = int(rng.integers(1988, 2024))
        found.append(Facility(name, kind, "中心城区", "城关镇", size, year, *place))
    for town, seat in seats.items():
        if town != "城关镇":
            found += _town_facilities(town, seat, rng)
    return found + _village_facilities(villages, rng)
