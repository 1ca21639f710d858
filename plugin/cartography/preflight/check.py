"""All checks of an export, in one list: the gravest findings first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ...language import tr
from ..county_sheets.county import County
from ..county_sheets.states import sheet_states
from ..production.jobs import Order
from .areas import area_findings
from .finding import SEVERITIES, Case, Finding
from .freshness import freshness_findings
from .land_words import land_word_findings
from .layers import layer_findings
from .layouts import layout_findings
from .output import output_findings
from .people import people_findings
from .stated_areas import stated_area_findings
from .systems import system_findings
from .tiling import tiling_findings
from .typeface import typeface_findings
from .whereabouts import whereabouts_findings
from .words import word_findings

Check = Callable[[Case], Iterable[Finding]]


def preflight(county: County, sheets: Iterable[str], order: Order, labels: bool = True) -> list[Finding]:
    """Everything that speaks against exporting ``sheets`` (ids; none: all that the county can have) as ordered, or
    that should be known before; ``labels`` also places all names on the maps, which takes most of the time.

    Belongs in the main thread: sheets are laid out, though not kept. Raises BadStandard.
    """
    found: list[Finding] = []
    for _, some in preflight_steps(county, sheets, order, labels):
        found += some
    return by_gravity(found)


def preflight_steps(
    county: County, sheets: Iterable[str], order: Order, labels: bool = True
) -> Iterator[tuple[str, list[Finding]]]:
    """The same step by step: what has been looked at, and what was found. Whoever stops asking, cancels."""
    case = case_of(county, sheets, order)
    for title, check in _checks():
        yield title, list(check(case))
    for state, found in layout_findings(case, labels):
        yield tr("试排《{sheet}》").format(sheet=state.kind.title), found


def case_of(county: County, sheets: Iterable[str], order: Order) -> Case:
    """What the checks are about: the county with the paper of the order, and the sheets asked for."""
    facts = replace(county.facts, paper=order.paper)
    states = {state.kind.id: state for state in sheet_states(county)}
    named = list(dict.fromkeys(sheets))
    asked = named or list(states)
    known = [states[id] for id in asked if id in states]
    return Case(
        county=replace(county, facts=facts),
        order=order,
        possible=tuple(state for state in known if state.possible),
        lacking=tuple(state for state in known if not state.possible),
        unknown=tuple(id for id in asked if id not in states),
        every=not named,
    )


def by_gravity(found: Iterable[Finding]) -> list[Finding]:
    """Findings sorted: errors, warnings, what is only to be known; each once."""
    return sorted(dict.fromkeys(found), key=lambda one: SEVERITIES.index(one.severity))


def _checks() -> list[tuple[str, Check]]:
    return [
        (tr("检查图层"), layer_findings),
        (tr("检查坐标系"), system_findings),
        (tr("检查图层位置"), whereabouts_findings),
        (tr("检查字体"), typeface_findings),
        (tr("检查面积合计"), area_findings),
        (tr("检查面积字段"), stated_area_findings),
        (tr("检查分区是否铺满县域"), tiling_findings),
        (tr("检查地类"), land_word_findings),
        (tr("检查人口"), people_findings),
        (tr("检查图上文字"), word_findings),
        (tr("检查结果是否过时"), freshness_findings),
        (tr("检查输出文件夹"), output_findings),
    ]
