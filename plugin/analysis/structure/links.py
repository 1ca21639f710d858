"""How strongly towns are tied to each other: the gravity model."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

#: Kilometres that two towns are apart at least, where minutes are not known.
SHORTEST_KM = 1.0
#: Shares of the whole up to which a link, counted from the strongest, is of grade 1 and of grade 2.
GRADE_SHARES = (0.5, 0.8)


@dataclass(frozen=True)
class Gravity:
    """m links from the strongest to the weakest: the towns ``first`` and ``second`` (m,), ``strength`` (m,), its
    ``share`` of the sum of all links, ``rank`` from 1 (ties share one) and ``grade`` 1 (strongest) to 3.
    """

    first: np.ndarray
    second: np.ndarray
    strength: np.ndarray
    share: np.ndarray
    rank: np.ndarray
    grade: np.ndarray

    def __len__(self) -> int:
        return len(self.first)

    def strongest(self, count: int) -> Gravity:
        """The first ``count`` links; shares, ranks and grades stay those among all."""
        return Gravity(**{name: getattr(self, name)[:count] for name in self.__dataclass_fields__})


def gravity_links(population: np.ndarray, apart: np.ndarray, exponent: float, shortest: float) -> Gravity:
    """Links of n towns: strength = P_a · P_b / t^exponent (Zipf, G. K. (1946) The P1 P2/D hypothesis, American
    Sociological Review 11:677-686; Reilly, W. J. (1931) The law of retail gravitation, has the exponent 2).

    ``population`` (n,) persons, NaN unknown; ``apart`` (n, n) minutes or kilometres, symmetric, not finite where there
    is no way; ``shortest`` the least distance that counts. Towns of unknown population and pairs without a way have
    no link.
    """
    first, second = np.triu_indices(len(population), 1)
    distance = np.maximum(apart[first, second], shortest)
    strength = population[first] * population[second] / distance**exponent
    linked = np.isfinite(strength) & np.isfinite(distance) & (strength > 0)
    first, second, strength = first[linked], second[linked], strength[linked]
    order = np.lexsort((second, first, -strength))
    first, second, strength = first[order], second[order], strength[order]
    share = strength / strength.sum() if len(strength) else strength
    return Gravity(first, second, strength, share, 1 + np.searchsorted(-strength, -strength), _grades(share))


def _grades(share: np.ndarray) -> np.ndarray:
    """1 for the strongest links that make up the first half of the whole, 2 for those up to four fifths, 3 for the
    rest; the link with which a share is reached belongs to it.
    """
    before = np.round(np.cumsum(share) - share, 12)
    return 1 + np.searchsorted(GRADE_SHARES, before, side="right")
