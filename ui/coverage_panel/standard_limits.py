"""The time limits of the standard table, and what must be said when a planner counts on them."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject

from ...plugin.county.standards import STANDARDS, project_file, standard_table
from ...plugin.language import tr

FILE = "service_standards.csv"
VERIFIED = ("yes", "true", "1", "是", "已核")
#: More rows than this are counted, not listed.
LISTED = 4


def standard_file(project: QgsProject) -> Path:
    """The project's own table when it has one, else the one that ships with the plugin."""
    return project_file(FILE, project) or STANDARDS / FILE


def limit_notes(project: QgsProject, types: list[str], has_levels: bool, fallback: float) -> tuple[list[str], str]:
    """What to say beside the choice, and the rows with their sources for the tooltip. Raises BadStandard."""
    rows = [row for row in standard_table("service_standards", project).to_dict("records") if row["type"] in types]
    notes = []
    unverified = [row for row in rows if str(row.get("verified", "")).strip().lower() not in VERIFIED]
    if unverified and len(unverified) <= LISTED:
        notes.append(
            tr("待核：{rows}，未经原文核对，不能当作标准引用。").format(
                rows="、".join(_brief(row) for row in unverified)
            )
        )
    elif unverified:
        kinds = "、".join(dict.fromkeys(row["type"] for row in unverified))
        notes.append(
            tr("待核：{count} 条时限（{types}）未经原文核对，不能当作标准引用。").format(
                count=len(unverified), types=kinds
            )
        )
    without = [one for one in types if one not in {row["type"] for row in rows}]
    if without or not types:
        notes.append(
            tr("标准表中没有“{types}”的时限，按 {minutes} 分钟计。").format(
                types="、".join(without) or tr("全部"), minutes=f"{fallback:g}"
            )
        )
    if rows and not has_levels:
        notes.append(tr("设施没有级别字段，无法分级；请在“更多”中指定，否则按上面的时限计。"))
    sources = "\n".join(
        tr("{row}：{source}").format(row=_brief(row), source=row.get("source", "")) for row in rows
    )
    return notes, sources


def _brief(row: dict) -> str:
    return tr("{type}·{level} {minutes} 分钟").format(
        type=row["type"], level=row.get("level", ""), minutes=f"{row['minutes']:g}"
    )
