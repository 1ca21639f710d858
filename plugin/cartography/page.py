"""The fixed parts of a sheet: paper, titles above the frame, double frame, signatures below it (S1 §2.4 and its
Appendix A)."""

from __future__ import annotations

from dataclasses import dataclass

from .boxes import Box
from .spec import PAPERS_MM

OUTER_LINE, INNER_LINE = 1.0, 0.3
FRAME_GAP = 2.4
SIDE_STRIP, BOTTOM_STRIP = 98.0, 76.0
#: Strips of one column for long words, English ones for instance, before the map gives way to a second column.
WIDER_STRIPS = (122.0, 146.0)
WIDE_STRIP_COLUMNS = 2


@dataclass(frozen=True)
class Page:
    """Boxes of the fixed parts; ``factor`` multiplies type and lines, ``unit`` (paper width ÷ A3 width) the margins."""

    paper: Box
    title: Box
    frame: Box
    inner: Box
    foot: Box
    unit: float
    factor: float


@dataclass(frozen=True)
class Arrangement:
    """Where the map ends and the strip of legend, table and notes begins; ``columns`` of a strip at the side."""

    kind: str
    map: Box
    strip: Box
    columns: int = 1


def page_of(paper: str, factor: float) -> Page:
    """The page of a paper size, in landscape."""
    width, height = PAPERS_MM[paper]
    unit = width / PAPERS_MM["A3"][0]
    side, top, bottom = 10 * unit, 23 * unit, 13.5 * unit
    frame = Box(side, top, width - 2 * side, height - top - bottom)
    return Page(
        paper=Box(0, 0, width, height),
        title=Box(side, 8 * unit, frame.w, top - 10 * unit),
        frame=frame,
        inner=frame.inset(FRAME_GAP * unit),
        foot=Box(side, frame.bottom + 2 * unit, frame.w, bottom - 5 * unit),
        unit=unit,
        factor=factor,
    )


def arrangements(page: Page) -> list[Arrangement]:
    """The ways to divide the frame: strip at the side, at the bottom, and at the side wider and wider, at last of two
    columns."""
    wider = [_side(page, width) for width in WIDER_STRIPS]
    return [
        _side(page, SIDE_STRIP),
        _bottom(page),
        *wider,
        _side(page, SIDE_STRIP * WIDE_STRIP_COLUMNS, WIDE_STRIP_COLUMNS),
    ]


def _side(page: Page, strip: float, columns: int = 1) -> Arrangement:
    inner, width = page.inner, strip * page.factor
    return Arrangement(
        "side",
        Box(inner.x, inner.y, inner.w - width, inner.h),
        Box(inner.right - width, inner.y, width, inner.h),
        columns,
    )


def _bottom(page: Page) -> Arrangement:
    inner, height = page.inner, BOTTOM_STRIP * page.factor
    return Arrangement(
        "bottom",
        Box(inner.x, inner.y, inner.w, inner.h - height),
        Box(inner.x, inner.bottom - height, inner.w, height),
    )
