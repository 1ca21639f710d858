"""How much room a text takes, in millimetres, the same on screen, without a screen and on paper."""

from __future__ import annotations

from qgis.PyQt.QtGui import QFont, QFontMetricsF

from .typefaces import font

MM_PER_POINT = 25.4 / 72
LINE_PITCH = 1.42
PROBE_PIXELS = 200
NEVER_FIRST = "，。、；：！？）》」』”’%,.;:!?)]}℃·"
NEVER_LAST = "（《「『“‘([{"


def text_width(text: str, points: float, bold: bool = False, heading: bool = False) -> float:
    """Width of the longest line of a text in mm."""
    metrics = QFontMetricsF(_probe(bold, heading))
    widest = max((metrics.horizontalAdvance(line) for line in text.split("\n")), default=0.0)
    return widest / PROBE_PIXELS * points * MM_PER_POINT


def text_height(text: str, points: float) -> float:
    """Height of a text in mm, as many lines as it has."""
    return (text.count("\n") + 1) * points * MM_PER_POINT * LINE_PITCH


def wrapped(text: str, points: float, width: float, bold: bool = False, heading: bool = False) -> str:
    """The text broken into lines no wider than ``width`` mm: between Chinese characters, at spaces in other writing.

    Done here because layout labels of some QGIS versions break at spaces only.
    """
    return "\n".join(_wrap_line(line, points, width, bold, heading) for line in text.split("\n"))


def points_to_fit(
    text: str, width: float, most: float, least: float, bold: bool = False, heading: bool = False
) -> float:
    """The largest size in points, from ``most`` down to ``least``, at which the text is no wider than ``width`` mm."""
    wide = text_width(text, most, bold, heading)
    return most if wide <= width else max(least, most * width / wide)


def _probe(bold: bool, heading: bool) -> QFont:
    probe = font(10, bold, heading)
    probe.setPixelSize(PROBE_PIXELS)
    return probe


def _wrap_line(line: str, points: float, width: float, bold: bool, heading: bool) -> str:
    lines, current = [], ""
    for piece in _pieces(line):
        if current and text_width((current + piece).rstrip(), points, bold, heading) > width:
            lines.append(current.rstrip())
            current = piece.lstrip()
        else:
            current += piece
    return "\n".join([*lines, current.rstrip()])


def _pieces(line: str) -> list[str]:
    """The shortest runs that may not be broken."""
    pieces: list[str] = []
    for char in line:
        joins = pieces and (
            (_is_latin(char) and _is_latin(pieces[-1][-1])) or char in NEVER_FIRST or pieces[-1][-1] in NEVER_LAST
        )
        if joins or (pieces and char == " "):
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def _is_latin(char: str) -> bool:
    return char != " " and ord(char) < 0x2E80
