"""A layer of a run: read once in the run's system, what was left out said, and its origin noted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from qgis.core import QgsCoordinateReferenceSystem

from ..bridge.crs import run_crs
from ..bridge.sentences import left_out_sentences
from ..bridge.vector import Features, read_features
from ..county.provenance import InputRecord
from ..language import tr


class Run(Protocol):
    """What a run has at hand while it reads; ``inputs`` grows by a record for every layer."""

    algorithm: object
    parameters: dict
    context: object
    feedback: object
    crs: QgsCoordinateReferenceSystem
    inputs: list[InputRecord]


@dataclass
class Reading:
    """A run that only reads: what it has at hand, and nothing of what it makes of it."""

    algorithm: object
    parameters: dict
    context: object
    feedback: object
    crs: QgsCoordinateReferenceSystem
    inputs: list[InputRecord] = field(default_factory=list)


def told_crs(given, label: str, context, feedback, raster=None) -> QgsCoordinateReferenceSystem:
    """The metric system that a run computes in, which is told: that of ``raster`` (None: there is none) when it is
    metric, else the project's, else the zone of ``given``, the run's main layer. Raises the faults of ``run_crs``.
    """
    project = context.project()
    crs = run_crs(
        dem_crs=None if raster is None else raster.crs(),
        project_crs=None if project is None else project.crs(),
        extent=given.sourceExtent(),
        extent_crs=given.sourceCrs(),
        label=label,
        project=project,
    )
    say_crs(crs, feedback)
    return crs


def say_crs(crs: QgsCoordinateReferenceSystem, feedback) -> None:
    """Tell in which system a run computes."""
    feedback.pushInfo(tr("计算坐标系：{name}（{code}）").format(name=crs.description(), code=crs.authid()))


def read_layer(
    run: Run, parameter: str, label: str, *, geometry: str | None = None, fields: list[str] | None = None
) -> Features | None:
    """A vector parameter in the run's system, None when it was not given; empty names among ``fields`` do not count."""
    given = run.algorithm.parameterAsSource(run.parameters, parameter, run.context)
    if given is None:
        return None
    features = read_features(
        given,
        run.crs,
        label=label,
        fields=None if fields is None else [name for name in dict.fromkeys(fields) if name],
        geometry=geometry,
        feedback=run.feedback,
        transform_context=run.context.transformContext(),
        project=run.context.project(),
    )
    for text in left_out_sentences(features):
        run.feedback.pushWarning(text)
    where, left_out = source_text(run, parameter), len(features.left_out)
    run.inputs.append(InputRecord(parameter, features.name, where, len(features.frame), left_out))
    return features


def source_text(run: Run, parameter: str) -> str:
    """Where the layer of a parameter lies."""
    layer = run.algorithm.parameterAsLayer(run.parameters, parameter, run.context)
    return layer.source() if layer is not None else str(run.parameters.get(parameter))


def chosen_field(run: Run, parameter: str) -> str:
    """The chosen field's name, empty when none is."""
    return next(iter(run.algorithm.parameterAsFields(run.parameters, parameter, run.context)), "")
