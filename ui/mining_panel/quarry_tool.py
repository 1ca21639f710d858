"""石料厂就近整合: quarries near each other become one, led by the best."""

from __future__ import annotations

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtWidgets import QCheckBox

from ...plugin.county.words import words_meaning
from ...plugin.language import tr
from ..widgets.layer_part import part_with, words_in
from ..widgets.role_inputs import FieldInput
from ..widgets.written_numbers import whole
from .choices import FieldChoice, LayerChoice, NumberChoice
from .tool import MiningTool

STONE = ("stone",)
MINERAL = FieldInput("mines", "mineral", "")


class QuarryTool(MiningTool):
    """石料厂整合"""

    ALGORITHM = "ronghe:quarryclusters"
    OWNER = "mining_quarries"

    def title(self):
        return tr("石料厂就近整合")

    def purpose(self):
        return tr("相距不远、中间没有阻隔的石料厂并成一组，每组推荐一个主体，并写明每一家为什么并入。")

    def run_text(self):
        return tr("划分整合组")

    def choices(self):
        return [
            LayerChoice("mines", "QUARRIES", tr("石料厂"), tr("还没有矿山图层；请选择石料厂。"), needed=True),
            FieldChoice("mines", "capacity", "OUTPUT_FIELD", tr("产能"), tr("没有产能字段，主体按位置居中推荐。")),
            NumberChoice("MAX_DISTANCE", tr("相距不超过"), tr(" 米"), 0, 500),
            NumberChoice("MAX_DIAMETER", tr("每组直径不超过"), tr(" 米"), 0, 500),
            LayerChoice("rivers", "BARRIERS", tr("阻隔"), tr("不选阻隔时，只看距离。"), any_shape=True),
        ]

    def make_inputs(self):
        inputs = super().make_inputs()
        self.stoneCheck = QCheckBox(tr("只选石料矿"), self)
        self.stoneCheck.setChecked(True)
        if "mines" in inputs.slots:
            inputs.slots["mines"].addWidget(self.stoneCheck)
        return inputs

    def problems(self):
        said = super().problems()
        words = self._stone_words()
        self.stoneCheck.setVisible(bool(words))
        self.stoneCheck.setToolTip("、".join(words))
        return said

    def parameters(self):
        values, words = super().parameters(), self._stone_words()
        if words and self.stoneCheck.isChecked():
            values["QUARRIES"] = part_with(values["QUARRIES"], self.inputs.default_field(MINERAL), words)
        name = self.inputs.default_field(FieldInput("mines", "name", ""))
        if name and "NAME_FIELD" in self.inputs.definitions:
            values["NAME_FIELD"] = name
        return values

    def group_title(self):
        return tr("融合规划 · 石料厂整合")

    def placed(self, layers):
        return [("OUTPUT", tr("石料厂及其分组"), True), ("CLUSTERS", tr("整合组"), True)]

    def sentence(self, outcome):
        if outcome.values.get("HEADLINE"):
            return outcome.values["HEADLINE"]
        return tr("划分出 {count} 个整合组，详见图层“整合组”的属性表。").format(
            count=whole(outcome.values.get("CLUSTERS_COUNT"))
        )

    def _stone_words(self) -> list[str]:
        """The words of stone in the chosen layer; none where its minerals are not known."""
        layer, field = self.inputs.layer("mines"), self.inputs.default_field(MINERAL)
        if not isinstance(layer, QgsVectorLayer) or not field:
            return []
        return words_meaning("mineral", words_in(layer, field), STONE, self.project)
