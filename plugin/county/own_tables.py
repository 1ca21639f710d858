"""A CSV file that the planner chose for one run."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from .faults import BadStandard
from .standards import ROW, as_numbers, rows_of


def own_table(path: str | Path, columns: list[str], numbers: list[str]) -> pd.DataFrame:
    """The rows of a CSV file (UTF-8 or GB 18030) that has at least ``columns``; those of ``numbers`` as numbers,
    an empty cell as NaN. Raises BadStandard naming the row and column that cannot be used.
    """
    path = Path(path)
    table = rows_of(path)
    for column in columns:
        if column not in table.columns:
            raise BadStandard(path.name, 1, column, "", "missing_column")
    return as_numbers(table, path.name, [name for name in numbers if name in table.columns]).drop(columns=ROW)
