"""A planner's own QML beside the project wins over the catalogue where a sheet draws that layer.

The file is called like the role (``redline.qml``, ``生态保护红线.qml``) or like the style of the catalogue
(``control_redline.qml``). Its symbols are taken, and its labels when it has any. A file that cannot be used is said
in a sentence, and the layer keeps the look of the catalogue.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ..county.role_table import roles_of
from ..language import tr
from .catalogue import styles
from .symbols import STYLE_MARK

SUFFIX = ".qml"
#: What a sheet calls a layer of the base map → the role that it has.
ROLES = {"county": "boundary", "tint": "dem"}
LOOK = {True: "renderer-v2", False: "pipe"}  #: by whether the layer is a vector layer
CATEGORIES = QgsMapLayer.StyleCategory


def fingerprint(project: QgsProject) -> str:
    """What changes when the planner's QML files do; '' where there are none."""
    files = [f"{path.name}{path.stat().st_mtime_ns}" for path in _files(project)]
    return hashlib.sha1("|".join(files).encode()).hexdigest()[:12] if files else ""


def dress_by_own(layer: QgsMapLayer, kind: str, project: QgsProject) -> str:
    """Draw a clone by the planner's QML for it, if there is one. ``kind`` is what the sheet calls the layer. Returns
    the sentence that says why a file could not be used, '' otherwise."""
    files = _files(project)
    names = {name.casefold() for name in _names(layer, kind, project)} if files else ()
    own = next((path for path in files if path.stem.casefold() in names), None)
    return _apply(layer, own) if own else ""


def _files(project: QgsProject) -> list[Path]:
    if not project.fileName():
        return []
    return sorted(path for path in Path(project.absolutePath()).glob("*") if path.suffix.casefold() == SUFFIX)


def _names(layer: QgsMapLayer, kind: str, project: QgsProject) -> Iterable[str]:
    """What the file may be called: the name in the legend, the role and the style in code and in words."""
    first = kind.split()[0] if kind else ""
    yield layer.name()
    yield first
    role = roles_of(project).get(ROLES.get(first, first))
    if role:
        yield from (role.role, role.zh, role.en)
    style = styles().get(layer.customProperty(STYLE_MARK, ""))
    if style:
        yield from (style.code, style.zh, style.en)


def _apply(layer: QgsMapLayer, path: Path) -> str:
    document = QDomDocument()
    try:
        read, message, row, _ = document.setContent(path.read_bytes())
    except OSError as fault:
        return _unusable(path, layer, str(fault.strerror))
    if not read:
        return _unusable(path, layer, tr("第 {row} 行：{message}").format(row=row, message=message))
    root = document.documentElement()
    if root.firstChildElement(LOOK[isinstance(layer, QgsVectorLayer)]).isNull():
        return _unusable(path, layer, tr("文件中没有这类图层的符号"))
    done, message = layer.importNamedStyle(document, _categories(root))
    if done:
        layer.setScaleBasedVisibility(False)
        return ""
    return _unusable(path, layer, message.strip())


def _categories(root: QDomElement) -> QgsMapLayer.StyleCategories:
    labelled = root.attribute("labelsEnabled") == "1"
    return CATEGORIES.Symbology | CATEGORIES.Labeling if labelled else QgsMapLayer.StyleCategories(CATEGORIES.Symbology)


def _unusable(path: Path, layer: QgsMapLayer, reason: str) -> str:
    return tr("样式文件“{file}”不能用于图层“{layer}”（{reason}），该图层按样式目录绘制。").format(
        file=path.name, layer=layer.name(), reason=reason
    )
