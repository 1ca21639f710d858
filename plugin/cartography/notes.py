"""The notes block: what a reader must know to trust the sheet."""

from __future__ import annotations

import re

from qgis.core import QgsCoordinateReferenceSystem

from ..language import tr
from .spec import SheetSpec


def sheet_notes(spec: SheetSpec, crs: QgsCoordinateReferenceSystem) -> tuple[str, ...]:
    """The numbered notes: the planner's own first, then sources, coordinates, assumptions and what is still to
    be checked."""
    notes = [*spec.notes]
    if spec.sources:
        notes.append(tr("资料来源：{sources}。").format(sources=tr("、").join(spec.sources)))
    notes.append(coordinate_note(crs))
    notes.append(tr("参照《市级国土空间总体规划制图规范（试行）》（2021）绘制；规范未作规定的符号与配色为自定，待核。"))
    return tuple(f"{number}. {note}" for number, note in enumerate(notes, start=1))


def coordinate_note(crs: QgsCoordinateReferenceSystem) -> str:
    """The coordinate system as plans name it."""
    if "CGCS2000" not in crs.description():
        return tr("坐标系：{crs}（{authid}）。").format(crs=crs.description(), authid=crs.authid())
    meridian = re.search(r"\+lon_0=([\d.]+)", crs.toProj())
    width = 3 if "3-degree" in crs.description() else 6
    return tr("2000国家大地坐标系，高斯—克吕格投影 {width}° 带，中央经线 {meridian:g}°。").format(
        width=width, meridian=float(meridian.group(1)) if meridian else 0.0
    )
