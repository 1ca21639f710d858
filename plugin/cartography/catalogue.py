"""The style catalogue: ``resources/standards/styles.csv``, one row a symbol layer, several rows a symbol.

Columns: ``code`` and ``layer`` (drawing order, 1 lowest) identify a row. The first row of a code also carries
``theme`` (group in the legend), the names ``zh`` and ``en``, ``words`` (values in the planner's data that mean this
class, joined by ``|``; after translation by ``class_words.csv`` when there is a ``domain``), ``min_scale``
(denominator above which the class is left out), ``source`` and ``verified``. The look is ``shape``, ``colour`` and
``outline`` ("R G B" or "R G B opacity"), and ``width``, ``size`` and ``dash`` in millimetres on an A3 sheet
(``units`` mm) or metres on the ground (``units`` map). Shapes are those of ``strokes`` and ``structure_layers``. A
code that draws several geometries has a style for each: ``park`` areas, ``park_point`` points (:func:`style_for`). Rows
of a file of the same name beside the project win.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

import pandas as pd
from qgis.core import QgsProject
from qgis.PyQt.QtGui import QColor

from ..county.standards import STANDARDS, project_file, standard_table
from ..county.words import canonical, plain
from ..language import language

TABLE = "styles"
LENGTH_UNITS = ("mm", "map")


@dataclass(frozen=True)
class Stroke:
    """One symbol layer of a style; lengths in the style's units, ``None`` where the catalogue is silent."""

    shape: str
    colour: QColor | None
    outline: QColor | None
    width: float
    size: float
    angle: float
    dash: tuple[float, ...]


@dataclass(frozen=True)
class Style:
    """A named class of the catalogue with its symbol layers from the lowest to the highest."""

    code: str
    theme: str
    zh: str
    en: str
    domain: str
    words: tuple[str, ...]
    geometry: str
    units: str
    min_scale: float | None
    source: str
    verified: bool
    strokes: tuple[Stroke, ...]

    @property
    def name(self) -> str:
        """The name for legends, in the user's language."""
        return self.zh if language() == "zh" else self.en

    @property
    def size(self) -> float:
        """The diameter of a point symbol."""
        return max(stroke.size for stroke in self.strokes)

    def shown_at(self, scale: float | None) -> bool:
        """Whether the class is drawn at 1:``scale``; ``None`` is any scale."""
        return scale is None or self.min_scale is None or scale <= self.min_scale

    def scaled(self, factor: float) -> Style:
        """The same style with all lengths multiplied, for paper other than A3."""
        if factor == 1.0:
            return self
        return replace(
            self,
            strokes=tuple(
                replace(s, width=s.width * factor, size=s.size * factor, dash=tuple(d * factor for d in s.dash))
                for s in self.strokes
            ),
        )


def styles() -> dict[str, Style]:
    """All styles by code: the plugin's, with the rows of the project's own catalogue."""
    project = QgsProject.instance()
    own = project_file(f"{TABLE}.csv", project)
    files = [STANDARDS / f"{TABLE}.csv", *([own] if own else [])]
    return _read(tuple((str(file), file.stat().st_mtime_ns) for file in files))


def style(code: str) -> Style:
    """The style of a code. Raises ``KeyError`` for a code that is not in the catalogue."""
    return styles()[code]


def style_for(code: str, geometry: str) -> Style:
    """The style of a code for layers of ``geometry`` (point, line or polygon): ``code`` itself, or ``code_geometry``
    where that draws another geometry and such a style exists. Raises ``KeyError`` for an unknown code."""
    found = style(code)
    return found if found.geometry == geometry else styles().get(f"{code}_{geometry}", found)


def styles_of(prefix: str, geometry: str = "") -> list[Style]:
    """The styles whose code is ``prefix`` or begins with ``prefix_``, in the order of the catalogue; only those that
    draw ``geometry`` where some do (hazards are points in one county and areas in another)."""
    found = [s for s in styles().values() if s.code == prefix or s.code.startswith(prefix + "_")]
    return [s for s in found if s.geometry == geometry] or found


def styles_of_values(values: Iterable[object], prefix: str, geometry: str = "") -> dict[object, Style | None]:
    """The style of ``prefix``, for layers of ``geometry``, that each value of the planner's data means, ``None`` for a
    value that means none."""
    candidates, values = styles_of(prefix, geometry), list(values)
    domain = next((candidate.domain for candidate in candidates if candidate.domain), "")
    meanings = canonical(domain, pd.Series(values, dtype=object))[0] if domain and values else [None] * len(values)
    return {
        value: _with_word(meaning, candidates) or _with_word(value, candidates)
        for value, meaning in zip(values, meanings)
    }


def colour(text: str) -> QColor | None:
    """A colour from "R G B" or "R G B opacity" (opacity 0–1); ``None`` from an empty text."""
    parts = text.split()
    if not parts:
        return None
    made = QColor(*(int(p) for p in parts[:3]))
    if len(parts) == 4:
        made.setAlphaF(float(parts[3]))
    return made


def _with_word(value: object, candidates: list[Style]) -> Style | None:
    if value is None or value != value:
        return None
    text = plain(f"{value:g}" if isinstance(value, float) else str(value))
    return next((c for c in candidates if text in {plain(w) for w in (*c.words, c.zh, c.en, c.code)}), None)


@lru_cache(maxsize=4)
def _read(_files: tuple) -> dict[str, Style]:
    """The catalogue as it is on disk; the files' dates are the key under which it is remembered."""
    rows = standard_table(TABLE, QgsProject.instance())
    layers: dict[str, list[dict]] = {code: [] for code in rows["code"]}
    for row in rows.sort_values("layer", kind="stable").to_dict("records"):
        layers[row["code"]].append(row)
    return {code: _style(code, found) for code, found in layers.items()}


def _style(code: str, rows: list[dict]) -> Style:
    first = rows[0]
    if first["units"] not in LENGTH_UNITS:
        raise ValueError(f"{TABLE}: units of {code} are {first['units']!r}, not one of {LENGTH_UNITS}")
    return Style(
        code=code,
        theme=first["theme"],
        zh=first["zh"],
        en=first["en"],
        domain=first["domain"],
        words=tuple(word for word in str(first["words"]).split("|") if word),
        geometry=first["geometry"],
        units=first["units"],
        min_scale=_number(first["min_scale"]) or None,
        source=first["source"],
        verified=first["verified"] == "yes",
        strokes=tuple(_stroke(row) for row in rows),
    )


def _stroke(row: dict) -> Stroke:
    return Stroke(
        shape=row["shape"],
        colour=colour(row["colour"]),
        outline=colour(row["outline"]),
        width=_number(row["width"]),
        size=_number(row["size"]),
        angle=_number(row["angle"]),
        dash=tuple(float(length) for length in str(row["dash"]).split()),
    )


def _number(cell: object) -> float:
    """The number of a cell, 0 of an empty one (which is '' in a column of texts and NaN in a column of numbers)."""
    return 0.0 if cell == "" or cell != cell else float(cell)
