"""What a bureau writes on all its sheets, and what their data make every sheet say."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qgis.core import QgsProject

from ..county.roles import RoleSet
from ..county.sheet_words import SheetWords, wind_of
from ..county.standards import standard_table
from ..language import tr
from .spec import SheetSpec, Theme

FICTIONAL = "虚构"  #: a word in the abstract of a layer's metadata
PER_CENT = re.compile(r"\d+(?:\.\d+)?\s*%")


@dataclass(frozen=True)
class SheetFacts:
    """What a bureau writes on its sheets; ``notes`` are added to the sheet's own."""

    plan_title: str
    organisation: str = ""
    drawing_office: str = ""
    date_text: str = ""
    notes: tuple[str, ...] = ()
    wind: tuple[float, ...] | None = None
    paper: str = "A3"
    secrecy: str = ""
    approval: str = ""
    vertical_title: bool = False


def facts_of(words: SheetWords, paper: str = "A3") -> SheetFacts:
    """What a bureau writes on its sheets, from the words kept in its project. Raises BadWind."""
    return SheetFacts(
        plan_title=words.plan_title,
        organisation=words.organisation,
        drawing_office=words.drawing_office,
        date_text=words.date_text,
        wind=wind_of(words.wind),
        paper=paper,
        secrecy=words.secrecy,
        approval=words.approval,
        vertical_title=words.vertical_title,
    )


def sheet_spec(
    project: QgsProject,
    roles: RoleSet,
    facts: SheetFacts,
    theme_title: str,
    headline: tuple[str, str],
    notes: tuple[str, ...],
    themes: tuple[Theme, ...],
    crs: str,
) -> SheetSpec:
    """The words of a sheet: the bureau's, the sheet's own, and what is said of a county that its own data call made up.

    ``headline`` are the words and the figure of the sheet's answer, ``crs`` the authid of its system.
    """
    fictional = fictional_notes(project, roles)
    return SheetSpec(
        plan_title=shown_title(facts, fictional),
        theme_title=theme_title,
        organisation=facts.organisation,
        drawing_office=facts.drawing_office,
        date_text=facts.date_text,
        headline_text=headline[0],
        headline_value=headline[1],
        notes=(*notes, *facts.notes, *fictional),
        wind=facts.wind,
        secrecy=facts.secrecy,
        approval=facts.approval,
        paper=facts.paper,
        crs=crs,
        themes=themes,
        vertical_title=facts.vertical_title,
    )


def shown_title(facts: SheetFacts, fictional: tuple[str, ...]) -> str:
    """The title of the plan as it is printed: one of a made-up county says so."""
    return tr("{title}（虚构示例）").format(title=facts.plan_title) if fictional else facts.plan_title


def headline_parts(sentence: str) -> tuple[str, str]:
    """An answer's words and its figure in per cent, which a sheet sets in large type; '' where it has none."""
    figure = PER_CENT.search(sentence)
    if figure is None:
        return sentence, ""
    words = (sentence[: figure.start()].rstrip() + " " + sentence[figure.end() :].lstrip()).strip()
    return words, figure.group().strip()


def fictional_notes(project: QgsProject, roles: RoleSet) -> tuple[str, ...]:
    """Said on every sheet of a county that its own data calls made up, such as the training county."""
    layers = [roles.layer(role, project) for role in roles.assignments]
    if any(layer is not None and FICTIONAL in layer.metadata().abstract() for layer in layers):
        return (tr("本图的县域及全部数据均为虚构，仅供培训与测试。"),)
    return ()


def is_unverified(project: QgsProject, table: str) -> bool:
    """Whether a table of standards has a value that nobody has checked against the standard's text."""
    return bool((standard_table(table, project)["verified"] != "yes").any())
