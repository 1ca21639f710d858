"""Who is to be served: villages, buildings or areas with people, or the cells of a population raster."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely
from qgis.core import QgsFields

from ..analysis.grid import Grid
from ..bridge.columns import number_column
from ..bridge.crs import frame_crs
from ..bridge.faults import MissingField
from ..bridge.raster import read_grid
from ..bridge.sentences import number_sentences
from ..bridge.vector import Features
from ..county.provenance import InputRecord
from ..language import tr
from .attribute_words import word_of
from .faults import NobodyInRaster, NobodyToServe, NoDemand
from .travel_reading import TravelReading, points_of


@dataclass(frozen=True)
class Demand:
    """n rows: ``frame`` as it was given, points ``xy`` (n, 2), people ``population`` (n,), a ``note`` (n,) where the
    population could not be used as it stands, and a ``name`` (n,) for tables. ``lost`` are rows without a usable place,
    ``lost_reason`` says why; they take no part and are listed all the same.
    """

    frame: gpd.GeoDataFrame
    fields: QgsFields
    xy: np.ndarray
    population: np.ndarray
    note: np.ndarray
    name: np.ndarray
    label: str
    lost: gpd.GeoDataFrame
    lost_reason: np.ndarray


def read_demand(travel: TravelReading, layer: str, population_field: str, name_field: str, raster) -> Demand:
    """Demand from the parameter ``layer``, from ``raster`` (a raster layer), or both: then the raster's people are
    counted in the areas of the layer, or at the nearest point of it.
    """
    label = tr("需求")
    features = travel.read(layer, label, None)
    if features is None:
        if raster is None:
            raise NoDemand()
        return _from_raster(travel, raster, label)
    if len(features.frame) == 0:
        raise NoDemand(features.total)
    for name in (population_field, name_field):
        if name and name not in features.frame:
            raise MissingField(label, name, tuple(field.name() for field in features.qgs_fields))
    xy = points_of(features)
    note = np.full(len(xy), "", dtype=object)
    if raster is not None:
        population = _raster_people(travel, raster, features, xy)
    elif population_field:
        population, note = _people(travel, features, population_field)
    else:
        travel.feedback.pushWarning(tr("没有指定人口字段，每个需求按 1 人计。"))
        population = np.ones(len(xy))
    if population.sum() <= 0:
        raise NobodyToServe(len(xy), population_field)
    return Demand(
        features.frame,
        features.qgs_fields,
        xy,
        population,
        note,
        _names(features, name_field),
        label,
        features.lost,
        features.left_out["reason"].map(lost_words()).to_numpy(dtype=object),
    )


def lost_words() -> dict[str, str]:
    """Why a row of a layer takes no part, by the reason that reading gave."""
    return {
        "no_geometry": tr("没有几何图形，未参与计算"),
        "empty": tr("几何图形为空，未参与计算"),
        "wrong_type": tr("几何类型不符，未参与计算"),
        "invalid": tr("几何无效，未参与计算"),
        "not_transformable": tr("坐标无法转换，未参与计算"),
    }


def _people(travel: TravelReading, features: Features, field: str):
    values, bad = number_column(features, field)
    for text in number_sentences(features, field, bad):
        travel.feedback.pushWarning(text)
    words = {
        "null": tr("人口为空，按 0 计"),
        "not_a_number": tr("人口不是数字，按 0 计"),
        "negative": tr("人口为负，按 0 计"),
    }
    note = np.full(len(values), "", dtype=object)
    note[features.frame.index.get_indexer(bad["fid"])] = bad["reason"].map(words).to_numpy()
    return np.where(np.isfinite(values) & (values > 0), values, 0.0), note


def _names(features: Features, field: str) -> np.ndarray:
    values = features.frame[field] if field else features.frame.index
    return np.array([word_of(value) for value in values], dtype=object)


def _read_people(travel: TravelReading, raster) -> Grid:
    travel.inputs.append(InputRecord("POPULATION_RASTER", raster.name(), raster.source()))
    bounds = None if travel.area is None else travel.area.bounds
    return read_grid(
        raster,
        travel.crs,
        bounds=bounds,
        resampling="sum",
        label=tr("人口栅格"),
        other=tr("计算范围"),
        project=travel.project,
    )


def _cells_with_people(travel: TravelReading, raster):
    people = _read_people(travel, raster)
    row, column = np.nonzero(np.nan_to_num(people.values) > 0)
    xy, population = people.centres(row, column), people.values[row, column]
    if travel.area is not None:
        shapely.prepare(travel.area)
        inside = shapely.contains_xy(travel.area, xy[:, 0], xy[:, 1])
        xy, population = xy[inside], population[inside]
    if len(xy) == 0:
        raise NobodyInRaster(raster.name())
    return xy, population


def _from_raster(travel: TravelReading, raster, label: str) -> Demand:
    xy, population = _cells_with_people(travel, raster)
    frame = gpd.GeoDataFrame(geometry=shapely.points(xy), crs=frame_crs(travel.crs))
    name = np.array([tr("像元 {number}").format(number=number + 1) for number in range(len(xy))], dtype=object)
    nothing = np.full(len(xy), "", dtype=object)
    return Demand(frame, QgsFields(), xy, population, nothing, name, label, frame[:0], nothing[:0])


def _raster_people(travel: TravelReading, raster, features: Features, xy: np.ndarray) -> np.ndarray:
    """People of the raster in each area, or at the nearest point; those in no area are said."""
    cells, people = _cells_with_people(travel, raster)
    geometry = features.frame.geometry.to_numpy()
    cell_points = shapely.points(cells)
    if np.isin(shapely.get_type_id(geometry), (3, 6)).all():
        area, cell = shapely.STRtree(cell_points).query(geometry, predicate="contains")
        first = np.unique(cell, return_index=True)[1]
        owner, cell = area[first], cell[first]
        outside = people.sum() - people[cell].sum()
        if outside > 0:
            travel.feedback.pushWarning(
                tr("人口栅格中有 {people} 人不在任何需求面内，未参与统计。").format(people=f"{outside:,.0f}")
            )
        return np.bincount(owner, weights=people[cell], minlength=len(geometry))
    owner = shapely.STRtree(shapely.points(xy)).query_nearest(cell_points, all_matches=False)[1]
    travel.feedback.pushInfo(tr("人口栅格的每个像元计入离它最近的需求点。"))
    return np.bincount(owner, weights=people, minlength=len(xy))
