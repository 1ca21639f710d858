"""Fitting legend, tables, locator, headline and notes into the strip, by measuring first and shrinking type evenly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations

from qgis.core import QgsLayoutItemLegend

from .boxes import Box, abreast, stacked
from .legend import LegendFit, fits, lowest
from .measure import text_height, wrapped
from .page import Arrangement, Page
from .spec import TableSpec
from .table import TableFit, measured, widened

DENSITIES = (-0.3, -0.15, 0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
HEADLINE_HEIGHT = 23.0
TITLE_SHARE = 2.3  # height of a block's title, in text sizes of the block, as a multiple of the point in mm
LEAST_TABLE, LEAST_LEGEND = 5.4, 6.0
SHRINKING = 0.3
ROUNDING = 1e-6
WORTH_A_COLUMN = 0.75
PAD, GAP, WIDEST_GAP = 4.5, 4.5, 16.0
LOCATOR_HEIGHTS = (30.0, 66.0)
NOTES_WIDTH = 80.0


@dataclass(frozen=True)
class Contents:
    """What the strip must hold; the locator by its proportion of width to height (0: none)."""

    legend: QgsLayoutItemLegend
    notes: tuple[str, ...]
    tables: tuple[TableSpec, ...] = ()
    locator_aspect: float = 0.0
    headline: bool = False


@dataclass(frozen=True)
class Composition:
    """Boxes of the parts in the strip (only those present), with the sizes of type they were measured for. Tables are
    named ``table_1``, ``table_2`` … in their order."""

    boxes: dict[str, Box]
    legend: LegendFit
    tables: dict[str, TableFit]
    notes: str
    notes_points: float
    rules: list[tuple[tuple[float, float], tuple[float, float]]] = field(default_factory=list)


@dataclass(frozen=True)
class _Sizes:
    table: float
    legend: float
    notes: float
    locator: float


def compose(page: Page, arrangement: Arrangement, contents: Contents) -> Composition | None:
    """The contents in the strip at the largest type at which nothing overlaps, or ``None`` if even the smallest
    is too large."""
    for density in DENSITIES:
        sizes = _sizes(density, page.factor)
        if arrangement.kind == "bottom" and arrangement.columns == 1:
            found = _abreast(arrangement.strip, contents, sizes, page.factor)
        elif arrangement.columns == 1:
            found = _stacked(arrangement.strip, contents, sizes, page.factor)
        else:
            found = _two_stacks(arrangement, contents, sizes, page.factor)
        if found:
            return found
    return None


def title_height(points: float) -> float:
    """Room for the title of a block whose text has this size."""
    return points * 0.3528 * TITLE_SHARE


def _sizes(density: float, factor: float) -> _Sizes:
    def between(loose: float, dense: float) -> float:
        return (loose + (dense - loose) * density) * factor

    return _Sizes(
        between(8.0, LEAST_TABLE), between(8.0, LEAST_LEGEND), between(6.8, 5.2), between(44.0, LOCATOR_HEIGHTS[0])
    )


def _stacked(strip: Box, contents: Contents, sizes: _Sizes, factor: float) -> Composition | None:
    box = strip.inset(PAD * factor)
    blocks = _blocks(contents, box.w, sizes, factor)
    if not blocks:
        return None
    return _in_columns([box], [list(blocks.heights)], blocks, contents, sizes, factor)


def _two_stacks(arrangement: Arrangement, contents: Contents, sizes: _Sizes, factor: float) -> Composition | None:
    box = arrangement.strip.inset(PAD * factor)
    left, right = abreast(box, [(box.w - 2 * PAD * factor) / 2] * 2, 2 * PAD * factor, 2 * PAD * factor)
    blocks = _blocks(contents, left.w, sizes, factor)
    if not blocks:
        return None
    first = [name for name in ("headline", *blocks.tables, "notes") if name in blocks.heights]
    second = [name for name in ("legend", "locator") if name in blocks.heights]
    if arrangement.kind == "bottom":
        first, second = _balanced(blocks.heights)
    made = _in_columns([left, right], [first, second], blocks, contents, sizes, factor)
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


@dataclass(frozen=True)
class _Blocks:
    heights: dict[str, float]
    legend: LegendFit
    tables: dict[str, TableFit]
    notes: str


def _blocks(contents: Contents, width: float, sizes: _Sizes, factor: float) -> _Blocks | None:
    """Heights of the parts in a column of a given width, from the top; ``None`` when one is too wide."""
    legend = _legend(contents.legend, width, sizes.legend, factor)
    tables = _named(_table_no_wider(table, sizes.table, width, LEAST_TABLE * factor) for table in contents.tables)
    if legend is None or None in tables.values():
        return None
    notes = _notes(contents, sizes.notes, width)
    heights = {}
    if contents.headline:
        heights["headline"] = HEADLINE_HEIGHT * factor
    heights["legend"] = legend.height
    heights.update({name: table.height + title_height(table.points) for name, table in tables.items()})
    if contents.locator_aspect:
        heights["locator"] = min(sizes.locator, width / contents.locator_aspect)
    if notes:
        heights["notes"] = text_height(notes, sizes.notes) + title_height(sizes.notes)
    return _Blocks(heights, legend, tables, notes)


def _named(tables: Iterable[TableFit | None]) -> dict[str, TableFit | None]:
    return {f"table_{number}": table for number, table in enumerate(tables, start=1)}


def _legend(legend: QgsLayoutItemLegend, width: float, points: float, factor: float) -> LegendFit | None:
    """The legend at the wanted size, or smaller where that gains a column and makes it lower by a good deal."""
    best = None
    while points >= LEAST_LEGEND * factor - ROUNDING:
        fit = lowest(legend, width, points, factor)
        if fit and (best is None or fit.height < best.height * WORTH_A_COLUMN):
            best = fit
        points -= SHRINKING
    return best


def _table_no_wider(table: TableSpec, points: float, width: float, least: float) -> TableFit | None:
    while points >= least - ROUNDING:
        fit = measured(table, points)
        if fit.width <= width:
            return widened(fit, width)
        points -= SHRINKING
    return None


def _in_columns(
    columns: list[Box], names: list[list[str]], blocks: _Blocks, contents: Contents, sizes: _Sizes, factor: float
) -> Composition | None:
    boxes: dict[str, Box] = {}
    rules = []
    for column, members in zip(columns, names):
        heights = [blocks.heights[name] for name in members]
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
    return Composition(boxes, blocks.legend, blocks.tables, blocks.notes, sizes.notes, rules)


def _between(upper: Box, lower: Box, factor: float) -> float:
    """Where the rule between two blocks goes: half way, and never far above the lower one, which it belongs to."""
    return max((upper.bottom + lower.y) / 2, lower.y - WIDEST_GAP / 2 * factor)


def _abreast(strip: Box, contents: Contents, sizes: _Sizes, factor: float) -> Composition | None:
    box = strip.inset(PAD * factor)
    notes = _notes(contents, sizes.notes, NOTES_WIDTH * factor)
    notes_height = text_height(notes, sizes.notes) + title_height(sizes.notes) if notes else 0.0
    headline_height = (HEADLINE_HEIGHT + GAP) * factor if contents.headline else 0.0
    tables = _named(
        _table_no_higher(table, sizes.table, box.h - title_height(sizes.table)) for table in contents.tables
    )
    if headline_height + notes_height > box.h or None in tables.values():
        return None
    widths = {"words": NOTES_WIDTH * factor, **{name: table.width for name, table in tables.items()}, "legend": 0.0}
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
    return Composition(boxes, legend, tables, notes, sizes.notes, rules)


def _table_no_higher(table: TableSpec, points: float, height: float) -> TableFit | None:
    for parts in (1, 2, 3):
        fit = measured(table, points, parts)
        if fit.height <= height:
            return fit
    return None


def _notes(contents: Contents, points: float, width: float) -> str:
    return "\n".join(wrapped(note, points, width * 0.98) for note in contents.notes)


def _centred(box: Box, aspect: float) -> Box:
    """The largest box of a proportion inside another, centred in width and at its top."""
    width = min(box.w, box.h * aspect)
    height = width / aspect
    return Box(box.x + (box.w - width) / 2, box.y, width, height)
