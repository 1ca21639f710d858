"""Fitting legend, tables, locator, headline and notes into the strip, by measuring first and shrinking type evenly."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import combinations

from .boxes import Box, abreast, stacked
from .chart import ChartFit
from .legend import LegendFit, fits
from .page import Arrangement, Page
from .strip_parts import (
    HEADLINE_HEIGHT,
    LOCATOR_HEIGHTS,
    Contents,
    Parts,
    Sizes,
    chart_no_higher,
    measured_parts,
    named,
    notes_height,
    sizes_at,
    table_no_higher,
    title_height,
    wrapped_notes,
)
from .table import TableFit, widened

DENSITIES = (-0.9, -0.6, -0.3, -0.15, 0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
MOST_WITH_CHARTS = 0.6  # denser than this a sheet does without its charts
PAD, GAP, WIDEST_GAP = 4.5, 4.5, 16.0
NOTES_WIDTH = 80.0


@dataclass(frozen=True)
class Composition:
    """Boxes of the parts in the strip (only those present), with the sizes of type they were measured for. Tables are
    named ``table_1``, ``table_2`` … in their order, charts ``chart_1`` …"""

    boxes: dict[str, Box]
    legend: LegendFit
    tables: dict[str, TableFit]
    charts: dict[str, ChartFit]
    notes: str
    notes_points: float
    rules: list[tuple[tuple[float, float], tuple[float, float]]] = field(default_factory=list)


def compose(page: Page, arrangement: Arrangement, contents: Contents) -> Composition | None:
    """The contents in the strip at the largest type at which nothing overlaps, or ``None`` if even the smallest
    is too large. Charts are left out before type becomes small; a ``roomy`` arrangement is not filled with small type.
    """
    densities = [density for density in DENSITIES if density <= 0 or not arrangement.roomy]
    tried = [(contents, density) for density in densities if density <= MOST_WITH_CHARTS or not contents.charts]
    if contents.charts and not arrangement.roomy:
        tried += [(replace(contents, charts=()), density) for density in densities]
    for held, density in tried:
        found = _composed(page, arrangement, held, sizes_at(density, page.factor))
        if found:
            return found
    return None


def _composed(page: Page, arrangement: Arrangement, contents: Contents, sizes: Sizes) -> Composition | None:
    if arrangement.kind == "bottom" and arrangement.columns == 1:
        return _abreast(arrangement.strip, contents, sizes, page.factor)
    if arrangement.columns == 1:
        return _stacked(arrangement.strip, contents, sizes, page.factor)
    return _two_stacks(arrangement, contents, sizes, page.factor)


def _stacked(strip: Box, contents: Contents, sizes: Sizes, factor: float) -> Composition | None:
    box = strip.inset(PAD * factor)
    parts = measured_parts(contents, box.w, sizes, factor, box.h)
    if not parts:
        return None
    return _in_columns([box], [list(parts.heights)], parts, contents, sizes, factor)


def _two_stacks(arrangement: Arrangement, contents: Contents, sizes: Sizes, factor: float) -> Composition | None:
    box = arrangement.strip.inset(PAD * factor)
    left, right = abreast(box, [(box.w - 2 * PAD * factor) / 2] * 2, 2 * PAD * factor, 2 * PAD * factor)
    parts = measured_parts(contents, left.w, sizes, factor)
    if not parts:
        return None
    first = [name for name in ("headline", *parts.tables, *parts.charts, "notes") if name in parts.heights]
    second = [name for name in ("legend", "locator") if name in parts.heights]
    if arrangement.kind == "bottom":
        first, second = _balanced(parts.heights)
    made = _in_columns([left, right], [first, second], parts, contents, sizes, factor)
    if made and arrangement.kind == "bottom":
        middle = (left.right + right.x) / 2
        made.rules.append(((middle, box.y), (middle, box.bottom)))
    return made


def _balanced(heights: dict[str, float]) -> tuple[list[str], list[str]]:
    """The parts in two columns as equal in height as can be, each in the usual order, the headline in the first and the
    legend in the second."""
    others = [name for name in heights if name != "legend"]
    splits = [
        ([name for name in others if name in first], [name for name in heights if name not in first])
        for count in range(1, len(others) + 1)
        for first in combinations(others, count)
        if "headline" in first or "headline" not in heights
    ]
    return min(splits, key=lambda split: max(sum(heights[name] for name in column) for column in split))


def _in_columns(
    columns: list[Box], names: list[list[str]], parts: Parts, contents: Contents, sizes: Sizes, factor: float
) -> Composition | None:
    boxes: dict[str, Box] = {}
    rules = []
    for column, members in zip(columns, names):
        heights = [parts.heights[name] for name in members]
        spare = column.h - sum(heights) - GAP * factor * (len(members) - 1)
        if spare < 0:
            return None
        if "locator" in members:
            at = members.index("locator")
            tallest = min(LOCATOR_HEIGHTS[1] * factor, column.w / contents.locator_aspect)
            heights[at] = min(tallest, heights[at] + spare * 0.6)
        placed = stacked(column, heights, GAP * factor, WIDEST_GAP * factor)
        if members[-1] == "notes":  # notes stand at the foot, whatever room is left above them
            placed[-1] = Box(column.x, column.bottom - heights[-1], column.w, heights[-1])
        boxes.update(zip(members, placed))
        rules += [
            ((column.x, _between(upper, lower, factor)), (column.right, _between(upper, lower, factor)))
            for upper, lower in zip(placed, placed[1:])
        ]
    if "locator" in boxes:
        boxes["locator"] = _centred(boxes["locator"], contents.locator_aspect)
    return Composition(boxes, parts.legend, parts.tables, parts.charts, parts.notes, sizes.notes, rules)


def _between(upper: Box, lower: Box, factor: float) -> float:
    """Where the rule between two parts goes: half way, and never far above the lower one, which it belongs to."""
    return max((upper.bottom + lower.y) / 2, lower.y - WIDEST_GAP / 2 * factor)


def _abreast(strip: Box, contents: Contents, sizes: Sizes, factor: float) -> Composition | None:
    box = strip.inset(PAD * factor)
    notes = wrapped_notes(contents, sizes.notes, NOTES_WIDTH * factor)
    words_height = notes_height(notes, sizes) if notes else 0.0
    headline_height = (HEADLINE_HEIGHT + GAP) * factor if contents.headline else 0.0
    height = box.h - title_height(sizes.table)
    tables = named("table", (table_no_higher(table, sizes.table, height) for table in contents.tables))
    charts = named("chart", (chart_no_higher(chart, sizes.table, height, factor) for chart in contents.charts))
    figures = {**tables, **charts}
    if headline_height + words_height > box.h or None in figures.values():
        return None
    widths = {"words": NOTES_WIDTH * factor, **{name: one.width for name, one in figures.items()}, "legend": 0.0}
    if contents.locator_aspect:
        widths["locator"] = min(box.h * contents.locator_aspect, box.w * 0.24)
    gap = 2 * GAP * factor
    rest = box.w - sum(widths.values()) - gap * (len(widths) - 1)
    legend = fits(contents.legend, rest, box.h, sizes.legend, factor)
    if legend is None:
        return None
    widths["legend"] = legend.width
    spare = (box.w - sum(widths.values()) - gap * (len(widths) - 1)) / max(1, len(tables))
    for name, table in tables.items():
        tables[name] = widened(table, table.width + min(spare * 0.5, table.width * 0.35))
        widths[name] = tables[name].width
    placed = abreast(box, list(widths.values()), gap, 3 * WIDEST_GAP * factor)
    boxes = dict(zip(widths, placed))
    rules = [
        (((left.right + right.x) / 2, box.y), ((left.right + right.x) / 2, box.bottom))
        for left, right in zip(placed, placed[1:])
    ]
    words = boxes.pop("words")
    if contents.headline:
        boxes["headline"] = Box(words.x, words.y, words.w, HEADLINE_HEIGHT * factor)
    if notes:
        boxes["notes"] = Box(words.x, words.y + headline_height, words.w, words.h - headline_height)
    if "locator" in boxes:
        boxes["locator"] = _centred(boxes["locator"], contents.locator_aspect)
    return Composition(boxes, legend, tables, charts, notes, sizes.notes, rules)


def _centred(box: Box, aspect: float) -> Box:
    """The largest box of a proportion inside another, centred in width and at its top."""
    width = min(box.w, box.h * aspect)
    height = width / aspect
    return Box(box.x + (box.w - width) / 2, box.y, width, height)
