"""What every fault of the plugin has in common: it carries data, and someone else makes the sentence."""

from __future__ import annotations

from dataclasses import fields, is_dataclass


class Fault(ValueError):  # noqa: N818 - a fault of the input, not of the program
    """An input that cannot be worked with.

    Subclasses are ``@dataclass(eq=False)`` and hold what, where and how many as attributes. The sentence that
    the planner reads is made from them elsewhere, so that it can be in the planner's language.
    """

    def __str__(self) -> str:
        if not is_dataclass(self):
            return super().__str__()
        held = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields(self))
        return f"{type(self).__name__}({held})"
