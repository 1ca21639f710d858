"""What a sheet of 服务覆盖 draws on the base map: bands of minutes, facilities, villages within reach and out of it."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsVectorLayer

from ..language import tr
from . import labels
from .catalogue import style
from .facility_places import generalised
from .renderers import (
    BAND_EDGE_FIELDS,
    COVERED_FIELD,
    bands_renderer,
    covered_renderer,
    facilities_renderer,
    share_renderer,
)
from .spec import PLACES, Role, Subject, Theme
from .symbols import apply_style
from .view import View


def coverage_themes() -> tuple[Theme, ...]:
    """The groups of the legend."""
    return (
        Theme("service", tr("服务圈层（到最近设施的时间）")),
        Theme("villages", tr("行政村")),
        Theme("facilities", tr("公共服务设施")),
    )


def coverage_subjects(
    villages: Role,
    facilities: Role | None = None,
    seats: Role | None = None,
    bands: Role | None = None,
    zones: Role | None = None,
    gaps: Role | None = None,
    service_type: str = "",
    breaks: tuple[float, ...] = (),
) -> tuple[Subject, ...]:
    """The layers of a run, the uppermost first.

    ``villages`` are demand points, with field ``covered`` when they come from 服务覆盖; ``bands`` are polygons with
    ``from_min`` and ``to_min``; ``zones``, drawn where there are no bands, polygons with ``covered_share``; ``gaps``
    uncovered demand points, drawn when ``villages`` does not know what is covered. Facilities are gathered around the
    ``seats`` of towns. ``service_type`` picks one type of layers that hold several.
    """
    knows_covered = _has(villages.layer, COVERED_FIELD)
    found = []
    if facilities:
        name = tr("公共服务设施（归并示意）")
        derive = partial(_facility_places, seats=seats, service_type=service_type)
        found.append(Subject("facilities", facilities, name, _facilities, "facilities", PLACES, derive))
    if gaps and not knows_covered:
        dress = partial(_gaps, gaps)
        found.append(Subject("gaps", gaps, style("village_uncovered").name, dress, "villages", PLACES))
    name = tr("行政村") if knows_covered else style("village").name
    found.append(Subject("villages", villages, name, partial(_villages, villages, service_type), "villages", PLACES))
    if bands:
        found.append(Subject("bands", bands, tr("服务圈"), partial(_bands, service_type, breaks), "service"))
    elif zones:
        found.append(Subject("zones", zones, tr("覆盖率"), _zones, "service"))
    return tuple(found)


def _facility_places(role: Role, view: View, seats: Role | None, service_type: str) -> Role:
    if not role.class_field:
        return role
    places = generalised(role, seats, view.crs, view.scale, view.factor, service_type)
    return Role(places, "", "type", "level")


def _facilities(layer: QgsVectorLayer, view: View) -> None:
    if _has(layer, "type", "level"):
        layer.setRenderer(facilities_renderer(layer, "type", "level", view.factor))
    else:
        apply_style(layer, "facility_other", view.factor)
    labels.label_facilities(layer, view.factor)


def _gaps(role: Role, layer: QgsVectorLayer, view: View) -> None:
    apply_style(layer, "village_uncovered", view.factor)
    if role.name_field:
        labels.label_uncovered(layer, role.name_field, "TRUE", view.factor)


def _villages(role: Role, service_type: str, layer: QgsVectorLayer, view: View) -> None:
    if not _has(layer, COVERED_FIELD):
        apply_style(layer, "village", view.factor)
        return
    renderer = covered_renderer(layer, service_type, view.factor)
    layer.setRenderer(renderer)
    if role.name_field:
        labels.label_uncovered(layer, role.name_field, f"{renderer.classAttribute()} = 0", view.factor)


def _bands(service_type: str, breaks: tuple[float, ...], layer: QgsVectorLayer, view: View) -> None:
    layer.setRenderer(bands_renderer(layer, breaks or _band_edges(layer), service_type, view.factor))


def _band_edges(layer: QgsVectorLayer) -> list[float]:
    edges = layer.uniqueValues(layer.fields().indexOf(BAND_EDGE_FIELDS[1]))
    return sorted(float(edge) for edge in edges if isinstance(edge, (int, float)))


def _zones(layer: QgsVectorLayer, view: View) -> None:
    layer.setRenderer(share_renderer(factor=view.factor))


def _has(layer: QgsVectorLayer, *names: str) -> bool:
    return all(layer.fields().indexOf(name) >= 0 for name in names)
