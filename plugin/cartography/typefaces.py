"""The typefaces of a sheet: 黑体 for titles, 宋体 for text as the mapping specification asks (S1 §2.6), at most
four kinds."""

from __future__ import annotations

from functools import lru_cache

from qgis.core import (
    QgsLayoutFrame,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QT_VERSION
from qgis.PyQt.QtGui import QColor, QFont, QFontDatabase

HEADING_FAMILIES = (
    "SimHei",
    "黑体",
    "Microsoft YaHei",
    "Source Han Sans SC",
    "Noto Sans CJK SC",
    "WenQuanYi Zen Hei",
    "PingFang SC",
)
TEXT_FAMILIES = (
    "SimSun",
    "宋体",
    "Source Han Serif SC",
    "Noto Serif CJK SC",
    "WenQuanYi Zen Hei",
    "Songti SC",
    "Noto Sans CJK SC",
)
INK = QColor(34, 34, 40)
QUIET = QColor(110, 112, 112)
HALO = QColor(255, 255, 255, 225)


def heading_family() -> str:
    """The first typeface of the 黑体 kind on this computer, or the one to ask for when there is none."""
    return _first(HEADING_FAMILIES)


def text_family() -> str:
    """The first typeface of the 宋体 kind on this computer, or the one to ask for when there is none."""
    return _first(TEXT_FAMILIES)


def font(points: float, bold: bool = False, heading: bool = False) -> QFont:
    """A font of the sheet at a size in points; bold only in a typeface that has a bold cut, never smeared."""
    family = heading_family() if heading or bold else text_family()
    made = QFont(family)
    made.setPointSizeF(points)
    made.setBold(bold and _has_bold(family))
    return made


def text_format(
    points: float,
    colour: QColor = INK,
    bold: bool = False,
    heading: bool = False,
    halo: float = 0.0,
    spacing: float = 0.0,
) -> QgsTextFormat:
    """A text format in points, with a white halo of ``halo`` mm and ``spacing`` points between letters."""
    face = font(points, bold, heading)
    if spacing:
        face.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    made = QgsTextFormat()
    made.setFont(face)
    made.setSize(points)
    made.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    made.setColor(colour)
    if halo:
        buffer = QgsTextBufferSettings()
        buffer.setEnabled(True)
        buffer.setSize(halo)
        buffer.setSizeUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
        buffer.setColor(HALO)
        made.setBuffer(buffer)
    return made


def missing_fonts(layout: QgsPrintLayout | None = None) -> list[str]:
    """Typefaces that would be replaced silently on export: those of a layout, or those of a sheet still to be built."""
    asked = _asked(layout) if layout else {heading_family(), text_family()}
    here = _installed()
    return sorted(family for family in asked if family.lower() not in here)


@lru_cache(maxsize=8)
def _first(families: tuple[str, ...]) -> str:
    """Looked for once: every text that is measured asks."""
    here = _installed()
    return next((family for family in families if family.lower() in here), families[0])


@lru_cache(maxsize=8)
def _has_bold(family: str) -> bool:
    return any("bold" in name.lower() for name in _database().styles(family))


def _database():
    """Qt 5 asks an instance, Qt 6 the class."""
    return QFontDatabase() if QT_VERSION < 0x060000 else QFontDatabase


def _installed() -> set[str]:
    plain = {name.lower() for name in _database().families()}
    return plain | {name.split(" [")[0] for name in plain}


def _asked(layout: QgsPrintLayout) -> set[str]:
    families: set[str] = set()
    for item in layout.items():
        if isinstance(item, QgsLayoutItemLabel):
            families.add(item.font().family())
        elif isinstance(item, QgsLayoutItemLegend):
            families.update(item.styleFont(style).family() for style in _legend_styles())
        elif isinstance(item, QgsLayoutItemScaleBar):
            families.add(item.textFormat().font().family())
        elif isinstance(item, QgsLayoutItemMap):
            families.update(_label_families(item))
        elif isinstance(item, QgsLayoutFrame) and hasattr(item.multiFrame(), "contentTextFormat"):
            table = item.multiFrame()
            families.update((table.contentTextFormat().font().family(), table.headerTextFormat().font().family()))
    return families


def _legend_styles() -> tuple:
    style = QgsLegendStyle.Style
    return style.Title, style.Group, style.Subgroup, style.SymbolLabel


def _label_families(item: QgsLayoutItemMap) -> set[str]:
    families = set()
    for layer in item.layers():
        labeling = layer.labeling() if hasattr(layer, "labeling") else None
        for provider in labeling.subProviders() if labeling else ():
            settings = labeling.settings(provider)
            if settings.drawLabels:
                families.add(settings.format().font().family())
    return families
