"""What may be wrong with the input of a spatial structure: data, not sentences."""

from __future__ import annotations

from dataclasses import dataclass

from ..faults import Fault


@dataclass(eq=False)
class TooFewValues(Fault):
    """``values`` numbers of which ``different`` are unlike cannot be put into ``groups`` groups."""

    values: int
    different: int
    groups: int


@dataclass(eq=False)
class NoTowns(Fault):
    """The town layer has no usable feature; ``given`` were in it."""

    given: int = 0


@dataclass(eq=False)
class TooFewTowns(Fault):
    """``towns`` that can be scored, of ``given``, are fewer than the ``levels`` asked for."""

    towns: int
    levels: int
    given: int


@dataclass(eq=False)
class TooFewScores(Fault):
    """The scores of ``towns`` take only ``different`` values: ``levels`` levels cannot be told apart."""

    towns: int
    different: int
    levels: int


@dataclass(eq=False)
class NothingToScore(Fault):
    """No part of the score has a weight above zero and tells the ``towns`` apart, of which ``peopled`` have a known
    population.
    """

    towns: int = 0
    peopled: int = 0


@dataclass(eq=False)
class NoCounty(Fault):
    """The county layer has no usable polygon; ``given`` were in it."""

    given: int = 0


@dataclass(eq=False)
class NoSpaces(Fault):
    """None of the layers of agricultural, ecological and urban space has a polygon in the county."""
