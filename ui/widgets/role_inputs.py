"""Layers and fields that a planner chooses for a run: filled from the layer roles, changed by hand."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...plugin.county.guess import guess_fields
from ...plugin.county.role_table import roles_of
from ...plugin.county.roles import RoleSet
from ...plugin.county.run_inputs import FieldInput
from .layer_combo import show_layer
from .result_group import layers_made


class ByHand(QObject):
    """What the planner has chosen by hand, which stays when the roles are read again. Pages may share it."""

    changed = pyqtSignal()

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.layers: dict[str, str] = {}
        self.fields: dict[tuple[str, str], tuple[str, str]] = {}

    def choose_layer(self, role: str, layer: QgsMapLayer | None) -> None:
        self.layers[role] = layer.id() if layer else ""
        self.changed.emit()

    def choose_field(self, wanted: FieldInput, layer: QgsMapLayer, field: str) -> None:
        """A field, '' for none, of a layer; it counts for that layer only."""
        self.fields[wanted.role, wanted.field_role] = (layer.id(), field)
        self.changed.emit()

    def field(self, wanted: FieldInput, layer: QgsMapLayer | None) -> str | None:
        """The field chosen in this layer, None when nothing was."""
        layer_id, field = self.fields.get((wanted.role, wanted.field_role), ("", ""))
        return field if layer is not None and layer_id == layer.id() else None

    def forget(self) -> None:
        """Another project: nothing in it has been chosen by hand."""
        self.layers.clear()
        self.fields.clear()


class RoleInputs(QObject):
    """The choices of a page that come from the layer roles. ``layers`` maps a role to its parameter."""

    changed = pyqtSignal()

    def __init__(self, form, project: QgsProject, layers: dict[str, str], fields: tuple[FieldInput, ...]):
        super().__init__(form)
        self.form = form
        self.project = project
        self.layers = layers
        self.fields = fields
        self.roles = RoleSet()
        self.shipped = roles_of()
        self.combos: dict[str, QgsMapLayerComboBox] = {}
        self.boxes: dict[str, QgsFieldComboBox] = {}
        self.by_hand = ByHand(self)

    def attach(self, combos: dict[str, QgsMapLayerComboBox], boxes: dict[str, QgsFieldComboBox], by_hand=None):
        """Take over the layer choices by role and the field choices by parameter. ``by_hand`` may be another page's."""
        self.combos, self.boxes = combos, boxes
        self.by_hand = by_hand or self.by_hand
        for role, combo in combos.items():
            # Only the planner's hand sends ``activated``; layerChanged also follows a layer that is removed.
            combo.activated.connect(lambda _, role=role: self.by_hand.choose_layer(role, self.layer(role)))
            combo.layerChanged.connect(lambda _, role=role: self._layer_changed(role))
        for wanted in self.fields:
            box = boxes.get(wanted.parameter)
            if box is not None:
                box.activated.connect(lambda _, wanted=wanted, box=box: self._choose_field(wanted, box))
                box.fieldChanged.connect(lambda _, wanted=wanted: self._field_changed(wanted))
        self.by_hand.changed.connect(self.refill)

    def fill(self, roles: RoleSet) -> None:
        """Take the defaults from the roles; what was chosen by hand stays."""
        self.roles = roles
        self.refill()

    def refill(self) -> None:
        # What is half filled is not yet wrong.
        self.blockSignals(True)
        made = layers_made(self.project)
        for role, combo in self.combos.items():
            # What was made has a name like the layer it was made from; it is no input.
            combo.setExceptedLayerList([layer for layer in made if not self.takes_result(role, layer)])
            show_layer(combo, self._chosen_layer(role))
            self._fill_fields(role)
        self.filled()
        self.blockSignals(False)
        self.changed.emit()

    def filled(self) -> None:
        """For what else a page fills from the chosen layers."""

    def takes_result(self, role: str, layer: QgsMapLayer) -> bool:
        """Whether a result of another run may be chosen for a role."""
        return False

    def default_layer(self, role: str) -> QgsMapLayer | None:
        """The layer of a role when the planner has chosen none by hand."""
        layer = self.roles.layer(role, self.project)
        return None if layer in layers_made(self.project) else layer

    def forget(self) -> None:
        """Another project: nothing in it has been chosen by hand."""
        self.by_hand.forget()

    def layer(self, role: str) -> QgsMapLayer | None:
        combo = self.combos.get(role)
        return combo.currentLayer() if combo is not None else None

    def field(self, wanted: FieldInput) -> str:
        """The field that is to be used, empty when there is none."""
        layer = self.layer(wanted.role)
        if not isinstance(layer, QgsVectorLayer):
            return ""
        box = self.boxes.get(wanted.parameter)
        name = box.currentField() if box is not None else self.default_field(wanted)
        return name if layer.fields().lookupField(name) >= 0 else ""

    def field_of(self, parameter: str) -> str:
        return next((self.field(one) for one in self.fields if one.parameter == parameter), "")

    def layer_values(self) -> dict:
        """The chosen layers and fields as parameters of the algorithm."""
        values = {parameter: self.layer(role) for role, parameter in self.layers.items() if self.layer(role)}
        return values | {wanted.parameter: self.field(wanted) for wanted in self.fields if self.field(wanted)}

    def default_field(self, wanted: FieldInput) -> str:
        """The role's field when the layer is the role's, else the best guess."""
        layer = self.layer(wanted.role)
        if not isinstance(layer, QgsVectorLayer):
            return ""
        given = self.roles.get(wanted.role)
        if given is not None and given.layer_id == layer.id():
            return given.fields.get(wanted.field_role, "")
        return guess_fields(self.shipped[wanted.role], layer).get(wanted.field_role, "")

    def _chosen_layer(self, role: str) -> QgsMapLayer | None:
        chosen = self.by_hand.layers.get(role)
        if chosen and self.project.mapLayer(chosen) is None:
            chosen = None
            del self.by_hand.layers[role]
        return self.default_layer(role) if chosen is None else self.project.mapLayer(chosen)

    def _choose_field(self, wanted: FieldInput, box: QgsFieldComboBox) -> None:
        layer = self.layer(wanted.role)
        if layer is not None:
            self.by_hand.choose_field(wanted, layer, box.currentField())

    def _layer_changed(self, role: str) -> None:
        self._fill_fields(role)
        self.filled()
        self.changed.emit()

    def _field_changed(self, wanted: FieldInput) -> None:
        self.filled()
        self.changed.emit()

    def _fill_fields(self, role: str) -> None:
        layer = self.layer(role)
        for wanted in self.fields:
            box = self.boxes.get(wanted.parameter)
            if wanted.role != role or box is None:
                continue
            if box.layer() != layer:
                box.setLayer(layer if isinstance(layer, QgsVectorLayer) else None)
            by_hand = self.by_hand.field(wanted, layer)
            box.setField(self.default_field(wanted) if by_hand is None else by_hand)
