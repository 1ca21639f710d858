"""Every fault as one whole sentence in the planner's language: what, where, how many, what to do.

Faults of other rooms are added with ``@sentence.register`` on a function from the fault to its sentence.
"""

from __future__ import annotations

from functools import singledispatch

from ..analysis.faults import Fault
from ..language import language, tr
from .faults import (
    MissingCrs,
    MissingField,
    NoOverlap,
    NotWritten,
    TooLarge,
    UnreadableLayer,
    UnreadableRaster,
    WrongGeometry,
)

SHOWN_IDS = 8


@singledispatch
def sentence(fault: Fault) -> str:
    """What the planner reads about a fault."""
    return tr("计算没有完成：{fault}。请检查输入数据后重试。").format(fault=fault)


@sentence.register
def _missing_crs(fault: MissingCrs) -> str:
    return tr("{label}图层没有坐标系，无法与其他图层对齐；请在图层属性中指定正确的坐标系后重算。").format(
        label=fault.label
    )


@sentence.register
def _unreadable_layer(fault: UnreadableLayer) -> str:
    return tr(
        "{label}图层“{name}”的数据源打不开（文件可能已移动、改名或删除）；"
        "请在图层面板中右键该图层，用“更改数据源…”指到现在的文件，或改选图层。"
    ).format(label=fault.label, name=fault.name)


@sentence.register
def _wrong_geometry(fault: WrongGeometry) -> str:
    if fault.found == "none":
        return tr("{label}图层没有几何图形，只是一张表；请改选带有几何图形的图层。").format(label=fault.label)
    return tr("{label}图层是{found}图层，这里需要{expected}图层；请改选图层。").format(
        label=fault.label, found=geometry_word(fault.found), expected=geometry_word(fault.expected)
    )


def geometry_word(geometry: str) -> str:
    """'point', 'line' or 'polygon' in the planner's language."""
    return {"point": tr("点"), "line": tr("线"), "polygon": tr("面")}.get(geometry, geometry)


@sentence.register
def _missing_field(fault: MissingField) -> str:
    return tr("{label}图层中没有字段“{field}”；现有字段：{present}。请重新选择字段。").format(
        label=fault.label, field=fault.field, present=listed(fault.present, 20)
    )


@sentence.register
def _unreadable_raster(fault: UnreadableRaster) -> str:
    return tr("{label}栅格“{source}”无法读取；请检查文件是否存在、波段是否正确。{reason}").format(
        label=fault.label, source=fault.source, reason=fault.reason
    )


@sentence.register
def _no_overlap(fault: NoOverlap) -> str:
    return tr("{label}与{other}不重叠；请检查两者的坐标系和范围，或改选图层。").format(
        label=fault.label, other=fault.other or tr("计算范围")
    )


@sentence.register
def _too_large(fault: TooLarge) -> str:
    return tr(
        "{label}栅格有 {cells} 万个像元，需要内存 {needed} GB，现有 {available} GB；请加大像元尺寸或缩小范围后重算。"
    ).format(
        label=fault.label,
        cells=f"{fault.cells / 1e4:,.0f}",
        needed=f"{fault.needed / 1024**3:.1f}",
        available=f"{fault.available / 1024**3:.1f}",
    )


@sentence.register
def _not_written(fault: NotWritten) -> str:
    return tr("结果无法写入“{target}”（{reason}）；请检查文件夹权限、磁盘空间，以及文件是否被其他程序打开。").format(
        target=fault.target, reason=fault.reason
    )


def left_out_sentences(features) -> list[str]:
    """What was left out of a layer or mended when it was read, one sentence a reason; maybe none."""
    said = []
    for reason, fids in features.left_out.groupby("reason", sort=False)["fid"]:
        said.append(_left_out(reason).format(label=features.label, count=len(fids), fids=listed_ids(fids.tolist())))
    if features.repaired:
        said.append(
            tr(
                "{label}图层有 {count} 条要素几何无效（要素编号 {fids}），已自动修复并参与计算；请核对修复后的图形。"
            ).format(label=features.label, count=len(features.repaired), fids=listed_ids(features.repaired))
        )
    return said


def _left_out(reason: str) -> str:
    return {
        "no_geometry": tr(
            "{label}图层有 {count} 条要素没有几何图形（要素编号 {fids}），已跳过；请补绘图形或删除后重算。"
        ),
        "empty": tr("{label}图层有 {count} 条要素的几何图形为空（要素编号 {fids}），已跳过；请补绘图形或删除后重算。"),
        "wrong_type": tr(
            "{label}图层有 {count} 条要素的几何类型不符（要素编号 {fids}），已跳过；请改用类型一致的图层。"
        ),
        "invalid": tr(
            "{label}图层有 {count} 条要素几何无效（要素编号 {fids}），已跳过；请用“修复几何”工具处理后重算。"
        ),
        "not_transformable": tr(
            "{label}图层有 {count} 条要素无法转换坐标（要素编号 {fids}），已跳过；请检查图层坐标系是否设置正确。"
        ),
    }[reason]


def number_sentences(features, field: str, bad) -> list[str]:
    """What is wrong with the numbers of a field, from ``number_column``'s table; one sentence a reason."""
    texts = {
        "null": tr("{label}图层的字段“{field}”有 {count} 条为空（要素编号 {fids}）；请补填后重算。"),
        "not_a_number": tr("{label}图层的字段“{field}”有 {count} 条不是数字（要素编号 {fids}）；请改正后重算。"),
        "negative": tr("{label}图层的字段“{field}”有 {count} 条为负数（要素编号 {fids}）；请核对后重算。"),
    }
    return [
        texts[reason].format(label=features.label, field=field, count=len(fids), fids=listed_ids(fids.tolist()))
        for reason, fids in bad.groupby("reason", sort=False)["fid"]
    ]


def renamed_sentences(renamed: dict[str, str], label: str) -> list[str]:
    """Which fields of an input had to give way to the result's own, from ``merged_fields``."""
    return [
        tr("{label}图层的字段“{old}”与结果字段同名，在结果中改名为“{new}”。").format(label=label, old=old, new=new)
        for old, new in renamed.items()
    ]


def listed_ids(fids: list[int]) -> str:
    """At most eight feature ids: "3、8、15…"."""
    return listed([str(fid) for fid in fids], SHOWN_IDS)


def listed(words, most: int = SHOWN_IDS) -> str:
    """The first ``most`` words as the planner's language lists them: "甲、乙…"."""
    mark = "、" if language() == "zh" else ", "
    return mark.join(words[:most]) + ("…" if len(words) > most else "")
