"""The words on a sheet as cartography takes them."""

from __future__ import annotations

from ...plugin.county.sheet_words import SheetWords, load_words, save_words

__all__ = ["SheetWords", "facts_of", "load_words", "save_words"]


def facts_of(words: SheetWords):
    """The words as cartography takes them. Raises BadWind."""
    # Not before a sheet is asked for: cartography is slow to import.
    from ...plugin.cartography import facts

    return facts.facts_of(words)
