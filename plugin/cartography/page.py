"""The fixed parts of a sheet: paper, titles above the frame, double frame, signatures below it (S1 §2.4 and its
Appendix A)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .boxes import Box
from .paper import paper_size, size_beside_a3

OUTER_LINE, INNER_LINE = 1.0, 0.3
FRAME_GAP = 2.4
SIDE_STRIP, BOTTOM_STRIP = 98.0, 76.0
#: A strip for few words, where a narrower one gives a larger map.
NARROW_STRIP = 82.0
#: Room for a title set vertically, beside the map.
TITLE_BAND = 19.0
#: Strips of one column for long words, English ones for instance, before the map gives way to a second column.
WIDER_STRIPS = (122.0, 146.0)
WIDE_STRIP_COLUMNS = 2
#: Strips of two columns below the map of an upright page, whose side has no room for a strip.
HIGHER_STRIPS = (104.0, 132.0, 160.0)
UPRIGHT = 1.05  # height ÷ width from which a page counts as upright


@dataclass(frozen=True)
class Page:
    """Boxes of the fixed parts; ``factor`` multiplies type and lines, ``unit`` (1 on A3) the margins."""

    paper: Box
    title: Box
    frame: Box
    inner: Box
    foot: Box
    unit: float
    factor: float

    @property
    def upright(self) -> bool:
        return self.paper.h > UPRIGHT * self.paper.w


@dataclass(frozen=True)
class Arrangement:
    """Where the map ends and the strip of legend, table and notes begins; ``columns`` of a strip in which
    the parts are stacked; whether the strip is only for contents that leave it ``roomy``; and the band of a vertical
    ``title``."""

    kind: str
    map: Box
    strip: Box
    columns: int = 1
    roomy: bool = False
    title: Box | None = None

    def with_title_band(self, page: Page) -> Arrangement:
        """The same strip, with a band for a vertical title cut from the left of the map."""
        width, box = TITLE_BAND * page.factor, self.map
        band = Box(box.x, box.y, width, box.h)
        return replace(self, map=Box(box.x + width, box.y, box.w - width, box.h), title=band)


def page_of(paper: str, factor: float) -> Page:
    """The page of a paper size (see :func:`paper_size`)."""
    width, height = paper_size(paper)
    unit = size_beside_a3(width, height)
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
    columns; on an upright page, where two columns are too wide for the side, at the bottom higher and higher."""
    wider = [_side(page, width) for width in WIDER_STRIPS]
    if page.upright:
        last = [_bottom(page, height, 2) for height in HIGHER_STRIPS]
    else:
        last = [_side(page, SIDE_STRIP * WIDE_STRIP_COLUMNS, WIDE_STRIP_COLUMNS)]
    return [_side(page, SIDE_STRIP), _bottom(page), *wider, *last]


def narrow_arrangement(page: Page) -> Arrangement:
    """A narrow strip at the side, for contents that leave it roomy."""
    return replace(_side(page, NARROW_STRIP), roomy=True)


def _side(page: Page, strip: float, columns: int = 1) -> Arrangement:
    inner, width = page.inner, strip * page.factor
    return Arrangement(
        "side",
        Box(inner.x, inner.y, inner.w - width, inner.h),
        Box(inner.right - width, inner.y, width, inner.h),
        columns,
    )


def _bottom(page: Page, strip: float = BOTTOM_STRIP, columns: int = 1) -> Arrangement:
    inner, height = page.inner, strip * page.factor
    return Arrangement(
        "bottom",
        Box(inner.x, inner.y, inner.w, inner.h - height),
        Box(inner.x, inner.bottom - height, inner.w, height),
        columns,
    )
