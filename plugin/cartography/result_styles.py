"""How results look when they arrive in the project: ready to read, and the planner's to change."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsColorRampShader,
    QgsMapLayer,
    QgsRasterShader,
    QgsRendererCategory,
    QgsSingleBandPseudoColorRenderer,
    QgsSingleSymbolRenderer,
)

from ..county.layers import geometry_of
from .catalogue import styles_of
from .labels import label_clusters, label_rank
from .quarry_clusters import clusters_renderer, quarries_renderer
from .renderers import band_label, bands_renderer, covered_renderer, listed_renderer, ramp, share_renderer
from .symbols import at_centre, symbol_for

REACH_WIDTH = 0.7  #: mm
#: The most observers in each class of a visible range.
SEEN_BY = (0, 1, 4, 14, 49, float("inf"))

Styling = Callable[[QgsMapLayer], None]


def bands_style(breaks: Sequence[float]) -> Styling:
    """Bands from dark, near, to light, far."""
    return lambda layer: layer.setRenderer(bands_renderer(layer, breaks))


def reach_style(breaks: Sequence[float]) -> Styling:
    """Road stretches in the colours of the bands."""

    def style(layer):
        edges = sorted(breaks)
        categories = []
        for found, lower, upper in zip(ramp("band", len(edges)), [0.0, *edges[:-1]], edges):
            symbol = symbol_for("road_township")
            symbol.setColor(symbol_for(found).color())
            symbol.setWidth(REACH_WIDTH)
            categories.append(QgsRendererCategory(upper, symbol, band_label(lower, upper)))
        layer.setRenderer(QgsCategorizedSymbolRenderer("band_min", categories))

    return style


def minutes_style(breaks: Sequence[float]) -> Styling:
    """A raster of minutes in the colours of the bands."""

    def style(layer):
        edges = sorted(breaks)
        shader = QgsColorRampShader(0.0, edges[-1])
        shader.setColorRampType(QgsColorRampShader.Type.Discrete)
        shader.setColorRampItemList(
            [
                QgsColorRampShader.ColorRampItem(upper, symbol_for(found).color(), band_label(lower, upper))
                for found, lower, upper in zip(ramp("band", len(edges)), [0.0, *edges[:-1]], edges)
            ]
        )
        raster = QgsRasterShader()
        raster.setRasterShaderFunction(shader)
        layer.setRenderer(QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, raster))

    return style


def visible_style() -> Styling:
    """A raster of the number of observers that see a place: the more, the darker."""

    def style(layer):
        shader = QgsColorRampShader(0.0, SEEN_BY[-2])
        shader.setColorRampType(QgsColorRampShader.Type.Discrete)
        shader.setColorRampItemList(
            [
                QgsColorRampShader.ColorRampItem(most, symbol_for(found).color(), found.name)
                for found, most in zip(styles_of("visible_from"), SEEN_BY)
            ]
        )
        raster = QgsRasterShader()
        raster.setRasterShaderFunction(shader)
        layer.setRenderer(QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, raster))

    return style


def visible_targets_style() -> Styling:
    """Targets, points or areas, that somebody sees conspicuous, others quiet."""

    def style(layer):
        seen = f"visible_{geometry_of(layer)}"
        if styles_of(seen):
            share = 'CASE WHEN "visible_share" > 0 THEN 1 WHEN "visible_share" = 0 THEN 0 ELSE -1 END'
            layer.setRenderer(listed_renderer(share, seen))

    return style


def demand_style() -> Styling:
    """Covered demand quiet, uncovered demand conspicuous."""

    def style(layer):
        if layer.geometryType() == 0:
            layer.setRenderer(covered_renderer(layer))

    return style


def gaps_style() -> Styling:
    """Every gap conspicuous."""
    return lambda layer: layer.setRenderer(QgsSingleSymbolRenderer(symbol_for("village_uncovered")))


def zones_style() -> Styling:
    """Zones by their covered share."""

    def style(layer):
        if layer.isSpatial() and styles_of("share"):
            layer.setRenderer(share_renderer())

    return style


def zoning_style() -> Styling:
    """Areas of 矿产分区 by their class: prohibited, restricted, permitted."""
    return lambda layer: layer.setRenderer(listed_renderer("class", "mining"))


def remediation_style() -> Styling:
    """Zones of 矿山整治分区 by their priority."""
    return lambda layer: layer.setRenderer(listed_renderer("priority", "priority"))


def mines_style() -> Styling:
    """Mines by their priority, numbered in the order of remediation; areas with their marker inside."""

    def style(layer):
        renderer = listed_renderer("priority", "rank")
        if geometry_of(layer) == "polygon":
            for index, category in enumerate(renderer.categories()):
                renderer.updateCategorySymbol(index, at_centre(category.symbol().clone(), "mine_area"))
        layer.setRenderer(renderer)
        label_rank(layer, "rank", "priority")

    return style


def quarries_style(clusters: int) -> Styling:
    """Quarries by their cluster, leads apart; ``clusters`` are those of several quarries."""
    return lambda layer: layer.setRenderer(quarries_renderer(clusters, geometry_of(layer) == "polygon"))


def quarry_clusters_style(clusters: int) -> Styling:
    """Hulls of clusters, numbered."""

    def style(layer):
        layer.setRenderer(clusters_renderer(clusters))
        label_clusters(layer)

    return style
