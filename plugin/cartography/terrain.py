"""The terrain under a plan: grey-green tints of low saturation and high lightness with a soft hillshade (S1 §2.7)."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    Qgis,
    QgsColorRampShader,
    QgsHillshadeRenderer,
    QgsRasterDataProvider,
    QgsRasterLayer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
)

from .catalogue import styles_of

SUN_AZIMUTH = 315.0
SUN_ALTITUDE = 50.0
SHADE_OPACITY = 0.2
WANTED_RELIEF = 0.06  # height range over the width of the county that reads well without exaggeration
LEAST_EXAGGERATION, MOST_EXAGGERATION = 0.8, 6.0
METRES_A_DEGREE = 111_000.0
SAMPLE_CELLS = 300


def tint(layer: QgsRasterLayer) -> None:
    """Heights in the tints of the catalogue, stretched between the 2nd and 98th percentile of the layer."""
    low, high = _heights(layer)
    colours = [found.strokes[0].colour for found in styles_of("terrain")]
    step = (high - low) / (len(colours) - 1)
    ramp = QgsColorRampShader(low, high)
    ramp.setColorRampType(QgsColorRampShader.Type.Interpolated)
    ramp.setColorRampItemList(
        [QgsColorRampShader.ColorRampItem(low + i * step, colour) for i, colour in enumerate(colours)]
    )
    shader = QgsRasterShader(low, high)
    shader.setRasterShaderFunction(ramp)
    layer.setRenderer(QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader))
    smooth(layer)


def shade(layer: QgsRasterLayer) -> None:
    """Light from the north-west, faint enough that symbols keep their colours."""
    renderer = QgsHillshadeRenderer(layer.dataProvider(), 1, SUN_AZIMUTH, SUN_ALTITUDE)
    renderer.setZFactor(_exaggeration(layer))
    renderer.setOpacity(SHADE_OPACITY)
    layer.setRenderer(renderer)
    smooth(layer)


def _exaggeration(layer: QgsRasterLayer) -> float:
    """Steeper light for gentle counties; and degrees brought to metres when the terrain has no metric CRS."""
    low, high = _heights(layer)
    extent = layer.extent()
    relief = (high - low) / max(extent.width(), extent.height())
    return (
        min(max(WANTED_RELIEF / relief, LEAST_EXAGGERATION), MOST_EXAGGERATION) if relief < 1 else 1 / METRES_A_DEGREE
    )


def _heights(layer: QgsRasterLayer) -> tuple[float, float]:
    """The 2nd and 98th percentile of a coarse sample. QGIS's own statistics would leave a file beside the
    planner's data."""
    block = layer.dataProvider().block(1, layer.extent(), SAMPLE_CELLS, SAMPLE_CELLS)
    block.convert(Qgis.DataType.Float64)
    heights = np.frombuffer(bytes(block.data()), dtype=np.float64)
    if block.hasNoDataValue():
        heights = heights[heights != block.noDataValue()]
    heights = heights[np.isfinite(heights)]
    if heights.size == 0:
        return 0.0, 1.0
    low, high = np.percentile(heights, (2, 98))
    return float(low), float(max(high, low + 1.0))


def smooth(layer: QgsRasterLayer) -> None:
    """Heights are interpolated before they are tinted and shaded: shading coarse cells first leaves a grid on
    the sheet."""
    provider = layer.dataProvider()
    provider.enableProviderResampling(True)
    provider.setZoomedInResamplingMethod(QgsRasterDataProvider.ResamplingMethod.CubicSpline)
    provider.setZoomedOutResamplingMethod(QgsRasterDataProvider.ResamplingMethod.Bilinear)
    provider.setMaxOversampling(3.0)
    layer.setResamplingStage(Qgis.RasterResamplingStage.Provider)
