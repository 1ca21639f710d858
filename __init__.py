"""融合规划 Ronghe, a QGIS plugin for county planners."""


def classFactory(iface):
    """Called by QGIS with its interface; returns the plugin."""
    from .plugin.ronghe import RonghePlugin

    return RonghePlugin(iface)
