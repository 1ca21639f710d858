"""An order from its first page to its last file, one page a step, so that whoever drives it stays in charge."""

from __future__ import annotations

import os
import shutil
import tempfile
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from qgis.core import Qgis, QgsMessageLog

from ...analysis.faults import Fault
from ...bridge.sentences import listed, sentence
from ...language import tr
from ..county_sheets.county import County
from ..faults import SheetFault
from .bindery import Bindery
from .crew import drawn_by_crew
from .jobs import Order, PageJob, Plan, planned
from .studio import PageDone, Studio

WORK_FOLDER = ".ronghe-unfinished-"
PAGES_FOR_A_CREW, LARGEST_CREW = 20, 4


@dataclass(frozen=True)
class Produced:
    """What an order came to: its files (the list of files is the last one), the pages in them, the pages and sheets
    that are missing with the reason, what is to be said besides, and whether the planner stopped it."""

    files: tuple[Path, ...]
    pages: int
    failed: tuple[tuple[str, str], ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    cancelled: bool = False


@dataclass(frozen=True)
class Step:
    """How far it is: pages done, pages in all, a sentence about what comes next, and the file that was just completed;
    the last step has the ``result``."""

    done: int
    total: int
    sentence: str
    file: str = ""
    result: Produced | None = None


def produce(order: Order, county: County, cancelled: Callable[[], bool] = lambda: False) -> Iterator[Step]:
    """Make the files of an order, in the main thread: each step draws one page, or waits a moment for other processes.

    Closing the generator, or ``cancelled()`` turning true, stops before the next page. Pages that are finished stay,
    in a file whose name says that it is not complete where others belong into it; no part of a file is left. A page
    that fails is reported in the result and the others are made. Raises :class:`SheetFault` when nothing can be made:
    no such folder, a folder that is read-only, a file that another program holds, no sheet that the project has all
    layers for; BadStandard.
    """
    plan = planned(order, county)
    if not plan.jobs:
        reasons = [f"{kind.title}：{reason}" for kind, reason in plan.left_out]
        raise SheetFault("no_sheet", what=listed(reasons))
    work = _work_folder(order.folder)
    try:
        studio = Studio(county, order, work, len(plan.jobs))
        bindery = Bindery(order, plan, studio)
        bindery.check_places()
        stopped = True
        try:
            yield from _pages(order, county, plan, studio, bindery, cancelled)
            stopped = len(bindery.done) + len(bindery.failed) < len(plan.jobs)
            if order.booklet and not stopped:
                yield Step(len(plan.jobs), len(plan.jobs), tr("正在装订图集"))
        finally:
            try:
                bindery.close(stopped)
            finally:
                studio.close()
        yield _last(plan, bindery, stopped)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _pages(order, county, plan: Plan, studio: Studio, bindery: Bindery, cancelled) -> Iterator[Step]:
    total = len(plan.jobs)
    left = {job.at: job for job in plan.jobs}
    file = ""
    crew = _crew_size(order, total)
    if crew > 1:
        yield Step(0, total, tr("正在准备 {count} 个绘图进程").format(count=crew))
        for event in drawn_by_crew(order, county, plan, studio, crew):
            if cancelled():
                return
            file = ""
            if event is not None:
                job = left.pop(event.at)
                file = _taken(bindery, job, event)
            yield Step(total - len(left), total, _so_far(total - len(left), total), file)
    for job in tuple(left.values()):
        if cancelled():
            return
        yield Step(total - len(left), total, _drawing(job, total - len(left) + 1, total), file)
        if cancelled():
            return
        file = _taken(bindery, job, _drawn(studio, job))
        del left[job.at]


def _drawn(studio: Studio, job: PageJob) -> PageDone | str:
    """The page, or the sentence that says why there is none."""
    try:
        return studio.draw(job)
    except SheetFault as fault:
        return fault.sentence()
    except Fault as fault:
        return sentence(fault)
    except Exception as error:  # a page of a hundred must not take the other ninety-nine with it
        QgsMessageLog.logMessage(traceback.format_exc(), "Ronghe", Qgis.MessageLevel.Warning)
        return tr("程序出错（{error}），详情见日志面板。").format(error=f"{type(error).__name__}: {error}")


def _taken(bindery: Bindery, job: PageJob, page) -> str:
    """Hand a page over; the file that is complete with it."""
    try:
        file = bindery.add(page) if isinstance(page, PageDone) else bindery.fail(job, getattr(page, "sentence", page))
    except SheetFault:
        return ""  # the bindery has noted why
    return str(file or "")


def _last(plan: Plan, bindery: Bindery, stopped: bool) -> Step:
    total, made = len(plan.jobs), len(bindery.done)
    result = Produced(
        files=tuple(bindery.files),
        pages=made,
        failed=tuple((plan.jobs[at].title, said) for at, said in sorted(bindery.failed.items())),
        left_out=tuple((kind.title, reason) for kind, reason in plan.left_out),
        notes=tuple(dict.fromkeys(note for page in bindery.done.values() for note in page.notes)),
        cancelled=stopped,
    )
    if stopped:
        said = tr("已取消，完成的 {made} 页已保存").format(made=made)
    elif bindery.failed:
        said = tr("完成 {made} 页，{failed} 页没有画成").format(made=made, failed=len(bindery.failed))
    else:
        said = tr("全部 {total} 页已完成").format(total=total)
    file = str(result.files[-2]) if len(result.files) > 1 else ""  # the last one is the list of files
    return Step(total if not stopped else made, total, said, file, result)


def _drawing(job: PageJob, at: int, total: int) -> str:
    return tr("正在绘制第 {at} 页，共 {total} 页：{title}").format(at=at, total=total, title=job.title)


def _so_far(done: int, total: int) -> str:
    return tr("多个进程正在绘图，已完成 {done} 页，共 {total} 页").format(done=done, total=total)


def _crew_size(order: Order, pages: int) -> int:
    """How many processes draw: as ordered, or from twenty pages on one a processor, four at most."""
    if order.workers:
        return min(order.workers, pages)
    return min(LARGEST_CREW, os.cpu_count() or 1) if pages >= PAGES_FOR_A_CREW else 1


def _work_folder(folder: Path) -> Path:
    """A folder for unfinished pages on the same disk, so that finished files are moved and not copied."""
    if not folder.is_dir():
        raise SheetFault("no_folder", folder=str(folder))
    try:
        return Path(tempfile.mkdtemp(prefix=WORK_FOLDER, dir=folder))
    except OSError as error:
        raise SheetFault("folder_not_writable", folder=str(folder)) from error
