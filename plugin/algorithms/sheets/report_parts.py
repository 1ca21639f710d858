"""Pieces of the report as HTML: every text is escaped here, nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from string import Template

from ...language import RESOURCES, tr
from .plan_runs import Number

FOLDER = RESOURCES / "report"
TEN_THOUSAND = 1e4


@dataclass(frozen=True)
class Cell:
    """A cell of a table: its text, the class that it is drawn by, and the mark 待核 behind it."""

    text: str
    look: str = ""
    unverified: bool = False


@lru_cache(maxsize=8)
def template(name: str) -> Template:
    """A page or part of ``resources/report``."""
    return Template((FOLDER / name).read_text(encoding="utf-8"))


def filled(name: str, **texts: str) -> str:
    """A template with texts, which are escaped, and with ``html_…``, which are HTML already and go without the mark."""
    ready = {key.removeprefix("html_"): one if key.startswith("html_") else escape(one) for key, one in texts.items()}
    return template(name).substitute(ready)


def section(id: str, title: str, body: str) -> str:
    return filled("section.html", id=id, title=title, html_body=body)


def paragraph(text: str, look: str = "") -> str:
    return f"<p{_class(look)}>{escape(text)}</p>" if text else ""


def bullets(texts: Iterable[str], look: str = "") -> str:
    rows = "\n".join(f"<li>{escape(text)}</li>" for text in texts)
    return f"<ul{_class(look)}>\n{rows}\n</ul>" if rows else ""


def table(headings: Sequence[str], rows: Iterable[Sequence[Cell | str]]) -> str:
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in headings)
    body = "\n".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def link(address: str, text: str) -> str:
    return f'<a href="{escape(address)}">{escape(text)}</a>'


def told_number(number: Number) -> tuple[str, str]:
    """A figure and its unit as they are read: shares in per cent, large sums of money in ten thousands."""
    value, unit = number.value, number.unit
    if number.share:
        return f"{100 * value:.1f}", unit
    if unit.startswith("元") and abs(value) >= TEN_THOUSAND:
        return f"{value / TEN_THOUSAND:,.1f}", tr("万{unit}").format(unit=unit)
    return (f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"), unit


def _cell(cell: Cell | str) -> str:
    cell = cell if isinstance(cell, Cell) else Cell(cell)
    mark = f' <span class="check">{escape(tr("待核"))}</span>' if cell.unverified else ""
    return f"<td{_class(cell.look)}>{escape(cell.text)}{mark}</td>"


def _class(look: str) -> str:
    return f' class="{escape(look)}"' if look else ""
