"""The export of sheets: what is wanted, checked first, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsProject

from ...bridge.faults import Cancelled
from ...cartography.county_sheets.atlas import ATLASES
from ...cartography.county_sheets.county import County, county_of
from ...cartography.county_sheets.kinds import sheet_kinds
from ...cartography.export import FORMATS
from ...cartography.facts import SheetFacts
from ...cartography.production.jobs import NO_ATLAS, Order, planned
from ...language import tr
from .checking import checked, stop_for_errors
from .faults import NothingToExport
from .making import made_files, made_folder

CHECKS, EXPORT = (0.0, 20.0), (20.0, 99.0)


@dataclass(frozen=True)
class Wanted:
    """What a planner asks for: ids of sheets (none: all), numbers of the atlas and the format in the algorithm's lists,
    whether to ``check`` first and to go on (``force``) in spite of errors."""

    sheets: tuple[str, ...]
    atlas: int
    fmt: int
    dpi: int
    paper: str
    booklet: bool
    folder: str
    workers: int
    check: bool
    force: bool

    def order(self, project: QgsProject) -> Order:
        """Raises SheetFault and BadStandard."""
        return Order(
            sheets=self.sheets or tuple(sheet_kinds(project)),
            folder=self.folder,
            atlas=(NO_ATLAS, *ATLASES)[self.atlas],
            fmt=FORMATS[self.fmt],
            dpi=self.dpi,
            paper=self.paper,
            booklet=self.booklet,
            workers=self.workers,
        )


@dataclass(frozen=True)
class Exported:
    """The files, the list of them, pages, sheets and pages that are missing, and a sentence."""

    files: list[str]
    index: str
    pages: int
    skipped: int
    headline: str


def exported(project: QgsProject, facts: SheetFacts, wanted: Wanted, feedback) -> Exported:
    """Export what is wanted. Raises Fault and SheetFault, and :class:`Cancelled` before anything is written."""
    county = county_of(project, facts)
    order = wanted.order(project)
    if wanted.check:
        found = checked(county, order, wanted.sheets, feedback, CHECKS)
        if not wanted.force:
            stop_for_errors(found)
    _possible(order, county, wanted, feedback)
    if feedback.isCanceled():
        raise Cancelled
    made_folder(wanted.folder)
    made = made_files(order, county, feedback, EXPORT)
    skipped = len(made.left_out) + len(made.failed)
    headline = tr("导出 {sheets} 张图件共 {pages} 页（{format}，{paper}），{skipped} 张没有导出").format(
        sheets=len(order.sheets) - len(made.left_out),
        pages=made.pages,
        format=order.fmt.upper(),
        paper=order.paper,
        skipped=skipped,
    )
    *files, index = map(str, made.files)
    return Exported(files, index, made.pages, skipped, headline)


def _possible(order: Order, county: County, wanted: Wanted, feedback) -> None:
    """Raises :class:`NothingToExport` when no sheet can be drawn; what is left out is told unless the checks did."""
    plan = planned(order, county)
    missing = tuple(tr("《{sheet}》{why}").format(sheet=kind.title, why=why) for kind, why in plan.left_out)
    if not plan.jobs:
        raise NothingToExport(missing)
    if not wanted.check:
        for text in missing:
            feedback.pushInfo(text)
