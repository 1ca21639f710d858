"""The sheets of a county plan: checked, bound into a booklet, and as pictures for the report."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from ...cartography.booklet_pages import contents_count
from ...cartography.county_sheets.atlas import FACILITY, atlas_pages
from ...cartography.county_sheets.county import County
from ...cartography.county_sheets.states import sheet_states
from ...cartography.export import PNG, SUFFIXES
from ...cartography.preflight.finding import Finding
from ...cartography.production.index import index_name
from ...cartography.production.jobs import NO_ATLAS, Order, planned
from ...language import tr
from .checking import checked
from .making import made_files
from .report import SheetPicture

SHEETS_FOLDER, PICTURE_FOLDER = "sheets", "pictures"
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
    checks = begin + 0.15 * (end - begin)
    states = {state.kind.id: state for state in sheet_states(county)}
    known = tuple(id for id in (asked or states) if id in states)
    order = _order(county, known, work)
    findings = tuple(checked(county, order, asked, feedback, (begin, checks)))
    plan = planned(order, county)
    missing = tuple((kind.title, why) for kind, why in plan.left_out)
    missing += tuple((id, tr("没有这样的图件。")) for id in asked if id not in states)
    if not plan.jobs:
        return PlanSheets(missing=missing, findings=findings)
    made = made_files(order, county, feedback, (checks, end))
    rows = _listed(work / SHEETS_FOLDER / index_name())
    jobs = [job for job in plan.jobs if (job.sheet, job.title) in rows]
    first = 2 + contents_count(order.paper, len(jobs))
    target = _folder(work / PICTURE_FOLDER)
    pages = []
    for place, job in enumerate(jobs):
        file, scale = rows[job.sheet, job.title]
        name = f"{place + 1:02d}.png"
        (work / SHEETS_FOLDER / file).rename(target / name)
        pages.append(SheetPicture(job.number, job.title, name, first + place, scale))
    booklet = next((file for file in made.files if file.suffix == ".pdf"), None)
    return PlanSheets(tuple(pages), booklet, (*missing, *made.failed), findings)


def _listed(index: Path) -> dict[tuple[str, str], tuple[str, str]]:
    """File and scale of each picture in the list of files, by sheet and title."""
    with index.open(encoding="utf-8-sig", newline="") as rows:
        return {
            (row["sheet"], row["title"]): (row["file"], row["scale"])
            for row in csv.DictReader(rows)
            if row["file"].endswith(SUFFIXES[PNG])
        }


def _order(county: County, sheets: tuple[str, ...], work: Path) -> Order:
    """All sheets in one booklet and as rough pictures, the living circles with a page for each kind of facilities."""
    kinds = atlas_pages(county, FACILITY)
    return Order(
        sheets=sheets,
        folder=_folder(work / SHEETS_FOLDER),
        atlas=FACILITY if len(kinds) > 1 else NO_ATLAS,
        fmt=PNG,
        paper=county.facts.paper,
        booklet=True,
        picture_dpi=PICTURE_DPI,
    )


def _folder(path: Path) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    return path
