"""The panels in QGIS's window: docks, their toolbar and their menu, all of it taken away again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qgis.core import QgsProject, QgsSettings
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QMenu, QWidget

from ..plugin.language import RESOURCES, tr
from .coverage_panel.panel import CoveragePanel
from .data_panel.panel import DataPanel
from .mining_panel.panel import MiningPanel
from .sheets_panel.panel import SheetsPanel
from .structure_panel.panel import StructurePanel

SHOWN = "ronghe/panels/{name}/shown"
PLACED = "ronghe/panels/{name}/placed"


@dataclass(frozen=True)
class PanelKind:
    """A panel: a ``name`` for settings and window state, how its title is said, its icon, and what makes it."""

    name: str
    title: Callable[[], str]
    icon: str
    panel: Callable[..., QWidget]


PANELS = (
    PanelKind("data", lambda: tr("数据准备"), "data.svg", DataPanel),
    PanelKind("coverage", lambda: tr("服务覆盖"), "coverage.svg", CoveragePanel),
    PanelKind("mining", lambda: tr("矿山整治"), "mining.svg", MiningPanel),
    PanelKind("structure", lambda: tr("空间格局"), "structure.svg", StructurePanel),
    PanelKind("sheets", lambda: tr("出图"), "sheets.svg", SheetsPanel),
)


def icon(name: str) -> QIcon:
    """An icon of the plugin; an empty one when the file is not there."""
    path = RESOURCES / "icons" / name
    return QIcon(str(path)) if path.is_file() else QIcon()


class Panels:
    """Adds the panels to ``iface`` and removes them.

    A panel is made from ``(iface, project, parent)``. It may have a signal ``rolesChanged``, which makes every panel
    with ``reload_soon`` read the roles again, and a method ``release`` that stops what it runs.
    """

    def __init__(self, iface, project: QgsProject | None = None, kinds: tuple[PanelKind, ...] = PANELS):
        self.iface = iface
        self.project = project or QgsProject.instance()
        self.kinds = kinds
        self.docks: dict[str, QgsDockWidget] = {}
        self.actions: dict[str, QAction] = {}
        self.toolbar = self.menu = None
        self.waits_for_window = False

    def add(self) -> None:
        """Docks on the right, one behind the other; a toolbar and a menu that show and hide them."""
        self.toolbar = self.iface.addToolBar(tr("融合规划"))
        self.toolbar.setObjectName("RongheToolBar")
        self.toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.menu = QMenu(tr("融合规划"), self.iface.mainWindow())
        self.menu.setIcon(icon("ronghe.svg"))
        self.iface.pluginMenu().addMenu(self.menu)
        for kind in self.kinds:
            self._add_panel(kind)
        self._tell_each_other()
        if self.iface.mainWindow().isVisible():
            self._place(self.docks)
            for name, dock in self.docks.items():
                dock.setVisible(QgsSettings().value(SHOWN.format(name=name), False, type=bool))
        else:
            # QGIS starts. It puts every dock where it was when it ended, and new ones one under the other.
            for dock in self.docks.values():
                dock.hide()
            self.iface.initializationCompleted.connect(self._place_new)
            self.waits_for_window = True

    def remove(self) -> None:
        """Take everything away."""
        self._stop_waiting()
        for kind in self.kinds:
            dock = self.docks.pop(kind.name, None)
            if dock is None:
                continue
            QgsSettings().setValue(SHOWN.format(name=kind.name), not dock.isHidden())
            self._release(dock.widget())
            self.iface.removeDockWidget(dock)
            dock.setParent(None)
            dock.deleteLater()
        for action in self.actions.values():
            action.deleteLater()
        self.actions.clear()
        for bar in (self.toolbar, self.menu):
            if bar is not None:
                bar.setParent(None)
                bar.deleteLater()
        self.toolbar = self.menu = None

    def panel(self, name: str) -> QWidget:
        """A panel by its name."""
        return self.docks[name].widget()

    def _add_panel(self, kind: PanelKind) -> None:
        window = self.iface.mainWindow()
        dock = QgsDockWidget(kind.title(), window)
        dock.setObjectName(f"RongheDock_{kind.name}")
        dock.setWidget(kind.panel(self.iface, self.project, dock))
        action = QAction(icon(kind.icon), kind.title(), window)
        action.setObjectName(f"RongheAction_{kind.name}")
        action.setCheckable(True)
        dock.setToggleVisibilityAction(action)
        right = Qt.DockWidgetArea.RightDockWidgetArea
        self.iface.addDockWidget(right, dock)
        self.toolbar.addAction(action)
        self.menu.addAction(action)
        self.docks[kind.name], self.actions[kind.name] = dock, action

    def _place_new(self) -> None:
        """The window stands: docks that no earlier session has placed go behind the first one."""
        self._stop_waiting()
        settings = QgsSettings()
        self._place([name for name in self.docks if not settings.value(PLACED.format(name=name), False, type=bool)])

    def _place(self, names) -> None:
        first = next(iter(self.docks))
        for name in names:
            QgsSettings().setValue(PLACED.format(name=name), True)
            if name != first:
                self.iface.mainWindow().tabifyDockWidget(self.docks[first], self.docks[name])

    def _stop_waiting(self) -> None:
        if self.waits_for_window:
            self.iface.initializationCompleted.disconnect(self._place_new)
            self.waits_for_window = False

    def _tell_each_other(self) -> None:
        panels = [dock.widget() for dock in self.docks.values()]
        for teller in panels:
            for other in panels:
                if hasattr(teller, "rolesChanged") and other is not teller and hasattr(other, "reload_soon"):
                    teller.rolesChanged.connect(other.reload_soon)

    def _release(self, panel: QWidget) -> None:
        if hasattr(panel, "release"):
            panel.release()
