"""Run by QGIS before it loads plugins (PYQGIS_STARTUP): Python errors are kept for the report.

QGIS shows an error during its start, such as a plugin that does not load, in a dialog that waits for a click.
"""

import traceback

from qgis import utils


def keep_error(kind, value, trace, msg, messagebar=False, level=None):
    """Stands in for QGIS's own display of a Python error; same arguments."""
    headline = [f"{msg}\n"] if msg else []
    keep_error.kept.append("".join([*headline, *traceback.format_exception(kind, value, trace)]))


keep_error.kept = []
utils.showException = keep_error
