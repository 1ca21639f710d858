"""A sheet before it is laid out: its words, its layers, its tables and charts."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsPrintLayout, QgsProject

from .chart import ChartSpec
from .sheet import LooseSheet, build_sheet, loose_sheet
from .spec import SheetLayers, SheetSpec, TableSpec


@dataclass(frozen=True)
class Draft:
    """What :func:`build_sheet` makes a sheet from."""

    spec: SheetSpec
    layers: SheetLayers
    tables: tuple[TableSpec, ...] = ()
    charts: tuple[ChartSpec, ...] = ()


def build(project: QgsProject, draft: Draft) -> QgsPrintLayout:
    """The sheet as a layout of the project. Threads and faults as in :func:`build_sheet`."""
    return build_sheet(project, draft.spec, draft.layers, *draft.tables, charts=draft.charts)


def build_loose(project: QgsProject, draft: Draft) -> LooseSheet:
    """The sheet as a layout that no project keeps."""
    return loose_sheet(project, draft.spec, draft.layers, *draft.tables, charts=draft.charts)
