"""What the words of a drawn element say: its clause's number or text, a noun, or a name that ends with one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .clauses import Clause, Head, heads, rank_of, read_clause
from .grammar import MODIFIER, RANK, SEPARATOR, Grammar
from .slogan_text import Plain, pieces_of, plain_text

#: Numbers behind a noun: 廊1, 廊-2, 轴（三）.
NUMBERED = re.compile(r"[-_.#]*(\d+|[一二三四五六七八九十]+)号?$")


@dataclass(frozen=True)
class Claim:
    """The numbers of the clauses that words may mean, the rank that they say (main, sub or '') and their theme."""

    orders: tuple[int, ...] = ()
    rank: str = ""
    theme: str = ""


def claim_of(words: str | None, clauses: Sequence[Clause], grammar: Grammar) -> Claim:
    """What a cell claims, an empty claim when it says nothing that is in the slogan."""
    pieces = pieces_of(str(words or ""))
    plain = next((piece.plain for piece in pieces if piece.plain.text), None)
    if plain is None:
        return Claim()
    for part in _parts(plain, grammar):
        claim = _claim(part, clauses, grammar)
        if claim.orders:
            return claim
    return Claim()


def _parts(plain: Plain, grammar: Grammar) -> list[Plain]:
    """The whole, and what stands between separators in it: 廊-城川河."""
    cuts, start, parts = [], 0, [plain]
    for position in range(len(plain)):
        if grammar.longest(SEPARATOR, plain.text, position) and not plain.text[position].isalnum():
            cuts.append((start, position))
            start = position + 1
    if cuts:
        parts += [plain.part(*one) for one in [*cuts, (start, len(plain))] if one[1] > one[0]]
    return parts


def _claim(plain: Plain, clauses: Sequence[Clause], grammar: Grammar) -> Claim:
    text = plain.text
    number = re.fullmatch(r"(\d+)(\.0+)?", text)
    if number:
        return Claim(tuple(one.order for one in clauses if one.order == int(number[1])))
    same = [one.order for one in clauses if plain_text(one.text).text == text]
    if same:
        return Claim(tuple(same))
    return _as_clause(plain, clauses, grammar) or _as_noun(text, clauses, grammar)


def _as_clause(plain: Plain, clauses: Sequence[Clause], grammar: Grammar) -> Claim | None:
    """六廊 for 六廊贯通, 两条发展轴 for 两轴: a clause of the same number and noun."""
    found = read_clause(plain, 0, grammar)
    if found is None or found.end < len(plain):
        return None
    noun, count = found.head.noun, found.number[0]
    alike = [one for one in clauses if one.noun == noun.canonical and one.count == count]
    orders = tuple(one.order for one in alike if one.noun_text == noun.word) or tuple(one.order for one in alike)
    return Claim(orders) if orders else None


def _as_noun(text: str, clauses: Sequence[Clause], grammar: Grammar) -> Claim:
    """主核, 生态廊道, 廊1; or a name that ends with a noun."""
    bare = NUMBERED.sub("", text) or text
    whole = [head for head in heads(bare, 0, grammar) if head.end == len(bare)]
    head = min(whole, key=lambda one: len(one.words), default=None) or _last_noun(bare, grammar)
    if head is None:
        return Claim()
    said = head.noun.word[:1] in grammar.table(RANK) or any(kind == RANK for kind, _ in head.words)
    rank = rank_of(head.words, head.noun, grammar) if said else ""
    themes = grammar.table(MODIFIER)
    theme = next((themes[word] for kind, word in head.words if kind == MODIFIER and themes[word]), head.noun.theme)
    alike = [one for one in clauses if one.noun == head.noun.canonical]
    for narrower in (
        lambda one: one.noun_text == head.noun.word,
        lambda one: not rank or one.rank == rank,
        lambda one: bool(one.modifier) and one.modifier in text,
    ):
        alike = [one for one in alike if narrower(one)] or alike
    return Claim(tuple(one.order for one in alike), rank, theme)


def _last_noun(text: str, grammar: Grammar) -> Head | None:
    """The longest noun that a name ends with."""
    for start in range(len(text)):
        if text[start:] in grammar.nouns:
            before = text[:start]
            ranks = [word for word in grammar.table(RANK) if before.endswith(word)]
            themed = [word for word in grammar.table(MODIFIER) if word in before and grammar.table(MODIFIER)[word]]
            found = ((MODIFIER, max(themed, key=len, default="")), (RANK, max(ranks, key=len, default="")))
            return Head(len(text), tuple(one for one in found if one[1]), grammar.nouns[text[start:]])
    return None
