"""Text read in another encoding than it was written in, told from the letters it became."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from qgis.core import QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant

SAMPLE = 200  #: features read from a layer: letters are wrong in all of them or in none
FROM_FILES = ("ogr", "delimitedtext", "memory")  #: databases and services tell the encoding themselves
LOST = "\ufffd"  #: a letter that could not be read at all
LOST_TWICE = "锟斤拷"  #: such letters, read once more as GBK
CHINESE = re.compile(r"[\u3007\u4e00-\u9fff]")
#: Two Chinese letters or more of GBK, shown byte by byte; no word of a European language has four such letters abreast.
BYTES_OF_GBK = re.compile(r"(?:[\xb0-\xf7][\xa1-\xfe]){2,}")
GBK, UTF8 = "GBK", "UTF-8"


@dataclass(frozen=True)
class BrokenText:
    """A field whose name or values were read in the wrong encoding: a ``sample`` of them, and the ``encoding`` that
    they were most likely written in."""

    field: str
    sample: str
    encoding: str


def broken_text(layer: QgsVectorLayer) -> BrokenText | None:
    """The first field of a layer whose name or first values show a wrong encoding, ``None`` when no field does."""
    if layer.providerType() not in FROM_FILES:
        return None
    for field in layer.fields():
        encoding = encoding_meant([field.name()])
        if encoding:
            return BrokenText(field.name(), field.name(), encoding)
    for field, values in _texts(layer).items():
        encoding = encoding_meant(values)
        if encoding:
            return BrokenText(field, next(one for one in sorted(values) if _encoding_of(one)), encoding)
    return None


def encoding_meant(texts: Iterable[str]) -> str:
    """The encoding that texts were written in when most of those that are not plain ASCII are garbled, else ''.

    One garbled text among many is no wrong encoding: somebody has pasted it.
    """
    told = [_encoding_of(text) for text in texts if not text.isascii()]
    wrong = [encoding for encoding in told if encoding]
    return max(sorted(set(wrong)), key=wrong.count) if 2 * len(wrong) > len(told) else ""


def _encoding_of(text: str) -> str:
    """The encoding in which one text was written, '' when it reads well."""
    if text.isascii():
        return ""
    if _is_utf8(text, "gb18030") or (not CHINESE.search(text) and _is_utf8(text, "cp1252")):
        return UTF8
    if BYTES_OF_GBK.search(text) and all(ord(letter) < 0x100 for letter in text):
        return GBK
    # A last letter that a short field has cut in half is no wrong encoding.
    kept = text.rstrip(LOST)
    cut = kept != text and CHINESE.search(kept)
    return GBK if LOST_TWICE in text or (LOST in text and (not cut or LOST in kept)) else ""


def _is_utf8(text: str, read_as: str) -> bool:
    """Whether the bytes of a text, taken back to what it was read as, are Chinese in UTF-8 but for lost letters and a
    last one cut in half."""
    content = b"".join(_bytes(letter, read_as) for letter in text.replace(LOST, ""))
    meant = content.decode("utf-8", "ignore")
    whole = len(meant.encode("utf-8")) >= len(content) - 2 * (1 + text.count(LOST))
    strange = [letter for letter in meant if ord(letter) > 0x7F]
    return bool(strange) and whole and all(CHINESE.match(letter) or ord(letter) > 0x2000 for letter in strange)


def _bytes(letter: str, encoding: str) -> bytes:
    """The bytes that became a letter; Qt and GDAL keep those that the Windows encoding leaves out as they are."""
    try:
        return letter.encode(encoding)
    except UnicodeEncodeError:
        return bytes([ord(letter)]) if ord(letter) < 0x100 else b"\xff"


def _texts(layer: QgsVectorLayer) -> dict[str, set[str]]:
    """Field → the different texts of the first features, of the fields that hold text."""
    fields = [(place, one.name()) for place, one in enumerate(layer.fields()) if one.type() == QVariant.String]
    found: dict[str, set[str]] = {name: set() for _, name in fields}
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setLimit(SAMPLE)
    request.setSubsetOfAttributes([place for place, _ in fields])
    for feature in layer.getFeatures(request):
        values = feature.attributes()
        for place, name in fields:
            if isinstance(values[place], str):
                found[name].add(values[place])
    return found
