"""The words that slogans of spatial structure are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

#: Kinds of words besides nouns.
NUMERAL, CLASSIFIER, RANK, MODIFIER, VERB = "numeral", "classifier", "rank", "modifier", "verb"
SEPARATOR, OPENING, CLOSING, REMARK = "separator", "opening", "closing", "remark"
#: Words that may stand before the numeral: 东西两轴, 沿河一带.
PLACE = "place"
KINDS = (NUMERAL, CLASSIFIER, RANK, MODIFIER, PLACE, VERB, SEPARATOR, OPENING, CLOSING, REMARK)


@dataclass(frozen=True)
class Noun:
    """What a noun means: its canonical word, the planner's name for it, how it is drawn and with which style codes.

    ``symbol_sub`` is the code of elements of the second rank ('' the same); ``themed`` are the themes that have a code
    of their own, ``symbol_theme``.
    """

    word: str
    canonical: str
    name: str
    geometry: str
    symbol: str
    symbol_sub: str = ""
    theme: str = ""
    themed: tuple[str, ...] = ()
    meaning: str = ""

    def symbol_of(self, rank: str, theme: str) -> str:
        """The style code of an element of a rank (main, sub) and a theme."""
        if theme in self.themed:
            return f"{self.symbol}_{theme}"
        return self.symbol_sub if rank == "sub" and self.symbol_sub else self.symbol


@dataclass(frozen=True)
class Grammar:
    """Word tables.

    ``words`` kind → word → value: of a numeral its number, None for 多 (at least two); of a modifier and a place its
    theme; of a rank word ``main`` or ``sub``; '' of the others. ``nouns`` word → :class:`Noun`. ``refused`` phrases
    that look like a clause and are none → the reason, in the planner's language.
    """

    words: dict[str, dict[str, object]]
    nouns: dict[str, Noun]
    refused: dict[str, str] = field(default_factory=dict)

    @cached_property
    def _longest(self) -> dict[str, int]:
        tables = {**self.words, "noun": self.nouns, "refused": self.refused}
        return {kind: max(map(len, table), default=0) for kind, table in tables.items()}

    def table(self, kind: str) -> dict:
        """The words of a kind, also of the kinds ``noun`` and ``refused``."""
        if kind == "noun":
            return self.nouns
        return self.refused if kind == "refused" else self.words.get(kind, {})

    def starts(self, kind: str, text: str, position: int) -> list[str]:
        """The words of a kind that stand at a position of a text, the longest first."""
        table = self.table(kind)
        longest = min(self._longest.get(kind, 0), len(text) - position)
        found = (text[position : position + length] for length in range(longest, 0, -1))
        return [word for word in found if word in table]

    def longest(self, kind: str, text: str, position: int) -> str:
        """The longest word of a kind that stands at a position, '' when none does."""
        return next(iter(self.starts(kind, text, position)), "")
