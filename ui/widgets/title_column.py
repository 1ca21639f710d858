"""The column of titles in a table whose other cells are choices."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QTableWidget

#: In characters: longer titles, as English has them, end in dots and are read in their tool tip.
LONGEST = 20


def fit_titles(table: QTableWidget, column: int) -> None:
    """As wide as its titles need, unless that leaves no room for the choices beside them."""
    limit = LONGEST * table.fontMetrics().averageCharWidth()
    table.setColumnWidth(column, min(table.sizeHintForColumn(column), limit))
