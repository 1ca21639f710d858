"""The panels in a window: docks, toolbar and menu come, show and hide, and go without a trace."""

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QDockWidget, QLabel, QMainWindow, QMenu, QToolBar

from ronghe.ui.panels import PANELS, SHOWN, PanelKind, Panels


class Iface(QObject):
    """A window with a menu for plugins."""

    initializationCompleted = pyqtSignal()  # noqa: N815

    def __init__(self, window):
        super().__init__()
        self.window = window
        self.plugins = QMenu("插件", window)
        self.canvas = QgsMapCanvas(window)

    def mainWindow(self):
        return self.window

    def mapCanvas(self):
        return self.canvas

    def pluginMenu(self):
        return self.plugins

    def addToolBar(self, title):
        return self.window.addToolBar(title)

    def addDockWidget(self, area, dock):
        self.window.addDockWidget(area, dock)
        dock.show()

    def removeDockWidget(self, dock):
        self.window.removeDockWidget(dock)


@pytest.fixture
def iface(qtbot, qgis_app, qgis_new_project):
    for kind in PANELS:
        QgsSettings().remove(SHOWN.format(name=kind.name))
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    yield Iface(window)
    for kind in PANELS:
        QgsSettings().remove(SHOWN.format(name=kind.name))


@pytest.fixture
def panels(iface, monkeypatch):
    monkeypatch.setattr("ronghe.plugin.language.QgsApplication.locale", lambda: "zh_CN")
    panels = Panels(iface, QgsProject.instance())
    panels.add()
    yield panels
    panels.remove()


def delete_now():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_panel_is_a_row():
    rows = [
        ("data", "数据准备"),
        ("coverage", "服务覆盖"),
        ("mining", "矿山整治"),
        ("structure", "空间格局"),
        ("sheets", "出图"),
    ]
    assert [(kind.name, kind.title()) for kind in PANELS] == rows


def test_docks_stand_one_behind_the_other(panels, iface):
    first, *others = panels.docks.values()
    for dock in (first, *others):
        dock.show()
    assert iface.window.tabifiedDockWidgets(first) == others
    assert [dock.windowTitle() for dock in (first, *others)] == [kind.title() for kind in PANELS]


def test_toolbar_and_menu_show_and_hide(panels, iface, qtbot):
    action, dock = panels.actions["coverage"], panels.docks["coverage"]
    assert action in panels.toolbar.actions() and action in panels.menu.actions()
    assert iface.plugins.actions()[0].text() == "融合规划"
    assert dock.isHidden() and not action.isChecked()
    action.trigger()
    assert not dock.isHidden() and action.isChecked()
    dock.close()
    qtbot.waitUntil(lambda: not action.isChecked(), timeout=1000)


def test_everything_goes(panels, iface, qtbot):
    project = QgsProject.instance()
    listening = project.receivers(project.layersAdded)
    kept = [*panels.docks.values(), *panels.actions.values(), panels.toolbar, panels.menu]
    inner = [dock.widget() for dock in panels.docks.values()]
    panels.remove()
    delete_now()
    assert all(sip.isdeleted(one) for one in kept + inner)
    assert not iface.window.findChildren(QDockWidget) and not iface.window.findChildren(QToolBar)
    assert not iface.plugins.actions()
    assert project.receivers(project.layersAdded) < listening
    project.clear()
    qtbot.wait(50)


def test_what_was_open_opens_again(iface):
    first = Panels(iface, QgsProject.instance())
    first.add()
    first.actions["data"].trigger()
    first.remove()
    again = Panels(iface, QgsProject.instance())
    again.add()
    assert not again.docks["data"].isHidden() and again.docks["coverage"].isHidden()
    again.remove()


def test_while_qgis_starts_the_docks_wait_for_the_window(iface):
    iface.window.hide()
    panels = Panels(iface, QgsProject.instance())
    panels.add()
    assert all(dock.isHidden() for dock in panels.docks.values())
    iface.window.show()
    iface.initializationCompleted.emit()
    assert not panels.waits_for_window
    panels.remove()


@pytest.mark.parametrize("name", ["coverage", "mining"])
def test_a_word_of_the_data_panel_reaches_the_other_panels(panels, qtbot, name):
    with qtbot.waitSignal(panels.panel(name).reader.waiting.timeout, timeout=1000):
        panels.panel("data").rolesChanged.emit()


def test_an_absent_icon_is_no_fault(iface):
    kinds = (PanelKind("made", lambda: "新面板", "absent.svg", lambda iface, project, parent: QLabel("新", parent)),)
    panels = Panels(iface, QgsProject.instance(), kinds)
    panels.add()
    assert panels.actions["made"].icon().isNull()
    panels.remove()
