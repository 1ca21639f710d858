"""Words on the sheets that disagree with the data, with the calendar, or with what the project is known to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from qgis.core import (
    NULL,
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ...bridge.sentences import listed
from ...language import tr
from ..export import GEOPDF
from .finding import INFO, SEVERITIES, WARNING, Case, Finding

CHECK = "facts"
AUDIT = "ronghe:auditproject"
CHINESE_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
YEAR = re.compile(r"(?<!\d)(\d{4})\s*(?:年|[-./]|$)")
PERIOD = re.compile(r"(\d{4})\s*年?\s*[-—–~～至到]+\s*(\d{4})")
EARLIEST = 2000


def word_findings(case: Case) -> Iterator[Finding]:
    """Title, date and makers of the plan, and what ``auditproject`` says where there is such an algorithm."""
    facts = case.county.facts
    if not facts.plan_title.strip():
        advice = tr("请填写，例如“某某县国土空间总体规划（2021—2035年）”。")
        yield Finding(CHECK, WARNING, "", tr("没有填写规划名称。"), advice)
    else:
        yield from _title(case, facts.plan_title)
    yield from _date(facts.date_text)
    if not facts.organisation.strip():
        yield Finding(CHECK, INFO, "", tr("没有填写编制单位，图上不写。"), tr("报送的图件应有编制单位。"))
    if facts.secrecy and case.order.fmt == GEOPDF:
        yield Finding(
            CHECK,
            WARNING,
            "",
            tr("图件标有“{secrecy}”，而 GeoPDF 中带有坐标。").format(secrecy=facts.secrecy),
            tr("请按保密要求管理文件；不需要坐标时改用 PDF。"),
        )
    yield from _audit(case)


def _title(case: Case, title: str) -> Iterator[Finding]:
    names = _county_names(case)
    if names and not any(name in title for name in names):
        yield Finding(
            CHECK,
            WARNING,
            "",
            tr("规划名称“{title}”中没有县界图层里的县名“{county}”。").format(title=title, county=listed(names, 3)),
            tr("请核对规划名称和县界图层是不是同一个县。"),
        )
    period = PERIOD.search(title)
    if period and int(period.group(1)) >= int(period.group(2)):
        yield Finding(
            CHECK,
            WARNING,
            "",
            tr("规划名称中的期限“{period}”起止颠倒。").format(period=period.group()),
            tr("请改正规划名称。"),
        )


def _county_names(case: Case) -> list[str]:
    """The names in the county's layer; none where it has several features, which are not one county."""
    layer, field = case.county.layer("boundary"), case.county.roles.field("boundary", "name")
    if not isinstance(layer, QgsVectorLayer) or layer.fields().lookupField(field) < 0 or layer.featureCount() > 3:
        return []
    said = [feature[field] for feature in layer.getFeatures()]
    return [str(name).strip() for name in said if name not in (None, NULL) and str(name).strip()]


def _date(text: str) -> Iterator[Finding]:
    if not text.strip():
        yield Finding(CHECK, INFO, "", tr("没有填写日期，图上不写。"), tr("报送的图件应有编制日期。"))
        return
    found = YEAR.search(text.translate(CHINESE_DIGITS))
    year = int(found.group(1)) if found else None
    if year is None:
        message = tr("从日期“{date}”中看不出是哪一年。")
    elif year > date.today().year + 1:
        message = tr("日期“{date}”在将来。")
    elif year < EARLIEST:
        message = tr("日期“{date}”早于 2000 年。")
    else:
        return
    yield Finding(CHECK, WARNING, "", message.format(date=text), tr("请写成“2026年1月”的样子并核对。"))


def _audit(case: Case) -> Iterator[Finding]:
    """The rows of ``auditproject``: check, severity, layer, features, message, advice."""
    algorithm = QgsApplication.processingRegistry().algorithmById(AUDIT)
    if algorithm is None:
        return
    context = QgsProcessingContext()
    context.setProject(case.county.project)
    results, done = algorithm.run({"OUTPUT": "memory:"}, context, QgsProcessingFeedback(False))
    rows = QgsProcessingUtils.mapLayerFromString(str(results.get("OUTPUT", "")), context) if done else None
    for row in rows.getFeatures() if rows is not None else ():
        severity = str(row["severity"])
        yield Finding(
            CHECK,
            severity if severity in SEVERITIES else WARNING,
            "",
            str(row["message"]),
            "" if row["advice"] in (None, NULL) else str(row["advice"]),
        )
