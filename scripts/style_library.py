"""Writes the style catalogue as a library for QGIS's style manager and as QML files: resources/symbols."""

from __future__ import annotations

import shutil

from qgis.core import QgsApplication

from training import ROOT, said

FOLDER = ROOT / "resources" / "symbols"


def main() -> None:
    """Begin with an empty folder, so that a kind that was renamed leaves no file behind."""
    from ronghe.plugin.cartography.style_library import write_library

    shutil.rmtree(FOLDER, ignore_errors=True)
    library, *kinds = write_library(FOLDER)
    print(f"{said([library])} ({library.stat().st_size / 1e6:.1f} MB), {len(kinds)} QML")


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    main()
