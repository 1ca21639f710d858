"""What a visible range is computed from: elevation, who looks, and what is looked at."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer, QgsWkbTypes

from ...analysis.grid import Grid
from ...analysis.mining.faults import NoObservers
from ...bridge.faults import MissingCrs, TooLarge
from ...bridge.raster import read_grid
from ...bridge.vector import Features
from ...bridge.write import sink_type
from ...county.provenance import InputRecord
from ...language import tr
from ..layer_reading import read_layer, told_crs

MARGIN = 1.001  #: the elevation is cut out a little farther than anybody looks


@dataclass
class VisibleReading:
    """The inputs of one run in its metric system ``crs``; ``targets`` is None when none were asked about."""

    algorithm: object
    parameters: dict
    context: object
    feedback: object
    crs: QgsCoordinateReferenceSystem
    dem: QgsRasterLayer
    observers: Features | None = None
    targets: Features | None = None
    inputs: list[InputRecord] = field(default_factory=list)

    @property
    def targets_type(self) -> QgsWkbTypes.Type:
        """The geometry type of a layer of the targets, also where none of them has a shape."""
        found = sink_type(self.targets.frame)
        if found != QgsWkbTypes.Type.Unknown:
            return found
        given = self.algorithm.parameterAsSource(self.parameters, "TARGETS", self.context)
        return QgsWkbTypes.multiType(given.wkbType())

    def elevation(self, observers: np.ndarray, distance: float) -> Grid:
        """The whole elevation model; where it is too large for the memory, what lies within ``distance`` metres of the
        observers (n, 2).
        """
        given = {"label": tr("高程"), "other": tr("观察位置"), "project": self.context.project()}
        try:
            grid = read_grid(self.dem, self.crs, **given)
        except TooLarge:
            if not len(observers):
                raise
            low, high = observers.min(axis=0) - MARGIN * distance, observers.max(axis=0) + MARGIN * distance
            grid = read_grid(self.dem, self.crs, bounds=(*low, *high), **given)
            self.feedback.pushWarning(
                tr("高程数据太大，只读取了观察位置周围 {distance} 米的部分；结果也只有这一部分。").format(
                    distance=f"{distance:,.0f}"
                )
            )
        self._say_moved(grid)
        self.inputs.append(InputRecord("DEM", self.dem.name(), self.dem.source()))
        return grid

    def _say_moved(self, grid: Grid) -> None:
        """Say into which system an elevation model had to be brought that does not measure in metres."""
        given = self.dem.crs()
        if given == self.crs:
            return
        if given.isGeographic():
            text = tr(
                "高程数据为经纬度坐标（{given}），不能直接量距离，已换算到 {name}（{code}），像元 {cell} 米；"
                "要保持原像元，请先把高程数据投影到米制坐标系。"
            )
        else:
            text = tr(
                "高程数据的坐标系（{given}）单位不是米，或在当地长度失真，已换算到 {name}（{code}），像元 {cell} 米。"
            )
        self.feedback.pushWarning(
            text.format(
                given=given.authid() or given.description(),
                name=self.crs.description(),
                code=self.crs.authid(),
                cell=f"{grid.dx:.1f}",
            )
        )

    def read(self, parameter: str, label: str, fields: list[str] | None) -> Features | None:
        """A layer in the run's system; what was left out of it is said. None when it was not given."""
        return read_layer(self, parameter, label, fields=fields)


def read_visible(algorithm, parameters, context, feedback) -> VisibleReading:
    """Observers and targets of a run; its system is the elevation's when that is metric, so that nothing is
    resampled. Raises NoObservers and the faults of reading.
    """
    dem = algorithm.parameterAsRasterLayer(parameters, "DEM", context)
    if not dem.crs().isValid():
        raise MissingCrs(tr("高程"))
    observers = algorithm.parameterAsSource(parameters, "OBSERVERS", context)
    if observers is None or observers.featureCount() == 0:
        raise NoObservers()
    crs = told_crs(observers, tr("观察位置"), context, feedback, dem)
    reading = VisibleReading(algorithm, parameters, context, feedback, crs, dem)
    reading.observers = reading.read("OBSERVERS", tr("观察位置"), [])
    if not len(reading.observers.frame):
        raise NoObservers(reading.observers.total)
    reading.targets = reading.read("TARGETS", tr("目标"), None)
    if reading.targets is not None and not reading.targets.total:
        feedback.pushWarning(tr("目标图层中没有要素（或没有选中、被筛选条件排除），只计算地面的可见情况。"))
    return reading
