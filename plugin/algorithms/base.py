"""What all algorithms share: names and help in two languages, and faults told as sentences."""

from __future__ import annotations

from qgis.core import QgsProcessingAlgorithm, QgsProcessingException

from ..analysis.faults import Fault
from ..bridge.faults import Cancelled, UnreadableLayer
from ..language import RESOURCES, language, tr
from . import sentences  # noqa: F401 - registers the sentences of the science's faults
from .open_inputs import check_open
from .outputs import Outputs
from .sentences import sentence


class RongheAlgorithm(QgsProcessingAlgorithm):
    """Subclasses set ``ID`` and write ``title``, ``initAlgorithm`` and ``compute``."""

    ID = ""

    def name(self):
        return self.ID

    def title(self) -> str:
        """The name that the planner reads."""
        raise NotImplementedError

    def displayName(self):
        return self.title()

    def group(self):
        return tr("服务覆盖")

    def groupId(self):
        return "access"

    def createInstance(self):
        return type(self)()

    def shortHelpString(self):
        return (RESOURCES / "help" / language() / f"{self.ID}.html").read_text(encoding="utf-8")

    def checkParameterValues(self, parameters, context):
        """QGIS only says that a layer was not found, by its id."""
        try:
            check_open(self, parameters, context.project())
        except UnreadableLayer as fault:
            return False, sentence(fault)
        return super().checkParameterValues(parameters, context)

    def processAlgorithm(self, parameters, context, feedback):
        results, failure = self._run(parameters, context, feedback)
        if failure:
            # QGIS never frees the traceback of an exception that it is handed, nor what its frames hold: arrays, the
            # graph, layers. It gets one whose own frames hold nothing.
            self.outputs = None
            del parameters, context, feedback, results
            raise QgsProcessingException(failure)
        return results

    def _run(self, parameters, context, feedback) -> tuple[dict, str]:
        """The results, or the sentence that says why there are none."""
        self.outputs = Outputs(self, parameters, context, feedback)
        try:
            self.outputs.check_places()
            check_open(self, parameters, context.project())
            results = self.compute(parameters, context, feedback)
            if feedback.isCanceled():
                raise Cancelled
            self.outputs.answers = results
            return {**results, **self.outputs.write()}, ""
        except Cancelled:
            return {}, tr("计算已取消，没有写出任何结果。")
        except Fault as fault:
            return {}, sentence(fault)

    def postProcessAlgorithm(self, context, feedback):
        self.outputs.finish(context)
        return {}

    def compute(self, parameters, context, feedback) -> dict:
        """Read, call the science, hand tables to ``self.outputs``; return the plain numbers."""
        raise NotImplementedError


def watch(feedback, steps: dict[str, tuple[float, float]]):
    """Progress of the science told to QGIS. ``steps`` maps a step to its part (from, to) of the whole, in per cent;
    the step is named once, and cancel is looked at every time.
    """
    words = {
        "graph": tr("正在建立出行网络"),
        "search": tr("正在计算出行时间"),
        "surface": tr("正在生成时间面"),
        "bands": tr("正在绘制等时圈"),
        "statistics": tr("正在统计"),
        "cells": tr("正在计算每个像元看得到与否"),
        "targets": tr("正在计算目标看得到与否"),
        "land": tr("正在统计地类面积"),
        "ledger": tr("正在编制台账"),
        "flow": tr("正在计算地表水流方向"),
        "upstream": tr("正在追踪取水口上游"),
        "rules": tr("正在对照法律规定"),
        "overlay": tr("正在叠加各项规则"),
        "slivers": tr("正在合并碎斑"),
        "severity": tr("正在评价影响程度"),
        "score": tr("正在评分和排序"),
        "zones": tr("正在划定整治分区"),
        "links": tr("正在量算石料厂之间的距离和阻隔"),
        "clusters": tr("正在归并石料厂"),
        "reasons": tr("正在写明理由"),
        "layers": tr("正在读取图层"),
        "proposals": tr("正在为缺少的格局要素提出建议"),
        "checks": tr("正在核对格局要素"),
        "hierarchy": tr("正在评定城镇等级"),
        "spaces": tr("正在叠加三类空间"),
        "balance": tr("正在平衡面积"),
        "conflicts": tr("正在核对控制线"),
    }
    told = []

    def progress(step: str, share: float) -> None:
        if feedback.isCanceled():
            raise Cancelled
        if not told or told[-1] != step:
            told.append(step)
            feedback.setProgressText(words[step])
            feedback.pushInfo(words[step])
        begin, end = steps.get(step, (0.0, 100.0))
        feedback.setProgress(begin + (end - begin) * share)

    return progress
