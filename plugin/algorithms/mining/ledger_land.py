"""The land of a mine: what its land field says, else what lies under it."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...county.land_codes import UNKNOWN
from ...language import tr
from .ledger_reading import LedgerReading

HECTARES = ("公顷", "hm2", "hm²", "ha")
#: "耕地 12.3 公顷", "0301: 40", "林地60%": a land, how much of it, and in what.
LAND_AND_AMOUNT = re.compile(r"(?:(.+?)[\s:：]+|(\D+?))(\d[\d,]*(?:\.\d+)?)\s*(%|％|公顷|hm2|hm²|ha)?")
#: Between two lands; a comma between figures belongs to a number.
BETWEEN = re.compile(r"[；;、，+]|,(?!\d{3})")
ROUNDED = 1.01  #: stated hectares may exceed the area by what rounding does


@dataclass(frozen=True)
class StatedLand:
    """What a land field says: words of lands and the amount of each, ``in_hectares`` or in any other measure.
    ``unclear`` is a text that names several lands without amounts: nothing is taken from it.
    """

    words: tuple[str, ...] = ()
    amounts: tuple[float, ...] = ()
    in_hectares: bool = False
    unclear: bool = False

    @property
    def total(self) -> float:
        return sum(self.amounts)


def stated_land(text: str) -> StatedLand:
    """"林地" is one land, "耕地 12.3；林地 4.5" two in that proportion, "耕地 12.3 公顷、林地 4.5 公顷" two areas."""
    parts = [part.strip() for part in BETWEEN.split(text) if part.strip()]
    if not parts:
        return StatedLand()
    found = [LAND_AND_AMOUNT.fullmatch(part) for part in parts]
    if len(parts) == 1 and not found[0]:
        return StatedLand((parts[0],), (1.0,))
    if not all(found):
        return StatedLand(unclear=True)
    words = tuple((one.group(1) or one.group(2)).strip() for one in found)
    amounts = tuple(float(one.group(3).replace(",", "")) for one in found)
    if not sum(amounts) > 0:
        return StatedLand(unclear=True)
    return StatedLand(words, amounts, all(one.group(4) in HECTARES for one in found))


@dataclass(frozen=True)
class MineLand:
    """m parts of the land of mines: ``owner`` (m,), the ``row`` of the land table, UNKNOWN where the land is not known,
    and the ``hectares``. Together they are the damaged area of each mine whose area is known.
    """

    owner: np.ndarray
    row: np.ndarray
    hectares: np.ndarray


def mine_land(reading: LedgerReading, mines, cover, progress) -> MineLand:
    """The land of every mine: from its own field where that says something, else from what lies under it."""
    owner, row, share = _stated(reading, mines)
    for place in np.flatnonzero([one.unclear for one in mines.land]):
        mines.notes.add(place, tr("地类字段有几种地类而没有写各占多少，未采用。"))
    silent = ~mines.outside & np.array([not one.words for one in mines.land], dtype=bool)
    if cover is not None and silent.any():
        parts, under = cover.under(np.where(silent, mines.shapes, None), progress)
        for place in parts.twice:
            mines.notes.add(place, tr("地类图斑相互重叠，按比例折减后计。"))
        owner, row, share = np.append(owner, parts.owner), np.append(row, under), np.append(share, parts.share)
    return _with_rest(mines, owner, row.astype(int), share)


def _stated(reading: LedgerReading, mines) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Owners, rows of the land table and shares of the lands that the land field names."""
    owner = np.repeat(np.arange(len(mines.land)), [len(one.words) for one in mines.land])
    words = pd.Series([word for one in mines.land for word in one.words], dtype=object)
    if not len(words):
        return owner, np.zeros(0, dtype=int), np.zeros(0)
    whole = np.array([one.total for one in mines.land])
    hectares = np.array([one.in_hectares for one in mines.land]) & np.isfinite(mines.hectares)
    for place in np.flatnonzero(hectares & (whole > ROUNDED * np.nan_to_num(mines.hectares))):
        mines.notes.add(place, tr("地类字段的面积之和大于损毁面积，按比例折减后计。"))
    whole = np.where(hectares, np.fmax(whole, mines.hectares), whole)
    amounts = np.array([amount for one in mines.land for amount in one.amounts])
    return owner, reading.land(words, tr("矿山")).row, amounts / whole[owner]


def _with_rest(mines, owner, row, share) -> MineLand:
    """The parts with one more for what no land covers, and a note on land that is not known."""
    count = len(mines.name)
    rest = 1 - np.bincount(owner, weights=share, minlength=count)
    left = np.flatnonzero(rest > 1e-9)
    owner, row = np.append(owner, left), np.append(row, np.full(len(left), UNKNOWN))
    share = np.append(share, rest[left])
    hectares = mines.hectares[owner] * share
    unknown = np.bincount(owner, weights=np.where(row == UNKNOWN, share, 0.0), minlength=count)
    for place in np.flatnonzero((unknown > 1e-3) & np.isfinite(mines.hectares)):
        area = f"{unknown[place] * mines.hectares[place]:,.2f}"
        mines.notes.add(place, tr("有 {area} 公顷地类不明，未计费用。").format(area=area))
    return MineLand(owner, row, hectares)
