"""Makes dist/ronghe-<version>.zip: what the plugin needs at run time, the same bytes from the same commit."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from check_metadata import ROOT, faults, metadata

ROOMS = ["metadata.txt", "__init__.py", "LICENSE", "plugin", "ui", "resources"]
# Translation sources, and the programs that made the training county, are for maintainers.
LEFT_OUT = ("resources/**/*.ts", "resources/**/*.py")
# What `make` derives from tracked files.
MADE = ("resources/i18n/*.qm", "resources/symbols/*.xml", "resources/symbols/qml/*.qml")
# The same bytes whenever it is made: zip knows no time before 1980.
TIMESTAMP = (1980, 1, 1, 0, 0, 0)
FILE_MODE = 0o100644


def archive_path() -> Path:
    """Where the package of the present version lies."""
    return ROOT / "dist" / f"ronghe-{metadata(ROOT)['version']}.zip"


def git_files(*options: str) -> list[str]:
    """Paths under the packaged rooms that git lists."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", *options, "--", *ROOMS],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        sys.exit("The package is made from the files that git tracks, and this folder is not a git checkout.")
    return [name for name in listed.stdout.split("\0") if name]


def packaged_files() -> list[str]:
    """Tracked files that the plugin needs, and what git does not track: compiled translations, the style library."""
    made = [path for pattern in MADE for path in ROOT.glob(pattern)]
    compiled = [path.relative_to(ROOT).as_posix() for path in made]
    left_out = {path.relative_to(ROOT).as_posix() for pattern in LEFT_OUT for path in ROOT.glob(pattern)}
    there = {name for name in [*git_files(), *compiled] if (ROOT / name).is_file()}
    return sorted(there - left_out)


def write(archive: Path, names: list[str]) -> None:
    """Write the files under the one top folder that QGIS takes for the plugin's name."""
    archive.parent.mkdir(exist_ok=True)
    unfinished = archive.with_suffix(".part")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as package:
        for name in names:
            entry = zipfile.ZipInfo(f"ronghe/{name}", TIMESTAMP)
            entry.external_attr = FILE_MODE << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, (ROOT / name).read_bytes())
    unfinished.replace(archive)


if __name__ == "__main__":
    sentences = faults(ROOT)
    if sentences:
        sys.exit("\n".join(sentences))
    untracked = git_files("--others", "--exclude-standard")
    if untracked:
        print(f"Not tracked by git, not in the package: {len(untracked)} files ({untracked[0]} …)")
    write(archive_path(), packaged_files())
    print(f"{archive_path().relative_to(ROOT)}  {archive_path().stat().st_size / 1e6:.1f} MB")
