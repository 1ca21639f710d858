"""What the tests of the house look at: the files of the checkout, committed or about to be."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The top folder."""
    return ROOT


@pytest.fixture(scope="session")
def own_files() -> list[str]:
    """Every file that git tracks or would add, as a path relative to the top folder."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return sorted(name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file())


@pytest.fixture(scope="session")
def syntax_trees(own_files) -> dict[str, ast.Module]:
    """The syntax tree of every Python file."""
    return {name: ast.parse((ROOT / name).read_bytes(), name) for name in own_files if name.endswith(".py")}
