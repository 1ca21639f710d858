"""The choices of a step: built from their declarations, filled from the roles, read back as parameters."""

from __future__ import annotations

from collections.abc import Callable
from math import inf

from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from ...plugin.algorithms.mining.role_layers import CLASS_FIELD, role_titles
from ...plugin.county.role_table import Role, roles_of
from ...plugin.language import tr
from ..widgets.role_inputs import ByHand, FieldInput, RoleInputs
from . import choices as made
from .choices import (
    DATE,
    EnumChoice,
    FieldChoice,
    FileChoice,
    LayerChoice,
    NumberChoice,
    TextChoice,
    add_row,
    key_of,
)
from .role_rows import RoleRow, RoleTable

#: Choices that take their defaults from the layer of another role: tunnels lie among the bridges, and the ledgers
#: prefer the mines that step 2 has judged.
HELD_IN = {"tunnels": "bridges", "judged": "mines"}


def definitions_of(algorithm_id: str) -> dict:
    """The parameters of an algorithm by name; none when it is not there."""
    algorithm = QgsApplication.processingRegistry().algorithmById(algorithm_id)
    return {one.name(): one for one in algorithm.parameterDefinitions()} if algorithm else {}


def role_rows(definitions: dict, taken: set[str]) -> list[RoleRow]:
    """The role layers of the algorithm that are no choices of their own."""
    roles, rows = roles_of(), []
    for parameter, title in role_titles().items():
        key = parameter.lower()
        role = roles.get(HELD_IN.get(key, key))
        if parameter in taken or parameter not in definitions or role is None:
            continue
        class_parameter = CLASS_FIELD.format(role=parameter)
        known = class_parameter if class_parameter in definitions else ""
        rows.append(RoleRow(key, parameter, known, title, role))
    return rows


def no_role(choice: LayerChoice) -> Role:
    """A layer that is no role: the planner alone knows it."""
    return Role(choice.role, choice.title, choice.title, choice.shapes, (), (), (), (0.0, inf), ())


class StepInputs(RoleInputs):
    """The upper half of a step. ``first`` are the choices that everyone sees, ``more`` those folded away; a choice
    whose parameter the algorithm does not have is left out.
    """

    def __init__(self, page: QWidget, project: QgsProject, algorithm_id: str, first, more, by_hand: ByHand | None):
        self.algorithm_id = algorithm_id
        self.definitions = definitions_of(algorithm_id)
        self.first = [one for one in first if one.parameter in self.definitions]
        self.more = [one for one in more if one.parameter in self.definitions]
        every = [*self.first, *self.more]
        taken = {one.parameter for one in every}
        rows = role_rows(self.definitions, taken) if hasattr(page, "rolesSlot") else []
        layers = {one.role: one.parameter for one in every if isinstance(one, LayerChoice)}
        fields = [FieldInput(one.role, one.field_role, one.parameter) for one in every if isinstance(one, FieldChoice)]
        fields += [FieldInput(row.key, "class", row.class_parameter) for row in rows if row.class_parameter]
        layers |= {row.key: row.parameter for row in rows}
        super().__init__(page, project, layers, tuple(fields))
        for key, held in HELD_IN.items():
            self.shipped.setdefault(key, self.shipped[held])
        for one in every:
            if isinstance(one, LayerChoice):
                self.shipped.setdefault(one.role, no_role(one))
        self.rows = rows
        #: Layers or fields have changed since somebody looked into them.
        self.stale = True
        self.files: dict[str, QgsFileWidget] = {}
        #: How the value of a plain choice is read, by parameter.
        self.plain: dict[str, Callable[[], object]] = {}
        self.slots: dict[str, QVBoxLayout] = {}
        combos, boxes = self._build(page)
        self.attach(combos, boxes, by_hand)

    def filled(self) -> None:
        self.stale = True

    def default_layer(self, role: str):
        return super().default_layer(HELD_IN.get(role, role))

    def default_field(self, wanted: FieldInput) -> str:
        given = self.roles.field(HELD_IN.get(wanted.role, ""), wanted.field_role)
        layer = self.layer(wanted.role)
        if given and isinstance(layer, QgsVectorLayer) and layer.fields().lookupField(given) >= 0:
            return given
        return super().default_field(wanted)

    def forget(self) -> None:
        super().forget()
        for chooser in self.files.values():
            chooser.setFilePath("")

    def rows_with_layer(self) -> list[RoleRow]:
        """The role layers that are there."""
        return [row for row in self.rows if self.layer(row.key) is not None]

    def parameters(self) -> dict:
        """The parameters of the algorithm, its results temporary."""
        values = self.layer_values()
        values |= {name: read() for name, read in self.plain.items()}
        values |= {name: one.filePath().strip() for name, one in self.files.items() if one.filePath().strip()}
        results = (name for name, definition in self.definitions.items() if definition.isDestination())
        return values | dict.fromkeys(results, QgsProcessing.TEMPORARY_OUTPUT)

    def raster_in_degrees(self, role: str) -> bool:
        """Whether a raster's cells are measured in degrees."""
        layer = self.layer(role)
        return isinstance(layer, QgsRasterLayer) and layer.crs().isValid() and layer.crs().isGeographic()

    def _build(self, page) -> tuple[dict, dict]:
        combos, boxes = {}, {}
        forms = [(one, page.inputsForm) for one in self.first]
        forms += [(one, page.moreForm) for one in self.more]
        for choice, form in forms:
            if not choice.title:
                continue
            widget = self._row(page, form, choice)
            if isinstance(choice, LayerChoice):
                combos[choice.role] = widget
            elif isinstance(choice, FieldChoice):
                boxes[choice.parameter] = widget
        if self.rows:
            self.table = RoleTable(self.rows, self.project, page)
            head = QLabel(tr("参与评价的图层与类别字段"), page)
            head.setWordWrap(True)
            page.rolesSlot.addWidget(head)
            page.rolesSlot.addWidget(self.table)
            combos |= self.table.combos
            boxes |= self.table.boxes
        if hasattr(page, "savePath"):
            page.savePath.textChanged.connect(self._changed)
        return combos, boxes

    def _row(self, page, form: QFormLayout, choice) -> QWidget:
        definition = self.definitions[choice.parameter]
        if isinstance(choice, LayerChoice):
            widget = made.layer_widget(choice, self.shipped[choice.role], self.project, page)
        elif isinstance(choice, FieldChoice):
            widget = made.field_widget(page)
        elif isinstance(choice, FileChoice):
            widget = self.files[choice.parameter] = made.file_widget(choice, page)
            widget.fileChanged.connect(self._changed)
        else:
            widget = self._plain(page, choice, definition)
        widget.setToolTip(definition.description())
        self.slots[key_of(choice)] = add_row(page, form, key_of(choice), choice.title, widget)
        return widget

    def _plain(self, page, choice, definition) -> QWidget:
        """A choice whose value is read from its widget as it stands."""
        if isinstance(choice, NumberChoice):
            widget = made.number_widget(choice, definition, page)
            read, told = widget.value, widget.valueChanged
        elif isinstance(choice, EnumChoice):
            widget = made.enum_widget(definition, page)
            read, told = widget.currentIndex, widget.currentIndexChanged
        elif isinstance(choice, TextChoice):
            widget = made.text_widget(definition, page)
            read, told = widget.text, widget.textChanged
        else:
            widget = made.date_widget(page)
            opened = widget.date()  # a panel stays open overnight: the day that nobody has changed means today
            read, told = lambda: "" if widget.date() == opened else widget.date().toString(DATE), widget.dateChanged
        told.connect(self._changed)
        self.plain[choice.parameter] = read
        return widget

    def _changed(self, *_) -> None:
        self.changed.emit()
