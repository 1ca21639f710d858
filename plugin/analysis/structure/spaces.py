"""Agricultural, ecological and urban space: what each holds alone, where they overlap, what none of them holds."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import shapely

from ..progress import Progress, silent
from ..travel.bands import only_polygons
from .faults import NoSpaces
from .space_zones import Zones, united, within

AGRICULTURE, ECOLOGY, URBAN = "agriculture", "ecology", "urban"
SPACES = (AGRICULTURE, ECOLOGY, URBAN)
OVERLAP, UNASSIGNED = "overlap", "unassigned"
PAIRS = ((AGRICULTURE, ECOLOGY), (AGRICULTURE, URBAN), (ECOLOGY, URBAN))
#: Square metres above which polygons of one space lie on each other by more than rounding.
TWICE = 1.0
#: Square metres that rounding leaves between two drawings of one edge: no piece, though its area is in the balance.
NUMERICAL = 1e-4


@dataclass(frozen=True)
class Pieces:
    """k single polygons, each in the ``zone`` (k,) of its number, with what they are in ``one`` and ``other`` (k,)."""

    zone: np.ndarray
    one: np.ndarray
    other: np.ndarray
    shape: np.ndarray

    def __len__(self) -> int:
        return len(self.shape)

    def at_least(self, square_metres: float) -> tuple[Pieces, Pieces]:
        """Those of that size, and the slivers below it."""
        large = shapely.area(self.shape) >= square_metres
        return self._where(large), self._where(~large)

    def _where(self, mask: np.ndarray) -> Pieces:
        return Pieces(self.zone[mask], self.one[mask], self.other[mask], self.shape[mask])


@dataclass(frozen=True)
class Balance:
    """The county divided without remainder. ``zone`` (k,), ``space`` (k,) and ``shape`` (k,): each zone's ground held
    by one space alone, by several (``overlap``) and by none (``unassigned``); in every zone they add up to the zone.
    ``overlaps``: pieces that the spaces ``one`` and ``other`` share, a place in all three stands in every pair.
    ``gaps``: pieces that no space holds. ``beyond``: m² of each space outside the county. ``twice``: m² on which
    polygons of the same space lie on each other. ``held``: for each zone the whole of each space, also where shared.
    """

    zone: np.ndarray
    space: np.ndarray
    shape: np.ndarray
    overlaps: Pieces
    gaps: Pieces
    beyond: dict[str, float]
    twice: dict[str, float]
    held: list[dict] = field(repr=False, default_factory=list)


# GEOS sets the processor's mark for an invalid number where lines are nearly parallel, and then finds its way.
@np.errstate(invalid="ignore", divide="ignore")
def balance_spaces(spaces: dict[str, np.ndarray], zones: Zones, progress: Progress = silent) -> Balance:
    """Overlay the polygons of the three ``spaces`` in every zone. Raises :class:`NoSpaces` when none lies in the
    county.
    """
    spaces = {space: np.asarray(spaces.get(space, ()), dtype=object) for space in SPACES}
    rows, overlaps, gaps, held = [], Collected(), Collected(), []
    twice = dict.fromkeys(SPACES, 0.0)
    inside = dict.fromkeys(SPACES, 0.0)
    for number, zone in enumerate(zones.shapes):

        def look(done=number):
            progress("spaces", done / len(zones.shapes))

        here = {}
        for space, shapes in spaces.items():
            parts = within(shapes, zone)
            here[space] = only_polygons(united(parts, look))
            area = float(shapely.area(parts).sum())
            inside[space] += area
            twice[space] += max(0.0, area - float(shapely.area(here[space])))
        held.append(here)
        rows += [(number, *row) for row in _divided(zone, here, number, overlaps, gaps, look)]
    if not any(inside.values()):
        raise NoSpaces()
    total = {space: float(shapely.area(shapes).sum()) for space, shapes in spaces.items()}
    zone, space, shape = zip(*rows)
    return Balance(
        np.array(zone),
        np.array(space, dtype=object),
        np.array(shape, dtype=object),
        overlaps.pieces(),
        gaps.pieces(),
        {one: max(0.0, total[one] - inside[one]) for one in SPACES},
        {one: area if area > TWICE else 0.0 for one, area in twice.items()},
        held,
    )


def _divided(zone, here: dict, number: int, overlaps: Collected, gaps: Collected, look):
    """(space, shape) of one zone; pieces of overlaps and gaps are collected on the way."""
    shared = []
    for one, other in PAIRS:
        look()
        both = shapely.intersection(here[one], here[other])
        overlaps.add(number, one, other, both)
        shared.append(only_polygons(both))
    together = shapely.union_all(shared)
    look()
    covered = shapely.union_all(list(here.values()))
    look()
    empty = only_polygons(shapely.difference(zone, covered))
    gaps.add(number, UNASSIGNED, "", empty)
    alone = [(space, only_polygons(shapely.difference(shape, together))) for space, shape in here.items()]
    return [*alone, (OVERLAP, only_polygons(together)), (UNASSIGNED, empty)]


class Collected:
    """Pieces while they are found."""

    def __init__(self):
        self._found = []

    def add(self, zone: int, one: str, other: str, shape) -> None:
        """The polygons of a geometry, each a piece."""
        parts = shapely.get_parts(only_polygons(shape))
        self._found += [(zone, one, other, part) for part in parts[shapely.area(parts) > NUMERICAL]]

    def pieces(self) -> Pieces:
        zone, one, other, shape = zip(*self._found) if self._found else ((), (), (), ())
        return Pieces(
            np.array(zone, dtype=int),
            np.array(one, dtype=object),
            np.array(other, dtype=object),
            np.array(shape, dtype=object),
        )
