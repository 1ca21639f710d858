"""What a run says of layers that are missing and of water that it followed."""

from __future__ import annotations

import numpy as np

from ...analysis.mining.downstream import WaterCourse
from ...analysis.mining.remediation import LAND_ROLES
from ...analysis.mining.streams import NO_STREAM, OFF_TERRAIN
from ...bridge.sentences import listed
from ...county.remediation_tables import FactorWording
from ...language import tr
from .remediation_parameters import INTAKES
from .remediation_reading import RemediationReading
from .remediation_reasons import between_parts, many


def say_absent(
    absent: dict[str, tuple[str, ...]], factors: dict[str, FactorWording], titles: dict[str, str], feedback
) -> None:
    """Which factors had no layer at all and therefore add nothing to any score."""
    if not absent:
        return
    texts = [
        tr("{factor}（可用图层：{layers}）").format(
            factor=factors[key].title, layers=listed([titles[role] for role in roles])
        )
        for key, roles in absent.items()
    ]
    feedback.pushWarning(
        tr("以下因素没有图层，得分按 0 计：{factors}；补充图层后得分和次序会变。").format(
            factors=between_parts().join(texts)
        )
    )


def say_land(reading: RemediationReading, titles: dict[str, str]) -> None:
    """Which layers of land are missing: without them the damage of today is not wholly known."""
    missing = [titles[role] for role in LAND_ROLES.values() if role not in reading.roles]
    if len(missing) == len(LAND_ROLES) and not reading.all_mines.stated.any():
        reading.feedback.pushWarning(
            tr("没有{layers}图层，也没有占用地类字段：现状影响程度不明，整治等级只按法定情形和预测评定。").format(
                layers=listed(missing)
            )
        )
    elif missing:
        reading.feedback.pushWarning(
            tr("没有{layers}图层：这些土地的损毁没有计入，现状影响程度可能偏轻。").format(layers=listed(missing))
        )


def say_water(water: WaterCourse | None, reading: RemediationReading, terrain: bool) -> None:
    """Whether mines were looked for upstream of intakes, how the intakes met a stream, and what this cannot show."""
    intakes, feedback = reading.roles.get(INTAKES), reading.feedback
    if water is None:
        if intakes is not None and not terrain:
            feedback.pushWarning(tr("没有高程数据，没有追踪取水口上游的矿山；请选择高程（DEM）后重算。"))
        elif intakes is None:
            feedback.pushInfo(tr("没有取水口图层，没有追踪取水口上游的矿山。"))
        return
    if intakes is not None:
        _say_intakes(water, intakes.names, feedback)
        upstream = int((water.down.intake >= 0).sum())
        feedback.pushWarning(
            tr(
                "按高程推算的地表水流（D8），有 {count} 座矿山位于取水口上游。"
                "黄土和石灰岩地区地表汇水范围与地下水、岩溶水的补给范围不一致，须水文地质论证，不能据此认定污染。"
            ).format(count=upstream)
        )
    unknown = np.flatnonzero(~water.on_terrain)
    if len(unknown):
        labels = reading.labels[reading.taking][unknown]
        feedback.pushWarning(
            tr("有 {count} 座矿山在高程范围以外，不知其水流去向：{mines}。").format(
                count=len(unknown), mines=many(labels)
            )
        )


def _say_intakes(water: WaterCourse, names: np.ndarray, feedback) -> None:
    snapped = water.intakes
    for state, text in (
        (NO_STREAM, tr("取水口 {names} 附近没有明显的水流，没有追踪其上游；请核对位置，或它取的是地下水。")),
        (OFF_TERRAIN, tr("取水口 {names} 在高程范围以外，没有追踪其上游；请使用覆盖全部取水口的高程数据。")),
    ):
        here = names[snapped.state == state]
        if len(here):
            feedback.pushWarning(text.format(names=many(here)))
    moved = np.flatnonzero(np.nan_to_num(snapped.metres) > 0)
    if len(moved):
        texts = [
            tr("{name} 移动 {metres} 米").format(name=names[number], metres=f"{snapped.metres[number]:.0f}")
            for number in moved
        ]
        feedback.pushInfo(tr("取水口已移到最近的水流上：{intakes}。").format(intakes=many(texts)))
