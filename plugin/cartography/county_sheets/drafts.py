"""From a row of ``sheets.csv`` to the draft of a sheet, for the county or for one page of an atlas."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ...language import tr
from ..draft import Draft
from . import hierarchy, industry, living_circle, looks, minerals, restoration, structure, tourism
from .atlas import VILLAGE, AtlasPage, focus_role
from .county import County
from .kinds import SheetKind, sheet_kinds

#: The functions that draft sheets, by the template that a row names: (county, kind, page) → Draft.
TEMPLATES: dict[str, Callable[[County, SheetKind, AtlasPage | None], Draft]] = {
    "looks": looks.draft,
    "structure": structure.draft,
    "hierarchy": hierarchy.draft,
    "coverage": living_circle.draft,
    "minerals": minerals.draft,
    "restoration": restoration.draft,
    "industry": industry.draft,
    "tourism": tourism.draft,
}


def draft(county: County, sheet: str, page: AtlasPage | None = None, number: str = "") -> Draft:
    """A sheet by its id; ``number`` is its 图号. Raises BadStandard, and KeyError for an unknown sheet or template."""
    kind = sheet_kinds(county.project)[sheet]
    made = TEMPLATES[kind.template](county, kind, page)
    notes = (*made.spec.notes, *_extent_notes(page))
    spec = replace(made.spec, theme_title=page_title(kind, page), sheet_number=number, notes=notes)
    focus = focus_role(page, county.crs()) if page else None
    return replace(made, spec=spec, layers=replace(made.layers, focus=focus))


def _extent_notes(page: AtlasPage | None) -> tuple[str, ...]:
    """Figures of a page about a point are those of a circle, which nobody could guess."""
    if page is None or page.by != VILLAGE or not page.around:
        return ()
    said = tr("本图范围为{village}周围 {km:g} 公里，数据按此范围统计。")
    return (said.format(village=page.name, km=page.around / 1e3),)


def page_title(kind: SheetKind, page: AtlasPage | None) -> str:
    """The title of a sheet, with what its page shows."""
    return tr("{title}（{page}）").format(title=kind.title, page=page.name) if page else kind.title
