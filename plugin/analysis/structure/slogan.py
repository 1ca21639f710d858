"""A slogan of spatial structure read as a planner reads it: 双核引领、两园驱动、一屏六廊."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from .clauses import Clause, clause_of, read_clause
from .grammar import CLOSING, OPENING, RANK, REMARK, SEPARATOR, Grammar
from .ground import SUB
from .slogan_faults import EmptySlogan, FalseFriend, NothingToDraw, UnreadSlogan
from .slogan_text import Piece, Plain, pieces_of

__all__ = ["Clause", "Reading", "Refused", "parse", "read"]

#: The noun whose clauses are of several ranks.
CORE = "core"
#: What may stand between 构建 and the slogan.
PARTICLES = "以起了出成为"
#: What stands between a clause and the names that explain it, and what ends these.
EXPLAINS, FULL_STOPS = (":", "——", "指"), ";。"
#: The longest ending like 的国土空间开发保护总体格局.
LONGEST_CLOSING = 16


@dataclass(frozen=True)
class Refused:
    """A phrase at ``place`` (from 1) that looks like a clause and is none, and why."""

    place: int
    phrase: str
    reason: str


@dataclass
class Reading:
    """What a slogan says: its ``clauses``; phrases ``refused``; parts ``unread`` (place from 1, text); text ``outside``
    the slogan (构建…的总体格局); and ``remarks`` that name nothing to draw (全域联动).
    """

    clauses: list[Clause] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    unread: list[tuple[int, str]] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def parse(text: str, grammar: Grammar) -> list[Clause]:
    """The clauses of a slogan that can be read as a whole; phrases that are none (三区三线) are left to :func:`read`.

    Raises :class:`EmptySlogan`; :class:`FalseFriend` or :class:`NothingToDraw` when there is nothing else in it;
    :class:`UnreadSlogan` with the place and the rest when a part cannot be read.
    """
    return checked(read(text, grammar), text).clauses


def checked(reading: Reading, text: str) -> Reading:
    """The reading, if all of the slogan was read and it has a clause. Raises like :func:`parse`."""
    if reading.unread:
        raise UnreadSlogan(text, tuple(reading.unread), tuple(clause.text for clause in reading.clauses))
    if not reading.clauses:
        if reading.refused:
            raise FalseFriend(reading.refused[0].phrase, reading.refused[0].reason)
        if reading.remarks:
            raise NothingToDraw(tuple(reading.remarks))
        raise UnreadSlogan(text, ((1, text.strip()),))
    return reading


def read(text: str, grammar: Grammar) -> Reading:
    """Everything that a text says, also what is refused and what cannot be read. Raises :class:`EmptySlogan`."""
    pieces = pieces_of(text)
    if not any(piece.plain.text for piece in pieces):
        raise EmptySlogan()
    reading = Reading()
    for number, piece in enumerate(pieces):
        if not _is_outside(pieces, number, grammar):
            _read_piece(piece, grammar, reading)
        elif _after_separators(piece.plain.text, 0, grammar) < len(piece.plain):
            reading.outside.append(piece.plain.written())
    reading.clauses = _ranked(reading.clauses, grammar)
    return reading


def _ranked(clauses: list[Clause], grammar: Grammar) -> list[Clause]:
    """Of several clauses of cores the first has the main ones: 一核两翼、三片多心 has one main core and lesser ones.
    A clause that says its rank itself (一主两副) keeps it.
    """
    ranked, seen = [], False
    for clause in clauses:
        noun = grammar.nouns[clause.noun_text]
        unsaid = not any(word in f"{clause.modifier}{clause.noun_text}" for word in grammar.table(RANK))
        if clause.noun == CORE and seen and unsaid:
            clause = replace(clause, rank=SUB, symbol=noun.symbol_of(SUB, clause.theme))
        seen = seen or clause.noun == CORE
        ranked.append(clause)
    return ranked


def _is_outside(pieces: list[Piece], number: int, grammar: Grammar) -> bool:
    """Whether a piece only leads to or from the slogan that other pieces hold."""
    begun = [one for one, piece in enumerate(pieces) if _begins(piece.plain, grammar)]
    if not begun or number in begun:
        following = pieces[number + 1] if number + 1 in begun else None
        return bool(following and following.quoted and not pieces[number].quoted) and _leads(pieces[number], grammar)
    if number < begun[0]:
        return True
    return not pieces[number].quoted and _next_readable(pieces[number].plain, 0, grammar) is None


def _begins(plain: Plain, grammar: Grammar) -> bool:
    """Whether a clause or a phrase to be refused begins a piece."""
    start = _after_separators(plain.text, 0, grammar)
    return _readable(plain, start, grammar)


def _leads(piece: Piece, grammar: Grammar) -> bool:
    """Whether a piece ends with 构建 or the like: 全县七个镇构建."""
    text = piece.plain.text.rstrip(PARTICLES)
    return any(text.endswith(word) for word in grammar.table(OPENING))


def _readable(plain: Plain, position: int, grammar: Grammar) -> bool:
    found = grammar.longest("refused", plain.text, position) or read_clause(plain, position, grammar)
    return bool(found)


def _read_piece(piece: Piece, grammar: Grammar, reading: Reading) -> None:
    plain, text, position, read_any = piece.plain, piece.plain.text, 0, False
    notes = dict(piece.notes)
    while (position := _after_separators(text, position, grammar)) < len(text):
        phrase = grammar.longest("refused", text, position)
        found = None if phrase else read_clause(plain, position, grammar)
        if phrase:
            reading.refused.append(Refused(plain.place(position), phrase, grammar.refused[phrase]))
            position += len(phrase)
        elif found:
            clause = clause_of(found, plain, position, len(reading.clauses) + 1, grammar)
            note = next((notes[one] for one in range(position + 1, found.end + 1) if one in notes), "")
            explained, position = _explained(plain, found.end, grammar)
            reading.clauses.append(replace(clause, note=note or explained))
        else:
            position = _read_rest(plain, position, grammar, reading, read_any)
        read_any = True


def _explained(plain: Plain, position: int, grammar: Grammar) -> tuple[str, int]:
    """What a clause is said to be (一核：城关镇；两轴：…), as written, and where that ends: at a full stop or
    semicolon, or where the next clause begins. '' when nothing of the kind stands at ``position``.
    """
    lead = next((mark for mark in EXPLAINS if plain.text.startswith(mark, position)), "")
    start = stop = position + len(lead)
    if not lead or _readable(plain, start, grammar):
        return "", position
    while stop < len(plain) and plain.text[stop] not in FULL_STOPS:
        following = _after_separators(plain.text, stop, grammar)
        if following > stop and _readable(plain, following, grammar):
            break
        stop += 1
    return plain.written(start, stop), stop


def _read_rest(plain: Plain, position: int, grammar: Grammar, reading: Reading, read_any: bool) -> int:
    """What is no clause: a remark, the words that lead to the slogan or from it, or something that cannot be read."""
    remark = grammar.longest(REMARK, plain.text, position)
    if remark:
        reading.remarks.append(remark)
        return position + len(remark)
    opened = None if read_any else _opening(plain, position, grammar)
    if opened:
        reading.outside.append(plain.written(position, opened))
        return opened
    stop = _stretch(plain.text, position, grammar)
    if read_any and reading.clauses and _is_closing(plain, position, stop, grammar):
        reading.outside.append(plain.written(position, stop))
        return stop
    following = _next_readable(plain, position + 1, grammar)
    stop = stop if following is None else min(stop, following)
    reading.unread.append((plain.place(position), plain.written(position, stop)))
    return stop


def _opening(plain: Plain, position: int, grammar: Grammar) -> int | None:
    """Where the slogan begins behind 到2035年，构建以 …"""
    for start in range(position, len(plain)):
        for word in grammar.starts(OPENING, plain.text, start):
            begin = start + len(word)
            while begin < len(plain) and plain.text[begin] in PARTICLES:
                begin += 1
            if _readable(plain, begin, grammar):
                return begin
    return None


def _is_closing(plain: Plain, position: int, stop: int, grammar: Grammar) -> bool:
    """Whether a stretch is an ending like 的总体格局."""
    text = plain.text[position:stop]
    return len(text) <= LONGEST_CLOSING and any(text.endswith(word) for word in grammar.table(CLOSING))


def _stretch(text: str, position: int, grammar: Grammar) -> int:
    """The place of the next separator, or the end."""
    stops = (one for one in range(position + 1, len(text)) if grammar.longest(SEPARATOR, text, one))
    return next(stops, len(text))


def _next_readable(plain: Plain, position: int, grammar: Grammar) -> int | None:
    return next((one for one in range(position, len(plain)) if _readable(plain, one, grammar)), None)


def _after_separators(text: str, position: int, grammar: Grammar) -> int:
    while word := grammar.longest(SEPARATOR, text, position):
        position += len(word)
    return position
