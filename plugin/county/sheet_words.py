"""The words on its sheets that a bureau types once: kept in the project, the default of panels and algorithms."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from math import isfinite

from qgis.core import QgsProject

from ..analysis.faults import Fault
from ..bridge.sentences import sentence
from ..language import tr

SCOPE, KEY = "ronghe", "/sheet_facts"
DIRECTIONS = (8, 16)
BETWEEN = re.compile(r"[\s,，、;；/|]+")


@dataclass(frozen=True)
class SheetWords:
    """Title of the plan, who made it, who drew it, the date as it is printed, 密级, 审图号, the wind rose: 8 or 16
    numbers from north clockwise, as text; and whether the title of a sheet stands upright beside its map."""

    plan_title: str = ""
    organisation: str = ""
    drawing_office: str = ""
    date_text: str = ""
    secrecy: str = ""
    approval: str = ""
    wind: str = ""
    vertical_title: bool = False

    def given(self, **words: str | bool) -> SheetWords:
        """The same words, those that are not empty (no) in ``words`` in their places."""
        return replace(self, **{name: text for name, text in words.items() if text})


@dataclass(eq=False)
class BadWind(Fault):
    """A wind rose that cannot be read: its ``text``."""

    text: str


@sentence.register
def _bad_wind(fault: BadWind) -> str:
    return tr(
        "风向频率“{text}”应为 8 个或 16 个不小于 0 的数，从北开始顺时针，用逗号或空格分开；请改正，或留空不画玫瑰图。"
    ).format(text=fault.text)


def load_words(project: QgsProject) -> SheetWords:
    """The words kept in the project, empty where there are none."""
    return SheetWords(**{one.name: _kept(project, f"{KEY}/{one.name}", one.default) for one in fields(SheetWords)})


def save_words(project: QgsProject, words: SheetWords) -> None:
    """Keep the words in the project; they are on disk when the planner saves it."""
    for one in fields(SheetWords):
        write = project.writeEntryBool if isinstance(one.default, bool) else project.writeEntry
        write(SCOPE, f"{KEY}/{one.name}", getattr(words, one.name))


def _kept(project: QgsProject, key: str, default: str | bool) -> str | bool:
    read = project.readBoolEntry if isinstance(default, bool) else project.readEntry
    return read(SCOPE, key, default)[0]


def wind_of(text: str) -> tuple[float, ...] | None:
    """The frequencies of a wind rose, None for no text. Raises :class:`BadWind`."""
    parts = [part.rstrip("%％") for part in BETWEEN.split(text.strip()) if part]
    if not parts:
        return None
    try:
        values = tuple(float(part) for part in parts)
    except ValueError:
        raise BadWind(text) from None
    if len(values) not in DIRECTIONS or not all(isfinite(one) and one >= 0 for one in values) or not any(values):
        raise BadWind(text)
    return values
