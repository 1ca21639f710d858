"""The layers that rules and factors are measured from, in a compact table: what it is, which layer, which class."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsProject
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ...plugin.county.role_table import Role
from ...plugin.language import tr
from ..widgets.layer_combo import layer_combo
from ..widgets.title_column import fit_titles
from .choices import field_widget

TITLE, LAYER, CLASS = range(3)
ROW_HEIGHT = 27
NARROW = 5  #: characters that a choice in the table shows at least


@dataclass(frozen=True)
class RoleRow:
    """A role layer of an algorithm; ``class_parameter`` is empty where no rule asks for a class."""

    key: str
    parameter: str
    class_parameter: str
    title: str
    role: Role


class RoleTable(QTableWidget):
    """One row a role. ``combos`` are the layer choices by key, ``boxes`` the class fields by parameter."""

    def __init__(self, rows: list[RoleRow], project: QgsProject, parent: QWidget | None = None):
        super().__init__(len(rows), 3, parent)
        self.combos: dict[str, QgsMapLayerComboBox] = {}
        self.boxes: dict[str, QgsFieldComboBox] = {}
        self.setHorizontalHeaderLabels([tr("对象"), tr("图层"), tr("类别字段")])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setSectionResizeMode(LAYER, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(CLASS, QHeaderView.ResizeMode.Stretch)
        for place, row in enumerate(rows):
            self._add(place, row, project)
        fit_titles(self, TITLE)
        # As tall as its rows: the panel scrolls, not the table in it.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(header.sizeHint().height() + ROW_HEIGHT * len(rows) + 2 * self.frameWidth())

    def _add(self, place: int, row: RoleRow, project: QgsProject) -> None:
        title = QTableWidgetItem(row.title)
        title.setToolTip(row.title)
        self.setItem(place, TITLE, title)
        combo = layer_combo(row.role, project, self)
        combo.setMinimumContentsLength(NARROW)
        combo.setFrame(False)
        self.setCellWidget(place, LAYER, combo)
        self.combos[row.key] = combo
        if row.class_parameter:
            box = field_widget(self)
            box.setMinimumContentsLength(NARROW)
            box.setFrame(False)
            self.setCellWidget(place, CLASS, box)
            self.boxes[row.class_parameter] = box
