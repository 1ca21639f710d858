"""The list of what was made: one row a file, and one for each sheet that is missing, with the reason."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ...language import tr
from ..whole_file import whole_file

COLUMNS = ("sheet", "title", "file", "scale", "pages", "note")


@dataclass(frozen=True)
class IndexRow:
    """A sheet by its id and title, its file ('' where there is none), its scale, its pages, and what is to be said."""

    sheet: str
    title: str
    file: str = ""
    scale: str = ""
    pages: int = 0
    note: str = ""


def index_name() -> str:
    return tr("图件目录") + ".csv"


def write_index(folder: Path, rows: Iterable[IndexRow]) -> Path:
    """The list as CSV that Excel opens in the right encoding. Raises :class:`SheetFault` when it cannot be written."""
    path = folder / index_name()
    with whole_file(path) as part, part.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for row in rows:
            writer.writerow([row.sheet, row.title, row.file, row.scale, row.pages or "", row.note])
    return path


def said_scale(scales: Iterable[float]) -> str:
    """One scale, or from the largest to the smallest: ``1:250 000``."""
    found = sorted({round(scale) for scale in scales if scale > 0})
    if not found:
        return ""
    if len(found) == 1:
        return scale_text(found[0])
    return tr("{largest} 至 {smallest}").format(largest=scale_text(found[0]), smallest=scale_text(found[-1]))


def scale_text(denominator: float) -> str:
    return f"1:{round(denominator):,}".replace(",", " ")
