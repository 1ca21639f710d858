"""What may be wrong with parameters, before anything is read."""

from __future__ import annotations

from dataclasses import dataclass

from ..analysis.faults import Fault


@dataclass(eq=False)
class BadBreaks(Fault):
    """Breaks that are not a list of numbers above zero."""

    text: str


@dataclass(eq=False)
class NoDemand(Fault):
    """No demand: ``given`` features were in the layer, or neither a layer nor a population raster was chosen."""

    given: int = 0


@dataclass(eq=False)
class NoOrigins(Fault):
    """No place to start from: ``given`` features were in the layer."""

    given: int = 0


@dataclass(eq=False)
class NobodyInRaster(Fault):
    """A population raster called ``name`` without a single cell above zero where it is needed."""

    name: str


@dataclass(eq=False)
class SameFile(Fault):
    """Two results that are to be written to the same file ``target``."""

    target: str


@dataclass(eq=False)
class WouldDestroy(Fault):
    """A result that is to be written over ``target``, which is an input of the run or holds other ``tables``."""

    target: str
    tables: tuple[str, ...] = ()


@dataclass(eq=False)
class NobodyToServe(Fault):
    """The demand has no people: ``rows`` with a population that is empty, negative or zero in ``field``."""

    rows: int
    field: str
