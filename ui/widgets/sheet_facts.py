"""The words on a sheet that a planner types once: kept in the project."""

from __future__ import annotations

from dataclasses import dataclass, fields

from qgis.core import QgsProject

SCOPE, KEY = "ronghe", "/sheet_facts"


@dataclass(frozen=True)
class SheetWords:
    """Title of the plan, who made it, who drew it, and the date as it is printed."""

    plan_title: str = ""
    organisation: str = ""
    drawing_office: str = ""
    date_text: str = ""


def load_words(project: QgsProject) -> SheetWords:
    """The words kept in the project, empty where there are none."""
    return SheetWords(**{one.name: project.readEntry(SCOPE, f"{KEY}/{one.name}", "")[0] for one in fields(SheetWords)})


def save_words(project: QgsProject, words: SheetWords) -> None:
    """Keep the words in the project; they are on disk when the planner saves it."""
    for one in fields(SheetWords):
        project.writeEntry(SCOPE, f"{KEY}/{one.name}", getattr(words, one.name))


def facts_of(words: SheetWords):
    """The words as cartography takes them."""
    # Not before a sheet is asked for: cartography is slow to import.
    from ...plugin.cartography.facts import SheetFacts

    return SheetFacts(**{one.name: getattr(words, one.name) for one in fields(SheetWords)})
