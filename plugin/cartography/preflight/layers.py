"""Layers that are missing, cannot be read, have no system, hold garbled text, or lie as on a web map."""

from __future__ import annotations

from collections.abc import Iterator

from ...bridge.sentences import listed
from ...county.role_problems import role_problems
from ...language import tr
from ..county_sheets.kinds import sheet_kinds
from .finding import ERROR, INFO, WARNING, Case, Finding

CHECK = "layers"


def layer_findings(case: Case) -> Iterator[Finding]:
    """Sheets that cannot be drawn, and what is wrong with the layers of those that can."""
    yield from _sheets(case)
    roles, used = case.county.roles, case.wanted()
    for problem in role_problems(case.county.project, roles):
        if problem.role not in used or (roles.get(problem.role) is None and not _vanished(case, problem.role)):
            continue
        severity = ERROR if problem.hinders and roles.get(problem.role) else WARNING
        yield Finding(CHECK, severity, "", problem.sentence, tr("请在“数据准备”中处理后再出图。"))


def _sheets(case: Case) -> Iterator[Finding]:
    if case.unknown:
        known = list(sheet_kinds(case.county.project))
        yield Finding(
            CHECK,
            ERROR,
            "",
            tr("没有这样的图件：{sheets}。").format(sheets=listed(case.unknown)),
            tr("可用的代号：{known}；留空则导出全部可出的图件。").format(known=listed(known, len(known))),
        )
    for state in case.lacking:
        yield Finding(
            CHECK,
            INFO if case.every else WARNING,
            state.kind.id,
            tr("《{sheet}》缺少{missing}，不出这张图。").format(
                sheet=state.kind.title, missing=listed(state.missing, 20)
            ),
            tr("请加载图层并在“数据准备”中指定，或先完成相应的计算。"),
        )
    if not case.possible:
        yield Finding(
            CHECK,
            ERROR,
            "",
            tr("没有一张图件可以导出。"),
            tr("请先加载县界等图层，并在“数据准备”中指定各图层的用途。"),
        )
    for state in case.possible:
        if not state.kind.verified:
            yield Finding(
                CHECK,
                INFO,
                state.kind.id,
                tr("《{sheet}》不在制图规范的图件目录中，图名和表达为插件自定。").format(sheet=state.kind.title),
                tr("报送前请核对当地的制图要求。"),
            )


def _vanished(case: Case, role: str) -> bool:
    return any(gone.role == role for gone in case.county.roles.vanished)
