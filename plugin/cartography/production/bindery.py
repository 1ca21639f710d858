"""From pages to the files that a planner asked for: a PDF a sheet, one booklet of all, or a picture a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry, QgsVectorLayer

from ...county.layers import geometry_of
from ...language import tr
from ..booklet_pages import ContentsRow, contents_count, contents_layouts, cover_layout
from ..county_sheets.kinds import CONTROL, INDICATIVE, SURVEY
from ..export import PDF, SUFFIXES
from ..facts import SheetFacts, fictional_notes, shown_title
from ..faults import SheetFault
from ..pdf_pages import PdfPage, compose_pdf
from ..whole_file import check_free, move_whole
from .file_names import distinct, safe_stem
from .index import IndexRow, index_name, said_scale, scale_text, write_index
from .jobs import Order, PageJob, Plan
from .studio import PageDone, Studio


class Bindery:
    """Takes pages as they are drawn, in any order. A sheet's PDF is put together when its last page has come; what is
    still open when :meth:`close` is called is put together from the pages that are there, under a name that says so."""

    def __init__(self, order: Order, plan: Plan, studio: Studio):
        self.order, self.plan, self.studio = order, plan, studio
        self.done: dict[int, PageDone] = {}
        self.failed: dict[int, str] = {}
        self.files: list[Path] = []
        self.rows: list[IndexRow] = []
        self._names = {index_name().casefold().rpartition(".")[0]}
        named = [(job.at, f"{job.number} {job.title}") for job in plan.jobs]
        if not self._pictures:
            first = {job.sheet: job.number.split("-")[0] for job in plan.jobs}
            named = [(sheet, f"{first[sheet]} {kind.title}") for sheet, kind in plan.kinds.items()]
        self._stems = {key: distinct(safe_stem(name), self._names) for key, name in named}
        self._bound: set[str] = set()

    def check_places(self) -> None:
        """Raise :class:`SheetFault` now, before a page is drawn, for a file that another program holds."""
        suffix = SUFFIXES[self.order.fmt]
        paths = [f"{stem}{suffix}" for stem in self._stems.values() if self._pictures or not self.order.booklet]
        if self.order.booklet:
            paths.append(f"{safe_stem(self._booklet_title())}{SUFFIXES[PDF]}")
        for path in (*paths, index_name()):
            check_free(self.order.folder / path)

    def add(self, page: PageDone) -> Path | None:
        """Take a page; the file that it completes, if any. Raises :class:`SheetFault` when that cannot be written; the
        page then counts as failed."""
        job = self.plan.jobs[page.at]
        self.done[page.at] = page
        try:
            if self._pictures:
                return self._picture(job, page)
            return self._pdf_when_complete(job.sheet)
        except SheetFault as fault:
            del self.done[page.at]
            self.fail(job, fault.sentence())
            raise

    def fail(self, job: PageJob, sentence: str) -> Path | None:
        """Note that a page will not come; the file that is complete without it, if any."""
        self.failed[job.at] = sentence
        return None if self._pictures else self._pdf_when_complete(job.sheet)

    def close(self, stopped: bool) -> None:
        """Put together what is there, and write the list of it all. Raises :class:`SheetFault`."""
        if self.order.booklet and self.done:
            self._booklet(stopped)
        elif not self._pictures:
            for sheet in self.plan.kinds:
                if sheet not in self._bound:
                    self._pdf(sheet, partial=True)
        self._list()
        self._sort()
        self.files.append(write_index(self.order.folder, self.rows))

    @property
    def _pictures(self) -> bool:
        return SUFFIXES[self.order.fmt] != SUFFIXES[PDF]

    def _jobs(self, sheet: str) -> list[PageJob]:
        return [job for job in self.plan.jobs if job.sheet == sheet]

    def _picture(self, job: PageJob, page: PageDone) -> Path:
        path = self.order.folder / f"{self._stems[job.at]}{SUFFIXES[self.order.fmt]}"
        move_whole(page.files[self.order.fmt], path)
        self.files.append(path)
        self.rows.append(IndexRow(job.sheet, job.title, path.name, said_scale([page.scale]), 1, _joined(page.notes)))
        return path

    def _pdf_when_complete(self, sheet: str) -> Path | None:
        if self.order.booklet or sheet in self._bound:
            return None
        if any(job.at not in self.done and job.at not in self.failed for job in self._jobs(sheet)):
            return None
        return self._pdf(sheet)

    def _pdf(self, sheet: str, partial: bool = False) -> Path | None:
        """One PDF of a sheet and its pages; None where no page came."""
        self._bound.add(sheet)
        jobs = [job for job in self._jobs(sheet) if job.at in self.done]
        if not jobs:
            return None
        path = self._path(self._stems[sheet], partial)
        title = self.plan.kinds[sheet].title
        compose_pdf(self._pages(jobs), path, title, self.studio.county.facts.organisation)
        for job in jobs:
            self.done[job.at].files[PDF].unlink(missing_ok=True)  # an atlas would need its room twice
        self.files.append(path)
        self._row(sheet, path, jobs, partial)
        return path

    def _path(self, stem: str, partial: bool) -> Path:
        """A file that is not complete never takes the place of an older one that is."""
        name = tr("{name}（未完成）").format(name=stem) if partial else stem
        return self.order.folder / f"{name}{SUFFIXES[PDF]}"

    def _pages(self, jobs: Iterable[PageJob]) -> list[PdfPage]:
        listed, seen = [], set()
        for job in jobs:
            page = self.done[job.at]
            depth = 1 if job.page and job.sheet in seen else 0
            mark = job.mark if depth else f"{job.number} {job.title}".strip()
            seen.add(job.sheet)
            listed.append(PdfPage(page.files[PDF], mark, depth, page.ground))
        return listed

    def _row(self, sheet: str, path: Path, jobs: list[PageJob], partial: bool) -> None:
        pages = [self.done[job.at] for job in jobs]
        notes = [note for page in pages for note in page.notes]
        notes += [self._said_failure(job) for job in self._jobs(sheet) if job.at in self.failed]
        if partial:
            notes.append(tr("导出中途取消，只有已完成的 {pages} 页。").format(pages=len(jobs)))
        title = self.plan.kinds[sheet].title
        scale = said_scale(page.scale for page in pages)
        self.rows.append(IndexRow(sheet, title, path.name, scale, len(jobs), _joined(notes)))

    def _booklet(self, partial: bool) -> None:
        jobs = [job for job in self.plan.jobs if job.at in self.done]
        facts = self.studio.county.facts
        title = self._booklet_title()
        first = 2 + contents_count(self.order.paper, len(jobs))
        front = [PdfPage(self.studio.draw_layout(self._cover(), "cover"), tr("封面"))]
        rows = self._contents(jobs, first)
        for i, layout in enumerate(contents_layouts(self.studio.project, self._front_facts(), rows, title)):
            front.append(PdfPage(self.studio.draw_layout(layout, f"contents_{i}"), "" if i else tr("目录")))
        path = self._path(distinct(safe_stem(title), self._names), partial)
        compose_pdf([*front, *self._pages(jobs)], path, title, facts.organisation)
        self.files.append(path)
        for sheet in self.plan.kinds:
            own = [job for job in jobs if job.sheet == sheet]
            if own and not self._pictures:
                self._row(sheet, path, own, partial)
        self.rows.append(IndexRow("booklet", title, path.name, "", len(front) + len(jobs)))

    def _booklet_title(self) -> str:
        plan = self.studio.county.facts.plan_title.strip()
        return tr("{plan}图集").format(plan=plan) if plan else tr("图集")

    def _contents(self, jobs: list[PageJob], first: int) -> list[ContentsRow]:
        words = {SURVEY: tr("调查型"), CONTROL: tr("管控型"), INDICATIVE: tr("示意型")}
        rows, seen = [], set()
        for place, job in enumerate(jobs, start=first):
            depth = 1 if job.page and job.sheet in seen else 0
            seen.add(job.sheet)
            kind = "" if depth else words.get(self.plan.kinds[job.sheet].type, "")
            scale = self.done[job.at].scale
            title = job.page.name if depth else job.title
            rows.append(ContentsRow(job.number, title, kind, scale_text(scale) if scale else "", place, depth))
        return rows

    def _front_facts(self) -> SheetFacts:
        """The bureau's words as they are printed on cover and contents."""
        county = self.studio.county
        fictional = fictional_notes(county.project, county.roles)
        return replace(county.facts, plan_title=shown_title(county.facts, fictional))

    def _cover(self):
        county = self.studio.county
        towns = county.layer("towns")
        areas = [] if towns is None or geometry_of(towns) != "polygon" else _shapes(towns, county)
        boundary = county.layer("boundary")
        whole = QgsGeometry.unaryUnion(_shapes(boundary, county) if boundary is not None else areas)
        return cover_layout(self.studio.project, self._front_facts(), whole, tr("图集"), areas)

    def _said_failure(self, job: PageJob) -> str:
        return tr("“{title}”没有画成：{reason}").format(title=job.title, reason=self.failed[job.at])

    def _list(self) -> None:
        """Rows for what is not there: sheets that lack something, and sheets of which no page came."""
        listed = {row.sheet for row in self.rows}
        for sheet, kind in self.plan.kinds.items():
            reasons = [self.failed[job.at] for job in self._jobs(sheet) if job.at in self.failed]
            if sheet not in listed:
                said = _joined(reasons) or tr("导出中途取消，没有画到这一张。")
                self.rows.append(IndexRow(sheet, kind.title, note=said))
            elif self._pictures:
                for job in self._jobs(sheet):
                    if job.at in self.failed:
                        self.rows.append(IndexRow(sheet, job.title, note=self.failed[job.at]))
        self.rows += [IndexRow(kind.id, kind.title, note=reason) for kind, reason in self.plan.left_out]


    def _sort(self) -> None:
        """Rows and files as the sheets follow each other; several processes finish them as it comes."""
        places = {(job.sheet, job.title): job.at for job in self.plan.jobs}
        first = {job.sheet: job.at for job in reversed(self.plan.jobs)}
        last = len(self.plan.jobs)
        self.rows.sort(key=lambda row: places.get((row.sheet, row.title), first.get(row.sheet, last)))
        self.files = list(dict.fromkeys(self.order.folder / row.file for row in self.rows if row.file))


def _joined(sentences: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(sentences))


def _shapes(layer: QgsVectorLayer, county) -> list[QgsGeometry]:
    transform = QgsCoordinateTransform(layer.crs(), QgsCoordinateReferenceSystem(county.crs()), county.project)
    shapes = []
    for feature in layer.getFeatures():
        shape = QgsGeometry(feature.geometry())
        if not shape.isEmpty():
            shape.transform(transform)
            shapes.append(shape)
    return shapes
