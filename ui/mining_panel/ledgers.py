"""Step 3: the two ledgers, never mixed: what mines owe for the damage, what those who benefit owe the protectors."""

from __future__ import annotations

from qgis.core import QgsMapLayer

from ...plugin.county.layers import DRAWN_MARK
from ...plugin.language import tr
from ..steps.choices import POLYGON, EnumChoice, FieldChoice, FileChoice, LayerChoice, NumberChoice, TextChoice
from ..steps.step import Step
from ..steps.step_inputs import StepInputs
from ..widgets.result_group import OUTPUT, OWNER, result_layers
from ..widgets.role_inputs import FieldInput
from .ledgers_answer import LedgersAnswer
from .remediation import RemediationStep

#: The field of the judged mines in which status words are already understood.
JUDGED_STATUS = "status"


class LedgerInputs(StepInputs):
    """The mines are those that step 2 has judged, when it has."""

    def takes_result(self, role: str, layer: QgsMapLayer) -> bool:
        judged = (RemediationStep.OWNER, "MINES_OUT")
        mine = (layer.customProperty(OWNER), layer.customProperty(OUTPUT)) == judged
        return role == "judged" and mine and not layer.customProperty(DRAWN_MARK)

    def default_field(self, wanted: FieldInput) -> str:
        layer = self.layer(wanted.role)
        if wanted.field_role == "status" and layer is not None and self.takes_result(wanted.role, layer):
            return JUDGED_STATUS
        return super().default_field(wanted)

    def default_layer(self, role: str):
        judged = result_layers(self.project, RemediationStep.OWNER).get("MINES_OUT") if role == "judged" else None
        return judged or super().default_layer(role)


def mine_fields() -> list[tuple[str, str, str]]:
    """Field role, parameter and name of what the ledgers read of a mine."""
    return [
        ("name", "NAME_FIELD", tr("名称")),
        ("status", "STATUS_FIELD", tr("状态")),
        ("holder", "HOLDER_FIELD", tr("采矿权人")),
        ("method", "METHOD_FIELD", tr("开采方式")),
        ("capacity", "CAPACITY_FIELD", tr("年产量")),
        ("remaining", "REMAINING_FIELD", tr("剩余储量")),
        ("damage", "DAMAGE_FIELD", tr("损毁类型")),
        ("area", "AREA_FIELD", tr("损毁面积")),
        ("land", "LAND_FIELD", tr("矿山地类")),
    ]


class LedgerStep(Step):
    """生态补偿"""

    ALGORITHM = "ronghe:compensationledger"
    OWNER = "mining_ledgers"
    INPUTS = LedgerInputs

    def title(self):
        return tr("生态补偿")

    def purpose(self):
        return tr("谁破坏谁恢复、谁得益谁补偿：分两本账测算，不是应缴款的认定。")

    def run_text(self):
        return tr("测算两本账")

    def choices(self):
        missing = tr("还没有矿山图层；请先划定整治区，或加载矿山。")
        nothing_protected = tr("没有这一图层，受益账中没有相应的区域。")
        first = [
            LayerChoice("judged", "MINES", tr("矿山"), missing, needed=True),
            LayerChoice("landcover", "LANDUSE_RASTER", tr("土地利用"), tr("没有土地利用，按矿山地类字段计。")),
            LayerChoice("water_protection", "WATER_PROTECTION", tr("水源保护区"), nothing_protected),
            LayerChoice("reserves", "RESERVES", tr("自然保护区"), nothing_protected),
            NumberChoice("YEARS", tr("计提年限"), tr(" 年")),
        ]
        more = [
            NumberChoice("DISCOUNT", tr("折现率"), "", 3, 0.005, tr("0.04 即每年 4 %；0 为不折现。")),
            *(FieldChoice("judged", *one) for one in mine_fields()),
            LayerChoice("landuse", "LANDUSE", tr("地类图斑"), tr("三调图斑等；有它时不用上面的栅格。"), shapes=POLYGON),
            FieldChoice("landuse", "class", "LANDUSE_CLASS_FIELD", tr("图斑地类"), tr("请选择地类编码或名称字段。")),
            LayerChoice("towns", "TOWNS", tr("乡镇"), tr("没有乡镇界，不按乡镇合计。"), shapes=POLYGON),
            FieldChoice("towns", "name", "TOWNS_NAME_FIELD", tr("乡镇名称")),
            FieldChoice("water_protection", "name", "WATER_PROTECTION_NAME_FIELD", tr("水源保护区名称")),
            FieldChoice("water_protection", "beneficiary", "WATER_PROTECTION_BENEFICIARY_FIELD", tr("水源受益方")),
            FieldChoice("reserves", "name", "RESERVES_NAME_FIELD", tr("自然保护区名称")),
            FieldChoice("reserves", "beneficiary", "RESERVES_BENEFICIARY_FIELD", tr("自然保护区受益方")),
            LayerChoice("others", "ZONES", tr("其他保护区域"), shapes=POLYGON),
            FieldChoice("others", "name", "ZONES_NAME_FIELD", tr("其他区域名称")),
            FieldChoice("others", "beneficiary", "BENEFICIARY_FIELD", tr("其他区域受益方")),
            TextChoice("GOVERNMENT", tr("历史遗留由谁修复")),
            EnumChoice("LAND_CODES", tr("地类编码")),
            EnumChoice("EQUIVALENT", tr("当量价值")),
            FileChoice("UNIT_COSTS", tr("修复单价表"), "restoration_costs.csv"),
            FileChoice("FACTORS", tr("当量因子表"), "equivalent_factors.csv"),
        ]
        return first, more

    def make_answer(self):
        return LedgersAnswer(self)

    def group_title(self):
        return tr("融合规划 · 生态补偿（测算）")

    def placed(self, layers):
        """Tables in the first place: their areas would hide the zones, and are shown when asked for."""
        return [
            ("RESPONSIBILITY", tr("责任账（测算）"), False),
            ("BENEFIT", tr("受益账（测算）"), False),
            ("TOTALS", tr("按乡镇和支付方合计（测算）"), True),
        ]
