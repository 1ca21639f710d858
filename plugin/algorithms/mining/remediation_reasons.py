"""Why a mine stands where it is, in whole sentences: the law, the damage, the forecast. For mines and for zones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from ...analysis.mining.factors import Factor
from ...analysis.mining.outlook import OutlookStep
from ...analysis.mining.remediation import Assessment
from ...analysis.mining.rules import INSIDE, PROHIBITED, RoleFeatures, Rule
from ...analysis.mining.severity import LandStep
from ...bridge.sentences import listed
from ...county.mining_rules import citation
from ...county.remediation_tables import FactorWording, Wording
from ...language import language, tr

SHOWN_NAMES = 6
LAND, OUTLOOK, NEAR, TRIGGER, RULE = "land", "outlook", "near", "trigger", "rule"


@dataclass(frozen=True)
class Reason:
    """One reason of one mine. ``kind`` and ``key`` are the same for the same reason of another mine; ``general`` is
    the sentence of all of them, ``particular`` that of this mine, both without the full stop; ``hectares`` fills
    the ``{area}`` of a general sentence about land.
    """

    mine: int
    kind: str
    key: str
    general: str
    particular: str
    hectares: float = 0.0


@dataclass(frozen=True)
class Wordings:
    """What the reasons are worded with: the rules and the day they are looked at, the rows of the severity table and
    what they say, the factors of the score and their wording, titles of the layers.
    """

    rules: list[Rule]
    day: date
    land: list[LandStep]
    outlook: list[OutlookStep]
    severity: dict[str, Wording]
    factors: list[Factor]
    factor_words: dict[str, FactorWording]
    titles: dict[str, str]


def reasons_of(found: Assessment, roles: dict[str, RoleFeatures], words: Wordings) -> list[Reason]:
    """All reasons, those of the law first."""
    return [
        *_triggers(found, roles, words),
        *_rules(found, roles, words),
        *_land(found, words),
        *_outlook(found, words),
        *_near(found, words),
    ]


def sentences_of(reasons: Iterable[Reason]) -> str:
    """The sentences of one mine, each once."""
    return joined(tr("{sentence}。").format(sentence=one) for one in dict.fromkeys(r.particular for r in reasons))


def zone_sentences(reasons: Iterable[Reason], labels: np.ndarray, alone: bool) -> str:
    """The sentences of the mines of one zone, each with the mines it is about unless there is only one (``alone``)."""
    groups: dict[tuple[str, str], list[Reason]] = {}
    for reason in reasons:
        groups.setdefault((reason.kind, reason.key), []).append(reason)
    said = []
    for same in groups.values():
        mines = list(dict.fromkeys(reason.mine for reason in same))
        sentence = same[0].general.format(area=_hectares(sum(reason.hectares for reason in same)))
        if alone:
            said.append(tr("{sentence}。").format(sentence=sentence))
        else:
            said.append(tr("{mines}：{sentence}。").format(mines=many(labels[mines]), sentence=sentence))
    return joined(said)


def many(names) -> str:
    """Names for a sentence: "甲、乙", and of more than six "甲、乙…等 8 座"."""
    names = list(names)
    if len(names) <= SHOWN_NAMES:
        return listed(names)
    return tr("{names}等 {count} 座").format(names=listed(names[:SHOWN_NAMES]), count=len(names))


def joined(sentences: Iterable[str]) -> str:
    """Whole sentences one after the other."""
    return ("" if language() == "zh" else " ").join(sentences)


def law_of(rule: Rule) -> str:
    """A rule with its law, as in R1，公路安全保护条例第17条第1项; with a mark where the text was not checked."""
    return tr("{id}，{law}").format(id=rule.id, law=citation(rule))


def _triggers(found: Assessment, roles: dict[str, RoleFeatures], words: Wordings) -> list[Reason]:
    """One reason for every mine and layer of statutory ground: what it is, the rules and their articles."""
    reasons = []
    for role, mine, feature in found.triggers:
        for number in np.unique(mine):
            named = names_of(roles[role], feature[mine == number])
            rules = _prohibitions(found, role, number, words)
            title = next((rule.text("name", language()) for rule in rules), words.titles[role])
            laws = between_parts().join(_dated_law(rule, words.day) for rule in rules) or tr("规则表中没有对应的条款")
            general = tr("位于{ground}内，属法定优先整治情形（{laws}）").format(ground=title, laws=laws)
            particular = general
            if named:
                particular = tr("位于{ground}（{names}）内，属法定优先整治情形（{laws}）").format(
                    ground=title, names=named, laws=laws
                )
            reasons.append(Reason(int(number), TRIGGER, f"{role}|{title}", _literal(general), particular))
    return reasons


def _prohibitions(found: Assessment, role: str, mine: int, words: Wordings) -> list[Rule]:
    """The prohibitions on the ground of ``role`` that the mine lies on, those in force if there are any."""
    hits = found.hits
    here = np.flatnonzero((hits.mine == mine) & (hits.role == role))
    rules = [words.rules[number] for number in dict.fromkeys(hits.rule[here].tolist())]
    rules = [rule for rule in rules if rule.effect == PROHIBITED and rule.operation == INSIDE]
    return [rule for rule in rules if rule.holds_on(words.day)] or rules


def _dated_law(rule: Rule, day: date) -> str:
    if rule.in_force is None or rule.in_force <= day:
        return law_of(rule)
    return tr("{law}，自 {day} 起施行").format(law=law_of(rule), day=rule.in_force.isoformat())


def _rules(found: Assessment, roles: dict[str, RoleFeatures], words: Wordings) -> list[Reason]:
    """One reason for every other rule that bears on a mine, prohibitions first."""
    hits = found.hits
    triggered = {(role, int(number)) for role, mine, _ in found.triggers for number in mine}
    reasons = []
    for place in np.lexsort((hits.rule, [words.rules[number].effect != PROHIBITED for number in hits.rule])):
        rule, mine, role = words.rules[hits.rule[place]], int(hits.mine[place]), hits.role[place]
        told = (role, mine) in triggered and rule.effect == PROHIBITED and rule.operation == INSIDE
        if told or not rule.holds_on(words.day):
            continue
        reason = rule.text("reason", language()).rstrip("。.")
        general = tr("{reason}（{law}）").format(reason=reason, law=law_of(rule))
        named = names_of(roles[role], [hits.feature[place]]) or words.titles[role]
        if hits.metres[place] > 0:
            particular = tr("{reason}（{law}；距{name} {metres} 米）").format(
                reason=reason, law=law_of(rule), name=named, metres=f"{hits.metres[place]:.0f}"
            )
        else:
            particular = tr("{reason}（{law}；涉及{name}）").format(reason=reason, law=law_of(rule), name=named)
        reasons.append(Reason(mine, RULE, rule.key, _literal(general), particular))
    return reasons


def _land(found: Assessment, words: Wordings) -> list[Reason]:
    """The land that a mine takes, where it decides the severity."""
    kinds = {step.id: step.land for step in words.land}
    reasons = []
    for mine in np.flatnonzero(found.land_step != ""):
        step = found.land_step[mine]
        hectares = float(found.land[kinds[step]][mine])
        text = marked(words.severity[step])
        reasons.append(Reason(int(mine), LAND, step, text, text.format(area=_hectares(hectares)), hectares))
    return reasons


def _outlook(found: Assessment, words: Wordings) -> list[Reason]:
    """The forecasts that hold, once for a row of the table that is about several layers."""
    reasons = []
    for number, mines in found.outlook:
        step = words.outlook[number].id
        text = marked(words.severity[step])
        reasons += [Reason(int(mine), OUTLOOK, step, _literal(text), text) for mine in mines]
    return reasons


def _near(found: Assessment, words: Wordings) -> list[Reason]:
    """Mines as near to something as the score counts, where the table has a sentence for it."""
    reasons = []
    for column, factor in enumerate(words.factors):
        text = words.factor_words[factor.key].near
        if text:
            sentence = text.format(near=f"{factor.near_m:g}")
            near = np.flatnonzero(found.factors.metres[:, column] <= factor.near_m)
            reasons += [Reason(int(mine), NEAR, factor.key, _literal(sentence), sentence) for mine in near]
    return reasons


def marked(wording: Wording) -> str:
    """What a row of the severity table says. The fact is measured: where a row is not checked against its source, it is
    how severe the fact counts that is to be checked, and the mark says so.
    """
    return wording.text if wording.verified else tr("{text}（分级判据待核）").format(text=wording.text)


def names_of(features: RoleFeatures, numbers) -> str:
    """The names of some features, '' where they have none."""
    names = [name for name in dict.fromkeys(features.names[numbers].tolist()) if name]
    return listed(names, SHOWN_NAMES)


def between_parts() -> str:
    """Between parts of a sentence that have commas of their own: laws, factors with their layers."""
    return "；" if language() == "zh" else "; "


def _literal(text: str) -> str:
    """A sentence whose brackets are no place to fill in."""
    return text.replace("{", "{{").replace("}", "}}")


def _hectares(value: float) -> str:
    return f"{value:.2f}"
