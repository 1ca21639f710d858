"""Files that are whole or not there: written under another name in the same folder, checked, and moved into place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .faults import SheetFault

#: What the last bytes of a whole file hold, by its suffix. A full disk cuts files short without a word from Qt.
ENDS = {".pdf": b"%%EOF", ".png": b"IEND", ".svg": b"</svg>"}
TAIL = 64


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """The name to write under; what was written there is moved to ``path`` when the block ends without a fault.

    An older file of that name stays as it was until then. Raises :class:`SheetFault` when the folder is missing or
    read-only, the older file is locked, or what was written is cut short or cannot be written, as on a full disk.
    """
    if not path.parent.is_dir():
        raise SheetFault("no_folder", folder=str(path.parent))
    part = path.with_name(f".{path.stem}.part{path.suffix}")
    try:
        _reserve(part, path)
        yield part
        if not is_whole(part):
            raise SheetFault("cut_short", path=str(path))
        move_whole(part, path)
    except OSError as error:
        raise SheetFault("not_written", path=str(path), reason=error.strerror or str(error)) from error
    finally:
        _forget(part)


def is_whole(path: Path) -> bool:
    """Whether a file is not empty and, where its kind has a known end, ends with it."""
    if not path.is_file() or path.stat().st_size == 0:
        return False
    end = ENDS.get(path.suffix.lower())
    if end is None:
        return True
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - TAIL))
        return end in file.read()


def _reserve(part: Path, path: Path) -> None:
    """Fail before rendering, not after, where nothing can be written."""
    check_free(path)
    try:
        part.touch()
    except OSError as error:
        raise SheetFault("not_writable", path=str(path)) from error


def check_free(path: Path) -> None:
    """Raise :class:`SheetFault` for an older file that is locked or read-only."""
    try:
        if path.exists():
            with path.open("ab"):
                pass
    except OSError as error:
        raise SheetFault("not_writable", path=str(path)) from error


def move_whole(part: Path, path: Path) -> None:
    """Put a finished file into its place. Raises :class:`SheetFault` where another program holds an older one."""
    try:
        os.replace(part, path)
    except OSError as error:
        raise SheetFault("not_writable", path=str(path)) from error


def _forget(part: Path) -> None:
    """A scanner of viruses may hold the file for a moment; that must not hide the fault that is on its way."""
    with suppress(OSError):
        part.unlink(missing_ok=True)
