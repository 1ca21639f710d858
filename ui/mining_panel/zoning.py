"""Step 1: where mining may go on, where it is restricted, where it must stop."""

from __future__ import annotations

from ...plugin.language import tr
from ..steps.choices import DateChoice, FieldChoice, FileChoice, LayerChoice, NumberChoice
from ..steps.step import Step
from .sheets import zoning_sheet
from .zoning_answer import ZoningAnswer


class ZoningStep(Step):
    """开采分区"""

    ALGORITHM = "ronghe:mineralzoning"
    OWNER = "mining_zoning"
    SHEET_OUTPUTS = ("ZONES",)

    def title(self):
        return tr("开采分区")

    def purpose(self):
        return tr("资源区按法规逐条叠加，每一块都写明依据。")

    def run_text(self):
        return tr("划定开采分区")

    def choices(self):
        missing = tr("还没有资源区图层；请加载矿产资源区，或在“数据准备”中指定。")
        first = [
            LayerChoice("resources", "RESOURCES", tr("资源区"), missing, needed=True),
            FieldChoice(
                "resources",
                "method",
                "METHOD_FIELD",
                tr("开采方式"),
                tr("没有开采方式字段，从严按露天开采处理。"),
            ),
            LayerChoice("dem", "DEM", tr("高程"), tr("没有高程，可视范围的规则不采用。")),
            NumberChoice("MIN_AREA", tr("最小图斑"), tr(" 公顷"), 2, 0.1, tr("更小的碎块并入邻区，但不越过禁止区。")),
        ]
        more = [
            FieldChoice("resources", "name", "NAME_FIELD", tr("名称")),
            FieldChoice("resources", "mineral", "MINERAL_FIELD", tr("矿种")),
            NumberChoice(
                "VISIBLE_DISTANCE",
                tr("可视距离"),
                tr(" 米"),
                0,
                500,
                tr("三区两线“直观可视范围”没有法定距离，这是规划参数。"),
                tr("按规则表"),
            ),
            DateChoice("AS_OF", tr("规则时点"), tr("只采用这一天有效的法规条文。")),
            LayerChoice("parks", "PARKS", tr("园区与选厂"), tr("没有园区或选厂，不计运距。")),
            NumberChoice("MAX_SNAP", tr("距道路最远"), tr(" 米"), 0, 100, tr("超过即视为无路可运。")),
            NumberChoice("W_INDUSTRY", tr("权重：工业布局"), "", 0, 5),
            NumberChoice("W_HAUL", tr("权重：运距"), "", 0, 5),
            NumberChoice("W_SAFETY", tr("权重：安全距离"), "", 0, 5),
            NumberChoice("W_GROWTH", tr("权重：城镇发展"), "", 0, 5, tr("权重只用于允许开采区的评分，按合计归一。")),
            FileChoice("RULES", tr("规则表"), "mining_rules.csv"),
        ]
        return first, more

    def make_answer(self):
        return ZoningAnswer(self)

    def group_title(self):
        return tr("融合规划 · 开采分区")

    def placed(self, layers):
        return [
            ("ZONES", tr("开采分区"), True),
            ("BALANCE", tr("各规则占用面积"), True),
            ("NOT_APPLIED", tr("未采用的规则"), True),
            ("RULES_USED", tr("采用的规则版本"), True),
        ]

    def sheet_name(self):
        return tr("县域矿产资源规划图")

    def build_sheet(self, layers, words):
        return zoning_sheet(self.project, layers, words)
