"""Many pages in one PDF: bookmarks, the ground that their maps show, and what the file says of itself.

Pages that QGIS has written one by one are put together as they are; nothing is drawn, packed or embedded a second time,
and a picture that many pages show, such as the terrain, is held once.
That takes a fiftieth of the time that GDAL's PDF composition takes, and needs no GDAL that can read PDF.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from .faults import SheetFault
from .ground import Ground
from .pdf_objects import PdfObjects, UnknownPdf, read_page, renumbered
from .whole_file import whole_file

POINTS_PER_MM = 72 / 25.4
CREATOR = "Ronghe"


@dataclass(frozen=True)
class PdfPage:
    """A page: the file of that one page, its bookmark ('': none) and how deep it lies under the bookmarks before it,
    and the ground of its map, for a GeoPDF."""

    file: Path
    title: str = ""
    depth: int = 0
    ground: Ground | None = None


def compose_pdf(pages: Sequence[PdfPage], out: Path, title: str, author: str = "") -> Path:
    """One PDF of all pages at ``out``. Written under another name and moved into place; the pages' files stay.

    Raises :class:`SheetFault` for no pages, a file that is not a page of QGIS, and where ``out`` cannot be written.
    """
    out = Path(out)
    with whole_file(out) as part:
        write_pdf(pages, part, out, title, author)
    return out


def write_pdf(pages: Sequence[PdfPage], file: Path, path: Path, title: str, author: str = "") -> None:
    """The same straight into ``file``; faults name ``path``, which it is meant for."""
    try:
        with file.open("wb") as written:
            _Writer(written).write(pages, title, author)
    except UnknownPdf as error:
        raise SheetFault("page_broken", path=str(path), reason=str(error)) from error
    except OSError as error:
        raise SheetFault("not_written", path=str(path), reason=error.strerror or str(error)) from error


class _Writer:
    """Objects written one after another, their offsets kept for the table at the end."""

    def __init__(self, file: BinaryIO):
        self.file = file
        self.offsets: dict[int, int] = {}
        self.count = 0
        self.pictures: dict[bytes, int] = {}

    def write(self, pages: Sequence[PdfPage], title: str, author: str) -> None:
        if not pages:
            raise UnknownPdf("no page")
        self.file.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        catalogue, root, info = self.reserve(), self.reserve(), self.reserve()
        numbers = [self.page(page, root) for page in pages]
        kids = b" ".join(b"%d 0 R" % number for number in numbers)
        self.put(root, b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(numbers), kids))
        outlines = self.outlines(pages, numbers)
        words = b"/Outlines %d 0 R /PageMode /UseOutlines " % outlines if outlines else b""
        viewer = b"/Lang (zh-CN) /ViewerPreferences << /DisplayDocTitle true >>"
        self.put(catalogue, b"<< /Type /Catalog /Pages %d 0 R %s%s >>" % (root, words, viewer))
        self.put(info, _info(title, author))
        self.table(catalogue, info)

    def reserve(self) -> int:
        self.count += 1
        return self.count

    def put(self, number: int, body: bytes) -> None:
        self.offsets[number] = self.file.tell()
        self.file.write(b"%d 0 obj\n" % number)
        self.file.write(body)
        self.file.write(b"\nendobj\n")

    def page(self, page: PdfPage, root: int) -> int:
        """Copy all that a page needs and no page before has; the number of the page."""
        source = read_page(page.file)
        pictures = {old: source.fingerprint(old) for old in source.pictures()}
        there = {old: self.pictures[mark] for old, mark in pictures.items() if mark in self.pictures}
        new = [old for old in sorted(source.objects) if old not in source.own and old not in there]
        numbers = {**there, **{old: self.reserve() for old in new}, source.pages: root}
        self.pictures.update({mark: numbers[old] for old, mark in pictures.items()})
        for old in new:
            body = source.objects[old]
            if old == source.page and page.ground:
                body = _on_ground(body, source, page)
            self.put(numbers[old], renumbered(body, lambda number: numbers.get(number, root)))
        return numbers[source.page]

    def outlines(self, pages: Sequence[PdfPage], numbers: list[int]) -> int:
        """The bookmarks as a tree; 0 where no page has one."""
        marked = [(page, number) for page, number in zip(pages, numbers) if page.title]
        if not marked:
            return 0
        top = self.reserve()
        own = [self.reserve() for _ in marked]
        parents, children = _tree([page.depth for page, _ in marked])
        for i, (page, number) in enumerate(marked):
            beside = children[parents[i]]
            at = beside.index(i)
            words = [b"/Title %s" % _text(page.title), b"/Dest [%d 0 R /Fit]" % number]
            words.append(b"/Parent %d 0 R" % (top if parents[i] < 0 else own[parents[i]]))
            if at > 0:
                words.append(b"/Prev %d 0 R" % own[beside[at - 1]])
            if at + 1 < len(beside):
                words.append(b"/Next %d 0 R" % own[beside[at + 1]])
            below = children.get(i)
            if below:  # a negative count: closed until somebody opens it
                words.append(b"/First %d 0 R /Last %d 0 R /Count -%d" % (own[below[0]], own[below[-1]], len(below)))
            self.put(own[i], b"<< %s >>" % b" ".join(words))
        first = children[-1]
        self.put(
            top,
            b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>"
            % (own[first[0]], own[first[-1]], len(first)),
        )
        return top

    def table(self, catalogue: int, info: int) -> None:
        at = self.file.tell()
        self.file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (self.count + 1))
        for number in range(1, self.count + 1):
            self.file.write(b"%010d 00000 n \n" % self.offsets[number])
        self.file.write(b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\n" % (self.count + 1, catalogue, info))
        self.file.write(b"startxref\n%d\n%%%%EOF\n" % at)


def _tree(depths: list[int]) -> tuple[list[int], dict[int, list[int]]]:
    """For each bookmark the one it lies under (-1: none), and for each the bookmarks right under it, in order."""
    parents: list[int] = []
    children: dict[int, list[int]] = {-1: []}
    above: list[int] = []
    for i, depth in enumerate(depths):
        del above[max(0, depth) :]
        parents.append(above[-1] if above else -1)
        children.setdefault(parents[i], []).append(i)
        above.append(i)
    return parents, children


def _on_ground(body: bytes, source: PdfObjects, page: PdfPage) -> bytes:
    """The page with a viewport that says where on earth its map lies (ISO 32000-2, 12.10)."""
    ground, box = page.ground, page.ground.box
    left, right = box.x * POINTS_PER_MM, box.right * POINTS_PER_MM
    low, high = source.height - box.bottom * POINTS_PER_MM, source.height - box.y * POINTS_PER_MM
    places = " ".join(f"{latitude:.9f} {longitude:.9f}" for latitude, longitude in ground.corners)
    epsg = f"/EPSG {ground.epsg} " if ground.epsg else ""
    wkt = ground.wkt.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    square = "0 0 0 1 1 1 1 0"
    viewport = (
        f"/VP [<< /Type /Viewport /BBox [{left:.4f} {low:.4f} {right:.4f} {high:.4f}] /Measure << /Type /Measure "
        f"/Subtype /GEO /Bounds [{square}] /GPTS [{places}] /LPTS [{square}] "
        f"/GCS << /Type /PROJCS {epsg}/WKT ({wkt}) >> >> >>]"
    )
    at = body.index(b"<<") + 2
    return body[:at] + b"\n" + viewport.encode("latin-1", "replace") + body[at:]


def _info(title: str, author: str) -> bytes:
    now = datetime.now().astimezone()
    zone = now.strftime("%z")
    made = now.strftime("D:%Y%m%d%H%M%S") + (f"{zone[:3]}'{zone[3:]}'" if zone else "Z")
    words = [b"/Title %s" % _text(title), b"/Creator %s" % _text(CREATOR), b"/CreationDate (%s)" % made.encode()]
    if author:
        words.append(b"/Author %s" % _text(author))
    return b"<< %s >>" % b" ".join(words)


def _text(words: str) -> bytes:
    """A text string in any writing (ISO 32000-1, 7.9.2.2)."""
    return b"<FEFF%s>" % words.encode("utf-16-be", "replace").hex().upper().encode()
