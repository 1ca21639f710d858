"""The coordinate system of the sheets: CGCS2000, in metres, made for the place where the county lies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsRectangle,
    QgsUnitTypes,
)

from ...bridge.faults import MissingCrs, UnreadableLayer
from ...bridge.sentences import sentence
from ...language import tr
from .finding import ERROR, INFO, WARNING, Case, Finding

CHECK = "crs"
LONLAT = "EPSG:4490"
#: How far a county may reach beyond the zone that its middle lies in, as a share of its own width.
MOST_OUTSIDE = 0.25


def system_findings(case: Case) -> Iterator[Finding]:
    """What is wrong with the system that the sheets will be drawn in."""
    if not case.possible:
        return
    try:
        crs = QgsCoordinateReferenceSystem(case.county.crs())
    except UnreadableLayer as fault:
        yield Finding(CHECK, ERROR, "", sentence(fault), tr("数据源修好后再出图。"))
        return
    except MissingCrs as fault:
        yield Finding(CHECK, ERROR, "", sentence(fault), tr("指定坐标系后再出图。"))
        return
    if not crs.isValid() or crs.mapUnits() != QgsUnitTypes.DistanceUnit.DistanceMeters:
        yield Finding(
            CHECK,
            ERROR,
            "",
            tr("图幅坐标系“{crs}”的单位不是米。").format(crs=_named(crs) if crs.isValid() else tr("未设置")),
            tr("请把工程坐标系改为 2000 国家大地坐标系的高斯—克吕格投影带。"),
        )
        return
    yield from _datum(crs)
    yield from _other_than_project(case, crs)
    yield from _zone(case, crs)


def _datum(crs: QgsCoordinateReferenceSystem) -> Iterator[Finding]:
    if is_cgcs2000(crs):
        return
    yield Finding(
        CHECK,
        WARNING,
        "",
        tr("图幅坐标系是“{crs}”，不是 2000 国家大地坐标系。").format(crs=_named(crs)),
        tr("报送的图件应采用 2000 国家大地坐标系；请更改工程坐标系，并确认各图层已正确转换。"),
    )


def is_cgcs2000(crs: QgsCoordinateReferenceSystem) -> bool:
    """Whether a system stands on China Geodetic Coordinate System 2000."""
    written = f"{crs.description()} {crs.geographicCrsAuthId()} {crs.toWkt()}"
    return "CGCS2000" in written or "EPSG:4490" in written or "China_2000" in written or "China 2000" in written


def _other_than_project(case: Case, crs: QgsCoordinateReferenceSystem) -> Iterator[Finding]:
    project = case.county.project.crs()
    if project.authid() == crs.authid():
        return
    yield Finding(
        CHECK,
        INFO,
        "",
        tr("工程坐标系“{project}”不适合本县出图，图幅改用“{crs}”。").format(
            project=_named(project) if project.isValid() else tr("未设置"), crs=_named(crs)
        ),
        tr("要用别的坐标系，请把工程坐标系改为单位为米、本县所在的投影带。"),
    )


def _zone(case: Case, crs: QgsCoordinateReferenceSystem) -> Iterator[Finding]:
    county = _extent(case)
    meridian = re.search(r"\+proj=tmerc .*\+lon_0=(-?[\d.]+)", crs.toProj())
    if county is None or meridian is None or county.width() <= 0:
        return
    half = 1.5 if "3-degree" in crs.description() else 3.0
    west, east = float(meridian.group(1)) - half, float(meridian.group(1)) + half
    outside = max(0.0, west - county.xMinimum()) + max(0.0, county.xMaximum() - east)
    if outside <= MOST_OUTSIDE * county.width():
        return
    yield Finding(
        CHECK,
        WARNING,
        "",
        tr(
            "县域（东经 {west}°—{east}°）有 {share} 在图幅坐标系的投影带（中央经线 {meridian}°，{from_}°—{to}°）之外。"
        ).format(
            west=f"{county.xMinimum():.2f}",
            east=f"{county.xMaximum():.2f}",
            share=f"{min(1.0, outside / county.width()):.0%}",
            meridian=f"{float(meridian.group(1)):g}",
            from_=f"{west:g}",
            to=f"{east:g}",
        ),
        tr("长度和面积的变形会偏大；请把工程坐标系改为县域中心所在的投影带，或按当地规定确认。"),
    )


def _extent(case: Case) -> QgsRectangle | None:
    """The county in degrees."""
    layer = case.county.layer("boundary") or case.county.layer("towns")
    if layer is None or not layer.isValid() or not layer.crs().isValid():
        return None
    transform = QgsCoordinateTransform(layer.crs(), QgsCoordinateReferenceSystem(LONLAT), case.county.project)
    try:
        return transform.transformBoundingBox(layer.extent())
    except QgsCsException:
        return None


def _named(crs: QgsCoordinateReferenceSystem) -> str:
    return f"{crs.description()} {crs.authid()}".strip()
