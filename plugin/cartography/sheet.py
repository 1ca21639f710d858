"""A sheet of a county plan as a print layout of stock items, which the planner can go on editing in QGIS.

The order of work: choose scale and place of the county, draw the layers for that scale, measure legend, table
and notes, compose them in a strip beside or below the map, and only then put items on the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsUnitTypes,
)

from .boxes import Box
from .chart import ChartSpec
from .composition import Composition, compose
from .drawing import Drawn, check, draw, keep
from .faults import SheetFault
from .furniture import (
    add_chart_block,
    add_foot,
    add_frames,
    add_headline,
    add_notes,
    add_rules,
    add_table_block,
    add_titles,
    add_vertical_title,
)
from .legend import add_legend, base_themes, place_legend
from .maps import ORNAMENT, add_locator, add_main_map, add_ornament
from .notes import sheet_notes
from .older_layouts import make_room, mark_fresh
from .page import Arrangement, Page, arrangements, narrow_arrangement, page_of
from .placing import Placing, best_scale, free_corner, place_county
from .spec import Role, SheetLayers, SheetSpec, TableSpec
from .strip_parts import Contents
from .view import View

MAP_MARGIN = 6.0
CLEARLY_LARGER = 0.85
LOCATOR_ASPECTS = (0.75, 1.7)
LOCATOR_HEIGHT = 46.0  # in a corner of the map


@dataclass(frozen=True)
class _Attempt:
    layout: QgsPrintLayout
    arrangement: Arrangement
    placing: Placing
    view: View
    drawn: list[Drawn]
    contents: Contents
    locator: Box | None
    composition: Composition | None


def build_sheet(
    project: QgsProject,
    spec: SheetSpec,
    layers: SheetLayers,
    *tables: TableSpec,
    charts: Sequence[ChartSpec] = (),
) -> QgsPrintLayout:
    """The sheet as a layout of the project, named by its number and theme; an older one of that name is replaced, or
    set aside under another name when the planner has worked on it.

    Must run in the main thread. Raises :class:`SheetFault` for layers that cannot be drawn (no CRS, not readable), a
    sheet CRS not in metres, a county without shape, or tables too long for the paper. Tables without rows and charts
    without bars are left out, and charts also where they leave too little room.
    """
    made = loose_sheet(project, spec, layers, *tables, charts=charts)
    keep(project, made.drawn, made.layout.name())
    manager = project.layoutManager()
    make_room(manager, made.layout.name())
    manager.addLayout(made.layout)
    mark_fresh(made.layout)
    return made.layout


@dataclass(frozen=True)
class LooseSheet:
    """A sheet that no project keeps: it and its clones live as long as this object is held."""

    layout: QgsPrintLayout
    drawn: list[Drawn]


def loose_sheet(
    project: QgsProject,
    spec: SheetSpec,
    layers: SheetLayers,
    *tables: TableSpec,
    charts: Sequence[ChartSpec] = (),
) -> LooseSheet:
    """The sheet as a layout that is not added to the project, for pages that are exported and forgotten.

    Base layers that sheets of the project already drew are shared. Threads and faults as in :func:`build_sheet`.
    """
    crs = _sheet_crs(project, spec)
    check(layers, crs)
    county = _shape(layers.focus or layers.boundary, crs)
    page = page_of(spec.paper, spec.factor)
    figures = [table for table in tables if table.rows], [chart for chart in charts if chart.bars]
    for arrangement in _by_preference(page, county, spec.vertical_title):
        attempt = _attempt(project, spec, layers, figures, page, arrangement, county, crs)
        if attempt.composition:
            return LooseSheet(_finish(spec, layers, page, attempt), attempt.drawn)
    raise SheetFault("too_full", paper=spec.paper, rows=sum(len(table.rows) for table in tables))


def sheet_name(spec: SheetSpec) -> str:
    """The name of the layout and of the group of its layers."""
    return f"{spec.sheet_number} {spec.theme_title}".strip()


def _sheet_crs(project: QgsProject, spec: SheetSpec) -> QgsCoordinateReferenceSystem:
    crs = QgsCoordinateReferenceSystem(spec.crs) if spec.crs else project.crs()
    if not crs.isValid() or crs.mapUnits() != QgsUnitTypes.DistanceUnit.DistanceMeters:
        raise SheetFault("not_metric", crs=crs.authid() or spec.crs)
    return crs


def _shape(boundary: Role, crs: QgsCoordinateReferenceSystem) -> QgsGeometry:
    """The county in the CRS of the sheet, without detail finer than a line."""
    transform = QgsCoordinateTransform(boundary.layer.crs(), crs, QgsProject.instance())
    parts = []
    for feature in boundary.layer.getFeatures():
        part = QgsGeometry(feature.geometry())
        if not part.isEmpty():
            part.transform(transform)
            parts.append(part)
    shape = QgsGeometry.unaryUnion(parts)
    if shape.isEmpty():
        raise SheetFault("no_boundary", layer=boundary.layer.name())
    simpler = shape.simplify(shape.boundingBox().width() / 2000).makeValid()
    return shape if simpler.isEmpty() else simpler


def _by_preference(page: Page, county: QgsGeometry, vertical_title: bool) -> list[Arrangement]:
    """A strip at the side, a narrow one first where that gives a larger map, unless one at the bottom gives a clearly
    larger map; wider strips when neither suffices. On an upright page the strip that leaves the largest map."""
    ways = [narrow_arrangement(page), *arrangements(page)]
    if vertical_title:
        ways = [one.with_title_band(page) for one in ways]
    narrow, side, bottom, *wider = ways
    scale = {id(one): best_scale(county, one.map, MAP_MARGIN * page.unit) for one in ways}
    if page.upright:
        return sorted(ways[1:], key=lambda one: scale[id(one)])
    first = [narrow] if scale[id(narrow)] < scale[id(side)] else []
    if scale[id(bottom)] < scale[id(side)] * CLEARLY_LARGER:
        return [bottom, *first, side, *wider]
    return [*first, side, *wider, bottom]


def _attempt(project, spec, layers, figures, page: Page, arrangement: Arrangement, county, crs) -> _Attempt:
    factor = page.factor
    placing = place_county(county, arrangement.map, MAP_MARGIN * page.unit, tuple(side * factor for side in ORNAMENT))
    view = View(crs, placing.extent, placing.scale, factor)
    drawn = draw(project, layers, view)
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize(
        QgsLayoutSize(page.paper.w, page.paper.h, QgsUnitTypes.LayoutUnit.LayoutMillimeters)
    )
    aspect = _locator_aspect(layers, crs)
    size = (LOCATOR_HEIGHT * aspect * factor, LOCATOR_HEIGHT * factor)
    corner = free_corner(county, arrangement.map, MAP_MARGIN * page.unit, placing, size) if aspect else None
    contents = Contents(
        legend=add_legend(layout, drawn, (*spec.themes, *base_themes()), view if layers.focus else None),
        notes=sheet_notes(spec, crs),
        tables=tuple(figures[0]),
        charts=tuple(figures[1]),
        locator_aspect=0.0 if corner else aspect,
        headline=bool(spec.headline_value),
    )
    composition = compose(page, arrangement, contents)
    return _Attempt(layout, arrangement, placing, view, drawn, contents, corner, composition)


def _finish(spec: SheetSpec, layers: SheetLayers, page: Page, made: _Attempt) -> QgsPrintLayout:
    layout, boxes = made.layout, made.composition.boxes
    add_frames(layout, page, made.arrangement)
    main = add_main_map(layout, _of_place(made.drawn, "main"), made.arrangement.map, made.view)
    add_ornament(layout, main, made.placing.ornament, spec.wind, page, made.view.scale)
    add_titles(layout, page, spec)
    if made.arrangement.title:
        add_vertical_title(layout, page, spec.theme_title, made.arrangement.title)
    add_foot(layout, page, spec)
    add_rules(layout, page, made.arrangement, made.composition)
    if "headline" in boxes:
        add_headline(layout, boxes["headline"], spec, page.factor)
    for item_id, fit in made.composition.tables.items():
        add_table_block(layout, item_id, boxes[item_id], fit)
    for item_id, fit in made.composition.charts.items():
        add_chart_block(layout, item_id, boxes[item_id], fit)
    locator = made.locator or boxes.get("locator")
    if locator:
        around = _around(layers, made.view.crs)
        main.addLabelBlockingItem(add_locator(layout, _of_place(made.drawn, "locator"), locator, made.view, around))
    if "notes" in boxes:
        add_notes(layout, boxes["notes"], made.composition)
    place_legend(made.contents.legend, made.composition.legend, boxes["legend"], page.factor)
    layout.setName(sheet_name(spec))
    layout.refresh()
    return layout


def _of_place(drawn: list[Drawn], place: str) -> list:
    return [one.layer for one in drawn if one.entry.place == place]


def _around(layers: SheetLayers, crs: QgsCoordinateReferenceSystem) -> QgsRectangle:
    """What the locator shows: the county about the area of an atlas page, else the prefecture, or the county with its
    neighbours."""
    role = (layers.boundary if layers.focus else None) or layers.prefecture or layers.neighbours
    transform = QgsCoordinateTransform(role.layer.crs(), crs, QgsProject.instance())
    extent = transform.transformBoundingBox(role.layer.extent())
    county = QgsCoordinateTransform(layers.boundary.layer.crs(), crs, QgsProject.instance())
    extent.combineExtentWith(county.transformBoundingBox(layers.boundary.layer.extent()))
    return extent


def _locator_aspect(layers: SheetLayers, crs: QgsCoordinateReferenceSystem) -> float:
    if not (layers.focus or layers.prefecture or layers.neighbours):
        return 0.0
    extent = _around(layers, crs)
    least, most = LOCATOR_ASPECTS
    return min(most, max(least, extent.width() / extent.height()))
