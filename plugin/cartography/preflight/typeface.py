"""Typefaces that this computer does not have and QGIS would replace without a word."""

from __future__ import annotations

from collections.abc import Iterator

from ...bridge.sentences import listed
from ...language import tr
from ..typefaces import missing_fonts
from .finding import WARNING, Case, Finding

CHECK = "fonts"


def typeface_findings(case: Case) -> Iterator[Finding]:
    """The typefaces of titles and texts."""
    yield from absent(missing_fonts(), "")


def absent(families: list[str], sheet: str) -> Iterator[Finding]:
    """What to say of typefaces that are not here."""
    if families:
        yield Finding(
            CHECK,
            WARNING,
            sheet,
            tr("本机没有 {count} 种字体：{fonts}；导出时会换成别的字体，中文可能显示为方框。").format(
                count=len(families), fonts=listed(families)
            ),
            tr("请安装这些字体（或思源黑体、思源宋体）后重新启动 QGIS。"),
        )
