"""Bring a widget of a long panel into sight."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QScrollArea, QWidget

MARGIN = 9  #: pixels about what is scrolled into sight


def scroll_to(widget: QWidget, keep: QWidget | None = None) -> None:
    """Scroll the area that a widget lies in until it is seen; of a tall one the top. ``keep``, which stands above it,
    stays in sight whatever the widget's height.
    """
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
    bar = area.verticalScrollBar()
    if widget.height() > area.viewport().height():
        bar.setValue(_top(widget, content))
    else:
        area.ensureWidgetVisible(widget, 0, MARGIN)
    if keep is not None:
        bar.setValue(min(bar.value(), _top(keep, content)))


def _top(widget: QWidget, content: QWidget) -> int:
    return widget.mapTo(content, widget.rect().topLeft()).y() - MARGIN
