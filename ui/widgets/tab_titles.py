"""Tabs that are all in sight: where they have no room their titles end in dots and are read in their tool tips."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QTabWidget


def keep_in_sight(tabs: QTabWidget) -> None:
    """No arrows behind which the last tabs would hide."""
    tabs.setElideMode(Qt.TextElideMode.ElideRight)
    tabs.setUsesScrollButtons(False)
    tabs.tabBar().setExpanding(False)
    tabs.setMinimumWidth(1)  # else the tabs widen the page in a narrow dock, and what stands above them is cut off


def name_tab(tabs: QTabWidget, place: int, title: str, more: str = "") -> None:
    """Give a tab its title; the tool tip has it in full, and ``more`` under it."""
    tabs.setTabText(place, title)
    tabs.setTabToolTip(place, "\n".join(part for part in (title, more) if part))
