"""What is to be done about a mine, what the green-mine index asks for, and who is responsible."""

from __future__ import annotations

import numpy as np

from ...analysis.mining.remediation import ABANDONED, Assessment, Mines
from ...analysis.mining.restoration import ModeRule
from ...analysis.mining.rules import RoleFeatures
from ...bridge.sentences import listed
from ...county.remediation_tables import GreenIndicator, Wording
from ...language import tr
from .remediation_reasons import joined, names_of

UNKNOWN = "unknown"
Measures = dict[tuple[str, str], Wording]


def measures_of(
    mines: Mines, found: Assessment, modes: list[ModeRule], mode_words: dict[str, Wording], words: Measures
) -> tuple[list[str], list[str]]:
    """The measure of every mine, never empty, and the way of restoration of abandoned ones ('' for the others)."""
    measures, ways = [], []
    for status, mode, triggered in zip(mines.status, found.mode, found.triggered):
        case = status or UNKNOWN
        text, way = words["measure", case].text, ""
        if status == ABANDONED:
            way, reason = tr("修复方式待定"), tr("没有适用的选择条件，须现场调查")
            if mode >= 0:
                way, reason = words["mode", modes[mode].mode].text, mode_words[modes[mode].id].text
            text = text.format(mode=way, reason=reason)
        if not words["measure", case].verified:
            text = tr("{text}（待核）").format(text=text)
        said = [tr("{sentence}。").format(sentence=text)]
        if triggered:
            said.append(tr("{sentence}（待核）。").format(sentence=words["trigger", case].text))
        measures.append(joined(said))
        ways.append(way)
    return measures, ways


def responsible_of(status: np.ndarray, holder: np.ndarray | None, words: Measures) -> list[str]:
    """Who is responsible for every mine, never empty: the holder; the county for an abandoned mine whose cell says that
    there is none. Without a field of holders (None) an abandoned mine may have one, who has to be found first.
    """
    found = []
    for state, name in zip(status, np.full(len(status), "") if holder is None else holder):
        if state == ABANDONED:
            case = "former holder" if name else "no field" if holder is None else "legacy"
        elif name:
            case = "holder"
        else:
            case = "unnamed" if state else UNKNOWN
        found.append(words["responsible", case].text.format(holder=name))
    return found


def gap_lists(
    statuses: tuple[str, ...],
    mines: Mines,
    found: Assessment,
    roles: dict[str, RoleFeatures],
    index: list[GreenIndicator],
    titles: dict[str, str],
    buffer_m: float,
) -> list[str]:
    """For mines of some ``statuses`` what the layers show of each first-level indicator of the green-mine index, and
    which indicators only people on site can judge; '' for the others.
    """
    hand = [one.name for one in index if not any(role in roles for role in one.roles)]
    texts = []
    for mine, status in enumerate(mines.status):
        if status not in statuses:
            texts.append("")
            continue
        said = [
            tr("{indicator}：{findings}。").format(
                indicator=one.name, findings=_findings(one, mine, found, roles, titles, buffer_m)
            )
            for one in index
            if one.name not in hand
        ]
        if hand:
            said.append(tr("须现场核查（图层看不出）：{indicators}。").format(indicators=listed(hand, len(hand))))
        texts.append(joined(said))
    return texts


def _findings(indicator: GreenIndicator, mine: int, found: Assessment, roles, titles, buffer_m: float) -> str:
    """What lies on the mine or within the area of influence, of the layers that an indicator is about."""
    seen = []
    for role in indicator.roles:
        if role not in found.nearest:
            continue
        metres, feature = found.nearest[role].metres[mine], found.nearest[role].feature[mine]
        if metres > buffer_m:
            continue
        name = names_of(roles[role], [feature])
        what = tr("{layer}（{name}）").format(layer=titles[role], name=name) if name else titles[role]
        if metres <= 0:
            seen.append(tr("与{what}相接或重叠").format(what=what))
        else:
            seen.append(tr("距{what} {metres} 米").format(what=what, metres=f"{metres:.0f}"))
    return listed(seen, len(seen)) if seen else tr("影响范围内图层未见问题")
