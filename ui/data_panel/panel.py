"""The data panel: which layer is what, guessed by the plugin, corrected by the planner."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.gui import QgsFieldComboBox
from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QHeaderView, QSizePolicy, QTableWidgetItem, QWidget

from ...plugin.analysis.faults import Fault
from ...plugin.bridge.sentences import sentence
from ...plugin.county.guess import guess_fields
from ...plugin.county.role_problems import RoleProblem, role_problems
from ...plugin.county.role_table import Role, grouped_roles
from ...plugin.county.roles import RoleAssignment, RoleSet, completed, project_roles, save_roles
from ...plugin.language import tr
from ..widgets.layer_combo import SHORTEST, layer_combo, show_layer
from ..widgets.said import QUIET
from ..widgets.said import WRONG as SAID_WRONG
from ..widgets.title_column import fit_titles
from .heading import heading_item

FORM, _ = uic.loadUiType(str(Path(__file__).with_name("panel.ui")))
TITLE, LAYER, STATE = range(3)
WRONG = QColor("#c62828")


class DataPanel(QWidget, FORM):
    """Shows and changes the layer roles of ``project``; ``rolesChanged`` follows every change that was saved."""

    rolesChanged = pyqtSignal()  # noqa: N815 - signals are named as Qt names its own

    def __init__(self, iface, project: QgsProject, parent: QWidget | None = None):
        super().__init__(parent)
        self.setupUi(self)
        self.iface = iface
        self.project = project
        self.roles = RoleSet()
        #: The roles in the order in which they are shown, and what each row of the table is: a role or a heading.
        self.role_list: list[Role] = []
        self.rows: list[Role | str] = []
        self.shown_fields: tuple[str, str] = ("", "")
        self.reloading = QTimer(self)
        self.reloading.setSingleShot(True)
        self.reloading.timeout.connect(self.reload)
        self.showing_row = QTimer(self)
        self.showing_row.setSingleShot(True)
        self.showing_row.timeout.connect(self._show_row)
        header = self.roleTable.horizontalHeader()
        header.setSectionResizeMode(LAYER, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(STATE, QHeaderView.ResizeMode.ResizeToContents)
        self.roleTable.currentCellChanged.connect(lambda row, *_: self._show_fields())
        self.guessButton.clicked.connect(self.guess_again)
        self.saveButton.clicked.connect(self.confirm)
        for changed in (project.layersAdded, project.layersRemoved, project.readProject, project.cleared):
            changed.connect(self.reload_soon)
        self.reload()

    def reload_soon(self, *_) -> None:
        """Reload once the layer choices have followed the project as well; many layers make one reload."""
        self.reloading.start()

    def reload(self) -> None:
        """Read the roles from the project and guess those that nobody has confirmed; nothing is written."""
        try:
            groups = grouped_roles(self.project)
            self.roles = project_roles(self.project)
        except Fault as fault:
            self.role_list, self.roles = [], RoleSet()
            self._build_table([])
            self.problemsLabel.setText(sentence(fault))
            self.problemsLabel.setStyleSheet(SAID_WRONG)
            self.problemsLabel.show()
            return
        self.role_list = [role for _, roles in groups for role in roles]
        self._build_table([one for heading, roles in groups for one in (heading, *roles)])
        self._show_roles()

    def guess_again(self) -> None:
        """Forget what was said and guess every role anew."""
        self._keep(completed(RoleSet(), self.project))

    def confirm(self) -> None:
        """Take every guess for right and save the project."""
        self._keep(self.roles.confirmed())
        self.iface.actionSaveProject().trigger()

    def choose_layer(self, role: Role, layer: QgsMapLayer | None) -> None:
        """The planner's word that a layer, or none, has a role. Another role that it had is free again."""
        roles = self.roles
        for other, given in self.roles.assignments.items():
            if layer is not None and given.layer_id == layer.id() and other != role.role:
                roles = roles.with_assignment(other, RoleAssignment(""))
        fields = guess_fields(role, layer) if isinstance(layer, QgsVectorLayer) else {}
        self._keep(roles.with_assignment(role.role, RoleAssignment(layer.id() if layer else "", fields)))

    def choose_field(self, role: Role, field_role: str, field: str) -> None:
        """The planner's word that a field, or none, has a field role."""
        given = self.roles.get(role.role)
        if given is None:
            return
        fields = {one: name for one, name in given.fields.items() if one != field_role}
        if field:
            fields[field_role] = field
        self._keep(self.roles.with_assignment(role.role, replace(given, fields=fields, guessed=False)))

    def selected_role(self) -> Role | None:
        """The role whose row is selected."""
        row = self.roleTable.currentRow()
        shown = self.rows[row] if 0 <= row < len(self.rows) else None
        return shown if isinstance(shown, Role) else None

    def _keep(self, roles: RoleSet) -> None:
        self.roles = roles
        save_roles(self.project, roles)
        self.project.setDirty(True)
        self._show_roles()
        self.rolesChanged.emit()

    def _build_table(self, rows: list[Role | str]) -> None:
        """A row for each role and each heading; built anew only when these themselves have changed."""
        titles = [one.title if isinstance(one, Role) else one for one in rows]
        if titles == [one.title if isinstance(one, Role) else one for one in self.rows]:
            self.rows = rows
            return
        self.rows = rows
        self.roleTable.setRowCount(0)
        self.roleTable.clearSpans()
        self.roleTable.setRowCount(len(rows))
        for row, shown in enumerate(rows):
            if isinstance(shown, Role):
                self._build_row(row, shown)
            else:
                self.roleTable.setItem(row, TITLE, heading_item(shown, self.roleTable.font()))
                self.roleTable.setSpan(row, TITLE, 1, STATE + 1)
        fit_titles(self.roleTable, TITLE)
        if len(rows) > 1:
            self.roleTable.setCurrentCell(1, TITLE)

    def _build_row(self, row: int, role: Role) -> None:
        title = QTableWidgetItem(role.title)
        title.setToolTip(f"{role.zh} · {role.en}")
        self.roleTable.setItem(row, TITLE, title)
        self.roleTable.setItem(row, STATE, QTableWidgetItem())
        combo = layer_combo(role, self.project, self.roleTable)
        # Only the planner's hand counts: layerChanged also follows a layer that is removed.
        combo.activated.connect(lambda _: self.choose_layer(role, combo.currentLayer()))
        self.roleTable.setCellWidget(row, LAYER, combo)

    def _show_roles(self) -> None:
        problems: dict[str, list[RoleProblem]] = {}
        for problem in role_problems(self.project, self.roles):
            problems.setdefault(problem.role, []).append(problem)
        for row, role in enumerate(self.rows):
            if isinstance(role, Role):
                show_layer(self.roleTable.cellWidget(row, LAYER), self.roles.layer(role.role, self.project))
                self._show_state(self.roleTable.item(row, STATE), role, problems.get(role.role, []))
        self._say([one for found in problems.values() for one in found])
        self._show_fields()

    def _say(self, problems: list[RoleProblem]) -> None:
        """All sentences under the table, in red when one of them stands in the way."""
        wrong = {role.role for role in self.role_list if self._is_wrong(role)}
        self.problemsLabel.setText("\n".join(one.sentence for one in problems))
        self.problemsLabel.setStyleSheet(SAID_WRONG if any(one.role in wrong for one in problems) else QUIET)
        self.problemsLabel.setVisible(bool(problems))

    def _show_state(self, item: QTableWidgetItem, role: Role, problems: list[RoleProblem]) -> None:
        given = self.roles.get(role.role)
        if problems:
            item.setText(problems[0].brief)
            item.setData(Qt.ItemDataRole.ForegroundRole, WRONG if self._is_wrong(role) else None)
        else:
            item.setText("" if given is None else tr("推测") if given.guessed else tr("已确认"))
            item.setData(Qt.ItemDataRole.ForegroundRole, None)
        item.setToolTip("\n".join(one.sentence for one in problems))

    def _is_wrong(self, role: Role) -> bool:
        """Whether what is said of a role stands in the way of something. A role that nobody has given a layer does
        when everything else that its task needs is there: else the planner is about another task.
        """
        if self.roles.get(role.role) is not None or role.role in {gone.role for gone in self.roles.vanished}:
            return True
        for task in role.required_for:
            others = [other.role for other in self.role_list if other != role and task in other.required_for]
            if others and all(self.roles.get(other) is not None for other in others):
                return True
        return False

    def _show_fields(self) -> None:
        """One choice for each field role of the selected role's layer."""
        role = self.selected_role()
        layer = self.roles.layer(role.role, self.project) if role else None
        usable = isinstance(layer, QgsVectorLayer) and bool(role.fields)
        self.fieldsBox.setVisible(usable)
        wanted = (role.role, layer.id()) if usable else ("", "")
        if wanted != self.shown_fields:
            # Not on every change: the choice that has just been made must outlive its own signal.
            self._build_fields(role if usable else None, layer)
            self.shown_fields = wanted
            # The table gives the fields room, and may do so by the very row that was clicked.
            self.showing_row.start()
        for combo in self.fieldsBox.findChildren(QgsFieldComboBox):
            combo.setField(self.roles.field(role.role, combo.objectName()))

    def showEvent(self, event):
        """Rows were brought into sight while the table had no height yet."""
        super().showEvent(event)
        self.showing_row.start()

    def _show_row(self) -> None:
        """Bring the selected row into sight, and a heading that stands above it."""
        index = self.roleTable.currentIndex()
        self.roleTable.scrollTo(index.sibling(max(index.row() - 1, 0), TITLE))
        self.roleTable.scrollTo(index)

    def _build_fields(self, role: Role | None, layer: QgsMapLayer | None) -> None:
        while self.fieldsLayout.rowCount():
            self.fieldsLayout.removeRow(0)
        for wanted in role.fields if role else ():
            combo = QgsFieldComboBox(self.fieldsBox)
            combo.setObjectName(wanted.field_role)
            combo.setAllowEmptyFieldName(True)
            # Else the longest field name widens the whole dock.
            combo.setMinimumContentsLength(SHORTEST)
            combo.setSizeAdjustPolicy(combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            combo.setLayer(layer)
            combo.activated.connect(
                lambda _, wanted=wanted, combo=combo: self.choose_field(role, wanted.field_role, combo.currentField())
            )
            self.fieldsLayout.addRow(wanted.title, combo)
