"""Where the Python is that QGIS runs on: inside the QGIS window the running program is QGIS, not Python."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def python_program() -> Path | None:
    """The interpreter, None where none is found: ``sys.executable`` is qgis-bin.exe on Windows and QGIS on macOS. On
    Linux it is whatever ``python3`` comes first in PATH, which may be one of other libraries (pyenv, conda): there the
    one that belongs to the prefix goes first, unless this process is an interpreter itself.
    """
    running = Path(sys.executable or "")
    named = running.name.lower().startswith("python") and running.is_file()
    if named and process_name().startswith("python"):
        return running
    found = next((path for path in _usual_places(running) if path.is_file()), None)
    return found or (running if named else None)


def process_name() -> str:
    """The name of the program that this process runs, in small letters."""
    try:
        return Path(os.readlink("/proc/self/exe")).name.lower()
    except OSError:
        return Path(sys.executable or "").name.lower()


def _usual_places(running: Path) -> list[Path]:
    home = Path(sys.exec_prefix)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    if sys.platform == "win32":
        return [home / "python3.exe", home / "python.exe", running.parent / "python3.exe"]
    names = (version, "python3")
    folders = (home / "bin", running.parent / "bin", running.parent)
    return [folder / name for folder in folders for name in names]
