"""Sheets laid out on trial: whether they fit the paper, at what scale, with what type and which typefaces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from qgis.core import QgsLegendStyle, QgsPrintLayout

from ...analysis.faults import Fault
from ...bridge.sentences import sentence
from ...language import tr
from ..county_sheets.atlas import AtlasPage
from ..county_sheets.drafts import draft
from ..county_sheets.states import SheetState
from ..draft import build_loose
from ..faults import SheetFault
from ..production.jobs import planned
from ..scales import is_round
from ..sheet import LooseSheet
from ..typefaces import missing_fonts
from .finding import ERROR, WARNING, Case, Finding
from .labels import label_findings
from .typeface import absent

LEAST_POINTS = 6.0
#: Denominators between which sheets of counties, towns and villages lie.
LARGEST_SCALE, SMALLEST_SCALE = 500.0, 1_000_000.0


def layout_findings(case: Case, labels: bool) -> Iterator[tuple[SheetState, list[Finding]]]:
    """Every possible sheet and what its trial shows; of an atlas, its first page."""
    pages = _first_pages(case)
    for place, state in enumerate(case.possible):
        yield state, list(_tried(case, state, pages.get(state.kind.id), labels, with_base=place == 0))


def _first_pages(case: Case) -> dict[str, AtlasPage]:
    """The first page of the atlas by sheet, for sheets that have pages."""
    sheets = tuple(state.kind.id for state in case.possible)
    first: dict[str, AtlasPage] = {}
    for job in planned(replace(case.order, sheets=sheets), case.county).jobs:
        if job.page is not None:
            first.setdefault(job.sheet, job.page)
    return first


def _tried(case: Case, state: SheetState, page: AtlasPage | None, labels: bool, with_base: bool) -> Iterator[Finding]:
    sheet = state.kind.id
    try:
        made = build_loose(case.county.project, draft(case.county, sheet, page))
    except SheetFault as fault:
        check = "legend" if fault.kind == "too_full" else "layout"
        yield Finding(check, ERROR, sheet, _named(state, fault.sentence()), tr("改正后再导出这张图。"))
        return
    except Fault as fault:
        yield Finding("layout", ERROR, sheet, _named(state, sentence(fault)), tr("改正后再导出这张图。"))
        return
    layout = made.layout
    yield from _scale(state, layout)
    yield from _legend(state, layout, case.order.paper)
    yield from absent(missing_fonts(layout), sheet)
    yield from style_findings(made)
    if labels:
        yield from label_findings(state, made, with_base, page.shape if page else None)


def _scale(state: SheetState, layout: QgsPrintLayout) -> Iterator[Finding]:
    scale = layout.itemById("main_map").scale()
    if is_round(scale) and LARGEST_SCALE <= scale <= SMALLEST_SCALE:
        return
    yield Finding(
        "scale",
        WARNING,
        state.kind.id,
        tr("《{sheet}》的比例尺是 1:{scale}，不是常用的整数比例尺。").format(
            sheet=state.kind.title, scale=f"{scale:,.0f}"
        ),
        tr("请检查县界图层的范围，或改用别的幅面。"),
    )


def _legend(state: SheetState, layout: QgsPrintLayout, paper: str) -> Iterator[Finding]:
    legend = layout.itemById("legend")
    points = legend.styleFont(QgsLegendStyle.Style.SymbolLabel).pointSizeF() if legend else LEAST_POINTS
    if points >= LEAST_POINTS - 0.05:
        return
    yield Finding(
        "legend",
        WARNING,
        state.kind.id,
        tr("《{sheet}》在 {paper} 上图例字号只有 {points} 磅，难以辨认。").format(
            sheet=state.kind.title, paper=paper, points=f"{points:.1f}"
        ),
        tr("请改用更大的幅面，或减少图层的类别。"),
    )


def style_findings(made: LooseSheet) -> Iterator[Finding]:
    """The planner's own style files that could not be used; of the base map once for all sheets."""
    advice = tr("请在 QGIS 中重新保存这个样式文件，或把它移出工程文件夹。")
    for one in made.drawn:
        if one.problem:
            yield Finding("style", WARNING, "", one.problem, advice)


def _named(state: SheetState, text: str) -> str:
    return tr("《{sheet}》：{text}").format(sheet=state.kind.title, text=text)
