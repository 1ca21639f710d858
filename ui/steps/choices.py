"""What a step asks of the planner, declared: layers and fields from the roles, numbers, files and dates."""

from __future__ import annotations

from dataclasses import dataclass, replace

from qgis.core import QgsProcessingParameterDefinition, QgsProject
from qgis.gui import QgsFieldComboBox, QgsFileWidget
from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...plugin.county.role_table import Role
from ..widgets.layer_combo import SHORTEST, layer_combo
from ..widgets.said import SAID

LARGEST = 1e9
DATE = "yyyy-MM-dd"
CSV = "CSV (*.csv)"
POLYGON, ANY_SHAPE = ("polygon",), ("point", "line", "polygon")


@dataclass(frozen=True)
class LayerChoice:
    """A layer. Without it the step does not run (``needed``) or only says ``missing``. ``shapes`` are
    the geometries that the algorithm takes where they are not the role's.
    """

    role: str
    parameter: str
    title: str
    missing: str = ""
    needed: bool = False
    shapes: tuple[str, ...] = ()


@dataclass(frozen=True)
class FieldChoice:
    """A field of the layer of ``role``; ``missing`` is said when the layer has none. One without a title follows the
    roles unseen.
    """

    role: str
    field_role: str
    parameter: str
    title: str = ""
    missing: str = ""


@dataclass(frozen=True)
class NumberChoice:
    """A number with its unit; limits and default are the algorithm's. ``at_least`` is shown for the lowest value."""

    parameter: str
    title: str
    suffix: str = ""
    decimals: int = 0
    step: float = 1.0
    note: str = ""
    at_least: str = ""


@dataclass(frozen=True)
class EnumChoice:
    """One of the algorithm's options."""

    parameter: str
    title: str
    note: str = ""


@dataclass(frozen=True)
class TextChoice:
    """Words; the algorithm's own to begin with."""

    parameter: str
    title: str
    note: str = ""


@dataclass(frozen=True)
class FileChoice:
    """A table of the planner's own instead of the plugin's."""

    parameter: str
    title: str
    standard: str


@dataclass(frozen=True)
class DateChoice:
    """A day, today unless the planner says another."""

    parameter: str
    title: str
    note: str = ""


def key_of(choice) -> str:
    """The name under which a choice is spoken of: its role, or its parameter."""
    return choice.role if isinstance(choice, LayerChoice) else choice.parameter


def add_row(page: QWidget, form: QFormLayout, key: str, title: str, widget: QWidget) -> QVBoxLayout:
    """A titled row with the label under it that says what is wrong; the page knows it as ``<key>Said``."""
    slot = QVBoxLayout()
    slot.setSpacing(2)
    said = QLabel(page)
    said.setWordWrap(True)
    said.hide()
    slot.addWidget(widget)
    slot.addWidget(said)
    setattr(page, f"{key}{SAID}", said)
    label = QLabel(title, page)
    label.setBuddy(widget)
    form.addRow(label, slot)
    return slot


def layer_widget(choice: LayerChoice, role: Role, project: QgsProject, parent: QWidget):
    """The layers of the project that can have the role."""
    wanted = replace(role, geometry=choice.shapes) if choice.shapes else role
    combo = layer_combo(wanted, project, parent)
    combo.setObjectName(f"{choice.role}Combo")
    return combo


def field_widget(parent: QWidget) -> QgsFieldComboBox:
    """The fields of a layer, and none."""
    box = QgsFieldComboBox(parent)
    box.setAllowEmptyFieldName(True)
    box.setMinimumContentsLength(SHORTEST - 2)
    box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box


def number_widget(choice: NumberChoice, definition: QgsProcessingParameterDefinition, parent: QWidget):
    """A number between the algorithm's limits, its default to begin with."""
    spin = QDoubleSpinBox(parent)
    spin.setDecimals(choice.decimals)
    spin.setSingleStep(choice.step)
    spin.setSuffix(choice.suffix)
    spin.setRange(max(definition.minimum(), -LARGEST), min(definition.maximum(), LARGEST))
    spin.setSpecialValueText(choice.at_least)
    spin.setValue(float(definition.defaultValue() or 0.0))
    return spin


def file_widget(choice: FileChoice, parent: QWidget) -> QgsFileWidget:
    """A file of the planner's; none means the plugin's table or the project's file of that name."""
    chooser = QgsFileWidget(parent)
    chooser.setFilter(CSV)
    chooser.lineEdit().setPlaceholderText(choice.standard)
    return chooser


def enum_widget(definition: QgsProcessingParameterDefinition, parent: QWidget) -> QComboBox:
    """The algorithm's options, its default to begin with."""
    combo = QComboBox(parent)
    combo.addItems(definition.options())
    combo.setCurrentIndex(int(definition.defaultValue() or 0))
    combo.setMinimumContentsLength(SHORTEST)
    combo.setSizeAdjustPolicy(combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return combo


def text_widget(definition: QgsProcessingParameterDefinition, parent: QWidget) -> QLineEdit:
    """Words that are the algorithm's until the planner writes others."""
    return QLineEdit(str(definition.defaultValue() or ""), parent)


def date_widget(parent: QWidget) -> QDateEdit:
    """A day from a calendar."""
    edit = QDateEdit(QDate.currentDate(), parent)
    edit.setCalendarPopup(True)
    edit.setDisplayFormat(DATE)
    return edit
