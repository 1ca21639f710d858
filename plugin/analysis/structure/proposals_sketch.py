"""A structure while it is being proposed: the county's ground, what the planner drew, and what is proposed already."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from .ground import CountyGround, Missing, Proposal
from .seats import plain_name
from .town_levels import level_number

UNRANKED = 99
#: Elements that are proposed at most where the slogan says 多.
MOST_OF_SEVERAL = 6
SAME_PLACE = 1500.0  #: metres within which a point that the planner drew is a town


@dataclass(frozen=True)
class Shortage:
    """A clause for which only ``given`` of ``wanted`` elements could be proposed; ``reason_key`` and ``values`` say why
    (the sentence is made elsewhere). ``wanted`` None is 多.
    """

    order: int
    text: str
    wanted: int | None
    given: int
    reason_key: str
    values: dict = field(default_factory=dict)


@dataclass
class Sketch:
    """What makers of proposals read and add to."""

    ground: CountyGround
    proposed: list[Proposal] = field(default_factory=list)
    shortages: list[Shortage] = field(default_factory=list)
    #: Clauses of 多 for which there is reason for more elements than are proposed: how many, by their order.
    cut: dict[int, int] = field(default_factory=dict)

    def several(self, one: Missing, likely: int, named: int = 0) -> int:
        """How many elements a clause gets: its number; for 多 the ``likely`` ones up to a few, at least those that it
        names in brackets.
        """
        if one.count is not None:
            return one.count
        most = max(MOST_OF_SEVERAL, named, one.least)
        if likely > most:
            self.cut[one.order] = likely
        return max(one.least, min(likely, most))

    def lacks(self, one: Missing, given: int, reason_key: str, **values) -> None:
        """Note that a clause gets fewer than it misses."""
        wanted = one.count if one.count is not None else None
        self.shortages.append(Shortage(one.order, one.text, wanted, given, reason_key, values))

    @cached_property
    def towns(self) -> gpd.GeoDataFrame:
        """The towns from the most important: by level, then by people. ``number`` is the place in this order, from 1;
        ``level_number`` 0 where no level is known.
        """
        towns = self.ground.towns
        if towns is None or not len(towns):
            return gpd.GeoDataFrame(
                {"name": [], "population": [], "level": [], "level_number": [], "number": []}, geometry=[]
            )
        towns = towns.copy()
        for column, value in (("population", np.nan), ("level", "")):
            if column not in towns:
                towns[column] = value
        towns["level_number"] = [level_number(one) for one in towns["level"]]
        towns["population"] = pd.to_numeric(towns["population"], errors="coerce")
        level = towns["level_number"].where(towns["level_number"] > 0, UNRANKED)
        people = -towns["population"].fillna(-1.0)
        towns = towns.iloc[np.lexsort((people, level))].reset_index(drop=True)
        towns["number"] = np.arange(1, len(towns) + 1)
        return towns

    @property
    def boundary(self):
        """The county's outline as a polygon: as given, else the union of its towns, else None."""
        if self.ground.boundary is not None:
            return self.ground.boundary
        areas = self.ground.town_areas
        return None if areas is None or not len(areas) else shapely.union_all(areas.geometry.to_numpy())

    @property
    def reach(self) -> float:
        """Metres: the radius of a circle as large as the county, else half the extent of its towns."""
        if self.boundary is not None:
            return float(np.sqrt(self.boundary.area / np.pi))
        west, south, east, north = self.towns.total_bounds if len(self.towns) else (0.0, 0.0, 0.0, 0.0)
        return max(float(np.hypot(east - west, north - south)) / 2, 1.0)

    @property
    def core(self):
        """The main core: (name, point): the one drawn, else the one proposed, else the first town; None without."""
        for name, geometry, rank in self._placed("core"):
            if rank == "main":
                return name, shapely.centroid(geometry)
        if len(self.towns):
            first = self.towns.iloc[0]
            return first["name"], first.geometry
        return None

    def taken_towns(self, nouns: tuple[str, ...]) -> set[str]:
        """Names of the towns that are elements of these nouns already."""
        taken = set()
        for noun in nouns:
            for name, geometry, _ in self._placed(noun):
                taken |= {one for one in self.towns["name"] if plain_name(one) and plain_name(one) in plain_name(name)}
                if geometry is not None and len(self.towns):
                    apart = shapely.distance(self.towns.geometry.to_numpy(), shapely.centroid(geometry))
                    if apart.min() <= SAME_PLACE:
                        taken.add(self.towns["name"].iloc[int(apart.argmin())])
        return taken

    def drawn_lines(self, noun: str) -> list:
        """Lines of a noun that are there already."""
        return [geometry for _, geometry, _ in self._placed(noun) if geometry is not None]

    def names(self, noun: str) -> set[str]:
        """Names of the elements of a noun that are there already."""
        return {name for name, _, _ in self._placed(noun)}

    def _placed(self, noun: str):
        """(name, geometry, rank) of the elements of a noun: those drawn, then those proposed."""
        found = []
        assigned = self.ground.assigned
        if assigned is not None and len(assigned):
            rows = assigned[assigned["noun"] == noun]
            names = rows["name"] if "name" in rows else [""] * len(rows)
            ranks = rows["rank"] if "rank" in rows else ["main"] * len(rows)
            found += list(zip((str(one or "") for one in names), rows.geometry, ranks))
        found += [
            (one.name, one.geometry, one.rank) for one in self.proposed if one.basis_values.get("noun") == noun
        ]
        return found


def clipped(geometry, boundary):
    """The part of a geometry that lies in the county; the whole where no county is given."""
    return geometry if boundary is None else shapely.intersection(geometry, boundary)


def rounded(area, by: float):
    """A polygon without thin necks, spikes and corners: opened and closed by ``by`` metres."""
    opened = shapely.buffer(shapely.buffer(area, -by), by)
    return shapely.buffer(shapely.buffer(opened, by), -by)


def curved(xy: np.ndarray, times: int = 3, closed: bool = False) -> np.ndarray:
    """Corners cut off, ``times`` over (Chaikin, G. (1974) An algorithm for high-speed curve generation)."""
    for _ in range(times):
        before, after = (xy, np.roll(xy, -1, axis=0)) if closed else (xy[:-1], xy[1:])
        cut = np.stack([0.75 * before + 0.25 * after, 0.25 * before + 0.75 * after], axis=1).reshape(-1, 2)
        xy = cut if closed else np.vstack([xy[:1], cut, xy[-1:]])
    return xy
