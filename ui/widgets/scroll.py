"""Bring a widget of a long panel into sight."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QScrollArea, QWidget

MARGIN = 9  #: pixels about what is scrolled into sight


def scroll_to(widget: QWidget) -> None:
    """Scroll the area that a widget lies in until it is seen; of a tall one the top."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is None:
        return
    content = area.widget()
    # What has just appeared or grown gets its place now, not with the next event.
    parent = widget.parentWidget()
    while parent is not area.viewport():
        if parent.layout() is not None:
            parent.layout().activate()
        parent = parent.parentWidget()
    content.resize(content.width(), content.layout().totalHeightForWidth(content.width()))
    if widget.height() > area.viewport().height():
        top = widget.mapTo(content, widget.rect().topLeft()).y()
        area.verticalScrollBar().setValue(top - MARGIN)
    else:
        area.ensureWidgetVisible(widget, 0, MARGIN)
