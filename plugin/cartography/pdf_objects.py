"""The objects of a PDF as Qt writes it, so that pages can be put together without being drawn or packed again.

Qt writes plain PDF 1.4: objects one after another, found by tables of their offsets, no object streams, no encryption
(ISO 32000-1, 7.5). A stream follows its dictionary, and only the dictionary names other objects; so an object moves
into another file by giving the numbers in its dictionary new values, while its stream is copied as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

REFERENCE = re.compile(rb"(?<![\d.])(\d+) 0 R\b")
PICTURE = re.compile(rb"/Subtype\s*/Image\b")
STREAM = re.compile(rb"stream\r?\n")
HEAD = re.compile(rb"\s*(\d+) 0 obj\b")
ROW = re.compile(rb"(\d{10}) (\d{5}) ([nf])")
SECTION = re.compile(rb"(\d+) (\d+)[ \r\n]+")


class UnknownPdf(ValueError):  # noqa: N818 - a fault of the file, not of the program
    """A PDF that is not built as Qt builds it."""


@dataclass(frozen=True)
class PdfObjects:
    """A file's objects by number, each from behind ``obj`` to ``endobj``; the number of the only ``page``, its size in
    points, and of what belongs to the file and not to the page (catalogue, list of pages, information)."""

    objects: dict[int, bytes]
    page: int
    pages: int
    width: float
    height: float
    own: frozenset[int]

    def pictures(self) -> list[int]:
        """The numbers of the pictures, masks among them."""
        return [number for number, body in self.objects.items() if PICTURE.search(_words(body))]

    def fingerprint(self, number: int) -> bytes:
        """The same for objects, of any file, that hold the same and refer to the same."""
        body = self.objects[number]
        words = _words(body)
        return sha256(
            REFERENCE.sub(lambda found: self.fingerprint(int(found.group(1))).hex().encode(), words)
            + body[len(words) :]
        ).digest()


def read_page(path: Path) -> PdfObjects:
    """The objects of a PDF of one page. Raises :class:`UnknownPdf`, and OSError when the file cannot be read."""
    data = path.read_bytes()
    offsets, tables, trailer = _table(data)
    objects = _objects(data, offsets, tables)
    root = _number(trailer, b"Root")
    pages = _number(objects[root], b"Pages")
    kids = re.search(rb"/Kids\s*\[\s*(\d+) 0 R\s*\]", objects[pages])
    if not kids:
        raise UnknownPdf(f"{path.name} has not one page")
    page = int(kids.group(1))
    size = re.search(rb"/MediaBox\s*\[\s*0(?:\.0+)?\s+0(?:\.0+)?\s+([\d.]+)\s+([\d.]+)\s*\]", objects[page])
    if not size:
        raise UnknownPdf(f"{path.name} does not say how large its page is")
    info = re.search(rb"/Info (\d+) 0 R", trailer)
    own = {root, pages} | ({int(info.group(1))} if info else set())
    return PdfObjects(objects, page, pages, float(size.group(1)), float(size.group(2)), frozenset(own))


def renumbered(body: bytes, number: Callable[[int], int]) -> bytes:
    """An object whose references have the numbers that ``number`` gives for the old ones."""
    words = _words(body)
    return REFERENCE.sub(lambda found: b"%d 0 R" % number(int(found.group(1))), words) + body[len(words) :]


def _words(body: bytes) -> bytes:
    """An object without its stream."""
    stream = STREAM.search(body)
    return body[: stream.start()] if stream else body


def _table(data: bytes) -> tuple[dict[int, int], list[int], bytes]:
    """Offsets by number, those of later changes ahead of the first ones, the offsets of the tables that say so, and the
    last trailer."""
    start = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", data[-64:])
    if not start:
        raise UnknownPdf("the file has no end")
    offsets: dict[int, int] = {}
    tables: list[int] = []
    last, at = b"", int(start.group(1))
    while True:
        tables.append(at)
        end = data.find(b"startxref", at)
        trailer = data.find(b"trailer", at, end)
        if data[at : at + 4] != b"xref" or trailer < 0:
            raise UnknownPdf("the file has no plain table of its objects")
        for number, offset in _rows(data[at + 4 : trailer]).items():
            offsets.setdefault(number, offset)
        words = data[trailer:end]
        last = last or words
        before = re.search(rb"/Prev (\d+)", words)
        if not before:
            return offsets, tables, last
        at = int(before.group(1))


def _rows(table: bytes) -> dict[int, int]:
    offsets, at = {}, 0
    table = table.lstrip()
    while at < len(table):
        section = SECTION.match(table, at)
        if not section:
            raise UnknownPdf("the table of objects cannot be read")
        first, count = int(section.group(1)), int(section.group(2))
        at = section.end()
        for row in range(count):
            found = ROW.match(table, at)
            if not found:
                raise UnknownPdf("the table of objects cannot be read")
            if found.group(3) == b"n":
                offsets[first + row] = int(found.group(1))
            at = found.end()
            while at < len(table) and table[at : at + 1].isspace():
                at += 1
    return offsets


def _objects(data: bytes, offsets: dict[int, int], tables: list[int]) -> dict[int, bytes]:
    """The bodies; an object ends where the next object or a table begins."""
    edges = sorted([*offsets.values(), *tables])
    following = dict(zip(edges, [*edges[1:], len(data)]))
    objects = {}
    for number, offset in offsets.items():
        raw = data[offset : following[offset]]
        head = HEAD.match(raw)
        if not head or int(head.group(1)) != number:
            raise UnknownPdf(f"object {number} is not where the table says")
        end = raw.rfind(b"endobj")
        if end < 0:
            raise UnknownPdf(f"object {number} has no end")
        objects[number] = raw[head.end() : end].strip(b"\r\n ")
    return objects


def _number(words: bytes, name: bytes) -> int:
    found = re.search(rb"/" + name + rb" (\d+) 0 R", words)
    if not found:
        raise UnknownPdf(f"the file does not say where its {name.decode()} is")
    return int(found.group(1))
