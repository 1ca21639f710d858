"""A slogan as it was typed, made plain: half width, no blanks, notes in brackets aside, quotes found."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

#: Opening and closing quotation marks; a straight mark opens and closes by turns.
OPENING, CLOSING, STRAIGHT = "“「『‘【《〈", "”」』’】》〉", "\"'"
NOTE_OPENING, NOTE_CLOSING = "([{", ")]}"
#: Quotation marks around the letter of a shape are none around a slogan: “十”字轴, “T”型发展轴.
LETTER_SHAPE = re.compile(f"[{OPENING}{STRAIGHT}](.)[{CLOSING}{STRAIGHT}](?=[字形型])")
#: Traditional letters of the words that slogans are made of, and the same in simplified ones.
SIMPLIFIED = str.maketrans(
    "兩雙單眾數個條級軸區園環帶團節點極線脈網絡組嶺灣庫東縱橫產業發態綠經濟農鄉鎮縣門戶領驅動聯協貫連輻齊飛進撐",
    "两双单众数个条级轴区园环带团节点极线脉网络组岭湾库东纵横产业发态绿经济农乡镇县门户领驱动联协贯连辐齐飞进撑",
)


@dataclass(frozen=True)
class Plain:
    """``text`` in half width without blanks; ``at`` the position of each of its characters in the text as ``typed``."""

    text: str
    at: tuple[int, ...]
    typed: str

    def __len__(self) -> int:
        return len(self.text)

    def part(self, start: int, end: int) -> Plain:
        return Plain(self.text[start:end], self.at[start:end], self.typed)

    def written(self, start: int = 0, end: int | None = None) -> str:
        """A stretch as it was typed, without the blanks."""
        return "".join(self.typed[one] for one in dict.fromkeys(self.at[start:end]))

    def place(self, position: int) -> int:
        """The position, from 1, in the text as typed."""
        return self.at[position] + 1 if position < len(self.at) else len(self.typed) + 1


@dataclass(frozen=True)
class Piece:
    """A stretch between quotation marks (``quoted``) or outside them, and the ``notes`` in brackets that stood in it:
    (position in the piece's text, the note).
    """

    plain: Plain
    quoted: bool
    notes: tuple[tuple[int, str], ...] = ()


def plain_text(typed: str) -> Plain:
    """The text in half width (NFKC, character by character) and simplified letters, without blanks."""
    letters, at = [], []
    for position, letter in enumerate(typed):
        for one in unicodedata.normalize("NFKC", letter).translate(SIMPLIFIED):
            if not one.isspace() and unicodedata.category(one) != "Cf":
                letters.append(one)
                at.append(position)
    return Plain("".join(letters), tuple(at), typed)


def pieces_of(typed: str) -> list[Piece]:
    """The text cut at its quotation marks, what stands in brackets taken out as notes. A text that stands in brackets
    as a whole has no notes.
    """
    plain = plain_text(typed)
    if len(plain) > 1 and plain.text[0] in NOTE_OPENING and _closing(plain.text, 0) == len(plain) - 1:
        plain = plain.part(1, len(plain) - 1)
    shapes = {end for found in LETTER_SHAPE.finditer(plain.text) for end in (found.start(), found.end() - 1)}
    pieces, kept, notes, quoted, position = [], [], [], False, 0

    def cut():
        nonlocal kept, notes
        if kept or notes:
            text = "".join(plain.text[one] for one in kept)
            pieces.append(Piece(Plain(text, tuple(plain.at[one] for one in kept), typed), quoted, tuple(notes)))
        kept, notes = [], []

    while position < len(plain):
        letter = plain.text[position]
        end = _closing(plain.text, position) if letter in NOTE_OPENING else -1
        if position in shapes:
            pass
        elif end > position:
            notes.append((len(kept), plain.written(position + 1, end) if end > position + 1 else ""))
            position = end
        elif letter in OPENING or letter in CLOSING or letter in STRAIGHT:
            cut()
            quoted = letter in OPENING or (letter in STRAIGHT and not quoted)
        else:
            kept.append(position)
        position += 1
    cut()
    return pieces


def _closing(text: str, start: int) -> int:
    """Where the bracket opened at ``start`` is closed, -1 when it is not."""
    depth = 0
    for position in range(start, len(text)):
        depth += (text[position] in NOTE_OPENING) - (text[position] in NOTE_CLOSING)
        if depth == 0:
            return position
    return -1
