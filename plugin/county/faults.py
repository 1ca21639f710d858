"""What can be wrong with the tables and choices of a project, each with its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from ..analysis.faults import Fault
from ..bridge.sentences import sentence
from ..language import tr


@dataclass(eq=False)
class BadStandard(Fault):
    """A table beside the project that cannot be used.

    ``file`` is its name, ``row`` the line as a spreadsheet counts it (1 is the heading, 0: the file as a whole),
    ``column`` the heading, ``value`` the cell, ``reason`` one of 'unreadable', 'missing_column', 'too_many_cells',
    'not_a_number', 'no_key', 'duplicate', 'not_one_of' (then ``allowed`` lists the words), 'not_a_date', 'negative'.
    """

    file: str
    row: int
    column: str
    value: str
    reason: str
    allowed: str = ""


@sentence.register
def _bad_standard(fault: BadStandard) -> str:
    texts = {
        "unreadable": tr("标准表“{file}”无法读取（{value}）；请另存为 UTF-8 编码的 CSV 文件后重试。"),
        "missing_column": tr("标准表“{file}”缺少列“{column}”；请补上这一列，列名须与插件自带的表一致。"),
        "too_many_cells": tr("标准表“{file}”第 {row} 行的单元格比表头多（“{value}”）；请检查是否多写了逗号。"),
        "not_a_number": tr("标准表“{file}”第 {row} 行“{column}”列的“{value}”不是数字；请改正后重试。"),
        "no_key": tr("标准表“{file}”第 {row} 行的“{column}”列是空的；请补填或删除这一行。"),
        "duplicate": tr("标准表“{file}”第 {row} 行与前面的行重复（{column}：“{value}”）；请只保留一行。"),
        "not_one_of": tr("标准表“{file}”第 {row} 行“{column}”列的“{value}”不可用；只能是：{allowed}。"),
        "not_a_date": tr("标准表“{file}”第 {row} 行“{column}”列的“{value}”不是日期；请写成 2025-07-01 的样子。"),
        "negative": tr("标准表“{file}”第 {row} 行“{column}”列的“{value}”是负数；请改正后重试。"),
    }
    return texts[fault.reason].format(
        file=fault.file, row=fault.row, column=fault.column, value=fault.value, allowed=fault.allowed
    )
