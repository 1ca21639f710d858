"""Work on the main thread, one piece at a time, so that the window stays alive and cancel is heard."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal


class Stepwise(QObject):
    """Runs an iterator, one item a turn of the event loop. ``stepped`` carries each item, ``ended`` what stopped it:
    None at its end, the exception otherwise.
    """

    stepped = pyqtSignal(object)
    ended = pyqtSignal(object)

    def __init__(self, parent: QObject):
        super().__init__(parent)
        self.work: Iterator | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self._step)

    @property
    def running(self) -> bool:
        return self.work is not None

    def start(self, work: Iterator) -> None:
        """Begin; what runs already is stopped first."""
        self.stop()
        self.work = work
        self.timer.start()

    def stop(self) -> None:
        """Let go of the work after the piece that is done. Closing it lets it tidy up; ``ended`` does not follow."""
        self.timer.stop()
        work, self.work = self.work, None
        if work is not None:
            work.close()

    def finish(self) -> None:
        """Take what is left at once, for work that has been told to come to its end; ``ended`` follows."""
        self.timer.stop()
        while self.work is not None:
            self._step()
        self.timer.stop()

    def _step(self) -> None:
        work = self.work
        try:
            item = next(work)
        except StopIteration:
            self._end(None)
        except Exception as fault:  # whatever it is, the planner is told
            self._end(fault)
        else:
            self.stepped.emit(item)
            if self.work is work:  # nobody stopped it meanwhile
                self.timer.start()

    def _end(self, fault: Exception | None) -> None:
        self.work = None
        self.ended.emit(fault)
