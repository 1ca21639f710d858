"""Reads the layer roles of a project again whenever its layers change."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...plugin.algorithms.sentences import sentence
from ...plugin.analysis.faults import Fault
from ...plugin.county.roles import RoleSet, project_roles


class RoleReader(QObject):
    """Tells a panel the roles (``found``, with the sentence of what is wrong with the role tables), that layers are
    about to go (``leaving``), and that the project is another one (``another``).
    """

    found = pyqtSignal(object, str)
    leaving = pyqtSignal(list)
    another = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QObject):
        super().__init__(parent)
        self.project = project
        self.waiting = QTimer(self)
        self.waiting.setSingleShot(True)
        self.waiting.timeout.connect(self.read)
        for changed in (project.layersAdded, project.layersRemoved):
            changed.connect(self.read_soon)
        for other in (project.readProject, project.cleared):
            other.connect(self._tell_of_another)
        project.layersWillBeRemoved.connect(self._tell_who_leaves)

    def read_soon(self, *_) -> None:
        """Read once the layer choices have followed the project; many changes make one reading."""
        self.waiting.start()

    def read(self) -> None:
        """Read the roles now."""
        try:
            roles, fault = project_roles(self.project), ""
        except Fault as wrong:
            roles, fault = RoleSet(), sentence(wrong)
        self.found.emit(roles, fault)

    def stop(self) -> None:
        """Read no more of what was still to be read."""
        self.waiting.stop()

    def _tell_of_another(self, *_) -> None:
        self.another.emit()

    def _tell_who_leaves(self, layer_ids) -> None:
        self.leaving.emit(list(layer_ids))
