"""The faults of mining as sentences."""

from __future__ import annotations

from ...analysis.mining.faults import NoResources
from ...bridge.sentences import sentence
from ...language import tr

__all__ = ["sentence"]


@sentence.register
def _no_resources(fault: NoResources) -> str:
    if fault.given:
        return tr("矿产资源图层的 {count} 条要素都没有可用的面；请检查几何图形后重算。").format(count=fault.given)
    return tr("矿产资源图层中没有要素（或没有选中、被筛选条件排除）；请添加资源区后重算。")
