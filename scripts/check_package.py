"""Unpacks the package into an empty profile and loads the plugin from there, as qgis_process does."""

from __future__ import annotations

import os
import sys
import tempfile
import zipfile
from pathlib import Path

from package import archive_path


def load(plugins: Path) -> int:
    """Load ``ronghe`` from a plugin folder; the number of its algorithms."""
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    sys.path.insert(0, str(plugins))
    import ronghe

    plugin = ronghe.classFactory(None)
    plugin.initProcessing()
    provider = QgsApplication.processingRegistry().providerById("ronghe")
    return len(provider.algorithms()) if provider else 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(archive_path()) as package:
            package.extractall(folder)
        algorithms = load(Path(folder))
    if not algorithms:
        sys.exit("The package was unpacked, but QGIS found no algorithm in it.")
    print(f"Unpacked and loaded: {algorithms} algorithms.")
    sys.stdout.flush()
    # QGIS may abort while Python takes its objects down; nothing is left to be done here.
    os._exit(0)
