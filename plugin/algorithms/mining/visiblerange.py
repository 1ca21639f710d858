"""What can be seen from roads, railways, rivers and towns: 三区两线直观可视范围."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ...analysis.mining.faults import NoObservers, ObserversWithoutGround
from ...analysis.mining.observers import Observers, observer_points, observers_on
from ...analysis.mining.sightlines import Ground, ground_of
from ...analysis.mining.visibility import seen_counts
from ...analysis.mining.visible_targets import targets_on, targets_seen
from ...bridge.faults import NoOverlap
from ...cartography.result_styles import visible_style, visible_targets_style
from ...language import tr
from ..base import watch
from ..travel_parameters import number, source
from .group import MiningAlgorithm
from .visible_reading import VisibleReading, read_visible
from .visible_tables import TARGET_FIELDS, target_rows

DEM, OBSERVERS, SPACING, TARGETS = "DEM", "OBSERVERS", "SPACING", "TARGETS"
EYE_HEIGHT, TARGET_HEIGHT, MAX_DISTANCE, REFRACTION = "EYE_HEIGHT", "TARGET_HEIGHT", "MAX_DISTANCE", "REFRACTION"
OUTPUT, TARGETS_OUT = "OUTPUT", "TARGETS_OUT"
OBSERVER_POINTS, TARGETS_SEEN, HEADLINE = "OBSERVER_POINTS", "TARGETS_SEEN", "HEADLINE"
DEEPEST_PIT = -1000.0  #: metres
STEPS = {"targets": (5, 20), "cells": (20, 95)}


class VisibleRange(MiningAlgorithm):
    """Parameters: elevation, observers, targets, how far and how high. Outputs: observers a cell, targets."""

    ID = "visiblerange"

    def title(self):
        return tr("直观可视范围")

    def initAlgorithm(self, configuration=None):
        kinds = QgsProcessing.SourceType
        anything, point, polygon = kinds.TypeVectorAnyGeometry, kinds.TypeVectorPoint, kinds.TypeVectorPolygon
        self.addParameter(QgsProcessingParameterRasterLayer(DEM, tr("高程（DEM）")))
        observers = tr("观察位置（道路、铁路、河流、城镇边界或观景点）")
        self.addParameter(source(OBSERVERS, observers, [anything], optional=False))
        self.addParameter(number(SPACING, tr("沿线观察点间距（米）"), 200.0, minimum=1.0, advanced=False))
        self.addParameter(source(TARGETS, tr("目标（矿山，点或面）"), [point, polygon]))
        self.addParameter(
            number(MAX_DISTANCE, tr("最远视距（米，规划参数，待核）"), 3000.0, minimum=1.0, advanced=False)
        )
        self.addParameter(number(EYE_HEIGHT, tr("视线高度（离地，米）"), 1.7))
        self.addParameter(number(TARGET_HEIGHT, tr("目标高度（离地，米，采坑可为负）"), 0.0, minimum=DEEPEST_PIT))
        self.addParameter(number(REFRACTION, tr("大气折光系数"), 0.13, minimum=-1.0, maximum=1.0))
        self.addParameter(
            QgsProcessingParameterRasterDestination(OUTPUT, tr("看得到该处的观察点数"), optional=True)
        )
        self.addParameter(QgsProcessingParameterFeatureSink(TARGETS_OUT, tr("目标可见情况"), anything, optional=True))
        self.addOutput(QgsProcessingOutputNumber(OBSERVER_POINTS, tr("观察点数")))
        self.addOutput(QgsProcessingOutputNumber(TARGETS_SEEN, tr("看得到的目标数")))
        self.addOutput(QgsProcessingOutputString(HEADLINE, tr("结论")))

    def compute(self, parameters, context, feedback):
        def value(name):
            return self.parameterAsDouble(parameters, name, context)

        distance, height = value(MAX_DISTANCE), value(TARGET_HEIGHT)
        feedback.pushInfo(
            tr("最远视距 {distance} 米是规划参数，不是法定距离，请按当地规定核定（待核）。").format(
                distance=f"{distance:,.0f}"
            )
        )
        reading = read_visible(self, parameters, context, feedback)
        xy = observer_points(reading.observers.frame.geometry.to_numpy(), value(SPACING))
        ground = ground_of(reading.elevation(xy, distance), value(REFRACTION))
        observers = observers_on(ground, xy, value(EYE_HEIGHT))
        _report_observers(observers, reading.observers.total, value(SPACING), feedback)

        progress = watch(feedback, STEPS)
        results = {OBSERVER_POINTS: len(observers), TARGETS_SEEN: 0}
        if reading.targets is not None:
            results |= self._targets(reading, ground, observers, height, distance, progress)
        if HEADLINE not in results or self.outputs.wanted(OUTPUT):
            results = self._cells(reading, ground, observers, height, distance, progress) | results
        feedback.pushInfo(results[HEADLINE])
        self.outputs.inputs += reading.inputs
        return results

    def _targets(self, reading: VisibleReading, ground: Ground, observers, height, distance, progress) -> dict:
        targets = targets_on(ground, reading.targets.frame.geometry.to_numpy())
        seen = targets_seen(ground, observers, targets, height, distance, progress)
        given, own = target_rows(reading.targets, targets, seen, distance)
        self.outputs.add_layer(
            TARGETS_OUT,
            own,
            TARGET_FIELDS,
            reading.targets_type,
            reading.crs,
            given=given,
            given_fields=reading.targets.qgs_fields,
            label=tr("目标"),
            title=tr("目标可见情况"),
            style=visible_targets_style(),
        )
        if not len(given):
            return {}
        visible, known = np.count_nonzero(seen.observers), np.count_nonzero(targets.known)
        if known < len(given):
            text = tr(
                "{distance} 米以内，{count} 处目标中有 {seen} 处看得到（{observers} 个观察点），"
                "另有 {unknown} 处没有高程或位置，无法判断。"
            )
        else:
            text = tr("{distance} 米以内，{count} 处目标中有 {seen} 处看得到（{observers} 个观察点）。")
        headline = text.format(
            distance=f"{distance:,.0f}",
            count=len(given),
            seen=visible,
            observers=f"{len(observers):,}",
            unknown=len(given) - known,
        )
        return {TARGETS_SEEN: int(visible), HEADLINE: headline}

    def _cells(self, reading: VisibleReading, ground: Ground, observers, height, distance, progress) -> dict:
        counts = seen_counts(ground, observers, height, distance, progress)
        title = tr("看得到该处的观察点数")
        self.outputs.add_raster(OUTPUT, counts, reading.crs, title, visible_style(), whole=True)
        asked = np.isfinite(counts.values)
        share = np.count_nonzero(counts.values[asked]) / max(np.count_nonzero(asked), 1)
        headline = tr("{distance} 米以内，{share} % 的地面看得到（{observers} 个观察点）。").format(
            distance=f"{distance:,.0f}", share=f"{100 * share:.1f}", observers=f"{len(observers):,}"
        )
        return {HEADLINE: headline}


def _report_observers(observers: Observers, given: int, spacing: float, feedback) -> None:
    """Say how many look and who is left out. Raises when nobody is left."""
    left = len(observers)
    if not left:
        if observers.on_voids:
            raise ObserversWithoutGround(observers.on_voids)
        if observers.outside:
            raise NoOverlap(tr("高程"), tr("观察位置"))
        raise NoObservers(given)
    feedback.pushInfo(
        tr("观察点 {count} 个（沿线每隔不超过 {spacing} 米一个）。").format(count=f"{left:,}", spacing=f"{spacing:g}")
    )
    if observers.outside:
        feedback.pushWarning(
            tr("有 {count} 个观察点在高程范围以外，没有参与计算；请使用覆盖全部道路和河流的高程数据。").format(
                count=f"{observers.outside:,}"
            )
        )
    if observers.on_voids:
        feedback.pushWarning(
            tr("有 {count} 个观察点所在的像元没有高程值，没有参与计算；请检查高程数据的无值区。").format(
                count=f"{observers.on_voids:,}"
            )
        )
