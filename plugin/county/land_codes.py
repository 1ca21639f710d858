"""What a land-use code or name stands for: its equivalent type and its cost type.

The 2023 guide and the Third National Land Survey (三调) give the same codes to different land: 0602 is facility
farmland in one and mining land in the other. Which one a layer uses is told by the planner or found from all its codes
together, and said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd
from qgis.core import QgsProject

from .standards import standard_table
from .words import longest_held, plain

GUIDE, SURVEY, WORD = "guide2023", "survey3", "word"
SYSTEMS = (GUIDE, SURVEY)
UNKNOWN = -1
CODE = re.compile(r"(?<![0-9A-Za-z])\d[0-9A-Za-z]{0,5}(?![0-9A-Za-z])")
#: A shorter name is held by too many others ("林" in "竹林地" would be right, in "林场道路" wrong).
SHORTEST_NAME = 2


@dataclass(frozen=True)
class LandReading:
    """n pieces of land: ``row`` is the place in ``table`` (``land_equivalents``), UNKNOWN where the word is empty or
    not known. ``system`` is what codes were read as, '' when there were none; ``assumed`` when they fit both systems
    alike. ``unknown`` has the unknown words and how often they occur.
    """

    row: np.ndarray
    table: pd.DataFrame
    system: str
    assumed: bool
    unknown: pd.DataFrame


def land_table(project: QgsProject | None = None) -> pd.DataFrame:
    """``land_equivalents.csv`` with the project's rows, codes of two, four or six characters ("601" is 0601)."""
    table = standard_table("land_equivalents", project)
    table["code"] = table["code"].map(lambda cell: full_code(str(cell)))
    return table.drop_duplicates(["system", "code", "zh"], keep="last").reset_index(drop=True)


def read_land(words: pd.Series, table: pd.DataFrame, system: str = "") -> LandReading:
    """The meaning of each word: by the name in it ("0602 采矿用地" says which system it is), else by its code.

    ``words`` are text ('' for none). Without a ``system`` the one that knows more of the codes is taken, the 2023
    guide when both know as many.
    """
    distinct = [word for word in dict.fromkeys(words) if word]
    names = _names_of(table)
    by_name = {word: _row_of_name(word, names) for word in distinct}
    codes = {word: code_in(word) for word in distinct}
    assumed = False
    if not system and any(codes.values()):
        system, assumed = _system_of(by_name, codes, table)
    by_code = _rows_of_system(table, system)
    rows = {word: by_name[word] if by_name[word] >= 0 else _row_of_code(codes[word], by_code) for word in distinct}
    row = np.array([rows.get(word, UNKNOWN) for word in words], dtype=int)
    unknown = words[(row == UNKNOWN) & (words != "").to_numpy()].value_counts()
    used = any(codes[word] and by_name[word] < 0 for word in distinct)
    return LandReading(
        row,
        table,
        system if used else "",
        assumed and used,
        pd.DataFrame({"word": unknown.index, "count": unknown.to_numpy()}),
    )


def code_in(word: str) -> str:
    """The code in a word ("0602 采矿用地", "601", "1104A"), '' when there is none."""
    found = CODE.search(word)
    return full_code(found.group()) if found else ""


def full_code(code: str) -> str:
    """A code with the leading nought that spreadsheets and integer fields take away."""
    code = code.strip().upper()
    return f"0{code}" if code.isdigit() and len(code) % 2 else code


def _names_of(table: pd.DataFrame) -> dict[str, int]:
    """Chinese and English names in plain form; a name that several rows have means the same land in all of them."""
    names = {}
    for column in ("zh", "en"):
        for row, name in enumerate(table[column]):
            if len(plain(name)) >= SHORTEST_NAME:
                names.setdefault(plain(name), row)
    return names


def _row_of_name(word: str, names: dict[str, int]) -> int:
    text = plain(word)
    for whole in (text, text.replace(" ", "")):
        if whole in names:
            return names[whole]
    return names.get(longest_held(text, names), UNKNOWN)


def _rows_of_system(table: pd.DataFrame, system: str) -> dict[str, int]:
    here = np.flatnonzero((table["system"] == system).to_numpy())
    return {table["code"].iat[row]: int(row) for row in here}


def _row_of_code(code: str, by_code: dict[str, int]) -> int:
    """The row of a code; a finer one (six figures, or a letter behind) has the row of its four figures."""
    if code in by_code:
        return by_code[code]
    finer = len(code) == 6 or (len(code) > 4 and not code[-1].isdigit())
    return by_code.get(code[:4], UNKNOWN) if finer else UNKNOWN


def _system_of(by_name: dict[str, int], codes: dict[str, str], table: pd.DataFrame) -> tuple[str, bool]:
    """The system that knows more of the codes, and calls more of them by the names beside them; whether that is only
    assumed because both do alike.
    """
    score = dict.fromkeys(SYSTEMS, 0)
    for system in SYSTEMS:
        by_code = _rows_of_system(table, system)
        for word, code in codes.items():
            row = _row_of_code(code, by_code) if code else UNKNOWN
            named = by_name[word]
            same = named < 0 or table["cost"].iat[named] == table["cost"].iat[row]
            score[system] += row >= 0 and same
    best = max(SYSTEMS, key=score.get)
    return best, len(set(score.values())) == 1
