"""石料厂就近整合: quarries near each other become one, led by the best."""

from __future__ import annotations

from ...plugin.language import tr
from ..steps.choices import POLYGON, FieldChoice, LayerChoice, NumberChoice
from ..steps.tool import Tool


class QuarryTool(Tool):
    """石料厂整合"""

    ALGORITHM = "ronghe:quarryclusters"
    OWNER = "mining_quarries"

    def title(self):
        return tr("石料厂就近整合")

    def purpose(self):
        return tr("相距不远、中间没有阻隔的石料厂并成一组，每组推荐一家牵头，并写明每一家为什么并入。")

    def run_text(self):
        return tr("划分整合组")

    def choices(self):
        no_barrier = tr("不选时，不作为阻隔。")
        missing = tr("还没有矿山图层；请选择石料厂。")
        return [
            LayerChoice("mines", "QUARRIES", tr("石料厂"), missing, needed=True),
            FieldChoice("mines", "mineral", "MINERAL_FIELD", tr("矿种"), tr("没有矿种字段，全部当作石料厂。")),
            FieldChoice("mines", "name", "NAME_FIELD"),
            FieldChoice("mines", "capacity", "OUTPUT_FIELD"),
            FieldChoice("mines", "status", "STATUS_FIELD"),
            NumberChoice("MAX_DISTANCE", tr("最大间距"), tr(" 米"), 0, 500),
            NumberChoice("MAX_DIAMETER", tr("组内最远"), tr(" 米"), 0, 500, at_least=tr("不限")),
            LayerChoice("rivers", "RIVERS", tr("河流阻隔"), no_barrier),
            LayerChoice("roads", "ROADS", tr("干线阻隔"), no_barrier),
            FieldChoice("roads", "class", "ROADS_CLASS_FIELD"),
            LayerChoice("towns", "TOWNS", tr("乡镇界阻隔"), no_barrier, shapes=POLYGON),
        ]

    def group_title(self):
        return tr("融合规划 · 石料厂整合")

    def placed(self, layers):
        return [("OUTPUT", tr("石料厂与所在组"), True), ("CLUSTERS", tr("整合组"), True)]

    def sentence(self, outcome):
        return outcome.values["HEADLINE"]
