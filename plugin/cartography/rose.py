"""North on the sheet: a wind rose of 8 or 16 directions when the county has wind data, else an arrow (S1 §2.4).

Drawn with polygons and lines of the layout itself, so that nothing depends on a picture file, and grouped as one item.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin

from qgis.core import (
    QgsFillSymbol,
    QgsLayoutItemGroup,
    QgsLayoutItemLabel,
    QgsLayoutItemPolygon,
    QgsLayoutItemPolyline,
    QgsLineSymbol,
    QgsPrintLayout,
)
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QPolygonF

from ..language import tr
from .boxes import Box
from .page_items import add_label

INK_RGB = "40,44,48,255"
PAPER_RGB = "255,255,255,255"
LETTER_SHARE = 0.2
RINGS = (0.5, 1.0)
RING_CORNERS = 72


def add_north(layout: QgsPrintLayout, wind: Sequence[float] | None, box: Box) -> QgsLayoutItemGroup:
    """The wind rose, or without ``wind`` the north arrow, filling the box; north is up.

    ``wind`` are frequencies clockwise from north, in any unit: the largest reaches the outer ring."""
    letter = box.h * LETTER_SHARE
    items = [_letter(layout, Box(box.x, box.y, box.w, letter))]
    radius = min(box.w, box.h - letter) / 2
    centre = QPointF(box.x + box.w / 2, box.y + letter + radius)
    items += _rose(layout, wind, centre, radius) if wind and max(wind) > 0 else _arrow(layout, centre, radius)
    group = layout.groupItems(items)
    group.setId("north")
    return group


def _rose(layout: QgsPrintLayout, wind: Sequence[float], centre: QPointF, radius: float) -> list:
    largest, count = max(wind), len(wind)
    items = [
        _polygon(
            layout,
            [_polar(centre, radius * share, k / RING_CORNERS) for k in range(RING_CORNERS)],
            "255,255,255,150" if share == 1.0 else "255,255,255,0",
            "150,154,150,255",
            0.12,
        )
        for share in sorted(RINGS, reverse=True)
    ]
    items += [
        _line(layout, [_polar(centre, radius, k / 8), _polar(centre, -radius, k / 8)], "150,154,150,255", 0.1)
        for k in range(4)
    ]
    tips = [_polar(centre, radius * value / largest, k / count) for k, value in enumerate(wind)]
    for k, tip in enumerate(tips):
        after = tips[(k + 1) % count]
        middle = QPointF((tip.x() + after.x()) / 2, (tip.y() + after.y()) / 2)
        waist = QPointF(centre.x() + (middle.x() - centre.x()) * 0.8, centre.y() + (middle.y() - centre.y()) * 0.8)
        items.append(_polygon(layout, [centre, tip, waist], INK_RGB, INK_RGB, 0.1))
        items.append(_polygon(layout, [centre, waist, after], PAPER_RGB, INK_RGB, 0.1))
    return items


def _arrow(layout: QgsPrintLayout, centre: QPointF, radius: float) -> list:
    tip = _polar(centre, radius, 0.0)
    notch = _polar(centre, -radius * 0.45, 0.0)
    left, right = _polar(centre, radius, 0.62 - 1.0 + 0.0), _polar(centre, radius, 0.38)
    return [
        _polygon(layout, [tip, notch, left], PAPER_RGB, INK_RGB, 0.25),
        _polygon(layout, [tip, right, notch], INK_RGB, INK_RGB, 0.25),
    ]


def _polar(centre: QPointF, radius: float, turn: float) -> QPointF:
    """A point at a share of a full turn clockwise from north."""
    return QPointF(centre.x() + radius * sin(2 * pi * turn), centre.y() - radius * cos(2 * pi * turn))


def _letter(layout: QgsPrintLayout, box: Box) -> QgsLayoutItemLabel:
    return add_label(layout, "north_letter", tr("北"), box, box.h / 0.3528 * 0.72, bold=True, align="center")


def _polygon(
    layout: QgsPrintLayout, points: list[QPointF], fill: str, outline: str, width: float
) -> QgsLayoutItemPolygon:
    item = QgsLayoutItemPolygon(QPolygonF([*points, points[0]]), layout)
    item.setSymbol(
        QgsFillSymbol.createSimple(
            {
                "color": fill,
                "outline_color": outline,
                "outline_width": str(width),
                "joinstyle": "round",
            }
        )
    )
    layout.addLayoutItem(item)
    return item


def _line(layout: QgsPrintLayout, points: list[QPointF], colour: str, width: float) -> QgsLayoutItemPolyline:
    item = QgsLayoutItemPolyline(QPolygonF(points), layout)
    item.setSymbol(QgsLineSymbol.createSimple({"color": colour, "width": str(width)}))
    layout.addLayoutItem(item)
    return item
