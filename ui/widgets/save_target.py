"""Where results go when the planner wants them kept: tables of a GeoPackage under the results' own names. The table of
an earlier run of the same name is replaced; no other table is touched.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from qgis.core import QgsApplication, QgsMapLayer, QgsProcessing, QgsProject, QgsProviderRegistry
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ...plugin.language import tr

SUFFIX = ".gpkg"
#: What would end the name of a table in a destination or in a layer's source.
NO_NAME = str.maketrans(dict.fromkeys('"\\|\n', " "))
#: What every result says of itself, which makes a table known as one.
ORIGINS = """
    SELECT r.table_name, m.metadata FROM gpkg_metadata m JOIN gpkg_metadata_reference r ON r.md_file_id = m.id
"""
#: Places that could be written to in this session: looked at once, not with every letter that is typed elsewhere.
_proven: set[Path] = set()


def geopackage(path: str) -> Path:
    """The path with the suffix it needs."""
    return Path(path) if path.lower().endswith(SUFFIX) else Path(path + SUFFIX)


def suggested_place(project: QgsProject, title: str) -> str:
    """A GeoPackage beside the saved project, '' when there is no such place that can be written to."""
    folder = project.absolutePath()
    if not folder:
        return ""
    path = str(Path(folder) / tr("融合规划_{title}.gpkg").format(title=title))
    return "" if target_problem(path) else path


def kept_in(path: str, algorithm_id: str, titles: dict[str, str], values: dict) -> dict[str, str]:
    """The destinations in a GeoPackage of those results among the parameters ``values`` that can be tables of one, by
    output; ``titles`` are their names.
    """
    target = geopackage(path)
    algorithm = QgsApplication.processingRegistry().algorithmById(algorithm_id)
    inputs = [value for value in values.values() if isinstance(value, QgsMapLayer)]
    places: dict[str, str] = {}
    taken: set[str] = set()
    for output, title in titles.items():
        definition = algorithm.parameterDefinition(output)
        if values.get(output) == QgsProcessing.TEMPORARY_OUTPUT and definition.type() == "sink":
            table = free_table(target, title, algorithm_id, inputs, taken)
            taken.add(table.casefold())
            places[output] = destination(target, table)
    return places


def destination(target: Path, table: str) -> str:
    """A table of a GeoPackage as Processing wants it."""
    quoted = str(target).replace("'", "''")
    return f"ogr:dbname='{quoted}' table=\"{table}\" (geom)"


def free_table(target: Path, title: str, algorithm_id: str, inputs: Iterable[QgsMapLayer], taken: set[str]) -> str:
    """The name of a result's table: its title, with a number behind it where another table has that name that is not
    an earlier result of the algorithm, or is an ``input`` of the run.
    """
    name = " ".join(title.translate(NO_NAME).split())
    present, ours = tables_in(target, algorithm_id)
    kept = (present - ours) | _tables_read(target, inputs, present) | taken
    number, free = 1, name
    while free.casefold() in kept:
        number += 1
        free = f"{name} {number}"
    return free


def tables_in(target: Path, algorithm_id: str) -> tuple[set[str], set[str]]:
    """The names, in small letters, of the tables of a GeoPackage, and of those that an algorithm has made; none where
    there is no such file.
    """
    if not target.is_file():
        return set(), set()
    try:
        with closing(sqlite3.connect(f"{target.as_uri()}?mode=ro", uri=True)) as database:
            masters = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
            origins = database.execute(ORIGINS).fetchall() if "gpkg_metadata_reference" in masters else []
    except sqlite3.Error:
        return set(), set()  # what this is not a database, the run will say
    ours = {name.casefold() for name, told in origins if name and algorithm_id in (told or "")}
    return {name.casefold() for name in masters}, ours


def _tables_read(target: Path, inputs: Iterable[QgsMapLayer], present: set[str]) -> set[str]:
    """The tables of the GeoPackage that the inputs are read from; all of them when a source names none."""
    read: set[str] = set()
    for layer in inputs:
        parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
        if parts.get("path") and Path(parts["path"]) == target:
            read |= {parts["layerName"].casefold()} if parts.get("layerName") else present
    return read


def target_problem(text: str) -> str:
    """Why results cannot be kept there, '' when they can or when no place is given."""
    if not text:
        return ""
    path = geopackage(text)
    if not path.is_absolute() or not path.parent.is_dir():
        return tr("文件夹不存在：{folder}；请另选位置。").format(folder=path.parent)
    return write_problem(path)


def write_problem(path: Path) -> str:
    """Why a file cannot be written, '' when it can. Rights do not tell: it is tried, and nothing is left behind."""
    place = path if path.exists() else path.parent
    if place in _proven and os.access(place, os.W_OK):
        return ""
    try:
        if path.exists():
            with path.open("r+b"):
                pass
        else:
            with tempfile.TemporaryFile(dir=path.parent):
                pass
    except OSError:
        return tr("不能写入 {path}；请另选位置。").format(path=path)
    _proven.add(place)
    return ""


def ask_geopackage(parent: QWidget, project: QgsProject, given: str) -> str:
    """The GeoPackage that the planner points to, '' when the dialog is closed."""
    path, _ = QFileDialog.getSaveFileName(
        parent,
        tr("保存到 GeoPackage（同名的上次结果会被替换，其他表不动）"),
        given or project.absolutePath() or str(Path.home()),
        "GeoPackage (*.gpkg)",
        options=QFileDialog.Option.DontConfirmOverwrite,
    )
    return str(geopackage(path)) if path else ""
