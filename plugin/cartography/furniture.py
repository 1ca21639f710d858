"""The words and lines around the map: titles, frames, headline figure, table, notes and signatures."""

from __future__ import annotations

from qgis.core import QgsLayoutPoint, QgsPrintLayout
from qgis.PyQt.QtGui import QColor

from ..language import tr
from .boxes import Box
from .catalogue import style
from .chart import ChartFit, add_chart
from .composition import Composition
from .measure import MM_PER_POINT, points_to_fit, text_width
from .page import INNER_LINE, OUTER_LINE, Arrangement, Page
from .page_items import add_frame, add_label, add_rule
from .spec import SheetSpec
from .strip_parts import HEADLINE_HEIGHT, title_height
from .table import TableFit, add_table
from .typefaces import INK, QUIET

RULE = QColor(170, 174, 170)
HEADLINE_GROUND = QColor(236, 243, 240)
PLAN_POINTS, THEME_POINTS = 19.0, 24.0
TITLE_GAP = 12.0
VERTICAL_POINTS, VERTICAL_PITCH = 30.0, 1.5  # of a vertical title: largest type, and from letter to letter
FIRST_CHINESE = 0x2E80
UPRIGHT_BRACKETS = str.maketrans("（）()", "︵︶︵︶")
SNUG = 0.96  # a label that its text just fills breaks it at a space


def add_frames(layout: QgsPrintLayout, page: Page, arrangement: Arrangement) -> None:
    """The double frame: outer thick, inner thin."""
    add_frame(layout, "frame_outer", page.frame, OUTER_LINE * page.unit)
    add_frame(layout, "frame_inner", page.inner, INNER_LINE * page.unit)
    add_frame(layout, "strip_ground", arrangement.strip, 0, fill=QColor(255, 255, 255))


def add_titles(layout: QgsPrintLayout, page: Page, spec: SheetSpec) -> None:
    """Plan to the left, theme to the right, both above the frame; smaller together when they would meet."""
    plan, theme = PLAN_POINTS * page.factor, THEME_POINTS * page.factor
    across = "" if spec.vertical_title else spec.theme_title
    room = page.title.w - TITLE_GAP * page.unit
    wide = text_width(spec.plan_title, plan, True, True) + text_width(across, theme, True, True)
    shrink = min(1.0, room / wide) if wide else 1.0
    split = min(text_width(spec.plan_title, plan * shrink, True, True) * 1.02 + TITLE_GAP / 2 * page.unit, page.title.w)
    title = page.title
    add_label(
        layout, "plan_title", spec.plan_title, Box(title.x, title.y, split, title.h), plan * shrink, INK, True, True
    )
    if across:
        right = Box(title.x + split, title.y, title.w - split, title.h)
        add_label(layout, "theme_title", across, right, theme * shrink, INK, True, True, align="right")
    strip = Box(title.x, title.y - 5 * page.unit, title.w / 2, 5 * page.unit)
    if spec.secrecy:
        add_label(layout, "secrecy", spec.secrecy, strip, 9 * page.factor, INK, True, True)
    if spec.sheet_number:
        right = Box(strip.right, strip.y, strip.w, strip.h)
        text = tr("图号：{number}").format(number=spec.sheet_number)
        add_label(layout, "sheet_number", text, right, 9 * page.factor, align="right")


def add_vertical_title(layout: QgsPrintLayout, page: Page, title: str, band: Box) -> None:
    """The theme down the side of the map as on hanging maps: Chinese letter under letter, other writing turned."""
    add_frame(layout, "title_ground", band, 0, fill=QColor(255, 255, 255))
    add_rule(layout, "title_edge", (band.right, band.y), (band.right, band.bottom), INNER_LINE * page.unit)
    most = VERTICAL_POINTS * page.factor
    if any(ord(letter) >= FIRST_CHINESE for letter in title):
        letters = title.translate(UPRIGHT_BRACKETS)
        points = min(most, band.h * 0.94 / (len(letters) * VERTICAL_PITCH * MM_PER_POINT), band.w * 0.7 / MM_PER_POINT)
        pitch = min(points * MM_PER_POINT * 2.0, band.h * 0.94 / len(letters))
        top = band.y + (band.h - pitch * len(letters)) / 2
        for number, letter in enumerate(letters, start=1):
            box = Box(band.x, top + (number - 1) * pitch, band.w, pitch)
            name = "theme_title" if number == 1 else f"theme_title_{number}"
            add_label(layout, name, letter, box, points, INK, True, True, align="center")
        return
    points = points_to_fit(title, band.h * 0.9, most, most / 3, True, True)
    lying = Box(band.x, band.y, band.h, band.w)
    label = add_label(layout, "theme_title", title, lying, points, INK, True, True, align="center")
    label.setItemRotation(-90, False)
    label.attemptMove(QgsLayoutPoint(band.x, band.bottom))


def add_foot(layout: QgsPrintLayout, page: Page, spec: SheetSpec) -> None:
    """编制单位 and date to the left, 制图单位 and authors to the right, below the frame."""
    points, foot = 10 * page.factor, page.foot
    left = "　".join(
        text
        for text in (
            tr("{organisation} 编制").format(organisation=spec.organisation) if spec.organisation else "",
            spec.date_text,
        )
        if text
    )
    right = "　".join(
        text
        for text in (
            tr("制图单位：{office}").format(office=spec.drawing_office) if spec.drawing_office else "",
            tr("审图号：{number}").format(number=spec.approval) if spec.approval else "",
            *spec.credits,
        )
        if text
    )
    half = Box(foot.x, foot.y, foot.w / 2, foot.h)
    if left:
        add_label(layout, "organisation", left, half, points_to_fit(left, half.w, points, points / 2), heading=True)
    if right:
        other = Box(half.right, half.y, half.w, half.h)
        add_label(
            layout,
            "drawing_office",
            right,
            other,
            points_to_fit(right, half.w, points, points / 2),
            heading=True,
            align="right",
        )


def add_rules(layout: QgsPrintLayout, page: Page, arrangement: Arrangement, composition: Composition) -> None:
    """The line between map and strip, and fine lines between the parts of the strip."""
    strip = arrangement.strip
    end = (strip.right, strip.y) if arrangement.kind == "bottom" else (strip.x, strip.bottom)
    add_rule(layout, "strip_edge", (strip.x, strip.y), end, INNER_LINE * page.unit)
    for number, (start, stop) in enumerate(composition.rules, start=1):
        add_rule(layout, f"rule_{number}", start, stop, 0.15 * page.unit, RULE)


def add_headline(layout: QgsPrintLayout, box: Box, spec: SheetSpec, factor: float) -> None:
    """The one figure a planner would quote, large."""
    add_frame(layout, "headline_ground", box, 0, fill=HEADLINE_GROUND)
    pad = 3 * factor
    words = Box(box.x + pad, box.y + 1.2 * factor, box.w - 2 * pad, 6.5 * factor)
    figure = Box(words.x, words.bottom - factor, words.w, HEADLINE_HEIGHT * factor - words.h - 1.2 * factor)
    size = points_to_fit(spec.headline_text, words.w * SNUG, 9.5 * factor, 5 * factor)
    add_label(layout, "headline_text", spec.headline_text, words, size, heading=True, align="center")
    near = style("band_1").strokes[0].colour
    size = points_to_fit(spec.headline_value, figure.w * SNUG, 31 * factor, 8 * factor, True, True)
    add_label(
        layout,
        "headline_value",
        spec.headline_value,
        figure,
        size,
        QColor(near.red(), near.green(), near.blue()),
        True,
        True,
        align="center",
    )


def add_table_block(layout: QgsPrintLayout, item_id: str, box: Box, fit: TableFit) -> None:
    """The title of a table and the table under it."""
    head = Box(box.x, box.y, box.w, title_height(fit.points))
    points = points_to_fit(fit.table.title, head.w, fit.points * 1.3, fit.points * 0.7, True, True)
    add_label(layout, f"{item_id}_title", fit.table.title, head, points, INK, True, True, align="center")
    add_table(layout, item_id, fit, Box(box.x, head.bottom, fit.width, fit.height))


def add_chart_block(layout: QgsPrintLayout, item_id: str, box: Box, fit: ChartFit) -> None:
    """The title of a chart and the chart under it."""
    head = Box(box.x, box.y, box.w, title_height(fit.points))
    points = points_to_fit(fit.chart.title, head.w, fit.points * 1.3, fit.points * 0.7, True, True)
    add_label(layout, f"{item_id}_title", fit.chart.title, head, points, INK, True, True, align="center")
    add_chart(layout, item_id, fit, Box(box.x, head.bottom, fit.width, fit.height))


def add_notes(layout: QgsPrintLayout, box: Box, composition: Composition) -> None:
    """The notes under their heading."""
    points = composition.notes_points
    head = Box(box.x, box.y, box.w, title_height(points))
    add_label(layout, "notes_title", tr("说明"), head, points * 1.2, INK, True, True)
    add_label(
        layout,
        "notes",
        composition.notes,
        Box(box.x, head.bottom, box.w, box.bottom - head.bottom),
        points,
        QUIET,
        middle=False,
    )
