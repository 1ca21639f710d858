"""Words for the status of a mine that the word table does not know, and what the planner says they mean."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import pandas as pd
from qgis.core import NULL, QgsFeatureRequest, QgsProject, QgsVectorLayer

from .standards import project_file, rows_of
from .words import canonical

DOMAIN = "mine_status"
STATUSES = ("proposed", "under construction", "operating", "idle", "abandoned")
SCOPE, KEY = "ronghe", "/status_words"
FILE = "class_words.csv"
COLUMNS = ["domain", "word", "canonical"]


def unknown_words(layer: QgsVectorLayer, field: str, project: QgsProject) -> list[tuple[str, int]]:
    """Words of a status field whose meaning the word table does not give, with their number, most frequent first.

    Raises BadStandard.
    """
    index = layer.fields().lookupField(field)
    if index < 0:
        return []
    request = QgsFeatureRequest().setSubsetOfAttributes([index])
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    values = [feature[index] for feature in layer.getFeatures(request)]
    given = pd.Series([None if value == NULL else value for value in values], dtype=object)
    _, unknown = canonical(DOMAIN, given, project)
    return list(zip(unknown["word"], unknown["count"].astype(int)))


def load_meanings(project: QgsProject) -> dict[str, str]:
    """What the planner has said in this project: the canonical status of a word."""
    text, _ = project.readEntry(SCOPE, KEY, "")
    try:
        kept = json.loads(text) if text else {}
    except ValueError:
        return {}
    return {word: meaning for word, meaning in kept.items() if meaning in STATUSES}


def save_meanings(project: QgsProject, meanings: dict[str, str]) -> None:
    """Keep the meanings in the project; they are on disk when the planner saves it."""
    project.writeEntry(SCOPE, KEY, json.dumps(meanings, ensure_ascii=False))


def write_meanings(path: Path, meanings: dict[str, str]) -> None:
    """The meanings as a table ``word,canonical`` for one run. Raises OSError."""
    _write(path, [["word", "canonical"], *([word, meaning] for word, meaning in meanings.items())])


def add_to_word_table(project: QgsProject, meanings: dict[str, str]) -> Path:
    """Add the meanings to the ``class_words.csv`` beside the saved project, where every run finds them; the path.

    Other rows of the file stay. Raises OSError, and BadStandard for a file that cannot be read.
    """
    path = project_file(FILE, project) or Path(project.absolutePath()) / FILE
    kept = []
    if path.is_file():
        table = rows_of(path).reindex(columns=COLUMNS, fill_value="")
        kept = [row for row in table.values.tolist() if not (row[0] == DOMAIN and row[1] in meanings)]
    rows = [[DOMAIN, word, meaning] for word, meaning in meanings.items()]
    _write(path, [COLUMNS, *kept, *rows])
    return path


def _write(path: Path, rows: list[list[str]]) -> None:
    """Whole or not at all, as Excel reads it."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(rows)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
