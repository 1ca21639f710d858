"""The steps of a county plan run one after another, their results tables of one GeoPackage."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsVectorLayer,
)

from ...bridge.faults import Cancelled
from ...language import tr
from .plan_steps import Given, PlanStep, values_of

DONE, FAILED, LEFT_OUT = "done", "failed", "left_out"
HEADLINE = "HEADLINE"
UNIT = re.compile(r"^(.*?)（(.+)）$")


@dataclass(frozen=True)
class Number:
    """A figure of a run as it is told: its name, unit and value; ``share`` when it lies between 0 and 1."""

    title: str
    value: float
    unit: str = ""
    share: bool = False


@dataclass(frozen=True)
class StepRun:
    """What came of a step: 'done', 'failed' or 'left_out', and ``why`` for the last two; the sentence and the figures
    that it answers with, what it warned of, its layers by output, and, by the title of their parameter, the names of
    the layers that it was given and its other values; how many ``parameters`` the algorithm has."""

    step: PlanStep
    title: str
    state: str
    why: str = ""
    headline: str = ""
    seconds: float = 0.0
    numbers: tuple[Number, ...] = ()
    warnings: tuple[str, ...] = ()
    layers: dict[str, QgsVectorLayer] = field(default_factory=dict)
    inputs: tuple[tuple[str, str], ...] = ()
    settings: tuple[tuple[str, str], ...] = ()
    parameters: int = 0


class StepFeedback(QgsProcessingFeedback):
    """Passes on what a step says, keeps its warnings, and squeezes its progress into a part of the whole."""

    def __init__(self, parent: QgsProcessingFeedback, begin: float, end: float):
        super().__init__(False)
        self.parent_feedback, self.warnings = parent, []
        self.progressChanged.connect(lambda share: parent.setProgress(begin + (end - begin) * share / 100))
        parent.canceled.connect(self.cancel)

    def pushWarning(self, warning):
        self.warnings.append(warning)
        self.parent_feedback.pushWarning(warning)

    def pushInfo(self, info):
        self.parent_feedback.pushInfo(info)

    def reportError(self, error, fatalError=False):  # noqa: N803 - QGIS's name
        self.warnings.append(error)
        self.parent_feedback.pushWarning(error)

    def setProgressText(self, text):
        self.parent_feedback.setProgressText(text)


def run_steps(
    steps: tuple[PlanStep, ...], given: Given, package: Path, context: QgsProcessingContext, feedback, part
) -> Iterator[StepRun]:
    """Run the steps, progress going through ``part``; a step that fails is told and the others are run.

    ``given.results`` grows with each step. Raises :class:`Cancelled` and BadStandard.
    """
    begin, end = part
    width = (end - begin) / max(len(steps), 1)
    taken: set[str] = set()
    for number, step in enumerate(steps):
        algorithm = QgsApplication.processingRegistry().algorithmById(f"ronghe:{step.algorithm}")
        if algorithm is None:
            yield StepRun(step, step.algorithm, LEFT_OUT, tr("没有找到这个算法；请重新启用插件。"))
            continue
        values, missing = values_of(step, algorithm, given)
        if missing:
            feedback.pushInfo(tr("“{step}”没有运行：{why}").format(step=algorithm.displayName(), why=missing))
            yield StepRun(step, algorithm.displayName(), LEFT_OUT, missing)
            continue
        own = StepFeedback(feedback, begin + width * number, begin + width * (number + 1))
        feedback.pushInfo(tr("开始“{step}”").format(step=algorithm.displayName()))
        made = _run(step, algorithm, values, _places(algorithm, package, taken), context, own)
        if feedback.isCanceled():
            raise Cancelled
        given.results[step.algorithm] = made.layers
        yield made


def _run(step, algorithm: QgsProcessingAlgorithm, values: dict, places: dict[str, str], context, feedback) -> StepRun:
    """One run; its tables lie in the package already when it is done."""
    package_tables = {name: f"ogr:dbname='{file}' table=\"{table}\"" for name, (file, table) in places.items()}
    begun = time.monotonic()
    told = {
        "inputs": _inputs(algorithm, values),
        "settings": _settings(algorithm, values),
        "parameters": len(algorithm.parameterDefinitions()),
    }
    try:
        answers, fine = algorithm.run({**values, **package_tables}, context, feedback, {}, False)
    except QgsProcessingException as error:
        answers, fine, why = {}, False, str(error)
    else:
        why = "" if fine else tr("原因不明，详情见日志。")
    seconds, warnings = time.monotonic() - begun, tuple(dict.fromkeys(feedback.warnings))
    if not fine:
        if not feedback.isCanceled():
            feedback.parent_feedback.pushWarning(
                tr("“{step}”没有完成：{why}").format(step=algorithm.displayName(), why=why)
            )
        return StepRun(step, algorithm.displayName(), FAILED, why, seconds=seconds, warnings=warnings, **told)
    layers = {
        name: QgsVectorLayer(f"{file}|layername={table}", table, "ogr")
        for name, (file, table) in places.items()
        if name in answers
    }
    return StepRun(
        step,
        algorithm.displayName(),
        DONE,
        headline=str(answers.get(HEADLINE) or ""),
        seconds=seconds,
        numbers=_numbers(algorithm, answers),
        warnings=warnings,
        layers={name: layer for name, layer in layers.items() if layer.isValid()},
        **told,
    )


def _places(algorithm: QgsProcessingAlgorithm, package: Path, taken: set[str]) -> dict[str, tuple[str, str]]:
    """The table of the package that each vector result goes to, named as the planner reads it; rasters are not kept."""
    found = {}
    for one in algorithm.destinationParameterDefinitions():
        if isinstance(one, QgsProcessingParameterFeatureSink):
            name = table_name(one.description())
            if name.casefold() in taken:
                name = table_name(tr("{result}·{run}").format(result=one.description(), run=algorithm.displayName()))
            taken.add(name.casefold())
            found[one.name()] = (str(package), name)
    return found


def table_name(title: str) -> str:
    """A title as the name of a table: without quotes and brackets, which sources of layers are written with."""
    return re.sub(r"""["'|()\s]+""", "_", title).strip("_")


def _numbers(algorithm: QgsProcessingAlgorithm, answers: dict) -> tuple[Number, ...]:
    """The figures of a run; the unit stands in brackets behind the name of an output."""
    found = []
    for one in algorithm.outputDefinitions():
        value = answers.get(one.name())
        if not isinstance(one, QgsProcessingOutputNumber) or isinstance(value, bool):
            continue
        if not isinstance(value, (int, float)) or value != value:
            continue
        parts = UNIT.match(one.description())
        title, unit = parts.groups() if parts else (one.description(), "")
        share = unit == "0–1"
        found.append(Number(title, float(value), "%" if share else unit, share))
    return tuple(found)


def _inputs(algorithm: QgsProcessingAlgorithm, values: dict) -> tuple[tuple[str, str], ...]:
    titles = {one.name(): one.description() for one in algorithm.parameterDefinitions()}
    return tuple((titles[name], layer.name()) for name, layer in values.items() if hasattr(layer, "source"))


def _settings(algorithm: QgsProcessingAlgorithm, values: dict) -> tuple[tuple[str, str], ...]:
    """Numbers, choices, words and fields as they are read, those left to the algorithm's own default among them."""
    found = []
    for one in algorithm.parameterDefinitions():
        value = values.get(one.name(), one.defaultValue())
        if one.isDestination() or value in (None, "") or hasattr(value, "source"):
            continue
        if isinstance(one, QgsProcessingParameterEnum):
            text = one.options()[int(value)]
        elif isinstance(value, bool):
            text = tr("是") if value else tr("否")
        else:
            text = f"{value:g}" if isinstance(value, (int, float)) else str(value)
        found.append((one.description(), text))
    return tuple(found)
