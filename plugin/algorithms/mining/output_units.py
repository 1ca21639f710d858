"""The units that planners and international tables write outputs in, as ten thousands of tonnes or cubic metres."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ...language import tr

MASS, VOLUME, UNSAID = "mass", "volume", ""
UNITS = {"吨": MASS, "t": MASS, "立方米": VOLUME, "立方": VOLUME, "方": VOLUME, "m3": VOLUME}
SCALES = {"百万": 100.0, "千": 0.1, "万": 1.0, "亿": 1e4, "": 1e-4}  #: in ten thousands
#: Units in Latin letters, whose capitals matter: Mt are million tonnes; MT may be metric tons and stays unknown.
TONNES = r"\s*(?:metric\s*)?(?:tonnes|tons|t)"
LATIN = tuple(
    (re.compile(rf"(?<![A-Za-z])(?:{pattern})(?![A-Za-z0-9])"), word)
    for pattern, word in (
        (rf"Mt(?:pa|py|a)?|(?i:mtp[ay]|million{TONNES})", "百万吨"),
        (rf"kt(?:pa|py|a)?|(?i:ktp[ay]|thousand{TONNES})", "千吨"),
        (r"(?i:tp[ay]|tonnes|tons)", "吨"),
        (r"Mm3|(?i:million\s*m3)", "百万立方米"),
    )
)
#: In a field's name a letter or 方 alone may be part of another word: "output", "开采方式".
IN_NAME = re.compile(r"(百万|千|万|亿|)(吨|(?<![a-z])t(?![a-z])|立方米|立方|(?<=万)方|(?<![a-z])m3)")
#: What looks like a unit and is none that is known: words in brackets, and MT.
STRANGE = re.compile(r"[(\[]([^()\[\]]+)[)\]]|(?<![A-Za-z])(MT|mt)(?![A-Za-z])")


@dataclass(frozen=True)
class FieldUnit:
    """What the name or the alias of a field says of its unit: multiply by ``scale`` for ten thousands of ``unit``
    ('mass', 'volume', '' unsaid); ``word`` is the unit in Chinese; ``strange`` a word that may be a unit nobody knows.
    """

    scale: float = 1.0
    unit: str = UNSAID
    word: str = ""
    strange: str = ""


def plain_units(text: str) -> str:
    """A text in half width without blanks, in small letters, with Latin units as Chinese ones ("1.5百万吨")."""
    text = unicodedata.normalize("NFKC", text)
    for pattern, word in LATIN:
        text = pattern.sub(word, text)
    return "".join(text.lower().split())


def unit_of_field(name: str, alias: str = "") -> FieldUnit:
    """The unit that a field's name, else its alias, says."""
    for text in (name, alias):
        found = IN_NAME.search(plain_units(text))
        if found:
            return FieldUnit(SCALES[found.group(1)], UNITS[found.group(2)], found.group(0))
    for text in (name, alias):
        found = STRANGE.search(unicodedata.normalize("NFKC", text).replace("_", " "))
        if found:
            return FieldUnit(strange=next(filter(None, found.groups())).strip())
    return FieldUnit()


def said_unit(features, field: str, feedback) -> FieldUnit:
    """The unit of a field of a layer that was read; a conversion is said, and a word that is no known unit."""
    fields = features.qgs_fields
    place = fields.indexOf(field)
    unit = unit_of_field(field, fields.at(place).alias() if place >= 0 else "")
    if unit.unit and unit.scale != 1:
        said = {
            MASS: tr("{label}图层的字段“{field}”以“{word}”为单位，已乘以 {scale} 折算为万吨。"),
            VOLUME: tr("{label}图层的字段“{field}”以“{word}”为单位，已乘以 {scale} 折算为万立方米。"),
        }[unit.unit]
        feedback.pushInfo(
            said.format(label=features.label, field=field, word=_unit_word(unit.word), scale=f"{unit.scale:g}")
        )
    if unit.strange:
        feedback.pushWarning(
            tr("{label}图层的字段“{field}”中的“{word}”不是认识的单位，数值按原数计；请核对单位。").format(
                label=features.label, field=field, word=unit.strange
            )
        )
    return unit


def _unit_word(word: str) -> str:
    return {
        "百万吨": tr("百万吨"),
        "千吨": tr("千吨"),
        "吨": tr("吨"),
        "t": tr("吨"),
        "百万立方米": tr("百万立方米"),
    }.get(word, word)
