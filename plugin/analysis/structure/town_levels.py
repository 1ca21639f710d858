"""The levels of towns as planners write them, and as numbers: 1 is the central town."""

from __future__ import annotations

import unicodedata

WORDS = {
    1: ("中心城区", "县城", "城关镇", "城关", "一级", "一", "central", "county seat", "1"),
    2: ("重点镇", "中心镇", "副中心", "二级", "二", "key town", "key", "2"),
    3: ("一般镇", "一般乡", "一般镇（乡）", "一般乡镇", "乡镇", "集镇", "乡", "三级", "三", "ordinary", "general", "3"),
    4: ("四级", "四", "4"),
    5: ("五级", "五", "5"),
}


def level_number(text) -> int:
    """The level that a cell says, 0 when it says none that is known."""
    if text is None or text != text:
        return 0
    if isinstance(text, float) and text.is_integer():
        text = int(text)
    plain = _plain(str(text))
    exact = next((level for level, words in WORDS.items() if plain in map(_plain, words)), 0)
    return exact or next((level for level in (1, 2, 3) if plain and _plain(WORDS[level][0]) in plain), 0)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).lower().split())
