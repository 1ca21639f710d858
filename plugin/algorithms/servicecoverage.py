"""Who is served in time: coverage by town and type, gaps ranked, bands for the map."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..analysis.access.coverage import service_times
from ..analysis.travel.points import attach
from ..analysis.travel.surface import minutes_surface
from ..bridge.write import sink_type
from ..cartography.result_styles import bands_style, demand_style, gaps_style, zones_style
from ..language import tr
from . import coverage_tables as tables
from .attribute_words import word_of
from .band_output import BAND_FIELDS, POLYGONS, band_frame, drawn_breaks, people_within
from .base import RongheAlgorithm, watch
from .demand_reading import Demand, read_demand
from .road_reading import MAIN_ROAD_RANK
from .service_types import FacilityGroups, group_facilities
from .travel_parameters import add_travel_parameters, breaks_of, csv_file, field, number, source
from .travel_reading import TravelReading, facility_points, read_travel
from .unconnected import report_facilities, report_parts, report_unreached

FACILITIES, FACILITY_TYPE_FIELD = "FACILITIES", "FACILITY_TYPE_FIELD"
FACILITY_LEVEL_FIELD, FACILITY_NAME_FIELD = "FACILITY_LEVEL_FIELD", "FACILITY_NAME_FIELD"
DEMAND, POPULATION_FIELD, DEMAND_NAME_FIELD = "DEMAND", "POPULATION_FIELD", "DEMAND_NAME_FIELD"
POPULATION_RASTER, ZONES, ZONE_NAME_FIELD = "POPULATION_RASTER", "ZONES", "ZONE_NAME_FIELD"
THRESHOLD_MINUTES, STANDARD, BREAKS = "THRESHOLD_MINUTES", "STANDARD", "BREAKS"
DEMAND_OUT, ZONES_OUT, GAPS, BANDS, LEVELS_OUT = "DEMAND_OUT", "ZONES_OUT", "GAPS", "BANDS", "LEVELS_OUT"
COVERED_SHARE, POPULATION, UNREACHED, HEADLINE = "COVERED_SHARE", "POPULATION", "UNREACHED", "HEADLINE"
STEPS = {"graph": (0, 30), "search": (30, 70), "surface": (70, 75), "bands": (75, 90), "statistics": (90, 95)}


class ServiceCoverage(RongheAlgorithm):
    """Parameters: facilities, demand, zones, thresholds, the shared travel parameters. Outputs: see ``interface``."""

    ID = "servicecoverage"

    def title(self):
        return tr("服务覆盖")

    def initAlgorithm(self, configuration=None):
        kinds = QgsProcessing.SourceType
        anything, polygon, table = kinds.TypeVectorAnyGeometry, kinds.TypeVectorPolygon, kinds.TypeVector
        self.addParameter(source(FACILITIES, tr("公共服务设施"), [anything], optional=False))
        self.addParameter(field(FACILITY_TYPE_FIELD, tr("设施类型字段"), FACILITIES))
        self.addParameter(field(FACILITY_LEVEL_FIELD, tr("设施级别字段（中心城区—重点镇—村）"), FACILITIES))
        self.addParameter(field(FACILITY_NAME_FIELD, tr("设施名称字段"), FACILITIES))
        self.addParameter(source(DEMAND, tr("需求（村庄、建筑等）"), [anything]))
        self.addParameter(field(POPULATION_FIELD, tr("人口字段（人）"), DEMAND))
        self.addParameter(field(DEMAND_NAME_FIELD, tr("需求名称字段"), DEMAND))
        self.addParameter(
            QgsProcessingParameterRasterLayer(POPULATION_RASTER, tr("人口栅格（人/像元）"), optional=True)
        )
        self.addParameter(source(ZONES, tr("统计分区（乡镇）"), [polygon]))
        self.addParameter(field(ZONE_NAME_FIELD, tr("分区名称字段"), ZONES))
        self.addParameter(number(THRESHOLD_MINUTES, tr("服务时限（分钟）"), 30.0, advanced=False))
        self.addParameter(csv_file(STANDARD, tr("分类分级时限表（CSV：type,level,minutes）")))
        self.addParameter(QgsProcessingParameterString(BREAKS, tr("等时圈（分钟）"), "15,30,45,60"))
        add_travel_parameters(self)
        for name, text, kind in (
            (DEMAND_OUT, tr("需求与出行时间"), anything),
            (ZONES_OUT, tr("分区覆盖统计"), table),
            (GAPS, tr("未覆盖清单"), kinds.TypeVectorPoint),
            (BANDS, tr("等时圈"), polygon),
            (LEVELS_OUT, tr("分级覆盖统计"), table),
        ):
            self.addParameter(QgsProcessingParameterFeatureSink(name, text, kind, optional=True))
        self.addOutput(QgsProcessingOutputNumber(COVERED_SHARE, tr("覆盖率（0–1）")))
        self.addOutput(QgsProcessingOutputNumber(POPULATION, tr("人口（人）")))
        self.addOutput(QgsProcessingOutputNumber(UNREACHED, tr("到不了的需求数")))
        self.addOutput(QgsProcessingOutputString(HEADLINE, tr("结论")))

    def compute(self, parameters, context, feedback):
        breaks = breaks_of(self.parameterAsString(parameters, BREAKS, context))
        threshold = self.parameterAsDouble(parameters, THRESHOLD_MINUTES, context)
        travel = read_travel(self, parameters, context, feedback, FACILITIES)
        facilities, facility_xy = facility_points(travel, FACILITIES, tr("设施"), _chosen(travel, _FACILITY_FIELDS))
        groups = group_facilities(
            facilities.frame,
            *(travel.field(name) for name in _FACILITY_FIELDS),
            travel.table(STANDARD, ["type", "minutes"], ["minutes"]),
            threshold,
            travel.project,
            feedback,
        )
        travel.allow(groups.threshold.max())
        breaks = drawn_breaks(breaks, travel.settings.max_minutes, feedback)
        raster = self.parameterAsRasterLayer(parameters, POPULATION_RASTER, context)
        demand = read_demand(travel, DEMAND, travel.field(POPULATION_FIELD), travel.field(DEMAND_NAME_FIELD), raster)
        zones = _read_zones(travel, demand, facility_xy)

        progress = watch(feedback, STEPS)
        graph = travel.graph(facility_xy, progress)
        report_facilities(graph, feedback, facilities.frame.index)
        report_parts(graph, feedback)
        attached = attach(graph, demand.xy)
        all_times = [_times_of(kind, graph, attached, groups, progress, feedback) for kind in groups.types]

        report_unreached(all_times[0].reason, demand.frame.index, graph.settings, feedback)
        progress("statistics", 0.0)
        settings, main_road = graph.settings, _metres_to_main_road(travel, demand, all_times)
        about = (demand, zones, all_times, groups, settings, main_road, travel.crs)
        self.outputs.inputs += travel.inputs
        given, own = tables.demand_rows(demand, zones, all_times, groups, settings)
        self.outputs.add_layer(
            DEMAND_OUT,
            own,
            tables.DEMAND_FIELDS,
            sink_type(demand.frame),
            travel.crs,
            given=given,
            given_fields=demand.fields,
            label=demand.label,
            title=tr("需求与出行时间"),
            style=demand_style(),
        )
        zone_frame = tables.zone_rows(*about)
        self.outputs.add_layer(
            ZONES_OUT,
            zone_frame,
            tables.ZONE_FIELDS,
            POLYGONS,
            travel.crs,
            title=tr("分区覆盖统计"),
            style=zones_style(),
        )
        gap_frame = tables.gap_rows(*about)
        points = QgsWkbTypes.Type.Point
        self.outputs.add_layer(
            GAPS, gap_frame, tables.GAP_FIELDS, points, travel.crs, title=tr("未覆盖清单"), style=gaps_style()
        )
        levels = tables.level_rows(demand, zones, all_times, groups)
        no_geometry, no_crs = QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem()
        self.outputs.add_layer(
            LEVELS_OUT, levels, tables.LEVEL_FIELDS, no_geometry, no_crs, title=tr("分级覆盖统计")
        )
        if self.outputs.wanted(BANDS):
            self._add_bands(graph, travel, breaks, demand, all_times, progress)
        return _answer(demand, all_times, threshold, feedback)

    def _add_bands(self, graph, travel, breaks, demand: Demand, all_times, progress):
        frames = []
        for times in all_times:
            minutes = minutes_surface(graph, times.search, travel.cell_size, progress)
            people = people_within(times.minutes, demand.population, breaks)
            frame = band_frame(minutes, breaks, travel, progress, people)
            frames.append(frame.assign(type=times.type))
        specs = [*BAND_FIELDS, tables.ZONE_FIELDS[1]]
        frame = pd.concat(frames, ignore_index=True)
        self.outputs.add_layer(
            BANDS, frame, specs, POLYGONS, travel.crs, title=tr("等时圈"), style=bands_style(breaks)
        )


_FACILITY_FIELDS = (FACILITY_TYPE_FIELD, FACILITY_LEVEL_FIELD, FACILITY_NAME_FIELD)


def _chosen(travel: TravelReading, parameters) -> list[str]:
    return [name for name in dict.fromkeys(travel.field(parameter) for parameter in parameters) if name]


def _times_of(kind: str, graph, attached, groups: FacilityGroups, progress, feedback):
    if kind:
        feedback.pushInfo(tr("设施类型：{kind}").format(kind=kind))
    here = np.flatnonzero(groups.type == kind)
    return service_times(graph, attached, kind, here, groups.level[here], groups.threshold[here], progress)


def _read_zones(travel: TravelReading, demand: Demand, facility_xy) -> tables.Zones:
    name_field = travel.field(ZONE_NAME_FIELD)
    features = travel.read(ZONES, tr("统计分区"), "polygon", [name_field] if name_field else [])
    if features is None:
        whole = np.array([travel.area], dtype=object)
        name = np.array([tr("全域")], dtype=object)
        return tables.Zones(whole, name, np.zeros(len(demand.xy), int), np.zeros(len(facility_xy), int))
    geometry = features.frame.geometry.to_numpy()
    values = features.frame[name_field] if name_field else features.frame.index
    name = np.array([word_of(value) for value in values], dtype=object)
    of_demand = tables.zone_of(geometry, demand.xy)
    outside = of_demand == -1
    if outside.any():
        travel.feedback.pushWarning(
            tr(
                "有 {count} 个需求点（{people} 人）不在任何统计分区内，单列为“分区外”；"
                "请检查界线与需求图层的坐标系是否一致（例如界线为 GCJ-02 火星坐标，偏移约 500 米）。"
            ).format(count=int(outside.sum()), people=f"{demand.population[outside].sum():,.0f}")
        )
    return tables.Zones(geometry, name, of_demand, tables.zone_of(geometry, facility_xy))


def _metres_to_main_road(travel: TravelReading, demand: Demand, all_times) -> np.ndarray:
    """Straight distance from uncovered demand to the nearest county road or better; NaN where nobody needs to know or
    road classes are not known.
    """
    far = np.full(len(demand.xy), np.nan)
    if travel.roads is None or not travel.field("ROAD_CLASS_FIELD"):
        return far
    uncovered = np.flatnonzero(np.any([~times.covered for times in all_times], axis=0))
    far[uncovered] = np.inf
    roads = travel.roads.roads
    main = roads.lines[roads.rank <= MAIN_ROAD_RANK]
    if len(main) and len(uncovered):
        points = shapely.points(demand.xy[uncovered])
        (point, _), metres = shapely.STRtree(main).query_nearest(points, all_matches=False, return_distance=True)
        far[uncovered[point]] = metres
    return far


def _answer(demand: Demand, all_times, threshold: float, feedback) -> dict:
    covered = sum(demand.population[times.covered].sum() for times in all_times)
    people = float(demand.population.sum())
    share = covered / (people * len(all_times))
    unreached = np.any([~np.isfinite(times.minutes) for times in all_times], axis=0)
    kinds = [times.type for times in all_times if times.type]
    limits = np.unique(np.concatenate([times.threshold for times in all_times]))
    minutes = f"{limits[0]:g}" if len(limits) == 1 else f"{limits[0]:g}–{limits[-1]:g}"
    if len(all_times) == 1 and kinds:
        headline = tr("全县 {minutes} 分钟{kind}覆盖率 {share} %").format(
            minutes=minutes, kind=kinds[0], share=f"{100 * share:.1f}"
        )
    elif kinds:
        headline = tr("全县 {minutes} 分钟公共服务平均覆盖率 {share} %（{count} 类设施）").format(
            minutes=minutes, share=f"{100 * share:.1f}", count=len(kinds)
        )
    else:
        headline = tr("全县 {minutes} 分钟服务覆盖率 {share} %").format(minutes=minutes, share=f"{100 * share:.1f}")
    feedback.pushInfo(headline)
    return {
        COVERED_SHARE: float(share),
        POPULATION: people,
        UNREACHED: int(np.count_nonzero(unreached)) + len(demand.lost),
        HEADLINE: headline,
    }
