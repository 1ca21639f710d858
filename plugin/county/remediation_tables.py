"""The tables of remediation: factors and weights, severity, ways of restoration, measures, the green-mine index."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from pathlib import Path

import numpy as np
import pandas as pd
from qgis.core import QgsProject

from ..analysis.mining.factors import MEASURES, Factor
from ..analysis.mining.outlook import PLACES, OutlookStep
from ..analysis.mining.restoration import ModeRule
from ..analysis.mining.severity import MODERATE, SEVERE, LandStep
from ..language import language
from .faults import BadStandard
from .standards import ROW, as_numbers, project_file, rows_of, standard_table

FACTORS, SEVERITY, MODES = "remediation_factors", "remediation_severity", "remediation_modes"
WORDINGS, GREEN_INDEX = "remediation_measures", "green_mine_index"
LAND, OUTLOOK = "land", "outlook"
SEVERITIES = {"moderate": MODERATE, "severe": SEVERE}
UNKNOWN_CLASS = "unknown"  #: as the tables write a class that is not known


@dataclass(frozen=True)
class Wording:
    """What a row of a table says in the planner's language, and whether it is checked against a source."""

    text: str
    source: str
    verified: bool


@dataclass(frozen=True)
class FactorWording:
    """The names of a factor in Chinese and English, and what is said of a mine that is as near as counts ('' nothing);
    ``{near}`` stands for the metres.
    """

    zh: str
    en: str
    near: str

    @property
    def title(self) -> str:
        return self.zh if language() == "zh" else self.en


@dataclass(frozen=True)
class GreenIndicator:
    """A first-level indicator of the green-mine index, and the layers that show something of it ('' none)."""

    id: str
    name: str
    roles: tuple[str, ...]


def remediation_factors(
    project: QgsProject | None = None, weights: str = ""
) -> tuple[list[Factor], dict[str, FactorWording]]:
    """The factors of the score and their wording. ``weights`` is a CSV file ``factor,weight`` of one run, whose rows
    win. Raises BadStandard naming the row and column of the planner's file that cannot be used.
    """
    known = standard_table(FACTORS)["factor"].tolist()
    for file in (project_file(f"{FACTORS}.csv", project), Path(weights) if weights else None):
        if file is not None:
            _check_factors(file, known)
    table = standard_table(FACTORS, project, also=weights)
    factors = [
        Factor(
            key=row["factor"],
            weight=float(row["weight"]),
            measures=_parts(row["measure"]),
            roles=_parts(row["roles"]),
            near_m=_number(row["near_m"], 0.0),
            far_m=_number(row["far_m"], 0.0),
            levels=_levels(row["levels"]),
        )
        for row in table.to_dict("records")
    ]
    near = table[f"near_{language()}"]
    wordings = [FactorWording(zh, en, text) for zh, en, text in zip(table["zh"], table["en"], near)]
    return factors, dict(zip(table["factor"], wordings))


def severity_steps(project: QgsProject | None = None) -> tuple[list[LandStep], list[OutlookStep], dict[str, Wording]]:
    """The steps of land damage (the severest first), those of the forecast, and what each row says. A row for several
    layers becomes one step each.
    """
    table = _checked(SEVERITY, project, {"aspect": (LAND, OUTLOOK), "severity": SEVERITIES, "place": ("", *PLACES)})
    land, outlook = [], []
    for row in table.to_dict("records"):
        severity = SEVERITIES[row["severity"]]
        if row["aspect"] == LAND:
            land.append(LandStep(row["id"], row["role"], _number(row["above_hm2"], 0.0), severity))
            continue
        classes = tuple("" if part == UNKNOWN_CLASS else part for part in _parts(row["class"]))
        for role in _parts(row["role"]):
            outlook.append(OutlookStep(row["id"], role, classes, row["place"], row["working"] == "yes", severity))
    return sorted(land, key=lambda step: -step.severity), outlook, _wordings(table, "id")


def restoration_modes(project: QgsProject | None = None) -> tuple[list[ModeRule], dict[str, Wording]]:
    """The rules that choose the way of restoration, in their order, and their reasons."""
    table = standard_table(MODES, project)
    rules = [
        ModeRule(
            id=row["id"],
            mode=row["mode"],
            inside=row["inside"],
            slope_min=_number(row["slope_min_deg"], -inf),
            slope_max=_number(row["slope_max_deg"], inf),
            area_min=_number(row["area_min_hm2"], -inf),
            area_max=_number(row["area_max_hm2"], inf),
            town_max_m=_number(row["town_max_m"], inf),
        )
        for row in table.to_dict("records")
    ]
    return rules, _wordings(table, "id")


def measure_wordings(project: QgsProject | None = None) -> dict[tuple[str, str], Wording]:
    """What is to be done and by whom: by kind ('measure', 'trigger', 'mode', 'responsible') and case."""
    table = standard_table(WORDINGS, project)
    return {(row["kind"], row["case"]): _wording(row) for row in table.to_dict("records")}


def green_index(project: QgsProject | None = None) -> list[GreenIndicator]:
    """The first-level indicators of the green-mine index of 2024, in their order."""
    table = standard_table(GREEN_INDEX, project)
    return [GreenIndicator(row["id"], row[language()], _parts(row["roles"])) for row in table.to_dict("records")]


def _check_factors(file: Path, known: list[str]) -> None:
    """Raise BadStandard for the first row that is not a known factor with a weight of zero or more."""
    try:
        table = rows_of(file)
    except OSError as error:
        raise BadStandard(file.name, 0, "", error.strerror or str(error), "unreadable") from error
    for column in ("factor", "weight"):
        if column not in table.columns:
            raise BadStandard(file.name, 1, column, "", "missing_column")
    written = table["weight"].copy()
    numbers = as_numbers(table.copy(), file.name, ["weight"])["weight"]
    for place, factor, cell, number in zip(table[ROW], table["factor"], written, numbers):
        if factor not in known:
            raise BadStandard(file.name, place, "factor", factor, "not_one_of", "、".join(known))
        if cell == "" or not np.isfinite(number):
            raise BadStandard(file.name, place, "weight", cell, "not_a_number")
        if number < 0:
            raise BadStandard(file.name, place, "weight", cell, "negative")
    for row in table.to_dict("records"):
        unknown = [part for part in _parts(row.get("measure", "")) if part not in MEASURES]
        if unknown:
            raise BadStandard(file.name, row[ROW], "measure", unknown[0], "not_one_of", "、".join(MEASURES))
        for part in _parts(row.get("levels", "")):
            if np.isnan(pd.to_numeric(part.rpartition(":")[2], errors="coerce")):
                raise BadStandard(file.name, row[ROW], "levels", part, "not_a_number")


def _checked(name: str, project: QgsProject | None, allowed: dict[str, object]) -> pd.DataFrame:
    """The table, after the words of the project's own file have been looked at."""
    own = project_file(f"{name}.csv", project)
    for row in rows_of(own).to_dict("records") if own is not None else ():
        for column, words in allowed.items():
            if column in row and row[column] not in words:
                raise BadStandard(own.name, row[ROW], column, row[column], "not_one_of", "、".join(filter(None, words)))
    return standard_table(name, project)


def _parts(cell) -> tuple[str, ...]:
    return tuple(part.strip() for part in str(cell).split("|") if part.strip())


def _levels(cell) -> dict[str, float]:
    """ "first class:1|unknown:0.5" as a dictionary; an unknown class is ''."""
    found = {}
    for part in _parts(cell):
        word, _, level = part.rpartition(":")
        found["" if word.strip() == UNKNOWN_CLASS else word.strip()] = float(level)
    return found


def _number(cell, otherwise: float) -> float:
    return otherwise if cell == "" or cell != cell else float(cell)


def _wordings(table: pd.DataFrame, key: str) -> dict[str, Wording]:
    return {row[key]: _wording(row) for row in table.to_dict("records")}


def _wording(row: dict) -> Wording:
    return Wording(row[language()], row["source"], row["verified"] == "yes")
