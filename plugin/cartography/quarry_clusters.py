"""Quarries and their clusters in colours that the colour-blind tell apart; with many clusters colours come again, and
the number on each cluster tells which it is.
"""

from __future__ import annotations

from qgis.core import QgsCategorizedSymbolRenderer, QgsRendererCategory

from ..bridge.sentences import listed
from ..language import tr
from .catalogue import Style, style, styles_of
from .symbols import at_centre, symbol_for

COLOURS = "quarry_cluster_colour"
MEMBER, LEAD, ALONE = "quarry_cluster_member", "quarry_cluster_lead", "quarry_cluster_alone"
SHOWN = 3  #: numbers of clusters of one colour that a legend names


def clusters_renderer(clusters: int, factor: float = 1.0) -> QgsCategorizedSymbolRenderer:
    """Hulls of ``clusters`` clusters of several quarries, numbered from 1; hulls of single quarries grey."""
    categories = [
        QgsRendererCategory(number, symbol_for(found, factor), _numbers(number, clusters))
        for number, found in _colours(clusters)
    ]
    categories.append(_alone(symbol_for(ALONE, factor)))
    return QgsCategorizedSymbolRenderer(_colour_number("quarries"), categories)


def quarries_renderer(clusters: int, areas: bool, factor: float = 1.0) -> QgsCategorizedSymbolRenderer:
    """Quarries as markers in the colour of their cluster, leads of another shape; areas with the marker inside."""

    def marker(code: str, found: Style | None = None):
        symbol = symbol_for(code, factor)
        if found is not None:
            colour = symbol_for(found).color()
            colour.setAlpha(255)
            symbol.setColor(colour)
        return at_centre(symbol, "mine_area", factor) if areas else symbol

    categories = []
    for number, found in _colours(clusters):
        words = _numbers(number, clusters)
        lead_words = tr("{cluster}：牵头").format(cluster=words)
        categories.append(QgsRendererCategory(2 * number + 1, marker(LEAD, found), lead_words))
        categories.append(QgsRendererCategory(2 * number, marker(MEMBER, found), words))
    categories.append(_alone(marker(MEMBER)))
    lead = f'2 * ({_colour_number("cluster_size")}) + CASE WHEN "lead" AND "cluster_size" > 1 THEN 1 ELSE 0 END'
    return QgsCategorizedSymbolRenderer(lead, categories)


def _colours(clusters: int) -> list[tuple[int, Style]]:
    return list(enumerate(styles_of(COLOURS), start=1))[:clusters]


def _alone(symbol) -> QgsRendererCategory:
    return QgsRendererCategory(0, symbol, style(ALONE).name)


def _colour_number(size: str) -> str:
    """An expression for the number of a row's colour, 0 for a quarry alone."""
    return f'CASE WHEN "{size}" > 1 THEN ("cluster" - 1) % {len(styles_of(COLOURS))} + 1 ELSE 0 END'


def _numbers(first: int, clusters: int) -> str:
    """The clusters that have one colour: "第 1 组", "第 1、8、15… 组"."""
    same = [str(number) for number in range(first, clusters + 1, len(styles_of(COLOURS)))]
    return tr("第 {numbers} 组").format(numbers=listed(same, SHOWN))
