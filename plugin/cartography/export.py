"""From a layout to a file that is either whole or not there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import Qgis, QgsLayoutExporter, QgsPrintLayout
from qgis.PyQt.QtCore import QCoreApplication, QThread
from qgis.PyQt.QtGui import QImage

from ..language import tr
from .faults import ExportCancelled, SheetFault
from .ground import ground_of
from .pdf_pages import PdfPage, write_pdf
from .whole_file import whole_file

PDF, PNG, SVG, GEOPDF = "pdf", "png", "svg", "geopdf"
FORMATS = (PDF, PNG, SVG, GEOPDF)
SUFFIXES = {PDF: ".pdf", PNG: ".png", SVG: ".svg", GEOPDF: ".pdf"}
#: How hard Qt packs a PNG: at 80 a third as long as by default, and the file is no larger. No pixel changes.
PACKING = 80


def export_sheet(
    layout: QgsPrintLayout,
    path: Path | str,
    fmt: str,
    dpi: int = 300,
    cancelled: Callable[[], bool] = lambda: False,
    author: str = "",
) -> Path:
    """Write the layout to ``path`` as 'pdf', 'png', 'svg' or 'geopdf' and return the path.

    The file is written under another name in the same folder and moved into place. Text stays text; vector symbols stay
    vector in PDF and SVG. A GeoPDF is the same PDF, and says where its map lies; a plain PDF does not, for sheets that
    are published without coordinates. Raises :class:`SheetFault` when the folder is missing or read-only, the file is
    locked, or the export fails, and :class:`ExportCancelled` when ``cancelled()`` turns true before the file is in
    place. Layouts are rendered in the main thread only.
    """
    path = Path(path)
    if fmt not in FORMATS:
        raise SheetFault("unknown_format", format=fmt)
    with whole_file(path) as part:
        if cancelled():
            raise ExportCancelled(path)
        _write(layout, part, fmt, dpi, path, author)
        if cancelled():
            raise ExportCancelled(path)
    return path


def render_page(layout: QgsPrintLayout, file: Path, fmt: str, dpi: int, path: Path | None = None) -> None:
    """Draw the layout into a work file, with nothing around it. Raises :class:`SheetFault`, which names ``path`` where
    the file is meant for another place; a full disk may leave the file cut short without a fault (see
    :func:`whole_file`)."""
    _in_main_thread()
    reason = {PNG: _image, SVG: _svg}.get(fmt, _pdf)(layout, file, dpi)
    if reason:
        raise SheetFault("export_failed", path=str(path or file), reason=reason)


def _write(layout: QgsPrintLayout, part: Path, fmt: str, dpi: int, path: Path, author: str) -> None:
    if fmt not in (PDF, GEOPDF):
        render_page(layout, part, fmt, dpi, path)
        return
    page = part.with_suffix(".page")
    try:
        render_page(layout, page, fmt, dpi, path)
        ground = ground_of(layout) if fmt == GEOPDF else None
        write_pdf([PdfPage(page, ground=ground)], part, path, layout.name(), author)
    finally:
        page.unlink(missing_ok=True)


def _pdf(layout: QgsPrintLayout, file: Path, dpi: int) -> str:
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = dpi
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    settings.rasterizeWholeImage = False
    settings.simplifyGeometries = True
    # QGIS would open the file again with GDAL for both, and write the name of the computer's user into it.
    settings.appendGeoreference = False
    settings.exportMetadata = False
    exporter = QgsLayoutExporter(layout)
    return _reason(exporter, exporter.exportToPdf(str(file), settings))


def _svg(layout: QgsPrintLayout, file: Path, dpi: int) -> str:
    settings = QgsLayoutExporter.SvgExportSettings()
    settings.dpi = dpi
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    settings.exportMetadata = False
    exporter = QgsLayoutExporter(layout)
    return _reason(exporter, exporter.exportToSvg(str(file), settings))


def _image(layout: QgsPrintLayout, file: Path, dpi: int) -> str:
    """The picture without transparency, packed lightly: QGIS's own export spends half of its time on packing."""
    context = layout.renderContext()
    before = context.dpi()
    context.setDpi(dpi)
    try:
        image = QgsLayoutExporter(layout).renderPageToImage(0, dpi=dpi)
    finally:
        context.setDpi(before)
    if image.isNull():
        return _reasons()[QgsLayoutExporter.ExportResult.MemoryError]
    opaque = image.convertToFormat(QImage.Format.Format_RGB888)
    return "" if opaque.save(str(file), "PNG", PACKING) else _reasons()[QgsLayoutExporter.ExportResult.FileError]


def _in_main_thread() -> None:
    """Layouts are scenes of Qt, which belong to the main thread: elsewhere they fail now and then, without a word."""
    if QThread.currentThread() != QCoreApplication.instance().thread():
        raise RuntimeError("a layout is exported in the main thread only")


def _reason(exporter: QgsLayoutExporter, result) -> str:
    if result == QgsLayoutExporter.ExportResult.Success:
        return ""
    return exporter.errorMessage() or _reasons().get(result) or tr("未知原因")


def _reasons() -> dict:
    result = QgsLayoutExporter.ExportResult
    return {
        result.MemoryError: tr("内存不足，请降低分辨率或图幅"),
        result.FileError: tr("文件无法写入"),
        result.PrintError: tr("打印设备出错"),
        result.SvgLayerError: tr("SVG 图层无法生成"),
        result.IteratorError: tr("图集页面出错"),
    }
