"""The sheets of a county plan: checked, bound into a booklet, and as pictures for the report."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from pathlib import Path

from ...cartography.booklet_pages import contents_count
from ...cartography.county_sheets.atlas import FACILITY, atlas_pages
from ...cartography.county_sheets.county import County
from ...cartography.county_sheets.states import sheet_states
from ...cartography.export import PNG
from ...cartography.preflight.finding import Finding
from ...cartography.production.index import index_name
from ...cartography.production.jobs import NO_ATLAS, Order, planned
from ...language import tr
from .checking import checked
from .making import made_files
from .report import SheetPicture

BOOKLET_FOLDER, PICTURE_FOLDER, ROUGH = "booklet", "pictures", "rough"
#: Enough to read a sheet on a screen.
PICTURE_DPI = 110


@dataclass(frozen=True)
class PlanSheets:
    """The pages in their order with their pictures, the booklet (None: nothing to bind), what is missing with the
    reason, and what the checks found."""

    pages: tuple[SheetPicture, ...] = ()
    booklet: Path | None = None
    missing: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()


def made_sheets(county: County, asked: tuple[str, ...], work: Path, feedback, part: tuple[float, float]) -> PlanSheets:
    """Everything in folders of ``work``; errors that the checks find are told and what can be drawn is drawn.

    Raises :class:`Stopped` when the planner cancels, and SheetFault.
    """
    begin, end = part
    bound, drawn = begin + 0.15 * (end - begin), begin + 0.65 * (end - begin)
    states = {state.kind.id: state for state in sheet_states(county)}
    known = tuple(id for id in (asked or states) if id in states)
    order = _order(county, known, work)
    findings = tuple(checked(county, order, asked, feedback, (begin, bound)))
    plan = planned(order, county)
    missing = tuple((kind.title, why) for kind, why in plan.left_out)
    missing += tuple((id, tr("没有这样的图件。")) for id in asked if id not in states)
    if not plan.jobs:
        return PlanSheets(missing=missing, findings=findings)
    made = made_files(order, county, feedback, (bound, drawn))
    rough = _folder(work / ROUGH)
    pictures = made_files(
        replace(order, folder=rough, fmt=PNG, dpi=PICTURE_DPI, booklet=False), county, feedback, (drawn, end)
    )
    failed = {title for title, _ in (*made.failed, *pictures.failed)}
    jobs = [job for job in plan.jobs if job.title not in failed]
    first = 2 + contents_count(order.paper, len(jobs))
    files = [file for file in pictures.files if file.name != index_name()]
    scales = _scales(rough / index_name())
    target = _folder(work / PICTURE_FOLDER)
    pages = []
    for place, (job, file) in enumerate(zip(jobs, files)):
        name = f"{place + 1:02d}.png"
        file.rename(target / name)
        pages.append(SheetPicture(job.number, job.title, name, first + place, scales.get(file.name, "")))
    booklet = next((file for file in made.files if file.suffix == ".pdf"), None)
    return PlanSheets(tuple(pages), booklet, (*missing, *made.failed), findings)


def _scales(index: Path) -> dict[str, str]:
    """The scale of each file in the list of files."""
    with index.open(encoding="utf-8-sig", newline="") as rows:
        return {row["file"]: row["scale"] for row in csv.DictReader(rows)}


def _order(county: County, sheets: tuple[str, ...], work: Path) -> Order:
    """All sheets in one booklet, the living circles with a page for each kind of facilities. The results lie in no
    project that another process could open."""
    kinds = atlas_pages(county, FACILITY)
    return Order(
        sheets=sheets,
        folder=_folder(work / BOOKLET_FOLDER),
        atlas=FACILITY if len(kinds) > 1 else NO_ATLAS,
        paper=county.facts.paper,
        booklet=True,
        workers=1,
    )


def _folder(path: Path) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    return path
