"""A process that draws pages of an order from the private copy of the project: ``python worker.py order.json``.

It reads one line for each page it is to draw (``DRAW 5``) and answers each with one line: ``RONGHE `` and JSON. Its
first answer says that it is ready. It ends when its input ends, so it never outlives the process that started it.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
import traceback
from pathlib import Path

MARK = "RONGHE "


def main(order_file: str) -> None:
    """Answer until there are no more questions."""
    answers = _quiet_output()
    asked = json.loads(Path(order_file).read_text(encoding="utf-8"))
    # In QGIS's order: libraries in the profile's folder go before older ones of the system.
    sys.path[:] = [*asked["path"], *(path for path in sys.path if path not in asked["path"])]

    from qgis.core import QgsApplication, QgsProject
    from qgis.PyQt.QtCore import QLocale

    QLocale.setDefault(QLocale(asked["locale"]))
    QgsApplication.setPrefixPath(asked["prefix"], True)
    application = QgsApplication([], True)
    application.initQgis()
    _load_package(asked["package"], Path(asked["root"]))
    serve = importlib.import_module(f"{asked['package']}.plugin.cartography.production.desk").serve
    serve(asked, QgsProject.instance(), sys.stdin, lambda answer: _say(answers, answer))


def _quiet_output():
    """The pipe for answers; whatever QGIS and GDAL print goes with the error messages."""
    sys.stdout.flush()
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return answers


def _say(answers, answer: dict) -> None:
    answers.write(MARK + json.dumps(answer, ensure_ascii=False) + "\n")
    answers.flush()


def _load_package(name: str, root: Path) -> None:
    """The plugin under the name that it has in QGIS, from wherever it is installed."""
    spec = importlib.util.spec_from_file_location(name, root / "__init__.py", submodule_search_locations=[str(root)])
    package = importlib.util.module_from_spec(spec)
    sys.modules[name] = package
    spec.loader.exec_module(package)


if __name__ == "__main__":
    status = 0
    try:
        main(sys.argv[1])
    except Exception:
        traceback.print_exc()
        status = 1
    finally:
        sys.stderr.flush()
        os._exit(status)  # QGIS may abort while Python takes its objects down
