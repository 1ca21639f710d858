"""The parts of the strip beside the map, measured at a size of type before they are placed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf

from qgis.core import QgsLayoutItemLegend

from .chart import ChartFit, ChartSpec, measured_chart
from .legend import LegendFit, lowest
from .measure import text_height, wrapped
from .spec import TableSpec
from .table import TableFit, measured, widened

HEADLINE_HEIGHT = 23.0
TITLE_SHARE = 2.3  # height of a block's title, in text sizes of the block, as a multiple of the point in mm
LEAST_TABLE, LEAST_LEGEND = 5.4, 6.0
MOST_TABLE = 9.4  # points on A3, also where there is room for more
SHRINKING = 0.3
ROUNDING = 1e-6
WORTH_A_COLUMN = 0.75
LOCATOR_HEIGHTS = (30.0, 66.0)
CHART_WIDTHS = (64.0, 52.0)  # of a chart in a strip below the map


@dataclass(frozen=True)
class Contents:
    """What the strip must hold; the locator by its proportion of width to height (0: none)."""

    legend: QgsLayoutItemLegend
    notes: tuple[str, ...]
    tables: tuple[TableSpec, ...] = ()
    charts: tuple[ChartSpec, ...] = ()
    locator_aspect: float = 0.0
    headline: bool = False


@dataclass(frozen=True)
class Sizes:
    """Sizes of type in points and the height of the locator in mm. Where type is ``roomy`` the legend keeps its size
    instead of being made smaller for another column."""

    table: float
    legend: float
    notes: float
    locator: float
    roomy: bool = False


@dataclass(frozen=True)
class Parts:
    """The parts in a column of one width: their heights by name from the top, and how they are set."""

    heights: dict[str, float]
    legend: LegendFit
    tables: dict[str, TableFit]
    charts: dict[str, ChartFit]
    notes: str


def sizes_at(density: float, factor: float) -> Sizes:
    """Sizes of type from loose (density below 0) to dense (1)."""

    def between(loose: float, dense: float) -> float:
        return (loose + (dense - loose) * density) * factor

    table = min(between(8.0, LEAST_TABLE), MOST_TABLE * factor)
    legend, notes = between(8.0, LEAST_LEGEND), between(6.8, 5.2)
    return Sizes(table, legend, notes, between(44.0, LOCATOR_HEIGHTS[0]), density < 0)


def title_height(points: float) -> float:
    """Room for the title of a block whose text has this size."""
    return points * 0.3528 * TITLE_SHARE


def measured_parts(
    contents: Contents, width: float, sizes: Sizes, factor: float, height: float = inf
) -> Parts | None:
    """The parts in a column of a given width; ``None`` when one is too wide, or all without the legend are higher than
    ``height`` already: the legend takes longest to measure."""
    tables = named("table", (_table_no_wider(one, sizes.table, width, factor) for one in contents.tables))
    charts = named("chart", (measured_chart(one, sizes.table, width) for one in contents.charts))
    if None in tables.values() or None in charts.values():
        return None
    notes = wrapped_notes(contents, sizes.notes, width)
    heights = {}
    if contents.headline:
        heights["headline"] = HEADLINE_HEIGHT * factor
    heights["legend"] = 0.0
    heights.update({name: one.height + title_height(one.points) for name, one in {**tables, **charts}.items()})
    if contents.locator_aspect:
        heights["locator"] = min(sizes.locator, width / contents.locator_aspect)
    if notes:
        heights["notes"] = notes_height(notes, sizes)
    legend = _legend(contents.legend, width, sizes, factor) if sum(heights.values()) < height else None
    if legend is None:
        return None
    heights["legend"] = legend.height
    return Parts(heights, legend, tables, charts, notes)


def named(kind: str, parts: Iterable) -> dict:
    """Parts of a kind under the names ``kind_1``, ``kind_2`` …"""
    return {f"{kind}_{number}": part for number, part in enumerate(parts, start=1)}


def table_no_higher(table: TableSpec, points: float, height: float) -> TableFit | None:
    """The table in as few parts side by side as the height needs."""
    for parts in (1, 2, 3):
        fit = measured(table, points, parts)
        if fit.height <= height:
            return fit
    return None


def chart_no_higher(chart: ChartSpec, points: float, height: float, factor: float) -> ChartFit | None:
    """The chart as wide as charts below a map are."""
    fits = (measured_chart(chart, points, width * factor) for width in CHART_WIDTHS)
    return next((fit for fit in fits if fit and fit.height <= height), None)


def wrapped_notes(contents: Contents, points: float, width: float) -> str:
    """The notes in lines of a width."""
    return "\n".join(wrapped(note, points, width * 0.98) for note in contents.notes)


def notes_height(notes: str, sizes: Sizes) -> float:
    """Room for the notes under their heading."""
    return text_height(notes, sizes.notes) + title_height(sizes.notes)


def _legend(legend: QgsLayoutItemLegend, width: float, sizes: Sizes, factor: float) -> LegendFit | None:
    """The legend at the wanted size, or smaller where that gains a column and makes it lower by a good deal."""
    if sizes.roomy:
        return lowest(legend, width, sizes.legend, factor)
    best, points = None, sizes.legend
    while points >= LEAST_LEGEND * factor - ROUNDING:
        fit = lowest(legend, width, points, factor)
        if fit and (best is None or fit.height < best.height * WORTH_A_COLUMN):
            best = fit
        points -= SHRINKING
    return best


def _table_no_wider(table: TableSpec, points: float, width: float, factor: float) -> TableFit | None:
    while points >= LEAST_TABLE * factor - ROUNDING:
        fit = measured(table, points)
        if fit.width <= width:
            return widened(fit, width)
        points -= SHRINKING
    return None
