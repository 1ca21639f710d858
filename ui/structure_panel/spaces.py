"""Step 3: whether the three spaces fit together, cover the county, and agree with the control lines."""

from __future__ import annotations

from ...plugin.language import tr
from ..steps.choices import FieldChoice, LayerChoice, NumberChoice
from ..steps.step import Step
from .sheets import sheet_of
from .spaces_answer import SpacesAnswer


class SpacesStep(Step):
    """三类空间"""

    ALGORITHM = "ronghe:spacebalance"
    OWNER = "structure_spaces"
    SHEET_OUTPUTS = ("BALANCE",)

    def title(self):
        return tr("三类空间")

    def purpose(self):
        return tr("农业、生态、城镇空间有没有重叠和空白，面积怎样平衡，与三条控制线有没有冲突。")

    def run_text(self):
        return tr("核对三类空间")

    def choices(self):
        missing = tr("还没有{space}图层；请加载，或在“数据准备”中指定。")
        no_line = tr("没有这条控制线，不核对。")
        first = [
            LayerChoice(
                "agriculture_space",
                "AGRICULTURE",
                tr("农业空间"),
                missing.format(space=tr("农业空间")),
                needed=True,
            ),
            LayerChoice("ecology_space", "ECOLOGY", tr("生态空间"), missing.format(space=tr("生态空间")), needed=True),
            LayerChoice("urban_space", "URBAN", tr("城镇空间"), missing.format(space=tr("城镇空间")), needed=True),
            LayerChoice("boundary", "COUNTY", tr("县界"), missing.format(space=tr("县界")), needed=True),
            NumberChoice("MIN_AREA", tr("最小图斑"), tr(" 公顷"), 2, 0.01, tr("更小的碎斑只计数和面积，不逐处列出。")),
        ]
        more = [
            LayerChoice("towns", "TOWNS", tr("乡镇"), tr("没有乡镇界，只作全县平衡。")),
            FieldChoice("towns", "name", "TOWNS_NAME_FIELD", tr("乡镇名称")),
            LayerChoice("redline", "REDLINE", tr("生态保护红线"), no_line),
            LayerChoice("farmland", "FARMLAND", tr("永久基本农田"), no_line),
            LayerChoice("urban_boundary", "URBAN_BOUNDARY", tr("城镇开发边界"), no_line),
        ]
        return first, more

    def make_answer(self):
        return SpacesAnswer(self)

    def group_title(self):
        return tr("融合规划 · 三类空间")

    def placed(self, layers):
        return [
            ("CONFLICTS", tr("三区三线冲突"), True),
            ("OVERLAPS", tr("空间重叠"), True),
            ("UNASSIGNED", tr("未划入三类空间"), True),
            ("BALANCE", tr("三类空间面积平衡表"), True),
        ]

    def sheet_name(self):
        return tr("县域三类空间规划图")

    def build_sheet(self, layers, words):
        return sheet_of("spaces", self.project, words)
