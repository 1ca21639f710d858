"""Layers that are drawn on many sheets the same way: what a role's layer looks like is a row of data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from qgis.core import QgsProject, QgsVectorLayer

from ..county.layers import geometry_of
from ..county.roles import RoleSet
from . import labels
from .catalogue import Style, styles, styles_of
from .county_layers import role_of
from .renderers import class_renderer
from .spec import GROUNDS, PLACES, Role, Subject
from .symbols import apply_style
from .view import View


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


def role_subjects(project: QgsProject, roles: RoleSet, looks: Iterable[Look]) -> tuple[Subject, ...]:
    """The roles that have a layer of the geometry that their style draws, as subjects that all sheets share: points
    among the places, areas on the ground."""
    found = []
    for look in looks:
        role, styled = role_of(project, roles, look.role, "class"), _styles(look)
        if role is not None and styled and geometry_of(role.layer) == styled[0].geometry:
            stratum = PLACES if styled[0].geometry == "point" else GROUNDS
            dress = partial(dress_by_look, look, role)
            name = styled[0].name if look.plain else role.layer.name()
            found.append(Subject(look.role, role, name, dress, look.theme, stratum, shared=True))
    return tuple(found)


def dress_by_look(look: Look, role: Role, layer: QgsVectorLayer, view: View) -> None:
    """Draw the layer by its classes where they are known, else as one. Names keep off points."""
    if geometry_of(layer) == "point":
        labels.label_facilities(layer, view.factor)
    if look.named and role.name_field and geometry_of(layer) == "polygon":
        labels.label_areas(layer, role.name_field, view.factor)
    if look.classes and role.class_field:
        renderer = class_renderer(layer, role.class_field, look.classes, view.factor, other=_other(look.classes))
        if renderer.categories():
            layer.setRenderer(renderer)
            return
    if look.plain:
        apply_style(layer, look.plain, view.factor)


def _styles(look: Look) -> list[Style]:
    """The styles that a look may draw with, its plain one first; none where the catalogue does not know them."""
    known = styles()
    return [known[look.plain]] if look.plain in known else styles_of(look.classes) if look.classes else []


def _other(prefix: str) -> str:
    """The style for words that mean no class, where the catalogue has one."""
    return next((found.code for found in styles_of(prefix) if found.code == f"{prefix}_other"), "")
