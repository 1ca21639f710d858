"""Status words that nobody knows, listed where the status field is chosen, each with a choice of its meaning."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingUtils, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...plugin.algorithms.mining.mine_words import status_titles
from ...plugin.algorithms.sentences import sentence
from ...plugin.analysis.faults import Fault
from ...plugin.county.status_words import (
    STATUSES,
    add_to_word_table,
    load_meanings,
    save_meanings,
    unknown_words,
    write_meanings,
)
from ...plugin.language import tr
from ..widgets.said import WRONG

LISTED = 12  #: words; a field with more is not a status field
FILE = "status_words.csv"
BROKEN = "\ufffd"  #: what a letter becomes that was read in the wrong encoding


class StatusWords(QWidget):
    """Hidden while every word is known. Meanings are kept in the project at once."""

    changed = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QWidget | None = None):
        super().__init__(parent)
        self.project = project
        self.words: list[tuple[str, int]] = []
        self.combos: dict[str, QComboBox] = {}
        self.head = QLabel(self)
        self.head.setWordWrap(True)
        self.grid = QGridLayout()
        self.grid.setColumnStretch(1, 1)
        self.keepButton = QPushButton(tr("记入 class_words.csv"), self)
        self.keepButton.clicked.connect(self.keep_in_file)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.head)
        layout.addLayout(self.grid)
        layout.addWidget(self.keepButton)
        self.hide()

    def look_at(self, layer: QgsVectorLayer | None, field: str) -> None:
        """List what is not known of a field."""
        fault = ""
        try:
            words = unknown_words(layer, field, self.project) if isinstance(layer, QgsVectorLayer) and field else []
        except Fault as wrong:
            words, fault = [], sentence(wrong)
        if words != self.words:
            self.words = words
            self._build()
        self._say(fault)

    def open_words(self) -> list[str]:
        """Words whose meaning nobody has given."""
        given = load_meanings(self.project)
        return [word for word, _ in self.words if word not in given]

    def run_file(self) -> str:
        """The meanings given so far as a table for one run, '' when there are none. Raises OSError."""
        listed = {word for word, _ in self.words}
        meanings = {word: one for word, one in load_meanings(self.project).items() if word in listed}
        if not meanings:
            return ""
        path = Path(QgsProcessingUtils.tempFolder()) / FILE
        write_meanings(path, meanings)
        return str(path)

    def keep_in_file(self) -> None:
        """Write the meanings beside the project, where models and batch runs find them too."""
        try:
            path = add_to_word_table(self.project, load_meanings(self.project))
        except OSError as error:
            self.head.setText(tr("没有写出 class_words.csv：{reason}").format(reason=error.strerror or str(error)))
            return
        except Fault as fault:
            self.head.setText(sentence(fault))
            return
        self.keepButton.setToolTip(tr("已写入 {path}").format(path=path))
        self.changed.emit()

    def _build(self) -> None:
        while self.grid.count():
            self.grid.takeAt(0).widget().deleteLater()
        self.combos.clear()
        given, titles = load_meanings(self.project), status_titles()
        for row, (word, count) in enumerate(self.words[:LISTED]):
            combo = QComboBox(self)
            combo.addItem(tr("（未指定）"), "")
            for status in STATUSES:
                combo.addItem(titles[status], status)
            combo.setCurrentIndex(max(combo.findData(given.get(word, "")), 0))
            combo.activated.connect(lambda _, word=word, combo=combo: self._give(word, combo.currentData()))
            self.combos[word] = combo
            self.grid.addWidget(QLabel(tr("“{word}” {count} 座").format(word=word, count=count), self), row, 0)
            self.grid.addWidget(combo, row, 1)

    def _give(self, word: str, meaning: str) -> None:
        meanings = load_meanings(self.project)
        meanings.pop(word, None)
        if meaning:
            meanings[word] = meaning
        save_meanings(self.project, meanings)
        self.project.setDirty(True)
        self._say("")
        self.changed.emit()

    def _say(self, fault: str) -> None:
        self.setVisible(bool(self.words or fault))
        left = self.open_words()
        self.head.setStyleSheet(WRONG if left or fault else "")
        if fault:
            self.head.setText(fault)
        elif any(BROKEN in word for word, _ in self.words):
            self.head.setText(tr("文字是乱码：图层的编码不对。请在图层属性的“数据源”中改正编码（多为 GB18030）。"))
        elif len(self.words) > LISTED:
            said = tr("有 {count} 个不认识的状态词，这个字段可能不是状态；下面列出最多的 {listed} 个。")
            self.head.setText(said.format(count=len(self.words), listed=LISTED))
        elif left:
            self.head.setText(tr("这些状态词不认识，请指定含义，否则按状态不明处理。"))
        else:
            self.head.setText(tr("下列状态词的含义由本工程指定。"))
        saved = bool(self.project.fileName())
        self.keepButton.setVisible(bool(load_meanings(self.project)) and saved)
        self.keepButton.setToolTip(tr("写到工程旁的词表，工具箱、模型和批处理也能认识"))
