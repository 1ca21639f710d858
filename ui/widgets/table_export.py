"""From a table in a panel to a file: where it is to go, and what came of it."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ...plugin.language import tr
from .result_table import ResultTable, save_table


def ask_table_file(parent: QWidget, project: QgsProject, name: str) -> Path | None:
    """The file that the planner points to, None when the dialog is closed."""
    folder = project.absolutePath() or str(Path.home())
    path, _ = QFileDialog.getSaveFileName(parent, tr("导出表格"), str(Path(folder) / f"{name}.csv"), "CSV (*.csv)")
    if not path:
        return None
    return Path(path if path.lower().endswith(".csv") else f"{path}.csv")


def export_table(iface, table: ResultTable, path: Path) -> None:
    """Save a table and say where it is, or why it is not."""
    try:
        save_table(table, path)
    except OSError as error:
        reason = error.strerror or str(error)
        said = tr("表格没有写出：{path}（{reason}）。请关闭该文件或另选位置。").format(path=path, reason=reason)
        iface.messageBar().pushWarning(tr("融合规划"), said)
    else:
        iface.messageBar().pushSuccess(tr("融合规划"), tr("表格已导出：{path}").format(path=path))
