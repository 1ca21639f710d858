"""The tables of the two ledgers: unit costs, equivalent factors and values, payers and the law behind them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from qgis.core import QgsProject

from ..language import language
from .faults import BadStandard
from .land_codes import land_table, read_land
from .own_tables import own_table
from .standards import ROW, project_file, rows_of, standard_table
from .words import canonical

COSTS = "restoration_costs"
COST_COLUMNS = ("yuan_per_hm2", "management_rate", "care_yuan_per_hm2", "care_years", "recovery_years")
SERVICES = (
    "food",
    "materials",
    "water_supply",
    "gas",
    "climate",
    "purification",
    "hydrology",
    "soil",
    "nutrients",
    "biodiversity",
    "landscape",
)
ADJUSTMENTS = ("npp", "precipitation", "soil")
EDITIONS = ("shanxi_2018", "national_1990_2015", "national_2010")


@dataclass(frozen=True)
class Equivalents:
    """``factors`` (k types × services) with the types as index, ``adjustment`` (services,), ``value`` in yuan/hm² and
    year, and whether each type, and the value, is verified.
    """

    factors: pd.DataFrame
    adjustment: np.ndarray
    value: float
    name: str
    verified: pd.Series
    value_verified: bool


def unit_costs(project: QgsProject | None = None, path: str = "") -> pd.DataFrame:
    """Unit costs, index (land, damage): COST_COLUMNS and ``verified`` (bool). The file ``path`` is a table of its own;
    without it the shipped table with the project's rows holds. A land or damage may be written in the planner's words.
    Raises BadStandard naming the row and column that cannot be used.
    """
    own = Path(path) if path else project_file(f"{COSTS}.csv", project)
    if own is not None:
        _check_costs(own, project)
    if path:
        table = own_table(path, ["land", "yuan_per_hm2"], ["yuan_per_hm2"], project)
    else:
        table = standard_table(COSTS, project)
    for column in COST_COLUMNS:
        cells = table[column] if column in table else np.full(len(table), 0.0)
        table[column] = pd.to_numeric(pd.Series(cells, index=table.index), errors="coerce")
    table[list(COST_COLUMNS[1:])] = table[list(COST_COLUMNS[1:])].fillna(0.0)
    table["land"] = _lands(table["land"], project)
    table["damage"] = _damages(table["damage"], project) if "damage" in table else ""
    table["verified"] = is_verified(table)
    return table.drop_duplicates(["land", "damage"], keep="last").set_index(["land", "damage"])


def _check_costs(path: Path, project) -> None:
    """Raise BadStandard for the first cell that is not a cost, a land or a damage."""
    table = rows_in(path)
    for row in table.to_dict("records"):
        for column in COST_COLUMNS:
            _check_number(path, row, column, least=0.0)
    shipped = standard_table(COSTS)
    known = shipped.loc[shipped["damage"] == ""].set_index("land")[language()]
    lands = _lands(table["land"], project) if "land" in table else []
    damages = _damages(table["damage"], project) if "damage" in table else []
    for place, land in enumerate(lands):
        if land not in known.index:
            raise _not_one_of(path, table, place, "land", known)
    for place, damage in enumerate(damages):
        if damage is None:
            words = standard_table("class_words", project)
            words = words[words["domain"] == "mine_damage"].drop_duplicates("canonical")["word"]
            raise _not_one_of(path, table, place, "damage", words)


def _not_one_of(path, table, place: int, column: str, words) -> BadStandard:
    row = table.iloc[place]
    return BadStandard(path.name, int(row[ROW]), column, row[column], "not_one_of", "、".join(words))


def rows_in(path: Path) -> pd.DataFrame:
    """The cells of a file, a file that cannot be opened as a fault with a sentence."""
    try:
        return rows_of(path)
    except OSError as error:
        raise BadStandard(path.name, 0, "", error.strerror or str(error), "unreadable") from error


def _check_number(path: Path, row: dict, column: str, least: float | None = None) -> None:
    cell = str(row.get(column, "")).strip()
    number = float(pd.to_numeric(cell or "0", errors="coerce"))
    if not np.isfinite(number):
        raise BadStandard(path.name, int(row[ROW]), column, cell, "not_a_number")
    if least is not None and number < least:
        raise BadStandard(path.name, int(row[ROW]), column, cell, "negative")


def _lands(column: pd.Series, project) -> list[str]:
    """Cost types: as they are, or from a land-use name or code."""
    table = land_table(project)
    reading = read_land(column.astype(str), table)
    known = set(table["cost"])
    return [
        word if word in known else (table["cost"].iat[row] if row >= 0 else word)
        for word, row in zip(column, reading.row)
    ]


def _damages(column: pd.Series, project) -> list[str | None]:
    """Kinds of damage, '' where the row holds for any, None where the word is not known."""
    found, _ = canonical("mine_damage", column, project)
    return ["" if not str(word).strip() else meaning for word, meaning in zip(column, found)]


def is_verified(table: pd.DataFrame) -> np.ndarray:
    """Which rows are marked as verified; a table without marks has none."""
    if "verified" not in table:
        return np.zeros(len(table), dtype=bool)
    return table["verified"].astype(str).str.strip().str.lower().isin(("yes", "是", "已核")).to_numpy()


def equivalents(edition: str, project: QgsProject | None = None, path: str = "") -> Equivalents:
    """Equivalent factors (rows of the project's and then of the file ``path`` in the places of the shipped ones), the
    regional adjustment of each service and the value of one equivalent. Raises BadStandard.
    """
    for file in (project_file("equivalent_factors.csv", project), Path(path) if path else None):
        if file is not None:
            for row in rows_in(file).to_dict("records"):
                for column in SERVICES:
                    if column in row and not row[column]:
                        raise BadStandard(file.name, int(row[ROW]), column, "", "not_a_number")
                    _check_number(file, row, column)
    factors = standard_table("equivalent_factors", project, also=path).set_index("type")
    services = standard_table("equivalent_services", project).set_index("service")
    value = standard_table("equivalent_values", project).set_index("edition").loc[edition]
    regional = {name: _number_or(value[name], 1.0) for name in ADJUSTMENTS}
    return Equivalents(
        factors=factors[list(SERVICES)].astype(float),
        adjustment=np.array([regional.get(services.at[name, "adjust"], 1.0) for name in SERVICES]),
        value=float(value["yuan_per_hm2"]),
        name=str(value[language()]),
        verified=pd.Series(is_verified(factors), index=factors.index),
        value_verified=str(value["verified"]) == "yes",
    )


def _number_or(cell, otherwise: float) -> float:
    number = pd.to_numeric(cell, errors="coerce")
    return otherwise if pd.isna(number) else float(number)


def liability_texts(project: QgsProject | None = None) -> dict[str, str]:
    """What the law says of each case of liability, in the planner's language."""
    table = standard_table("liability_bases", project)
    return dict(zip(table["case"], table[language()]))


def benefit_payers(project: QgsProject | None = None) -> pd.DataFrame:
    """By kind of zone: ``name``, ``beneficiary`` and ``basis`` in the planner's language, ``verified`` (bool)."""
    table = standard_table("benefit_payers", project).set_index("kind")
    tongue = language()
    return pd.DataFrame(
        {
            "name": table[tongue],
            "beneficiary": table[f"beneficiary_{tongue}"],
            "basis": table[f"basis_{tongue}"],
            "verified": is_verified(table),
        }
    )
