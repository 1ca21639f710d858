"""Where the files go: the paper, the folder, room on the disk, files that are open elsewhere or would be replaced."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ...bridge.sentences import listed
from ...language import tr
from ..county_sheets.atlas import ATLASES, atlas_pages
from ..export import GEOPDF, PDF, PNG, SVG
from ..paper import paper_size
from ..production.jobs import planned
from .finding import ERROR, INFO, WARNING, Case, Finding

CHECK = "output"
MEGABYTE = 1024**2
#: Megabytes of an A3 page; of a PNG, bytes a pixel.
PAGE_MB = {PDF: 6.0, GEOPDF: 6.0, SVG: 14.0}
PNG_BYTES = 1.0
BYTES_IN_MEMORY, LARGE_PICTURE = 4, 1536 * MEGABYTE
USUAL_DPI = 300
SUFFIXES = (".pdf", ".png", ".svg", ".csv")


def output_findings(case: Case) -> Iterator[Finding]:
    """What keeps the files from being written, and what they would replace."""
    if case.order.fmt == PNG and case.order.dpi < USUAL_DPI:
        yield Finding(
            CHECK,
            INFO,
            "",
            tr("图片的分辨率是 {dpi} dpi，低于通常要求的 300 dpi。").format(dpi=case.order.dpi),
            tr("报送和印刷请用 300 dpi。"),
        )
    yield from _large_picture(case)
    yield from _atlas(case)
    folder = Path(case.order.folder)
    hindered = list(_folder(folder))
    yield from hindered
    if not hindered:
        yield from _room(case, folder)
        yield from _files(folder)


def pages_of(case: Case) -> int:
    """How many pages the order comes to."""
    sheets = tuple(state.kind.id for state in case.possible)
    return len(planned(replace(case.order, sheets=sheets), case.county).jobs)


def _large_picture(case: Case) -> Iterator[Finding]:
    """A page is drawn in the memory as a whole."""
    width, height = paper_size(case.order.paper)
    dpi = case.order.dpi_of(case.order.fmt)
    needed = width * height * (dpi / 25.4) ** 2 * BYTES_IN_MEMORY
    if case.order.fmt != PNG or needed <= LARGE_PICTURE:
        return
    yield Finding(
        CHECK,
        WARNING,
        "",
        tr("{paper} 幅面按 {dpi} dpi 出图片，每页要占约 {gigabytes} GB 内存，很慢，也可能画不成。").format(
            paper=case.order.paper, dpi=dpi, gigabytes=f"{needed / MEGABYTE / 1024:.1f}"
        ),
        tr("请把分辨率降到 {dpi} dpi 以下，或改用 PDF。").format(dpi=int(dpi * (LARGE_PICTURE / needed) ** 0.5)),
    )


def _atlas(case: Case) -> Iterator[Finding]:
    by = case.order.atlas
    if by not in ATLASES or not case.possible or atlas_pages(case.county, by):
        return
    yield Finding(
        CHECK,
        ERROR,
        "",
        tr("没有可以分幅的对象，做不成图集。"),
        tr("按乡镇、村分幅需要相应的图层，按设施类型、整治区分幅需要先算出结果；或者不分幅。"),
    )


def _folder(folder: Path) -> Iterator[Finding]:
    there = next((one for one in (folder, *folder.parents) if one.exists()), folder)
    if folder.exists() and not folder.is_dir():
        message = tr("“{folder}”是文件，不是文件夹。")
    elif not there.is_dir():
        message = tr("“{folder}”无法建立。")
    elif not _writable(there):
        message = tr("文件夹“{folder}”是只读的。")
    else:
        return
    yield Finding(CHECK, ERROR, "", message.format(folder=folder), tr("请另选一个可以写入的文件夹。"))


def _writable(folder: Path) -> bool:
    """By trying: permissions of network folders are not what they seem."""
    if not os.access(folder, os.W_OK):
        return False
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _room(case: Case, folder: Path) -> Iterator[Finding]:
    there = next(one for one in (folder, *folder.parents) if one.exists())
    free, needed = shutil.disk_usage(there).free, bytes_needed(case)
    if free >= 2 * needed:
        return
    yield Finding(
        CHECK,
        ERROR if free < needed else WARNING,
        "",
        tr("{pages} 页约需 {needed} MB，磁盘只剩 {free} MB。").format(
            pages=pages_of(case), needed=f"{needed / MEGABYTE:,.0f}", free=f"{free / MEGABYTE:,.0f}"
        ),
        tr("请腾出空间、另选磁盘，或降低分辨率。"),
    )


def bytes_needed(case: Case) -> float:
    """What the files take by experience; a PDF takes as much again while it is made."""
    width, height = paper_size(case.order.paper)
    picture = width * height * (case.order.dpi_of(PNG) / 25.4) ** 2 * PNG_BYTES
    sizes = {fmt: picture if fmt == PNG else PAGE_MB[fmt] * MEGABYTE for fmt in case.order.page_formats}
    return pages_of(case) * sum(size * (2 if fmt == PDF else 1) for fmt, size in sizes.items())


def _files(folder: Path) -> Iterator[Finding]:
    """Files of a kind that is going to be written, which are there already."""
    here = [one for one in sorted(folder.glob("*")) if one.is_file() and one.suffix.lower() in SUFFIXES]
    locked = [one.name for one in here if _locked(one)]
    if locked:
        yield Finding(
            CHECK,
            WARNING,
            "",
            tr("文件夹中有 {count} 个文件正被其他程序打开或为只读：{files}。").format(
                count=len(locked), files=listed(locked)
            ),
            tr("与之同名的图件会写不进去；请先关闭，或另选文件夹。"),
        )
    if here:
        yield Finding(
            CHECK,
            INFO,
            "",
            tr("文件夹中已有 {count} 个图件或表格，同名的会被替换。").format(count=len(here)),
            tr("要保留旧的，请另选文件夹。"),
        )


def _locked(file: Path) -> bool:
    try:
        with file.open("ab"):
            return False
    except OSError:
        return True
