"""Why the plugin proposes an element, in words."""

from __future__ import annotations

from ...language import tr


def basis_sentence(key: str, values: dict) -> str:
    """The sentence of a reason and what is put into it."""
    return tr("插件建议，须由规划人员确认。")
