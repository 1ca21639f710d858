"""The demo of the whole plan: structure, towns, spaces, every sheet that the county's layers allow, one booklet."""

from __future__ import annotations

import csv
from pathlib import Path

from qgis.core import QgsProject

from training import FACTS, OUT, ROOT, Quiet, run, said

SLOGAN = "双核引领、两园驱动、一屏六廊"
WIND = ROOT / "resources" / "training" / "data" / "wind.csv"


def show_atlas(project: QgsProject, roles) -> list[str]:
    """Write out/plan with the booklet, the report and the package of all results; lines that say what was found."""
    feedback = Quiet()
    results = run("countyplan", _parameters(), feedback)
    folder = Path(results["BOOKLET"]).parent
    pages = sorted(folder.glob("pictures/*.png"))
    files = [Path(results[name]) for name in ("BOOKLET", "REPORT", "GEOPACKAGE")]
    return [
        results["HEADLINE"].replace(str(OUT), "out"),
        f"图集 {results['PAGES']} 页，另有封面和目录；图片 {len(pages)} 张",
        *feedback.told(),
        f"写出 {said(files)}",
    ]


def _parameters() -> dict:
    return {
        "FOLDER": str(OUT / "plan"),
        "SLOGAN": SLOGAN,
        "PLAN_TITLE": FACTS["plan_title"],
        "ORGANISATION": FACTS["organisation"],
        "DRAWING_OFFICE": FACTS["drawing_office"],
        "DATE_TEXT": FACTS["date_text"],
        "WIND": _wind(),
    }


def _wind() -> str:
    """The county's wind rose, sixteen numbers from north clockwise."""
    with WIND.open(encoding="utf-8-sig", newline="") as file:
        return ",".join(row["percent"] for row in csv.DictReader(file))
