"""The plugin as QGIS sees it: it wires the provider and the panels, and computes nothing."""

from __future__ import annotations

from qgis.core import Qgis, QgsApplication

from .dependencies import missing_dependencies
from .language import install_translator, remove_translator, tr


class RonghePlugin:
    """Adds the Processing provider, the panels and their toolbar; takes all of it away again."""

    def __init__(self, iface):
        self.iface = iface
        self.provider = None
        self.panels = None
        install_translator()

    def initProcessing(self):
        """Called alone by qgis_process; the desktop comes here through initGui."""
        if missing_dependencies():
            return
        from .algorithms.provider import RongheProvider

        self.provider = RongheProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self):
        missing = missing_dependencies()
        if missing:
            self.iface.messageBar().pushMessage(
                tr("融合规划"), " ".join(missing), level=Qgis.MessageLevel.Warning, duration=0
            )
            return
        self.initProcessing()
        from ..ui.panels import Panels

        self.panels = Panels(self.iface)
        self.panels.add()

    def unload(self):
        if self.panels is not None:
            self.panels.remove()
            self.panels = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        remove_translator()
