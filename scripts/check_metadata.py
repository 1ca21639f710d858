"""Checks metadata.txt as the QGIS plugin site does, and that every place names the same version."""

from __future__ import annotations

import configparser
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

REQUIRED = (
    "name",
    "description",
    "about",
    "version",
    "qgisMinimumVersion",
    "author",
    "email",
    "homepage",
    "repository",
    "tracker",
    "tags",
    "category",
    "icon",
)


def metadata(root: Path) -> dict[str, str]:
    """The [general] section of metadata.txt, its keys as written."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(root / "metadata.txt", encoding="utf-8")
    return dict(parser["general"])


def project_version(root: Path) -> str:
    """The version in pyproject.toml. Python 3.9 has no TOML reader, and one line needs none."""
    return re.search(r'^version = "([^"]+)"', (root / "pyproject.toml").read_text("utf-8"), re.MULTILINE)[1]


def newest_change(root: Path) -> str:
    """The version at the top of CHANGELOG.md."""
    return re.search(r"^## (\S+)", (root / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)[1]


def faults(root: Path) -> list[str]:
    """One sentence for each thing the plugin site or a reader of the versions would stumble over."""
    general = metadata(root)
    empty = [key for key in REQUIRED if not general.get(key, "").strip()]
    found = [f"metadata.txt: {key} is missing or empty" for key in empty]
    if general.get("hasProcessingProvider") != "yes":
        found.append("metadata.txt: hasProcessingProvider must be yes, for qgis_process to see the plugin")
    icon = general.get("icon", "")
    if icon and not (root / icon).is_file():
        found.append(f"metadata.txt: the icon {icon} is not there")
    if not re.fullmatch(r"\d+\.\d+(\.\d+)?", general.get("version", "")):
        found.append(f"metadata.txt: {general.get('version')} is not a version like 1.2.3")
    for place, version in (
        ("pyproject.toml", project_version(root)),
        ("CHANGELOG.md", newest_change(root)),
    ):
        if version != general.get("version"):
            found.append(f"{place} says {version}, metadata.txt says {general.get('version')}")
    return found


if __name__ == "__main__":
    sentences = faults(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
    if sentences:
        sys.exit("\n".join(sentences))
    print("metadata.txt is complete.")
