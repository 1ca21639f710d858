"""A CSV file that the planner chose for one run."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from qgis.core import QgsProject

from .faults import BadStandard
from .standards import ROW, STANDARDS, as_numbers, project_file, rows_of, standard_table


def own_table(
    path: str | Path, columns: list[str], numbers: list[str], project: QgsProject | None = None
) -> pd.DataFrame:
    """The rows of a CSV file (UTF-8 or GB 18030) that has at least ``columns``; those of ``numbers`` as numbers,
    an empty cell as NaN. One of the plugin's own tables, or the project's file of that name, means the shipped rows
    with the project's rows in their places. Raises BadStandard naming the row and column that cannot be used.
    """
    path = Path(path)
    if (STANDARDS / path.name).is_file() and path in (STANDARDS / path.name, project_file(path.name, project)):
        return standard_table(path.stem, project)
    table = rows_of(path)
    for column in columns:
        if column not in table.columns:
            raise BadStandard(path.name, 1, column, "", "missing_column")
    return as_numbers(table, path.name, [name for name in numbers if name in table.columns]).drop(columns=ROW)
