"""One clause of a slogan: 双核引领 is two cores that lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .grammar import CLASSIFIER, MODIFIER, NUMERAL, PLACE, RANK, SEPARATOR, VERB, Grammar, Noun
from .ground import MAIN
from .slogan_text import Plain

#: 多 is at least two.
SEVERAL = 2
#: More elements than a slogan ever counts: 321 is a road number, 2035 a year.
LARGEST_COUNT = 99
ONES, TEN = "一二三四五六七八九", "十"
#: Words before a noun that no table has: at least so many letters for a noun of one letter, and at most so many.
SHORTEST_FREE, LONGEST_FREE = 2, 14
MOST_MODIFIERS = 5


@dataclass(frozen=True)
class Clause:
    """A clause as a planner reads it.

    ``order`` from 1 · ``text`` as written · ``count_word`` 双 and ``count`` 2, None for 多 · ``classifier`` 条 ·
    ``modifier`` the words before the noun · ``noun`` canonical (core …), ``noun_text`` as written · ``geometry`` point,
    line or polygon · ``symbol`` style code · ``rank`` main or sub · ``verb`` · ``theme`` ecology, river … or '' ·
    ``note`` what stood in brackets behind it.
    """

    order: int
    text: str
    count: int | None
    count_word: str
    classifier: str
    modifier: str
    noun: str
    noun_text: str
    geometry: str
    symbol: str
    rank: str
    verb: str
    theme: str
    note: str = ""

    @property
    def least(self) -> int:
        """How many elements it takes at least."""
        return SEVERAL if self.count is None else self.count


@dataclass(frozen=True)
class Head:
    """Modifiers and noun that end at ``end``; ``words`` are the modifiers with their kinds."""

    end: int
    words: tuple[tuple[str, str], ...]
    noun: Noun


@dataclass(frozen=True)
class Found:
    """A clause before it has its number, and where it and its noun end."""

    end: int
    number: tuple[int | None, str]
    classifier: str
    head: Head
    verb: str


def read_clause(plain: Plain, start: int, grammar: Grammar) -> Found | None:
    """The clause that begins at ``start``, None when none does: of all ways to read it the one that takes in most; then
    that with the fewest modifiers (longest noun), then that without a classifier (三片多心: 片 is the noun).
    """
    for place in grammar.starts(PLACE, plain.text, start):
        found = _best_way(plain.text, start + len(place), grammar)
        if found:
            return replace(found, head=replace(found.head, words=((PLACE, place), *found.head.words)))
    return _best_way(plain.text, start, grammar)


def _best_way(text: str, start: int, grammar: Grammar) -> Found | None:
    found = list(_ways(text, start, grammar)) or list(_free_ways(text, start, grammar))
    return max(found, key=lambda way: (way.end, -len(way.head.words), not way.classifier), default=None)


def clause_of(found: Found, plain: Plain, start: int, order: int, grammar: Grammar) -> Clause:
    """The clause that was found at ``start``."""
    count, count_word = found.number
    noun, words = found.head.noun, found.head.words
    rank = rank_of(words, noun, grammar)
    theme = next((grammar.table(kind)[word] for kind, word in words if _themed(kind, word, grammar)), noun.theme)
    return Clause(
        order=order,
        text=plain.written(start, found.end),
        count=count,
        count_word=count_word,
        classifier=found.classifier,
        modifier="".join(word for _, word in words),
        noun=noun.canonical,
        noun_text=noun.word,
        geometry=noun.geometry,
        symbol=noun.symbol_of(rank, theme),
        rank=rank,
        verb=found.verb,
        theme=theme,
    )


def rank_of(words: tuple[tuple[str, str], ...], noun: Noun, grammar: Grammar) -> str:
    """main or sub, by the last rank word before the noun or the one it begins with (副中心)."""
    ranks = grammar.table(RANK)
    said = [ranks[word] for kind, word in words if kind == RANK]
    own = grammar.longest(RANK, noun.word, 0)
    return ranks[own] if own else said[-1] if said else MAIN


def _themed(kind: str, word: str, grammar: Grammar) -> bool:
    return kind in (MODIFIER, PLACE) and bool(grammar.table(kind).get(word))


def _ways(text: str, start: int, grammar: Grammar) -> Iterator[Found]:
    for end, *number in numerals(text, start, grammar):
        for classifier in ("", *grammar.starts(CLASSIFIER, text, end)):
            for head in heads(text, end + len(classifier), grammar):
                stop = _after_verbs(text, head.end, grammar)
                yield Found(stop, tuple(number), classifier, head, text[head.end : stop])


def _free_ways(text: str, start: int, grammar: Grammar) -> Iterator[Found]:
    """Long forms with words before the noun that no table has: 三大中药材产业片区. Only behind a classifier, and only
    where the clause ends behind the noun and its verb.
    """
    for end, *number in numerals(text, start, grammar):
        for classifier in grammar.starts(CLASSIFIER, text, end):
            begin = end + len(classifier)
            for place in range(begin + 1, min(begin + LONGEST_FREE, len(text))):
                if grammar.longest(SEPARATOR, text, place - 1):
                    break
                noun = grammar.longest("noun", text, place)
                stop = _after_verbs(text, place + len(noun), grammar)
                long_enough = len(noun) > 1 or place - begin >= SHORTEST_FREE
                if noun and long_enough and _ends(text, stop, grammar):
                    words = _known_words(text[begin:place], grammar)
                    head = Head(place + len(noun), words, grammar.nouns[noun])
                    yield Found(stop, tuple(number), classifier, head, text[head.end : stop])
                    break


def _known_words(text: str, grammar: Grammar) -> tuple[tuple[str, str], ...]:
    """A stretch of free words cut at the modifiers in it, so that its theme is seen."""
    words, position, free = [], 0, ""
    while position < len(text):
        known = grammar.longest(MODIFIER, text, position)
        if known:
            words += [("", free)] * bool(free) + [(MODIFIER, known)]
            free, position = "", position + len(known)
        else:
            free, position = free + text[position], position + 1
    return tuple(words + [("", free)] * bool(free))


def _ends(text: str, position: int, grammar: Grammar) -> bool:
    """Whether a clause may end here: at the end, a separator, or before a numeral that begins the next."""
    if position >= len(text) or grammar.longest(SEPARATOR, text, position):
        return True
    return any(True for _ in _ways(text, position, grammar))


def heads(text: str, start: int, grammar: Grammar, words: tuple[tuple[str, str], ...] = ()) -> Iterator[Head]:
    """All ways to read modifiers and a noun from ``start``. A noun of several letters, or of nature, may stand before
    another: 核心区, 山水廊道.
    """
    for noun in grammar.starts("noun", text, start):
        yield Head(start + len(noun), words, grammar.nouns[noun])
    if len(words) >= MOST_MODIFIERS:
        return
    for kind in (RANK, MODIFIER, "noun"):
        for word in grammar.starts(kind, text, start):
            if kind != "noun" or len(word) > 1 or grammar.nouns[word].theme:
                yield from heads(text, start + len(word), grammar, (*words, (kind, word)))


def numerals(text: str, start: int, grammar: Grammar) -> Iterator[tuple[int, int | None, str]]:
    """The numerals that may begin at ``start``, the longest first: where it ends, its number (None: 多), as written."""
    digits = re.match(r"\d+", text[start:])
    if digits:
        if 0 < int(digits[0]) <= LARGEST_COUNT:
            yield start + len(digits[0]), int(digits[0]), digits[0]
        return
    tens = re.match(f"([{ONES}]?){TEN}([{ONES}]?)", text[start:])
    if tens and len(tens[0]) > 1:
        ten, one = tens.groups()
        number = 10 * (ONES.index(ten) + 1 if ten else 1) + (ONES.index(one) + 1 if one else 0)
        yield start + len(tens[0]), number, tens[0]
    for word in grammar.starts(NUMERAL, text, start):
        yield start + len(word), grammar.table(NUMERAL)[word], word


def _after_verbs(text: str, position: int, grammar: Grammar) -> int:
    """The position behind the verbs that stand at ``position``."""
    while word := grammar.longest(VERB, text, position):
        position += len(word)
    return position
