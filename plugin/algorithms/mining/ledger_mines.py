"""The mines of the ledger of responsibility: who holds them, what state they are in, how much land they damaged."""

from __future__ import annotations

import re
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...analysis.mining.faults import NothingToPayFor
from ...analysis.mining.responsibility import UNSTATED, liability_case
from ...bridge.areas import ellipsoidal_areas
from ...bridge.columns import number_column, number_of
from ...bridge.sentences import listed, number_sentences
from ...bridge.vector import Features
from ...county.words import canonical
from ...language import tr
from ..attribute_words import word_of
from . import ledger_parameters as names
from .ledger_land import StatedLand, stated_land
from .ledger_notes import Notes
from .ledger_reading import LedgerReading
from .output_units import said_unit

SQUARE_METRES = 10_000.0  #: of a hectare
#: A field of holders that says there is none. A company may have such a word in its name, so the whole cell counts.
NOBODY = {"无", "无主", "不详", "未知", "不明", "历史遗留", "无责任人", "-", "—", "/", "none", "unknown", "n/a"}
#: Words that tell of a holder that is gone, wherever they stand.
GONE = re.compile(r"灭失|注销|无法确认|无法确定|deregistered|dissolved")
#: Fields by which the list of mines that remediation makes is known; mines outside the county have no priority there.
PRIORITY, RANK, MEASURE = "priority", "rank", "measure"
FIELDS = (
    names.NAME_FIELD,
    names.STATUS_FIELD,
    names.HOLDER_FIELD,
    names.METHOD_FIELD,
    names.DAMAGE_FIELD,
    names.AREA_FIELD,
    names.CAPACITY_FIELD,
    names.REMAINING_FIELD,
    names.LAND_FIELD,
)


def is_holder(word: str) -> bool:
    """Whether a field of holders names somebody who is there to pay."""
    return bool(word) and word.lower() not in NOBODY and not GONE.search(word)


@dataclass(frozen=True)
class Mines:
    """n mines, those without a usable place last (their shape is None). ``hectares`` is the damaged area, NaN where
    nobody knows it; ``case`` is the rule of liability, ``payer`` its name; ``output`` and ``remaining`` are in 10⁴ t.
    ``land`` is what the land field says of each. ``outside`` are mines that remediation found to lie outside the
    county: nothing is known of their land or area here. ``notes`` collects what has to be said about each.
    """

    frame: gpd.GeoDataFrame
    shapes: np.ndarray
    name: np.ndarray
    status: np.ndarray
    status_word: np.ndarray
    case: np.ndarray
    payer: np.ndarray
    damage: np.ndarray
    hectares: np.ndarray
    output: np.ndarray
    remaining: np.ndarray
    land: list[StatedLand]
    outside: np.ndarray
    notes: Notes


def read_mines(reading: LedgerReading) -> Mines:
    """The mines of the run. Raises NothingToPayFor when there is none."""
    judged = _judged_fields(reading)
    features = reading.read(names.MINES, tr("矿山"), None, [*(reading.field(one) for one in FIELDS), *judged])
    if features is None or not features.total:
        raise NothingToPayFor()
    kept, lost = features.frame, features.lost
    frame = pd.concat([kept, lost]) if len(lost) else kept
    shapes = np.append(kept.geometry.to_numpy(), np.full(len(lost), None))
    notes, name = Notes(len(frame)), _names(reading, frame)
    outside = _outside(reading, frame, shapes, judged, name, notes)
    land = [
        StatedLand() if away else stated_land(text)
        for text, away in zip(_words(reading, frame, names.LAND_FIELD), outside)
    ]
    status_word = _words(reading, frame, names.STATUS_FIELD)
    status = _status(reading, status_word, notes)
    holder = _words(reading, frame, names.HOLDER_FIELD)
    known = np.array([is_holder(word) for word in holder], bool)
    case = liability_case(status, known, stated=bool(reading.field(names.HOLDER_FIELD)))
    return Mines(
        frame=gpd.GeoDataFrame(geometry=gpd.GeoSeries(shapes, crs=kept.crs), index=frame.index),
        shapes=shapes,
        name=name,
        status=status,
        status_word=status_word,
        case=case,
        payer=np.where(outside, tr("由所在县处理"), _payers(reading, case, holder, known, notes)).astype(object),
        damage=_damage(reading, frame, notes),
        hectares=np.where(outside, np.nan, _hectares(reading, features, frame, shapes, land, notes)),
        output=_ten_thousands(reading, features, frame, names.CAPACITY_FIELD),
        remaining=_ten_thousands(reading, features, frame, names.REMAINING_FIELD),
        land=land,
        outside=outside,
        notes=notes,
    )


def _judged_fields(reading: LedgerReading) -> list[str]:
    """The fields in which remediation tells what became of a mine, with the priority first; none in other layers."""
    given = reading.algorithm.parameterAsSource(reading.parameters, names.MINES, reading.context)
    present = [one.name() for one in given.fields()] if given is not None else []
    fields = [PRIORITY, RANK, MEASURE]
    return fields if all(one in present for one in fields) else []


def _outside(reading: LedgerReading, frame, shapes, judged: list[str], name, notes: Notes) -> np.ndarray:
    """Which mines (n,) remediation found to lie outside the county; they are said and settled. A mine without a place
    has no priority either, but may well be the county's.
    """
    if not judged:
        return np.zeros(len(frame), dtype=bool)
    outside = (frame[PRIORITY].map(word_of) == "").to_numpy() & np.array([one is not None for one in shapes], bool)
    for place in np.flatnonzero(outside):
        notes.settle(place, tr("矿山整治清单注明这座矿山在县界以外，未计费用，也不列入合计。"))
    if outside.any():
        reading.feedback.pushWarning(
            tr("矿山图层是矿山整治清单，其中 {count} 座在县界以外（{names}），未计费用，只在责任台账中列出。").format(
                count=int(outside.sum()), names=listed(name[outside].tolist())
            )
        )
    return outside


def _words(reading: LedgerReading, frame: pd.DataFrame, parameter: str) -> np.ndarray:
    """The text (n,) of a chosen field, empty for NULL and where no field was chosen."""
    field = reading.field(parameter)
    if not field:
        return np.full(len(frame), "", dtype=object)
    return np.array([word_of(value) for value in frame[field]], dtype=object)


def _names(reading: LedgerReading, frame: pd.DataFrame) -> np.ndarray:
    words = _words(reading, frame, names.NAME_FIELD)
    numbered = [word or tr("矿山 {number}").format(number=fid) for word, fid in zip(words, frame.index)]
    return np.array(numbered, dtype=object)


def _status(reading: LedgerReading, words: np.ndarray, notes: Notes) -> np.ndarray:
    """Canonical states, None where the word is empty or not known; unknown words are said."""
    if not reading.field(names.STATUS_FIELD):
        reading.feedback.pushWarning(tr("没有指定矿山状态字段，无法判断历史遗留矿山，责任人按采矿权人计。"))
    found, unknown = canonical("mine_status", pd.Series(words, dtype=object), reading.project)
    if len(unknown):
        reading.feedback.pushWarning(
            tr(
                "矿山状态中有 {kinds} 种写法不认识（{words}），共 {count} 座，责任人须查明；"
                "可在工程旁的 class_words.csv 中补充。"
            ).format(
                kinds=len(unknown),
                words=listed(unknown["word"].tolist()),
                count=int(unknown["count"].sum()),
            )
        )
    status = found.to_numpy(dtype=object)
    missing = np.array([one is None for one in status], dtype=bool)
    for place in np.flatnonzero(missing):
        word = words[place]
        notes.add(place, tr("矿山状态“{word}”不明。").format(word=word) if word else tr("没有填写矿山状态。"))
    return status


def _payers(reading: LedgerReading, case, holder, known, notes: Notes) -> np.ndarray:
    government = reading.algorithm.parameterAsString(reading.parameters, names.GOVERNMENT, reading.context)
    government = government.strip() or tr("县级人民政府")
    nobody = (case != "legacy") & ~known
    unstated = case == UNSTATED
    for place in np.flatnonzero(nobody):
        notes.add(
            place,
            tr("没有采矿权人字段，不能认定为历史遗留，须先查明采矿权人。")
            if unstated[place]
            else tr("没有采矿权人，责任人须查明。"),
        )
    if unstated.any():
        reading.feedback.pushWarning(
            tr(
                "没有采矿权人字段，{count} 座废弃矿山不能认定为历史遗留，责任人须先查明，没有算出历史遗留矿山的费用；"
                "请选定字段后重算。"
            ).format(count=int(unstated.sum()))
        )
    return np.where(case == "legacy", government, np.where(nobody, tr("责任人待查明"), holder)).astype(object)


def _damage(reading: LedgerReading, frame: pd.DataFrame, notes: Notes) -> np.ndarray:
    """Kinds of damage (n,): as they are given, else open pits excavate and underground mines subside; '' unknown."""
    words = pd.Series(_words(reading, frame, names.DAMAGE_FIELD), dtype=object)
    found, unknown = canonical("mine_damage", words, reading.project)
    if len(unknown):
        reading.feedback.pushWarning(
            tr("损毁类型中有 {kinds} 种写法不认识（{words}），共 {count} 座，按不分损毁类型的单价计。").format(
                kinds=len(unknown), words=listed(unknown["word"].tolist()), count=int(unknown["count"].sum())
            )
        )
    damage = found.fillna("").to_numpy(dtype=object)
    methods, _ = canonical(
        "mining_method", pd.Series(_words(reading, frame, names.METHOD_FIELD), dtype=object), reading.project
    )
    by_method = methods.map({"open pit": "excavation", "underground": "subsidence"}).fillna("").to_numpy(dtype=object)
    derived = (words == "").to_numpy() & (by_method != "")
    for place in np.flatnonzero(derived):
        notes.add(
            place,
            tr("损毁类型按开采方式推定为挖损。")
            if by_method[place] == "excavation"
            else tr("损毁类型按开采方式推定为塌陷。"),
        )
    return np.where(derived, by_method, damage)


def _hectares(reading: LedgerReading, features: Features, frame, shapes, land, notes: Notes) -> np.ndarray:
    """Damaged hectares (n,): from the area field where it is above zero, else the whole polygon; of a point the
    hectares that its land field adds up to, else NaN.
    """
    given = _amount(reading, features, frame, names.AREA_FIELD)
    polygon = shapely.area(shapes) > 0
    whole = np.full(len(frame), np.nan)
    whole[polygon] = ellipsoidal_areas(shapes[polygon], reading.crs, reading.project) / SQUARE_METRES
    unusable = ~(given > 0)
    for place in np.flatnonzero(unusable & polygon):
        notes.add(place, tr("按矿区范围全部面积计，未区分实际损毁面积，是上限。"))
    stated = np.array([one.total if one.in_hectares else np.nan for one in land], dtype=float)
    for place in np.flatnonzero(unusable & ~polygon & np.isnan(stated)):
        notes.add(
            place,
            tr("矿山是点或没有图形，也没有损毁面积，未计费用。")
            if np.isnan(given[place])
            else tr("损毁面积不是大于 0 的数，未计费用。"),
        )
    return np.where(unusable, np.where(polygon, whole, stated), given)


def _ten_thousands(reading: LedgerReading, features: Features, frame, parameter: str) -> np.ndarray:
    """A field of outputs or reserves (n,) in ten thousands, in the unit that its name says."""
    field = reading.field(parameter)
    return _amount(reading, features, frame, parameter) * (
        said_unit(features, field, reading.feedback).scale if field else 1.0
    )


def _amount(reading: LedgerReading, features: Features, frame, parameter: str) -> np.ndarray:
    """A field of numbers (n,), NaN where it has none or was not chosen; what is not a number is said."""
    field = reading.field(parameter)
    if not field:
        return np.full(len(frame), np.nan)
    _, bad = number_column(features, field)
    # An empty cell is no mistake here: abandoned mines have no output.
    for text in number_sentences(features, field, bad[bad["reason"] != "null"]):
        reading.feedback.pushWarning(text)
    return np.array([number_of(value) for value in frame[field]], dtype=float)
