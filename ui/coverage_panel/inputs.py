"""What the planner chooses for a coverage run: filled from the layer roles, read back as parameters."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsMapLayer, QgsProcessing, QgsProject, QgsVectorLayer
from qgis.gui import QgsFieldComboBox
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QButtonGroup, QToolButton

from ...plugin.county.guess import guess_fields
from ...plugin.county.role_table import roles_of
from ...plugin.county.roles import RoleSet
from ...plugin.language import tr
from ..widgets.layer_combo import layer_combo, show_layer
from ..widgets.result_group import result_layers_of_all
from .one_type import facilities_of_type, types_in
from .save_target import output_in
from .standard_limits import standard_file

LAYERS = {
    "facilities": "FACILITIES",
    "villages": "DEMAND",
    "towns": "ZONES",
    "roads": "ROADS",
    "dem": "DEM",
    "landcover": "LANDCOVER",
}
NUMBERS = {
    "THRESHOLD_MINUTES": "limitSpin",
    "CELL_SIZE": "cellSizeSpin",
    "WALK_SPEED": "walkSpeedSpin",
    "MAX_MINUTES": "maxMinutesSpin",
    "MAX_SNAP": "maxSnapSpin",
}
OUTPUTS = ("GAPS", "DEMAND_OUT", "BANDS", "ZONES_OUT", "LEVELS_OUT")
QUICK_MINUTES = (15, 30, 45, 60)


@dataclass(frozen=True)
class FieldInput:
    """A field of a role's layer that is a parameter; one without a ``box`` follows the roles unseen."""

    role: str
    field_role: str
    parameter: str
    box: str = ""


FIELDS = (
    FieldInput("facilities", "type", "FACILITY_TYPE_FIELD", "facilityTypeField"),
    FieldInput("facilities", "level", "FACILITY_LEVEL_FIELD", "facilityLevelField"),
    FieldInput("facilities", "name", "FACILITY_NAME_FIELD"),
    FieldInput("villages", "population", "POPULATION_FIELD", "populationField"),
    FieldInput("villages", "name", "DEMAND_NAME_FIELD"),
    FieldInput("towns", "name", "ZONE_NAME_FIELD"),
    FieldInput("roads", "class", "ROAD_CLASS_FIELD", "roadClassField"),
    FieldInput("roads", "speed", "SPEED_FIELD", "speedField"),
    FieldInput("roads", "oneway", "ONEWAY_FIELD", "onewayField"),
)


class CoverageInputs(QObject):
    """The upper half of the coverage panel; ``form`` holds its widgets."""

    changed = pyqtSignal()

    def __init__(self, form, project: QgsProject):
        super().__init__(form)
        self.form = form
        self.project = project
        self.roles = RoleSet()
        # What the planner has chosen by hand stays when the roles are read again: layer ids, field boxes.
        self.chosen_layers: dict[str, str] = {}
        self.chosen_fields: set[str] = set()
        self.shipped = roles_of()
        self.combos = {role: self._layer_combo(role) for role in LAYERS}
        form.directionCombo.addItems([tr("前往设施"), tr("从设施出发")])
        self._add_quick_minutes()
        self._connect()

    def fill(self, roles: RoleSet) -> None:
        """Take the defaults from the roles; what was chosen by hand stays."""
        self.roles = roles
        # What is half filled is not yet wrong.
        self.blockSignals(True)
        results = result_layers_of_all(self.project)
        for role, combo in self.combos.items():
            combo.setExceptedLayerList(results)
            chosen = self.chosen_layers.get(role)
            if chosen and self.project.mapLayer(chosen) is None:
                chosen = None
                del self.chosen_layers[role]
            layer = roles.layer(role, self.project) if chosen is None else self.project.mapLayer(chosen)
            # A result has a name like the layer it was made from; it is no input.
            show_layer(combo, None if layer in results else layer)
            self._fill_fields(role)
        self._fill_types()
        self.blockSignals(False)
        self.changed.emit()

    def forget(self) -> None:
        """Another project: nothing in it has been chosen by hand."""
        self.chosen_layers.clear()
        self.chosen_fields.clear()
        self.form.savePath.clear()

    def layer(self, role: str) -> QgsMapLayer | None:
        return self.combos[role].currentLayer()

    def field(self, wanted: FieldInput) -> str:
        """The field that is to be used, empty when there is none."""
        layer = self.layer(wanted.role)
        if not isinstance(layer, QgsVectorLayer):
            return ""
        name = self._box(wanted).currentField() if wanted.box else self._default_field(wanted)
        return name if layer.fields().lookupField(name) >= 0 else ""

    def field_of(self, parameter: str) -> str:
        return self.field(next(one for one in FIELDS if one.parameter == parameter))

    def service_type(self) -> str:
        """The one type that is asked for, empty for all."""
        return self.form.serviceCombo.currentData() or ""

    def types(self) -> list[str]:
        """The types that the run will tell apart."""
        combo = self.form.serviceCombo
        every = [combo.itemData(row) for row in range(1, combo.count())]
        return [self.service_type()] if self.service_type() else every

    def parameters(self) -> dict:
        """The parameters of ronghe:servicecoverage."""
        form = self.form
        values = {parameter: getattr(form, spin).value() for parameter, spin in NUMBERS.items()}
        values |= {parameter: self.layer(role) for role, parameter in LAYERS.items() if self.layer(role)}
        values |= {wanted.parameter: self.field(wanted) for wanted in FIELDS if self.field(wanted)}
        values["DIRECTION"] = form.directionCombo.currentIndex()
        values["BREAKS"] = form.breaksEdit.text()
        if self.service_type():
            field = values["FACILITY_TYPE_FIELD"]
            values["FACILITIES"] = facilities_of_type(values["FACILITIES"], field, self.service_type())
        if form.standardCheck.isChecked():
            values["STANDARD"] = str(standard_file(self.project))
        wanted = [name for name in OUTPUTS if name != "LEVELS_OUT" or "FACILITY_LEVEL_FIELD" in values]
        path = form.savePath.text().strip()
        for name in wanted:
            values[name] = output_in(path, name) if path else QgsProcessing.TEMPORARY_OUTPUT
        return values

    def _layer_combo(self, role: str):
        combo = layer_combo(self.shipped[role], self.project, self.form)
        combo.setObjectName(f"{role}Combo")
        getattr(self.form, f"{role}Slot").insertWidget(0, combo)
        getattr(self.form, f"{role}Label").setBuddy(combo)
        return combo

    def _add_quick_minutes(self) -> None:
        self.quick = QButtonGroup(self)
        for minutes in QUICK_MINUTES:
            button = QToolButton(self.form)
            button.setText(str(minutes))
            button.setCheckable(True)
            button.setToolTip(tr("{minutes} 分钟").format(minutes=minutes))
            self.form.limitRow.addWidget(button)
            self.quick.addButton(button, minutes)
        self.quick.idClicked.connect(self.form.limitSpin.setValue)

    def _connect(self) -> None:
        form = self.form
        for role, combo in self.combos.items():
            # Only the planner's hand sends ``activated``; layerChanged also follows a layer that is removed.
            combo.activated.connect(lambda _, role=role: self._choose_layer(role))
            combo.layerChanged.connect(lambda _, role=role: self._layer_changed(role))
        for wanted in FIELDS:
            if wanted.box:
                self._box(wanted).activated.connect(lambda _, box=wanted.box: self.chosen_fields.add(box))
                self._box(wanted).fieldChanged.connect(lambda _, wanted=wanted: self._field_changed(wanted))
        form.serviceCombo.currentIndexChanged.connect(lambda _: self.changed.emit())
        form.standardCheck.toggled.connect(lambda _: self.changed.emit())
        form.limitSpin.valueChanged.connect(lambda _: self._limit_changed())
        form.maxMinutesSpin.valueChanged.connect(lambda _: self.changed.emit())
        for edit in (form.breaksEdit, form.savePath):
            edit.textChanged.connect(lambda _: self.changed.emit())
        self._limit_changed()

    def _choose_layer(self, role: str) -> None:
        layer = self.layer(role)
        self.chosen_layers[role] = layer.id() if layer else ""

    def _layer_changed(self, role: str) -> None:
        self._fill_fields(role)
        if role == "facilities":
            self._fill_types()
        self.changed.emit()

    def _field_changed(self, wanted: FieldInput) -> None:
        if wanted.box == "facilityTypeField":
            self._fill_types()
        self.changed.emit()

    def _limit_changed(self) -> None:
        # An exclusive group cannot be without a checked button.
        self.quick.setExclusive(False)
        for button in self.quick.buttons():
            button.setChecked(self.quick.id(button) == self.form.limitSpin.value())
        self.quick.setExclusive(True)
        self.changed.emit()

    def _fill_fields(self, role: str) -> None:
        layer = self.layer(role)
        for wanted in FIELDS:
            if wanted.role != role or not wanted.box:
                continue
            box = self._box(wanted)
            kept = box.currentField() if wanted.box in self.chosen_fields and box.layer() == layer else None
            if box.layer() != layer:
                self.chosen_fields.discard(wanted.box)
                box.setLayer(layer)
            box.setField(self._default_field(wanted) if kept is None else kept)

    def _default_field(self, wanted: FieldInput) -> str:
        """The role's field when the layer is the role's, else the best guess."""
        layer = self.layer(wanted.role)
        if not isinstance(layer, QgsVectorLayer):
            return ""
        given = self.roles.get(wanted.role)
        if given is not None and given.layer_id == layer.id():
            return given.fields.get(wanted.field_role, "")
        return guess_fields(self.shipped[wanted.role], layer).get(wanted.field_role, "")

    def _fill_types(self) -> None:
        combo = self.form.serviceCombo
        before = combo.currentData()
        types = types_in(self.layer("facilities"), self.field_of("FACILITY_TYPE_FIELD"))
        combo.blockSignals(True)
        combo.clear()
        combo.addItem(tr("全部"), "")
        for one in types:
            combo.addItem(one, one)
        combo.setCurrentIndex(max(combo.findData(before), 0))
        combo.blockSignals(False)

    def _box(self, wanted: FieldInput) -> QgsFieldComboBox:
        return getattr(self.form, wanted.box)
