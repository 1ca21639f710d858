"""The main jobs on the training county: service coverage and mining, with their sheets, and the atlas of the plan.

Writes to out/: coverage.gpkg and mining.gpkg (all result layers), three sheets as PDF and PNG, and plan/ with the
booklet, the report and the package of all results; says what it found.
"""

from __future__ import annotations

import os
import shutil
import sys
import time

from qgis.core import QgsApplication, QgsProject

from demo_atlas import show_atlas
from demo_coverage import show_coverage
from demo_mining import show_mining
from training import WORK, open_county, start


def main() -> None:
    provider = start()
    from ronghe.plugin.county.roles import project_roles

    project = QgsProject.instance()
    open_county(project)
    roles = project_roles(project)
    for title, show in (("服务覆盖", show_coverage), ("矿山整治", show_mining), ("图集", show_atlas)):
        begin = time.perf_counter()
        lines = show(project, roles)
        print(f"{title}（{time.perf_counter() - begin:.1f} 秒）", *lines, sep="\n  ", flush=True)
    del provider


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    main()
    QgsProject.instance().clear()
    shutil.rmtree(WORK, ignore_errors=True)
    sys.stdout.flush()
    os._exit(0)
