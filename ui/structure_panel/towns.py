"""Step 2: which town is of which level, and which towns belong together."""

from __future__ import annotations

from ...plugin.language import tr
from ..steps.choices import FieldChoice, LayerChoice, NumberChoice
from ..steps.step import Step
from .sheets import sheet_of
from .towns_answer import TownsAnswer


class TownsStep(Step):
    """城镇体系"""

    ALGORITHM = "ronghe:townhierarchy"
    OWNER = "structure_towns"
    SHEET_OUTPUTS = ("OUTPUT",)

    def title(self):
        return tr("城镇体系")

    def purpose(self):
        return tr("按人口、职能和路网中心性给乡镇评分分级，并算出乡镇之间的联系。")

    def run_text(self):
        return tr("计算城镇体系")

    def choices(self):
        missing = tr("还没有乡镇图层；请加载乡镇（点或面），或在“数据准备”中指定。")
        first = [
            LayerChoice("towns", "TOWNS", tr("乡镇"), missing, needed=True),
            FieldChoice("towns", "population", "POPULATION_FIELD", tr("人口"), tr("没有人口字段，不能评分。")),
            LayerChoice("facilities", "FACILITIES", tr("设施"), tr("没有设施，职能不参与评分。")),
            LayerChoice("roads", "ROADS", tr("道路"), tr("没有道路，中心性不参与评分，联系按直线距离计算。")),
            NumberChoice(
                "LEVELS", tr("分几级"), tr(" 级"), 0, 1, tr("自然断点分级；三级为中心城区、重点镇、一般镇（乡）。")
            ),
        ]
        more = [
            FieldChoice("towns", "name", "NAME_FIELD", tr("乡镇名称")),
            FieldChoice("towns", "level", "LEVEL_FIELD", tr("规划等级"), tr("没有等级字段，不与规划的等级对照。")),
            LayerChoice("seats", "SEATS", tr("驻地"), tr("没有驻地，取乡镇范围内的一点。")),
            FieldChoice("seats", "name", "SEATS_NAME_FIELD", tr("驻地名称")),
            FieldChoice("facilities", "type", "FACILITY_TYPE_FIELD", tr("设施类型")),
            FieldChoice("facilities", "level", "FACILITY_LEVEL_FIELD", tr("设施级别")),
            FieldChoice("roads", "class", "ROAD_CLASS_FIELD", tr("道路等级")),
            FieldChoice("roads", "speed", "SPEED_FIELD", tr("车速")),
            NumberChoice("W_POPULATION", tr("权重：人口"), "", 2, 0.1),
            NumberChoice("W_FUNCTIONS", tr("权重：职能"), "", 2, 0.1),
            NumberChoice("W_CENTRALITY", tr("权重：中心性"), "", 2, 0.1, tr("三项权重按合计归一。")),
            NumberChoice("EXPONENT", tr("距离指数"), "", 1, 0.5, tr("引力与行车时间的几次方成反比，规划取值。")),
        ]
        return first, more

    def make_answer(self):
        return TownsAnswer(self)

    def group_title(self):
        return tr("融合规划 · 城镇体系")

    def placed(self, layers):
        return [("LINKS", tr("城镇联系"), True), ("OUTPUT", tr("乡镇等级"), True)]

    def sheet_name(self):
        return tr("县域城镇体系规划图")

    def build_sheet(self, layers, words):
        return sheet_of("town_system", self.project, words)
