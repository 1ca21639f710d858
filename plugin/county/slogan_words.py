"""The words that a project's slogans of spatial structure are read with: shipped, and changed beside the project."""

from __future__ import annotations

from qgis.core import QgsProject

from ..analysis.structure.grammar import KINDS, MODIFIER, NUMERAL, PLACE, RANK, Grammar, Noun
from ..analysis.structure.slogan import Clause, parse
from ..language import language
from .faults import BadStandard
from .standards import standard_table

WORDS, NOUNS, REFUSED = "slogan_words", "slogan_nouns", "slogan_refused"
GEOMETRIES = ("point", "line", "polygon")
RANKS = ("main", "sub")


def grammar(project: QgsProject | None = None) -> Grammar:
    """The word tables, in whose places the rows of the project's own files of the same names stand.

    Raises BadStandard for a file that cannot be used.
    """
    chinese = language() == "zh"
    nouns = standard_table(NOUNS, project).to_dict("records")
    refused = standard_table(REFUSED, project).to_dict("records")
    return Grammar(
        words=_words(project),
        nouns={row["noun"]: _noun(row, chinese) for row in nouns},
        refused={row["phrase"]: _either(row["reason"], row["reason_en"], chinese) for row in refused},
    )


def parse_slogan(text: str, project: QgsProject | None = None) -> list[Clause]:
    """The clauses of a slogan. Raises the faults of the parser, and BadStandard."""
    return parse(text, grammar(project))


def _words(project: QgsProject | None) -> dict[str, dict[str, object]]:
    words: dict[str, dict[str, object]] = {kind: {} for kind in KINDS}
    for row in standard_table(WORDS, project).to_dict("records"):
        kind, word = row["kind"], row["word"]
        _one_of(WORDS, "kind", kind, KINDS)
        if kind == NUMERAL:
            words[kind][word] = None if row["value"] != row["value"] else int(row["value"])
        else:
            if kind == RANK:
                _one_of(WORDS, "theme", row["theme"], RANKS)
            words[kind][word] = row["theme"] if kind in (RANK, MODIFIER, PLACE) else ""
    return words


def _noun(row: dict, chinese: bool) -> Noun:
    _one_of(NOUNS, "geometry", row["geometry"], GEOMETRIES)
    return Noun(
        word=row["noun"],
        canonical=row["canonical"],
        name=_either(row["zh"], row["en"], chinese),
        geometry=row["geometry"],
        symbol=row["symbol"],
        symbol_sub=row["symbol_sub"],
        theme=row["theme"],
        themed=tuple(one for one in row["themed"].split("|") if one),
        meaning=_either(row["meaning"], row["meaning_en"], chinese),
    )


def _either(zh: str, en: str, chinese: bool) -> str:
    return (zh or en) if chinese else (en or zh)


def _one_of(table: str, column: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise BadStandard(f"{table}.csv", 0, column, value, "not_one_of", "、".join(allowed))
