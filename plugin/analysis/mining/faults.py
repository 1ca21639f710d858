"""What can be wrong with the inputs of mining. The sentences are made elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from ..faults import Fault


@dataclass(eq=False)
class NoResources(Fault):
    """No resource area: ``given`` features were in the layer."""

    given: int = 0


@dataclass(eq=False)
class NoQuarries(Fault):
    """No quarry: ``given`` features were in the layer, ``other`` of them of another mineral."""

    given: int = 0
    other: int = 0


@dataclass(eq=False)
class BadYears(Fault):
    """``years`` to set money aside that are not a whole number from 1 to ``longest``."""

    years: float
    longest: int


@dataclass(eq=False)
class BadDiscount(Fault):
    """A ``discount`` rate, a share, that is not between -1 and 1."""

    discount: float


@dataclass(eq=False)
class NothingToPayFor(Fault):
    """A ledger without a single mine."""


@dataclass(eq=False)
class NoObservers(Fault):
    """Nobody looks: none of the ``given`` features of the layer has a usable place."""

    given: int = 0


@dataclass(eq=False)
class ObserversWithoutGround(Fault):
    """All ``count`` observers that lie in the elevation model lie in cells without a height."""

    count: int


@dataclass(eq=False)
class NoMines(Fault):
    """No mine to judge: ``given`` features were in the layer."""

    given: int = 0


@dataclass(eq=False)
class AllMinesOutside(Fault):
    """All ``count`` mines lie outside the county or the towns; ``what`` is what these are called."""

    count: int
    what: str
