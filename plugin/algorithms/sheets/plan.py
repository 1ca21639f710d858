"""A whole county plan: the calculations, the sheets, the report, and all of it moved to where it stays."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from qgis.core import QgsProcessingContext, QgsProject

from ...bridge.faults import Cancelled, NotWritten
from ...cartography.county_sheets.county import County
from ...cartography.facts import SheetFacts, fictional_notes, is_unverified
from ...county.provenance import plugin_version
from ...county.results import Results, project_results, results_of
from ...county.roles import project_roles
from ...language import tr
from .faults import NothingToRun, UnknownAnalyses
from .making import made_folder
from .package import check_replaceable, copied_whole, moved, moved_folder
from .plan_runs import DONE, StepRun, run_steps
from .plan_sheets import PlanSheets, made_sheets
from .plan_steps import Given, plan_steps, table_titles
from .report import Report, report_html

WORK_FOLDER = ".ronghe-unfinished-"
PACKAGE_FILE, BOOKLET_FILE, REPORT_FILE, PICTURES = "results.gpkg", "booklet.pdf", "report.html", "pictures"
CALCULATIONS, DRAWING = (0.0, 60.0), (60.0, 98.0)


@dataclass(frozen=True)
class Wanted:
    """What a planner asks for: where to, ids of calculations and of sheets (none: all), the slogan, and the cell of
    service coverage in metres (0: the terrain's)."""

    folder: str
    analyses: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    slogan: str = ""
    cell_size: float = 0.0


@dataclass(frozen=True)
class PlanMade:
    """Files (None: there is no such), calculations that were done, pages of sheets, and a sentence."""

    package: str | None
    booklet: str | None
    report: str
    runs: int
    pages: int
    headline: str


def planned_county(context: QgsProcessingContext, facts: SheetFacts, wanted: Wanted, feedback) -> PlanMade:
    """Make the plan of the context's project. Raises Fault, SheetFault and :class:`Cancelled`; nothing new is in the
    folder then."""
    known = tuple(step.algorithm for step in plan_steps())
    unknown = tuple(name for name in wanted.analyses if name not in known)
    if unknown:
        raise UnknownAnalyses(unknown, known)
    folder = made_folder(wanted.folder)
    for name in (PACKAGE_FILE, BOOKLET_FILE, REPORT_FILE):
        check_replaceable(folder / name)
    try:
        work = Path(tempfile.mkdtemp(prefix=WORK_FOLDER, dir=folder))
    except OSError as error:
        raise NotWritten(str(folder), error.strerror or str(error)) from error
    # QGIS keeps the tables open that it has written: they are made elsewhere and copied when all is done.
    tables = Path(tempfile.mkdtemp(prefix="ronghe-"))
    try:
        return _made(context, facts, wanted, feedback, work, tables / PACKAGE_FILE)
    finally:
        shutil.rmtree(work, ignore_errors=True)
        shutil.rmtree(tables, ignore_errors=True)


def _made(context, facts: SheetFacts, wanted: Wanted, feedback, work: Path, package: Path) -> PlanMade:
    project, folder = context.project(), Path(wanted.folder)
    given = Given(project, project_roles(project), wanted.slogan, wanted.cell_size)
    steps = tuple(step for step in plan_steps() if not wanted.analyses or step.algorithm in wanted.analyses)
    runs = tuple(run_steps(steps, given, package, context, feedback, CALCULATIONS))
    county = County(project, given.roles, _results(project, runs), facts)
    sheets = made_sheets(county, wanted.sheets, work, feedback, DRAWING)
    if feedback.isCanceled():
        raise Cancelled
    done = sum(run.state == DONE for run in runs)
    if not sheets.pages and not done:
        raise NothingToRun
    report = _report(county, runs, sheets, package, folder / PACKAGE_FILE)
    (work / REPORT_FILE).write_text(report_html(report), encoding="utf-8")
    headline = tr("完成 {runs} 项计算、{pages} 页图件；成果在“{folder}”中").format(
        runs=done, pages=len(sheets.pages), folder=folder
    )
    return PlanMade(*_placed(folder, work, package, sheets), done, len(sheets.pages), headline)


def _results(project: QgsProject, runs: tuple[StepRun, ...]) -> Results:
    """What the project holds already, and the results of this run in the place of older ones."""
    made = results_of(layer for run in runs for layer in run.layers.values())
    return Results({**project_results(project).runs, **made.runs})


def _report(county: County, runs: tuple[StepRun, ...], sheets: PlanSheets, package: Path, place: Path) -> Report:
    project, facts = county.project, county.facts
    files = [(tr("成果数据"), PACKAGE_FILE if package.exists() else ""), (tr("图集"), BOOKLET_FILE)]
    fictional = tr("本县及全部数据均为虚构，仅供培训与测试。")
    return Report(
        title=tr("{plan}成果报告").format(plan=facts.plan_title or tr("县域规划")),
        organisation=facts.organisation,
        created=datetime.now().astimezone().strftime("%Y-%m-%d %H:%M"),
        version=plugin_version(),
        runs=runs,
        sheets=tuple(replace(page, picture=f"{PICTURES}/{page.picture}") for page in sheets.pages),
        missing=sheets.missing,
        findings=sheets.findings,
        unverified={run.step.algorithm: _unverified(project, run) for run in runs},
        booklet=BOOKLET_FILE if sheets.booklet else "",
        files=tuple((title, file) for title, file in files if file and (file != BOOKLET_FILE or sheets.booklet)),
        banner=(fictional,) if fictional_notes(project, county.roles) else (),
        histories={run.step.algorithm: _history(run, package, place) for run in runs if run.layers},
    )


def _unverified(project: QgsProject, run: StepRun) -> tuple[str, ...]:
    """The standards of a run, as the planner calls them, of which some value is not yet checked."""
    titles = table_titles()
    return tuple(titles[table] for table in run.step.tables if is_unverified(project, table))


def _history(run: StepRun, package: Path, place: Path) -> list[str]:
    """When a run was made and what it read; the lines of its parameters, which come last, are told as settings."""
    lines = next(iter(run.layers.values())).metadata().history()
    return [line.replace(str(package), str(place)) for line in lines[: len(lines) - run.parameters]]


def _placed(folder: Path, work: Path, package: Path, sheets: PlanSheets) -> tuple[str | None, str | None, str]:
    """Package, booklet and report where they stay, the report last: what it links to is there. Raises NotWritten."""
    data = booklet = None
    if package.exists():
        target = folder / PACKAGE_FILE
        data = str(moved(copied_whole(package, work / PACKAGE_FILE, target), target))
    if sheets.booklet:
        booklet = str(moved(sheets.booklet, folder / BOOKLET_FILE))
    if sheets.pages:
        moved_folder(work / PICTURES, folder / PICTURES)
    return data, booklet, str(moved(work / REPORT_FILE, folder / REPORT_FILE))
