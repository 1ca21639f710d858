"""The results of a run: held until all is computed, then written, named, styled and given their origin.

Nothing is written before the computation has succeeded. A result file is made in a folder of its own beside the
place it is meant for and moved there when it is complete.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsWkbTypes,
)

from ..bridge.faults import NotWritten
from ..bridge.fields import fields_of, merged_fields
from ..bridge.finish import finish_layer
from ..bridge.raster import write_grid
from ..bridge.sentences import renamed_sentences
from ..bridge.write import write_features
from ..county.layers import RESULT_MARK
from ..county.provenance import InputRecord, Provenance
from ..language import tr

#: Formats of one file, which can be made elsewhere and moved.
SINGLE_FILES = (".gpkg", ".geojson", ".json", ".csv", ".fgb", ".kml")
WORK_FOLDER = ".ronghe-unfinished"


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


@dataclass
class _Raster:
    parameter: str
    grid: object
    crs: object
    title: str
    style: object = None
    destination: str = ""


@dataclass
class Outputs:
    """Collects the results of one run of ``algorithm``."""

    algorithm: object
    parameters: dict
    context: object
    feedback: object
    inputs: list[InputRecord] = field(default_factory=list)
    _waiting: list = field(default_factory=list)

    def wanted(self, parameter: str) -> bool:
        """Whether the planner asked for this result."""
        value = self.parameters.get(parameter)
        if isinstance(value, QgsProcessingOutputLayerDefinition):
            value = value.sink.staticValue()
        return value not in (None, "")

    def add_layer(self, parameter, frame, specs, wkb_type, crs, **more) -> None:
        """A table or vector layer with the columns of ``specs``. ``given`` is an input of the same rows, whose
        ``given_fields`` and geometry go in front.
        """
        if self.wanted(parameter):
            self._waiting.append(_Layer(parameter, frame, specs, wkb_type, crs, **more))

    def add_raster(self, parameter, grid, crs, title, style=None) -> None:
        if self.wanted(parameter):
            self._waiting.append(_Raster(parameter, grid, crs, title, style))

    def write(self) -> dict[str, str]:
        """Write everything; parameter → destination, as Processing wants its results."""
        provenance = self._provenance()
        self.feedback.setProgressText(tr("正在写出结果"))
        for waiting in self._waiting:
            if isinstance(waiting, _Raster):
                path = self.algorithm.parameterAsOutputLayer(self.parameters, waiting.parameter, self.context)
                write_grid(path, waiting.grid, waiting.crs, description=waiting.title, metadata=provenance.to_tags())
                waiting.destination = path
            else:
                self._write_layer(waiting)
        return {waiting.parameter: waiting.destination for waiting in self._waiting}

    def finish(self, context) -> None:
        """Aliases, styles and origin; in the main thread, when the layers exist."""
        provenance = self._provenance()
        for waiting in self._waiting:
            layer = QgsProcessingUtils.mapLayerFromString(waiting.destination, context)
            if layer is None:
                continue
            layer.setCustomProperty(RESULT_MARK, waiting.parameter)
            specs = getattr(waiting, "specs", None)
            finish_layer(layer, specs, waiting.style, provenance, title=waiting.title)

    def _write_layer(self, waiting: _Layer) -> None:
        frame, fields = self._with_given(waiting)
        final, work = self._work_file(waiting.parameter)
        parameters = {**self.parameters, waiting.parameter: self._redirected(waiting.parameter, work)}
        try:
            sink, destination = self.algorithm.parameterAsSink(
                parameters, waiting.parameter, self.context, fields, waiting.wkb_type, waiting.crs
            )
            if sink is None:
                raise NotWritten(str(final or waiting.parameter), "")
            write_features(
                sink, frame, fields, target=str(final or ""), wkb_type=waiting.wkb_type, feedback=self.feedback
            )
            del sink
            if work is not None:
                destination = self._moved(destination, work, final)
        except (QgsProcessingException, OSError) as error:
            raise NotWritten(str(final or waiting.parameter), str(error)) from error
        finally:
            if work is not None:
                shutil.rmtree(work.parent, ignore_errors=True)
        waiting.destination = destination

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

    def _work_file(self, parameter: str) -> tuple[Path | None, Path | None]:
        """Where a result goes and where it is made; None for memory layers, databases and formats of several files."""
        value = self.parameters[parameter]
        if isinstance(value, QgsProcessingOutputLayerDefinition):
            value = value.sink.staticValue()
        if not isinstance(value, str) or value == QgsProcessing.TEMPORARY_OUTPUT:
            return None, None
        final = Path(value)
        if final.suffix.lower() not in SINGLE_FILES or ":" in value[2:]:
            return None, None
        work = final.parent / WORK_FOLDER / final.name
        try:
            work.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise NotWritten(value, error.strerror or str(error)) from error
        return final, work

    def _redirected(self, parameter: str, work: Path | None):
        value = self.parameters[parameter]
        if work is None:
            return value
        if isinstance(value, QgsProcessingOutputLayerDefinition):
            redirected = QgsProcessingOutputLayerDefinition(value)
            redirected.sink.setStaticValue(str(work))
            return redirected
        return str(work)

    def _moved(self, destination: str, work: Path, final: Path) -> str:
        """Move a finished file and tell Processing, which may be going to load it, where it is now."""
        os.replace(work, final)
        moved = destination.replace(str(work), str(final))
        to_load = self.context.layersToLoadOnCompletion()
        if destination in to_load:
            to_load[moved] = to_load.pop(destination)
            self.context.setLayersToLoadOnCompletion(to_load)
        return moved

    def _provenance(self) -> Provenance:
        values = {
            name: _plain(value)
            for name, value in self.parameters.items()
            if self.algorithm.parameterDefinition(name) is not None
        }
        return Provenance(algorithm=self.algorithm.id(), parameters=values, inputs=self.inputs)


def _plain(value):
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        return value.sink.staticValue()
    if hasattr(value, "source") and callable(value.source):
        return value.source()
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)
