"""Why a quarry joined its neighbours, stayed alone or leads: one sentence each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...analysis.mining.cluster_leads import ALONE
from ...analysis.mining.clusters import Consolidation, Limits
from ...analysis.mining.rules import Rule
from ...bridge.sentences import listed
from ...language import language, tr
from .mine_words import status_titles
from .quarry_barriers import BarrierReading
from .quarry_reading import QuarryReading

KILOMETRE = 1000.0


def distance_words(metres: float, limit: float | None = None) -> str:
    """A distance as it is read: "850 米", "1.2 公里"; finer where it would read like the ``limit`` that it is not."""
    if metres == 0:
        return tr("0 米（相接或重叠）")
    if limit is not None and metres != limit and distance_words(metres) == distance_words(limit):
        return tr("{metres} 米").format(metres=f"{metres:.1f}")
    if metres < KILOMETRE:
        return tr("{metres} 米").format(metres=f"{metres:.0f}")
    return tr("{kilometres} 公里").format(kilometres=f"{round(metres / KILOMETRE, 1):g}")


def limit_words(metres: float) -> str:
    """A limit that the planner chose, to the metre: "1.05 公里" and never "1.1 公里"."""
    if metres < KILOMETRE:
        return tr("{metres} 米").format(metres=f"{metres:g}")
    return tr("{kilometres} 公里").format(kilometres=f"{round(metres / KILOMETRE, 3):.10g}")


@dataclass(frozen=True)
class Reasons:
    """Sentences about one run. ``safety`` is the rule of the distance between neighbouring pits."""

    reading: QuarryReading
    barriers: BarrierReading
    limits: Limits
    found: Consolidation
    safety: Rule

    def of_quarry(self, row: int) -> str:
        """Why this quarry is where it is."""
        number = self.found.cluster[row]
        if self.found.sizes[number] == 1:
            return self._alone(row, number)
        return self.lead(number) if self.found.joined_to[row] < 0 else self._joined(row)

    def _joined(self, row: int) -> str:
        given = {
            "to": self._name(self.found.joined_to[row]),
            "distance": distance_words(self.found.metres[row]),
            "limit": limit_words(self.limits.distance),
        }
        if self.barriers.kinds:
            return tr("距“{to}” {distance}，在 {limit}以内，其间没有{barriers}，因此并为一组。").format(
                barriers=all_of(self.barriers.kinds), **given
            )
        return tr(
            "距“{to}” {distance}，在 {limit}以内，因此并为一组；没有提供阻隔图层，未检查其间有无河流、干道等。"
        ).format(**given)

    def _alone(self, row: int, number: int) -> str:
        blocked, capped = self.found.blocked[number], self.found.capped[number]
        said = []
        if blocked:
            said.append(
                tr("距“{other}” {distance}，但其间隔着{barrier}，不并为一组。").format(
                    other=self._name(blocked.other),
                    distance=distance_words(blocked.metres),
                    barrier=self.barriers.labels[blocked.barrier],
                )
            )
        if capped:
            said.append(
                tr("距“{other}” {distance}，但并入后组内最远的两处相距 {spread}，超过 {cap}，不并为一组。").format(
                    other=self._name(capped.other), distance=distance_words(capped.metres), **self._spread(capped)
                )
            )
        if said:
            return joined_sentences(said)
        if self.found.nearest[row] < 0:
            return tr("没有其他石料厂可以整合。")
        return tr("最近的“{other}”相距 {distance}，超过 {limit}，单独保留。").format(
            other=self._name(self.found.nearest[row]),
            distance=distance_words(self.found.nearest_metres[row], self.limits.distance),
            limit=limit_words(self.limits.distance),
        )

    def lead(self, number: int) -> str:
        """Why the lead of a cluster leads; '' for a quarry alone."""
        row, by = self.found.leads.quarry[number], self.found.leads.by[number]
        if by == ALONE:
            return ""
        capacity = self.reading.quarries.capacity[row]
        if by == "capacity":
            return tr("牵头石料厂：产能最大（{capacity}）。").format(capacity=self.reading.capacities.worded(capacity))
        if by == "status":
            return tr("牵头石料厂：产能与其他成员相同或不明，按状态（{status}）优先。").format(
                status=status_titles()[self.reading.status[row]]
            )
        if by == "area":
            return tr("牵头石料厂：产能、状态与其他成员相同或不明，面积最大（{area} 公顷）。").format(
                area=f"{self.reading.quarries.area[row]:,.1f}"
            )
        if by == "name":
            return tr("牵头石料厂：产能、状态、面积与其他成员相同或不明，按名称先后。")
        return tr("牵头石料厂：产能、状态、面积、名称都与其他成员相同或不明，按位置先后。")

    def joined(self, number: int) -> str:
        """How the members of a cluster hang together; why a quarry alone has nobody."""
        members = self.found.members(number)
        if len(members) == 1:
            return self._alone(members[0], number)
        rows = sorted(members[1:], key=lambda row: self.found.metres[row])
        links = [
            tr("{one}—{two} {distance}").format(
                one=self._name(row),
                two=self._name(self.found.joined_to[row]),
                distance=distance_words(self.found.metres[row]),
            )
            for row in rows
        ]
        given = {"count": len(members), "links": all_of(links), "limit": limit_words(self.limits.distance)}
        if self.barriers.kinds:
            return tr("{count} 处石料厂相连，每段不超过 {limit}：{links}；其间没有{barriers}。").format(
                barriers=all_of(self.barriers.kinds), **given
            )
        return tr("{count} 处石料厂相连，每段不超过 {limit}：{links}；没有提供阻隔图层，未检查河流、干道等。").format(
            **given
        )

    def apart(self, number: int) -> str:
        """Why a cluster of several did not take in more."""
        blocked, capped, said = self.found.blocked[number], self.found.capped[number], []
        if self.found.sizes[number] == 1:
            return ""
        if blocked:
            said.append(
                tr("“{member}”与第 {number} 组的“{other}”相距 {distance}，但其间隔着{barrier}，两组不合并。").format(
                    distance=distance_words(blocked.metres),
                    barrier=self.barriers.labels[blocked.barrier],
                    **self._pair(blocked),
                )
            )
        if capped:
            said.append(
                tr(
                    "“{member}”与第 {number} 组的“{other}”相距 {distance}，"
                    "但合并后最远的两处相距 {spread}，超过 {cap}，两组不合并。"
                ).format(distance=distance_words(capped.metres), **self._pair(capped), **self._spread(capped))
            )
        if said:
            return joined_sentences(said)
        if len(self.found.sizes) == 1:
            return tr("全部石料厂都在这一组。")
        return tr("其他石料厂与各成员的距离都超过 {limit}。").format(limit=limit_words(self.limits.distance))

    def too_close(self, row: int) -> str:
        """The neighbours nearer than the safe distance between pits; '' when there is none."""
        close = self.found.close
        at = np.flatnonzero((close.first == row) | (close.second == row))
        if not len(at):
            return ""
        others = np.where(close.first[at] == row, close.second[at], close.first[at])
        neighbours = [self._neighbour(row, other, metres) for other, metres in zip(others, close.metres[at])]
        return tr("与{neighbours}的距离小于相邻露天采石场应有的 {limit} 米（{basis}）。").format(
            neighbours=all_of(neighbours),
            limit=f"{self.limits.safe:g}",
            basis=self.basis(),
        )

    def _neighbour(self, row: int, other: int, metres: float) -> str:
        same = self.found.cluster[row] == self.found.cluster[other]
        text = tr("“{name}”（{distance}，同组）") if same else tr("“{name}”（{distance}，不同组）")
        return text.format(name=self._name(other), distance=distance_words(metres, self.limits.safe))

    def basis(self) -> str:
        """The rule of the safe distance: its number, its law, and whether it is still to be checked."""
        law = self.safety.texts["law_zh" if language() == "zh" else "law_en"]
        if self.safety.verified:
            return tr("{rule}，{law}").format(rule=self.safety.id, law=law)
        return tr("{rule}，{law}，待核").format(rule=self.safety.id, law=law)

    def _name(self, row: int) -> str:
        return self.reading.labels[row]

    def _pair(self, refusal) -> dict:
        return {
            "member": self._name(refusal.member),
            "other": self._name(refusal.other),
            "number": int(self.found.cluster[refusal.other]) + 1,
        }

    def _spread(self, refusal) -> dict:
        cap = self.limits.diameter
        return {"spread": distance_words(refusal.spread, cap), "cap": limit_words(cap)}


def all_of(words) -> str:
    """All words as the planner's language lists them."""
    return listed(words, len(words))


def joined_sentences(sentences: list[str]) -> str:
    """Whole sentences one after the other."""
    return ("" if language() == "zh" else " ").join(sentences)
