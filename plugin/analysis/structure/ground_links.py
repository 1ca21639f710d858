"""The links of :class:`~.ground.CountyGround`: what axes and networks are proposed along."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import shapely

from ..progress import Progress, silent
from ..travel.roads import Roads, build_network
from .links import SHORTEST_KM, gravity_links
from .seat_network import METRES, between_seats, straight_km
from .towns import SHORTEST_MINUTES

EXPONENT = 2.0
MAX_SNAP = 3000.0  #: metres; a town drawn as an area has its point somewhere inside


def ground_links(towns: gpd.GeoDataFrame, roads: Roads | None, progress: Progress = silent) -> gpd.GeoDataFrame:
    """The gravity links of ``towns`` (name, population, geometry points), strongest first: a, b, strength, minutes (NaN
    without roads), km, geometry. Along the roads where there are roads that join towns, else straight.

    A town of unknown population counts as the smallest that is known: for a proposal it is enough to know the order.
    """
    xy = shapely.get_coordinates(towns.geometry.to_numpy())
    people = np.array(towns["population"], dtype=float)
    known = np.isfinite(people) & (people > 0)
    people = np.where(known, people, people[known].min() if known.any() else 1.0)
    names = towns["name"].to_numpy(dtype=object)
    network = None
    if roads is not None and len(roads):
        network = between_seats(xy, _hanging_together(roads), MAX_SNAP, progress)
    links = None
    if network is not None:
        links = gravity_links(people, network.minutes, EXPONENT, SHORTEST_MINUTES)
    if links is None or not len(links):
        network, links = None, gravity_links(people, straight_km(xy), EXPONENT, SHORTEST_KM)
    pairs = list(zip(links.first.tolist(), links.second.tolist()))
    if network is None:
        lines = [shapely.LineString(xy[[one, other]]) for one, other in pairs]
        minutes, km = np.full(len(pairs), np.nan), straight_km(xy)[links.first, links.second]
    else:
        lines = np.array([network.path(one, other) for one, other in pairs], dtype=object)
        minutes, km = network.minutes[links.first, links.second], shapely.length(lines) / METRES
    columns = {
        "a": names[links.first],
        "b": names[links.second],
        "strength": links.strength,
        "minutes": minutes,
        "km": km,
    }
    return gpd.GeoDataFrame(columns, geometry=lines, crs=towns.crs)


def _hanging_together(roads: Roads) -> Roads:
    """The open roads of the largest connected part, passable both ways: a seat drawn beside a street that leads nowhere
    shall not lose its town the axis.
    """
    usable = roads.speed_kmh > 0
    roads = roads.kept(usable) if usable.any() else roads
    network = build_network(roads)
    part = network.part[network.start]
    main = np.zeros(len(roads), dtype=bool)
    main[network.edge_line[part == 0]] = True
    return replace(roads.kept(main), oneway=np.zeros(int(main.sum()), dtype=np.int8))
