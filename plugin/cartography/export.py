"""From a layout to a file that is either whole or not there."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from qgis.core import Qgis, QgsLayoutExporter, QgsPrintLayout

from ..language import tr
from .faults import ExportCancelled, SheetFault

FORMATS = ("pdf", "png", "svg")


def export_sheet(
    layout: QgsPrintLayout,
    path: Path | str,
    fmt: str,
    dpi: int = 300,
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """Write the layout to ``path`` as 'pdf', 'png' or 'svg' and return the path.

    The file is written under another name in the same folder and moved into place. Text stays text; vector symbols stay
    vector in PDF and SVG. Raises :class:`SheetFault` when the folder is missing or read-only, the file is
    locked, or the
    export fails, and :class:`ExportCancelled` when ``cancelled()`` turns true before the file is in place. Layouts are
    rendered in the main thread only.
    """
    path = Path(path)
    if fmt not in FORMATS:
        raise SheetFault("unknown_format", format=fmt)
    if not path.parent.is_dir():
        raise SheetFault("no_folder", folder=str(path.parent))
    part = path.with_name(f".{path.stem}.part.{fmt}")
    try:
        _reserve(part, path)
        _stop_if(cancelled, path)
        _write(layout, part, fmt, dpi, path)
        _stop_if(cancelled, path)
        _move(part, path)
    finally:
        part.unlink(missing_ok=True)
    return path


def _reserve(part: Path, path: Path) -> None:
    """Fail before rendering, not after, where nothing can be written."""
    try:
        part.touch()
        if path.exists():
            with path.open("ab"):
                pass
    except OSError as error:
        raise SheetFault("not_writable", path=str(path)) from error


def _move(part: Path, path: Path) -> None:
    try:
        os.replace(part, path)
    except OSError as error:
        raise SheetFault("not_writable", path=str(path)) from error


def _stop_if(cancelled: Callable[[], bool], path: Path) -> None:
    if cancelled():
        raise ExportCancelled(path)


def _write(layout: QgsPrintLayout, part: Path, fmt: str, dpi: int, path: Path) -> None:
    exporter = QgsLayoutExporter(layout)
    text = Qgis.TextRenderFormat.AlwaysText
    if fmt == "pdf":
        settings = QgsLayoutExporter.PdfExportSettings()
        settings.dpi = dpi
        settings.textRenderFormat = text
        settings.rasterizeWholeImage = False
        settings.simplifyGeometries = True
        result = exporter.exportToPdf(str(part), settings)
    elif fmt == "svg":
        settings = QgsLayoutExporter.SvgExportSettings()
        settings.dpi = dpi
        settings.textRenderFormat = text
        result = exporter.exportToSvg(str(part), settings)
    else:
        settings = QgsLayoutExporter.ImageExportSettings()
        settings.dpi = dpi
        settings.generateWorldFile = False
        result = exporter.exportToImage(str(part), settings)
    if result != QgsLayoutExporter.ExportResult.Success:
        reason = _reasons().get(result) or tr("未知原因")
        raise SheetFault("export_failed", path=str(path), reason=exporter.errorMessage() or reason)


def _reasons() -> dict:
    result = QgsLayoutExporter.ExportResult
    return {
        result.MemoryError: tr("内存不足，请降低分辨率或图幅"),
        result.FileError: tr("文件无法写入"),
        result.PrintError: tr("打印设备出错"),
        result.SvgLayerError: tr("SVG 图层无法生成"),
        result.IteratorError: tr("图集页面出错"),
    }
