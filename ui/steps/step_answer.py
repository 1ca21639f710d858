"""The lower half of a step: the parts of the whole, the ranked tables that lead to the map, the files they become."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QWidget

from ...plugin.language import tr
from ..widgets.algorithm_run import Outcome
from ..widgets.parts_bar import PartsBar
from ..widgets.result_table import FEATURE_ID
from ..widgets.scroll import scroll_to
from ..widgets.show_feature import show_features
from ..widgets.tab_titles import keep_in_sight, name_tab
from ..widgets.table_export import ask_table_file, export_table
from .table_tab import TableTab


class StepAnswer(QObject):
    """Shows what a run found in the widgets of ``page``. A subclass adds its tabs and writes ``fill``."""

    def __init__(self, page: QWidget):
        super().__init__(page)
        self.page = page
        self.project = page.project
        self.headline = ""
        self.tabs: list[TableTab] = []
        self.parts = PartsBar(page)
        page.chartSlot.addWidget(self.parts)
        self.add_tabs()
        keep_in_sight(page.tabs)
        page.exportButton.clicked.connect(self.ask_file)
        page.tabs.currentChanged.connect(lambda _: self._show_said())
        self.clear()

    def add_tabs(self) -> None:
        """Make the tabs, in order."""
        raise NotImplementedError

    def fill(self, outcome: Outcome) -> None:
        """Fill the tabs, the parts and the second line from the results."""
        raise NotImplementedError

    def add_tab(self, name: str, hint: str, show) -> TableTab:
        """A tab; ``show`` is called with the tab and the row that is clicked."""
        tab = TableTab(name, hint, self.page)
        tab.chosen.connect(lambda row: show(tab, row))
        tab.said_changed.connect(self._show_said)
        self.tabs.append(tab)
        self.page.tabs.addTab(tab, name)
        self.name_tab(tab, name)
        return tab

    def name_tab(self, tab: TableTab, title: str) -> None:
        name_tab(self.page.tabs, self.page.tabs.indexOf(tab), title, "" if tab.name in title else tab.name)

    def clear(self) -> None:
        """Nothing has been computed."""
        self.headline = ""
        for tab in self.tabs:
            tab.clear()
        self.page.resultsBox.hide()

    def show(self, outcome: Outcome) -> None:
        """Show the results of a run whose layers are in the project."""
        self.headline = str(outcome.values.get("HEADLINE", ""))
        self.fill(outcome)
        self.page.resultsBox.show()

    def show_rows_on_map(self, tab: TableTab, layer_id: str, fids: list[int], said: str) -> None:
        """Move the map to features and say what they are."""
        layer = self.project.mapLayer(layer_id)
        if not isinstance(layer, QgsVectorLayer):
            said = tr("结果图层已不在工程中，无法在地图上显示；请重新计算。")
        elif fids:
            show_features(self.page.iface.mapCanvas(), layer, fids)
        tab.say(said)
        scroll_to(self.page.detailLabel, keep=self.page.tabs)

    def show_row_on_map(self, tab: TableTab, row: dict, said: str) -> None:
        """Move the map to the feature of a row."""
        self.show_rows_on_map(tab, tab.table.layer_id, [row[FEATURE_ID]], said)

    def shown_tab(self) -> TableTab:
        return self.page.tabs.currentWidget()

    def _show_said(self) -> None:
        self.page.detailLabel.setText(self.shown_tab().said if self.tabs else "")

    def ask_file(self) -> None:
        """Ask where the open table is to be saved."""
        path = ask_table_file(self.page, self.project, self.shown_tab().name)
        if path:
            self.export(path)

    def export(self, path: Path) -> None:
        """Save the open table and say where it is."""
        export_table(self.page.iface, self.shown_tab().table, path)
