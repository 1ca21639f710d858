"""Bar charts of a sheet from stock layout items: horizontal bars with their values, or bars of equal length divided by
shares. Like tables they are measured before they are placed, and stay editable in the layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import QgsPrintLayout
from qgis.PyQt.QtGui import QColor

from .boxes import Box
from .measure import LINE_PITCH, MM_PER_POINT, text_width
from .page_items import add_frame, add_label, add_rule
from .typefaces import INK

OUTLINE = QColor(120, 124, 120)
BAR_PITCH, BAR_SHARE = 1.7, 0.62  # of a line: from bar to bar, and how much of that the bar is high
SWATCH = 0.9  # side of a swatch, in text sizes
SPACE = 0.55  # between label, bar and value, in text sizes
EASE = 1.05  # a label that its text just fills breaks it at a space
LEAST_BAR = 10.0  # text sizes that the longest bar needs at least
LEAST_SHARE_SAID = 0.12  # of a divided bar from which a part bears its figure
DARK = 140  # lightness under which figures on a colour are white
HAIR = 0.1


@dataclass(frozen=True)
class Series:
    """What a part of each bar means, with its colour."""

    name: str
    colour: QColor


@dataclass(frozen=True)
class Bar:
    """A bar: its label, the amount of each series, the text after it, and a colour of its own where bars of one series
    differ in colour."""

    label: str
    parts: tuple[float, ...]
    text: str = ""
    colour: QColor | None = None


@dataclass(frozen=True)
class ChartSpec:
    """A chart. With ``shares`` all bars are of one length and their parts add up to 100 %, else lengths are amounts."""

    title: str
    series: tuple[Series, ...]
    bars: tuple[Bar, ...]
    shares: bool = False

    def __post_init__(self):
        for bar in self.bars:
            if len(bar.parts) != len(self.series):
                raise ValueError(f"{bar.label} has {len(bar.parts)} parts, the chart {len(self.series)} series")
            if any(part < 0 for part in bar.parts):
                raise ValueError(f"{bar.label} has a part below nought")


@dataclass(frozen=True)
class ChartFit:
    """A chart measured for a width: text size, the widths of labels and values, and the lines of its key."""

    chart: ChartSpec
    points: float
    width: float
    labels: float
    texts: float
    key: tuple[tuple[int, ...], ...]

    @property
    def size(self) -> float:
        """The text size in mm."""
        return self.points * MM_PER_POINT

    @property
    def pitch(self) -> float:
        return self.size * LINE_PITCH * BAR_PITCH / 1.2

    @property
    def key_height(self) -> float:
        return len(self.key) * self.size * LINE_PITCH

    @property
    def height(self) -> float:
        """Without the title, which stands above as that of a table does."""
        return self.key_height + len(self.chart.bars) * self.pitch + self.size * 0.3


def measured_chart(chart: ChartSpec, points: float, width: float) -> ChartFit | None:
    """The chart at a text size in a width of mm; None where too little is left for the bars."""
    size = points * MM_PER_POINT
    labels = max((text_width(bar.label, points) for bar in chart.bars), default=0.0)
    texts = max((text_width(bar.text, points) for bar in chart.bars), default=0.0)
    spaces = size * SPACE * (2 if texts else 1)
    if width - (labels + texts) * EASE - spaces < LEAST_BAR * size:
        return None
    return ChartFit(chart, points, width, labels * EASE, texts * EASE, _key(chart, points, width))


def add_chart(layout: QgsPrintLayout, item_id: str, fit: ChartFit, box: Box) -> None:
    """Put the chart into the box from its top left corner; its items begin with the id."""
    _add_key(layout, item_id, fit, box)
    gap = fit.size * SPACE
    left = box.x + fit.labels + gap
    room = fit.width - fit.labels - gap - (fit.texts + gap if fit.texts else 0.0)
    longest = max((sum(bar.parts) for bar in fit.chart.bars), default=0.0)
    top = box.y + fit.key_height
    for number, bar in enumerate(fit.chart.bars, start=1):
        row = Box(box.x, top + (number - 1) * fit.pitch, fit.width, fit.pitch)
        name = f"{item_id}_bar_{number}"
        add_label(layout, f"{name}_label", bar.label, Box(row.x, row.y, fit.labels, row.h), fit.points, align="right")
        whole = sum(bar.parts)
        length = room if fit.chart.shares else room * whole / longest if longest else 0.0
        end = _add_bar(layout, name, fit, bar, Box(left, row.y, length if whole else 0.0, row.h))
        if bar.text:
            add_label(layout, f"{name}_text", bar.text, Box(end + gap, row.y, fit.texts, row.h), fit.points)
    foot = top + len(fit.chart.bars) * fit.pitch
    add_rule(layout, f"{item_id}_axis", (left, top), (left, foot), HAIR * 2, OUTLINE)


def _add_bar(layout: QgsPrintLayout, name: str, fit: ChartFit, bar: Bar, row: Box) -> float:
    """The parts of a bar one after another; gives where it ends."""
    height = row.h * BAR_SHARE
    x, whole = row.x, sum(bar.parts)
    for number, (part, series) in enumerate(zip(bar.parts, fit.chart.series), start=1):
        if not part:
            continue
        piece = Box(x, row.y + (row.h - height) / 2, row.w * part / whole, height)
        colour = bar.colour or series.colour
        add_frame(layout, f"{name}_{number}", piece, HAIR, fill=colour, colour=OUTLINE)
        if fit.chart.shares and part / whole >= LEAST_SHARE_SAID:
            _add_figure(layout, f"{name}_{number}_share", fit, part / whole, piece, colour)
        x += piece.w
    return x


def _add_figure(layout: QgsPrintLayout, item_id: str, fit: ChartFit, share: float, piece: Box, colour: QColor) -> None:
    figure, points = f"{100 * share:.0f}", fit.points * 0.82
    if text_width(figure, points) > piece.w * 0.9:
        return
    ink = QColor(255, 255, 255) if colour.lightness() < DARK else INK
    add_label(layout, item_id, figure, piece, points, ink, align="center")


def _key(chart: ChartSpec, points: float, width: float) -> tuple[tuple[int, ...], ...]:
    """The series line by line; one series that its title names has no key."""
    if len(chart.series) < 2:
        return ()
    lines, line, used = [], [], 0.0
    for position, series in enumerate(chart.series):
        wide = _key_width(series, points)
        if line and used + wide > width:
            lines.append(tuple(line))
            line, used = [], 0.0
        line.append(position)
        used += wide
    return (*lines, tuple(line))


def _key_width(series: Series, points: float) -> float:
    return text_width(series.name, points) * EASE + (SWATCH + 2.2 * SPACE) * points * MM_PER_POINT


def _add_key(layout: QgsPrintLayout, item_id: str, fit: ChartFit, box: Box) -> None:
    size, pitch = fit.size, fit.size * LINE_PITCH
    for row, line in enumerate(fit.key):
        x = box.x + max(0.0, fit.width - sum(_key_width(fit.chart.series[at], fit.points) for at in line)) / 2
        for at in line:
            series = fit.chart.series[at]
            swatch = Box(x, box.y + row * pitch + (pitch - size * SWATCH) / 2, size * SWATCH, size * SWATCH)
            add_frame(layout, f"{item_id}_key_{at + 1}", swatch, HAIR, fill=series.colour, colour=OUTLINE)
            wide = text_width(series.name, fit.points) * EASE
            words = Box(swatch.right + size * SPACE * 0.7, box.y + row * pitch, wide, pitch)
            add_label(layout, f"{item_id}_key_{at + 1}_name", series.name, words, fit.points)
            x += _key_width(series, fit.points)


def chart_colour(colours: Sequence[QColor | None], least: float = 0.8) -> QColor:
    """A colour of the map as a bar shows it: the last that is given, on white, no fainter than ``least``."""
    given = [one for one in colours if one is not None]
    if not given:
        return QColor(200, 204, 200)
    colour = given[-1]
    share = max(colour.alphaF(), least)
    return QColor(*(round(255 - (255 - part) * share) for part in (colour.red(), colour.green(), colour.blue())))
