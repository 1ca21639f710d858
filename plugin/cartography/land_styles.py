"""The styles of land use, by the codes and names in the planner's data.

The 2023 guide and the Third National Land Survey (三调) give the same number to different land: 0602 is facility
farmland in one and mining land in the other. All values of a layer together tell which system it uses.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
from qgis.core import QgsProject

from ..county.land_codes import GUIDE, SURVEY, SYSTEMS, UNKNOWN, LandReading, code_in, land_table, read_land
from ..county.words import plain
from .catalogue import Style, styles, styles_of

LAND = "landuse"
PREFIXES = {GUIDE: LAND, SURVEY: "landuse3"}
#: The class of the 2023 guide for usual words that are no class of a system (有林地, 水面), by what such land costs.
OF_KIND = {
    "cropland": "01",
    "orchard": "02",
    "forest": "03",
    "grassland": "04",
    "wetland": "05",
    "mining land": "1002",
    "water": "17",
    "other land": "23",
}


def land_styles() -> list[Style]:
    """The styles of both systems in the order of the catalogue."""
    return [found for prefix in PREFIXES.values() for found in styles_of(prefix)]


def land_codes() -> dict[str, list[str]]:
    """The codes of both systems that are drawn by each style, by the style's code."""
    table = land_table(QgsProject.instance())
    found = {}
    for system, code in table[["system", "code"]].itertuples(index=False):
        style = _of_code(system, code) if system in SYSTEMS else None
        if style:
            found.setdefault(style.code, []).append(code)
    return found


def styles_of_land(values: Iterable[object], project: QgsProject | None = None) -> dict[object, Style | None]:
    """The style of each value ("0602 采矿用地", "601", 601, "采矿用地"): that of its class, or of the class above it
    where the catalogue has no finer one; ``None`` for a value that means no land."""
    values = list(values)
    words = pd.Series([_text(value) for value in values], dtype=object)
    table = land_table(project or QgsProject.instance())
    reading = read_land(words, table)
    system = _system(words, reading)
    return {value: _style(row, word, table, system) for value, word, row in zip(values, words, reading.row)}


def _text(value: object) -> str:
    if value is None or value != value:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value).strip()


def _system(words: pd.Series, reading: LandReading) -> str:
    """The system whose codes carry the names that stand beside them; where no names do, the one that the codes fit."""
    named = dict.fromkeys(SYSTEMS, 0)
    names = {(s, c): plain(zh) for s, c, zh in reading.table[["system", "code", "zh"]].itertuples(index=False)}
    for word in dict.fromkeys(words):
        for system in SYSTEMS:
            name = names.get((system, code_in(word)[:4]))
            named[system] += bool(name) and name in plain(word).replace(" ", "")
    best = max(SYSTEMS, key=named.get)
    return best if named[best] else reading.system or GUIDE


def _style(row: int, word: str, table: pd.DataFrame, system: str) -> Style | None:
    if row == UNKNOWN:
        return None
    name = table["zh"].iat[row]
    same = table[(table["zh"] == name) & table["system"].isin(SYSTEMS)]
    here = same[same["system"] == system]
    found = here if len(here) else same
    if not len(found):
        return styles().get(f"{LAND}_{OF_KIND.get(table['cost'].iat[row])}")
    return _of_code(found["system"].iat[0], found["code"].iat[0])


def _of_code(system: str, code: str) -> Style | None:
    known = styles()
    codes = (f"{PREFIXES[system]}_{code[:length]}" for length in (len(code), 4, 2))
    return next((known[code] for code in codes if code in known), None)

