"""What a sheet of 城镇体系 draws: towns tinted by their level, their seats by rank, and the links between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from math import hypot

from qgis.core import (
    NULL,
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRendererCategory,
    QgsVectorLayer,
)

from ..county.layers import geometry_of
from ..language import tr
from . import labels
from .catalogue import styles
from .dressing import TOWN_SEATS
from .renderers import class_renderer
from .seen import keep_seen
from .spec import GROUNDS, PLACES, Role, Subject, Theme
from .symbols import symbol_for
from .view import View

LAST = 3  #: levels beyond this one look like it
BULGE, ARC_POINTS = 0.1, 24  #: of a link: how far its middle is off the straight line, in lengths; points of its arc
LINKS_A_TOWN = 2  #: links that are drawn, for each town
SEAT_FIELDS = "name:string level:int"


@dataclass(frozen=True)
class TownOnSheet:
    """A town with its level (1 the highest) and its place in the system of the sheets."""

    name: str
    level: int
    seat: QgsGeometry


@dataclass(frozen=True)
class Levels:
    """The names of the levels by their numbers, in their order."""

    titles: dict[int, str]

    def code(self, level: int, ending: str = "") -> str:
        """The code of the style of a level."""
        return f"townlevel_{min(level, LAST)}{ending}"


def hierarchy_themes() -> tuple[Theme, ...]:
    """The groups of the legend."""
    return (
        Theme("hierarchy", tr("城镇等级（乡镇驻地）")),
        Theme("tints", tr("乡镇（按等级）")),
        Theme("links", tr("城镇联系（引力强度）")),
    )


def hierarchy_subjects(
    towns: Sequence[TownOnSheet], levels: Levels, areas: Role | None, links: QgsVectorLayer | None, drawn: Role
) -> tuple[Subject, ...]:
    """Seats over links over tinted towns. ``areas`` are towns with a name, ``drawn`` the layer that seats are made
    from."""
    seats = partial(_seat_layer, towns=tuple(towns))
    found = [Subject(TOWN_SEATS, drawn, tr("乡镇驻地"), partial(_seats, levels), "hierarchy", PLACES, seats)]
    if links is not None:
        arcs = partial(_arcs, names=frozenset(town.name for town in towns))
        found.append(Subject("town links", Role(links, "a", "grade"), tr("城镇联系"), _links, "links", PLACES, arcs))
    if areas is not None:
        dress = partial(_tints, tuple(towns), levels, areas.name_field)
        found.append(Subject("town levels", areas, tr("乡镇等级"), dress, "tints", GROUNDS))
    return tuple(found)


def arc(first: QgsPointXY, last: QgsPointXY) -> QgsGeometry:
    """A flat arc between two points that bends to the left of the way from the western to the eastern one, so that
    links side by side do not lie on each other."""
    if (first.x(), first.y()) > (last.x(), last.y()):
        first, last = last, first
    dx, dy = last.x() - first.x(), last.y() - first.y()
    points = []
    for number in range(ARC_POINTS + 1):
        share = number / ARC_POINTS
        off = 4 * BULGE * share * (1 - share)
        points.append(QgsPointXY(first.x() + dx * share - dy * off, first.y() + dy * share + dx * off))
    return QgsGeometry.fromPolylineXY(points) if hypot(dx, dy) else QgsGeometry()


def _seat_layer(role: Role, view: View, towns: Iterable[TownOnSheet]) -> Role:
    made = QgsVectorLayer("Point?" + "&".join(f"field={one}" for one in SEAT_FIELDS.split()), "", "memory")
    made.setCrs(view.crs)
    features = []
    for town in towns:
        one = QgsFeature(made.fields())
        one.setAttributes([town.name, town.level])
        one.setGeometry(town.seat)
        features.append(one)
    made.dataProvider().addFeatures(features)
    made.updateExtents()
    return Role(made, "name", "level")


def _arcs(role: Role, view: View, names: frozenset[str]) -> Role:
    """The strongest links, so many that the sheet stays readable, as arcs between their ends; the weakest first."""
    source = role.layer
    made = QgsVectorLayer("LineString?field=grade:int", "", "memory")
    made.setCrs(view.crs)
    request = QgsFeatureRequest().setDestinationCrs(view.crs, QgsProject.instance().transformContext())
    features = []
    ranked = sorted(source.getFeatures(request), key=lambda one: one["rank"])[: LINKS_A_TOWN * len(names)]
    for link in reversed(ranked):
        points = link.geometry().asMultiPolyline() if link.geometry().isMultipart() else [link.geometry().asPolyline()]
        if not points or len(points[0]) < 2:
            continue
        one = QgsFeature(made.fields())
        one.setAttributes([_grade(link)])
        one.setGeometry(arc(points[0][0], points[-1][-1]))
        features.append(one)
    made.dataProvider().addFeatures(features)
    made.updateExtents()
    return Role(made, "", "grade")


def _grade(link: QgsFeature) -> int:
    value = link["grade"] if link.fields().indexOf("grade") >= 0 else NULL
    return LAST if value in (None, NULL) else int(value)


def _seats(levels: Levels, layer: QgsVectorLayer, view: View) -> None:
    here = {feature["level"] for feature in layer.getFeatures()}
    layer.setRenderer(
        QgsCategorizedSymbolRenderer(
            "level",
            [
                QgsRendererCategory(level, symbol_for(levels.code(level, "_point"), view.factor), title)
                for level, title in levels.titles.items()
                if level in here
            ],
        )
    )
    keep_seen(layer, view)
    filters = [f'"level" = {level}' for level in range(1, LAST)] + [f'"level" >= {LAST}']
    labels.label_seats(layer, "name", filters, view.factor)


def _links(layer: QgsVectorLayer, view: View) -> None:
    layer.setRenderer(class_renderer(layer, "grade", "link", view.factor))
    keep_seen(layer, view)


def _tints(towns: Sequence[TownOnSheet], levels: Levels, name: str, layer: QgsVectorLayer, view: View) -> None:
    categories = []
    for level, title in levels.titles.items():
        held = [town.name for town in towns if town.level == level]
        code = levels.code(level)
        if held and geometry_of(layer) == "polygon" and code in styles():
            categories.append(QgsRendererCategory(held, symbol_for(code, view.factor), title))
    layer.setRenderer(QgsCategorizedSymbolRenderer(name, categories))
    keep_seen(layer, view)
