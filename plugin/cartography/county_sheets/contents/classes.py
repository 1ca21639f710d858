"""The classes of a layer as the legend names and colours them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from qgis.PyQt.QtGui import QColor

from ....bridge.sentences import listed
from ....language import tr
from ...catalogue import Style, styles, styles_of, styles_of_values
from ...chart import chart_colour
from ..ground import Ground

FILLS = ("fill", "soft", "band", "circle", "disc", "square", "diamond")
UNKNOWN_COLOUR, REST_COLOUR = QColor(216, 218, 216), QColor(244, 245, 243)


@dataclass(frozen=True)
class ClassAmount:
    """What there is of a class: by place (p,), and in how many features."""

    name: str
    colour: QColor
    by_place: np.ndarray
    features: int
    known: bool = True

    @property
    def amount(self) -> float:
        return float(self.by_place.sum())


def class_codes(pieces: pd.DataFrame, field: str, prefix: str, geometry: str = "") -> pd.Series:
    """The code of the style of each piece, '' where its word means none."""
    values = pieces[field] if field in pieces else pd.Series("", index=pieces.index, dtype=object)
    found = styles_of_values(list(dict.fromkeys(values)), prefix, geometry)
    return values.map(lambda value: found[value].code if found.get(value) else "")


def by_class(pieces: pd.DataFrame, field: str, prefix: str, places: int, geometry: str = "") -> list[ClassAmount]:
    """The classes of a field in the order of the catalogue; words that mean none are one class at the end."""
    codes = class_codes(pieces, field, prefix, geometry)
    return [amount_of(styles().get(code), pieces[codes == code], places) for code in in_order(codes, prefix)]


def in_order(codes: Iterable[str], prefix: str) -> list[str]:
    """Different codes in the order of the catalogue, unknown ones at the end."""
    order = {one.code: at for at, one in enumerate(styles_of(prefix))}
    return sorted(dict.fromkeys(codes), key=lambda code: order.get(code, len(order)))


def amount_of(style: Style | None, pieces: pd.DataFrame, places: int) -> ClassAmount:
    """All pieces as one class, the unknown one without a style."""
    amounts = np.bincount(pieces["place"].astype(int), weights=pieces["amount"].astype(float), minlength=places)
    name = style.name if style else tr("未识别")
    colour = _colour(style) if style else UNKNOWN_COLOUR
    return ClassAmount(name, colour, amounts, int(pieces["fid"].nunique()), style is not None)


def with_rest(classes: list[ClassAmount], ground: Ground, name: str, least: float) -> list[ClassAmount]:
    """The classes and, where they leave more than the share ``least`` of the ground, what they leave as one more."""
    rest = ground.areas / 1e4 - sum(one.by_place for one in classes)
    if not classes or rest.sum() <= least * ground.area / 1e4:
        return classes
    return [*classes, ClassAmount(name, REST_COLOUR, np.maximum(rest, 0.0), 0, known=False)]


def colour_of(code: str) -> QColor:
    """The colour of a style in a chart."""
    found = styles().get(code)
    return UNKNOWN_COLOUR if found is None else _colour(found)


def name_of(code: str) -> str:
    """The name of a style in the user's language, '' for an unknown code."""
    found = styles().get(code)
    return found.name if found else ""


def listed_unknown(words: Iterable[str], most: int = 4) -> str:
    """Unknown words for a sentence; cells without one are called so."""
    return listed([word or tr("空值") for word in dict.fromkeys(words)], most)


def _colour(style: Style) -> QColor:
    fills = [stroke.colour for stroke in style.strokes if stroke.shape in FILLS and not _white(stroke.colour)]
    return chart_colour(fills[:1] or [stroke.colour or stroke.outline for stroke in style.strokes])


def _white(colour: QColor | None) -> bool:
    return colour is None or colour.lightness() > 252
