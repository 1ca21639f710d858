"""What a sheet of 总体格局 draws: the elements of each clause of the slogan, and their names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from qgis.core import (
    NULL,
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsRendererCategory,
    QgsVectorLayer,
)

from ..bridge.sentences import listed
from ..county.layers import geometry_of
from ..language import tr
from .catalogue import style_for, styles
from .cells import text
from .spec import GROUNDS, PLACES, Role, Subject, Theme
from .symbols import symbol_for
from .view import View

POINTS, LINES, POLYGONS = "STRUCTURE_POINTS", "STRUCTURE_LINES", "STRUCTURE_POLYGONS"
#: What several elements share a clause, but each is a place of its own, with a colour of its own in the legend.
ZONES = "zone"
SMALL = ("park",)


@dataclass(frozen=True)
class Element:
    """A feature that a clause is drawn by: the order of its clause, its name, the code of its style, its geometry, and
    whether the plugin has proposed it."""

    clause: int
    name: str
    symbol: str
    geometry: str
    proposed: bool


@dataclass(frozen=True)
class ClauseOnSheet:
    """A clause of the slogan with its elements; ``count`` is what the slogan says, 0 where it says 多."""

    order: int
    text: str
    count: int
    noun: str
    elements: tuple[Element, ...]

    @property
    def theme(self) -> str:
        """The key of the clause's group in the legend."""
        return f"clause {self.order}"

    @property
    def mixed(self) -> bool:
        """Whether the planner has given some of its elements and the plugin has proposed others."""
        return len({one.proposed for one in self.elements}) == 2

    @property
    def heading(self) -> str:
        """The clause with its number: what is shown, and what the slogan says where that is another number."""
        shown = len(self.elements)
        if self.count and shown != self.count:
            return tr("{clause}（应有 {count}，图示 {shown}）").format(clause=self.text, count=self.count, shown=shown)
        return tr("{clause}（{shown}）").format(clause=self.text, shown=shown)


def elements_of(features: Iterable, geometry: str) -> list[Element]:
    """Features of a structure layer as elements; those whose style the catalogue does not know are left out."""
    known = styles()
    return [
        Element(int(one["clause"]), _said(one["name"]), str(one["symbol"]), geometry, one["proposed"] in (1, True))
        for one in features
        if one["clause"] != NULL and str(one["symbol"]) in known
    ]


def structure_themes(clauses: Sequence[ClauseOnSheet]) -> tuple[Theme, ...]:
    """The groups of the legend: one a clause that is drawn, in the order of the slogan."""
    return tuple(Theme(clause.theme, clause.heading) for clause in clauses if clause.elements)


def structure_subjects(layers: dict[str, QgsVectorLayer], clauses: Sequence[ClauseOnSheet]) -> tuple[Subject, ...]:
    """The elements, points over parks over lines over areas, so that no clause hides another."""
    found = []
    for output, small in ((POINTS, False), (POLYGONS, True), (LINES, False), (POLYGONS, False)):
        layer = layers.get(output)
        geometry = geometry_of(layer) if layer is not None else ""
        for clause in clauses:
            drawn = [one for one in clause.elements if one.geometry == geometry and _is_small(one) == small]
            if drawn:
                found.append(_subject(layer, output, clause, tuple(drawn), small))
    return tuple(found)


def _subject(layer: QgsVectorLayer, output: str, clause: ClauseOnSheet, drawn: tuple[Element, ...], small: bool):
    return Subject(
        f"structure {clause.order} {output}{' small' if small else ''}",
        Role(layer, "name", "symbol"),
        clause.text,
        partial(_elements, clause.order, drawn),
        clause.theme,
        PLACES if output == POINTS or small else GROUNDS,
        single_lines if output == LINES else None,
    )


def _is_small(element: Element) -> bool:
    """Whether an area is a place on the sheet, which lines would hide."""
    return element.geometry == "polygon" and element.symbol.split("_")[0] in SMALL


def single_lines(role: Role, view: View) -> Role:
    """Each part of a line as a line: the shapes of axes and corridors are made for one line, not for several."""
    source = role.layer
    made = QgsVectorLayer("LineString", "", "memory")
    made.setCrs(view.crs)
    made.dataProvider().addAttributes(source.fields().toList())
    made.updateFields()
    request = QgsFeatureRequest().setDestinationCrs(view.crs, QgsProject.instance().transformContext())
    features = []
    for feature in source.getFeatures(request):
        for part in QgsGeometry(feature.geometry()).mergeLines().asGeometryCollection():
            one = QgsFeature(made.fields())
            one.setAttributes(feature.attributes())
            one.setGeometry(part)
            features.append(one)
    made.dataProvider().addFeatures(features)
    made.updateExtents()
    return Role(made, role.name_field, role.class_field)


def entry_name(symbol: str, geometry: str, elements: Sequence[Element]) -> str:
    """How a symbol is called in the legend: areas of a zone's colour by their names, all else by the style's."""
    names = [one.name for one in elements if one.name]
    if symbol.startswith(ZONES) and names:
        return listed(names, len(names))
    return style_for(symbol, geometry).name


def _elements(clause: int, drawn: tuple[Element, ...], layer: QgsVectorLayer, view: View) -> None:
    categories = []
    for symbol, proposed in dict.fromkeys((one.symbol, one.proposed) for one in _in_catalogue_order(drawn)):
        members = [one for one in drawn if (one.symbol, one.proposed) == (symbol, proposed)]
        name = entry_name(symbol, members[0].geometry, members)
        label = tr("{name}（建议）").format(name=name) if proposed else name
        made = symbol_for(style_for(symbol, members[0].geometry), view.factor)
        for depth in range(made.symbolLayerCount()):
            made.symbolLayer(depth).setRenderingPass(depth)
        categories.append(QgsRendererCategory(_key(symbol, proposed), made, label))
    expression = (
        f'CASE WHEN "clause" = {clause} THEN concat("symbol", CASE WHEN "proposed" THEN \' *\' ELSE \'\' END) END'
    )
    renderer = QgsCategorizedSymbolRenderer(expression, categories)
    renderer.setUsingSymbolLevels(True)  # where axes of a class cross they merge
    layer.setRenderer(renderer)


def _key(symbol: str, proposed: bool) -> str:
    return f"{symbol} *" if proposed else symbol


def _in_catalogue_order(drawn: Iterable[Element]) -> list[Element]:
    order = list(styles())
    return sorted(drawn, key=lambda one: (order.index(one.symbol), one.proposed))


def _said(name) -> str:
    return "" if name in (None, NULL) else text(name)
