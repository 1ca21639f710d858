"""What may be wrong with the input of a travel calculation: data, not sentences."""

from __future__ import annotations

from dataclasses import dataclass

from ..faults import Fault


@dataclass(eq=False)
class NothingToTravelOn(Fault):
    """Neither roads nor terrain nor land cover was given."""


@dataclass(eq=False)
class NoFacilities(Fault):
    """There is no usable facility point; ``given`` were in the layer."""

    given: int = 0


@dataclass(eq=False)
class NoRoads(Fault):
    """The road layer has no usable line; ``given`` were in the layer."""

    given: int


@dataclass(eq=False)
class AllRoadsClosed(Fault):
    """None of the ``roads`` has a speed above zero."""

    roads: int


@dataclass(eq=False)
class AllTerrainClosed(Fault):
    """None of the ``cells`` of the terrain can be walked."""

    cells: int


@dataclass(eq=False)
class GridTooLarge(Fault):
    """The grid does not fit into memory. ``cell_size`` was asked for, ``fitting_cell_size`` would fit; metres."""

    cells: int
    needed_bytes: int
    available_bytes: int
    cell_size: float
    fitting_cell_size: float


@dataclass(eq=False)
class NoSourceConnected(Fault):
    """No facility touches a road or a walkable cell; ``reasons`` has one code a facility."""

    reasons: list
