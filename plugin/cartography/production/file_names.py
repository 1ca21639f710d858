"""Names for files that any system takes, as close as can be to what a planner calls the sheet."""

from __future__ import annotations

import unicodedata

#: Signs that Windows does not take, and those that read like them.
LIKE = str.maketrans({sign: chr(ord(sign) + 0xFEE0) for sign in '<>:"/\\|?*'})
#: Pictures, marks of emoji, control signs, signs of nobody: (general categories of Unicode).
LEFT_OUT = ("So", "Sk", "Cc", "Cf", "Cs", "Co", "Cn")
VARIATIONS = range(0xFE00, 0xFE10)
RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{port}{number}" for port in ("COM", "LPT") for number in range(1, 10))}
MOST_LETTERS, MOST_BYTES = 80, 190
NAMELESS = "图"


def safe_stem(name: str) -> str:
    """The name of a file without its suffix: Chinese stays, slashes and the like become their full-width signs, emoji
    go, and neither a name of Windows' own nor a dot at the end is left."""
    plain = " ".join(unicodedata.normalize("NFC", name).translate(LIKE).split())
    kept = "".join(
        sign for sign in plain if unicodedata.category(sign) not in LEFT_OUT and ord(sign) not in VARIATIONS
    )
    kept = _cut(kept.strip(". "))
    if kept.split(".")[0].upper() in RESERVED:
        kept = f"{kept}_"
    return kept or NAMELESS


def distinct(stem: str, taken: set[str]) -> str:
    """The stem, with a number where another file of the run has it; the name is added to ``taken``. Windows and macOS
    do not tell large letters from small ones."""
    found, number = stem, 2
    while found.casefold() in taken:
        found = f"{stem}（{number}）"
        number += 1
    taken.add(found.casefold())
    return found


def _cut(text: str) -> str:
    text = text[:MOST_LETTERS]
    while len(text.encode("utf-8")) > MOST_BYTES:
        text = text[:-1]
    return text.strip(". ")
