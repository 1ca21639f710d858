"""Step 1: a slogan becomes elements on the map."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QLineEdit

from ...plugin.county.structure_elements import MARK, NAME_FIELD, ROLE_FIELD, element_layers
from ...plugin.language import tr
from ..steps.choices import FieldChoice, LayerChoice, NumberChoice, TextChoice
from ..steps.step import Step
from .pattern_answer import PatternAnswer
from .sheets import sheet_of
from .slogan_line import SloganLine

KEPT = ("ronghe", "/slogan")
#: No input's key: what is wrong with the slogan is said once, at the button.
SLOGAN_SAID = "slogan"


class PatternStep(Step):
    """总体格局"""

    ALGORITHM = "ronghe:spatialstructure"
    OWNER = "structure_pattern"
    SHEET_OUTPUTS = ("PARSED",)

    def title(self):
        return tr("总体格局")

    def purpose(self):
        return tr("写下格局口号，逐条落到图上：已有的要素指定，缺少的给出建议，对不上的指出来。")

    def run_text(self):
        return tr("生成总体格局")

    def choices(self):
        first = [
            TextChoice("SLOGAN", tr("口号")),
            LayerChoice("towns", "TOWNS", tr("乡镇"), tr("没有乡镇，不能建议核、轴和片区。")),
            LayerChoice("roads", "ROADS", tr("道路"), tr("没有道路，不能建议沿交通干线的轴。")),
            LayerChoice("rivers", "RIVERS", tr("河流"), tr("没有河流，不能建议水系廊道。")),
            LayerChoice("dem", "DEM", tr("高程"), tr("没有高程，不能沿山脊建议生态屏障。")),
        ]
        more = [
            LayerChoice("boundary", "COUNTY", tr("县界"), tr("没有县界，不核对片区是否铺满县域。")),
            FieldChoice("towns", "name", "TOWNS_NAME_FIELD", tr("乡镇名称")),
            FieldChoice("towns", "population", "POPULATION_FIELD", tr("人口")),
            FieldChoice("towns", "level", "TOWNS_LEVEL_FIELD", tr("乡镇等级")),
            LayerChoice("seats", "SEATS", tr("驻地"), tr("没有驻地，取乡镇范围内的一点。")),
            FieldChoice("seats", "name", "SEATS_NAME_FIELD", tr("驻地名称")),
            FieldChoice("roads", "class", "ROADS_CLASS_FIELD", tr("道路等级")),
            FieldChoice("rivers", "name", "RIVERS_NAME_FIELD", tr("河流名称")),
            FieldChoice("rivers", "level", "RIVERS_LEVEL_FIELD", tr("河流等级")),
            LayerChoice("parks", "PARKS", tr("产业园区"), tr("没有产业园区，不能建议园。")),
            FieldChoice("parks", "name", "PARKS_NAME_FIELD", tr("园区名称")),
            LayerChoice("peaks", "PEAKS", tr("山峰"), tr("没有山峰，屏障不以山命名。")),
            FieldChoice("peaks", "name", "PEAKS_NAME_FIELD", tr("山峰名称")),
            LayerChoice("reserves", "RESERVES", tr("自然保护地"), tr("没有自然保护地。")),
            LayerChoice("scenic_areas", "SCENIC_AREAS", tr("风景名胜区"), tr("没有风景名胜区。")),
            NumberChoice("END_DISTANCE", tr("轴端距核"), tr(" 米"), 0, 500, tr("轴的端点离核或节点最远多少仍算接上。")),
            NumberChoice("ALONG_DISTANCE", tr("廊道距河"), tr(" 米"), 0, 100, tr("廊道离河流或道路最远多少仍算沿着。")),
        ]
        return first, more

    def make_inputs(self):
        inputs = super().make_inputs()
        self.sloganLine = SloganLine(self.project, self)
        slot = inputs.slots.get("SLOGAN")
        self.sloganEdit = slot.itemAt(0).widget() if slot else QLineEdit(self)
        if slot:
            slot.addWidget(self.sloganLine)
        self.sloganEdit.setPlaceholderText(tr("例如：双核引领、两园驱动、一屏六廊"))
        self._read_kept()
        return inputs

    def make_answer(self):
        return PatternAnswer(self)

    def problems(self):
        said = super().problems()
        slogan = self.sloganEdit.text().strip()
        wrong = self.sloganLine.read(slogan)
        if not slogan:
            said.hinders[SLOGAN_SAID] = tr("请写下总体格局的口号。")
        elif wrong:
            said.hinders[SLOGAN_SAID] = wrong
        return said

    def parameters(self):
        values = super().parameters()
        settled = list(element_layers(self.project).values())
        if settled:
            values |= {"ELEMENTS": settled, "ROLE_FIELD": ROLE_FIELD, "NAME_FIELD": NAME_FIELD}
        return values

    def starting(self):
        self.project.writeEntry(*KEPT, self.sloganEdit.text().strip())

    def reset(self):
        super().reset()
        self._read_kept()

    def layers_go(self, layer_ids):
        super().layers_go(layer_ids)
        if any(self.project.mapLayer(one) and self.project.mapLayer(one).customProperty(MARK) for one in layer_ids):
            self.answer.say_stale()

    def _read_kept(self) -> None:
        self.sloganEdit.setText(self.project.readEntry(*KEPT, "")[0])

    def group_title(self):
        return tr("融合规划 · 总体格局")

    def placed(self, layers):
        return [
            ("STRUCTURE_POINTS", tr("格局（点）"), True),
            ("STRUCTURE_LINES", tr("格局（线）"), True),
            ("STRUCTURE_POLYGONS", tr("格局（面）"), True),
            ("PARSED", tr("口号读出的格局要素"), True),
            ("CHECK", tr("格局核对"), True),
        ]

    def sheet_name(self):
        return tr("县域国土空间总体格局规划图")

    def build_sheet(self, layers, words):
        return sheet_of("pattern", self.project, words)
