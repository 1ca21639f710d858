"""From the shared travel parameters to a graph: what is read, in which coordinate system, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pandas as pd
import shapely
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingFeatureSource, QgsRectangle

from ..analysis.grid import Grid
from ..analysis.travel.barriers import Barriers, cells_in
from ..analysis.travel.faults import NoFacilities
from ..analysis.travel.graph import TravelGraph, build_graph
from ..analysis.travel.pace import WalkModel
from ..analysis.travel.settings import Direction, TravelSettings
from ..analysis.travel.terrain import Terrain, terrain_of
from ..bridge.crs import run_crs
from ..bridge.faults import NoOverlap
from ..bridge.raster import read_grid
from ..bridge.sentences import listed
from ..bridge.vector import Features
from ..county.faults import BadStandard
from ..county.own_tables import own_table
from ..county.provenance import InputRecord
from ..county.standards import standard_table
from ..language import tr
from . import travel_parameters as names
from .layer_reading import chosen_field, read_layer, say_crs
from .road_reading import WALKED, RoadReading, roads_from


@dataclass
class TravelReading:
    """Everything that travels, read once. ``crs`` is the system of the run."""

    algorithm: object
    parameters: dict
    context: object
    feedback: object
    settings: TravelSettings
    crs: QgsCoordinateReferenceSystem
    project: object
    cell_size: float
    roads: RoadReading | None = None
    terrain: Terrain | None = None
    barriers: Barriers | None = None
    area: object = None
    inputs: list[InputRecord] = field(default_factory=list)

    def read(self, parameter: str, label: str, geometry: str | None, fields=None) -> Features | None:
        """A vector input in the run's system; what was left out of it is said. None when it was not given."""
        return read_layer(self, parameter, label, geometry=geometry, fields=fields)

    def field(self, parameter: str) -> str:
        """The chosen field's name, empty when none is."""
        return chosen_field(self, parameter)

    def table(self, parameter: str, columns: list[str], numbers: list[str]) -> pd.DataFrame | None:
        """The planner's own CSV file with at least ``columns``, of which ``numbers`` are numbers; None without one."""
        path = self.algorithm.parameterAsFile(self.parameters, parameter, self.context)
        if not path:
            return None
        try:
            return own_table(path, columns, numbers, self.project)
        except OSError as error:
            raise BadStandard(Path(path).name, 0, "", error.strerror or str(error), "unreadable") from error

    def allow(self, minutes: float) -> None:
        """Raise the time limit to ``minutes`` where it is lower: who is farther than the limit counts as not reached,
        and a service time above it could never be met.
        """
        if minutes > self.settings.max_minutes:
            self.feedback.pushWarning(
                tr("时间上限 {limit} 分钟小于要求的 {minutes} 分钟，已按 {minutes} 分钟计算。").format(
                    limit=f"{self.settings.max_minutes:g}", minutes=f"{minutes:g}"
                )
            )
            self.settings = replace(self.settings, max_minutes=float(minutes))

    def graph(self, facility_xy: np.ndarray, progress) -> TravelGraph:
        """The graph that leads to or from the facilities."""
        return build_graph(
            facility_xy,
            self.settings,
            roads=None if self.roads is None else self.roads.roads,
            terrain=self.terrain,
            barriers=self.barriers,
            progress=progress,
        )


def read_travel(algorithm, parameters, context, feedback, points_parameter: str) -> TravelReading:
    """Read the shared parameters of ``algorithm``; ``points_parameter`` names the source whose place decides the
    coordinate system when neither a raster nor the project has a metric one.
    """
    settings = _settings(algorithm, parameters, context)
    dem = algorithm.parameterAsRasterLayer(parameters, names.DEM, context)
    cover = algorithm.parameterAsRasterLayer(parameters, names.LANDCOVER, context)
    project = context.project()
    crs = _crs(algorithm, parameters, context, points_parameter, dem or cover)
    cell = algorithm.parameterAsDouble(parameters, names.CELL_SIZE, context)
    reading = TravelReading(algorithm, parameters, context, feedback, settings, crs, project, cell)
    say_crs(crs, feedback)

    area = reading.read(names.AREA, tr("计算范围"), "polygon", [])
    if area is not None and len(area.frame):
        reading.area = shapely.union_all(area.frame.geometry.to_numpy())
    barriers = reading.read(names.BARRIERS, tr("阻隔"), None, [])
    if barriers is not None and len(barriers.frame):
        reading.barriers = Barriers(barriers.frame.geometry.to_numpy())
    _read_roads(reading)
    if dem is not None or cover is not None:
        _read_terrain(reading, dem, cover)
    return reading


def facility_points(reading: TravelReading, parameter: str, label: str, fields=None) -> tuple[Features, np.ndarray]:
    """Points (k, 2) of a layer of facilities or destinations; multipoints and areas by a point inside them. Raises
    when there is none, or when the terrain lies somewhere else.
    """
    features = reading.read(parameter, label, None, fields)
    if features is None or len(features.frame) == 0:
        raise NoFacilities(0 if features is None else features.total)
    xy = points_of(features)
    if reading.terrain is not None and not _touches(reading.terrain.grid, xy):
        raise NoOverlap(tr("高程或土地覆盖"), label)
    return features, xy


def points_of(features: Features) -> np.ndarray:
    """One point (k, 2) a feature: itself, or a point inside the area or on the line."""
    geometry = features.frame.geometry.to_numpy()
    kind = shapely.get_type_id(geometry)
    points = np.where(kind == 0, geometry, shapely.point_on_surface(geometry))
    return shapely.get_coordinates(points)


def _touches(grid: Grid, xy: np.ndarray) -> bool:
    return bool((grid.cell_of(xy)[0] >= 0).any())


def _settings(algorithm, parameters, context) -> TravelSettings:
    def value(name):
        return algorithm.parameterAsDouble(parameters, name, context)

    def choice(name):
        return algorithm.parameterAsEnum(parameters, name, context)

    return TravelSettings(
        walk_model=WalkModel(choice(names.WALK_MODEL)),
        walk_speed=value(names.WALK_SPEED),
        off_road_factor=value(names.OFF_ROAD_FACTOR),
        neighbours=(8, 16)[choice(names.NEIGHBOURS)],
        direction=Direction(choice(names.DIRECTION)),
        max_snap=value(names.MAX_SNAP),
        max_minutes=value(names.MAX_MINUTES),
    )


def _crs(algorithm, parameters, context, points_parameter, raster) -> QgsCoordinateReferenceSystem:
    extent, extent_crs = QgsRectangle(), QgsCoordinateReferenceSystem()
    label = tr("设施")
    for parameter, name in ((points_parameter, tr("设施")), (names.ROADS, tr("道路"))):
        source = algorithm.parameterAsSource(parameters, parameter, context)
        if isinstance(source, QgsProcessingFeatureSource) and source.featureCount() != 0:
            extent, extent_crs, label = source.sourceExtent(), source.sourceCrs(), name
            break
    else:
        raise NoFacilities()
    project = context.project()
    return run_crs(
        dem_crs=None if raster is None else raster.crs(),
        project_crs=None if project is None else project.crs(),
        extent=extent,
        extent_crs=extent_crs,
        label=label,
        project=project,
    )


def _read_roads(reading: TravelReading) -> None:
    class_field, speed_field = reading.field(names.ROAD_CLASS_FIELD), reading.field(names.SPEED_FIELD)
    oneway_field = reading.field(names.ONEWAY_FIELD)
    fields = [name for name in dict.fromkeys((class_field, speed_field, oneway_field)) if name]
    features = reading.read(names.ROADS, tr("道路"), "line", fields)
    if features is None:
        return
    reading.roads = roads_from(
        features, class_field, speed_field, oneway_field, _speed_table(reading), reading.project
    )
    for text in reading.roads.notes:
        reading.feedback.pushWarning(text)


def _speed_table(reading: TravelReading):
    return reading.table(names.SPEED_TABLE, ["class", "speed_kmh"], ["speed_kmh"])


def _read_terrain(reading: TravelReading, dem, cover) -> None:
    bounds = None if reading.area is None else reading.area.bounds
    elevation = landcover = None
    if dem is not None:
        elevation = read_grid(
            dem,
            reading.crs,
            cell_size=reading.cell_size,
            bounds=bounds,
            label=tr("高程"),
            other=tr("计算范围"),
            project=reading.project,
        )
        reading.inputs.append(InputRecord(names.DEM, dem.name(), dem.source()))
    if cover is not None:
        landcover = _landcover_on(elevation, reading, cover, bounds)
        reading.inputs.append(InputRecord(names.LANDCOVER, cover.name(), cover.source()))
    speeds = _class_speeds(reading) if cover is not None else {}
    terrain = terrain_of(elevation, landcover, speeds, reading.settings)
    if terrain.unknown_classes:
        reading.feedback.pushWarning(
            tr("土地覆盖中有 {count} 个类别没有给出速度（{classes}），按路外步行速度计。").format(
                count=len(terrain.unknown_classes),
                classes=listed([f"{code:g}" for code in terrain.unknown_classes]),
            )
        )
    if reading.area is not None:
        terrain = terrain.closed_where(~cells_in(terrain.grid, reading.area))
    reading.terrain = terrain


def _landcover_on(elevation: Grid | None, reading: TravelReading, cover, bounds) -> Grid:
    """Land cover, on the elevation's cells when there is elevation: each takes the class at its centre."""
    grid = read_grid(
        cover,
        reading.crs,
        cell_size=reading.cell_size if elevation is None else 0,
        bounds=bounds if elevation is None else elevation.bounds,
        resampling="nearest",
        label=tr("土地覆盖"),
        other=tr("高程"),
        project=reading.project,
    )
    if elevation is None or (grid.shape == elevation.shape and grid.bounds == elevation.bounds):
        return grid
    row, column = np.indices(elevation.shape).reshape(2, -1)
    return elevation.with_values(grid.sample(elevation.centres(row, column)).reshape(elevation.shape))


def _class_speeds(reading: TravelReading) -> dict[float, tuple[float, bool]]:
    table = reading.table(names.LANDCOVER_SPEEDS, ["class", "speed_kmh"], ["class", "speed_kmh"])
    if table is None:
        table = standard_table("landcover_speeds", reading.project)
    modes = table["mode"].fillna("walking") if "mode" in table else pd.Series("walking", table.index)
    walked = modes.astype(str).str.strip().str.lower().replace("", "walking").isin(WALKED)
    speeds = table["speed_kmh"].fillna(0.0)
    return {float(code): (float(speed), bool(foot)) for code, speed, foot in zip(table["class"], speeds, walked)}
