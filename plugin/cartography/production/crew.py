"""Several processes that draw the pages of one order, each taking the next page when it has finished one.

A process that says nothing for too long, or ends, is given up: the page that it was drawing goes to another one, and
when that one ends over it too the page is reported, for it would end QGIS as well.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import QgsApplication

from ...language import language, tr
from ..county_sheets.county import County
from ..faults import SheetFault
from .desk import DRAW, facts_told, order_told, page_from
from .interpreter import python_program
from .jobs import Order, Plan
from .project_copy import copy_project
from .studio import PageDone, Studio
from .worker import MARK

SECONDS_TO_START, SECONDS_A_PAGE = 120.0, 300.0
MOST_DEATHS = 2
TICK = 0.1  # seconds between two looks at whether the planner has cancelled
ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class PageLost:
    """A page that nobody could draw, and why."""

    at: int
    sentence: str


@dataclass
class _Worker:
    process: subprocess.Popen
    page: int | None = None
    ready: bool = False
    heard: float = field(default_factory=time.monotonic)

    @property
    def late(self) -> bool:
        allowed = SECONDS_A_PAGE if self.ready else SECONDS_TO_START
        return (self.page is not None or not self.ready) and time.monotonic() - self.heard > allowed


def drawn_by_crew(
    order: Order, county: County, plan: Plan, studio: Studio, count: int
) -> Iterator[PageDone | PageLost | None]:
    """Pages in the order in which they are finished, and None while there is nothing new.

    Pages that no process could take up, for want of an interpreter or of a copy of the project, do not come: the caller
    draws them. Closing the generator ends all processes.
    """
    program = python_program()
    if program is None:
        return
    copy = studio.folder / "project"
    copy.mkdir()
    try:
        asked = _asked(order, county, copy_project(county, copy), studio)
    except SheetFault:
        return
    yield None
    crew = _Crew(program, studio.folder, asked, plan, count)
    try:
        yield from studio.preparing(plan.jobs)  # while the processes start; none is asked for a page before that
        yield from crew.work()
    finally:
        crew.end()


def _asked(order: Order, county: County, project: Path, studio: Studio) -> dict:
    return {
        "path": [path for path in sys.path if path],
        "prefix": QgsApplication.prefixPath(),
        "package": __name__.split(".")[0],
        "root": str(ROOT),
        "locale": "zh_CN" if language() == "zh" else "en_US",
        "project": str(project),
        "facts": facts_told(county),
        "order": order_told(order),
        "work": str(studio.folder),
        "relief_folder": str(studio.folder),
    }


class _Crew:
    def __init__(self, program: Path, folder: Path, asked: dict, plan: Plan, count: int):
        self.program, self.folder, self.plan = program, folder, plan
        self.asked = folder / "order.json"
        self.asked.write_text(json.dumps(asked, ensure_ascii=False), encoding="utf-8")
        self.titles = [job.title for job in plan.jobs]
        self.waiting: deque[int] = deque(job.at for job in plan.jobs)
        self.deaths: dict[int, int] = {}
        self.answers: queue.Queue = queue.Queue()
        self.workers: list[_Worker] = []
        self.started = 0
        self.most = count + MOST_DEATHS
        for _ in range(count):
            self.start()

    def start(self) -> None:
        self.started += 1
        log = (self.folder / f"worker_{self.started}.log").open("wb")
        with log:
            process = subprocess.Popen(
                [str(self.program), str(Path(__file__).with_name("worker.py")), str(self.asked)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                env=_environment(),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        worker = _Worker(process)
        self.workers.append(worker)
        threading.Thread(target=_listen, args=(worker, self.answers), daemon=True).start()

    def work(self) -> Iterator[PageDone | PageLost | None]:
        while self.workers and (self.waiting or any(worker.page is not None for worker in self.workers)):
            try:
                worker, answer = self.answers.get(timeout=TICK)
            except queue.Empty:
                for worker in [one for one in self.workers if one.late]:
                    yield self.lost(worker)
                yield None
                continue
            if worker not in self.workers:
                continue
            worker.heard = time.monotonic()
            if answer is None:
                yield self.lost(worker)
            elif "ready" in answer:
                yield self.ready(worker, answer["ready"])
            else:
                yield self.answered(worker, answer)
        for at in self.waiting:
            if self.deaths.get(at):  # nobody is left to try it again, and here it would end QGIS
                yield PageLost(at, _ended())

    def ready(self, worker: _Worker, titles: list[str]) -> None:
        """A process that sees other pages than this one works on another project: it is not used."""
        worker.ready = True
        if titles == self.titles:
            self.next_page(worker)
        else:
            self.dismiss(worker)

    def answered(self, worker: _Worker, answer: dict) -> PageDone | None:
        """A page; one that failed is left to the caller, who learns what is wrong with it."""
        worker.page = None
        self.next_page(worker)
        return page_from(answer) if "at" in answer else None

    def next_page(self, worker: _Worker) -> None:
        if not self.waiting:
            self.dismiss(worker)
            return
        worker.page = self.waiting.popleft()
        with suppress(OSError):  # it has just ended, which the thread that listens to it is about to tell
            worker.process.stdin.write(f"{DRAW} {worker.page}\n".encode())
            worker.process.stdin.flush()

    def lost(self, worker: _Worker) -> PageLost | None:
        """Give a process up; its page goes to another one, or is reported when it has ended two."""
        at = worker.page
        self.dismiss(worker)
        if at is None:
            return None
        self.deaths[at] = self.deaths.get(at, 0) + 1
        if self.deaths[at] >= MOST_DEATHS:
            return PageLost(at, _ended())
        self.waiting.appendleft(at)
        if self.started < self.most:
            self.start()
        return None

    def dismiss(self, worker: _Worker) -> None:
        self.workers.remove(worker)
        _stop(worker.process)

    def end(self) -> None:
        for worker in tuple(self.workers):
            self.dismiss(worker)


def _ended() -> str:
    return tr("绘图进程在这一页意外退出或停住，这一页没有画。")


def _environment() -> dict[str, str]:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    if sys.platform.startswith("linux"):
        environment["QT_QPA_PLATFORM"] = "offscreen"  # elsewhere it would not find the system's typefaces
    return environment


def _listen(worker: _Worker, answers: queue.Queue) -> None:
    """Pass on what a process answers, and at last that it has ended."""
    with worker.process.stdout as lines:
        for raw in lines:
            line = raw.decode("utf-8", "replace")
            if line.startswith(MARK):
                try:
                    answers.put((worker, json.loads(line[len(MARK) :])))
                except ValueError:
                    break
    answers.put((worker, None))


def _stop(process: subprocess.Popen) -> None:
    with suppress(OSError):
        process.stdin.close()
    process.kill()
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=10)
