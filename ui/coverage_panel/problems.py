"""What is missing or wrong before a coverage run, each sentence at its input."""

from __future__ import annotations

from qgis.core import QgsWkbTypes

from ...plugin.algorithms.sentences import sentence
from ...plugin.algorithms.travel_parameters import breaks_of
from ...plugin.analysis.faults import Fault
from ...plugin.language import tr
from ..widgets.said import Said, layer_problem
from ..widgets.save_target import target_problem
from .inputs import LAYERS, CoverageInputs
from .standard_limits import limit_notes


def problems_of(inputs: CoverageInputs) -> Said:
    """Everything that can be known without computing."""
    said = Said()
    for role in LAYERS:
        layer = inputs.layer(role)
        text = layer_problem(layer) if layer is not None else ""
        if text:
            said.hinders[role] = text
    _check_choices(inputs, said)
    _check_numbers(inputs, said)
    _check_standard(inputs, said)
    text = target_problem(inputs.form.savePath.text().strip())
    if text:
        said.hinders["save"] = text
    return said


def _check_choices(inputs: CoverageInputs, said: Said) -> None:
    if inputs.layer("facilities") is None:
        said.hinders["facilities"] = tr("还没有设施图层；请加载公共服务设施，或在“数据准备”中指定。")
    elif not inputs.field_of("FACILITY_TYPE_FIELD"):
        said.notes["service"] = tr("设施没有类型字段，不分类型计算。")
    if inputs.layer("villages") is None:
        said.hinders["villages"] = tr("还没有需求图层；请加载行政村等居民点，或在“数据准备”中指定。")
    elif not inputs.field_of("POPULATION_FIELD"):
        said.notes["population"] = tr("没有人口字段，每处按 1 人计。")
    towns = inputs.layer("towns")
    if towns is None:
        said.notes["towns"] = tr("没有统计分区，只给出全域的结果。")
    elif "towns" not in said.hinders and towns.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry:
        said.hinders["towns"] = tr("统计分区要用面图层，“{name}”不是；请改选乡镇界。").format(name=towns.name())
    if all(inputs.layer(role) is None for role in ("roads", "dem", "landcover")):
        said.hinders["roads"] = tr("道路、高程、土地利用至少要有一个，才能算出行时间。")
    elif inputs.layer("roads") and not (inputs.field_of("ROAD_CLASS_FIELD") or inputs.field_of("SPEED_FIELD")):
        said.notes["roads"] = tr("道路没有等级或车速字段，全部按同一车速计。")


def _check_numbers(inputs: CoverageInputs, said: Said) -> None:
    try:
        breaks_of(inputs.form.breaksEdit.text())
    except Fault as fault:
        said.hinders["breaks"] = sentence(fault)
    if inputs.form.maxMinutesSpin.value() < inputs.form.limitSpin.value():
        said.notes["maxMinutes"] = tr("时间上限小于服务时限，将算到服务时限为止。")


def _check_standard(inputs: CoverageInputs, said: Said) -> None:
    form = inputs.form
    if not form.standardCheck.isChecked():
        said.notes["limit"] = tr("“山区半小时生活圈”是规划自定的时限，不是国家标准。")
        return
    has_levels = bool(inputs.field_of("FACILITY_LEVEL_FIELD"))
    try:
        notes, sources = limit_notes(inputs.project, inputs.types(), has_levels, form.limitSpin.value())
    except Fault as fault:
        said.hinders["limit"] = sentence(fault)
        return
    if notes:
        said.notes["limit"] = "\n".join(notes)
    said.details["limit"] = sources
