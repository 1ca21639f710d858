"""三区两线可视范围: what can be seen from trunk roads, and which mines lie in sight."""

from __future__ import annotations

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtWidgets import QCheckBox

from ...plugin.county.layer_part import part_with, words_in
from ...plugin.county.words import words_meaning
from ...plugin.language import tr
from ..steps.choices import ANY_SHAPE, LayerChoice, NumberChoice
from ..steps.tool import Tool
from ..widgets.role_inputs import FieldInput

TRUNK = ("expressway", "national", "provincial")
ROAD_CLASS = FieldInput("roads", "class", "")


class VisibleTool(Tool):
    """直观可视范围"""

    ALGORITHM = "ronghe:visiblerange"
    OWNER = "mining_visible"
    BELOW = ("OUTPUT",)

    def title(self):
        return tr("三区两线可视范围")

    def purpose(self):
        return tr(
            "从交通干线、河流或城镇边缘看得到哪些地面和矿山。可视距离是规划参数，不是法定距离，请按当地规定核定。"
        )

    def run_text(self):
        return tr("计算可视范围")

    def choices(self):
        return [
            LayerChoice(
                "roads", "OBSERVERS", tr("从哪里看"), tr("请选择道路、铁路、河流或城镇边界。"), True, ANY_SHAPE
            ),
            LayerChoice("dem", "DEM", tr("高程"), tr("没有高程，不能判断视线；请加载高程数据。"), needed=True),
            LayerChoice("mines", "TARGETS", tr("看得到什么"), tr("不选矿山时，只给出看得到的地面。")),
            NumberChoice("MAX_DISTANCE", tr("最远视距"), tr(" 米"), 0, 500),
            NumberChoice("SPACING", tr("观察点间距"), tr(" 米"), 0, 50),
        ]

    def make_inputs(self):
        inputs = super().make_inputs()
        self.trunk_words: list[str] = []
        self.trunkCheck = QCheckBox(tr("只看高速公路、国道、省道"), self)
        self.trunkCheck.setChecked(True)
        if "roads" in inputs.slots:
            inputs.slots["roads"].addWidget(self.trunkCheck)
        return inputs

    def problems(self):
        if self.inputs.stale:
            self.trunk_words = self._trunk_words()
            self.inputs.stale = False
            self.trunkCheck.setVisible(bool(self.trunk_words))
        return super().problems()

    def parameters(self):
        values = super().parameters()
        if self.trunk_words and self.trunkCheck.isChecked():
            field = self.inputs.default_field(ROAD_CLASS)
            values["OBSERVERS"] = part_with(values["OBSERVERS"], field, self.trunk_words)
        return values

    def group_title(self):
        return tr("融合规划 · 可视范围")

    def placed(self, layers):
        return [("TARGETS_OUT", tr("矿山可见情况"), True), ("OUTPUT", tr("看得到该处的观察点数"), True)]

    def sentence(self, outcome):
        return outcome.values["HEADLINE"]

    def _trunk_words(self) -> list[str]:
        """The words of the trunk roads in the chosen layer; none where its classes are not known."""
        layer, field = self.inputs.layer("roads"), self.inputs.default_field(ROAD_CLASS)
        if not isinstance(layer, QgsVectorLayer) or not field:
            return []
        return words_meaning("road", words_in(layer, field), TRUNK, self.project)
