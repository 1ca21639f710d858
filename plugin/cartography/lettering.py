"""Names that the plugin sets itself: a layer of points, one a letter or a name, made for the scale of a sheet.

QGIS places the names of towns and rivers around them, so that none of these is left out and none covers a town.
"""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsNullSymbolRenderer,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor, QTransform

from . import labels
from .catalogue import Style
from .letter_rows import Letter, Taken
from .measure import text_width
from .spec import Role
from .view import View

FIELDS = "text:string face:string angle:double"
LEAST_SHARE = 0.02  #: of a line or an area, or of the area asked about, below which it only touches
SEAT_MM, SEAT_NAME_POINTS = 5.5, 10.0


class Paper:
    """Between the ground of a view, in metres, and its paper, in millimetres; only what lies in ``area``, in the system
    of the view, is on the paper (None: all that the view shows)."""

    def __init__(self, view: View, area: QgsGeometry | None = None):
        self.view, self.area = view, area
        self.mm = view.scale / 1000
        self.origin = QgsPointXY(view.extent.xMinimum(), view.extent.yMinimum())
        self.sheet = QgsRectangle(0, 0, view.extent.width() / self.mm, view.extent.height() / self.mm)

    def shape(self, ground: QgsGeometry) -> QgsGeometry:
        """A geometry of the ground on the paper, as far as the sheet shows it."""
        made = QgsGeometry(ground) if self.area is None else part_in(ground, self.area)
        onto = QTransform.fromTranslate(-self.origin.x(), -self.origin.y()) * QTransform.fromScale(
            1 / self.mm, 1 / self.mm
        )
        made.transform(onto)
        return made.intersection(QgsGeometry.fromRect(self.sheet))

    def shapes(self, layer: QgsVectorLayer) -> Iterable[tuple[QgsFeature, QgsGeometry]]:
        """The features of a layer that the sheet shows, with their shapes on the paper."""
        request = QgsFeatureRequest().setDestinationCrs(self.view.crs, QgsProject.instance().transformContext())
        for feature in layer.getFeatures(request):
            shape = self.shape(feature.geometry())
            if not shape.isEmpty():
                yield feature, shape

    def ground(self, letter: Letter) -> QgsGeometry:
        """Where a letter lies on the ground."""
        return QgsGeometry.fromPointXY(
            QgsPointXY(self.origin.x() + letter.x * self.mm, self.origin.y() + letter.y * self.mm)
        )


def part_in(shape: QgsGeometry, area: QgsGeometry) -> QgsGeometry:
    """The part of a shape in an area; empty for a line or an area that only touches it."""
    if shape.isEmpty() or not shape.intersects(area):
        return QgsGeometry()
    part = shape.intersection(area)
    if shape.area() > 0:
        touches = part.area() < LEAST_SHARE * min(shape.area(), area.area())
    else:
        touches = shape.length() > 0 and part.length() < LEAST_SHARE * min(shape.length(), area.length())
    return QgsGeometry() if touches else part


def take_seats(taken: Taken, seats: Role | None, paper: Paper) -> set[str]:
    """Take the room of the towns' symbols and, to their right, of their names; the names."""
    names: set[str] = set()
    if seats is None:
        return names
    factor = paper.view.factor
    for feature, shape in paper.shapes(seats.layer):
        at, size = shape.centroid().asPoint(), SEAT_MM * factor
        taken.add(at.x(), at.y(), size, size)
        if seats.name_field:
            name = str(feature[seats.name_field])
            names.add(name)
            width = text_width(name, SEAT_NAME_POINTS * factor, True, True)
            taken.add(at.x() + size / 2 + width / 2, at.y(), width, size * 0.9)
    return names


def take_edge(taken: Taken, boundary: QgsVectorLayer | None, paper: Paper, width: float) -> None:
    """Take a band along the boundary of the county, ``width`` mm broad."""
    if boundary is not None:
        for _, shape in paper.shapes(boundary):
            taken.add_line(QgsGeometry(shape.constGet().boundary()), width)


def lettered(written: Iterable[tuple[Letter, str]], paper: Paper) -> QgsVectorLayer:
    """Letters, each with the key of the face that it is written in, as a layer."""
    made = QgsVectorLayer("Point?" + "&".join(f"field={one}" for one in FIELDS.split()), "", "memory")
    made.setCrs(paper.view.crs)
    features = []
    for letter, face in written:
        one = QgsFeature(made.fields())
        one.setAttributes([letter.text, face, letter.angle])
        one.setGeometry(paper.ground(letter))
        features.append(one)
    made.dataProvider().addFeatures(features)
    made.updateExtents()
    return made


def write(layer: QgsVectorLayer, view: View, face_of) -> None:
    """Dress a layer of letters: ``face_of(key, factor)`` gives the :class:`labels.Face` of a key."""
    layer.setRenderer(QgsNullSymbolRenderer())
    keys = sorted(layer.uniqueValues(layer.fields().indexOf("face")))
    labels.label_lettering(layer, {key: face_of(key, view.factor) for key in keys}, view.factor)


def ink_of(found: Style) -> QColor:
    """The darkest colour of a style, in which its name is written."""
    colours = [colour for stroke in found.strokes for colour in (stroke.colour, stroke.outline) if colour is not None]
    darkest = min(colours, key=lambda one: 0.299 * one.red() + 0.587 * one.green() + 0.114 * one.blue())
    return QColor(darkest.red(), darkest.green(), darkest.blue())
