"""The tables of standards: shipped with the plugin, and changed by a file of the same name beside the project."""

from __future__ import annotations

import csv
import io
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd
from qgis.core import QgsProject

from ..language import RESOURCES
from .faults import BadStandard

STANDARDS = RESOURCES / "standards"
# Planners save from Excel, which writes the system's encoding: GB 18030 covers GBK and GB 2312.
ENCODINGS = ("utf-8-sig", "gb18030")
ROW = "__row__"


def standard_table(name: str, project: QgsProject | None = None, also: str | Path = "") -> pd.DataFrame:
    """The table ``resources/standards/<name>.csv``, with the rows of the project's own file of that name and then of
    the file ``also``.

    A row of the project replaces the shipped row with the same key and is added otherwise; the key is the fewest
    leading columns that tell the shipped rows apart. Columns that are numbers in the shipped table must be numbers
    in the project's; empty cells are NaN there and '' in text. Raises BadStandard.
    """
    file = f"{name}.csv"
    files = (STANDARDS / file, project_file(file, project), Path(also) if also else None)
    return _read(file, tuple((path, *_state(path)) for path in files if path is not None)).copy()


@lru_cache(maxsize=64)
def _read(file: str, files: tuple[tuple, ...]) -> pd.DataFrame:
    """The shipped file with the rows of the others in their places; remembered until one of the files changes."""
    (first, *_), *others = files
    table = shipped = as_numbers(rows_of(first), file)
    for path, *_ in others:
        table = _merged(table, rows_of(path), path.name, _key_of(shipped))
    return table.drop(columns=ROW).reset_index(drop=True)


def _state(path: Path) -> tuple[int, int]:
    """When a file was last written and how long it is; a file that is not there is said where it is read."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def project_file(file: str, project: QgsProject | None) -> Path | None:
    """The file of that name in the folder of the saved project, None when there is none."""
    if project is None or not project.fileName():
        return None
    beside = Path(project.absolutePath()) / file
    return beside if beside.is_file() else None


def rows_of(path: Path) -> pd.DataFrame:
    """All cells as stripped text, with the line each row stands in."""
    lines = list(csv.reader(io.StringIO(_text_of(path), newline="")))
    if not lines:
        raise BadStandard(path.name, 0, "", "", "unreadable")
    heading = [cell.strip() for cell in lines[0]]
    while heading and not heading[-1]:
        heading.pop()
    rows, places = [], []
    for place, line in enumerate(lines[1:], start=2):
        cells = [cell.strip() for cell in line]
        if not any(cells):
            continue
        surplus = [cell for cell in cells[len(heading) :] if cell]
        if surplus:
            raise BadStandard(path.name, place, "", surplus[0], "too_many_cells")
        rows.append((cells + [""] * len(heading))[: len(heading)])
        places.append(place)
    table = pd.DataFrame(rows, columns=heading, dtype=object)
    table[ROW] = places
    return table


def _text_of(path: Path) -> str:
    content = path.read_bytes()
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadStandard(path.name, 0, "", ", ".join(ENCODINGS), "unreadable")


def as_numbers(table: pd.DataFrame, file: str, wanted: list[str] | None = None) -> pd.DataFrame:
    """Text columns to numbers: the ``wanted`` ones, else those whose every filled cell is one."""
    for column in table.columns.drop(ROW) if wanted is None else wanted:
        text = table[column]
        numbers = pd.to_numeric(text.replace("", np.nan), errors="coerce")
        bad = ~np.isfinite(numbers) & (text != "")
        if not bad.any() and (text != "").any():
            table[column] = numbers
        elif wanted is not None and bad.any():
            first = bad.idxmax()
            raise BadStandard(file, int(table.at[first, ROW]), column, text[first], "not_a_number")
    return table


def _key_of(table: pd.DataFrame) -> list[str]:
    columns = list(table.columns.drop(ROW))
    for count in range(1, len(columns) + 1):
        if not table.duplicated(columns[:count]).any():
            return columns[:count]
    return columns


def _merged(shipped: pd.DataFrame, own: pd.DataFrame, file: str, key: list[str]) -> pd.DataFrame:
    for column in key:
        if column not in own.columns:
            raise BadStandard(file, 1, column, "", "missing_column")
    numeric = [one for one in shipped.columns.drop(ROW) if shipped[one].dtype.kind in "if" and one in own.columns]
    own = as_numbers(own, file, numeric)
    _check_keys(own, key, file)

    shipped, own = (table.set_index(key, drop=False) for table in (shipped, own))
    # A column that the project's file leaves out keeps what the shipped row says.
    for column in shipped.columns.drop(ROW):
        if column not in own.columns:
            own[column] = shipped[column].reindex(own.index)
            if shipped[column].dtype == object:
                own[column] = own[column].fillna("")
    order = list(shipped.index) + [one for one in own.index if one not in shipped.index]
    merged = pd.concat([shipped[~shipped.index.isin(own.index)], own[[*shipped.columns]]]).loc[order]
    return merged.reset_index(drop=True)


def _check_keys(own: pd.DataFrame, key: list[str], file: str) -> None:
    """The first key column is filled in every row, and no two rows have the same key."""
    empty = own[key[0]].isna() | (own[key[0]] == "")
    if empty.any():
        raise BadStandard(file, int(own.at[empty.idxmax(), ROW]), key[0], "", "no_key")
    double = own.duplicated(key)
    if double.any():
        first = own.loc[double.idxmax()]
        words = " ".join(str(first[column]) for column in key)
        raise BadStandard(file, int(first[ROW]), "、".join(key), words, "duplicate")
