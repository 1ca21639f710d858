"""What can be wrong with a layer when it is read or written. The sentences are in ``sentences.py``."""

from __future__ import annotations

from dataclasses import dataclass

from ..analysis.faults import Fault


class Cancelled(Exception):  # noqa: N818 - not an error
    """The planner pressed cancel; nothing is wrong and nothing is to be reported."""


@dataclass(eq=False)
class MissingCrs(Fault):
    """A layer whose coordinate system is not known."""

    label: str


@dataclass(eq=False)
class UnreadableLayer(Fault):
    """The layer ``name``, given as ``label``, whose data source cannot be opened."""

    label: str
    name: str


@dataclass(eq=False)
class WrongGeometry(Fault):
    """Points where lines are needed, and the like: two of 'point', 'line', 'polygon', 'none'."""

    label: str
    expected: str
    found: str


@dataclass(eq=False)
class MissingField(Fault):
    """A field that was asked for and is not in the layer; ``present`` are the fields that are."""

    label: str
    field: str
    present: tuple[str, ...]


@dataclass(eq=False)
class UnreadableRaster(Fault):
    """A raster file or band that cannot be opened."""

    label: str
    source: str
    reason: str = ""


@dataclass(eq=False)
class NoOverlap(Fault):
    """A raster that does not touch what it is needed for; ``other`` names that, or is empty."""

    label: str
    other: str = ""


@dataclass(eq=False)
class TooLarge(Fault):
    """A raster of more cells than fit into memory; bytes that are needed and that are free."""

    label: str
    cells: int
    needed: int
    available: int


@dataclass(eq=False)
class NotWritten(Fault):
    """An output that could not be written."""

    target: str
    reason: str
