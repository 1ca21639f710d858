"""What a drawing process does once QGIS runs: open the copy of the project, then draw the pages it is asked for."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable
from dataclasses import asdict, fields
from pathlib import Path

from qgis.core import QgsProject

from ...language import install_translator
from ..boxes import Box
from ..county_sheets.county import County, county_of
from ..facts import SheetFacts
from ..ground import Ground
from .jobs import Order, planned
from .studio import PageDone, Studio

DRAW = "DRAW"


def serve(asked: dict, project: QgsProject, questions: Iterable[str], say: Callable[[dict], None]) -> None:
    """Draw each page that a line of ``questions`` asks for, and say what came of it."""
    install_translator()
    project.read(asked["project"])
    county = county_of(project, facts_from(asked["facts"]))
    order = Order(**{**asked["order"], "sheets": tuple(asked["order"]["sheets"]), "workers": 1})
    plan = planned(order, county)
    studio = Studio(county, order, Path(asked["work"]), len(plan.jobs), Path(asked["relief_folder"]))
    say({"ready": [job.title for job in plan.jobs]})
    for line in questions:
        word, _, number = line.partition(" ")
        if word.strip() != DRAW:
            continue
        at = int(number)
        try:
            say(told(studio.draw(plan.jobs[at])))
        except Exception:  # the process that asked draws the page itself, and learns what is wrong with it
            say({"failed": at, "error": traceback.format_exc()})


def order_told(order: Order) -> dict:
    """An order as JSON."""
    return {**asdict(order), "folder": str(order.folder)}


def facts_told(county: County) -> dict:
    return asdict(county.facts)


def facts_from(told_facts: dict) -> SheetFacts:
    """The bureau's words from JSON, which has lists in place of tuples."""
    values = {one.name: told_facts[one.name] for one in fields(SheetFacts) if one.name in told_facts}
    return SheetFacts(**{name: tuple(value) if isinstance(value, list) else value for name, value in values.items()})


def told(page: PageDone) -> dict:
    """A page as JSON."""
    return {
        "at": page.at,
        "files": {fmt: str(file) for fmt, file in page.files.items()},
        "scale": page.scale,
        "ground": asdict(page.ground) if page.ground else None,
        "notes": list(page.notes),
    }


def page_from(answer: dict) -> PageDone:
    """A page from JSON."""
    ground = answer["ground"]
    if ground:
        corners = tuple(tuple(corner) for corner in ground["corners"])
        ground = Ground(Box(**ground["box"]), corners, ground["epsg"], ground["wkt"])
    files = {fmt: Path(file) for fmt, file in answer["files"].items()}
    return PageDone(answer["at"], files, answer["scale"], ground, tuple(answer["notes"]))
