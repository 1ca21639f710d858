"""What lies in the county, read for the checks and the proposals of a spatial structure."""

from __future__ import annotations

from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from qgis.core import QgsCoordinateReferenceSystem, QgsVectorLayer

from ...analysis.structure.ground import CountyGround
from ...analysis.structure.ground_links import ground_links
from ...analysis.structure.seats import INSIDE, place_towns
from ...bridge.areas import ellipsoidal_areas
from ...bridge.columns import number_column, number_of
from ...bridge.crs import run_crs
from ...bridge.faults import NoOverlap
from ...bridge.raster import read_grid
from ...bridge.sentences import listed, number_sentences
from ...bridge.vector import Features
from ...county.role_table import roles_of
from ...county.words import canonical
from ...language import tr
from ..attribute_words import word_of
from ..layer_reading import Reading, read_layer
from ..mining.usual_fields import found_fields, usual_field, usual_words
from ..road_reading import roads_from
from . import structure_parameters as names

CGCS2000 = "EPSG:4490"
SQUARE_METRES = 10_000.0  #: of a hectare
#: Levels of rivers in words; 1 is the main river.
RIVER_LEVELS = {"干流": 1, "主河": 1, "一级": 1, "支流": 2, "二级": 2, "三级": 3, "溪流": 3, "river": 1, "stream": 3}
#: Layers that say in which system the run computes, the first that was given.
PLACES = (names.COUNTY, names.TOWNS, names.ROADS, names.RIVERS, names.SEATS, names.PARKS, names.RESERVES)


@dataclass
class GroundReading:
    """``ground`` and the county's ``area_hm2`` on the ellipsoid, NaN without one; ``roads`` are the features that links
    run along.
    """

    run: Reading
    ground: CountyGround
    area_hm2: float
    roads: Features | None = None
    class_field: str = ""

    def with_links(self, progress) -> CountyGround:
        """The ground with the gravity links of its towns."""
        towns = self.ground.towns
        if towns is None or len(towns) < 2:
            return self.ground
        roads = None
        if self.roads is not None and len(self.roads.frame):
            found = roads_from(self.roads, self.class_field, "", "", None, self.run.context.project())
            roads = found.roads
        return replace(self.ground, links=ground_links(towns, roads, progress))

    def with_heights(self, ground: CountyGround) -> CountyGround:
        """The ground with the elevation of the county; without it where there is none, which is said."""
        dem = self.run.algorithm.parameterAsRasterLayer(self.run.parameters, names.DEM, self.run.context)
        if dem is None or ground.boundary is None:
            return ground
        try:
            grid = read_grid(
                dem,
                self.run.crs,
                bounds=ground.boundary.bounds,
                label=tr("高程"),
                other=tr("县界"),
                project=self.run.context.project(),
            )
        except NoOverlap:
            self.run.feedback.pushWarning(tr("高程与县界不重叠，屏障不按山脊建议；请检查两者的坐标系。"))
            return ground
        return replace(ground, dem=grid)


def structure_crs(algorithm, parameters, context, layers: list[QgsVectorLayer]) -> QgsCoordinateReferenceSystem:
    """The metric system of the run, from the first layer that was given; the project's when none was."""
    project = context.project()
    given = [algorithm.parameterAsSource(parameters, name, context) for name in PLACES]
    extents = [(one.sourceExtent(), one.sourceCrs(), one.sourceName()) for one in given if one is not None]
    extents += [(layer.extent(), layer.crs(), layer.name()) for layer in layers]
    project_crs = None if project is None else project.crs()
    filled = [one for one in extents if not one[0].isNull()]
    if not filled:
        known = project_crs is not None and project_crs.isValid()
        return project_crs if known else QgsCoordinateReferenceSystem(CGCS2000)
    extent, crs, label = filled[0]
    return run_crs(project_crs=project_crs, extent=extent, extent_crs=crs, label=label, project=project)


def read_ground(run: Reading) -> GroundReading:
    """The layers that were given, each once; what was left out of them is said."""
    boundary, towns, areas = _boundary(run), *_towns(run)
    if boundary is None and areas is not None and len(areas):
        boundary = shapely.union_all(areas.geometry.to_numpy())
    roads, class_field, road_frame = _roads(run)
    ground = CountyGround(
        boundary=boundary,
        towns=towns,
        town_areas=areas,
        roads=road_frame,
        rivers=_rivers(run),
        parks=_named(run, names.PARKS, "parks", tr("产业园区"), names.PARKS_NAME_FIELD),
        reserves=_named(run, names.RESERVES, "reserves", tr("自然保护区")),
        scenic=_named(run, names.SCENIC_AREAS, "scenic_areas", tr("风景名胜区")),
        peaks=_peaks(run),
    )
    area = np.nan
    if boundary is not None:
        area = float(ellipsoidal_areas([boundary], run.crs, run.context.project())[0]) / SQUARE_METRES
    return GroundReading(run, ground, area, roads, class_field)


def _given(run: Reading, parameter: str, label: str, **more) -> Features | None:
    """A layer that was given; one without a usable feature is told."""
    features = read_layer(run, parameter, label, **more)
    if features is not None and not len(features.frame):
        run.feedback.pushWarning(
            tr("{layer}图层中没有可用的要素，不参与核对和建议；请检查筛选条件和几何图形。").format(layer=label)
        )
    return features


def _boundary(run: Reading):
    features = _given(run, names.COUNTY, tr("县界"), geometry="polygon", fields=[])
    if features is None or not len(features.frame):
        return None
    return shapely.union_all(features.frame.geometry.to_numpy())


def _towns(run: Reading) -> tuple[gpd.GeoDataFrame | None, gpd.GeoDataFrame | None]:
    """Towns at their places, and their areas when they are areas."""
    wanted = {names.TOWNS_NAME_FIELD: "name", names.POPULATION_FIELD: "population", names.TOWNS_LEVEL_FIELD: "level"}
    fields = found_fields(run, names.TOWNS, "towns", wanted)
    features = _given(run, names.TOWNS, tr("乡镇"), fields=list(fields.values()))
    if features is None or not len(features.frame):
        return None, None
    frame = features.frame
    shapes, labels = frame.geometry.to_numpy(), _words(frame, fields[names.TOWNS_NAME_FIELD])
    seat_shapes, seat_names = _seats(run)
    xy, places = place_towns(shapes, labels, seat_shapes, seat_names)
    inside = places == INSIDE
    _say_seatless(run, labels[inside], bool(len(seat_shapes)))
    people = np.full(len(frame), np.nan)
    if fields[names.POPULATION_FIELD]:
        people, bad = number_column(features, fields[names.POPULATION_FIELD])
        for text in number_sentences(features, fields[names.POPULATION_FIELD], bad):
            run.feedback.pushWarning(text)
    level = _words(frame, fields[names.TOWNS_LEVEL_FIELD])
    columns = {"name": labels, "population": people, "level": level, "inside": inside}
    towns = gpd.GeoDataFrame(columns, geometry=shapely.points(xy), crs=frame.crs)
    area = shapely.get_dimensions(shapes) == 2
    areas = gpd.GeoDataFrame({"name": labels[area]}, geometry=shapes[area], crs=frame.crs) if area.any() else None
    return towns, areas


def _say_seatless(run: Reading, names_: np.ndarray, seats: bool) -> None:
    """Towns that cores and axes would be put at some point of."""
    if not len(names_):
        return
    text = (
        tr("{count} 个乡镇没有找到驻地（{names}），核和轴取其范围内的一点；请核对驻地的名称和位置。")
        if seats
        else tr("没有给出乡镇驻地，{count} 个乡镇的核和轴取其范围内的一点，不在镇区；请给出乡镇驻地图层后重新生成。")
    )
    run.feedback.pushWarning(text.format(count=len(names_), names=listed(names_.tolist())))


def _seats(run: Reading) -> tuple[np.ndarray, list[str]]:
    name_field = found_fields(run, names.SEATS, "seats", {names.SEATS_NAME_FIELD: "name"})[names.SEATS_NAME_FIELD]
    seats = _given(run, names.SEATS, tr("乡镇驻地"), fields=[name_field])
    if seats is None:
        return np.empty(0, dtype=object), []
    return seats.frame.geometry.to_numpy(), _words(seats.frame, name_field).tolist()


def _roads(run: Reading) -> tuple[Features | None, str, gpd.GeoDataFrame | None]:
    fields = found_fields(run, names.ROADS, "roads", {names.ROADS_CLASS_FIELD: "class"})
    class_field, name_field = fields[names.ROADS_CLASS_FIELD], _usual(run, names.ROADS, "roads", "name")
    features = _given(run, names.ROADS, tr("道路"), geometry="line", fields=[class_field, name_field])
    if features is None:
        return None, "", None
    frame = features.frame
    classes = pd.Series("", index=frame.index, dtype=object)
    if class_field:
        classes = canonical("road", frame[class_field].map(word_of), run.context.project())[0].fillna("")
    columns = {"class": classes.to_numpy(dtype=object), "name": _words(frame, name_field)}
    return features, class_field, gpd.GeoDataFrame(columns, geometry=frame.geometry.to_numpy(), crs=frame.crs)


def _rivers(run: Reading) -> gpd.GeoDataFrame | None:
    wanted = {names.RIVERS_NAME_FIELD: "name", names.RIVERS_LEVEL_FIELD: "level"}
    fields = found_fields(run, names.RIVERS, "rivers", wanted)
    features = _given(run, names.RIVERS, tr("河流"), geometry="line", fields=list(fields.values()))
    if features is None:
        return None
    frame = features.frame
    level = [_river_level(word) for word in _words(frame, fields[names.RIVERS_LEVEL_FIELD])]
    columns = {"name": _words(frame, fields[names.RIVERS_NAME_FIELD]), "level": np.array(level, dtype=float)}
    return gpd.GeoDataFrame(columns, geometry=frame.geometry.to_numpy(), crs=frame.crs)


def _named(run: Reading, parameter: str, role: str, label: str, name_parameter: str = "") -> gpd.GeoDataFrame | None:
    """A layer's shapes and names."""
    if name_parameter:
        name_field = found_fields(run, parameter, role, {name_parameter: "name"})[name_parameter]
    else:
        name_field = _usual(run, parameter, role, "name")
    features = _given(run, parameter, label, fields=[name_field])
    if features is None:
        return None
    frame = features.frame
    return gpd.GeoDataFrame({"name": _words(frame, name_field)}, geometry=frame.geometry.to_numpy(), crs=frame.crs)


def _peaks(run: Reading) -> gpd.GeoDataFrame | None:
    height_field = _usual(run, names.PEAKS, "peaks", "height")
    name_field = found_fields(run, names.PEAKS, "peaks", {names.PEAKS_NAME_FIELD: "name"})[names.PEAKS_NAME_FIELD]
    features = _given(run, names.PEAKS, tr("山峰"), geometry="point", fields=[name_field, height_field])
    if features is None:
        return None
    frame = features.frame
    height = number_column(features, height_field)[0] if height_field else np.full(len(frame), np.nan)
    columns = {"name": _words(frame, name_field), "height": height}
    return gpd.GeoDataFrame(columns, geometry=frame.geometry.to_numpy(), crs=frame.crs)


def _words(frame: pd.DataFrame, name: str) -> np.ndarray:
    return frame[name].map(word_of).to_numpy(dtype=object) if name else np.full(len(frame), "", dtype=object)


def _usual(run: Reading, parameter: str, role: str, field_role: str) -> str:
    """The field of a layer that usually holds names or heights, '' when there is none or no layer."""
    given = run.algorithm.parameterAsSource(run.parameters, parameter, run.context)
    return "" if given is None else usual_field(given, usual_words(role, field_role, roles_of(run.context.project())))


def _river_level(word: str) -> float:
    number = number_of(word)
    return number if np.isfinite(number) else float(RIVER_LEVELS.get(word.strip().lower(), np.nan))
