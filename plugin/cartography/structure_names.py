"""The names on a sheet of 总体格局: of each core in a plate beside it, of lines and areas in letters along them.

They are a layer of their own (see :mod:`lettering`); a name is set where it covers least.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from qgis.core import QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtGui import QColor

from ..county.layers import geometry_of
from ..language import tr
from .catalogue import style, style_for
from .labels import Face
from .letter_rows import Letter, Taken, along, beside, inside
from .lettering import Paper, ink_of, lettered, take_edge, take_seats, write
from .spec import PLACES, Role, Subject
from .structure_subjects import LINES, POINTS, POLYGONS, ClauseOnSheet, Element, elements_of, entry_name
from .view import View

#: Size in points on A3 by the first word of a style's code, and the order in which names are set.
POINTS_OF = {
    "core": 9.5,
    "pole": 8.5,
    "node": 7.5,
    "park": 8.0,
    "cluster": 9.0,
    "axis": 9.0,
    "screen": 12.0,
    "belt": 9.5,
    "ring": 9.0,
    "wing": 11.0,
    "zone": 11.5,
    "corridor": 7.6,
    "network": 7.6,
}
OTHER_POINTS = 8.0
#: How far from the middle of a point's symbol its name begins, in mm on A3.
CLEAR_OF = {"core_main": 4.4, "core_sub": 3.4, "pole": 3.2, "node": 2.4, "park": 3.2}
PLATES = ("core", "pole")  #: written white on a plate of the symbol's colour
PLATE_PAD = 0.7
BESIDE = ("park", "node", "cluster_member")
ASIDE = {
    "axis_main": 6.0,
    "axis_radial": 5.4,
    "axis_sub": 4.4,
    "corridor": 5.2,
    "network": 2.8,
}  #: names of these run beside the line, mm from it
LINE_MM, EDGE_MM = 4.0, 1.4  #: breadth of what names keep off: lines of the structure, the county's boundary
SYMBOL_SHARE = 0.6  #: of a point's symbol, which names of lines and areas keep off
SMALL_MM = 14.0  #: areas narrower than this are named beside them
SMOOTH_MM = 0.8


def names_subject(
    layers: dict[str, QgsVectorLayer],
    clauses: Sequence[ClauseOnSheet],
    seats: Role | None,
    boundary: QgsVectorLayer | None = None,
    area: QgsGeometry | None = None,
) -> Subject | None:
    """The names of all elements as one subject; ``None`` where nothing is drawn. ``seats`` are towns whose names the
    base map writes; a core of such a name is called by what it is. Names keep off the ``boundary``
    and, on a page of an atlas, inside its ``area``."""
    drawn = next((layers[output] for output in (POINTS, LINES, POLYGONS) if output in layers), None)
    if drawn is None or not any(clause.elements for clause in clauses):
        return None
    orders = {clause.order: clause.mixed for clause in clauses if clause.elements}
    derive = partial(_names, layers=layers, mixed=orders, seats=seats, boundary=boundary, area=area)
    return Subject(
        "structure names", Role(drawn), tr("格局要素名称"), partial(write, face_of=_face), "", PLACES, derive
    )


def _names(role: Role, view: View, layers, mixed: dict[int, bool], seats: Role | None, boundary, area) -> Role:
    """A layer of one point a letter or name, with the face that it is written in."""
    paper = Paper(view, area)
    taken = Taken(paper.sheet)
    towns = take_seats(taken, seats, paper)
    waiting = _waiting(layers, mixed, paper)
    _take_ground(taken, waiting, boundary, paper)
    written = []
    for points_only in (True, False):
        for element, shape in waiting:
            if (element.geometry == "point") != points_only:
                continue
            name = _name(element, towns, mixed[element.clause])
            if not name:
                continue
            face = style_for(element.symbol, element.geometry).code
            written += [(letter, face) for letter in _set(name, element, shape, view.factor, taken)]
        for element, shape in waiting:
            if element.geometry == "point":
                at, room = shape.centroid().asPoint(), SYMBOL_SHARE * style(element.symbol).size * view.factor
                taken.add(at.x(), at.y(), room, room)
    return Role(lettered(written, paper))


def _waiting(layers, mixed: dict[int, bool], paper: Paper) -> list[tuple[Element, QgsGeometry]]:
    """The elements to name with their shapes on the paper, in the order in which they are named."""
    waiting = []
    for output in (POINTS, LINES, POLYGONS):
        layer = layers.get(output)
        if layer is None:
            continue
        for feature, shape in paper.shapes(layer):
            known = elements_of([feature], geometry_of(layer))
            if known and known[0].clause in mixed:
                waiting.append((known[0], shape))
    order = {family: number for number, family in enumerate(POINTS_OF)}
    return sorted(waiting, key=lambda one: (order.get(_family(one[0].symbol), len(order)), one[1].length()))


def _take_ground(taken: Taken, waiting, boundary: QgsVectorLayer | None, paper: Paper) -> None:
    """The room of the middle of points, of lines, of small areas, and of the county's boundary."""
    factor = paper.view.factor
    for element, shape in waiting:
        at = shape.centroid().asPoint()
        if element.geometry == "point":
            room = 2 * CLEAR_OF.get(element.symbol, CLEAR_OF.get(_family(element.symbol), 2.4)) * factor
            taken.add(at.x(), at.y(), room, room)
        elif element.geometry == "line":
            taken.add_line(shape, LINE_MM * factor)
        elif _family(element.symbol) in BESIDE:
            taken.add(at.x(), at.y(), LINE_MM * factor, LINE_MM * factor)
    take_edge(taken, boundary, paper, EDGE_MM * factor)


def _set(name: str, element, shape: QgsGeometry, factor: float, taken: Taken) -> list[Letter]:
    family = _family(element.symbol)
    points = POINTS_OF.get(family, OTHER_POINTS) * factor
    if element.geometry == "point":
        at = shape.centroid().asPoint()
        clear = CLEAR_OF.get(element.symbol, CLEAR_OF.get(family, 2.4)) * factor
        return [beside(name, at.x(), at.y(), points, clear, taken, PLATE_PAD * factor if family in PLATES else 0.2)]
    if element.geometry == "line":
        return along(
            name, shape.simplify(SMOOTH_MM * factor).smooth(3), points, taken, ASIDE.get(element.symbol, 0.0) * factor
        )
    box = shape.boundingBox()
    if family in BESIDE or min(box.width(), box.height()) < SMALL_MM * factor:
        at = shape.pointOnSurface().asPoint()
        return [beside(name, at.x(), at.y(), points, max(2.6 * factor, box.height() / 2), taken)]
    return inside(name, shape, points, taken)


def _name(element, towns: set[str], mixed: bool) -> str:
    name = element.name or entry_name(element.symbol, element.geometry, [element])
    if name in towns and element.geometry == "point":
        if _family(element.symbol) not in PLATES:
            return ""  # the base map names it
        name = style_for(element.symbol, element.geometry).name
    return tr("{name}（建议）").format(name=name) if element.proposed and mixed else name


def _face(code: str, factor: float) -> Face:
    family, ink = _family(code), ink_of(style(code))
    plate = ink if family in PLATES else None
    points = POINTS_OF.get(family, OTHER_POINTS) * factor
    return Face(points, QColor(255, 255, 255) if plate else ink, plate, PLATE_PAD * factor)


def _family(code: str) -> str:
    return code.split("_")[0]
