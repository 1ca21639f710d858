"""The view of the main map, which decides how its layers are drawn."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle


@dataclass(frozen=True)
class View:
    """What the main map shows: its CRS, extent in that CRS, scale denominator and the factor of lengths (1 on A3)."""

    crs: QgsCoordinateReferenceSystem
    extent: QgsRectangle
    scale: float
    factor: float
