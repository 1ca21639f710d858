"""Layers that are drawn on many sheets the same way: what a role's layer looks like is a row of data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from qgis.core import QgsProject, QgsVectorLayer

from ..county.layers import geometry_of
from ..county.roles import RoleSet
from . import labels
from .catalogue import Style, style_for, styles, styles_of
from .county_layers import role_of
from .land_styles import LAND, land_styles
from .renderers import class_renderer
from .spec import GROUNDS, PLACES, Role, Subject
from .symbols import apply_style
from .view import View
from .within import Within


@dataclass(frozen=True)
class Look:
    """The layer of ``role`` in the legend group ``theme``: by the styles of its classes, whose codes begin with
    ``classes``, where it has a class field with words that the catalogue knows, else all by the style ``plain``, or
    not at all without one. Areas are ``named`` on request."""

    role: str
    theme: str
    plain: str
    classes: str = ""
    named: bool = False


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
    """The roles that have a layer of a geometry that their style draws, as subjects: points among the places, the rest
    on the ground. Sheets of the county share them. With ``within`` there are only classes that occur there, and on a
    page of an atlas the subjects are its own."""
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
    if geometry == "point":
        labels.label_facilities(layer, view.factor)
    if look.named and role.name_field and geometry == "polygon":
        labels.label_areas(layer, role.name_field, view.factor)
    if look.classes and role.class_field:
        other = _other(look.classes, geometry)
        renderer = class_renderer(
            layer, role.class_field, look.classes, view.factor, other=other, values=values
        )
        if renderer.categories():
            layer.setRenderer(renderer)
            return
    drawn = _styles(look, geometry)
    if look.plain and drawn:
        apply_style(layer, drawn[0].code, view.factor)


def _subject(look: Look, role: Role, values: Sequence[object] | None, page: str) -> Subject:
    geometry = geometry_of(role.layer)
    kind = " ".join(filter(None, (look.role, look.plain, look.classes, "named" if look.named else "", page)))
    name = _styles(look, geometry)[0].name if look.plain else role.layer.name()
    dress = partial(dress_by_look, look, role, values=values)
    stratum = PLACES if geometry == "point" else GROUNDS
    return Subject(kind, role, name, dress, look.theme, stratum, shared=not page)


def _styles(look: Look, geometry: str) -> list[Style]:
    """The styles of a geometry that a look may draw with, its plain one first; none where the catalogue has none."""
    found = [style_for(look.plain, geometry)] if look.plain in styles() else []
    if look.classes:
        found += land_styles() if look.classes == LAND else styles_of(look.classes, geometry)
    return [one for one in found if one.geometry == geometry]


def _other(prefix: str, geometry: str) -> str:
    """The style for words that mean no class, where the catalogue has one."""
    codes = (f"{prefix}_other", f"{prefix}_other_{geometry}")
    return next((found.code for found in styles_of(prefix, geometry) if found.code in codes), "")
