"""The production of an order driven to its end: progress, cancel between pages, and what came of it."""

from __future__ import annotations

from pathlib import Path

from ...cartography.county_sheets.county import County
from ...cartography.faults import SheetFault
from ...cartography.production.jobs import Order
from ...cartography.production.produce import Produced, produce
from ...language import tr
from .faults import NoPage, Stopped


def made_folder(folder: str) -> Path:
    """The folder, made where it is not there yet. Raises SheetFault."""
    path = Path(folder)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise SheetFault("folder_not_writable", folder=str(path)) from None
    return path


def made_files(order: Order, county: County, feedback, part: tuple[float, float]) -> Produced:
    """Produce page by page, progress going through ``part`` (from, to, per cent).

    Raises :class:`Stopped` when the planner cancels, :class:`NoPage` when every page fails, and SheetFault.
    """
    begin, end = part
    result, said = None, ""
    for step in produce(order, county, feedback.isCanceled):
        if step.sentence != said:  # every text becomes a line of the log
            said = step.sentence
            feedback.setProgressText(said)
        feedback.setProgress(begin + (end - begin) * step.done / max(step.total, 1))
        result = step.result or result
    if result is None or result.cancelled:
        raise Stopped(result.pages if result else 0, str(order.folder))
    for title, why in result.failed:
        feedback.reportError(tr("《{sheet}》没有画成：{why}").format(sheet=title, why=why))
    if not result.pages:
        raise NoPage(tuple(tr("《{sheet}》：{why}").format(sheet=title, why=why) for title, why in result.failed))
    for note in result.notes:
        feedback.pushWarning(note)
    return result
