"""What can keep sheets from being exported, as data; the sentences are in ``sentences.py``."""

from __future__ import annotations

from dataclasses import dataclass

from ...analysis.faults import Fault


@dataclass(eq=False)
class SheetTrouble(Fault):
    """What cartography has said already: a whole ``text``."""

    text: str


@dataclass(eq=False)
class ChecksFailed(Fault):
    """Errors that the checks before the export have found, each a sentence with its advice."""

    errors: tuple[str, ...]


@dataclass(eq=False)
class NothingToExport(Fault):
    """None of the sheets can be drawn; ``missing`` says for each what it lacks."""

    missing: tuple[str, ...]


@dataclass(eq=False)
class NoPage(Fault):
    """Every page has failed; ``failed`` says of each why."""

    failed: tuple[str, ...]


@dataclass(eq=False)
class Stopped(Fault):
    """The planner has cancelled: pages that are finished stay."""

    pages: int
    folder: str


@dataclass(eq=False)
class NothingToRun(Fault):
    """A project whose layers allow no calculation and no sheet."""


@dataclass(eq=False)
class NoProject(Fault):
    """A run without a project, which has the layers."""


@dataclass(eq=False)
class UnknownAnalyses(Fault):
    """Calculations that were asked for and that no plan has; ``known`` are those that it may have."""

    names: tuple[str, ...]
    known: tuple[str, ...]
