"""What may be wrong with the parameters of mining, before anything is read."""

from __future__ import annotations

from dataclasses import dataclass

from ...analysis.faults import Fault


@dataclass(eq=False)
class BadDate(Fault):
    """A day of law that is not a date."""

    text: str
