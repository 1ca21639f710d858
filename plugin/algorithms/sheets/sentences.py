"""The faults of 出图 as sentences."""

from __future__ import annotations

from ...bridge.sentences import listed, sentence
from ...language import tr
from .faults import (
    ChecksFailed,
    NoPage,
    NoProject,
    NothingToExport,
    NothingToRun,
    SheetTrouble,
    Stopped,
    UnknownAnalyses,
)

SHOWN = 20


@sentence.register
def _sheet_trouble(fault: SheetTrouble) -> str:
    return fault.text


@sentence.register
def _checks_failed(fault: ChecksFailed) -> str:
    numbered = [
        tr("{number}. {text}").format(number=number, text=text) for number, text in enumerate(fault.errors[:SHOWN], 1)
    ]
    return tr("出图前检查发现 {count} 处错误，没有导出：\n{errors}\n改正后重试，或勾选“有错误也导出”。").format(
        count=len(fault.errors), errors="\n".join(numbered)
    )


@sentence.register
def _nothing_to_export(fault: NothingToExport) -> str:
    if not fault.missing:
        return tr("没有可以导出的图件；请先加载图层，并在“数据准备”中指定各图层的用途。")
    return tr("没有可以导出的图件：{missing}。请加载所缺的图层并在“数据准备”中指定，或先完成相应的计算。").format(
        missing=listed(fault.missing, SHOWN)
    )


@sentence.register
def _stopped(fault: Stopped) -> str:
    if not fault.pages:
        return tr("已取消，没有导出任何文件。")
    return tr("已取消；已完成的 {count} 页保存在“{folder}”中。").format(count=fault.pages, folder=fault.folder)


@sentence.register
def _no_page(fault: NoPage) -> str:
    return tr("没有一页画成：{failed}").format(failed=listed(fault.failed, SHOWN))


@sentence.register
def _nothing_to_run(fault: NothingToRun) -> str:
    return tr(
        "工程中没有可以计算、也没有可以出图的图层；请先加载县界、乡镇、村庄、道路等图层，并在“数据准备”中指定用途。"
    )


@sentence.register
def _no_project(fault: NoProject) -> str:
    return tr("没有打开工程，无从得知各图层的用途；请先打开工程（命令行请给出 --project_path）。")


@sentence.register
def _unknown_analyses(fault: UnknownAnalyses) -> str:
    return tr("没有这样的计算：{names}；可用的代号：{known}。").format(
        names=listed(fault.names), known=listed(fault.known, SHOWN)
    )
