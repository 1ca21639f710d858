"""A GeoPackage copied whole, while layers of it are open, and files moved to where they stay."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
from contextlib import closing
from html import escape
from pathlib import Path

from ...bridge.faults import NotWritten

#: What SQLite keeps beside a database; left from an older file it would spoil the new one.
JOURNALS = ("-wal", "-shm", "-journal")


#: Where a GeoPackage keeps the origin of its tables, as XML.
WRITTEN_IN = (("gpkg_metadata", "metadata"), ("layer_styles", "styleQML"))


def copied_whole(package: Path, target: Path, place: Path) -> Path:
    """A copy of a GeoPackage made by SQLite itself, with what still lies in its journal; origins that name the package
    name the ``place`` where the copy is going to stay. Raises NotWritten."""
    try:
        with closing(sqlite3.connect(package)) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
            _rename(copy, str(package), str(place))
            copy.commit()
            copy.execute("PRAGMA journal_mode=DELETE")
    except (sqlite3.Error, OSError) as error:
        raise NotWritten(str(target), str(error)) from error
    return target


def _rename(database: sqlite3.Connection, old: str, new: str) -> None:
    """Paths stand there as they are and, in the marks of runs, as JSON."""
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table, column in WRITTEN_IN:
        for before, after in ((old, new), (json.dumps(old)[1:-1], json.dumps(new, ensure_ascii=False)[1:-1])):
            if table in tables:
                database.execute(
                    f"UPDATE {table} SET {column} = replace({column}, ?, ?)", (escape(before), escape(after))
                )


def check_replaceable(target: Path) -> None:
    """Raise :class:`NotWritten` for a file that could not be replaced later: one that is open elsewhere, which Windows
    does not even let be renamed to its own name, or a folder."""
    if target.is_dir():
        raise NotWritten(str(target), os.strerror(errno.EISDIR))
    if target.exists():
        try:
            os.replace(target, target)
        except OSError as error:
            raise NotWritten(str(target), error.strerror or str(error)) from error


def moved(file: Path, target: Path) -> Path:
    """A finished file in its place; an older one of that name is replaced. Raises NotWritten."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.suffix.lower() == ".gpkg":
            for journal in JOURNALS:
                target.with_name(target.name + journal).unlink(missing_ok=True)
        os.replace(file, target)
    except OSError as error:
        raise NotWritten(str(target), error.strerror or str(error)) from error
    return target


def moved_folder(folder: Path, target: Path) -> Path:
    """The files of a folder in another one, whose other files stay. Raises NotWritten."""
    for file in sorted(folder.iterdir()):
        moved(file, target / file.name)
    shutil.rmtree(folder, ignore_errors=True)
    return target
