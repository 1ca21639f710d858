"""Results that are older than the layers they were computed from."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timezone
from pathlib import Path

from qgis.core import QgsProject, QgsProviderRegistry

from ...bridge.sentences import listed
from ...county.results import Run
from ...language import tr
from .finding import WARNING, Case, Finding

CHECK = "freshness"
#: Seconds that a file system or a clock may be off.
GRACE = 2.0


def freshness_findings(case: Case) -> Iterator[Finding]:
    """Runs behind the possible sheets whose input files have changed since."""
    runs = {what.partition(":")[0] for what in case.wanted() if ":" in what}
    for name in sorted(runs):
        run = case.county.results.run(name)
        created = _moment(run.created) if run else None
        if created is None:
            continue
        newer = [file for file, changed in _inputs(run, case.county.project) if changed > created + GRACE]
        if newer:
            yield Finding(
                CHECK,
                WARNING,
                "",
                tr("{run}的结果算于 {created}，之后有 {count} 个输入的数据改过：{files}。").format(
                    run=_title(name), created=_told(run.created), count=len(newer), files=listed(newer)
                ),
                tr("请重新计算后再出图，否则图和数据不一致。"),
            )


def changed_at(path: Path, table: str = "") -> float | None:
    """When the data of a file last changed, in seconds of the epoch; None where that cannot be told.

    QGIS writes to a GeoPackage when it merely opens it, so that one is asked for its own record of its tables.
    """
    if not path.is_file():
        return None
    if path.suffix.lower() != ".gpkg":
        return path.stat().st_mtime
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=1)) as database:
            rows = database.execute("SELECT table_name, last_change FROM gpkg_contents").fetchall()
    except sqlite3.Error:
        return None
    moments = [_moment(str(when)) for name, when in rows if not table or name == table]
    return max((moment for moment in moments if moment is not None), default=None)


def _inputs(run: Run, project: QgsProject) -> Iterator[tuple[str, float]]:
    """The files of a run's inputs and when they changed."""
    made = {layer.source() for layer in run.layers.values()}
    seen = set()
    for value in run.parameters.values():
        source = _source(value, project)
        if not source or source in made or source in seen:
            continue
        seen.add(source)
        parts = QgsProviderRegistry.instance().decodeUri("ogr", source)
        path = Path(str(parts.get("path") or ""))
        changed = changed_at(path, str(parts.get("layerName") or "")) if path.name else None
        if changed is not None:
            yield path.name, changed


def _source(value, project: QgsProject) -> str:
    if not isinstance(value, str) or not value:
        return ""
    layer = project.mapLayer(value)
    return layer.source() if layer is not None else value


def _moment(text: str) -> float | None:
    """A time of ISO 8601; without a zone it is UTC, as GeoPackages write it."""
    try:
        moment = datetime.fromisoformat(text.strip().replace("Z", "+00:00"))
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)).timestamp()


def _told(created: str) -> str:
    return created[:16].replace("T", " ")


def _title(algorithm: str) -> str:
    return {
        "servicecoverage": tr("服务覆盖"),
        "mineralzoning": tr("开采分区"),
        "remediationzones": tr("整治分区"),
        "townhierarchy": tr("城镇体系"),
        "spatialstructure": tr("总体格局"),
        "spacebalance": tr("三类空间平衡"),
    }.get(algorithm, algorithm)
