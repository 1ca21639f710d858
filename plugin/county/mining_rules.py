"""The rule table of mining: shipped, changed row by row by the project's own file, and by the file of one run."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
from qgis.core import QgsProject

from ..analysis.mining import rules as words
from ..analysis.mining.rules import Rule
from ..language import language, tr
from .faults import BadStandard
from .standards import ROW, project_file, rows_of, standard_table

TABLE = "mining_rules"
NAMES = ("name", "measured", "law", "article", "reason", "note")
TEXTS = tuple(f"{name}_{tongue}" for name in NAMES for tongue in ("zh", "en"))
ROLES = (*words.LAYER_ROLES, *words.OTHER_ROLES)
ALLOWED = {
    "operation": words.OPERATIONS,
    "effect": words.EFFECTS,
    "method": words.METHODS,
    "activity": words.ACTIVITIES,
    "verified": ("yes", "no"),
}


def mining_rules(project: QgsProject | None = None, path: str = "") -> list[Rule]:
    """All rules: the shipped rows, in whose places those of the project's ``mining_rules.csv`` stand, and then those of
    the file ``path``. Raises BadStandard naming the row and column of the planner's file that cannot be used.
    """
    own = project_file(f"{TABLE}.csv", project)
    for file in (own, Path(path) if path else None):
        if file is not None:
            _check(file)
    table = standard_table(TABLE, project, also=path)
    return [_rule(row) for row in table.to_dict("records")]


def edition(rules: list[Rule], day: date) -> tuple[int, date | None]:
    """How many rules are law on a day, and when the youngest of them came into force."""
    held = [rule for rule in rules if rule.holds_on(day)]
    return len({rule.id for rule in held}), max((rule.in_force for rule in held if rule.in_force), default=None)


def citation(rule: Rule) -> str:
    """The law and article of a rule: 公路安全保护条例第17条第1项, marked where nobody has checked the text."""
    law, article = (rule.text(name, language()) for name in ("law", "article"))
    cited = tr("{law}{article}").format(law=law, article=article) if article else law
    return cited if rule.verified or "待核" in cited else tr("{source}（待核）").format(source=cited)


def _check(file: Path) -> None:
    """Raise BadStandard for the first cell of the file that a rule cannot have."""
    try:
        table = rows_of(file)
    except OSError as error:
        raise BadStandard(file.name, 0, "", error.strerror or str(error), "unreadable") from error
    for row in table.to_dict("records"):
        for column, allowed in ALLOWED.items():
            if column in row and row[column] not in allowed:
                raise BadStandard(file.name, row[ROW], column, row[column], "not_one_of", "、".join(allowed))
        unknown = [role for role in _parts(row.get("role", "")) if role not in ROLES]
        if unknown or ("role" in row and not row["role"]):
            raise BadStandard(file.name, row[ROW], "role", row["role"], "not_one_of", "、".join(ROLES))
        for column in ("in_force", "until"):
            if row.get(column) and _day(row[column]) is None:
                raise BadStandard(file.name, row[ROW], column, row[column], "not_a_date")
        for column in ("distance_m", "half_width_m"):
            number = pd.to_numeric(row.get(column) or "0", errors="coerce")
            if number < 0:
                raise BadStandard(file.name, row[ROW], column, row[column], "negative")


def _rule(row: dict) -> Rule:
    return Rule(
        id=str(row["id"]),
        classes=_parts(row["class"]),
        roles=_parts(row["role"]),
        operation=row["operation"],
        distance_m=_number(row["distance_m"]),
        half_width_m=_number(row["half_width_m"]),
        effect=row["effect"],
        method=row["method"],
        activity=row["activity"],
        in_force=_day(row["in_force"]),
        until=_day(row["until"]),
        verified=row["verified"] == "yes",
        date_verified=row["date_verified"] == "yes",
        texts={name: str(row[name]) for name in (*TEXTS, "mark")},
    )


def _parts(cell) -> tuple[str, ...]:
    return tuple(part.strip() for part in str(cell).split("|") if part.strip())


def _number(cell) -> float:
    return 0.0 if cell == "" or cell != cell else float(cell)


def _day(cell) -> date | None:
    """A cell "2011-07-01" (or 2011/7/1, as a spreadsheet writes it back) as a day; None for anything else."""
    found = pd.to_datetime(str(cell), errors="coerce") if str(cell).strip() else pd.NaT
    return None if pd.isna(found) else found.date()
