"""Attribute values as the words they stand for: names, numbers that identify, classes."""

from __future__ import annotations


def word_of(value) -> str:
    """A value as text, empty for NULL. A whole number that is kept as a real one has no decimals: 141130100000.0 in a
    field of doubles is the town 141130100000.
    """
    if value is None or value != value:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()
