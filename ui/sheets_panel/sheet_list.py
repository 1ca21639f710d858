"""The list of sheets: which can be made, what the others lack, which are ticked."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, QRect, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QIcon, QPixmap
from qgis.PyQt.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem

from ...plugin.bridge.sentences import listed
from ...plugin.language import tr

PICTURE = QSize(112, 79)
AIR = 6  #: pixels
SHEET = Qt.ItemDataRole.UserRole
PAPER = QColor(250, 250, 248)
LACKING = QColor("#8a8f94")


class SheetList(QObject):
    """Keeps ``tree`` as the list; ticks and pictures stay with their sheets when the list is filled again."""

    ticked_changed = pyqtSignal()

    def __init__(self, tree: QTreeWidget):
        super().__init__(tree)
        self.tree = tree
        self.pictures: dict[str, QPixmap] = {}
        #: What each picture was drawn from.
        self.sources: dict[str, object] = {}
        self.unticked: set[str] = set()
        self.templates: dict[str, str] = {}
        tree.setIconSize(PICTURE)
        tree.setItemDelegate(Spaced(tree))
        tree.header().sectionResized.connect(lambda *_: tree.scheduleDelayedItemsLayout())
        tree.itemChanged.connect(self._note)

    def fill(self, states, sources: dict[str, object]) -> None:
        """Show the sheets: the possible ones, ticked unless the planner has unticked them, then the others. Pictures
        of sheets whose ``sources`` are what they were stay.
        """
        old, self.sources = self.sources, sources
        self.pictures = {one: made for one, made in self.pictures.items() if old.get(one) == sources.get(one)}
        self.templates = {state.kind.id: state.kind.template for state in states}
        self.tree.blockSignals(True)
        chosen = self.current()
        self.tree.clear()
        ordered = sorted(states, key=lambda one: one.kind.number)
        for state in ordered:
            if state.possible:
                self._add(state)
        lacking = [state for state in ordered if not state.possible]
        if lacking:
            self.tree.addTopLevelItem(_heading(tr("还不能出的图"), self.tree))
        for state in lacking:
            self._add_lacking(state)
        self.tree.blockSignals(False)
        self._choose(chosen)
        self.ticked_changed.emit()

    def possible(self) -> list[str]:
        """The ids of the sheets that can be made."""
        return [item.data(0, SHEET) for item in self._items() if _can_tick(item)]

    def ticked(self) -> list[str]:
        """The ids of the ticked sheets, in their order."""
        return [item.data(0, SHEET) for item in self._items() if item.checkState(0) == Qt.CheckState.Checked]

    def current(self) -> str:
        """The id of the sheet that is chosen, '' where none is."""
        item = self.tree.currentItem()
        return item.data(0, SHEET) if item and _can_tick(item) else ""

    def tick(self, ticked: bool) -> None:
        """Tick all sheets that can be made, or none."""
        for item in self._items():
            if _can_tick(item):
                item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def show_picture(self, sheet: str, picture: QPixmap) -> None:
        """The small picture of a sheet."""
        self.pictures[sheet] = picture
        for item in self._items():
            if item.data(0, SHEET) == sheet:
                self.tree.blockSignals(True)
                item.setIcon(0, QIcon(picture))
                self.tree.blockSignals(False)

    def without_picture(self) -> list[str]:
        """The possible sheets whose picture is not there yet."""
        return [sheet for sheet in self.possible() if sheet not in self.pictures]

    def forget(self, unticked: set[str]) -> None:
        """Another project, in which the planner has unticked these."""
        self.pictures.clear()
        self.sources.clear()
        self.unticked = set(unticked)

    def _add(self, state) -> None:
        kind = state.kind
        item = QTreeWidgetItem(self.tree)
        item.setData(0, SHEET, kind.id)
        item.setIcon(0, QIcon(self.pictures.get(kind.id) or _blank()))
        words = {"number": kind.number, "title": kind.title, "type": _type_word(kind.type)}
        item.setText(0, tr("{number:02d}　{title}\n{type}").format(**words))
        item.setCheckState(0, Qt.CheckState.Unchecked if kind.id in self.unticked else Qt.CheckState.Checked)

    def _add_lacking(self, state) -> None:
        """Without a picture: more of them are read at a glance, and what is missing has the whole width."""
        kind = state.kind
        item = QTreeWidgetItem(self.tree)
        item.setData(0, SHEET, kind.id)
        item.setText(
            0,
            tr("{number:02d}　{title}\n缺少{missing}").format(
                number=kind.number, title=kind.title, missing=listed(state.missing)
            ),
        )
        item.setForeground(0, QBrush(LACKING))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)

    def _choose(self, sheet: str) -> None:
        for item in self._items():
            if item.data(0, SHEET) == sheet:
                self.tree.setCurrentItem(item)

    def _note(self, item: QTreeWidgetItem) -> None:
        sheet = item.data(0, SHEET)
        if item.checkState(0) == Qt.CheckState.Checked:
            self.unticked.discard(sheet)
        else:
            self.unticked.add(sheet)
        self.ticked_changed.emit()

    def _items(self) -> list[QTreeWidgetItem]:
        return [self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount())]


class Spaced(QStyledItemDelegate):
    """Rows with air between them, as high as their text is when it is wrapped."""

    def sizeHint(self, option, index):
        narrow = QStyleOptionViewItem(option)
        narrow.rect = QRect(0, 0, option.widget.viewport().width(), 1)
        return super().sizeHint(narrow, index) + QSize(0, AIR)


def _heading(text: str, tree: QTreeWidget) -> QTreeWidgetItem:
    item = QTreeWidgetItem([text])
    strong = tree.font()
    strong.setBold(True)
    item.setFont(0, strong)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    return item


def _can_tick(item: QTreeWidgetItem) -> bool:
    return bool(item.flags() & Qt.ItemFlag.ItemIsUserCheckable)


def _type_word(kind: str) -> str:
    words = {"survey": tr("调查型"), "control": tr("管控型"), "indicative": tr("示意型")}
    return words.get(kind, kind)


def _blank() -> QPixmap:
    made = QPixmap(PICTURE)
    made.fill(PAPER)
    return made
