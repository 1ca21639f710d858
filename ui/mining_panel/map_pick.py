"""Pick a feature of one layer with a click in the map, as QGIS's own identify tool does."""

from __future__ import annotations

from qgis.core import QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMapToolIdentifyFeature
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractButton


class MapPick(QObject):
    """``picked`` tells the id of the feature. The button stays down as long as the map listens."""

    picked = pyqtSignal(int)

    def __init__(self, canvas: QgsMapCanvas, button: QAbstractButton, parent: QObject):
        super().__init__(parent)
        self.canvas = canvas
        self.button = button
        self.layer: QgsVectorLayer | None = None
        self.tool = QgsMapToolIdentifyFeature(canvas)
        self.tool.setButton(button)
        self.tool.featureIdentified.connect(lambda feature: self.picked.emit(feature.id()))
        button.toggled.connect(self._toggle)
        self.look_in(None)

    def look_in(self, layer: QgsVectorLayer | None) -> None:
        """The layer whose features are picked; none takes the tool away."""
        self.layer = layer
        self.button.setEnabled(layer is not None)
        if layer is None:
            self.stop()
        else:
            self.tool.setLayer(layer)

    def layers_go(self, layer_ids) -> None:
        """Let go of a layer that is about to be removed."""
        if self.layer is not None and self.layer.id() in layer_ids:
            self.look_in(None)

    def stop(self) -> None:
        """Give the map back."""
        if self.canvas.mapTool() == self.tool:
            self.canvas.unsetMapTool(self.tool)
        self.button.setChecked(False)

    def _toggle(self, on: bool) -> None:
        if on and self.layer is not None:
            self.canvas.setMapTool(self.tool)
        elif not on and self.canvas.mapTool() == self.tool:
            self.canvas.unsetMapTool(self.tool)
