"""Attribute values to columns: NULL, numbers, dates and text as pandas knows them."""

from __future__ import annotations

import re
import unicodedata

import numpy as np
import pandas as pd
from qgis.core import QgsField
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime, QVariant

GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")
DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")
PLAIN = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?")
# Counting words leave the number what it is; 万 or 公里 would not, and are reported.
COUNTING_WORD = re.compile(r"\s*[人口户床张个所名]$")


def column_of(values: list, field: QgsField) -> np.ndarray | pd.Series:
    """A column of one field's values: numbers numeric (whole ones int64 when none is missing), date-times as
    timestamps, dates and times as ISO text, else objects with None for NULL."""
    values = [None if isinstance(value, QVariant) else value for value in values]
    if field.isNumeric():
        return _numbers([np.nan if value is None else value for value in values] if None in values else values)
    if field.isDateOrTime():
        moments = any(isinstance(value, QDateTime) for value in values)
        values = [_iso(value) for value in values]
        if moments:
            return pd.to_datetime(pd.Series(values), errors="coerce").array
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column


def _numbers(values: list) -> np.ndarray:
    numbers = np.array(values) if values else np.empty(0)
    return numbers if numbers.dtype.kind in "if" else numbers.astype(float)


def _iso(value: QDate | QTime | QDateTime | None) -> str | None:
    return value.toString(Qt.DateFormat.ISODate) if value is not None and value.isValid() else None


def number_column(features, field: str) -> tuple[np.ndarray, pd.DataFrame]:
    """A field as floats, also when the numbers are kept as text.

    ``features`` is a Features or a frame indexed by fid. Full-width digits, thousands separators ("1,234"), a
    decimal comma ("12,5") and a counting word ("300 人") are understood. Returns (n,) floats and a table
    ``fid, value, reason`` of what needs a look: 'null' and 'not_a_number' are NaN in the array, 'negative'
    keeps its value.
    """
    column = getattr(features, "frame", features)[field]
    if column.dtype.kind in "iuf":
        numbers = column.to_numpy(dtype=float)
        null = ~np.isfinite(numbers)
        numbers = np.where(null, np.nan, numbers)
    else:
        numbers = np.array([number_of(value) for value in column], dtype=float)
        null = column.map(_is_blank).to_numpy(dtype=bool)
    reasons = np.select([null, np.isnan(numbers), np.nan_to_num(numbers) < 0], ["null", "not_a_number", "negative"], "")
    bad = reasons != ""
    report = pd.DataFrame(
        {"fid": column.index[bad], "value": column[bad].astype(object).to_numpy(), "reason": reasons[bad]}
    )
    return numbers, report


def _is_blank(value) -> bool:
    return value is None or value != value or (isinstance(value, str) and not value.strip())


def number_of(value) -> float:
    """One value as a float, NaN when it is not a number."""
    if value is None:
        return np.nan
    if not isinstance(value, str):
        return float(value) if isinstance(value, (int, float, np.number)) else np.nan
    text = unicodedata.normalize("NFKC", value).strip().lower()
    text = COUNTING_WORD.sub("", text)
    if GROUPED.fullmatch(text):
        text = text.replace(",", "")
    elif DECIMAL_COMMA.fullmatch(text):
        text = text.replace(",", ".")
    return float(text) if PLAIN.fullmatch(text) else np.nan
