"""Buttons that make elements of a structure the planner's own: accept, assign, draw."""

from __future__ import annotations

from qgis.core import QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ...plugin.algorithms.sentences import sentence
from ...plugin.analysis.faults import Fault
from ...plugin.county.structure_elements import drawing_layer, settle
from ...plugin.language import tr
from ..widgets.result_table import FEATURE_ID


class Settling(QWidget):
    """Acts on the clause or element that is chosen in the tables of ``answer``; afterwards the structure is made
    anew, so that the check knows."""

    def __init__(self, page, answer):
        super().__init__(page)
        self.page, self.answer = page, answer
        self.rows: list[dict] = []
        self.all_button = self._button(tr("采纳全部建议"), tr("所有建议的对象都成为已定的要素"), self.accept_all)
        self.one_button = self._button(tr("采纳这个"), tr("选中的那个建议成为已定的要素"), self.accept_one)
        self.assign_button = self._button(
            tr("指定选中要素"), tr("当前图层中选中的要素，成为选中那条口号的对象"), self.assign_selected
        )
        self.draw_button = self._button(tr("在地图上画"), tr("为选中那条口号画新的对象，画完再生成一次"), self.draw)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for pair in ((self.all_button, self.one_button), (self.assign_button, self.draw_button)):
            row = QHBoxLayout()
            for button in pair:
                row.addWidget(button)
            layout.addLayout(row)

    def look_at(self, rows: list[dict]) -> None:
        """The elements of a run."""
        self.rows = rows
        self.follow()

    def forget(self) -> None:
        """There are no elements."""
        self.rows = []
        self.follow()

    def follow(self) -> None:
        """The buttons follow what is chosen."""
        proposed = [row for row in self.rows if row["proposed"]]
        element = self.answer.chosen_element() if self.rows else None
        clause = self.answer.chosen_clause() if self.rows else None
        self.all_button.setEnabled(bool(proposed))
        self.one_button.setEnabled(bool(element and element["proposed"]))
        self.assign_button.setEnabled(clause is not None)
        self.draw_button.setEnabled(clause is not None)

    def accept_all(self) -> None:
        """Every proposal becomes the planner's."""
        self._accept([row for row in self.rows if row["proposed"]])

    def accept_one(self) -> None:
        """The chosen proposal becomes the planner's."""
        row = self.answer.chosen_element()
        if row:
            self._accept([row])

    def assign_selected(self) -> None:
        """The features that are selected in QGIS's current layer become elements of the chosen clause."""
        clause, layer = self.answer.chosen_clause(), self.page.iface.activeLayer()
        if clause is None:
            return
        if not isinstance(layer, QgsVectorLayer) or not layer.selectedFeatureCount():
            self.page.complain(
                tr("请先在图层面板中选一个图层，并在地图上选中要素，再指定给“{clause}”。").format(clause=clause["text"])
            )
            return
        name = layer.displayField()
        some = [
            (feature.geometry(), str(feature[name]) if name and feature[name] else "")
            for feature in layer.getSelectedFeatures()
        ]
        self._settle([(clause["text"], some, layer.crs())])

    def draw(self) -> None:
        """Open the layer of settled elements for drawing; what is drawn belongs to the chosen clause."""
        clause = self.answer.chosen_clause()
        if clause is None:
            return
        try:
            layer = drawing_layer(self.page.project, clause["geometry"], clause["text"], self.answer.crs)
        except Fault as fault:
            self.page.complain(sentence(fault))
            return
        self.page.iface.setActiveLayer(layer)
        layer.startEditing()
        self.page.iface.actionAddFeature().trigger()

    def _accept(self, rows: list[dict]) -> None:
        some = []
        for row in rows:
            layer = self.answer.layer_of(row)
            request = QgsFeatureRequest(row[FEATURE_ID])
            shapes = [one.geometry() for one in layer.getFeatures(request)] if layer else []
            some += [(row["clause_text"], [(shape, row["name"] or "")], layer.crs()) for shape in shapes]
        self._settle(some)

    def _settle(self, some) -> None:
        try:
            for clause, features, crs in some:
                settle(self.page.project, clause, features, crs)
        except Fault as fault:
            self.page.complain(sentence(fault))
            return
        self.page.calculate()

    def _button(self, title: str, tip: str, act) -> QPushButton:
        button = QPushButton(title, self)
        button.setToolTip(tip)
        button.clicked.connect(lambda: act())
        return button
