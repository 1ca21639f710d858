"""Where results go when the planner wants them kept: tables of a GeoPackage, none of them overwritten."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

SUFFIX = ".gpkg"
TABLES = {
    "GAPS": "coverage_gaps",
    "DEMAND_OUT": "coverage_demand",
    "BANDS": "coverage_bands",
    "ZONES_OUT": "coverage_zones",
    "LEVELS_OUT": "coverage_levels",
}


def geopackage(path: str) -> Path:
    """The path with the suffix it needs."""
    return Path(path) if path.lower().endswith(SUFFIX) else Path(path + SUFFIX)


def output_in(path: str, output: str, now: datetime | None = None) -> str:
    """The destination of one output; the time in the table's name keeps the tables of earlier runs apart."""
    moment = (now or datetime.now()).strftime("%Y%m%d_%H%M%S")
    target = str(geopackage(path)).replace("'", "''")
    return f"ogr:dbname='{target}' table=\"{TABLES[output]}_{moment}\" (geom)"
