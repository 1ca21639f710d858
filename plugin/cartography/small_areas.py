"""Areas too small for the scale of a sheet: they get a marker in their middle and their name beside it."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import median

from qgis.core import NULL, QgsFeatureRequest, QgsProject, QgsVectorLayer

from .view import View

SMALL = 7.0  #: millimetres on an A3 sheet, the side of a square as large as the middle one of the areas
MOST_MEASURED = 2000  # a layer of more areas is not one of single places
METRES_PER_DEGREE = 111_320.0


@dataclass(frozen=True)
class AreasOnPaper:
    """Whether the areas of a layer are ``small`` on the sheet, and the ids of the largest one of each name."""

    small: bool
    largest: tuple[int, ...]


def areas_on_paper(layer: QgsVectorLayer, name_field: str, view: View) -> AreasOnPaper | None:
    """None for a layer of very many areas."""
    if layer.featureCount() > MOST_MEASURED:
        return None
    request = QgsFeatureRequest().setDestinationCrs(view.crs, QgsProject.instance().transformContext())
    request.setSubsetOfAttributes([name_field] if name_field else [], layer.fields())
    sides, largest = [], {}
    for feature in layer.getFeatures(request):
        area = feature.geometry().area()
        if not area > 0:
            continue
        sides.append(sqrt(area) / view.scale * 1000)
        name = feature[name_field] if name_field else NULL
        if name not in (None, NULL) and area > largest.get(str(name), (0.0, 0))[0]:
            largest[str(name)] = (area, feature.id())
    small = bool(sides) and median(sides) < SMALL * view.factor
    return AreasOnPaper(small, tuple(sorted(feature_id for _, feature_id in largest.values())))


def once_a_name(name_field: str, areas: AreasOnPaper) -> str:
    """An expression that gives the name of the largest area of each name, and none for the others."""
    return f'CASE WHEN $id IN ({", ".join(map(str, areas.largest)) or "NULL"}) THEN "{name_field}" END'


def in_units_of(layer: QgsVectorLayer, millimetres: float, view: View) -> float:
    """A length on paper in units of a layer."""
    metres = millimetres / 1000 * view.scale
    return metres / METRES_PER_DEGREE if layer.crs().isGeographic() else metres
