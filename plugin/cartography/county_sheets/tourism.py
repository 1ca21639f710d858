"""县域全域旅游规划图: corridors by theme, nodes by kind, scenic areas and heritage."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from qgis.core import QgsFeature, QgsVectorLayer
from qgis.PyQt.QtGui import QColor

from ...bridge.sentences import listed
from ...county.layers import geometry_of
from ...language import tr
from ..catalogue import style, styles_of_values
from ..cells import UNKNOWN, number
from ..county_layers import county_layers, role_of
from ..draft import Draft
from ..facts import sheet_spec
from ..lettering import ink_of
from ..line_kinds import kinds_subject, style_of_kind
from ..place_names import Named, place_names
from ..quiet_base import pale, quiet_lines
from ..renderers import class_renderer
from ..spec import PLACES, Column, Role, Subject, TableSpec, Theme
from ..symbols import apply_style
from ..view import View
from .atlas import AtlasPage
from .county import County
from .kinds import SheetKind, legend_themes
from .on_page import area_of, of_town, on_page
from .special import Measure, classed_role, kinds_of, named, row_subjects, said

NODE, CORRIDOR = "tourism_node", "tourism_corridor"
NODE_POINTS, CORRIDOR_POINTS = 7.4, 8.2
LEVEL_FIELDS = ("级别", "等级", "level", "grade")


def draft(county: County, kind: SheetKind, page: AtlasPage | None) -> Draft:
    """Nodes over corridors over scenic areas."""
    nodes, corridors = classed_role(county, "tourism_nodes"), classed_role(county, "tourism_corridors")
    boundary = county.layer("boundary")
    points = on_page(county, nodes.layer if nodes else None, page)
    lines = on_page(county, corridors.layer if corridors else None, page)
    themes = kinds_of(lines, corridors.class_field if corridors else "")
    subjects: list[Subject | None] = [_names(county, nodes, corridors, themes, page)]
    if nodes is not None:
        kinds = kinds_of(points, nodes.class_field)
        subjects.append(
            Subject("tourism nodes", nodes, style(NODE).name, partial(_nodes, nodes, kinds), "nodes", PLACES)
        )
    if corridors is not None:
        subjects.append(
            kinds_subject("tourism corridors", corridors, themes, CORRIDOR, style(CORRIDOR).name, "corridors")
        )
    subjects += row_subjects(county, kind, page, named=nodes is None)
    subjects += quiet_lines(county.project, county.roles)
    layers = pale(county_layers(county.project, county.roles, boundary, tuple(filter(None, subjects))))
    spec = sheet_spec(
        county.project,
        county.roles,
        county.facts,
        kind.title,
        _headline(county, points, lines, page),
        (tr("本图为示意图；廊带长度为椭球面长度。"),),
        (
            Theme("corridors", tr("旅游廊带（按主题）")),
            Theme("nodes", tr("旅游节点")),
            *legend_themes(("tourism", "heritage", "protection"), county.project),
        ),
        county.crs(),
    )
    tables = [_nodes_table(nodes, points), _corridors_table(county, corridors, lines, page)]
    if not any(tables):
        tables = [_scenic_table(county, page)]
    return Draft(spec, layers, tuple(table for table in tables if table is not None))


def _names(
    county: County, nodes: Role | None, corridors: Role | None, themes: list[str], page: AtlasPage | None
) -> Subject | None:
    """The names of nodes and corridors, each in the colour of its kind."""
    wanted = []
    if nodes is not None and nodes.name_field:
        wanted.append(Named(nodes, partial(_name, nodes), NODE_POINTS, partial(_node_ink, nodes.class_field), 3.2))
    if corridors is not None and corridors.name_field:
        inks = {theme: ink_of(style_of_kind(CORRIDOR, number)) for number, theme in enumerate(themes)}
        ink = partial(_corridor_ink, corridors.class_field, inks)
        wanted.append(Named(corridors, partial(_name, corridors), CORRIDOR_POINTS, ink, 4.8))
    seats = role_of(county.project, county.roles, "seats", "level")
    return place_names(wanted, seats, county.layer("boundary"), area=area_of(page))


def _node_ink(field: str, feature: QgsFeature) -> QColor:
    value = said(feature, field)
    found = styles_of_values([value], NODE)[value]
    return ink_of(found or style(NODE))


def _corridor_ink(field: str, inks: dict[str, QColor], feature: QgsFeature) -> QColor:
    return inks.get(said(feature, field)) or ink_of(style(CORRIDOR))


def _name(role: Role, feature: QgsFeature) -> str:
    found = said(feature, role.name_field)
    return "" if found == UNKNOWN else found


def _nodes(role: Role, kinds: list[str], layer: QgsVectorLayer, view: View) -> None:
    renderer = None
    if role.class_field:
        renderer = class_renderer(layer, role.class_field, NODE, view.factor, other=NODE, values=kinds)
    if renderer and len(renderer.categories()) > 1:
        for at, one in enumerate(renderer.categories()):
            if one.label() == style(NODE).name:
                renderer.updateCategoryLabel(at, tr("其他旅游节点"))
    if renderer and renderer.categories():
        layer.setRenderer(renderer)
    else:
        apply_style(layer, NODE, view.factor)


def _headline(county: County, nodes, corridors, page: AtlasPage | None) -> tuple[str, str]:
    town, measure = of_town(page), Measure(county, page)
    length = sum(measure.kilometres(one) for one in corridors)
    parts = []
    if corridors:
        parts.append(tr("{count} 条廊带").format(count=len(corridors)))
    if nodes:
        parts.append(tr("{count} 个节点").format(count=len(nodes)))
    if not parts:
        scenic = on_page(county, county.layer("scenic_areas"), page)
        parts.append(tr("{count} 处风景名胜区").format(count=len(scenic)))
    words = tr("{town}全域旅游") if town else tr("县域全域旅游")
    if corridors:
        words = tr("{town}全域旅游（廊带共 {length} 公里）") if town else tr("县域全域旅游（廊带共 {length} 公里）")
    words = words.format(town=town, length=number(length, 1))
    return words, listed(parts)


def _nodes_table(nodes: Role | None, points: list[QgsFeature]) -> TableSpec | None:
    """The names of the nodes of each kind, as the legend calls it."""
    if nodes is None or not points:
        return None
    held: dict[str, list[QgsFeature]] = {}
    meanings = styles_of_values(kinds_of(points, nodes.class_field), NODE)
    for one in points:
        value = said(one, nodes.class_field)
        found = meanings.get(value)
        held.setdefault(found.name if found else style(NODE).name, []).append(one)
    if len(held) > 1 and style(NODE).name in held:
        held[tr("其他旅游节点")] = held.pop(style(NODE).name)
    rows = tuple((kind, str(len(members)), named(members, nodes.name_field)) for kind, members in held.items())
    columns = (
        Column(tr("类型"), letters=6),
        Column(tr("数量\n（个）"), "right"),
        Column(tr("节点"), "left", letters=17),
    )
    return TableSpec(tr("旅游节点"), columns, rows)


def _corridors_table(county: County, corridors: Role | None, lines, page: AtlasPage | None) -> TableSpec | None:
    """The corridors, the longest first, on the page of a town as far as they lie in it."""
    if corridors is None or not lines:
        return None
    measure = Measure(county, page)
    sized = sorted(((measure.kilometres(one), one) for one in lines), key=lambda pair: -pair[0])
    rows = tuple(
        (said(one, corridors.name_field), said(one, corridors.class_field), number(length, 1)) for length, one in sized
    )
    columns = (
        Column(tr("廊带"), "left", letters=12),
        Column(tr("主题"), letters=8),
        Column(tr("长度\n（公里）"), "right"),
    )
    return TableSpec(tr("旅游廊带"), columns, rows)


def _scenic_table(county: County, page: AtlasPage | None) -> TableSpec | None:
    """Scenic areas with their areas, where the county has neither nodes nor corridors."""
    role = role_of(county.project, county.roles, "scenic_areas")
    found: Iterable[QgsFeature] = on_page(county, role.layer, page) if role else []
    if not found or geometry_of(role.layer) != "polygon":
        return None
    measure = Measure(county, page)
    level = next((one for one in LEVEL_FIELDS if role.layer.fields().indexOf(one) >= 0), "")
    rows = tuple(
        (said(one, role.name_field), said(one, level), number(measure.hectares(one) / 100, 2)) for one in found
    )
    columns = (
        Column(tr("风景名胜区"), "left", letters=12),
        Column(tr("级别")),
        Column(tr("面积\n（平方公里）"), "right"),
    )
    return TableSpec(tr("风景名胜区"), columns, rows)
