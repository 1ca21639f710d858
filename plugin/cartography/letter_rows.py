"""Where the names of lines and areas go on a sheet: upright letters in a row along them, as a cartographer sets them.

Chinese letters stand upright, one by one, with even room between them; other writing is one turned label. All is in
millimetres on paper, y upwards. Names are set one after the other, each where it covers least of what is there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import atan2, cos, degrees, radians, sin

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle

from .measure import MM_PER_POINT, text_width
from .middle_line import middle_line

TRIES = 25
ROUND = QgsGeometry.JoinStyle(1)  #: its name is another one in newer QGIS
CHINESE = 0x2E80  #: the first code of Chinese letters and marks
SNUG, LOOSE, LOOSE_ASIDE = 1.12, 4.0, 2.4  #: least and most distance of letters, in letters
SPREAD = 0.62  #: a name spreads over this share of its line where the letters do not get too loose
ENDS = 0.03  #: of a line, which no letter stands on
AROUND = ((0.0, -1.0), (0.0, 1.0), (-1.0, 0.0), (1.0, 0.0), (-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0))
#: What weighs in the choice of a place: a covered letter, a bend, off the middle.
COVERED_COST, BEND_COST, MIDDLE_COST = 8.0, 9.0, 0.6
#: A later side of a point, the second side of a line, a tighter row, a level row in a long area.
ORDER_COST, SIDE_COST, PITCH_COST, LEVEL_COST = 0.15, 0.05, 0.2, 2.0
NAME_COST = 40.0  #: of a whole name covered, which is one box
MOST_TAKEN = 2.0  #: a letter cannot be covered more than this often
LEVEL_PITCHES = (1.8, 1.4, SNUG)


@dataclass(frozen=True)
class Letter:
    """A text to write with its middle at ``x``, ``y``, turned by ``angle`` degrees clockwise."""

    text: str
    x: float
    y: float
    angle: float = 0.0


@dataclass
class Taken:
    """What is on the sheet, as boxes; letters keep off them and inside ``sheet``. Boxes are (left, bottom, right, top)
    in mm, one a row of an array."""

    sheet: QgsRectangle
    boxes: np.ndarray = field(default_factory=lambda: np.empty((0, 4)))

    def add(self, x: float, y: float, width: float, height: float) -> None:
        """Take the room of a box around a point."""
        self.add_boxes(_boxes([(x, y)], width, height))

    def add_boxes(self, boxes: np.ndarray) -> None:
        """Take the room of boxes (n, 4)."""
        self.boxes = np.vstack([self.boxes, boxes])

    def add_line(self, line: QgsGeometry, width: float) -> None:
        """Take a band of a width along a line."""
        for part in line.asGeometryCollection():
            steps = int(part.length() / width) + 1
            places = [_at(part, number * width) for number in range(steps)]
            self.add_boxes(_boxes([(at.x(), at.y()) for at in places], width, width))

    def cost(self, boxes: np.ndarray) -> float:
        """How much of boxes (n, 4) is taken or outside the sheet, as a number of boxes."""
        area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
        near = self.boxes[
            (self.boxes[:, 0] < boxes[:, 2].max())
            & (self.boxes[:, 2] > boxes[:, 0].min())
            & (self.boxes[:, 1] < boxes[:, 3].max())
            & (self.boxes[:, 3] > boxes[:, 1].min())
        ]
        taken = _common(boxes, near).sum(axis=1) / area
        frame = np.array([[self.sheet.xMinimum(), self.sheet.yMinimum(), self.sheet.xMaximum(), self.sheet.yMaximum()]])
        outside = 1 - _common(boxes, frame)[:, 0] / area
        return float(np.minimum(taken, MOST_TAKEN).sum() + 4 * outside.sum())


def beside(text: str, x: float, y: float, points: float, clear: float, taken: Taken, pad: float = 0.0) -> Letter:
    """A name beside a point, ``clear`` mm from it, where it covers least; below wins over above over the sides."""
    lines = text.count("\n") + 1
    width, height = text_width(text, points, True, True) + 2 * pad, lines * points * MM_PER_POINT * 1.25 + 2 * pad

    def at(side) -> tuple[float, float]:
        diagonal = 0.75 if side[0] and side[1] else 1.0
        return x + side[0] * (clear * diagonal + width / 2), y + side[1] * (clear * diagonal + height / 2)

    def cost(number: int) -> float:
        return taken.cost(_boxes([at(AROUND[number])], width, height)) * NAME_COST + ORDER_COST * number

    best = at(AROUND[min(range(len(AROUND)), key=cost)])
    taken.add(*best, width, height)
    return Letter(text, *best)


def inside(text: str, area: QgsGeometry, points: float, taken: Taken) -> list[Letter]:
    """A name in an area (mm): along its middle where it is long, in a level row where that covers less."""
    part = max(area.asGeometryCollection(), key=lambda one: one.area(), default=area)
    spine = middle_line(part)
    tried = list(_level_rows(text, part, points, taken, 0.0 if spine is None else LEVEL_COST))
    if spine is not None:
        tried += _rows(text, _readable(spine), points, taken, LOOSE)
    if not tried:
        at = part.pointOnSurface().asPoint()
        return [beside(text, at.x(), at.y(), points, 0.0, taken)]
    letters = min(tried, key=lambda one: one[1])[0]
    taken.add_boxes(_letter_boxes(letters, points))
    return letters


def _level_rows(text: str, area: QgsGeometry, points: float, taken: Taken, extra: float):
    """Level rows of letters across an area, with the cost of each; ``extra`` is the cost of being level."""
    box = area.boundingBox()
    for pitch in LEVEL_PITCHES:
        width = _row_length(text, points, pitch)
        for down in range(1, 20):
            y = box.yMaximum() - box.height() * down / 20
            across = [QgsPointXY(box.xMinimum() - 1, y), QgsPointXY(box.xMaximum() + 1, y)]
            for part in area.intersection(QgsGeometry.fromPolylineXY(across)).asGeometryCollection():
                span = part.boundingBox()
                room = span.width() - width - points * MM_PER_POINT * 2
                for share in (0.5, 0.25, 0.75, 0.0, 1.0) if room > 0 else (0.5,):
                    middle = span.center().x() + max(0.0, room) * (share - 0.5)
                    letters = _set(text, _level(middle, y, width), points, 0.0, width)
                    cost = COVERED_COST * taken.cost(_letter_boxes(letters, points)) + max(0.0, -room)
                    yield letters, cost + extra + abs(down - 10) * 0.08 + abs(share - 0.5)


def along(text: str, line: QgsGeometry, points: float, taken: Taken, off: float = 0.0) -> list[Letter]:
    """A name along a line (mm), from the left to the right or from the top to the bottom, where it covers least; on
    the line, or ``off`` mm to one of its sides."""
    line = _readable(line)
    tracks = [line] if not off else [_readable(_aside(line, side)) for side in (off, -off)]
    loose = LOOSE_ASIDE if off else LOOSE
    tried = [
        (letters, cost + SIDE_COST * side)
        for side, track in enumerate(tracks)
        for letters, cost in _rows(text, track, points, taken, loose)
    ]
    if not tried:
        middle = line.interpolate(line.length() / 2).asPoint()
        return [beside(text, middle.x(), middle.y(), points, max(off, points * MM_PER_POINT), taken)]
    letters = min(tried, key=lambda one: one[1])[0]
    taken.add_boxes(_letter_boxes(letters, points))
    return letters


def _rows(text: str, line: QgsGeometry, points: float, taken: Taken, loose: float):
    """Rows of letters along a line, with the cost of each; none where the line is too short."""
    length = line.length()
    widest = _pitch(text, length, points, loose)
    for number, pitch in enumerate(dict.fromkeys((widest, (widest + SNUG) / 2, SNUG))):
        span = _row_length(text, points, pitch)
        room = length * (1 - 2 * ENDS) - span
        for step in range(TRIES) if room > 0 else ():
            start = length * ENDS + room * step / (TRIES - 1)
            letters = _set(text, line, points, start, span)
            cost = COVERED_COST * taken.cost(_letter_boxes(letters, points))
            cost += BEND_COST * _bend(line, start, start + span) + PITCH_COST * number
            yield letters, cost + MIDDLE_COST * abs(step / (TRIES - 1) - 0.5)


def _aside(line: QgsGeometry, off: float) -> QgsGeometry:
    """The line moved to its left, to its right for a negative ``off``; the line itself where that has no shape."""
    moved = line.simplify(abs(off) / 2).offsetCurve(off, 8, ROUND, 2.0)
    return line if moved.isEmpty() else moved


def _readable(line: QgsGeometry) -> QgsGeometry:
    """The longest part, running right or, where it is steep, down."""
    part = max(line.asGeometryCollection(), key=lambda one: one.length(), default=line)
    points = part.asPolyline()
    return QgsGeometry.fromPolylineXY(points[::-1] if _backwards(points[0], points[-1]) else points)


def _backwards(first: QgsPointXY, last: QgsPointXY) -> bool:
    """Whether a way leads left or, where it is steep, up."""
    dx, dy = last.x() - first.x(), last.y() - first.y()
    return dx < 0 if abs(dx) >= abs(dy) else dy > 0


def _pitch(text: str, length: float, points: float, loose: float) -> float:
    """Distance of letters, in letters."""
    size, gaps = points * MM_PER_POINT, max(1, len(text) - 1)
    return min(loose, max(SNUG, length * SPREAD / gaps / size))


def _row_length(text: str, points: float, pitch: float) -> float:
    """From the middle of the first letter to that of the last; the whole width of other writing."""
    if not _upright(text):
        return text_width(text, points, True, True)
    return (len(text) - 1) * pitch * points * MM_PER_POINT


def _set(text: str, line: QgsGeometry, points: float, start: float, span: float) -> list[Letter]:
    if not _upright(text):
        first, last = _at(line, start), _at(line, start + span)
        return [Letter(text, (first.x() + last.x()) / 2, (first.y() + last.y()) / 2, _turn(first, last))]
    gaps = max(1, len(text) - 1)
    places = [_at(line, start + span * number / gaps) for number in range(len(text))]
    if _backwards(places[0], places[-1]):  # here the line turns back
        places.reverse()
    ahead = [*places[1:], places[-1]]
    behind = [places[0], *places[:-1]]
    return [
        Letter(one, at.x(), at.y(), 0.0 if ord(one) >= CHINESE else _turn(first, last))
        for one, at, first, last in zip(text, places, behind, ahead)
    ]


def _at(line: QgsGeometry, distance: float) -> QgsPointXY:
    """The point of a line at a distance from its start, also where rounding has gone past its end."""
    return line.interpolate(min(distance, line.length())).asPoint()


def _letter_boxes(letters: list[Letter], points: float) -> np.ndarray:
    """Boxes (n, 4) of letters; a turned name has one a stretch as long as it is high."""
    size = points * MM_PER_POINT * 1.25
    places = []
    for one in letters:
        stretches = round(text_width(one.text, points, True, True) / size) if len(one.text) > 1 else 1
        for number in range(stretches):
            off, turn = (number - (stretches - 1) / 2) * size, radians(-one.angle)
            places.append((one.x + off * cos(turn), one.y + off * sin(turn)))
    return _boxes(places, size, size)


def _bend(line: QgsGeometry, start: float, end: float) -> float:
    """How far a stretch of a line is from straight: 0 a straight one."""
    first, last = _at(line, start), _at(line, end)
    straight = first.distance(last)
    return (end - start) / straight - 1 if straight else 10.0


def _upright(text: str) -> bool:
    """Whether letters of a text can stand by themselves; a dash between them turns with the line."""
    return not any(one.isalnum() and ord(one) < CHINESE for one in text)


def _turn(first: QgsPointXY, last: QgsPointXY) -> float:
    """The direction from a point to another in degrees clockwise, so that writing along it is not upside down."""
    turn = -degrees(atan2(last.y() - first.y(), last.x() - first.x()))
    return (turn + 90) % 180 - 90


def _level(x: float, y: float, width: float) -> QgsGeometry:
    return QgsGeometry.fromPolylineXY([QgsPointXY(x - width / 2, y), QgsPointXY(x + width / 2, y)])


def _boxes(places, width: float, height: float) -> np.ndarray:
    """Boxes (n, 4) of a size around points."""
    half = np.array([width, height]) / 2
    middle = np.asarray(places, dtype=float).reshape(-1, 2)
    return np.hstack([middle - half, middle + half])


def _common(boxes: np.ndarray, others: np.ndarray) -> np.ndarray:
    """The area that boxes (n, 4) share with others (m, 4): (n, m)."""
    low = np.maximum(boxes[:, None, :2], others[None, :, :2])
    high = np.minimum(boxes[:, None, 2:], others[None, :, 2:])
    return np.clip(high - low, 0.0, None).prod(axis=2)
