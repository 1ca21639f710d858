"""Roads, railways and rivers as a quiet ground, under what an indicative sheet is about."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from qgis.core import QgsCoordinateTransform, QgsProject, QgsRenderContext, QgsVectorLayer

from ..county.roles import RoleSet
from ..language import tr
from .county_layers import role_of
from .renderers import class_renderer
from .spec import GROUNDS, Role, SheetLayers, Subject
from .symbols import apply_style
from .view import View

FADED = 0.5  #: opacity of the symbols
TRUNK = ("road_expressway", "road_national", "road_provincial")
RIVERS = ("river_1", "river_2")
#: Role → key of its group in the legend, prefix of its classes, style without classes, the classes shown.
LINES = {
    "railways": ("traffic", "", "railway", ()),
    "roads": ("traffic", "road", "road_county", TRUNK),
    "rivers": ("water", "river", "river_2", RIVERS),
}


def quiet_lines(project: QgsProject, roles: RoleSet) -> tuple[Subject, ...]:
    """The lines of the base map as the lowest subjects of a sheet, faded and without names."""
    found = []
    for name, (theme, *_) in LINES.items():
        role = role_of(project, roles, name, "level" if name == "rivers" else "class")
        if role is not None:
            found.append(Subject(f"quiet {name}", role, _title(name), partial(_faded, name, role), theme, GROUNDS))
    return tuple(found)


def pale(layers: SheetLayers) -> SheetLayers:
    """The layers with pale terrain under the last subject, and without the base map's own lines and peaks."""
    return replace(on_pale_ground(layers), roads=None, railways=None, rivers=None, peaks=None)


def on_pale_ground(layers: SheetLayers) -> SheetLayers:
    """The layers with pale terrain under the last subject."""
    if layers.dem is None:
        return layers
    ground = Subject("pale ground", layers.boundary, tr("淡化的地形"), _pale)
    return replace(layers, subjects=(*layers.subjects, ground))


def _title(name: str) -> str:
    return {"railways": tr("铁路"), "roads": tr("道路"), "rivers": tr("河流")}[name]


def _pale(layer: QgsVectorLayer, view: View) -> None:
    apply_style(layer, "outside_veil", view.factor)


def _faded(name: str, role: Role, layer: QgsVectorLayer, view: View) -> None:
    _, prefix, plain, only = LINES[name]
    renderer = None
    if prefix and role.class_field:
        transform = QgsCoordinateTransform(view.crs, layer.crs(), QgsProject.instance())
        extent = transform.transformBoundingBox(view.extent)
        renderer = class_renderer(layer, role.class_field, prefix, view.factor, view.scale, extent, only)
    if renderer and (renderer.categories() or class_renderer(layer, role.class_field, prefix).categories()):
        layer.setRenderer(renderer)
    else:
        apply_style(layer, plain, view.factor)
    for symbol in layer.renderer().symbols(QgsRenderContext()):
        symbol.setOpacity(FADED)
