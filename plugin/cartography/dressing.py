"""How each role of a layer is drawn on a sheet, from the top of the map to the bottom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from qgis.core import (
    QgsCoordinateTransform,
    QgsExpression,
    QgsMapLayer,
    QgsMergedFeatureRenderer,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from ..county.layers import geometry_of
from ..language import tr
from . import labels, relief, terrain
from .catalogue import style, styles_of, styles_of_values
from .neighbours import in_county, leave_out
from .renderers import class_renderer, outside_renderer
from .spec import GROUNDS, PLACES, Role, SheetLayers
from .symbols import apply_style
from .view import View

ELEVATION_FIELDS = ("高程", "海拔", "高程_m", "elevation", "ele", "height")
LOCATOR_NAME_POINTS = 6.0
TOWN_SEATS = "town seats"  #: the kind of a subject that names the towns in place of the base map
UNCLASSED = {"road": "road_county", "river": "river_2"}


@dataclass(frozen=True)
class Entry:
    """One layer of the sheet: what it is, the role it clones, how the clone is dressed, its group in the legend
    ('': none), whether all sheets share the clone, and the map that shows it ('main' or 'locator')."""

    kind: str
    role: Role
    name: str
    dress: Callable[[QgsMapLayer], None]
    theme: str = ""
    shared: bool = False
    place: str = "main"


def entries(layers: SheetLayers, view: View) -> list[Entry]:
    """All layers of the sheet from the top to the bottom."""
    shared = layers.focus is None
    candidates = [
        Entry(_of_page("seats", layers), layers.seats, tr("乡镇驻地"), partial(_seats, layers, view), "towns", shared),
        *_subjects(layers, PLACES, view),
        *_lines(layers, view),
        *_subjects(layers, GROUNDS, view),
        *_grounds(layers, view),
        *_locator(layers, view),
    ]
    return [entry for entry in candidates if entry.role is not None]


def _subjects(layers: SheetLayers, stratum: str, view: View) -> list[Entry]:
    return [
        Entry(
            one.kind,
            one.derive(one.role, view) if one.derive else one.role,
            one.name,
            partial(one.dress, view=view),
            one.theme,
            one.shared,
        )
        for one in layers.subjects
        if one.stratum == stratum
    ]


def _lines(layers: SheetLayers, view: View) -> list[Entry]:
    factor, shared = view.factor, layers.focus is None
    not_around = in_county(layers.boundary, layers.neighbours, view.crs)
    return [
        Entry("focus", layers.focus, style("atlas_focus").name, _plain("atlas_focus", factor), "boundary"),
        Entry(
            "county",
            layers.boundary,
            style("boundary_county").name,
            _whole("boundary_county", factor),
            "boundary",
            True,
        ),
        Entry("towns", layers.towns, style("boundary_town").name, partial(_towns, layers, factor), "boundary", True),
        Entry(
            _without("neighbours", not_around),
            layers.neighbours,
            style("boundary_neighbour").name,
            partial(_neighbours, layers.neighbours, not_around, factor),
            "boundary",
            True,
        ),
        Entry("veil", layers.boundary, style("outside_veil").name, partial(_veil, layers.dem, view), shared=True),
        Entry("focus veil", layers.focus, style("atlas_veil").name, _outside_focus),
        Entry("peaks", layers.peaks, style("peak").name, partial(_peaks, layers.peaks, factor), "relief", True),
        Entry("railways", layers.railways, style("railway").name, _plain("railway", factor), "traffic", True),
        Entry(_roads_kind(layers), layers.roads, tr("道路"), partial(_roads, layers, view), "traffic", shared),
        Entry(_of_page("rivers", layers), layers.rivers, tr("河流"), partial(_rivers, layers, view), "water", shared),
        Entry("water", layers.water, style("water").name, _plain("water", factor), "water", True),
    ]


def _grounds(layers: SheetLayers, view: View) -> list[Entry]:
    ground = layers.boundary if layers.dem is None else None
    if layers.dem and relief.is_relief(layers.dem.layer):
        return [Entry("relief", layers.dem, tr("地形"), relief.show, shared=True)]
    return [
        Entry("shade", layers.dem, tr("地形晕渲"), terrain.shade, shared=True),
        Entry("tint", layers.dem, tr("地形"), terrain.tint, shared=True),
        Entry("ground", ground, style("county_ground").name, _whole("county_ground", view.factor), shared=True),
    ]


def _locator(layers: SheetLayers, view: View) -> list[Entry]:
    """The county in its prefecture, or where that is not known among its neighbours; on a page of an atlas, its area
    among the towns."""
    if layers.focus:
        return _locator_in_county(layers, view)
    around = layers.prefecture or layers.neighbours
    if around is None:
        return []
    not_around = () if layers.prefecture else in_county(layers.boundary, around, view.crs)
    return [
        Entry(
            "locator county",
            layers.boundary,
            tr("位置图：本县"),
            partial(_here, layers, view.factor),
            shared=True,
            place="locator",
        ),
        Entry(
            _without("locator around", not_around),
            around,
            tr("位置图：周边"),
            partial(_around, around, not_around, view.factor),
            shared=True,
            place="locator",
        ),
    ]


def _locator_in_county(layers: SheetLayers, view: View) -> list[Entry]:
    towns = layers.towns if layers.towns and geometry_of(layers.towns.layer) == "polygon" else None
    here = partial(_as_one, code="locator_county", factor=view.factor)
    around = partial(apply_style, code="locator_neighbour", factor=view.factor)
    return [
        Entry("locator focus", layers.focus, tr("位置图：本页"), here, place="locator"),
        Entry("locator towns", towns or layers.boundary, tr("位置图：县域"), around, shared=True, place="locator"),
    ]


def _outside_focus(layer: QgsVectorLayer) -> None:
    layer.setRenderer(outside_renderer("atlas_veil"))


def _plain(code: str, factor: float) -> Callable:
    return partial(apply_style, code=code, factor=factor)


def _whole(code: str, factor: float) -> Callable:
    return partial(_as_one, code=code, factor=factor)


def _as_one(layer: QgsVectorLayer, code: str, factor: float) -> None:
    """One style for all polygons together: towns that stand in for their county show no lines between them."""
    apply_style(layer, code, factor)
    if layer.featureCount() != 1:
        layer.setRenderer(QgsMergedFeatureRenderer(layer.renderer().clone()))


def _without(kind: str, ids: tuple[int, ...]) -> str:
    """Sheets that leave out the same features share their clone."""
    return " ".join([kind, *map(str, ids)])


def _veil(dem: Role | None, view: View, layer: QgsVectorLayer) -> None:
    """Terrain fades outside the county where it fills the map; where it would end in the map, it ends at the county."""
    fills = False
    if dem:
        transform = QgsCoordinateTransform(dem.layer.crs(), view.crs, QgsProject.instance())
        fills = transform.transformBoundingBox(dem.layer.extent()).contains(view.extent)
    layer.setRenderer(outside_renderer("outside_veil" if fills else "outside_ground"))


def _seats(layers: SheetLayers, view: View, layer: QgsVectorLayer) -> None:
    """By rank; on a page of an atlas the legend has the ranks that the page shows."""
    role, factor = layers.seats, view.factor
    extent = _extent_of(layer, view) if layers.focus else None
    renderer = None
    if role.class_field:
        renderer = class_renderer(layer, role.class_field, "seat", factor, extent=extent)
    ranked = renderer is not None and bool(renderer.categories())
    if ranked:
        layer.setRenderer(renderer)
    else:
        apply_style(layer, "seat_3", factor)
    if role.name_field:
        filters = _rank_filters(layer, role.class_field if ranked else "")
        labels.label_seats(layer, role.name_field, filters, factor)


def _rank_filters(layer: QgsVectorLayer, field: str) -> list[str]:
    if not field:
        return ["FALSE", "FALSE", "TRUE"]
    ranks = styles_of("seat")
    values: dict[str, list[str]] = {rank.code: [] for rank in ranks}
    for value, found in styles_of_values(layer.uniqueValues(layer.fields().indexOf(field)), "seat").items():
        if found:
            values[found.code].append(QgsExpression.quotedValue(value))
    return [f'"{field}" IN ({", ".join(values[rank.code]) or "NULL"})' for rank in ranks]


def _towns(layers: SheetLayers, factor: float, layer: QgsVectorLayer) -> None:
    apply_style(layer, "boundary_town", factor)
    named = any(one.kind == TOWN_SEATS for one in layers.subjects)
    if layers.seats is None and layers.towns.name_field and not named:
        labels.label_towns(layer, layers.towns.name_field, factor)


def _neighbours(role: Role, not_around: tuple[int, ...], factor: float, layer: QgsVectorLayer) -> None:
    apply_style(layer, "boundary_neighbour", factor)
    if role.name_field:
        labels.label_neighbours(layer, role.name_field, factor)
    leave_out(layer, not_around)


def _around(role: Role, not_around: tuple[int, ...], factor: float, layer: QgsVectorLayer) -> None:
    apply_style(layer, "locator_neighbour", factor)
    if role.name_field:
        labels.label_neighbours(layer, role.name_field, factor, LOCATOR_NAME_POINTS, inside_only=False)
    leave_out(layer, not_around)


def _here(layers: SheetLayers, factor: float, layer: QgsVectorLayer) -> None:
    """The county; named here unless the counties around it include it and its name, or its towns stand in for it."""
    _as_one(layer, "locator_county", factor)
    name = layers.boundary.name_field
    several = layers.prefecture is not None and layers.prefecture.layer.featureCount() > 1
    towns = bool(name) and len(layer.uniqueValues(layer.fields().indexOf(name))) > 1
    labels.label_here(layer, "" if several or towns else name, factor, LOCATOR_NAME_POINTS)


def _peaks(role: Role, factor: float, layer: QgsVectorLayer) -> None:
    apply_style(layer, "peak", factor)
    height = next((field for field in ELEVATION_FIELDS if layer.fields().indexOf(field) >= 0), "")
    if role.name_field:
        labels.label_peaks(layer, role.name_field, height, factor)


def _roads_kind(layers: SheetLayers) -> str:
    """Sheets that show the same classes of roads share their clone."""
    stronger = () if layers.road_factor == 1.0 else (f"{layers.road_factor:g}",)
    return " ".join([_of_page("roads", layers), *layers.road_codes, *stronger])


def _of_page(kind: str, layers: SheetLayers) -> str:
    """What is drawn for the extent of one page of an atlas is not shared with other pages."""
    return f"{kind} {layers.focus.layer.id()}" if layers.focus else kind


def _roads(layers: SheetLayers, view: View, layer: QgsVectorLayer) -> None:
    _classes(layers.roads, "road", replace(view, factor=view.factor * layers.road_factor), layer, layers.road_codes)


def _rivers(layers: SheetLayers, view: View, layer: QgsVectorLayer) -> None:
    role = layers.rivers
    _classes(role, "river", view, layer)
    if role.name_field:
        labels.label_rivers(layer, role.name_field, view.factor)


def _extent_of(layer: QgsVectorLayer, view: View) -> QgsRectangle:
    """The extent of the view in the system of a layer."""
    return QgsCoordinateTransform(view.crs, layer.crs(), QgsProject.instance()).transformBoundingBox(view.extent)


def _classes(role: Role, prefix: str, view: View, layer: QgsVectorLayer, only: tuple[str, ...] = ()) -> None:
    """By class where the layer has classes that the catalogue knows, else all by its least class."""
    renderer = None
    if role.class_field:
        look = (layer, role.class_field, prefix, view.factor, view.scale, _extent_of(layer, view))
        renderer = class_renderer(*look, only)
        if not renderer.categories() and only and class_renderer(*look).categories():
            layer.setRenderer(renderer)  # all classes are known, and the sheet shows none of them
            return
    if renderer and renderer.categories():
        layer.setRenderer(renderer)
    else:
        apply_style(layer, UNCLASSED[prefix], view.factor)
