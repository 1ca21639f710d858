"""Values of results that are the same in both languages, as the planner reads them."""

from __future__ import annotations

from ...plugin.language import tr
from ..widgets.written_numbers import NONE, is_none


def title_of(value) -> str:
    """A class, a priority or a severity in the planner's language; any other value as it is."""
    if is_none(value) or value == "":
        return NONE
    titles = {
        "prohibited": tr("禁止开采区"),
        "restricted": tr("限制开采区"),
        "permitted": tr("允许开采区"),
        "重点": tr("重点"),
        "次重点": tr("次重点"),
        "一般": tr("一般"),
        "严重": tr("严重"),
        "较严重": tr("较严重"),
        "较轻": tr("较轻"),
        "不明": tr("不明"),
    }
    return titles.get(value, str(value))
