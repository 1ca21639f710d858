"""Cover and contents of a booklet, as layouts of stock items in the style of its sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsFillSymbol,
    QgsGeometry,
    QgsLayoutItemPolygon,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QColor, QPolygonF

from ..language import tr
from .boxes import Box
from .facts import SheetFacts
from .measure import points_to_fit, wrapped
from .page import FRAME_GAP, INNER_LINE, OUTER_LINE, Page, page_of
from .page_items import add_frame, add_label, add_rule
from .paper import paper_size, size_beside_a3
from .spec import Column, TableSpec
from .table import add_table, measured, widened
from .typefaces import INK, QUIET

GROUND = QColor(232, 240, 234)
COUNTY_RGB, COUNTY_EDGE_RGB, SHADOW_RGB = "120,158,138,255", "62,102,86,255", "198,214,204,255"
TOWN_RGBS = ("120,158,138,255", "138,173,152,255", "104,144,126,255", "152,184,164,255", "128,166,150,255")
TOWN_EDGE_RGB = "232,240,234,255"
LEAST_PART = 0.01  # parts of the county under a hundredth of the largest are not drawn
ROW_POINTS, LONGEST_TITLE_MM = 10.5, 165.0  # on A3
INDENT = "　　"


@dataclass(frozen=True)
class ContentsRow:
    """A page in the contents: 图号, title, type and scale as text, its number; ``depth`` 1 under a sheet."""

    number: str
    title: str
    type: str
    scale: str
    page: int
    depth: int = 0


def cover_layout(
    project: QgsProject, facts: SheetFacts, county: QgsGeometry, title: str, towns: Sequence[QgsGeometry] = ()
) -> QgsPrintLayout:
    """The cover: plan and 图集 above the outline of the county and its towns (all in one system), who made it and when
    below."""
    page = _page(facts.paper)
    layout = _empty(project, page, tr("封面"))
    unit, factor = page.unit, page.factor
    add_frame(layout, "cover_ground", page.paper, 0, fill=GROUND)
    frame = page.paper.inset(10 * unit)
    add_frame(layout, "frame_outer", frame, OUTER_LINE * unit)
    add_frame(layout, "frame_inner", frame.inset(FRAME_GAP * unit), INNER_LINE * unit)
    inner = frame.inset(14 * unit)
    _corners(layout, facts, inner, factor)
    plan = Box(inner.x, inner.y + inner.h * 0.07, inner.w, inner.h * 0.11)
    size = points_to_fit(facts.plan_title, plan.w * 0.94, 34 * factor, 12 * factor, True, True)
    add_label(layout, "plan_title", facts.plan_title, plan, size, INK, True, True, "center")
    big = Box(inner.x, plan.bottom, inner.w, inner.h * 0.14)
    spaced = "　".join(title) if len(title) <= 4 and title.isascii() is False else title
    size = points_to_fit(spaced, big.w * 0.9, 54 * factor, 14 * factor, True, True)
    add_label(layout, "booklet_title", spaced, big, size, INK, True, True, "center")
    rule = big.bottom + 2 * unit
    middle, half = inner.x + inner.w / 2, min(inner.w * 0.18, 70 * unit)
    add_rule(layout, "title_rule", (middle - half, rule), (middle + half, rule), 0.5 * unit, QColor(62, 102, 86))
    foot = Box(inner.x, inner.y + inner.h * 0.86, inner.w, inner.h * 0.12)
    _outline(layout, county, towns, Box(inner.x, rule + 6 * unit, inner.w, foot.y - rule - 10 * unit), unit)
    _who_and_when(layout, facts, foot, factor)
    return layout


def contents_layouts(
    project: QgsProject, facts: SheetFacts, rows: Sequence[ContentsRow], numbered: str = ""
) -> list[QgsPrintLayout]:
    """The contents on as many pages as they need; ``numbered`` is the title of the booklet, shown above the frame."""
    page = _page(facts.paper)
    parts = list(_parts(rows, _rows_in(page)))
    return [_contents(project, facts, page, part, i, len(parts), numbered) for i, part in enumerate(parts, start=1)]


def contents_count(paper: str, rows: int) -> int:
    """How many pages the contents of so many rows take."""
    return max(1, -(-rows // _rows_in(_page(paper))))


def _contents(project, facts, page: Page, rows: Sequence[ContentsRow], at: int, of: int, booklet: str):
    factor, unit = page.factor, page.unit
    name = tr("目录") if of == 1 else tr("目录（{page}/{pages}）").format(page=at, pages=of)
    layout = _empty(project, page, name)
    add_frame(layout, "frame_outer", page.frame, OUTER_LINE * unit)
    add_frame(layout, "frame_inner", page.inner, INNER_LINE * unit)
    half = page.title.w / 2
    left = Box(page.title.x, page.title.y, half, page.title.h)
    right = Box(left.right, left.y, half, left.h)
    size = points_to_fit(facts.plan_title, half, 19 * factor, 8 * factor, True, True)
    add_label(layout, "plan_title", facts.plan_title, left, size, INK, True, True)
    add_label(layout, "theme_title", name, right, 24 * factor, INK, True, True, "right")
    room = page.inner.inset(9 * unit)
    fit = widened(measured(_table(rows), ROW_POINTS * factor), min(room.w, 330 * unit))
    x = room.x + (room.w - fit.width) / 2
    add_table(layout, "contents", fit, Box(x, room.y, fit.width, fit.height))
    if booklet:
        add_label(layout, "booklet_title", booklet, page.foot, 10 * factor, QUIET, heading=True)
    return layout


def _table(rows: Sequence[ContentsRow]) -> TableSpec:
    columns = (
        Column(tr("图号"), width=18),
        Column(tr("图名"), "left", width=120),
        Column(tr("类型"), width=20),
        Column(tr("比例尺"), "right", width=26),
        Column(tr("页码"), "right", width=16),
    )
    cells = tuple(
        (row.number, _one_line(f"{INDENT * row.depth}{row.title}"), row.type, row.scale or "—", str(row.page))
        for row in rows
    )
    return TableSpec("", columns, cells)


def _one_line(title: str) -> str:
    """A title that would take two lines ends in dots, so that every page holds the same number of rows."""
    first, _, more = wrapped(title, ROW_POINTS, LONGEST_TITLE_MM).partition("\n")
    return f"{first}…" if more else title


def _rows_in(page: Page) -> int:
    """How many rows of one line a page of contents holds."""
    row = ROW_POINTS * page.factor
    fit = measured(TableSpec("", (Column(""),), (("字",),)), row)
    room = page.inner.h - 18 * page.unit - fit.head_height * 1.5
    return max(5, int(room / (fit.row_heights[0] + 0.2)))


def _parts(rows: Sequence[ContentsRow], most: int):
    for start in range(0, max(1, len(rows)), most):
        yield rows[start : start + most]


def _corners(layout, facts: SheetFacts, inner: Box, factor: float) -> None:
    """密级 to the left, 审图号 to the right, above."""
    line = Box(inner.x, inner.y, inner.w, 7 * factor)
    if facts.secrecy:
        add_label(layout, "secrecy", facts.secrecy, line, 14 * factor, INK, True, True)
    if facts.approval:
        text = tr("审图号：{number}").format(number=facts.approval)
        add_label(layout, "approval", text, line, 12 * factor, INK, heading=True, align="right")


def _who_and_when(layout, facts: SheetFacts, foot: Box, factor: float) -> None:
    """Who made it and when, one under the other."""
    lines = [text for text in (facts.organisation or facts.drawing_office, facts.date_text) if text]
    height = foot.h / 2
    for i, (item_id, text) in enumerate(zip(("organisation", "date"), lines)):
        box = Box(foot.x, foot.y + i * height, foot.w, height)
        points = points_to_fit(text, box.w * 0.9, (20 if i == 0 else 16) * factor, 8 * factor, heading=True)
        add_label(layout, item_id, text, box, points, INK, heading=True, align="center")


def _outline(layout, county: QgsGeometry, towns: Sequence[QgsGeometry], box: Box, unit: float) -> None:
    """The county in the middle of the box, its towns in quiet tints, on its shadow."""
    rings = _rings(county)
    if not rings:
        return
    bounds = county.boundingBox()
    scale = min(box.w / bounds.width(), box.h / bounds.height())
    x = box.x + (box.w - bounds.width() * scale) / 2
    y = box.y + (box.h - bounds.height() * scale) / 2

    def add(name: str, ring, fill: str, edge: str, width: float, away: float = 0.0) -> None:
        corners = [
            QPointF(x + (p.x() - bounds.xMinimum()) * scale + away, y + (bounds.yMaximum() - p.y()) * scale + away)
            for p in ring
        ]
        item = QgsLayoutItemPolygon(QPolygonF(corners), layout)
        item.setId(name)
        item.setSymbol(_fill(fill, edge, width))
        layout.addLayoutItem(item)

    for i, ring in enumerate(rings, start=1):
        add(f"shadow_{i}", ring, SHADOW_RGB, SHADOW_RGB, 0.0, 1.6 * unit)
        add(f"county_{i}", ring, COUNTY_RGB, COUNTY_RGB, 0.0)
    for i, town in enumerate(towns, start=1):
        for ring in _rings(town):
            add(f"town_{i}", ring, TOWN_RGBS[i % len(TOWN_RGBS)], TOWN_EDGE_RGB, 0.25 * unit)
    for i, ring in enumerate(rings, start=1):
        add(f"edge_{i}", ring, "", COUNTY_EDGE_RGB, 0.8 * unit)


def _fill(fill: str, edge: str, width: float) -> QgsFillSymbol:
    return QgsFillSymbol.createSimple(
        {
            "color": fill or "255,255,255,0",
            "style": "solid" if fill else "no",
            "outline_color": edge,
            "outline_width": f"{width:g}",
            "outline_style": "solid" if width else "no",
            "joinstyle": "round",
        }
    )


def _rings(county: QgsGeometry) -> list:
    """The outer rings of the county's parts, the tiny ones left out."""
    simple = county.simplify(max(county.boundingBox().width(), county.boundingBox().height()) / 1500)
    parts = simple.asMultiPolygon() if simple.isMultipart() else [simple.asPolygon()]
    rings = [part[0] for part in parts if part and len(part[0]) > 3]
    areas = [QgsGeometry.fromPolygonXY([ring]).area() for ring in rings]
    most = max(areas, default=0.0)
    return [ring for ring, area in zip(rings, areas) if area >= most * LEAST_PART]


def _page(paper: str) -> Page:
    return page_of(paper, size_beside_a3(*paper_size(paper)) ** 0.75)


def _empty(project: QgsProject, page: Page, name: str) -> QgsPrintLayout:
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(name)
    layout.pageCollection().page(0).setPageSize(
        QgsLayoutSize(page.paper.w, page.paper.h, QgsUnitTypes.LayoutUnit.LayoutMillimeters)
    )
    return layout
