"""What a sheet says beside its map."""

from __future__ import annotations

from dataclasses import dataclass

from ...chart import ChartSpec
from ...spec import TableSpec


@dataclass(frozen=True)
class SheetContents:
    """The words and the figure of a headline, the notes ahead of those that all sheets have, tables and charts.

    Tables and charts without rows are left out when the sheet is laid out.
    """

    headline: tuple[str, str] = ("", "")
    notes: tuple[str, ...] = ()
    tables: tuple[TableSpec, ...] = ()
    charts: tuple[ChartSpec, ...] = ()
