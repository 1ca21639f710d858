"""What the planner chooses for a coverage run: filled from the layer roles, read back as parameters."""

from __future__ import annotations

from qgis.core import QgsProcessing, QgsProject
from qgis.PyQt.QtWidgets import QButtonGroup, QToolButton

from ...plugin.county.layer_part import part_with, words_in
from ...plugin.county.run_inputs import field_input, role_of
from ...plugin.language import tr
from ..widgets.layer_combo import layer_combo
from ..widgets.role_inputs import RoleInputs
from .standard_limits import standard_file

ALGORITHM = "servicecoverage"
#: Role → parameter of the layers that the form asks for.
LAYERS = {
    role_of(parameter, ALGORITHM): parameter
    for parameter in ("FACILITIES", "DEMAND", "ZONES", "ROADS", "DEM", "LANDCOVER")
}
NUMBERS = {
    "THRESHOLD_MINUTES": "limitSpin",
    "CELL_SIZE": "cellSizeSpin",
    "WALK_SPEED": "walkSpeedSpin",
    "MAX_MINUTES": "maxMinutesSpin",
    "MAX_SNAP": "maxSnapSpin",
}
RESULTS = ("GAPS", "DEMAND_OUT", "BANDS", "ZONES_OUT", "LEVELS_OUT")
QUICK_MINUTES = (15, 30, 45, 60)
FIELDS = tuple(
    field_input(parameter, role_of(layer, ALGORITHM))
    for layer, parameters in (
        ("FACILITIES", ("FACILITY_TYPE_FIELD", "FACILITY_LEVEL_FIELD", "FACILITY_NAME_FIELD")),
        ("DEMAND", ("POPULATION_FIELD", "DEMAND_NAME_FIELD")),
        ("ZONES", ("ZONE_NAME_FIELD",)),
        ("ROADS", ("ROAD_CLASS_FIELD", "SPEED_FIELD", "ONEWAY_FIELD")),
    )
    for parameter in parameters
)
#: Field choices of the form by parameter; the other fields follow the roles unseen.
BOXES = {
    "FACILITY_TYPE_FIELD": "facilityTypeField",
    "FACILITY_LEVEL_FIELD": "facilityLevelField",
    "POPULATION_FIELD": "populationField",
    "ROAD_CLASS_FIELD": "roadClassField",
    "SPEED_FIELD": "speedField",
    "ONEWAY_FIELD": "onewayField",
}


class CoverageInputs(RoleInputs):
    """The upper half of the coverage panel; ``form`` holds its widgets."""

    def __init__(self, form, project: QgsProject):
        super().__init__(form, project, LAYERS, FIELDS)
        form.directionCombo.addItems([tr("前往设施"), tr("从设施出发")])
        self._add_quick_minutes()
        self.attach(
            {role: self._layer_combo(role) for role in LAYERS},
            {parameter: getattr(form, box) for parameter, box in BOXES.items()},
        )
        self._connect()

    def filled(self) -> None:
        """The types of the facilities."""
        combo = self.form.serviceCombo
        before = combo.currentData()
        types = words_in(self.layer("facilities"), self.field_of("FACILITY_TYPE_FIELD"))
        combo.blockSignals(True)
        combo.clear()
        combo.addItem(tr("全部"), "")
        for one in types:
            combo.addItem(one, one)
        combo.setCurrentIndex(max(combo.findData(before), 0))
        combo.blockSignals(False)

    def service_type(self) -> str:
        """The one type that is asked for, empty for all."""
        return self.form.serviceCombo.currentData() or ""

    def types(self) -> list[str]:
        """The types that the run will tell apart."""
        combo = self.form.serviceCombo
        every = [combo.itemData(row) for row in range(1, combo.count())]
        return [self.service_type()] if self.service_type() else every

    def parameters(self) -> dict:
        """The parameters of ronghe:servicecoverage, its results temporary."""
        form = self.form
        values = {parameter: getattr(form, spin).value() for parameter, spin in NUMBERS.items()}
        values |= self.layer_values()
        values["DIRECTION"] = form.directionCombo.currentIndex()
        values["BREAKS"] = form.breaksEdit.text()
        if self.service_type():
            field = values["FACILITY_TYPE_FIELD"]
            values["FACILITIES"] = part_with(values["FACILITIES"], field, [self.service_type()])
        if form.standardCheck.isChecked():
            values["STANDARD"] = str(standard_file(self.project))
        wanted = [name for name in RESULTS if name != "LEVELS_OUT" or "FACILITY_LEVEL_FIELD" in values]
        return values | dict.fromkeys(wanted, QgsProcessing.TEMPORARY_OUTPUT)

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
        form.serviceCombo.currentIndexChanged.connect(lambda _: self.changed.emit())
        form.standardCheck.toggled.connect(lambda _: self.changed.emit())
        form.limitSpin.valueChanged.connect(lambda _: self._limit_changed())
        form.maxMinutesSpin.valueChanged.connect(lambda _: self.changed.emit())
        for edit in (form.breaksEdit, form.savePath):
            edit.textChanged.connect(lambda _: self.changed.emit())
        self._limit_changed()

    def _limit_changed(self) -> None:
        # An exclusive group cannot be without a checked button.
        self.quick.setExclusive(False)
        for button in self.quick.buttons():
            button.setChecked(self.quick.id(button) == self.form.limitSpin.value())
        self.quick.setExclusive(True)
        self.changed.emit()
