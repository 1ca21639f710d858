"""Sizes of paper: A4 to A0 across or upright, and any other in millimetres, as a planner writes them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from math import sqrt

from .faults import SheetFault

PAPERS_MM = {
    "A4": (297.0, 210.0),
    "A3": (420.0, 297.0),
    "A2": (594.0, 420.0),
    "A1": (841.0, 594.0),
    "A0": (1189.0, 841.0),
}
UPRIGHT = ("竖", "竖版", "竖向", "纵向", "portrait", "upright")
ACROSS = ("横", "横版", "横向", "landscape", "")
NAMED = re.compile(r"(A[0-4])\s*(\D*)", re.I)
IN_MM = re.compile(r"(\d+(?:\.\d+)?)\s*(?:mm|毫米)?\s*[x×*乘]\s*(\d+(?:\.\d+)?)\s*(?:mm|毫米)?", re.I)
SHORTEST_MM, LONGEST_MM, MOST_OBLONG = 180.0, 5000.0, 3.0


@lru_cache(maxsize=64)
def paper_size(text: str) -> tuple[float, float]:
    """Width and height in mm of "A3", "A3 竖", "A1 portrait" or "900x1200" (width first).

    Raises :class:`SheetFault` for what cannot be read, and for sizes on which no sheet can be laid out or which no PDF
    can have: sides under 180 mm or over 5 m, or one side more than three times the other.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    named = NAMED.fullmatch(plain)
    if named:
        way = named.group(2).strip(" ()").lower()
        width, height = PAPERS_MM[named.group(1).upper()]
        if way in UPRIGHT:
            return height, width
        if way in ACROSS:
            return width, height
    given = IN_MM.fullmatch(plain)
    if not given:
        raise SheetFault("unknown_paper", paper=text)
    width, height = float(given.group(1)), float(given.group(2))
    if min(width, height) < SHORTEST_MM or max(width, height) > min(LONGEST_MM, MOST_OBLONG * min(width, height)):
        raise SheetFault("paper_size", paper=text, shortest=SHORTEST_MM, longest=LONGEST_MM, oblong=MOST_OBLONG)
    return width, height


def size_beside_a3(width: float, height: float) -> float:
    """How much longer the sides are than those of A3, by the areas: the same for a sheet across and upright."""
    across, up = PAPERS_MM["A3"]
    return sqrt(width * height / (across * up))
