"""The terrain of many pages, tinted and shaded once.

Heights are interpolated, tinted and shaded anew on every page that is printed, which takes half of the time of a page.
Where many pages show the same terrain it is drawn once, by the same renderers, into a picture that all of them show.
"""

from __future__ import annotations

from collections.abc import Generator
from math import sqrt
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsMapLayer,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QImage

from . import terrain
from .maps import MAP_GROUND

RELIEF_MARK, RELIEF_FILE = "ronghe/relief", "relief.tif"
#: Pages from which it pays, and the pixels of a picture in each direction for a cell of the terrain.
PAGES_WORTH_IT = 5
DETAIL, FINE_DETAIL, PAGES_WORTH_FINE = 2.0, 3.0, 20
MOST_PIXELS = 120e6  # 360 MB on the disk; terrain of more cells than this is drawn page by page
AROUND = 3.0  # the sides of the picture, in sides of the county
#: Pixels; a block is drawn in a fraction of a second. Blocks overlap, for the shade of a cell takes its neighbours.
BLOCK, OVERLAP = 1024, 4

#: Work in pieces, between which a window can breathe, and its result.
InPieces = Generator[None, None, QgsRasterLayer]


def is_relief(layer: QgsMapLayer) -> bool:
    """Whether a layer is terrain that is tinted and shaded already."""
    return bool(layer.customProperty(RELIEF_MARK))


def drawn_once(
    dem: QgsRasterLayer, crs: QgsCoordinateReferenceSystem, county: QgsRectangle, folder: Path, pages: int
) -> QgsRasterLayer:
    """The terrain around ``county`` (an extent in ``crs``) as a picture in ``folder``, or ``dem`` itself where a
    picture does not pay: for few pages, or for more cells than a picture can hold. Main thread only."""
    return result_of(drawing_once(dem, crs, county, folder, pages))


def result_of(work: Generator):
    """What work in pieces comes to, without a pause."""
    while True:
        try:
            next(work)
        except StopIteration as done:
            return done.value


def drawing_once(
    dem: QgsRasterLayer, crs: QgsCoordinateReferenceSystem, county: QgsRectangle, folder: Path, pages: int
) -> InPieces:
    """:func:`drawn_once` in pieces."""
    if pages < PAGES_WORTH_IT or is_relief(dem):
        return dem
    extent = _extent(dem, crs, county)
    cell = _cell_size(dem, crs)
    cells = extent.width() * extent.height() / cell**2
    detail = FINE_DETAIL if pages >= PAGES_WORTH_FINE else DETAIL
    detail = min(detail, sqrt(MOST_PIXELS / cells))
    if extent.isEmpty() or detail < 1:
        return dem
    size = QSize(max(1, round(extent.width() / cell * detail)), max(1, round(extent.height() / cell * detail)))
    file = folder / RELIEF_FILE
    yield from _paint(dem, crs, extent, size, file)
    if file.stat().st_size < size.width() * size.height() * 3:  # cut short: the disk is full
        return dem
    return opened(file, dem.name()) or dem


def opened(file: Path, name: str) -> QgsRasterLayer | None:
    """A picture that was drawn before, perhaps by another process; None where there is none."""
    made = QgsRasterLayer(str(file), name) if file.is_file() else None
    if made is None or not made.isValid():
        return None
    made.setCustomProperty(RELIEF_MARK, True)
    return made


def show(layer: QgsRasterLayer) -> None:
    """Show such a picture as it is, softly where it is enlarged."""
    renderer = layer.renderer()
    for set_contrast in (
        renderer.setRedContrastEnhancement,
        renderer.setGreenContrastEnhancement,
        renderer.setBlueContrastEnhancement,
    ):
        set_contrast(None)
    terrain.smooth(layer)


def _extent(dem: QgsRasterLayer, crs: QgsCoordinateReferenceSystem, county: QgsRectangle) -> QgsRectangle:
    around = QgsRectangle(county)
    around.scale(AROUND)
    transform = QgsCoordinateTransform(dem.crs(), crs, QgsProject.instance())
    return transform.transformBoundingBox(dem.extent()).intersect(around)


def _cell_size(dem: QgsRasterLayer, crs: QgsCoordinateReferenceSystem) -> float:
    """The side of a cell in units of ``crs``."""
    transform = QgsCoordinateTransform(dem.crs(), crs, QgsProject.instance())
    extent = transform.transformBoundingBox(dem.extent())
    return sqrt(extent.width() / dem.width() * extent.height() / dem.height())


def _paint(dem, crs, extent: QgsRectangle, size: QSize, file: Path) -> Generator[None, None, None]:
    """Draw shade and tint block by block, so that a large picture takes no more memory than a small one."""
    layers = _dressed(dem)
    options = ["TILED=YES", "PHOTOMETRIC=RGB", "INTERLEAVE=BAND", "BIGTIFF=IF_SAFER"]
    picture = gdal.GetDriverByName("GTiff").Create(
        str(file), size.width(), size.height(), 3, gdal.GDT_Byte, options=options
    )
    across, down = extent.width() / size.width(), extent.height() / size.height()
    picture.SetGeoTransform((extent.xMinimum(), across, 0.0, extent.yMaximum(), 0.0, -down))
    picture.SetProjection(crs.toWkt())
    for top in range(0, size.height(), BLOCK):
        for left in range(0, size.width(), BLOCK):
            part = QSize(min(BLOCK, size.width() - left), min(BLOCK, size.height() - top))
            west, north = extent.xMinimum() + left * across, extent.yMaximum() - top * down
            shown = QgsRectangle(
                west - OVERLAP * across,
                north - (part.height() + OVERLAP) * down,
                west + (part.width() + OVERLAP) * across,
                north + OVERLAP * down,
            )
            larger = QSize(part.width() + 2 * OVERLAP, part.height() + 2 * OVERLAP)
            image = _drawn(layers, crs, shown, larger).copy(OVERLAP, OVERLAP, part.width(), part.height())
            bits = image.constBits()
            bits.setsize(image.sizeInBytes())
            picture.WriteRaster(
                left,
                top,
                part.width(),
                part.height(),
                bytes(bits),
                band_list=[1, 2, 3],
                buf_pixel_space=3,
                buf_line_space=image.bytesPerLine(),
                buf_band_space=1,
            )
            yield


def _dressed(dem: QgsRasterLayer) -> list[QgsRasterLayer]:
    shade, tint = dem.clone(), dem.clone()
    terrain.shade(shade)
    terrain.tint(tint)
    return [shade, tint]


def _drawn(layers, crs, extent: QgsRectangle, size: QSize) -> QImage:
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(crs)
    settings.setTransformContext(QgsProject.instance().transformContext())
    settings.setExtent(extent)
    settings.setOutputSize(size)
    settings.setBackgroundColor(MAP_GROUND)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage().convertToFormat(QImage.Format.Format_RGB888, Qt.ImageConversionFlag.ColorOnly)
