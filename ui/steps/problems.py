"""What is missing or wrong before a step runs, each sentence at its input."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsVectorLayer

from ...plugin.bridge.sentences import listed
from ...plugin.language import tr
from ..widgets.said import Said, layer_problem
from ..widgets.save_target import target_problem
from .choices import FieldChoice, FileChoice, LayerChoice
from .step_inputs import StepInputs

ROLES = "roles"
EVERY = 99  #: as many layers as there may be


def step_problems(inputs: StepInputs) -> Said:
    """Everything that can be known without computing, for all steps alike."""
    said = Said()
    for choice in (*inputs.first, *inputs.more):
        if isinstance(choice, LayerChoice):
            _check_layer(inputs, choice, said)
        elif isinstance(choice, FieldChoice):
            if isinstance(inputs.layer(choice.role), QgsVectorLayer) and not inputs.field_of(choice.parameter):
                _note(said, choice.parameter, choice.missing)
        elif isinstance(choice, FileChoice):
            _check_file(inputs, choice, said)
        else:
            _note(said, choice.parameter, choice.note)
    _check_rows(inputs, said)
    text = target_problem(inputs.form.savePath.text().strip()) if hasattr(inputs.form, "savePath") else ""
    if text:
        said.hinders["save"] = text
    return said


def _note(said: Said, key: str, text: str) -> None:
    if text:
        said.notes[key] = text


def _check_layer(inputs: StepInputs, choice: LayerChoice, said: Said) -> None:
    layer = inputs.layer(choice.role)
    if layer is None:
        if choice.needed:
            said.hinders[choice.role] = choice.missing
        else:
            _note(said, choice.role, choice.missing)
        return
    text = layer_problem(layer)
    if text:
        said.hinders[choice.role] = text
    elif inputs.raster_in_degrees(choice.role):
        said.notes[choice.role] = tr("“{name}”的像元以度为单位，计算时换算成米；有米制坐标系的高程更准确。").format(
            name=layer.name()
        )


def _check_file(inputs: StepInputs, choice: FileChoice, said: Said) -> None:
    text = inputs.files[choice.parameter].filePath().strip()
    if text and not Path(text).is_file():
        said.hinders[choice.parameter] = tr("找不到文件 {path}；请另选，或清空后用插件自带的表。").format(path=text)


def _check_rows(inputs: StepInputs, said: Said) -> None:
    """An empty layer among many only leaves its rules out; one that cannot be read stops the run."""
    wrong, empty = [], []
    for row in inputs.rows_with_layer():
        layer = inputs.layer(row.key)
        text = layer_problem(layer)
        if text and isinstance(layer, QgsVectorLayer) and layer.isValid() and layer.crs().isValid():
            empty.append(row.title)
        elif text:
            wrong.append(text)
    if wrong:
        said.hinders[ROLES] = "\n".join(wrong)
    elif empty:
        said.notes[ROLES] = tr("{layers}图层中没有要素，按没有该图层处理。").format(layers=listed(empty, EVERY))


def rows_sentence(inputs: StepInputs) -> str:
    """How many of the role layers are there, and which are not."""
    there = len(inputs.rows_with_layer())
    missing = [row.title for row in inputs.rows if inputs.layer(row.key) is None]
    if not missing:
        return tr("{count} 类图层齐全").format(count=there)
    return tr("{there} / {count} 类，缺{missing}").format(
        there=there, count=len(inputs.rows), missing=listed(missing, EVERY)
    )
