"""A line in the Processing history for a run that a panel starts."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMessageLog,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProject,
)
from qgis.gui import QgsGui

from ...plugin.language import tr


def add_to_history(algorithm: QgsProcessingAlgorithm, parameters: dict, context: QgsProcessingContext) -> None:
    """Write the run down as Processing's own dialogs do; a history that cannot be written stops no run."""
    command = algorithm.asPythonCommand(parameters, context)
    try:
        if hasattr(QgsGui, "historyProviderRegistry"):
            entry = {"python_command": command, "algorithm_id": algorithm.id()}
            QgsGui.historyProviderRegistry().addEntry("processing", entry)
        else:  # QGIS before 3.24
            from processing.core.ProcessingLog import ProcessingLog

            ProcessingLog.addToLog(command)
    except (ImportError, OSError) as error:
        QgsMessageLog.logMessage(
            tr("处理历史没有写入：{reason}").format(reason=error), tr("融合规划"), Qgis.MessageLevel.Warning
        )


def add_run_to_history(algorithm_id: str, parameters: dict, project: QgsProject) -> None:
    """Write down a run that a panel does itself, as the algorithm would do it."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
    if algorithm is not None:
        context = QgsProcessingContext()
        context.setProject(project)
        add_to_history(algorithm, parameters, context)
