"""What planners write of a mine — status, mineral, method, land — as the words the plugin calculates with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from ...bridge.sentences import listed
from ...county.faults import BadStandard
from ...county.land_codes import UNKNOWN, land_table, read_land
from ...county.own_tables import own_table
from ...county.standards import ROW, rows_of
from ...county.words import canonical, plain
from ...language import tr
from ..attribute_words import word_of
from .ledger_land import stated_land

STATUSES = ("proposed", "under construction", "operating", "idle", "abandoned")
#: Cost types of land (``land_equivalents.csv``) as DZ/T 0223 groups land.
LAND_GROUPS = {"cropland": "cropland", "forest": "forest", "grassland": "forest", "other land": "wasteland"}
LAND_KINDS = ("farmland", "cropland", "forest", "wasteland")
BASIC_FARMLAND = ("基本农田", "永农", "basic farmland")


def status_titles() -> dict[str, str]:
    """The statuses as the planner reads them."""
    return {
        "proposed": tr("新建（拟建）"),
        "under construction": tr("在建"),
        "operating": tr("生产"),
        "idle": tr("停产"),
        "abandoned": tr("废弃"),
        "": tr("状态不明"),
    }


def words_of(frame: pd.DataFrame, field: str) -> pd.Series:
    """A field's values as text, '' where empty or where no field was chosen."""
    if not field:
        return pd.Series("", index=frame.index, dtype=object)
    return frame[field].map(word_of).astype(object)


def statuses(words: pd.Series, own_words: str, project, feedback) -> tuple[np.ndarray, np.ndarray]:
    """Canonical statuses (n,), '' where empty or unknown, and the words (n,) that nobody knows ('' elsewhere).

    ``own_words`` is the planner's CSV file ``word,canonical``; its rows win over ``class_words.csv``.
    """
    own = _own_statuses(own_words, project)
    found, _ = canonical("mine_status", words, project)
    found = found.where(~words.map(plain).isin(own), words.map(plain).map(own))
    known = found.isin(STATUSES)
    unknown = words.where(~known & (words != ""), "")
    counts = unknown[unknown != ""].value_counts()
    if len(counts):
        feedback.pushWarning(
            tr(
                "矿山状态中有 {kinds} 种写法不认识（{words}），共 {count} 座，按状态不明处理；"
                "请在“状态写法对照表”或工程旁的 class_words.csv 中补充（可用：{allowed}）。"
            ).format(
                kinds=len(counts),
                words=listed(counts.index.astype(str)),
                count=int(counts.sum()),
                allowed=listed(STATUSES),
            )
        )
    empty = int((words == "").sum())
    if empty:
        feedback.pushWarning(tr("有 {count} 座矿山没有状态，按状态不明处理；请补填状态后重算。").format(count=empty))
    return found.where(known, "").to_numpy(dtype=object), unknown.to_numpy(dtype=object)


def _own_statuses(path: str, project) -> dict[str, str]:
    """The planner's words in plain form; raises BadStandard for a row without a word or with a status that is none."""
    if not path:
        return {}
    file = Path(path)
    try:
        table = own_table(file, ["word", "canonical"], [], project)
        places = rows_of(file)[ROW]
    except OSError as error:
        raise BadStandard(file.name, 0, "", error.strerror or str(error), "unreadable") from error
    found = {}
    for place, word, meaning in zip(places, table["word"], table["canonical"]):
        if not word:
            raise BadStandard(file.name, place, "word", "", "no_key")
        if plain(meaning) not in STATUSES:
            raise BadStandard(file.name, place, "canonical", meaning, "not_one_of", listed(STATUSES))
        found[plain(word)] = plain(meaning)
    return found


def classes(domain: str, title: str, words: pd.Series, project, feedback) -> np.ndarray:
    """Canonical words (n,) of a domain, '' where empty or unknown; unknown ones are listed."""
    found, unknown = canonical(domain, words, project)
    unknown = unknown[unknown["word"] != ""]
    if len(unknown):
        feedback.pushInfo(
            tr("矿山的{title}中有 {kinds} 种写法不认识（{words}），共 {count} 座，按{title}不明处理。").format(
                title=title,
                kinds=len(unknown),
                words=listed(unknown["word"].astype(str).tolist()),
                count=int(unknown["count"].sum()),
            )
        )
    return found.fillna("").to_numpy(dtype=object)


@dataclass(frozen=True)
class StatedLands:
    """What a land field says of n mines: ``hectares`` (n,) by group of DZ/T 0223 ('farmland', 'cropland', 'forest' with
    grassland, 'wasteland'), and ``stated`` (n,) where it says something that is understood.
    """

    hectares: dict[str, np.ndarray]
    stated: np.ndarray


def stated_lands(words: pd.Series, hectares: np.ndarray, project, feedback) -> StatedLands:
    """Land fields like "林地", "耕地 12.3；林地 4.5" or "耕地 12.3 公顷". ``hectares`` (n,) are the mines' own, NaN for
    points: they count only where the field has hectares itself.
    """
    stated, found = np.zeros(len(words), dtype=bool), {}
    lands = [stated_land(word) for word in words]
    owner = np.repeat(np.arange(len(lands)), [len(one.words) for one in lands])
    named = pd.Series([word for one in lands for word in one.words], dtype=object)
    unclear = sum(one.unclear for one in lands)
    if unclear:
        feedback.pushWarning(
            tr("有 {count} 座矿山的占用地类有几种而没有写各占多少，未采用；请写成“耕地 3 公顷；林地 5 公顷”。").format(
                count=unclear
            )
        )
    if not len(named):
        return StatedLands(found, stated)
    groups = _land_groups(named, project, feedback)
    amounts = np.array([amount for one in lands for amount in one.amounts])
    totals = np.array([one.total for one in lands])
    in_hectares = np.array([one.in_hectares for one in lands])
    areas = np.where(in_hectares[owner], amounts, amounts / np.where(totals > 0, totals, 1.0)[owner] * hectares[owner])
    for group in [one for one in dict.fromkeys(groups) if one in LAND_KINDS]:
        own = (groups == group) & np.isfinite(areas)
        found[group] = np.bincount(owner[own], weights=areas[own], minlength=len(words))
    stated[owner[(groups != "") & np.isfinite(areas)]] = True
    return StatedLands(found, stated)


def _land_groups(words: pd.Series, project, feedback) -> np.ndarray:
    """The group (m,) of each land: 'other' for land that DZ/T 0223 has no limits for, '' for a word nobody knows."""
    reading = read_land(words, land_table(project))
    cost = reading.table["cost"].to_numpy(dtype=object)
    group = np.array(["" if row == UNKNOWN else LAND_GROUPS.get(cost[row], "other") for row in reading.row], object)
    basic = words.map(lambda word: any(name in word.lower() for name in BASIC_FARMLAND)).to_numpy()
    group[basic] = "farmland"
    unknown = words[group == ""].value_counts()
    if len(unknown):
        feedback.pushWarning(
            tr("矿山占用地类中有 {kinds} 种写法不认识（{words}），共 {count} 座，不计土地损毁。").format(
                kinds=len(unknown), words=listed(unknown.index.astype(str)), count=int(unknown.sum())
            )
        )
    return group
