"""From a row of ``sheets.csv`` to the draft of a sheet, for the county or for one page of an atlas."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ...language import tr
from ..draft import Draft
from . import hierarchy, industry, living_circle, looks, minerals, restoration, structure, tourism
from .atlas import AtlasPage, focus_role
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
    spec = replace(made.spec, theme_title=page_title(kind, page), sheet_number=number)
    focus = focus_role(page, county.crs()) if page else None
    return replace(made, spec=spec, layers=replace(made.layers, focus=focus))


def page_title(kind: SheetKind, page: AtlasPage | None) -> str:
    """The title of a sheet, with what its page shows."""
    return tr("{title}（{page}）").format(title=kind.title, page=page.name) if page else kind.title
