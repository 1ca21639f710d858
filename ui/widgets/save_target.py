"""Where results go when the planner wants them kept: tables of a GeoPackage, none of them overwritten."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ...plugin.language import tr

SUFFIX = ".gpkg"


def geopackage(path: str) -> Path:
    """The path with the suffix it needs."""
    return Path(path) if path.lower().endswith(SUFFIX) else Path(path + SUFFIX)


def output_in(path: str, table: str, now: datetime | None = None) -> str:
    """The destination of one output; the time in the table's name keeps the tables of earlier runs apart."""
    moment = (now or datetime.now()).strftime("%Y%m%d_%H%M%S")
    target = str(geopackage(path)).replace("'", "''")
    return f"ogr:dbname='{target}' table=\"{table}_{moment}\" (geom)"


def target_problem(text: str) -> str:
    """Why results cannot be kept there, '' when they can or when no place is given."""
    if not text:
        return ""
    path = geopackage(text)
    if not path.is_absolute() or not path.parent.is_dir():
        return tr("文件夹不存在：{folder}；请另选位置。").format(folder=path.parent)
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        return tr("不能写入 {path}；请另选位置。").format(path=path)
    return ""


def ask_geopackage(parent: QWidget, project: QgsProject, given: str) -> str:
    """The GeoPackage that the planner points to, '' when the dialog is closed."""
    path, _ = QFileDialog.getSaveFileName(
        parent,
        tr("保存到 GeoPackage（已有的表不会被覆盖）"),
        given or project.absolutePath() or str(Path.home()),
        "GeoPackage (*.gpkg)",
        options=QFileDialog.Option.DontConfirmOverwrite,
    )
    return str(geopackage(path)) if path else ""
