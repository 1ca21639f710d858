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
ROLES = (*words.LAYER_ROLES, *words.OTHER_ROLES)
ALLOWED = {
    "role": ROLES,
    "operation": words.OPERATIONS,
    "effect": words.EFFECTS,
    "method": words.METHODS,
    "activity": words.ACTIVITIES,
    "verified": ("yes", "no"),
}
#: What a rule of the planner's own must say; its other cells may be missing.
NEEDED = ("role", "operation", "effect")
#: Operations that mean nothing without a distance.
MEASURED = (words.WITHIN, words.VISIBLE)


def mining_rules(project: QgsProject | None = None, path: str = "") -> list[Rule]:
    """All rules: the shipped rows, in whose places those of the project's ``mining_rules.csv`` stand, and then those of
    the file ``path``. Raises BadStandard naming the row and column of the planner's file that cannot be used.
    """
    own = project_file(f"{TABLE}.csv", project)
    files = [file for file in (own, Path(path) if path else None) if file is not None]
    known = {_key(row): row["operation"] for row in standard_table(TABLE).to_dict("records")} if files else {}
    for file in files:
        known |= _check(file, known)
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


def _key(row: dict) -> tuple[str, str]:
    return str(row["id"]), str(row.get("class", ""))


def _check(file: Path, known: dict[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    """The operations of the file's rows by key. Raises BadStandard for the first cell that a rule cannot have; rows
    that are not among the ``known`` are new rules and must say what they need.
    """
    try:
        table = rows_of(file)
    except OSError as error:
        raise BadStandard(file.name, 0, "", error.strerror or str(error), "unreadable") from error
    if "id" not in table:
        return {}  # told by the table that is merged with it
    found = {}
    for row in table.to_dict("records"):
        new = bool(row["id"]) and _key(row) not in known
        for column, allowed in ALLOWED.items():
            cells = _parts(row.get(column, "")) if column == "role" else (row.get(column, ""),)
            asked = column in row or (new and column in NEEDED)
            if asked and not (cells and set(cells) <= set(allowed)):
                raise BadStandard(file.name, row[ROW], column, row.get(column, ""), "not_one_of", "、".join(allowed))
        for column in ("in_force", "until"):
            if row.get(column) and _day(row[column]) is None:
                raise BadStandard(file.name, row[ROW], column, row[column], "not_a_date")
        for column in ("distance_m", "half_width_m"):
            number = pd.to_numeric(row.get(column) or "0", errors="coerce")
            if number < 0:
                raise BadStandard(file.name, row[ROW], column, row[column], "negative")
        operation = found[_key(row)] = row.get("operation") or known.get(_key(row), "")
        if operation in MEASURED and ("distance_m" in row or new) and not row.get("distance_m"):
            raise BadStandard(file.name, row[ROW], "distance_m", "", "not_a_number")
    return found


def _rule(row: dict) -> Rule:
    """A row as a rule. What a planner's own row leaves out is said in general words: it holds for all mining and is
    not checked.
    """
    return Rule(
        id=str(row["id"]),
        classes=_parts(row["class"]),
        roles=_parts(row["role"]),
        operation=row["operation"],
        distance_m=_number(row["distance_m"]),
        half_width_m=_number(row["half_width_m"]),
        effect=row["effect"],
        method=row["method"] or words.ALL_METHODS,
        activity=row["activity"] or words.MINING,
        in_force=_day(row["in_force"]),
        until=_day(row["until"]),
        verified=row["verified"] == "yes",
        date_verified=row["date_verified"] == "yes",
        texts={**_texts(row), "mark": str(row["mark"])},
    )


def _texts(row: dict) -> dict[str, str]:
    """The texts of a row: those of the other language where one is missing, and general ones where both are."""
    general = {
        "name": str(row["id"]),
        "law": tr("本项目自定的规则"),
        "reason": tr("按规则 {id} 划定。").format(id=row["id"]),
    }
    found = {}
    for name in NAMES:
        zh, en = str(row[f"{name}_zh"]), str(row[f"{name}_en"])
        found |= {f"{name}_zh": zh or en or general.get(name, ""), f"{name}_en": en or zh or general.get(name, "")}
    return found


def _parts(cell) -> tuple[str, ...]:
    return tuple(part.strip() for part in str(cell).split("|") if part.strip())


def _number(cell) -> float:
    return 0.0 if cell == "" or cell != cell else float(cell)


def _day(cell) -> date | None:
    """A cell "2011-07-01" (or 2011/7/1, as a spreadsheet writes it back) as a day; None for anything else."""
    found = pd.to_datetime(str(cell), errors="coerce") if str(cell).strip() else pd.NaT
    return None if pd.isna(found) else found.date()
