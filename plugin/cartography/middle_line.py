"""The line in the middle of a long area, along which its name stands."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsPointXY


def middle_line(area: QgsGeometry) -> QgsGeometry | None:
    """The line in the middle of a long area, ``None`` for one that is not twice as long as broad."""
    part = max(area.asGeometryCollection(), key=lambda one: one.area(), default=area)
    _, _, turn, breadth, length = part.orientedMinimumBoundingBox()
    if length < breadth:
        breadth, length, turn = length, breadth, turn + 90
    centre = part.orientedMinimumBoundingBox()[0].centroid().asPoint()
    upright = QgsGeometry(part)
    upright.rotate(-turn, centre)  # the long side runs up the page
    box = upright.boundingBox()
    if box.width() > box.height():
        upright.rotate(90, centre)
        turn -= 90
        box = upright.boundingBox()
    if box.height() < 2.0 * box.width():
        return None
    points = []
    for share in range(2, 19):
        y = box.yMinimum() + box.height() * share / 20
        cut = upright.intersection(
            QgsGeometry.fromPolylineXY([QgsPointXY(box.xMinimum() - 1, y), QgsPointXY(box.xMaximum() + 1, y)])
        )
        widest = max(cut.asGeometryCollection(), key=lambda one: one.length(), default=None)
        if widest is not None and widest.length():
            points.append(QgsPointXY(widest.boundingBox().center().x(), y))
    if len(points) < 4:
        return None
    line = QgsGeometry.fromPolylineXY(points).simplify(box.width() * 0.15).smooth(3)
    line.rotate(turn, centre)
    return line
