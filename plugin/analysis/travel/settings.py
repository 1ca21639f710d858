"""The choices of a travel calculation, in one value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from .pace import WalkModel, flat_speed, minutes_per_metre

WITHIN = 1e-6  #: minutes: "within 30 minutes" includes 30.0, also after rounding and links of almost no length


class Direction(IntEnum):
    """Which way the minutes are counted."""

    TOWARDS = 0  #: from anywhere to the facility
    FROM = 1  #: from the facility to anywhere


@dataclass(frozen=True)
class TravelSettings:
    """Speeds in km/h, distances in metres, times in minutes."""

    walk_model: WalkModel = WalkModel.TOBLER
    walk_speed: float = 5.0
    off_road_factor: float = 0.6
    neighbours: int = 8
    direction: Direction = Direction.TOWARDS
    max_snap: float = 1000.0
    max_minutes: float = 120.0

    @property
    def access_pace(self) -> float:
        """Minutes per metre of the straight leg between a point and the road."""
        return float(minutes_per_metre(self.walk_speed * self.off_road_factor))

    @property
    def open_ground_speed(self) -> float:
        """Speed on level ground off the road where no land cover tells it, km/h."""
        return flat_speed(self.walk_model, self.walk_speed, self.off_road_factor)
