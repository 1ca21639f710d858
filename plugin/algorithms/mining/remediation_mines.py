"""MINES_OUT: every mine of the layer in a row, also those that take no part."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...analysis.mining.downstream import WaterCourse
from ...analysis.mining.factors import Factor
from ...analysis.mining.remediation import Assessment
from ...language import tr
from .mine_words import status_titles
from .remediation_measures import Measures, responsible_of
from .remediation_parameters import INTAKES
from .remediation_reading import RemediationReading, lost_rows
from .remediation_reasons import RULE, TRIGGER, Reason, joined, sentences_of
from .remediation_rows import PRIORITIES, land_texts, severity_text

METRES = 1000.0  #: of a kilometre


@dataclass(frozen=True)
class Judged:
    """The mines that take part (n), judged and worded. ``water`` is None where the water was not followed."""

    found: Assessment
    reasons: list[Reason]
    measures: list[str]
    ways: list[str]
    gaps: list[str]
    responsible: list[str]
    slope: np.ndarray
    water: WaterCourse | None


def mine_rows(
    reading: RemediationReading, judged: Judged, factors: list[Factor], rules: list, words: Measures
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The given columns and our own, row by row: the mines that take part, those outside, those without a place."""
    given = reading.features.frame
    own = pd.concat([_taking(reading, judged, factors, rules), _outside(reading, words)]).sort_index()
    lost, why = lost_rows(reading)
    if not len(lost):
        return given, own
    nowhere = pd.DataFrame(
        {
            "mine_no": range(len(given) + 1, len(given) + len(lost) + 1),
            "measure": _sentence(words, "no place"),
            "responsible": words["responsible", "unknown"].text,
            "note": why,
        }
    )
    return pd.concat([given, lost], ignore_index=True), pd.concat([own, nowhere], ignore_index=True)


def _about(reading: RemediationReading, which: np.ndarray) -> dict:
    """What is known of some mines without judging them."""
    mines, titles = reading.all_mines, status_titles()
    return {
        "mine_no": np.flatnonzero(which) + 1,
        "mine_name": reading.labels[which],
        "status": np.where(mines.status == "", None, mines.status)[which],
        "status_name": [titles[word] for word in mines.status[which]],
        "mineral": np.where(mines.mineral == "", None, mines.mineral)[which],
        "method": np.where(mines.method == "", None, mines.method)[which],
        "area_hm2": mines.hectares[which],
    }


def _taking(reading: RemediationReading, judged: Judged, factors: list[Factor], rules: list) -> pd.DataFrame:
    found, taking, mines = judged.found, reading.taking, reading.mines
    count = len(mines)
    by_mine = [[] for _ in range(count)]
    for reason in judged.reasons:
        by_mine[reason.mine].append(reason)
    towns = reading.towns.of(mines.places) if reading.towns is not None else np.full(count, "", dtype=object)
    frame = pd.DataFrame(
        {
            **_about(reading, taking),
            "priority": [PRIORITIES[int(level)] for level in found.priority],
            "rank": found.rank,
            "rank_low": found.rank_low,
            "rank_high": found.rank_high,
            "score": found.score,
            "trigger": [sentences_of(one for one in own if one.kind == TRIGGER) for own in by_mine],
            "measure": judged.measures,
            "responsible": judged.responsible,
            "town": towns,
            "severity_now": severity_text(found.now),
            "severity_next": severity_text(found.later),
            "land": land_texts(found.land, count),
            "rules": _rule_ids(found, judged.reasons, rules, count),
            "reasons": [sentences_of(own) for own in by_mine],
            "mode": judged.ways,
            "gap_list": judged.gaps,
            "slope_deg": judged.slope,
            **{f"c_{factor.key}": found.parts[:, column] for column, factor in enumerate(factors)},
            **{f"d_{factor.key}": found.factors.metres[:, column] for column, factor in enumerate(factors)},
            **_water(judged.water, reading, count),
            "note": _notes(reading),
        },
        index=np.flatnonzero(taking),
    )
    return frame.replace({"": None})


def _rule_ids(found: Assessment, reasons: list[Reason], rules: list, count: int) -> list[str]:
    """The rules that are told of each mine, joined by ";": "R19", and "R1|provincial" for the row of a class."""
    told = {(reason.mine, reason.key) for reason in reasons if reason.kind == RULE}
    triggered = {(role, int(number)) for role, mine, _ in found.triggers for number in mine}
    ids = [{} for _ in range(count)]
    for number, mine, role in zip(found.hits.rule, found.hits.mine, found.hits.role):
        rule = rules[number]
        if (int(mine), rule.key) in told or (role, int(mine)) in triggered:
            ids[mine][rule.key if rule.classes else rule.id] = None
    return [";".join(one) for one in ids]


def _water(water: WaterCourse | None, reading: RemediationReading, count: int) -> dict:
    """The intake down the water of each mine, how far it is, and the karst note there."""
    if water is None or INTAKES not in reading.roles:
        return {"upstream_of": None, "flow_km": np.full(count, np.nan), "karst": None}
    intake = water.down.intake
    names = np.append(reading.roles[INTAKES].names, "").astype(object)
    note = tr("岩溶区地表汇水与地下汇水范围不一致，须水文地质论证。")
    return {
        "upstream_of": np.where(intake >= 0, names[intake], None),
        "flow_km": water.down.metres / METRES,
        "karst": np.where(intake >= 0, note, None),
    }


def _notes(reading: RemediationReading) -> list[str]:
    """What a planner must know of a mine: its status, its missing area."""
    mines, notes = reading.mines, []
    for status, unknown, hectares in zip(mines.status, reading.unknown_status[reading.taking], mines.hectares):
        said = []
        if unknown:
            said.append(tr("状态写法“{word}”不认识，按状态不明处理。").format(word=unknown))
        elif not status:
            said.append(tr("没有状态，按状态不明处理。"))
        if np.isnan(hectares):
            said.append(tr("只有点位，没有矿区范围，现状影响程度不明。"))
        notes.append(joined(said))
    return notes


def _outside(reading: RemediationReading, words: Measures) -> pd.DataFrame:
    outside = ~reading.taking
    about = _about(reading, outside)
    responsible = responsible_of(reading.all_mines.status[outside], reading.holders_of(outside), words)
    return pd.DataFrame(
        {
            **about,
            "measure": _sentence(words, "outside"),
            "responsible": responsible,
            "note": tr("在县界或各乡镇以外，未参与排序和分区。"),
        },
        index=np.flatnonzero(outside),
    )


def _sentence(words: Measures, case: str) -> str:
    return tr("{sentence}。").format(sentence=words["measure", case].text)
