"""The report of a county plan: one page of HTML beside its pictures, which needs neither network nor script."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import quote

from ...bridge.sentences import listed
from ...cartography.preflight.finding import ERROR, WARNING, Finding
from ...language import language, tr
from .plan_runs import DONE, FAILED, StepRun
from .report_parts import FOLDER, Cell, bullets, filled, paragraph, section, table, told_number


@dataclass(frozen=True)
class SheetPicture:
    """A page of the booklet: 图号, title, picture relative to the report, page of the booklet (0: none), scale."""

    number: str
    title: str
    picture: str
    page: int = 0
    scale: str = ""


@dataclass(frozen=True)
class Report:
    """All that a report tells. ``unverified`` are, by algorithm, the standards it used that nobody has checked in full,
    ``files`` what lies beside the report: (title, file name), ``histories`` the origin of each run's results."""

    title: str
    organisation: str
    created: str
    version: str
    runs: tuple[StepRun, ...]
    sheets: tuple[SheetPicture, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()
    unverified: dict[str, tuple[str, ...]] = field(default_factory=dict)
    booklet: str = ""
    files: tuple[tuple[str, str], ...] = ()
    banner: tuple[str, ...] = ()
    histories: dict[str, list[str]] = field(default_factory=dict)


def report_html(report: Report) -> str:
    """The whole page."""
    parts = [
        ("numbers", tr("主要数据"), _numbers(report)),
        ("runs", tr("计算情况"), _runs(report)),
        ("sheets", tr("图件"), _sheets(report)),
        ("missing", tr("没有做的"), _missing(report)),
        ("findings", tr("出图前检查"), _findings(report)),
        ("origin", tr("数据来源与参数"), _origin(report)),
    ]
    parts = [(id, title, body) for id, title, body in parts if body]
    said = [report.organisation, tr("生成于 {created}").format(created=report.created)]
    return filled(
        "report.html",
        lang={"zh": "zh-CN"}.get(language(), "en"),
        title=report.title,
        subtitle="　".join(filter(None, said)),
        html_style=(FOLDER / "report.css").read_text(encoding="utf-8"),
        html_banner="".join(paragraph(text, "banner") for text in report.banner),
        html_contents="\n".join(f'<li><a href="#{id}">{title}</a></li>' for id, title, _ in parts),
        html_sections="\n".join(section(id, title, body) for id, title, body in parts),
        foot=tr(
            "由融合规划 {version} 生成。数字取自所列图层和参数，测算结果供编制时参考，不是审批或认定的依据；"
            "标“待核”的，所依据的标准取值尚未全部核对原文。"
        ).format(version=report.version),
    )


def _numbers(report: Report) -> str:
    rows = []
    for run in report.runs:
        for place, number in enumerate(run.numbers):
            value, unit = told_number(number)
            group = Cell(run.title, "group", bool(report.unverified.get(run.step.algorithm))) if place == 0 else ""
            rows.append((group, number.title, Cell(value, "number"), unit))
    if not rows:
        return ""
    unverified = [
        tr("{run}（{standards}）").format(run=run.title, standards=listed(report.unverified[run.step.algorithm]))
        for run in report.runs
        if run.numbers and report.unverified.get(run.step.algorithm)
    ]
    told = tr("标“待核”的计算用到了尚未核对原文的取值：{runs}。").format(runs=listed(unverified, 20))
    headings = (tr("计算"), tr("指标"), tr("数值"), tr("单位或说明"))
    return table(headings, rows) + (paragraph(told, "quiet") if unverified else "")


def _runs(report: Report) -> str:
    return "\n".join(_run(run) for run in report.runs if run.state in (DONE, FAILED))


def _run(run: StepRun) -> str:
    said = tr("完成，用时 {seconds} 秒").format(seconds=f"{run.seconds:.0f}") if run.state == DONE else tr("没有完成")
    used = listed([tr("{title}：{layer}").format(title=title, layer=layer) for title, layer in run.inputs], 40)
    return filled(
        "run.html",
        state=run.state,
        title=run.title,
        said=said,
        html_headline=paragraph(run.headline or run.why, "headline"),
        html_inputs=paragraph(tr("所用图层——{layers}。").format(layers=used), "quiet") if run.inputs else "",
        html_warnings=bullets(run.warnings, "warnings"),
    )


def _sheets(report: Report) -> str:
    if not report.sheets:
        return ""
    figures = "\n".join(_figure(one, report.booklet) for one in report.sheets)
    return f'<div class="sheets">\n{figures}\n</div>'


def _figure(sheet: SheetPicture, booklet: str) -> str:
    page = tr("图集第 {page} 页").format(page=sheet.page) if sheet.page and booklet else ""
    target = f"{quote(booklet)}#page={sheet.page}" if page else quote(sheet.picture)
    return filled(
        "sheet.html",
        link=target,
        picture=quote(sheet.picture),
        title=sheet.title,
        number=sheet.number,
        more="　".join(filter(None, (sheet.scale, page))),
    )


def _missing(report: Report) -> str:
    rows = [(run.title, run.why) for run in report.runs if run.state not in (DONE, FAILED)]
    rows += [(tr("《{sheet}》").format(sheet=title), why) for title, why in report.missing]
    return table((tr("计算或图件"), tr("原因")), rows) if rows else ""


def _findings(report: Report) -> str:
    if not report.findings:
        return paragraph(tr("没有发现问题。")) if report.sheets else ""
    words = {ERROR: tr("错误"), WARNING: tr("提示")}
    rows = [
        (Cell(words.get(one.severity, tr("说明")), one.severity), one.message, one.advice) for one in report.findings
    ]
    return table((tr("级别"), tr("发现"), tr("怎么办")), rows)


def _origin(report: Report) -> str:
    files = [tr("{title}：{file}").format(title=title, file=file) for title, file in report.files]
    return bullets(files) + "".join(_history(run, report.histories.get(run.step.algorithm)) for run in report.runs)


def _history(run: StepRun, history: list[str] | None) -> str:
    """What a run read and how it was set."""
    if not history:
        return ""
    settings = [tr("{title}：{value}").format(title=title, value=value) for title, value in run.settings]
    told = tr("取值——{settings}。").format(settings=listed(settings, 60))
    return paragraph(run.title, "group") + bullets([*history, told], "history")
