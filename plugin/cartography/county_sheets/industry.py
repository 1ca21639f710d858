"""县域产业布局规划图: the parks with their leading industries, the chains between them, and the mines around."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from qgis.core import QgsCategorizedSymbolRenderer, QgsFeature, QgsGeometry, QgsRendererCategory, QgsVectorLayer

from ...bridge.sentences import listed
from ...county.layers import geometry_of
from ...language import tr
from ..catalogue import style_for
from ..cells import UNKNOWN, number
from ..county_layers import county_layers, role_of
from ..draft import Draft
from ..facts import sheet_spec
from ..lettering import ink_of
from ..line_kinds import kinds_subject
from ..mine_subjects import mine_themes, mines_by_mineral
from ..place_names import Named, place_names
from ..quiet_base import pale, quiet_lines
from ..seen import keep_seen
from ..spec import PLACES, Column, Role, Subject, TableSpec, Theme
from ..symbols import at_centre, symbol_for
from ..view import View
from .atlas import AtlasPage
from .county import County
from .kinds import SheetKind, legend_themes
from .on_page import area_of, of_town, on_page
from .special import Measure, classed_role, first_field, kinds_of, named, row_subjects, said

KIND_FIELDS = ("园区类型", "类型", "级别", "kind", "type", "level")
INDUSTRY_FIELDS = ("主导产业", "产业", "industry", "leading_industry")
AGRICULTURE = ("农", "种植", "养殖", "agri", "farm")
PARK_POINTS, MARKER_SHARE = 8.6, 0.72
INDUSTRY, FARMING = "industry_park", "industry_agri"


def draft(county: County, kind: SheetKind, page: AtlasPage | None) -> Draft:
    """Parks over chains over mines, on a quiet base map."""
    parks, links = classed_role(county, "parks"), classed_role(county, "industry_links")
    boundary = county.layer("boundary")
    here = on_page(county, parks.layer if parks else None, page)
    lines = [one for one in on_page(county, links.layer if links else None, page) if _ends_in(one, page)]
    chains = kinds_of(lines, links.class_field if links else "")
    subjects: list[Subject | None] = [_names(county, parks, links, page), *_parks(parks), *_mines(county)]
    if links is not None and lines:
        chained = kinds_subject("chains", links, chains, "industry_chain", tr("产业链联系"), "chains")
        subjects.append(replace(chained, stratum=PLACES))  # over the veil: chains may leave the county
    subjects += row_subjects(county, kind, page)
    subjects += quiet_lines(county.project, county.roles)
    layers = pale(county_layers(county.project, county.roles, boundary, tuple(filter(None, subjects))))
    themes = (
        Theme("industry", tr("产业园区")),
        Theme("chains", tr("产业链")),
        *mine_themes(),
        *legend_themes(("control",), county.project),
    )
    spec = sheet_spec(
        county.project,
        county.roles,
        county.facts,
        kind.title,
        _headline(county, here, chains, page),
        (tr("本图为示意图；产业链连线表示上下游联系，不是交通线位。"),),
        themes,
        county.crs(),
    )
    tables = (_parks_table(county, parks, here, page), _chains_table(links, lines, chains))
    return Draft(spec, layers, tuple(table for table in tables if table is not None))


def _ends_in(link: QgsFeature, page: AtlasPage | None) -> bool:
    """Whether a link begins or ends on a page, and does not only cross it."""
    area = area_of(page)
    ends = link.geometry().asMultiPolyline() if link.geometry().isMultipart() else [link.geometry().asPolyline()]
    if area is None or not ends or not ends[0]:
        return True
    return any(area.contains(QgsGeometry.fromPointXY(point)) for point in (ends[0][0], ends[-1][-1]))


def kind_field(parks: QgsVectorLayer) -> str:
    """The field of what kind of park it is."""
    return first_field(parks, *KIND_FIELDS)


def industry_field(parks: Role) -> str:
    """The field of the leading industry: one of a usual name, else the planner's, unless that says the kind."""
    found = first_field(parks.layer, *INDUSTRY_FIELDS)
    return found or (parks.class_field if parks.class_field not in KIND_FIELDS else "")


def _names(county: County, parks: Role | None, links: Role | None, page: AtlasPage | None) -> Subject | None:
    if parks is None or not parks.name_field:
        return None
    industry = industry_field(parks)

    def text(feature: QgsFeature) -> str:
        name, leading = said(feature, parks.name_field), said(feature, industry)
        if name == UNKNOWN:
            return ""
        return name if leading == UNKNOWN else tr("{name}\n（{industry}）").format(name=name, industry=leading)

    mines = role_of(county.project, county.roles, "mines")
    ink = ink_of(style_for(INDUSTRY, "polygon"))
    wanted = Named(parks, text, PARK_POINTS, lambda feature: ink, 3.4)
    seats = role_of(county.project, county.roles, "seats", "level")
    around = [one for one in (mines, links) if one is not None]
    return place_names([wanted], seats, county.layer("boundary"), around, area_of(page))


def _parks(parks: Role | None) -> list[Subject]:
    if parks is None:
        return []
    return [Subject("industry parks", parks, tr("产业园区"), partial(_dress, parks), "industry", PLACES)]


def _dress(parks: Role, layer: QgsVectorLayer, view: View) -> None:
    """Parks of farming and of industry; areas also by a marker, for they are small on a sheet of the county."""
    geometry, categories = geometry_of(layer), []
    fields = list(filter(None, (parks.name_field, kind_field(layer), industry_field(parks))))
    farming = " OR ".join(f"\"{field}\" LIKE '%{word}%'" for field in fields for word in AGRICULTURE) or "FALSE"
    present = {bool(_farms(one, fields)) for one in layer.getFeatures()}
    for farms, code in ((False, INDUSTRY), (True, FARMING)):
        if farms not in present:
            continue
        found = style_for(code, geometry)
        marker = symbol_for(style_for(f"{code}_point", "point"), view.factor * MARKER_SHARE)
        symbol = at_centre(marker, found.code, view.factor) if geometry == "polygon" else marker
        categories.append(QgsRendererCategory(int(farms), symbol, found.name))
    layer.setRenderer(QgsCategorizedSymbolRenderer(f"CASE WHEN {farming} THEN 1 ELSE 0 END", categories))
    keep_seen(layer, view)


def _farms(park: QgsFeature, fields: list[str]) -> bool:
    return any(word in str(park[field]) for field in fields for word in AGRICULTURE)


def _mines(county: County) -> tuple[Subject, ...]:
    mines = role_of(county.project, county.roles, "mines")
    if mines is None:
        return ()
    mineral, status = (county.roles.field("mines", name) for name in ("mineral", "status"))
    around = [role for role in (role_of(county.project, county.roles, "seats"),) if role is not None]
    return mines_by_mineral(mines, mineral, status, around)


def _headline(county: County, parks, chains: list[str], page: AtlasPage | None) -> tuple[str, str]:
    town = of_town(page)
    counts = [tr("{count} 个园区").format(count=len(parks))] if parks or not chains else []
    if chains:
        counts.append(tr("{count} 条产业链").format(count=len(chains)))
    words = tr("{town}产业布局").format(town=town) if town else tr("县域产业布局")
    return words, listed(counts)


def _parks_table(county: County, parks: Role | None, here, page: AtlasPage | None) -> TableSpec | None:
    """The parks, the largest first; columns that no park has anything in are left out."""
    if parks is None or not here:
        return None
    measure, areas = Measure(county, None), geometry_of(parks.layer) == "polygon"
    kind, industry = kind_field(parks.layer), industry_field(parks)
    sized = sorted(((measure.hectares(one) if areas else 0.0, one) for one in here), key=lambda pair: -pair[0])
    rows = [
        (
            said(one, parks.name_field),
            said(one, kind),
            said(one, industry),
            number(size, 1) if areas else UNKNOWN,
        )
        for size, one in sized
    ]
    columns = (
        Column(tr("园区"), "left", letters=10),
        Column(tr("类型"), letters=6),
        Column(tr("主导产业"), "left", letters=10),
        Column(tr("面积\n（公顷）"), "right"),
    )
    told = [at for at in range(len(columns)) if any(row[at] != UNKNOWN for row in rows)]
    return TableSpec(
        tr("产业园区"),
        tuple(columns[at] for at in told),
        tuple(tuple(row[at] for at in told) for row in rows),
    )


def _chains_table(links: Role | None, lines: list[QgsFeature], chains: list[str]) -> TableSpec | None:
    """Each chain with its links in the order of the layer."""
    if links is None or not chains:
        return None
    rows = []
    for chain in chains:
        held = [one for one in lines if str(one[links.class_field]) == chain]
        rows.append((chain, named(held, links.name_field), str(len(held))))
    columns = (
        Column(tr("产业链"), "left", letters=8),
        Column(tr("环节"), "left", letters=16),
        Column(tr("联系\n（条）"), "right"),
    )
    return TableSpec(tr("产业链"), columns, tuple(rows))
