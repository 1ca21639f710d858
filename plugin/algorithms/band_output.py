"""Bands as a table: minutes from and to, area on the ellipsoid, people where they are known."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
from qgis.core import QgsWkbTypes

from ..analysis.grid import Grid
from ..analysis.travel.bands import bands_of
from ..analysis.travel.settings import WITHIN
from ..bridge.areas import ellipsoidal_areas
from ..bridge.crs import frame_crs
from ..bridge.fields import FieldSpec
from ..bridge.raster import read_grid
from ..bridge.sentences import listed
from ..language import tr

POLYGONS = QgsWkbTypes.Type.MultiPolygon
SQUARE_METRES_PER_HECTARE = 1e4
BAND_FIELDS = [
    FieldSpec("from_min", "real", "起（不含）", "From (excluded)", "min"),
    FieldSpec("to_min", "real", "止（含）", "To (included)", "min"),
    FieldSpec("area_hm2", "real", "面积", "Area", "hm2"),
    FieldSpec("population", "real", "人口", "Population", "person"),
]


def drawn_breaks(breaks: list[float], limit: float, feedback) -> list[float]:
    """The breaks that can be drawn: beyond the time limit no minutes are known, so the limit itself is the last."""
    beyond = [upper for upper in breaks if upper > limit]
    if not beyond:
        return breaks
    feedback.pushWarning(
        tr("等时圈 {beyond} 分钟超过时间上限，只画到 {limit} 分钟；需要时请加大时间上限后重算。").format(
            beyond=listed([f"{upper:g}" for upper in beyond]), limit=f"{limit:g}"
        )
    )
    return [*(upper for upper in breaks if upper < limit), float(limit)]


def band_frame(minutes: Grid, breaks, travel, progress, people=None) -> gpd.GeoDataFrame:
    """One row a band that is not empty. ``people``: population of each break's band, None when not known."""
    bands = bands_of(minutes, breaks, travel.area, progress)
    area = ellipsoidal_areas([band.area for band in bands], travel.crs, travel.project)
    frame = gpd.GeoDataFrame(
        {
            "from_min": [band.from_min for band in bands],
            "to_min": [band.to_min for band in bands],
            "area_hm2": area / SQUARE_METRES_PER_HECTARE,
            "population": np.full(len(bands), np.nan) if people is None else people,
        },
        geometry=[band.area for band in bands],
        crs=frame_crs(travel.crs),
    )
    return frame[~frame.geometry.is_empty]


def people_within(minutes: np.ndarray, population: np.ndarray, breaks) -> np.ndarray:
    """People whose minutes are above the lower and at most the upper break, for each break."""
    edges = np.concatenate([[-np.inf], np.asarray(breaks, dtype=float) + WITHIN])
    counted = np.isfinite(minutes)
    return np.histogram(minutes[counted], edges, weights=population[counted])[0]


def population_of_bands(layer, minutes: Grid, breaks, travel) -> np.ndarray:
    """People of a population raster by the minutes of the cell they live in."""
    people = read_grid(
        layer,
        travel.crs,
        bounds=minutes.bounds,
        resampling="sum",
        label=tr("人口栅格"),
        other=tr("出行时间"),
        project=travel.project,
    )
    row, column = np.nonzero(np.nan_to_num(people.values) > 0)
    xy = people.centres(row, column)
    return people_within(minutes.sample(xy), people.values[row, column], breaks)
