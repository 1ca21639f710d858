"""The results of a run: held until all is computed, then written, named, styled and given their origin.

Nothing is written before the computation has succeeded. Every result file is made in a folder of its own beside the
place it is meant for; when all of them are complete they are moved there, so that a run that fails leaves older
results as they were.
"""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import numpy as np
from qgis.core import (
    QgsDataSourceUri,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProviderRegistry,
    QgsWkbTypes,
)

from ..bridge.faults import Cancelled, NotWritten
from ..bridge.fields import fields_of, merged_fields
from ..bridge.finish import finish_layer, result_layer
from ..bridge.raster import write_grid
from ..bridge.sentences import renamed_sentences
from ..bridge.write import write_features
from ..county.provenance import InputRecord, Provenance
from ..county.results import mark_run
from ..language import tr
from .faults import SameFile, WouldDestroy

#: Formats of one file, which can be made elsewhere and moved.
SINGLE_FILES = (".gpkg", ".geojson", ".json", ".csv", ".fgb", ".kml")
WORK_FOLDER = ".ronghe-unfinished-"
#: What SQLite keeps beside a database; left from an older file it would spoil the new one.
JOURNALS = ("-wal", "-shm", "-journal")


@dataclass
class _Layer:
    """A result that waits to be written."""

    parameter: str
    frame: object
    specs: list
    wkb_type: QgsWkbTypes.Type
    crs: object
    given: object = None
    given_fields: object = None
    label: str = ""
    title: str = ""
    style: object = None
    destination: str = ""
    work: Path | None = None
    final: Path | None = None


@dataclass
class _Raster:
    parameter: str
    grid: object
    crs: object
    title: str
    style: object = None
    whole: bool = False
    destination: str = ""
    work: Path | None = None
    final: Path | None = None


@dataclass
class Outputs:
    """Collects the results of one run of ``algorithm``."""

    algorithm: object
    parameters: dict
    context: object
    feedback: object
    inputs: list[InputRecord] = field(default_factory=list)
    #: The numbers and sentences that the run returns, which its layers remember.
    answers: dict = field(default_factory=dict)
    _waiting: list = field(default_factory=list)

    def wanted(self, parameter: str) -> bool:
        """Whether the planner asked for this result."""
        return self._place_of(parameter) not in (None, "")

    def add_layer(self, parameter, frame, specs, wkb_type, crs, **more) -> None:
        """A table or vector layer with the columns of ``specs``. ``given`` is an input of the same rows, whose
        ``given_fields`` and geometry go in front.
        """
        if self.wanted(parameter):
            self._waiting.append(_Layer(parameter, frame, specs, wkb_type, crs, **more))

    def add_raster(self, parameter, grid, crs, title, style=None, whole=False) -> None:
        """A raster of 32-bit floating-point numbers, or of ``whole`` numbers of 32 bits; nodata is -9999."""
        if self.wanted(parameter):
            self._waiting.append(_Raster(parameter, grid, crs, title, style, whole))

    def check_places(self) -> None:
        """Raise :class:`NotWritten` or :class:`SameFile`, before anything is computed, when a file cannot be where it
        is meant to be.
        """
        taken = set()
        for definition in self.algorithm.destinationParameterDefinitions():
            table = self._table_of(definition.name())
            if table is not None:
                if table in {(file, name or _first_table(file)) for file, name in self._input_tables()}:
                    raise WouldDestroy(" ".join(table))
                continue
            final = self._file_of(definition.name()) if self.wanted(definition.name()) else None
            if final is None:
                continue
            if final in taken:
                raise SameFile(str(final))
            taken.add(final)
            if final in self._input_files():
                raise WouldDestroy(str(final))
            others = other_tables(final)
            if others:
                raise WouldDestroy(str(final), others)
            if final.is_dir():
                raise NotWritten(str(final), os.strerror(errno.EISDIR))
            folder = next((parent for parent in final.parents if parent.exists()), final.parent)
            if not folder.is_dir():
                raise NotWritten(str(final), os.strerror(errno.ENOTDIR))
            if not os.access(folder, os.W_OK):
                raise NotWritten(str(final), os.strerror(errno.EACCES))

    def _input_files(self) -> set[Path]:
        """The files that the inputs of the run lie in."""
        return {Path(file) for file, _ in self._input_tables()}

    def _input_tables(self) -> set[tuple[str, str]]:
        """The file and the table in it, '' where the source names none, of every input of the run."""
        tables = set()
        for definition in self.algorithm.parameterDefinitions():
            if definition.isDestination() or definition.name() not in self.parameters:
                continue
            for layer in self._layers_of(definition):
                parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
                if parts.get("path"):
                    tables.add((parts["path"], parts.get("layerName") or ""))
        return tables

    def _layers_of(self, definition) -> list:
        """The map layers of an input parameter, which may take several."""
        if definition.type() == "multilayer":
            return self.algorithm.parameterAsLayerList(self.parameters, definition.name(), self.context) or []
        layer = self.algorithm.parameterAsLayer(self.parameters, definition.name(), self.context)
        return [] if layer is None else [layer]

    def _table_of(self, parameter: str) -> tuple[str, str] | None:
        """The file and the table that a result goes to when it is one table among others."""
        value = self._place_of(parameter)
        if not isinstance(value, str) or not value.startswith("ogr:"):
            return None
        uri = QgsDataSourceUri(value[len("ogr:") :])
        return uri.database(), uri.table()

    def write(self) -> dict[str, str]:
        """Write everything; parameter → destination, as Processing wants its results."""
        self.feedback.setProgressText(tr("正在写出结果"))
        provenance = self._provenance()
        try:
            for waiting in self._waiting:
                if self._in_place(waiting):
                    continue
                self._stop_when_cancelled()
                if isinstance(waiting, _Raster):
                    self._write_raster(waiting, provenance)
                else:
                    self._write_layer(waiting, self.feedback)
            self._stop_when_cancelled()
            # Tables that are replaced where they stand are never left half old and half new: nobody stops this.
            for waiting in filter(self._in_place, self._waiting):
                self._write_layer(waiting, None)
            for waiting in self._waiting:
                self._move(waiting)
        finally:
            for waiting in self._waiting:
                if waiting.work is not None:
                    shutil.rmtree(waiting.work.parent, ignore_errors=True)
        return {waiting.parameter: waiting.destination for waiting in self._waiting}

    def finish(self, context) -> None:
        """Aliases, styles and origin; in the main thread, when the layers exist."""
        provenance, run_id = self._provenance(), uuid4().hex
        for waiting in self._waiting:
            layer = result_layer(waiting.destination, context)
            if layer is None:
                continue
            mark_run(layer, waiting.parameter, run_id, provenance, self.answers)
            specs = getattr(waiting, "specs", None)
            finish_layer(layer, specs, waiting.style, provenance, title=waiting.title)

    def _stop_when_cancelled(self) -> None:
        if self.feedback.isCanceled():
            raise Cancelled

    def _write_raster(self, waiting: _Raster, provenance: Provenance) -> None:
        waiting.destination = self.algorithm.parameterAsOutputLayer(self.parameters, waiting.parameter, self.context)
        waiting.final = Path(waiting.destination)
        waiting.work = _work_file(waiting.final)
        tags = provenance.to_tags()
        kind = np.int32 if waiting.whole else np.float32
        write_grid(waiting.work, waiting.grid, waiting.crs, dtype=kind, description=waiting.title, metadata=tags)

    def _in_place(self, waiting: _Layer | _Raster) -> bool:
        """Whether a result is written straight to where it stays: a table of a database or of a larger GeoPackage."""
        if isinstance(waiting, _Raster) or self._file_of(waiting.parameter) is not None:
            return False
        place = self._place_of(waiting.parameter)
        return isinstance(place, str) and place != QgsProcessing.TEMPORARY_OUTPUT and not place.startswith("memory:")

    def _write_layer(self, waiting: _Layer, feedback) -> None:
        frame, fields = self._with_given(waiting)
        waiting.final = self._file_of(waiting.parameter)
        waiting.work = None if waiting.final is None else _work_file(waiting.final)
        parameters = {**self.parameters, waiting.parameter: self._redirected(waiting.parameter, waiting.work)}
        target = str(waiting.final or "")
        try:
            sink, waiting.destination = self.algorithm.parameterAsSink(
                parameters, waiting.parameter, self.context, fields, waiting.wkb_type, waiting.crs
            )
            if sink is None:
                raise NotWritten(target or waiting.parameter, "")
            write_features(sink, frame, fields, target=target, wkb_type=waiting.wkb_type, feedback=feedback)
            del sink
        except (QgsProcessingException, OSError) as error:
            raise NotWritten(target or waiting.parameter, str(error)) from error

    def _with_given(self, waiting: _Layer):
        """The result's own columns behind those of the input, an input column of the same name renamed."""
        if waiting.given is None:
            return waiting.frame, fields_of(waiting.specs)
        fields, renamed = merged_fields(waiting.given_fields, waiting.specs)
        for text in renamed_sentences(renamed, waiting.label):
            self.feedback.pushInfo(text)
        given = waiting.given.rename(columns=renamed)
        for spec in waiting.specs:
            given[spec.name] = waiting.frame[spec.name].to_numpy()
        return given, fields

    def _place_of(self, parameter: str):
        value = self.parameters.get(parameter)
        return value.sink.staticValue() if isinstance(value, QgsProcessingOutputLayerDefinition) else value

    def _file_of(self, parameter: str) -> Path | None:
        """The single file that a result goes to; None for memory layers, databases and formats of several files."""
        value = self._place_of(parameter)
        if not isinstance(value, str) or value == QgsProcessing.TEMPORARY_OUTPUT or ":" in value[2:]:
            return None
        final = Path(value)
        raster = self.algorithm.parameterDefinition(parameter).type() == "rasterDestination"
        return final if raster or final.suffix.lower() in SINGLE_FILES else None

    def _redirected(self, parameter: str, work: Path | None):
        value = self.parameters[parameter]
        if work is None:
            return value
        if isinstance(value, QgsProcessingOutputLayerDefinition):
            redirected = QgsProcessingOutputLayerDefinition(value)
            redirected.sink.setStaticValue(str(work))
            return redirected
        return str(work)

    def _move(self, waiting: _Layer | _Raster) -> None:
        """Move a finished file and tell Processing, which may be going to load it, where it is now."""
        if waiting.work is None:
            return
        try:
            for journal in JOURNALS:
                waiting.final.with_name(waiting.final.name + journal).unlink(missing_ok=True)
            os.replace(waiting.work, waiting.final)
        except OSError as error:
            raise NotWritten(str(waiting.final), error.strerror or str(error)) from error
        moved = waiting.destination.replace(str(waiting.work), str(waiting.final))
        to_load = self.context.layersToLoadOnCompletion()
        if moved != waiting.destination and waiting.destination in to_load:
            to_load[moved] = to_load.pop(waiting.destination)
            self.context.setLayersToLoadOnCompletion(to_load)
        waiting.destination = moved

    def _provenance(self) -> Provenance:
        """The run with every parameter of the algorithm: one that was not given has its default."""
        values = {}
        for definition in self.algorithm.parameterDefinitions():
            value = self.parameters.get(definition.name(), definition.defaultValue())
            values[definition.name()] = _plain(value)
        return Provenance(algorithm=self.algorithm.id(), parameters=values, inputs=self.inputs)


def _work_file(final: Path) -> Path:
    """Where a file is made: in a new folder beside its place, so that two runs never meet."""
    try:
        final.parent.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=WORK_FOLDER, dir=final.parent)) / final.name
    except OSError as error:
        raise NotWritten(str(final), error.strerror or str(error)) from error


def _plain(value):
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        return value.sink.staticValue()
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        return value.source.staticValue()
    if hasattr(value, "source") and callable(value.source):
        return value.source()
    if isinstance(value, (list, tuple)):
        return "; ".join(str(_plain(one)) for one in value)
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)


def _first_table(file: str) -> str:
    """The table that a source means which names the file alone."""
    tables = QgsProviderRegistry.instance().querySublayers(file)
    return tables[0].name() if tables else ""


def other_tables(file: Path) -> tuple[str, ...]:
    """Tables of an existing GeoPackage besides the one that a result of that file's name would replace."""
    if file.suffix.lower() != ".gpkg" or not file.is_file():
        return ()
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?immutable=1", uri=True)) as database:
            rows = database.execute("SELECT table_name FROM gpkg_contents").fetchall()
    except sqlite3.Error:
        return ()
    return tuple(name for (name,) in rows if name not in (file.stem, "layer_styles"))
