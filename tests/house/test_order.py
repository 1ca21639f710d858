"""The house keeps itself in order: pinned versions, whole metadata, short files, no path of one machine."""

from __future__ import annotations

import re
import runpy
import shutil

import pytest

LONGEST_FILE = 350
# A letter in brackets keeps this line from finding itself.
MACHINE_PATH = re.compile(
    r"(?<![\w.\-/>}*])/(?:[w]ork|[f]arm|[h]ome/\w+|[r]oot|[U]sers/\w+|[t]mp)/[\w.]|\b[C-Z]:\\[U]sers\\"
)
PINNED = re.compile(r"[A-Za-z0-9._-]+==\d+(\.\d+)*")


def unpinned(requirements: str) -> list[str]:
    """Lines that leave the version open."""
    lines = (line.split("#")[0].strip() for line in requirements.splitlines())
    return [line for line in lines if line and not PINNED.fullmatch(line)]


def test_requirements_are_pinned(checkout):
    assert not unpinned((checkout / "requirements.txt").read_text(encoding="utf-8"))


def test_an_open_version_is_noticed():
    assert unpinned("# tests\npytest==9.2.0\nruff>=0.1\nshapely\n") == ["ruff>=0.1", "shapely"]


def test_no_path_of_one_machine(checkout, own_files):
    found = []
    for name in own_files:
        try:
            text = (checkout / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{name}: {match.group()}" for match in MACHINE_PATH.finditer(text)]
    assert not found, "\n".join(found)


# In two parts, so that this file does not find itself.
@pytest.mark.parametrize(
    ("start", "end"), [("/wo", "rk/main/x"), ("/ho", "me/li/x"), ("/tm", "p/x"), ("C:\\Us", "ers\\li")]
)
def test_a_path_of_one_machine_is_noticed(start, end):
    assert MACHINE_PATH.search(f'open("{start}{end}")')


def test_files_are_short(checkout, own_files):
    lengths = {
        name: len((checkout / name).read_text(encoding="utf-8").splitlines())
        for name in own_files
        if name.startswith(("plugin/", "ui/")) and name.endswith(".py")
    }
    assert not {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE}


@pytest.fixture(scope="session")
def metadata_faults(checkout):
    return runpy.run_path(str(checkout / "scripts" / "check_metadata.py"))["faults"]


def test_metadata_is_complete(checkout, metadata_faults):
    assert not metadata_faults(checkout)


def test_incomplete_metadata_is_noticed(checkout, metadata_faults, tmp_path):
    for name in ("pyproject.toml", "CHANGELOG.md"):
        shutil.copy(checkout / name, tmp_path)
    complete = (checkout / "metadata.txt").read_text(encoding="utf-8")
    spoilt = re.sub(r"(?m)^tracker=.*\n", "", re.sub(r"(?m)^version=.*", "version=9.9.9", complete))
    (tmp_path / "metadata.txt").write_text(spoilt, encoding="utf-8")
    found = "\n".join(metadata_faults(tmp_path))
    assert "tracker" in found
    assert "icon" in found
    assert "pyproject.toml says" in found
    assert "CHANGELOG.md says" in found
