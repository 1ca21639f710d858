"""Step 2: which areas and which mines are repaired first, how, and by whom."""

from __future__ import annotations

from ...plugin.language import tr
from ..steps.choices import FieldChoice, FileChoice, LayerChoice, NumberChoice
from ..steps.step import Step
from .map_pick import MapPick
from .remediation_answer import RemediationAnswer
from .sheets import remediation_sheet
from .status_words import StatusWords


class RemediationStep(Step):
    """整治分区"""

    ALGORITHM = "ronghe:remediationzones"
    OWNER = "mining_remediation"
    SHEET_OUTPUTS = ("ZONES", "MINES_OUT")

    def __init__(self, iface, project, by_hand, parent=None):
        super().__init__(iface, project, by_hand, parent)
        self.pick = MapPick(iface.mapCanvas(), self.pickButton, self)
        self.pick.picked.connect(self.answer.show_picked)
        self.pickButton.show()

    def title(self):
        return tr("整治分区")

    def purpose(self):
        return tr("先看法定情形，再按影响评分排序：哪里先治，怎么治，谁来治。")

    def run_text(self):
        return tr("划定整治区")

    def choices(self):
        missing = tr("还没有矿山图层；请加载矿山（点或采矿权范围），或在“数据准备”中指定。")
        no_status = tr("没有状态字段，无法区分新建、在建、生产和废弃矿山，一律按状态不明处理。")
        first = [
            LayerChoice("mines", "MINES", tr("矿山"), missing, needed=True),
            FieldChoice("mines", "status", "STATUS_FIELD", tr("状态"), no_status),
            LayerChoice("intakes", "INTAKES", tr("取水口"), tr("没有取水口，不判断矿山是否在水源上游。")),
            LayerChoice("dem", "DEM", tr("高程"), tr("没有高程，不计算水流路径和坡度。")),
            NumberChoice("BUFFER", tr("影响范围"), tr(" 米"), 0, 100, tr("矿山周边一并整治的范围，规划参数。")),
        ]
        more = [
            FieldChoice("mines", "name", "NAME_FIELD", tr("名称")),
            FieldChoice("mines", "mineral", "MINERAL_FIELD", tr("矿种")),
            FieldChoice("mines", "method", "METHOD_FIELD", tr("开采方式")),
            FieldChoice("mines", "holder", "HOLDER_FIELD", tr("采矿权人")),
            FieldChoice("mines", "capacity", "CAPACITY_FIELD", tr("产能")),
            FieldChoice("mines", "land", "LAND_FIELD", tr("损毁地类")),
            LayerChoice("towns", "TOWNS", tr("乡镇"), tr("没有乡镇界，结果不注明乡镇。")),
            FieldChoice("towns", "name", "TOWNS_NAME_FIELD", tr("乡镇名称")),
            LayerChoice("boundary", "COUNTY", tr("县界"), tr("没有县界，不检查矿山是否在县外。")),
            NumberChoice("UPSTREAM_KM", tr("上游距离"), tr(" 公里"), 0, 5, tr("沿水流到取水口，更远的不算上游。")),
            NumberChoice("SEED", tr("随机种子"), "", 0, 1, tr("名次区间由 1,000 次随机权重得出；种子相同，结果相同。")),
            FileChoice("WEIGHTS", tr("权重表"), "remediation_factors.csv"),
            FileChoice("RULES", tr("规则表"), "mining_rules.csv"),
        ]
        return first, more

    def make_inputs(self):
        inputs = super().make_inputs()
        self.statusWords = StatusWords(self.project, self)
        self.statusWords.changed.connect(self._look_again)
        if "STATUS_FIELD" in inputs.slots:
            inputs.slots["STATUS_FIELD"].addWidget(self.statusWords)
        return inputs

    def make_answer(self):
        return RemediationAnswer(self)

    def problems(self):
        if self.inputs.stale:
            self.statusWords.look_at(self.inputs.layer("mines"), self.inputs.field_of("STATUS_FIELD"))
            self.inputs.stale = False
        return super().problems()

    def parameters(self):
        values = super().parameters()
        words = self.statusWords.run_file()
        return {**values, "STATUS_WORDS": words} if words else values

    def starting(self):
        self.asked = {wanted.parameter: self.inputs.field(wanted) for wanted in self.inputs.fields}

    def showEvent(self, event):
        self.inputs.stale = True
        super().showEvent(event)

    def _look_again(self) -> None:
        self.inputs.stale = True
        self.check()

    def group_title(self):
        return tr("融合规划 · 整治分区")

    def placed(self, layers):
        return [("MINES_OUT", tr("矿山整治次序"), True), ("ZONES", tr("整治分区"), True)]

    def sheet_name(self):
        return tr("县域生态修复和综合整治规划图")

    def build_sheet(self, layers, words):
        return remediation_sheet(self.project, layers, words)

    def layers_go(self, layer_ids):
        super().layers_go(layer_ids)
        self.pick.layers_go(layer_ids)

    def release(self):
        super().release()
        self.pick.stop()
