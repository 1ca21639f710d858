"""The files of an export as a list of links."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

from qgis.PyQt.QtCore import QUrl


def files_page(files: Iterable[Path]) -> str:
    """One line a file, as HTML: its name, which opens it."""
    return "".join(_line(file) for file in files)


def _line(file: Path) -> str:
    url = bytes(QUrl.fromLocalFile(str(file)).toEncoded()).decode("ascii")
    return f'<p style="margin:0 0 3px 0"><a href="{escape(url)}">{escape(file.name)}</a></p>'
