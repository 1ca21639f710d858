"""The results that a project holds: which run made which layer, what it was asked and what it answered."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer

from .layers import DRAWN_MARK, RESULT_MARK, RUN_MARK
from .provenance import Provenance, without_password


@dataclass(frozen=True)
class Run:
    """One run as its results remember it: the algorithm's name without its provider, when (ISO 8601), its parameters
    as plain values, its numbers and sentences, and the layers of it that are still in the project, by output."""

    algorithm: str
    created: str
    parameters: dict = field(default_factory=dict)
    answers: dict = field(default_factory=dict)
    layers: dict[str, QgsMapLayer] = field(default_factory=dict)


@dataclass(frozen=True)
class Results:
    """The youngest run of every algorithm whose results the project holds."""

    runs: dict[str, Run] = field(default_factory=dict)

    def run(self, algorithm: str) -> Run | None:
        """The youngest run of an algorithm (``mineralzoning``), None where the project has none."""
        return self.runs.get(algorithm)

    def has(self, algorithm: str, *outputs: str) -> bool:
        """Whether the project holds these outputs of one run."""
        run = self.runs.get(algorithm)
        return run is not None and all(output in run.layers for output in outputs)


def mark_run(layer: QgsMapLayer, output: str, run_id: str, provenance: Provenance, answers: dict) -> None:
    """Let a result remember its run. Only numbers and texts of ``answers`` are kept; passwords are not."""
    said = {name: value for name, value in answers.items() if isinstance(value, (int, float, str)) or value is None}
    run = {
        "id": run_id,
        "algorithm": provenance.algorithm.partition(":")[2] or provenance.algorithm,
        "created": provenance.created,
        "parameters": {name: _kept(value) for name, value in provenance.parameters.items()},
        "answers": {name: _kept(value) for name, value in said.items()},
    }
    layer.setCustomProperty(RESULT_MARK, output)
    layer.setCustomProperty(RUN_MARK, json.dumps(run, ensure_ascii=False))


def project_results(project: QgsProject) -> Results:
    """What the project holds; copies that sheets draw do not count."""
    return results_of(project.mapLayers().values())


def results_of(layers: Iterable[QgsMapLayer]) -> Results:
    """The runs that layers remember, of each algorithm the youngest. A run whose temporary layers lost their features
    when the project was closed is gone, whatever its layers remember: a sheet of it would be empty.
    """
    runs: dict[str, Run] = {}
    for layer in layers:
        text, output = layer.customProperty(RUN_MARK), layer.customProperty(RESULT_MARK)
        if not text or not output or layer.customProperty(DRAWN_MARK):
            continue
        try:
            kept = json.loads(text)
            made = Run(kept["algorithm"], kept["created"], kept.get("parameters", {}), kept.get("answers", {}))
            run = runs.setdefault(kept["id"], made)
        except (ValueError, TypeError, KeyError):
            continue
        run.layers[output] = layer
    youngest: dict[str, Run] = {}
    kept_runs = [run for run in runs.values() if not all(map(_emptied, run.layers.values()))]
    for run in sorted(kept_runs, key=lambda one: (one.created, len(one.layers))):
        youngest[run.algorithm] = run
    return Results(youngest)


def _emptied(layer: QgsMapLayer) -> bool:
    """Whether a layer is in memory and holds nothing. One such layer may be an answer (no gaps), not all of a run."""
    return isinstance(layer, QgsVectorLayer) and layer.providerType() == "memory" and layer.featureCount() == 0


def _kept(value):
    return without_password(value) if isinstance(value, str) else value
