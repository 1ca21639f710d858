"""Loads the checkout as the package ``ronghe``, as QGIS loads it from its plugin folder."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED_DATA = Path(os.environ.get("RONGHE_SHARED_DATA", ROOT.parent / "shared" / "data"))

if "ronghe" not in sys.modules:
    spec = importlib.util.spec_from_file_location(
        "ronghe", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["ronghe"] = package
    spec.loader.exec_module(package)


@pytest.fixture(scope="session")
def shared_data(tmp_path_factory) -> Path:
    """The real data that lies beside the checkout; its absence is said, not hidden.

    QGIS changes the journal of a GeoPackage that it opens and writes statistics beside a raster, so a temporary copy
    is handed out and the data stays as it is.
    """
    if not SHARED_DATA.is_dir():
        pytest.skip(f"real data is absent: {SHARED_DATA} is not there (set RONGHE_SHARED_DATA)")
    copy = tmp_path_factory.mktemp("shared") / "data"
    shutil.copytree(SHARED_DATA, copy, copy_function=shutil.copyfile)
    for folder in (copy, *copy.rglob("*/")):
        folder.chmod(0o755)
    return copy


@pytest.fixture(scope="session")
def training_data(tmp_path_factory) -> Path:
    """A copy of the fictional training county that ships with the plugin: QGIS changes what it opens."""
    copy = tmp_path_factory.mktemp("training") / "data"
    shutil.copytree(ROOT / "resources" / "training" / "data", copy)
    return copy


@pytest.fixture(scope="session")
def provider(qgis_app, qgis_processing):
    """Ronghe's algorithms, registered as the plugin registers them."""
    from qgis.core import QgsApplication

    from ronghe.plugin.algorithms.provider import RongheProvider

    ronghe = RongheProvider()
    QgsApplication.processingRegistry().addProvider(ronghe)
    yield ronghe
    QgsApplication.processingRegistry().removeProvider(ronghe)
