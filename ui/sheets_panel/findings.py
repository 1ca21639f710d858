"""What the check before the export has found, the worst first."""

from __future__ import annotations

from html import escape

from ...plugin.language import tr

COLOURS = {"error": "#c62828", "warning": "#9a5b00", "info": "#5f6368"}
ORDER = tuple(COLOURS)


def findings_page(findings) -> str:
    """One paragraph a finding, as HTML: what is wrong and where, and below it what to do."""
    rows = sorted(dict.fromkeys(findings), key=lambda found: ORDER.index(found.severity))
    return "".join(_paragraph(one) for one in rows)


def summary(findings) -> str:
    """How many of each, in one sentence."""
    count = {severity: sum(one.severity == severity for one in findings) for severity in ORDER}
    if not findings:
        return tr("检查通过，没有发现问题。")
    return tr("检查完毕：{error} 处错误，{warning} 处提醒，{info} 处说明。").format(**count)


def _paragraph(finding) -> str:
    words = {"error": tr("错误：{message}"), "warning": tr("提醒：{message}"), "info": tr("说明：{message}")}
    said = escape(words[finding.severity].format(message=finding.message))
    advice = f'<br><span style="color:#3c4043">{escape(finding.advice)}</span>' if finding.advice else ""
    return f'<p style="margin:0 0 6px 0;color:{COLOURS[finding.severity]}">{said}{advice}</p>'
