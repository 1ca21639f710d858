"""The notes of a ledger: whole sentences, one after the other, for each of its rows."""

from __future__ import annotations

import numpy as np

from ...language import language


class Notes:
    """Sentences for n rows."""

    def __init__(self, count: int):
        self._said = [[] for _ in range(count)]
        self._settled = set()

    def add(self, place: int, sentence: str) -> None:
        if place not in self._settled:
            self._said[place].append(sentence)

    def settle(self, place: int, sentence: str) -> None:
        """All that is to be said of a row, whatever else is found about it."""
        self._said[place] = [sentence]
        self._settled.add(place)

    def texts(self) -> np.ndarray:
        """One text (n,) a row; Chinese sentences follow each other without a blank."""
        between = "" if language() == "zh" else " "
        return np.array([between.join(said) for said in self._said], dtype=object)
