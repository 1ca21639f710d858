"""One run of a Processing algorithm in the background: its steps, its warnings, its end, and a cancel that works."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from qgis.core import (
    QgsApplication,
    QgsMapLayer,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, pyqtSignal

from ...plugin.bridge.finish import result_layer
from ...plugin.language import tr
from .processing_history import add_to_history

#: Seconds that the window waits for a cancelled run whose layers are about to go away.
PATIENCE = 5.0


@dataclass(frozen=True)
class Outcome:
    """How a run ended. ``error`` is empty when it succeeded; ``layers`` holds the results by output name."""

    cancelled: bool = False
    error: str = ""
    warnings: tuple[str, ...] = ()
    values: dict = field(default_factory=dict)
    layers: dict[str, QgsMapLayer] = field(default_factory=dict)

    @property
    def succeeded(self) -> bool:
        return not self.cancelled and not self.error


class ToldFeedback(QgsProcessingFeedback):
    """Feedback that tells the main thread what the algorithm says."""

    stepped = pyqtSignal(str)

    def __init__(self):
        super().__init__()
        self.warnings: list[str] = []
        self.errors: list[str] = []

    def setProgressText(self, text):
        super().setProgressText(text)
        self.stepped.emit(text)

    def pushWarning(self, warning):
        super().pushWarning(warning)
        self.warnings.append(warning)

    def reportError(self, error, fatalError=False):  # noqa: N803 - QGIS's own name
        super().reportError(error, fatalError)
        self.errors.append(error)


class AlgorithmRun(QObject):
    """Runs one algorithm at a time for a panel; the window stays alive."""

    stepped = pyqtSignal(str)
    progressed = pyqtSignal(float)
    ended = pyqtSignal(object)

    def __init__(self, algorithm_id: str, project: QgsProject, parent: QObject | None = None):
        super().__init__(parent)
        self.algorithm_id = algorithm_id
        self.project = project
        self.task = self.feedback = self.context = None
        self.parameters: dict = {}

    @property
    def running(self) -> bool:
        return self.task is not None

    def start(self, parameters: dict) -> None:
        """Check the parameters and hand the algorithm to QGIS's task manager; ``ended`` follows in every case.

        Layers may be given as such; they are kept until the end.
        """
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(self.algorithm_id)
        if algorithm is None:
            self.ended.emit(Outcome(error=tr("没有找到算法 {id}；请重新启用插件。").format(id=self.algorithm_id)))
            return
        self.context = QgsProcessingContext()
        self.context.setProject(self.project)
        self.context.setTransformContext(self.project.transformContext())
        self.feedback = ToldFeedback()
        self.context.setFeedback(self.feedback)
        self.parameters = parameters
        right, reason = algorithm.checkParameterValues(parameters, self.context)
        if not right:
            self._end(Outcome(error=reason))
            return
        add_to_history(algorithm, parameters, self.context)
        self.feedback.stepped.connect(self.stepped)
        self.feedback.progressChanged.connect(self.progressed)
        self.task = QgsProcessingAlgRunnerTask(algorithm, parameters, self.context, self.feedback)
        self.task.executed.connect(self._executed)
        QgsApplication.taskManager().addTask(self.task)

    def cancel(self) -> None:
        """Ask the run to stop; ``ended`` says when it has."""
        if self.running:
            self.feedback.cancel()
            self.task.cancel()

    def stop(self) -> None:
        """Cancel, and wait until the algorithm uses no layer any more: these are about to be deleted."""
        task = self.task
        if task is None:
            return
        self.cancel()
        end = time.monotonic() + PATIENCE
        # Sleeping lets the other thread have the interpreter, which QgsTask.waitForFinished() would keep. The task
        # learns of its end by an event; no other event may come in between, as layers are being deleted.
        while task is self.task and time.monotonic() < end:
            time.sleep(0.01)
            QCoreApplication.sendPostedEvents(task, QEvent.Type.MetaCall)

    def uses(self, layer_ids) -> bool:
        """Whether the run reads one of these layers."""
        used = {value.id() for value in self.parameters.values() if isinstance(value, QgsMapLayer)}
        return self.running and not used.isdisjoint(layer_ids)

    def _executed(self, succeeded: bool, results: dict) -> None:
        feedback = self.feedback
        warnings = tuple(dict.fromkeys(feedback.warnings))
        if feedback.isCanceled():
            self._end(Outcome(cancelled=True))
        elif not succeeded:
            said = "\n".join(dict.fromkeys(error.strip() for error in feedback.errors if error.strip()))
            self._end(Outcome(error=said or tr("计算没有完成，原因不明；详见日志消息面板。"), warnings=warnings))
        else:
            self._end(Outcome(warnings=warnings, values=dict(results), layers=self._result_layers(results)))

    def _result_layers(self, results: dict) -> dict[str, QgsMapLayer]:
        """The layers among the results, ours from now on."""
        layers = {}
        algorithm = QgsApplication.processingRegistry().algorithmById(self.algorithm_id)
        for output in algorithm.outputDefinitions():
            value = results.get(output.name())
            if not any(kind in output.type().lower() for kind in ("vector", "raster", "layer")):
                continue
            if isinstance(value, list):  # a list of layers that are results of their own as well
                continue
            layer = result_layer(value, self.context) if value else None
            if layer is not None:
                layers[output.name()] = self.context.takeResultLayer(layer.id()) or layer
        return layers

    def _end(self, outcome: Outcome) -> None:
        self.task = None
        self.ended.emit(outcome)
        self.parameters = {}
        self.feedback = self.context = None
