"""The yearly output of mines as planners write it: 80, "80 万吨", "800000 吨/年", "30 万立方米", in one unit."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...bridge.columns import number_column, number_of
from ...bridge.sentences import listed_ids, number_sentences
from ...language import tr
from .output_units import MASS, SCALES, UNITS, UNSAID, VOLUME, plain_units, said_unit

UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
AMOUNT = re.compile(rf"(?:约|年产)*([-+]?[\d.,]+)(百万|千|万|亿|)({UNIT}|)(?:(?:/|每)(?:年|a|yr|year))?")


@dataclass(frozen=True)
class Capacities:
    """Yearly output (n,), NaN where nobody knows it, in ten thousand tonnes or cubic metres as ``unit`` says; where no
    unit is written, as it was given.
    """

    value: np.ndarray
    unit: str

    @property
    def unit_word(self) -> str:
        """The unit as the planner reads it, '' when it is not known."""
        return {MASS: tr("万吨/年"), VOLUME: tr("万立方米/年")}.get(self.unit, "")

    def worded(self, value: float) -> str:
        """An amount with its unit."""
        return f"{value:,.10g} {self.unit_word}".rstrip()


def read_capacities(features, field: str, feedback) -> Capacities:
    """The capacities of a layer that was read; without a ``field`` none is known. What cannot be used is said.

    Where tonnes and cubic metres are mixed, the unit that most rows have counts and the others are unknown: rock has
    no one density.
    """
    frame = features.frame
    if not field:
        feedback.pushWarning(tr("没有指定产能字段，产能按不明处理，不参与选定牵头石料厂。"))
        return Capacities(np.full(len(frame), np.nan), UNSAID)
    said = said_unit(features, field, feedback)
    scale, unit = said.scale, said.unit
    if frame[field].dtype.kind in "iuf":
        value, bad = number_column(features, field)
        units = np.full(len(value), unit, dtype=object)
        value = value * scale
    else:
        value, units = _parsed(frame[field], scale, unit)
        bad = _report(frame[field], value)
    written = pd.Series(units[np.isfinite(value) & (units != UNSAID)], dtype=object).value_counts()
    unit = sorted(written.index, key=lambda one: (-written[one], one))[0] if len(written) else UNSAID
    other = np.isfinite(value) & (units != UNSAID) & (units != unit)
    for text in number_sentences(features, field, bad):
        feedback.pushWarning(text)
    capacities = Capacities(np.where(other | (value < 0), np.nan, value), unit)
    if other.any():
        feedback.pushWarning(
            tr(
                "石料厂图层的字段“{field}”有 {count} 条的单位与多数的“{unit}”不同（要素编号 {fids}），无法折算，"
                "产能按不明处理；请统一单位后重算。"
            ).format(
                field=field,
                count=int(other.sum()),
                unit=capacities.unit_word,
                fids=listed_ids(frame.index[other].tolist()),
            )
        )
    unsaid = np.isfinite(capacities.value) & (units == UNSAID)
    if unit and unsaid.any():
        feedback.pushWarning(
            tr("石料厂图层的字段“{field}”有 {count} 条没有写单位（要素编号 {fids}），按{unit}计；请核对。").format(
                field=field,
                count=int(unsaid.sum()),
                unit=capacities.unit_word,
                fids=listed_ids(frame.index[unsaid].tolist()),
            )
        )
    return capacities


def _parsed(column: pd.Series, scale: float, unit: str) -> tuple[np.ndarray, np.ndarray]:
    """Values in the field's unit (or ten thousands of their own), and the unit of each; NaN for what is no amount."""
    values, units = np.full(len(column), np.nan), np.full(len(column), unit, dtype=object)
    for row, cell in enumerate(column):
        if cell is None or cell != cell:
            continue
        found = AMOUNT.fullmatch(plain_units(str(cell)))
        if found is None:
            continue
        number = number_of(found.group(1))
        if found.group(3):
            values[row], units[row] = number * SCALES[found.group(2)], UNITS[found.group(3)]
        else:
            values[row] = number * (SCALES[found.group(2)] if found.group(2) else scale)
    return values, units


def _report(column: pd.Series, value: np.ndarray) -> pd.DataFrame:
    """``fid, value, reason`` of the rows that have no amount, or a negative one."""
    blank = column.map(lambda cell: cell is None or cell != cell or not str(cell).strip()).to_numpy(dtype=bool)
    reason = np.select([blank, np.isnan(value), np.nan_to_num(value) < 0], ["null", "not_a_number", "negative"], "")
    bad = reason != ""
    return pd.DataFrame({"fid": column.index[bad], "value": column[bad].to_numpy(), "reason": reason[bad]})
