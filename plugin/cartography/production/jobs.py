"""What is to be made: the order of a planner, and the pages that it comes to."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ...bridge.sentences import listed
from ...language import tr
from ..county_sheets.atlas import ATLASES, FACILITY, ZONE, AtlasPage, atlas_pages
from ..county_sheets.county import County
from ..county_sheets.drafts import page_title
from ..county_sheets.kinds import SheetKind, sheet_kinds
from ..county_sheets.states import sheet_states
from ..export import FORMATS, GEOPDF, PDF
from ..faults import SheetFault
from ..paper import paper_size

NO_ATLAS = "none"
#: Atlases that only the sheets of one template have; all others may go by town and by village.
ONLY = {FACILITY: "coverage", ZONE: "restoration"}


@dataclass(frozen=True)
class Order:
    """The sheets by id; what the atlas goes by ('none': no atlas); the format, resolution and paper; whether all goes
    into one booklet, and whether the pages of an atlas have the sheet of the county before them; the folder; the number
    of processes (0: the plugin chooses, 1: this one alone); and the resolution of pictures that go with a booklet
    (0: that of the booklet).

    Raises :class:`SheetFault` for a paper, a format or an atlas that nobody knows.
    """

    sheets: tuple[str, ...]
    folder: Path
    atlas: str = NO_ATLAS
    fmt: str = PDF
    dpi: int = 300
    paper: str = "A3"
    booklet: bool = False
    workers: int = 0
    overview: bool = True
    picture_dpi: int = 0

    def __post_init__(self):
        object.__setattr__(self, "folder", Path(self.folder))
        object.__setattr__(self, "atlas", self.atlas or NO_ATLAS)
        if self.fmt not in FORMATS:
            raise SheetFault("unknown_format", format=self.fmt)
        if self.atlas not in (NO_ATLAS, *ATLASES):
            raise SheetFault("unknown_atlas", atlas=self.atlas)
        paper_size(self.paper)

    @property
    def page_formats(self) -> tuple[str, ...]:
        """What each page is drawn as: the pages of a PDF, pictures, or both where pictures go with a booklet."""
        if self.fmt in (PDF, GEOPDF):
            return (PDF,)
        return (PDF, self.fmt) if self.booklet else (self.fmt,)

    def dpi_of(self, fmt: str) -> int:
        """The resolution of the pages of a PDF, and of pictures."""
        return self.dpi if fmt == PDF else self.picture_dpi or self.dpi


@dataclass(frozen=True)
class PageJob:
    """A page: its place in the order, its sheet, its title and 图号, and what it shows of an atlas."""

    at: int
    sheet: str
    title: str
    number: str
    page: AtlasPage | None = None

    @property
    def mark(self) -> str:
        """The bookmark of the page: an atlas page by what it shows, for it lies under its sheet."""
        return self.page.name if self.page else f"{self.number} {self.title}".strip()


@dataclass(frozen=True)
class Plan:
    """The pages in their order, and the sheets that cannot be made with the reason."""

    jobs: tuple[PageJob, ...]
    kinds: dict[str, SheetKind] = field(default_factory=dict)
    left_out: tuple[tuple[SheetKind, str], ...] = ()


def planned(order: Order, county: County) -> Plan:
    """The pages that an order comes to. Sheets that the project lacks something for are left out, with what it lacks.

    Raises :class:`SheetFault` for a sheet that nobody knows, and BadStandard.
    """
    kinds = sheet_kinds(county.project)
    unknown = [sheet for sheet in order.sheets if sheet not in kinds]
    if unknown:
        raise SheetFault("unknown_sheet", sheet=unknown[0], known=listed(list(kinds), len(kinds)))
    missing = {state.kind.id: state.missing for state in sheet_states(county)}
    chosen = [kind for kind in kinds.values() if kind.id in order.sheets]
    possible = [kind for kind in chosen if not missing[kind.id]]
    left_out = [
        (kind, tr("缺少：{what}").format(what=listed(missing[kind.id]))) for kind in chosen if missing[kind.id]
    ]
    jobs: list[PageJob] = []
    pages = atlas_pages(county, order.atlas) if order.atlas != NO_ATLAS else []
    for kind in possible:
        # The sheet's own number, whatever else is ordered: a page drawn again fits into the book that is bound.
        number = f"{kind.number:02d}"
        own = pages if ONLY.get(order.atlas, kind.template) == kind.template else []
        if order.overview or not own:
            jobs.append(PageJob(len(jobs), kind.id, kind.title, number))
        for i, page in enumerate(own, start=1):
            jobs.append(PageJob(len(jobs), kind.id, page_title(kind, page), f"{number}-{i}", page))
    return Plan(tuple(jobs), {kind.id: kind for kind in possible}, tuple(left_out))
