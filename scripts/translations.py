"""Keeps resources/i18n/ronghe_en.ts in step with the texts of the code and the forms.

translations.py update     collect every text, keep what is translated, drop what is gone
translations.py release    compile the .qm that the plugin loads, when the .ts is newer
translations.py fill FILE  enter translations: lines of context, text, English, parted by tabs, as
                           untranslated.py prints them; a line break in a text is written \\n
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = ROOT / "resources" / "i18n" / "ronghe_en.ts"

EMPTY = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
</TS>
"""


@dataclass(frozen=True)
class Message:
    """One text of one context; ``finished`` when a translator has said so."""

    context: str
    source: str
    translation: str
    finished: bool


def qt_tool(name: str) -> str:
    """The path of a Qt tool; Debian keeps some out of PATH."""
    path = shutil.which(name) or shutil.which(name, path="/usr/lib/qt5/bin")
    if path is None:
        sys.exit(f"{name} is missing. Run `make setup`.")
    return path


def sources() -> list[str]:
    """Every file that holds texts for the user, relative to the checkout, in a stable order."""
    found = [*ROOT.glob("plugin/**/*.py"), *ROOT.glob("ui/**/*.py"), *ROOT.glob("ui/**/*.ui")]
    return sorted(path.relative_to(ROOT).as_posix() for path in found)


def collect(catalogue: Path) -> None:
    """Bring ``catalogue`` up to date with the sources. Line numbers are left out: they change daily."""
    if not catalogue.exists():
        catalogue.write_text(EMPTY, encoding="utf-8")
    run = subprocess.run(
        [qt_tool("pylupdate5"), "-noobsolete", *sources(), "-ts", os.path.relpath(catalogue, ROOT)],
        cwd=ROOT,
        # pylupdate5 takes its encodings from the locale.
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONWARNINGS": "ignore"},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        sys.exit(run.stderr)
    text = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(re.sub(r"^\s*<location [^>]*/>\n", "", text, flags=re.MULTILINE), encoding="utf-8")


def messages(catalogue: Path) -> list[Message]:
    """What a .ts file holds."""
    return [
        Message(
            context=context.findtext("name"),
            source=message.findtext("source"),
            translation=message.findtext("translation") or "",
            finished=message.find("translation").get("type") is None,
        )
        for context in ET.parse(catalogue).getroot().iter("context")
        for message in context.iter("message")
    ]


def on_one_line(text: str) -> str:
    """A text as it stands in a tab-separated file."""
    return text.replace("\n", "\\n")


def fill(catalogue: Path, table: Path) -> None:
    """Enter the translations of a tab-separated file, each finished."""
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()]
    english = {(row[0], row[1]): row[2].replace("\\n", "\n") for row in rows if len(row) == 3 and row[2].strip()}
    document = ET.parse(catalogue)
    for context in document.getroot().iter("context"):
        for message in context.iter("message"):
            key = context.findtext("name"), on_one_line(message.findtext("source"))
            if key in english:
                translation = message.find("translation")
                translation.text = english[key]
                translation.attrib.pop("type", None)
    document.write(catalogue, encoding="utf-8", xml_declaration=True)
    # pylupdate5 writes its own layout, so that the next `make i18n` changes nothing else.
    collect(catalogue)


def release() -> None:
    """Compile the catalogue next to itself, unless that was done since its last change."""
    compiled = CATALOGUE.with_suffix(".qm")
    if compiled.exists() and compiled.stat().st_mtime >= CATALOGUE.stat().st_mtime:
        return
    subprocess.run([qt_tool("lrelease"), "-silent", str(CATALOGUE), "-qm", str(compiled)], check=True)


if __name__ == "__main__":
    if sys.argv[1:] == ["update"]:
        collect(CATALOGUE)
    elif sys.argv[1:] == ["release"]:
        release()
    elif sys.argv[1:2] == ["fill"] and len(sys.argv) == 3:
        fill(CATALOGUE, Path(sys.argv[2]))
    else:
        sys.exit(__doc__)
