"""What may be wrong with a slogan. The sentences are made elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from ..faults import Fault


@dataclass(eq=False)
class EmptySlogan(Fault):
    """No slogan was given."""


@dataclass(eq=False)
class FalseFriend(Fault):
    """A phrase that looks like a slogan of spatial structure and is none; ``reason`` in the planner's language."""

    phrase: str
    reason: str


@dataclass(eq=False)
class NothingToDraw(Fault):
    """Only ``remarks`` that name nothing to draw (城乡一体)."""

    remarks: tuple[str, ...]


@dataclass(eq=False)
class UnreadSlogan(Fault):
    """Parts of the slogan that cannot be read: ``parts`` (position of the first character, from 1; text), and the
    clauses that can be, ``readable``.
    """

    text: str
    parts: tuple[tuple[int, str], ...]
    readable: tuple[str, ...] = ()
