"""Where the Python is that QGIS runs on: inside the QGIS window the running program is QGIS, not Python."""

from __future__ import annotations

import sys
from pathlib import Path


def python_program() -> Path | None:
    """The interpreter, None where none is found: ``sys.executable`` is qgis-bin.exe on Windows and QGIS on macOS."""
    running = Path(sys.executable or "")
    if running.name.lower().startswith("python") and running.is_file():
        return running
    return next((path for path in _usual_places(running) if path.is_file()), None)


def _usual_places(running: Path) -> list[Path]:
    home = Path(sys.exec_prefix)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    if sys.platform == "win32":
        return [home / "python3.exe", home / "python.exe", running.parent / "python3.exe"]
    names = (version, "python3")
    folders = (home / "bin", running.parent / "bin", running.parent)
    return [folder / name for folder in folders for name in names]
