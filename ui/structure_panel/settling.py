"""Buttons that make elements of a structure the planner's own: accept, take back, assign, draw; and their style."""

from __future__ import annotations

from qgis.core import QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QGridLayout, QPushButton, QWidget

from ...plugin.algorithms.sentences import sentence
from ...plugin.analysis.faults import Fault
from ...plugin.analysis.structure.elements import DRAWN_AS, KINDS
from ...plugin.bridge.sentences import geometry_word
from ...plugin.county.layers import geometry_of
from ...plugin.county.structure_elements import (
    drawing_layer,
    element_layers,
    keep_beside,
    release_element,
    settle,
)
from ...plugin.language import tr
from ..widgets.result_table import FEATURE_ID

SKETCHED = "ronghe/sketched"
GAP = 6  #: pixels


class Settling(QWidget):
    """Acts on the clause or element that is chosen in the tables of ``answer``; afterwards the structure is made
    anew, so that the check knows."""

    def __init__(self, page, answer):
        super().__init__(page)
        self.page, self.answer = page, answer
        self.rows: list[dict] = []
        self.all_button = self._button(tr("全部采纳"), tr("所有建议的对象都成为已定的要素"), self.accept_all)
        self.one_button = self._button(
            tr("采纳"), tr("选中的建议成为已定的要素；选中的是一条口号时，采纳它的全部建议"), self.accept_chosen
        )
        self.back_button = self._button(
            tr("退回"),
            tr("选中的已定要素不再算数，重新由插件建议；选中的是一条口号时，退回它的全部要素"),
            self.take_back,
        )
        self.assign_button = self._button(
            tr("指定选中"), tr("当前图层中选中的要素，成为选中那条口号的对象"), self.assign_selected
        )
        self.draw_button = self._button(
            tr("在图上画"), tr("为选中那条口号画新的对象，保存并结束编辑后自动重新生成"), self.draw
        )
        self.style_button = self._button(
            tr("套用样式"), tr("当前图层套用选中那条口号的格局符号，并按显示字段注记"), self.style_layer
        )
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        buttons = (self.all_button, self.one_button, self.back_button)
        others = (self.assign_button, self.draw_button, self.style_button)
        for row, some in enumerate((buttons, others)):
            for column, button in enumerate(some):
                layout.addWidget(button, row, column)
        self.drawn = QTimer(self)
        self.drawn.setSingleShot(True)
        self.drawn.timeout.connect(page.calculate)
        # QGIS says the first before it asks for the layers' sources, QGIS's window the second; one of them suffices.
        page.project.writeProject.connect(self._keep)
        page.project.fileNameChanged.connect(self._keep)

    def look_at(self, rows: list[dict]) -> None:
        """The elements of a run."""
        self.rows = rows
        self.follow()

    def forget(self) -> None:
        """There are no elements."""
        self.rows = []
        self.drawn.stop()
        self.follow()

    def follow(self) -> None:
        """The buttons follow what is chosen."""
        rows = self.answer.chosen_elements()
        clause = self.answer.chosen_clause()
        self.all_button.setEnabled(any(row["proposed"] for row in self.rows))
        self.one_button.setEnabled(any(row["proposed"] for row in rows))
        self.back_button.setEnabled(any(not row["proposed"] for row in rows))
        for button in (self.assign_button, self.draw_button, self.style_button):
            button.setEnabled(clause is not None)

    def accept_all(self) -> None:
        """Every proposal becomes the planner's."""
        self._accept(self.rows)

    def accept_chosen(self) -> None:
        """The chosen proposal, or those of the chosen clause, become the planner's."""
        self._accept(self.answer.chosen_elements())

    def take_back(self) -> None:
        """The chosen settled element, or those of the chosen clause, are the planner's no more."""
        shapes = self._shapes([row for row in self.answer.chosen_elements() if not row["proposed"]])
        project = self.page.project
        try:
            found = sum(
                release_element(project, row["clause_text"], row["name"] or "", shape, crs)
                for row, shape, crs in shapes
            )
        except Fault as fault:
            self.page.complain(sentence(fault))
            return
        if found:
            self.page.calculate()
        else:
            self.page.complain(tr("在格局要素图层中没有找到这个对象，可能已经改过；请重新生成总体格局。"))

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
        shape, fitting = geometry_of(layer), DRAWN_AS.get(clause["noun"], KINDS)
        if shape not in fitting:
            self.page.complain(
                tr("“{clause}”不能用{shape}要素表示，应为{fitting}要素；请另选图层。").format(
                    clause=clause["text"],
                    shape=geometry_word(shape),
                    fitting=tr("或").join(geometry_word(one) for one in fitting),
                )
            )
            return
        name, basis = layer.displayField(), tr("取自图层“{layer}”。").format(layer=layer.name())
        some = [
            (feature.geometry(), str(feature[name]) if name and feature[name] else "", basis)
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
        self._sketch()
        self.page.show_error("")
        node = self.page.project.layerTreeRoot().findLayer(layer.id())
        if node is not None:
            node.setItemVisibilityCheckedParentRecursive(True)
        self.page.iface.setActiveLayer(layer)
        if layer.startEditing():
            layer.editingStopped.connect(self.drawn.start)
        self.page.iface.actionAddFeature().trigger()
        self.answer.say(
            tr("正在画“{clause}”：在地图上点击，右键结束；保存并结束编辑后自动重新生成。").format(clause=clause["text"])
        )

    def style_layer(self) -> None:
        """QGIS's current layer looks like the elements of the chosen clause."""
        from ...plugin.cartography.element_styles import style_as_clause

        clause, layer = self.answer.chosen_clause(), self.page.iface.activeLayer()
        if clause is None:
            return
        given = {"clause": clause["text"], "shape": clause["geometry_zh"]}
        if not isinstance(layer, QgsVectorLayer):
            self.page.complain(tr("请先在图层面板中选一个{shape}图层，再套用“{clause}”的样式。").format(**given))
        elif style_as_clause(layer, clause["symbol"]):
            self.page.show_error("")
            self.answer.say(tr("图层“{layer}”已套用“{clause}”的样式。").format(layer=layer.name(), **given))
        else:
            self.page.complain(
                tr("“{clause}”画作{shape}，图层“{layer}”的几何类型不符，没有套用样式。").format(
                    layer=layer.name(), **given
                )
            )

    def _accept(self, rows: list[dict]) -> None:
        shapes = self._shapes([row for row in rows if row["proposed"]])
        self._settle(
            [(row["clause_text"], [(shape, row["name"] or "", row["basis"] or "")], crs) for row, shape, crs in shapes]
        )

    def _shapes(self, rows: list[dict]) -> list[tuple]:
        """Row, geometry and its system, from the result layers."""
        found = []
        for row in rows:
            layer = self.answer.layer_of(row)
            request = QgsFeatureRequest(row[FEATURE_ID])
            found += [(row, one.geometry(), layer.crs()) for one in layer.getFeatures(request)] if layer else []
        return found

    def _settle(self, some) -> None:
        try:
            for clause, features, crs in some:
                settle(self.page.project, clause, features, crs)
        except Fault as fault:
            self.page.complain(sentence(fault))
            return
        self._sketch()
        self.page.calculate()

    def _sketch(self) -> None:
        """Layers that have just been made get their thin outlines; what the planner makes of them later stays."""
        from ...plugin.cartography.element_styles import style_as_sketch

        for layer in element_layers(self.page.project).values():
            if not layer.customProperty(SKETCHED):
                style_as_sketch(layer)
                layer.setCustomProperty(SKETCHED, True)

    def _keep(self, *_) -> None:
        """The project is being saved: what lies in memory would be lost with it."""
        try:
            keep_beside(self.page.project)
        except Fault as fault:
            self.page.complain(sentence(fault))

    def _button(self, title: str, tip: str, act) -> QPushButton:
        button = QPushButton(title, self)
        button.setToolTip(tip)
        button.clicked.connect(lambda: act())
        return button
