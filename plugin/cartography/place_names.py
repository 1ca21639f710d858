"""Names of places and lines that a sheet is about, set where they cover least (see :mod:`lettering`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from qgis.core import QgsFeature, QgsGeometry
from qgis.PyQt.QtGui import QColor

from ..county.layers import geometry_of
from ..language import tr
from .labels import Face
from .letter_rows import Letter, Taken, along, beside
from .lettering import Paper, lettered, take_edge, take_seats, write
from .spec import PLACES, Role, Subject
from .view import View

LINE_MM, EDGE_MM, SMOOTH_MM = 3.2, 1.4, 0.8


@dataclass(frozen=True)
class Named:
    """Layers whose features are named by ``text``, in ``points`` on A3 and the ``ink`` of each; beside points and areas
    from ``clear`` mm on, along lines ``clear`` mm to their side."""

    role: Role
    text: Callable[[QgsFeature], str]
    points: float
    ink: Callable[[QgsFeature], QColor]
    clear: float


def place_names(
    named: Sequence[Named],
    seats: Role | None,
    boundary,
    around: Sequence[Role] = (),
    area: QgsGeometry | None = None,
    marker_mm: float = 5.0,
) -> Subject | None:
    """All names as one subject, ``None`` where nothing is named. They keep off the towns, the county's boundary, and
    markers of ``marker_mm`` and lines of the layers ``around``, and on a page of an atlas inside its ``area``."""
    if not named:
        return None
    settings = {"seats": seats, "boundary": boundary, "around": tuple(around), "area": area, "size": marker_mm}
    derive = partial(_names, named=tuple(named), **settings)
    dress = partial(write, face_of=partial(_face, tuple(named)))
    return Subject("place names", named[0].role, tr("名称"), dress, "", PLACES, derive)


def _names(role: Role, view: View, named, seats: Role | None, boundary, around, area, size: float) -> Role:
    paper = Paper(view, area)
    taken = Taken(paper.sheet)
    take_seats(taken, seats, paper)
    take_edge(taken, boundary, paper, EDGE_MM * view.factor)
    shapes = [
        (number, one.text(feature), one.ink(feature), shape)
        for number, one in enumerate(named)
        for feature, shape in paper.shapes(one.role.layer)
    ]
    for number, _, _, shape in shapes:
        if geometry_of(named[number].role.layer) == "line":
            taken.add_line(shape, LINE_MM * view.factor)
        else:
            _take(taken, shape, 2 * named[number].clear * view.factor)
    for one in around:
        for _, shape in paper.shapes(one.layer):
            if geometry_of(one.layer) == "line":
                taken.add_line(shape, LINE_MM * view.factor)
            else:
                _take(taken, shape, size * view.factor)
    written = []
    for number, text, ink, shape in shapes:
        if text:
            letters = _set(named[number], text, shape, view.factor, taken)
            written += [(letter, f"{number} {ink.name()}") for letter in letters]
    return Role(lettered(written, paper))


def _take(taken: Taken, shape: QgsGeometry, size: float) -> None:
    at = shape.pointOnSurface().asPoint()
    taken.add(at.x(), at.y(), size, size)


def _set(one: Named, text: str, shape: QgsGeometry, factor: float, taken: Taken) -> list[Letter]:
    points, clear = one.points * factor, one.clear * factor
    if geometry_of(one.role.layer) == "line":
        return along(text, shape.simplify(SMOOTH_MM * factor).smooth(3), points, taken, clear)
    at, box = shape.pointOnSurface().asPoint(), shape.boundingBox()
    return [beside(text, at.x(), at.y(), points, max(clear, box.height() / 2), taken)]


def _face(named: tuple[Named, ...], key: str, factor: float) -> Face:
    number, _, ink = key.partition(" ")
    return Face(named[int(number)].points * factor, QColor(ink))
