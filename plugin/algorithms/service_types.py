"""Facilities by type and level, and the minutes that a standard allows each of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..bridge.sentences import listed, listed_ids
from ..county.words import canonical
from ..language import tr
from .attribute_words import word_of

LEVELS = ("county", "town", "village")  #: from the highest: a county hospital does what a clinic does


@dataclass(frozen=True)
class FacilityGroups:
    """For every facility its ``type`` and ``level`` (text, empty when none is given), the ``threshold`` in minutes
    and its ``name``; ``types`` in the order of their first facility.
    """

    type: np.ndarray
    level: np.ndarray
    threshold: np.ndarray
    name: np.ndarray

    @property
    def types(self) -> list[str]:
        return list(dict.fromkeys(self.type.tolist()))


def group_facilities(
    frame: pd.DataFrame,
    type_field: str,
    level_field: str,
    name_field: str,
    standard: pd.DataFrame | None,
    threshold: float,
    project,
    feedback,
) -> FacilityGroups:
    """Types and levels of the facilities in ``frame``; a row of ``standard`` (type, level, minutes) wins over
    ``threshold``, a row without level holds for all levels of its type.
    """
    service = _types(frame, type_field, feedback)
    level = _levels(frame, level_field, project, feedback)
    minutes = np.full(len(frame), float(threshold))
    if standard is not None:
        minutes = _allowed(service, level, standard, threshold, project, feedback)
    name = _text(frame, name_field) if name_field else np.array([str(fid) for fid in frame.index], dtype=object)
    return FacilityGroups(service, level, minutes, name)


def _pair_word(kind: str, level: str) -> str:
    """A type and level as they are named in a sentence, without the one that is empty."""
    return "·".join(word for word in (kind, level_word(level)) if word) or "—"


def level_word(level: str) -> str:
    """A level in the planner's language."""
    return {"county": tr("中心城区"), "town": tr("重点镇"), "village": tr("村")}.get(level, level)


def _text(frame: pd.DataFrame, field: str) -> np.ndarray:
    if not field:
        return np.full(len(frame), "", dtype=object)
    return np.array([word_of(value) for value in frame[field]], dtype=object)


def _types(frame: pd.DataFrame, field: str, feedback) -> np.ndarray:
    """The type of every facility; without a field all are of one nameless type."""
    service = _text(frame, field)
    missing = service == ""
    if field and missing.any():
        feedback.pushWarning(
            tr("设施图层有 {count} 处没有类型（编号 {ids}），归为“类型不明”；请补填类型后重算。").format(
                count=int(missing.sum()), ids=listed_ids(frame.index[missing].tolist())
            )
        )
        service[missing] = tr("类型不明")
    return service


def _levels(frame, field, project, feedback) -> np.ndarray:
    words = pd.Series(_text(frame, field), dtype=object)
    if not field:
        return words.to_numpy()
    level, unknown = canonical("facility_level", words, project)
    if len(unknown):
        feedback.pushWarning(
            tr("设施级别中有 {kinds} 种写法不认识（{words}），共 {count} 处，单独成级。").format(
                kinds=len(unknown),
                words=listed(unknown["word"].astype(str).tolist()),
                count=int(unknown["count"].sum()),
            )
        )
    return level.where(level.notna() & (level != ""), words).to_numpy(dtype=object)


def _allowed(service, level, standard, threshold, project, feedback) -> np.ndarray:
    levels = standard["level"] if "level" in standard else pd.Series("", index=standard.index)
    known, _ = canonical("facility_level", levels.fillna("").astype(str), project)
    levels = known.where(known.notna() & (known != ""), levels.fillna("").astype(str))
    minutes = {
        (str(kind).strip(), str(rank).strip()): float(value)
        for kind, rank, value in zip(standard["type"].fillna(""), levels, standard["minutes"])
        if value > 0
    }
    found = [minutes.get((kind, rank), minutes.get((kind, ""))) for kind, rank in zip(service, level)]
    without = {(kind, rank) for kind, rank, value in zip(service, level, found) if value is None}
    if without:
        feedback.pushWarning(
            tr("标准表中没有 {pairs} 的时限，按 {minutes} 分钟计。").format(
                pairs=listed(sorted(_pair_word(kind, rank) for kind, rank in without), len(without)),
                minutes=f"{threshold:g}",
            )
        )
    return np.array([threshold if value is None else value for value in found], dtype=float)
