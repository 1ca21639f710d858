"""What a check has found, and what all checks are about."""

from __future__ import annotations

from dataclasses import dataclass

from ..county_sheets.county import County
from ..county_sheets.kinds import SheetKind
from ..county_sheets.states import SheetState
from ..production.jobs import Order

ERROR, WARNING, INFO = "error", "warning", "info"
SEVERITIES = (ERROR, WARNING, INFO)


@dataclass(frozen=True)
class Finding:
    """One thing that was found: the group ``check`` that found it, how grave it is, the id of the ``sheet`` that it is
    about ('': all), what was found and where, and what to do."""

    check: str
    severity: str
    sheet: str
    message: str
    advice: str


@dataclass(frozen=True)
class Case:
    """A county, the sheets of the order that it can have, and those that it cannot; ``every`` when nobody has said
    which sheets are wanted."""

    county: County
    order: Order
    possible: tuple[SheetState, ...]
    lacking: tuple[SheetState, ...]
    unknown: tuple[str, ...] = ()
    every: bool = False

    def wanted(self) -> set[str]:
        """The roles and results that the possible sheets are drawn from."""
        return {what for state in self.possible for what in drawn_from(state.kind)}


def drawn_from(kind: SheetKind) -> list[str]:
    """Everything that a sheet is drawn from, alternatives one by one."""
    return [*(one for alternatives in kind.required for one in alternatives), *kind.optional]
