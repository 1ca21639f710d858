"""Room in the project for a sheet of a name that is taken: the planner's work on the older one is never lost."""

from __future__ import annotations

from qgis.core import QgsLayoutManager, QgsPrintLayout

from ..language import tr

#: A property of layouts that this session has laid out; QGIS does not save it.
FRESH = "ronghe_fresh"


def make_room(manager: QgsLayoutManager, name: str) -> None:
    """Take the layout of that name out of the project when nobody has touched it since it was laid out; otherwise, and
    when it comes from a saved project, it gets another name."""
    older = manager.layoutByName(name)
    if older is None:
        return
    if older.property(FRESH) and older.undoStack().stack().isClean():
        manager.removeLayout(older)
        return
    number = 1
    while manager.layoutByName(_aside(name, number)):
        number += 1
    older.setName(_aside(name, number))


def mark_fresh(layout: QgsPrintLayout) -> None:
    """What is changed from now on is the planner's work."""
    layout.undoStack().stack().setClean()
    layout.setProperty(FRESH, True)


def _aside(name: str, number: int) -> str:
    return tr("{name}（原有 {number}）").format(name=name, number=number)
