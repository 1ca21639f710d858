"""The catalogue as files for use by hand: a library for QGIS's style manager and a QML for each kind of layer.

Names are Chinese like the catalogue; tags are its themes (``style_themes.csv``). Kinds of layers are rows of
``style_kinds.csv``: a geometry, and either one style or the classes of a field.
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRenderer,
    QgsMapLayer,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsStyle,
    QgsVectorLayer,
)

from ..county.standards import standard_table
from .catalogue import Style, styles, styles_of
from .land_styles import land_codes
from .symbols import symbol_for

LIBRARY = "ronghe_styles.xml"
PLUGIN_TAG = "融合规划"
GEOMETRY_NAMES = {"point": "点", "line": "线", "polygon": "面"}
WKB_NAMES = {"point": "Point", "line": "LineString", "polygon": "Polygon"}
EVERY_STRUCTURE = "@structure"


def write_library(folder: Path) -> list[Path]:
    """The library and, in ``qml``, a file for each kind of layer; returns what was written. Raises ``OSError``."""
    qml = folder / "qml"
    qml.mkdir(parents=True, exist_ok=True)
    library = folder / LIBRARY
    if not _library().exportXml(str(library)):
        raise OSError(f"{library} cannot be written")
    return [library, *(_write_qml(kind, qml) for kind in layer_kinds())]


def symbol_names() -> dict[str, str]:
    """The name of each style's symbol in the library, by code: the Chinese name; where several are called alike, with
    the geometry and the theme as far as these tell them apart."""
    drawn = [s for s in styles().values() if s.geometry in GEOMETRY_NAMES]
    alike: dict[str, list[Style]] = {}
    for one in drawn:
        alike.setdefault(one.zh, []).append(one)
    return {s.code: s.zh + _apart(s, alike[s.zh]) for s in drawn}


def _apart(one: Style, alike: list[Style]) -> str:
    themes = _themes()
    parts = [GEOMETRY_NAMES[one.geometry]] if len({s.geometry for s in alike}) > 1 else []
    if len({(s.geometry, s.theme) for s in alike}) > len({s.geometry for s in alike}):
        parts.append(themes[one.theme])
    return f"（{'，'.join(parts)}）" if parts else ""


def _themes() -> dict[str, str]:
    table = standard_table("style_themes")
    return dict(zip(table["theme"], table["zh"]))


def layer_kinds() -> list[dict]:
    """The rows of ``style_kinds.csv``: kind, geometry, field (or an expression), classes (a style's code, or the
    beginning of codes), zh, en."""
    return standard_table("style_kinds").to_dict("records")


def renderer_of(kind: dict) -> QgsFeatureRenderer:
    """How a layer of that kind is drawn: as a whole, or by every class that its field can have."""
    if not kind["field"]:
        return QgsSingleSymbolRenderer(symbol_for(kind["classes"]))
    if kind["classes"] == EVERY_STRUCTURE:
        classes = [(s, [s.code]) for s in styles().values() if s.theme == "structure"]
    else:
        classes = [(s, _values(s)) for s in styles_of(kind["classes"], kind["geometry"])]
    return QgsCategorizedSymbolRenderer(
        kind["field"],
        [
            QgsRendererCategory(values, symbol_for(found), found.zh)
            for found, values in classes
            if found.geometry == kind["geometry"]
        ],
    )


def _library() -> QgsStyle:
    themes = _themes()
    library = QgsStyle()
    library.createMemoryDatabase()
    for code, name in symbol_names().items():
        found = styles()[code]
        symbol = symbol_for(found)
        library.addSymbol(name, symbol)  # takes the symbol
        library.saveSymbol(name, library.symbol(name), False, [PLUGIN_TAG, themes[found.theme]])
    return library


def _write_qml(kind: dict, folder: Path) -> Path:
    layer = QgsVectorLayer(f"{WKB_NAMES[kind['geometry']]}?crs=EPSG:4546", kind["zh"], "memory")
    layer.setRenderer(renderer_of(kind))
    path = folder / f"{kind['zh']}.qml"
    message, done = layer.saveNamedStyle(str(path), QgsMapLayer.StyleCategory.Symbology)
    if not done:
        raise OSError(message)
    return path


def _values(found: Style) -> list[str]:
    """All words of a planner's data that mean the style; those of its domain as ``class_words.csv`` translates them."""
    translated = []
    if found.domain:
        table = standard_table("class_words")
        of_domain = table[table["domain"] == found.domain]
        translated = of_domain[of_domain["canonical"].isin(found.words)]["word"]
    return list(dict.fromkeys([*found.words, *translated, *land_codes().get(found.code, ()), found.zh, found.en]))
