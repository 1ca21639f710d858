"""A line in the Processing history for a run that a panel starts."""

from __future__ import annotations

from qgis.core import Qgis, QgsMessageLog, QgsProcessingAlgorithm, QgsProcessingContext
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
