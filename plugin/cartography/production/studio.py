"""Where pages are laid out and drawn: a private project that shares what many pages have in common."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPrintLayout, QgsProject, QgsRasterLayer

from ..county_sheets.county import County
from ..county_sheets.drafts import draft
from ..draft import Draft, build_loose
from ..export import GEOPDF, PDF, SUFFIXES, render_page
from ..faults import SheetFault
from ..ground import Ground, ground_of
from ..relief import PAGES_WORTH_IT, RELIEF_FILE, InPieces, drawing_once, opened, result_of
from ..sheet import LooseSheet
from ..spec import Role
from ..templates import project_template, with_template
from ..whole_file import is_whole
from .jobs import Order, PageJob


@dataclass(frozen=True)
class PageDone:
    """A page that is drawn: its work files by format, the scale of its map (0: none) and, for a GeoPDF, its ground;
    ``notes`` say what its template lacks."""

    at: int
    files: dict[str, Path]
    scale: float
    ground: Ground | None = None
    notes: tuple[str, ...] = ()


class Studio:
    """Draws the pages of one order into ``folder``. The planner's project is read only; layouts and the clones of a
    page live as long as the page is being drawn, clones of the base as long as the studio. ``relief_folder`` holds the
    terrain that another process has drawn. Main thread only."""

    def __init__(self, county: County, order: Order, folder: Path, pages: int, relief_folder: Path | None = None):
        self.county = replace(county, facts=replace(county.facts, paper=order.paper))
        self.order, self.folder, self.pages = order, folder, pages
        self.relief_folder = relief_folder
        self.project = _private_project(county)
        self._relief: dict[str, Role] = {}

    def draw(self, job: PageJob) -> PageDone:
        """The page as files of the studio's folder. Raises SheetFault and what drafts raise."""
        sheet, layout, notes = self.laid_out(job)
        files = {fmt: self.draw_layout(layout, f"page_{job.at:04d}", fmt) for fmt in self.order.page_formats}
        main = layout.itemById("main_map")
        ground = ground_of(layout) if self.order.fmt == GEOPDF else None
        done = PageDone(job.at, files, main.scale() if main else 0.0, ground, notes)
        del layout, sheet  # in this order: the sheet owns the layers that the layout shows
        return done

    def draw_layout(self, layout: QgsPrintLayout, stem: str, fmt: str = PDF) -> Path:
        """A layout as a whole file of the studio's folder. Raises SheetFault."""
        file = self.folder / f"{stem}{SUFFIXES[fmt]}"
        meant = self.order.folder / layout.name()
        try:
            render_page(layout, file, fmt, self.order.dpi_of(fmt), meant)
            if not is_whole(file):
                raise SheetFault("cut_short", path=str(meant))
        except SheetFault:
            file.unlink(missing_ok=True)  # on a full disk the list of what was made needs its room
            raise
        return file

    def laid_out(self, job: PageJob) -> tuple[LooseSheet, QgsPrintLayout, tuple[str, ...]]:
        """The page with its layers, its layout, which is the planner's own where there is a template, and what is to be
        said about that."""
        made = self._with_relief(draft(self.county, job.sheet, job.page, job.number))
        sheet = build_loose(self.project, made)
        self._keep_shared(sheet, made)
        template = project_template(self.county.project, job.sheet, job.title)
        if template is None:
            return sheet, sheet.layout, ()
        layout, notes = with_template(self.project, sheet.layout, template)
        return sheet, layout, notes

    def close(self) -> None:
        """Let go of all layers: Windows deletes no file that a layer holds open."""
        self._relief.clear()
        self.project.clear()

    def preparing(self, jobs: tuple[PageJob, ...]) -> Iterator[None]:
        """Draw the terrain now, for other processes to find it; in pieces, between which a window can breathe."""
        for sheet in dict.fromkeys(job.sheet for job in jobs):
            yield from self._adding_relief(draft(self.county, sheet))
            if self._relief:
                return

    def _with_relief(self, made: Draft) -> Draft:
        return result_of(self._adding_relief(made))

    def _adding_relief(self, made: Draft) -> Generator[None, None, Draft]:
        dem = made.layers.dem
        if dem is None or not isinstance(dem.layer, QgsRasterLayer):
            return made
        if dem.layer.id() not in self._relief:
            terrain = yield from self._terrain(dem.layer, made)
            self._relief[dem.layer.id()] = replace(dem, layer=terrain)
        return replace(made, layers=replace(made.layers, dem=self._relief[dem.layer.id()]))

    def _terrain(self, dem: QgsRasterLayer, made: Draft) -> InPieces:
        before = opened(self.relief_folder / RELIEF_FILE, dem.name()) if self.relief_folder else None
        if before or self.relief_folder:
            return before or dem
        crs = QgsCoordinateReferenceSystem(made.spec.crs)
        boundary = made.layers.boundary.layer
        transform = QgsCoordinateTransform(boundary.crs(), crs, self.county.project)
        extent = transform.transformBoundingBox(boundary.extent())
        # Whole metres, much enlarged, would be shaded as steps: pages of an atlas have the picture also when few.
        pages = max(self.pages, PAGES_WORTH_IT) if made.layers.focus else self.pages
        return (yield from drawing_once(dem, crs, extent, self.folder, pages))

    def _keep_shared(self, sheet: LooseSheet, made: Draft) -> None:
        """Keep what the next page shows as well; what is drawn for this page's area alone goes with the page."""
        own = made.layers.focus.layer.id() if made.layers.focus else None
        for one in sheet.drawn:
            new = self.project.mapLayer(one.layer.id()) is None
            if one.entry.shared and new and not (own and own in one.entry.kind):
                self.project.addMapLayer(one.layer, False)


def _private_project(county: County) -> QgsProject:
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem(county.crs()))
    project.setTransformContext(county.project.transformContext())
    project.setEllipsoid(county.project.ellipsoid())
    return project
