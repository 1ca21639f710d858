"""A bar for each town: how much of its population is covered."""

from __future__ import annotations

from ...plugin.language import tr
from ..widgets.bar_chart import Bar, BarChart
from ..widgets.written_numbers import NONE, percent


def show_shares(chart: BarChart, shares: list[tuple[str, float | None]], whole: float | None) -> None:
    """Bars in the order of the table: label and share (0 to 1, None where nobody lives), and a dashed line at the
    share of the whole county.
    """
    title = tr("各乡镇人口覆盖率")
    if whole is not None:
        title = tr("各乡镇人口覆盖率（虚线为全县 {share} %）").format(share=percent(whole))
    bars = [
        Bar(label, share, NONE if share is None else tr("{share} %").format(share=percent(share)))
        for label, share in shares
    ]
    chart.show_bars(title, bars, whole)
