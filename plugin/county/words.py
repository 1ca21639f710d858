"""The words planners write in class, level and status fields, and the one word the plugin calculates with."""

from __future__ import annotations

import re
import unicodedata

import pandas as pd
from qgis.core import QgsProject

from .standards import standard_table


def canonical(domain: str, series: pd.Series, project: QgsProject | None = None) -> tuple[pd.Series, pd.DataFrame]:
    """Planners' words as canonical ones, from the rows of ``class_words.csv`` whose domain is ``domain``.

    Upper and lower case, full and half width, and spaces make no difference. A word is matched as a whole first,
    then by the longest listed word in it ("三级公路（县道）" holds 县道). Returns a series on the same index, None
    where the cell is empty or unknown, and a table ``word, count`` of the unknown words, most frequent first.
    Raises KeyError for a domain that the table does not have.
    """
    table = standard_table("class_words", project)
    table = table[table["domain"] == domain]
    if table.empty:
        raise KeyError(domain)
    listed = {plain(word): meaning for word, meaning in zip(table["word"], table["canonical"])}
    written = series.map(_as_text)
    meanings = {word: _meaning(word, listed) for word in written.dropna().unique()}
    found = written.map(meanings)
    found = found.astype(object).where(found.notna(), None)
    unknown = written[found.isna() & written.notna()].value_counts()
    return found, pd.DataFrame({"word": unknown.index, "count": unknown.to_numpy()})


def plain(word: str) -> str:
    """A word in lower case and half width, its parts parted by single spaces."""
    return " ".join(unicodedata.normalize("NFKC", word).lower().replace("_", " ").split())


def _as_text(value) -> str | None:
    """A cell as text, None when it is empty. A whole number that pandas keeps as 1.0 is "1"."""
    if value is None or value != value:
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip() or None


def _meaning(word: str, listed: dict[str, str]) -> str | None:
    word = plain(word)
    if word in listed:
        return listed[word]
    together = word.replace(" ", "")
    for known, meaning in listed.items():
        if known.replace(" ", "") == together:
            return meaning
    held = longest_held(word, listed)
    return listed[held] if held else None


def longest_held(text: str, words) -> str:
    """The longest of some plain words that a plain text holds, '' when it holds none.

    Latin words and numbers are held as whole words only: "county" is not in "countryside", nor 1 in 12.
    """
    return max((word for word in words if word and _holds(text, word)), key=len, default="")


def _holds(text: str, word: str) -> bool:
    if word not in text:
        return False
    before = r"(?<![a-z0-9])" if re.match(r"[a-z0-9-]", word) else ""
    after = r"(?![a-z0-9])" if re.search(r"[a-z0-9]$", word) else ""
    return re.search(before + re.escape(word) + after, text) is not None


def words_meaning(domain: str, words: list[str], meanings: tuple[str, ...], project: QgsProject | None = None):
    """Those of some planners' words that mean one of the canonical ones, in their order."""
    found, _ = canonical(domain, pd.Series(words, dtype=object), project)
    return [word for word, meaning in zip(words, found) if meaning in meanings]
