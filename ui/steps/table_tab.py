"""A tab with a ranked table whose rows lead to the map."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QTableView, QVBoxLayout, QWidget

from ..widgets.result_table import Column, ResultTable, fill_view, row_at, set_model

AS_GIVEN = -1  #: no column
LEAST_HEIGHT, ROW_HEIGHT, MARGIN = 190, 25, 6


class TableTab(QWidget):
    """``name`` is what the tab and its file are called. ``said`` is what is to be said about the chosen row: the
    ``hint`` while there is none.
    """

    chosen = pyqtSignal(dict)
    said_changed = pyqtSignal()

    def __init__(self, name: str, hint: str, parent: QWidget | None = None):
        super().__init__(parent)
        self.name = name
        self.hint, self.said = hint, ""
        self.table: ResultTable | None = None
        #: The row that was clicked last.
        self.chosen_row: dict | None = None
        self.view = _table_view(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.addWidget(self.view)
        for signal in (self.view.clicked, self.view.activated):
            signal.connect(self._choose)

    def show_rows(
        self, columns: list[Column], rows: list[dict], layer_id: str, told: str = "", empty: str = "", sort: bool = True
    ):
        """Fill the table; ``empty`` is said when there are no rows. Without ``sort`` the rows stay in their order until
        a heading is clicked."""
        self.table, self.chosen_row = ResultTable(columns, rows, layer_id, self, told), None
        fill_view(self.view, self.table)
        if not sort:
            self.view.sortByColumn(AS_GIVEN, Qt.SortOrder.AscendingOrder)
        self.say(self.hint if rows else empty)

    def clear(self) -> None:
        set_model(self.view, None)
        self.table = self.chosen_row = None
        self.say("")

    def _choose(self, index) -> None:
        self.chosen_row = row_at(self.view, index)
        self.chosen.emit(self.chosen_row)

    def say(self, text: str) -> None:
        """Say something about the chosen row."""
        self.said = text
        self.said_changed.emit()

    def select(self, field: str, value) -> None:
        """Mark the row whose field has a value as chosen, and show it."""
        for place in range(self.view.model().rowCount() if self.table else 0):
            index = self.view.model().index(place, 0)
            row = row_at(self.view, index)
            if row.get(field) == value:
                self.chosen_row = row
                self.view.selectRow(place)
                self.view.scrollTo(index)
                return


def _table_view(parent: QWidget) -> QTableView:
    view = QTableView(parent)
    view.setMinimumHeight(LEAST_HEIGHT)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setAlternatingRowColors(True)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setWordWrap(False)
    view.setSortingEnabled(True)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    return view
