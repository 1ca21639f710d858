"""Layers that are drawn on many sheets the same way: what a role's layer looks like is a row of data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from ..county.layers import geometry_of
from ..county.roles import RoleSet
from . import labels
from .catalogue import Style, style, style_for, styles, styles_of
from .county_layers import role_of
from .land_styles import LAND, land_styles
from .renderers import class_renderer
from .small_areas import AreasOnPaper, areas_on_paper, in_units_of, once_a_name
from .spec import GROUNDS, PLACES, Role, Subject
from .symbols import apply_style, at_centre, symbol_for
from .view import View
from .within import Within


@dataclass(frozen=True)
class Look:
    """The layer of ``role`` in the legend group ``theme``: by the styles of its classes, whose codes begin with
    ``classes``, where it has a class field with words that the catalogue knows, else all by the style ``plain``, or
    not at all without one. Areas and, where there are few, points are ``named`` on request. Areas too small for the
    scale have the style ``marker`` in their middle, or that of their class for points, where ``marker`` is ``class``.
    """

    role: str
    theme: str
    plain: str
    classes: str = ""
    named: bool = False
    marker: str = ""


MARKER_RADIUS = 2.6  #: millimetres around the middle of a small area that its name keeps off
MOST_NAMED = 60  #: points in a view, beyond which none is named
OF_CLASS = "class"  #: a marker that is the class's own
#: What is under protection or control, the uppermost first.
CONTROL_LINES = (
    Look("urban_boundary", "control", "control_urban"),
    Look("redline", "control", "control_redline"),
    Look("farmland", "control", "control_farmland"),
)
PROTECTED = (
    Look("intakes", "protection", "intake"),
    Look("water_protection", "protection", "watersource_second", "watersource"),
    Look("reserves", "protection", "reserve_control", "reserve"),
    Look("scenic_areas", "protection", "scenic"),
)


def role_subjects(
    project: QgsProject, roles: RoleSet, looks: Iterable[Look], within: Within | None = None
) -> tuple[Subject, ...]:
    """The roles that have a layer of a geometry that their style draws, as subjects: points, and areas that may be too
    small for the scale, among the places, the rest on the ground. Sheets of the county share them. With ``within``
    there are only classes that occur there, and on a page of an atlas the subjects are its own."""
    found = []
    for look in looks:
        role = role_of(project, roles, look.role, "class")
        if role is None or not _styles(look, geometry_of(role.layer)):
            continue
        values = None
        if within and within.is_needed_for(role.layer):
            classed = bool(look.classes and role.class_field)
            values = within.values(role.layer, role.class_field) if classed else None
            if not (values if classed else within.holds(role.layer)):
                continue
        found.append(_subject(look, role, values, within.key if within else ""))
    return tuple(found)


def dress_by_look(
    look: Look, role: Role, layer: QgsVectorLayer, view: View, values: Sequence[object] | None = None
) -> None:
    """Draw the layer by its classes where they are known, those of ``values`` only where these are given, else as one.
    Names keep off points."""
    geometry = geometry_of(layer)
    areas = None
    if geometry == "polygon" and (look.named or look.marker):
        areas = areas_on_paper(layer, role.name_field, view)
    small = bool(areas and areas.small and look.marker)
    if geometry == "point" and look.named and role.name_field and _has_room(layer, view):
        labels.label_places(layer, role.name_field, view.factor)
    elif geometry == "point":
        labels.label_facilities(layer, view.factor)
    if look.named and role.name_field and geometry == "polygon":
        _name_areas(layer, role.name_field, areas, small, view)
    renderer = _class_renderer(look, role, layer, view, values, small)
    if renderer is not None:
        layer.setRenderer(renderer)
    elif _plain(look, geometry):
        code = _plain(look, geometry).code
        apply_style(layer, code, view.factor)
        if small and look.marker != OF_CLASS:
            layer.renderer().setSymbol(at_centre(symbol_for(look.marker, view.factor), code, view.factor))


def _class_renderer(look: Look, role: Role, layer, view: View, values, small: bool):
    """By class; None where the layer has no class that the catalogue knows and may be drawn as one."""
    if not look.classes or not role.class_field:
        return None
    geometry = geometry_of(layer)
    other = _other(look.classes, geometry)
    renderer = class_renderer(layer, role.class_field, look.classes, view.factor, other=other, values=values)
    names = {category.label() for category in renderer.categories()}
    if not names or (_plain(look, geometry) and other and names == {style(other).name} and other != look.plain):
        return None
    if small:
        _mark_classes(renderer, look, view)
    return renderer


def _mark_classes(renderer: QgsCategorizedSymbolRenderer, look: Look, view: View) -> None:
    """Give the classes their markers: those of the catalogue's styles for points, or one for all."""
    by_name = {found.name: found.code for found in styles_of(look.classes, "polygon")}
    for at, category in enumerate(renderer.categories()):
        code = by_name.get(category.label(), "")
        marker = style_for(code, "point").code if look.marker == OF_CLASS and code else look.marker
        if code and marker in styles() and style(marker).geometry == "point":
            renderer.updateCategorySymbol(at, at_centre(symbol_for(marker, view.factor), code, view.factor))
    renderer.setUsingSymbolLevels(False)


def _has_room(layer: QgsVectorLayer, view: View) -> bool:
    """Whether the points in the view are few enough to be named."""
    transform = QgsCoordinateTransform(view.crs, layer.crs(), QgsProject.instance())
    request = QgsFeatureRequest(transform.transformBoundingBox(view.extent)).setNoAttributes().setLimit(MOST_NAMED + 1)
    return sum(1 for _ in layer.getFeatures(request)) <= MOST_NAMED


def _name_areas(layer: QgsVectorLayer, name: str, areas: AreasOnPaper | None, small: bool, view: View) -> None:
    """Names in the areas, beside markers; one for all areas of a name on a sheet that shows them all."""
    if small:
        shown = once_a_name(name, areas)
        labels.label_key_zones(layer, shown, view.factor, in_units_of(layer, MARKER_RADIUS * view.factor, view))
        return
    labels.label_areas(layer, name, view.factor)
    if areas and len(areas.largest) < layer.featureCount():
        settings = layer.labeling().settings()
        settings.fieldName, settings.isExpression = once_a_name(name, areas), True
        layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def _subject(look: Look, role: Role, values: Sequence[object] | None, page: str) -> Subject:
    geometry = geometry_of(role.layer)
    words = (look.role, look.plain, look.classes, "named" if look.named else "", look.marker, page)
    plain = _plain(look, geometry)
    name = plain.name if plain else role.layer.name()
    dress = partial(dress_by_look, look, role, values=values)
    stratum = PLACES if geometry == "point" or look.marker else GROUNDS
    return Subject(" ".join(filter(None, words)), role, name, dress, look.theme, stratum, shared=not page)


def _plain(look: Look, geometry: str) -> Style | None:
    """The style that a look draws a whole layer of a geometry with."""
    known = styles()
    codes = [style_for(look.plain, geometry).code] if look.plain in known else []
    codes += [look.marker] if look.plain else []
    return next((known[code] for code in codes if code in known and known[code].geometry == geometry), None)


def _styles(look: Look, geometry: str) -> list[Style]:
    """The styles of a geometry that a look may draw with; none where the catalogue has none."""
    plain = _plain(look, geometry)
    found = [plain] if plain else []
    if look.classes:
        found += land_styles() if look.classes == LAND else styles_of(look.classes, geometry)
    return [one for one in found if one.geometry == geometry]


def _other(prefix: str, geometry: str) -> str:
    """The style for words that mean no class, where the catalogue has one."""
    codes = (f"{prefix}_other", f"{prefix}_other_{geometry}")
    return next((found.code for found in styles_of(prefix, geometry) if found.code in codes), "")
