"""The totals of a ledger by town and payer."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .land_parts import Parts


def ledger_totals(
    amount: np.ndarray, annual: np.ndarray, hectares: np.ndarray, payer: np.ndarray, towns: Parts
) -> pd.DataFrame:
    """Rows ``town, payer, amount, annual, area_hm2, count, unpriced`` of one ledger with n entries, largest amount
    first; ``annual`` is what of the amounts falls due each year.

    An entry that lies in several towns is divided among them by area (``towns``, shares that add up to 1), so that the
    sums by town, by payer and of the whole are the same. ``count`` and ``unpriced`` (entries without an amount) count
    an entry in the town with most of it.
    """
    owner, share = towns.owner, towns.share
    main = np.append(True, owner[1:] != owner[:-1]) if len(owner) else np.zeros(0, dtype=bool)
    table = pd.DataFrame(
        {
            "town": towns.other,
            "payer": payer[owner],
            "amount": np.nan_to_num(amount)[owner] * share,
            "annual": np.nan_to_num(annual)[owner] * share,
            "area_hm2": np.nan_to_num(hectares)[owner] * share,
            "count": main.astype(int),
            "unpriced": (main & ~np.isfinite(amount)[owner]).astype(int),
        }
    )
    sums = table.groupby(["town", "payer"], as_index=False, sort=True).sum()
    return sums.sort_values("amount", ascending=False, kind="stable", ignore_index=True)
