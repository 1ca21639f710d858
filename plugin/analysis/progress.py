"""How a long calculation says where it is, and how it is stopped."""

from __future__ import annotations

from typing import Callable

#: Called with the step's key and the share of the step that is done (0–1); raises to stop the calculation.
Progress = Callable[[str, float], None]


def silent(step: str, share: float) -> None:
    """Nobody is watching."""
