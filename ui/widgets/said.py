"""What is missing or wrong before a run, each sentence at the input where the planner mends it."""

from __future__ import annotations

from dataclasses import dataclass, field

from qgis.core import QgsMapLayer, QgsVectorLayer
from qgis.PyQt.QtWidgets import QLabel

from ...plugin.language import tr

#: The label under the input ``x`` is called ``xSaid``.
SAID = "Said"
WRONG, QUIET = "color: #c62828;", "color: #5f6368;"


@dataclass
class Said:
    """Sentences by input: ``hinders`` keep the run from starting, ``notes`` do not; ``details`` are tooltips."""

    hinders: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    details: dict[str, str] = field(default_factory=dict)


def say_at(label: QLabel, name: str, said: Said) -> None:
    """Show under an input what is to be said about it; nothing takes no room."""
    text = said.hinders.get(name) or said.notes.get(name, "")
    label.setText(text)
    label.setVisible(bool(text))
    label.setToolTip(said.details.get(name, ""))
    label.setStyleSheet(WRONG if name in said.hinders else QUIET)


def layer_problem(layer: QgsMapLayer) -> str:
    """Why a layer cannot be used at all, '' when it can."""
    if not layer.isValid():
        return tr(
            "图层“{name}”的数据源打不开（文件可能已移动、改名或删除，或数据库没有连上）；"
            "请在图层面板中右键该图层，用“更改数据源…”指到现在的文件，或改选图层。"
        ).format(name=layer.name())
    if not layer.crs().isValid():
        return tr("图层“{name}”没有坐标系；请在图层属性中指定正确的坐标系。").format(name=layer.name())
    if isinstance(layer, QgsVectorLayer) and layer.featureCount() == 0:
        return tr("图层“{name}”中没有要素；请检查过滤条件或改选图层。").format(name=layer.name())
    return ""
