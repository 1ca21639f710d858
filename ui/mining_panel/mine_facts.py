"""The facts of one mine, read from its row in the results of step 2."""

from __future__ import annotations

import re

from qgis.core import QgsProject

from ...plugin.analysis.faults import Fault
from ...plugin.analysis.mining.rules import Rule
from ...plugin.county.mining_rules import citation, mining_rules
from ...plugin.language import language, tr
from ..widgets.written_numbers import is_none, tenths, text, whole
from .mine_card import MineFacts
from .value_titles import title_of

#: A Chinese full stop, or an English one with a blank.
SENTENCE_END = re.compile(r"(?<=。)|(?<=\.)\s+|\n")


def mine_facts(row: dict, factors: dict[str, str], asked: dict[str, str], project: QgsProject) -> MineFacts:
    """``factors`` names the contributions by field; ``asked`` are the fields of the run by parameter."""
    parts = [(title, float(row[field])) for field, title in factors.items() if not is_none(row.get(field))]
    return MineFacts(
        name=text(row.get("mine_name")),
        kind=_kind(row, asked),
        trigger=row.get("trigger") or "",
        place=_place(row),
        sections=_sections(row),
        parts=tuple(sorted(parts, key=lambda part: -part[1])),
        rules=rule_texts(row.get("rules") or "", project),
    )


def _kind(row: dict, asked: dict[str, str]) -> str:
    own = (row.get(asked.get(name, "")) for name in ("MINERAL_FIELD", "METHOD_FIELD", "HOLDER_FIELD"))
    priority = title_of(row["priority"]) if row.get("priority") else ""
    words = [priority, row.get("status_name"), *own, row.get("town")]
    if not is_none(row.get("area_hm2")):
        words.append(tr("{area} 公顷").format(area=tenths(row["area_hm2"])))
    return " · ".join(dict.fromkeys(str(word) for word in words if not is_none(word) and word != ""))


def _place(row: dict) -> str:
    if is_none(row.get("rank")):
        return ""
    words = {
        "rank": whole(row["rank"]),
        "low": whole(row.get("rank_low")),
        "high": whole(row.get("rank_high")),
        "score": tenths(row.get("score")),
    }
    if words["low"] == words["high"]:
        return tr("第 {rank} 名，权重变动时名次不变；评分 {score}（满分 100）。").format(**words)
    return tr("第 {rank} 名，权重变动时在第 {low} 至第 {high} 名之间；评分 {score}（满分 100）。").format(**words)


def bullets(sentences: str, without: str = "") -> str:
    """A text of whole sentences, one on each line; those that ``without`` has already said are left out."""
    said = set(_sentences(without))
    return "\n".join(f"· {one}" for one in _sentences(sentences) if one not in said)


def _sentences(text_: str) -> list[str]:
    return [one.strip() for one in SENTENCE_END.split(text_) if one.strip()]


def _sections(row: dict) -> tuple[tuple[str, str], ...]:
    severity = ""
    if row.get("severity_now"):
        severity = tr("现状{now}，预测{next}。").format(
            now=title_of(row["severity_now"]), next=title_of(row.get("severity_next"))
        )
    water = row.get("upstream_of") or ""
    if water and not is_none(row.get("flow_km")):
        water = tr("在取水口“{intake}”上游，沿水流 {km} 公里。").format(intake=water, km=tenths(row["flow_km"]))
    return (
        (tr("整治措施"), bullets(row.get("measure") or "")),
        (tr("责任主体（谁来治、谁出钱）"), row.get("responsible") or ""),
        (tr("理由"), bullets(row.get("reasons") or "", row.get("trigger") or "")),
        (tr("影响程度"), severity),
        (tr("矿区内土地"), row.get("land") or ""),
        (tr("饮用水水源"), water),
        (tr("岩溶提示"), row.get("karst") or ""),
        (tr("与绿色矿山指标的差距"), bullets(row.get("gap_list") or "")),
        (tr("说明"), row.get("note") or ""),
    )


def rule_texts(ids: str, project: QgsProject) -> tuple[str, ...]:
    """The rules of a list "R1|provincial;R7" with their law and wording; an unverified one is marked."""
    wanted = [one.strip() for one in ids.split(";") if one.strip()]
    try:
        known = mining_rules(project) if wanted else []
    except Fault:
        return ()
    texts = [_rule_text(rule) for one in wanted for rule in known if rule.key.rstrip("|") == one]
    return tuple(dict.fromkeys(texts))


def _rule_text(rule: Rule) -> str:
    return tr("{id}，{law}：{reason}").format(id=rule.id, law=citation(rule), reason=rule.text("reason", language()))
