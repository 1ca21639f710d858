"""A county plan in one run: all calculations that the layers allow, one GeoPackage, the booklet, and a report."""

from __future__ import annotations

import re
import shutil
import tempfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from qgis.core import (
    QgsProcessingOutputFile,
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
    QgsProject,
)

from ...bridge.faults import Cancelled, NotWritten
from ...cartography.county_sheets.county import County
from ...cartography.facts import fictional_notes, is_unverified
from ...county.provenance import plugin_version
from ...county.results import Results, project_results, results_of
from ...county.roles import project_roles
from ...language import tr
from ..travel_parameters import as_advanced, number
from .faults import NothingToRun
from .group import SheetAlgorithm
from .making import made_folder
from .package import copied_whole, moved, moved_folder
from .plan_runs import DONE, StepRun, run_steps
from .plan_sheets import PlanSheets, made_sheets
from .plan_steps import Given, plan_steps, table_titles
from .report import Report, report_html

FOLDER, SHEETS, SLOGAN, ANALYSES, CELL_SIZE, PAPER = "FOLDER", "SHEETS", "SLOGAN", "ANALYSES", "CELL_SIZE", "PAPER"
GEOPACKAGE, BOOKLET, REPORT = "GEOPACKAGE", "BOOKLET", "REPORT"
RUNS, PAGES, HEADLINE = "RUNS", "PAGES", "HEADLINE"
WORK_FOLDER = ".ronghe-unfinished-"
PACKAGE_FILE, BOOKLET_FILE, REPORT_FILE, PICTURES = "results.gpkg", "booklet.pdf", "report.html", "pictures"
BETWEEN = re.compile(r"[\s,，、;；]+")
CALCULATIONS, DRAWING = (0.0, 60.0), (60.0, 98.0)


class CountyPlan(SheetAlgorithm):
    """Parameters: where to, which sheets, the slogan, the words. Outputs: GeoPackage, booklet and report."""

    ID = "countyplan"

    def title(self):
        return tr("一键成果（计算、图集和报告）")

    def initAlgorithm(self, configuration=None):
        self.addParameter(
            QgsProcessingParameterFile(FOLDER, tr("输出文件夹"), QgsProcessingParameterFile.Behavior.Folder)
        )
        for name, title in (
            (SHEETS, tr("图件代号（用逗号分开，不填为全部可出的）")),
            (SLOGAN, tr("总体格局口号（如：双核引领、两园驱动、一屏六廊）")),
            (ANALYSES, tr("要做的计算（算法代号用逗号分开，不填为全部）")),
        ):
            self.addParameter(QgsProcessingParameterString(name, title, optional=True))
        self.addParameter(
            QgsProcessingParameterString(PAPER, tr("幅面（A4—A0，可加“竖”，或宽×高毫米）"), defaultValue="A3")
        )
        self.addParameter(as_advanced(number(CELL_SIZE, tr("服务覆盖的像元尺寸（米，0 为采用高程数据的像元）"), 0.0)))
        self.add_words()
        self.addOutput(QgsProcessingOutputFile(GEOPACKAGE, tr("成果数据（GeoPackage）")))
        self.addOutput(QgsProcessingOutputFile(BOOKLET, tr("图集（PDF）")))
        self.addOutput(QgsProcessingOutputHtml(REPORT, tr("成果报告（HTML）")))
        self.addOutput(QgsProcessingOutputNumber(RUNS, tr("完成的计算项数")))
        self.addOutput(QgsProcessingOutputNumber(PAGES, tr("图件页数")))
        self.addOutput(QgsProcessingOutputString(HEADLINE, tr("结论")))

    def make(self, parameters, context, feedback):
        folder = made_folder(self.parameterAsString(parameters, FOLDER, context))
        try:
            work = Path(tempfile.mkdtemp(prefix=WORK_FOLDER, dir=folder))
        except OSError as error:
            raise NotWritten(str(folder), error.strerror or str(error)) from error
        # QGIS keeps the tables open that it has written: they are made elsewhere and copied when all is done.
        tables = Path(tempfile.mkdtemp(prefix="ronghe-"))
        try:
            return self._made(parameters, context, feedback, folder, work, tables)
        finally:
            shutil.rmtree(work, ignore_errors=True)
            shutil.rmtree(tables, ignore_errors=True)

    def _made(self, parameters, context, feedback, folder: Path, work: Path, tables: Path) -> dict:
        project = context.project()
        facts = self.facts(parameters, context, self.parameterAsString(parameters, PAPER, context).strip() or "A3")
        given = Given(
            project,
            project_roles(project),
            self.parameterAsString(parameters, SLOGAN, context),
            self.parameterAsDouble(parameters, CELL_SIZE, context),
        )
        wanted = self._names(parameters, ANALYSES, context)
        steps = tuple(step for step in plan_steps() if not wanted or step.algorithm in wanted)
        package = tables / PACKAGE_FILE
        runs = tuple(run_steps(steps, given, package, context, feedback, CALCULATIONS))
        county = County(project, given.roles, _results(project, runs), facts)
        asked = self._names(parameters, SHEETS, context)
        sheets = made_sheets(county, asked, work, feedback, DRAWING)
        if feedback.isCanceled():
            raise Cancelled
        if not sheets.pages and not any(run.state == DONE for run in runs):
            raise NothingToRun
        report = _report(county, runs, sheets, package, folder / PACKAGE_FILE)
        (work / REPORT_FILE).write_text(report_html(report), encoding="utf-8")
        places = _placed(folder, work, package, sheets)
        done = sum(run.state == DONE for run in runs)
        headline = tr("完成 {runs} 项计算、{pages} 页图件；成果在“{folder}”中").format(
            runs=done, pages=len(sheets.pages), folder=folder
        )
        feedback.pushInfo(headline)
        return {**places, RUNS: done, PAGES: len(sheets.pages), HEADLINE: headline}

    def _names(self, parameters, name: str, context) -> tuple[str, ...]:
        return tuple(dict.fromkeys(filter(None, BETWEEN.split(self.parameterAsString(parameters, name, context)))))


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


def _placed(folder: Path, work: Path, package: Path, sheets: PlanSheets) -> dict:
    """Move everything to where it stays, the report last: what it links to is there. Raises NotWritten."""
    places = {GEOPACKAGE: None, BOOKLET: None}
    if package.exists():
        target = folder / PACKAGE_FILE
        places[GEOPACKAGE] = str(moved(copied_whole(package, work / PACKAGE_FILE, target), target))
    if sheets.booklet:
        places[BOOKLET] = str(moved(sheets.booklet, folder / BOOKLET_FILE))
    if sheets.pages:
        moved_folder(work / PICTURES, folder / PICTURES)
    places[REPORT] = str(moved(work / REPORT_FILE, folder / REPORT_FILE))
    return places
