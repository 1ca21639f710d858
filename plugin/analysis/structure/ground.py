"""What the proposals of a spatial structure are made from and what they are: the county's ground, and what is missing.

All coordinates are in the run's metric system. A frame that the planner did not give is None.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import geopandas as gpd
from shapely.geometry.base import BaseGeometry

from ..grid import Grid

#: Ranks of an element in its clause: 主核 and 副核, 主轴 and 次轴. An element of a clause without ranks is ``main``.
MAIN, SUB = "main", "sub"
#: Names of the geometries of a clause.
POINT, LINE, POLYGON = "point", "line", "polygon"


@dataclass(frozen=True)
class CountyGround:
    """What lies in the county.

    ``boundary`` polygon or multipolygon · ``towns`` name, population, level (text as the planner's field or the town
    hierarchy has it, 1 or 中心城区 is the first), geometry: the point where the town lies; ``inside`` (may be
    lacking) says that this is only some point of its area · ``town_areas`` name,
    geometry: their polygons · ``links`` a, b, strength, geometry: lines between towns, strongest first · ``roads``
    class (canonical, '' unknown), name, geometry · ``rivers`` name, level (a number, 1 is the main river, NaN
    unknown), geometry lines · ``parks`` name, geometry · ``reserves`` and ``scenic`` name, geometry · ``peaks`` name,
    height (m, NaN unknown), geometry points · ``ridges`` name, geometry lines · ``dem`` heights in metres ·
    ``assigned`` order, noun, symbol, rank, name, geometry: the elements that the planner drew.
    """

    boundary: BaseGeometry | None = None
    towns: gpd.GeoDataFrame | None = None
    town_areas: gpd.GeoDataFrame | None = None
    links: gpd.GeoDataFrame | None = None
    roads: gpd.GeoDataFrame | None = None
    rivers: gpd.GeoDataFrame | None = None
    parks: gpd.GeoDataFrame | None = None
    reserves: gpd.GeoDataFrame | None = None
    scenic: gpd.GeoDataFrame | None = None
    peaks: gpd.GeoDataFrame | None = None
    ridges: gpd.GeoDataFrame | None = None
    dem: Grid | None = None
    assigned: gpd.GeoDataFrame | None = None


@dataclass(frozen=True)
class Missing:
    """A clause with fewer elements than it counts.

    ``order`` of the clause (1 …) · ``noun`` canonical (core, axis, belt, corridor, screen …) · ``symbol`` style code
    of the main elements · ``geometry`` point, line or polygon · ``count`` how many more are needed, None where the
    slogan says 多 and so as many as there is reason for, at least ``least`` · ``theme`` ecology, river, industry,
    tourism, agriculture, town, transport, '' · ``modifier`` the planner's word (纵, 横, 主, 生态 …) · ``rank`` of the
    elements wanted · ``text`` of the clause · ``noun_text`` as written · ``note`` what stood in brackets behind it,
    as a rule the names of the elements.
    """

    order: int
    noun: str
    symbol: str
    geometry: str
    count: int | None
    theme: str = ""
    modifier: str = ""
    rank: str = MAIN
    text: str = ""
    noun_text: str = ""
    least: int = 1
    note: str = ""


@dataclass(frozen=True)
class Proposal:
    """An element proposed for the clause ``order``.

    ``basis_key`` says which reason holds (the sentence is made elsewhere) and ``basis_values`` what is put into it.
    ``geometry`` may be of another kind than the clause's usual one (a ridge line for a screen).
    """

    order: int
    name: str
    geometry: BaseGeometry
    rank: str
    basis_key: str
    basis_values: dict = field(default_factory=dict)
