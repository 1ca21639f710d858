"""Run by QGIS at its start (``qgis --code``): the training county, what a planner starts from shown, the rest off."""

import shutil
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsFillSymbol,
    QgsMapLayer,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QColor
from qgis.utils import iface

# From the top of the map down; without a colour QGIS draws as it likes.
SHOWN = {
    "乡镇驻地": "#c8503c",
    "公共服务设施": "#2f6db3",
    "行政村": "#f4e3b5",
    "铁路": "#333333",
    "道路": "#e0962e",
    "河流": "#4fa3d9",
    "县界": None,
    "乡镇": None,
    "yunling_dem": None,
}
COUNTY = "县界"
# Borders that lie over the terrain: line width in millimetres.
BORDERS = {COUNTY: 0.8, "乡镇": 0.3}


def training_folder() -> Path:
    """A copy, in the QGIS profile, of the training data that the plugin ships: QGIS changes the journal of a
    GeoPackage that it opens. The plugin knows where it lies; QGIS does not tell a script.
    """
    import ronghe

    shipped = Path(ronghe.__file__).resolve().parent / "resources" / "training" / "data"
    copy = Path(QgsApplication.qgisSettingsDirPath()) / "ronghe-training"
    shutil.copytree(shipped, copy, dirs_exist_ok=True)
    return copy


def vector_layers(geopackage: Path) -> list[QgsMapLayer]:
    """Every table of a GeoPackage, under its own name."""
    sublayers = QgsProviderRegistry.instance().querySublayers(str(geopackage))
    return [QgsVectorLayer(sublayer.uri(), sublayer.name(), "ogr") for sublayer in sublayers]


def draw_border_only(layer: QgsMapLayer, width: float) -> None:
    """Let the terrain be seen through an area."""
    outline = {"style": "no", "outline_color": "#404040", "outline_width": str(width)}
    layer.renderer().setSymbol(QgsFillSymbol.createSimple(outline))


def show(layer: QgsMapLayer) -> None:
    """Bring a layer into the middle of the map."""
    iface.mapCanvas().setExtent(layer.extent().buffered(layer.extent().width() / 20))
    iface.mapCanvas().refresh()


def open_training() -> None:
    """Add every layer of the training county and show the county."""
    folder = training_folder()
    layers = [layer for file in sorted(folder.glob("*.gpkg")) for layer in vector_layers(file)]
    layers += [QgsRasterLayer(str(file), file.stem) for file in sorted(folder.glob("*.tif"))]
    if not layers:
        iface.messageBar().pushMessage(f"没有找到示范县数据 No training county in {folder}", duration=0)
        return
    project = QgsProject.instance()
    project.setCrs(layers[0].crs())
    top = project.layerTreeRoot()
    others = top.addGroup("其他图层")
    by_name = {layer.name(): layer for layer in layers}
    shown = [by_name.pop(name) for name in SHOWN if name in by_name]
    for place, layer in enumerate(shown):
        if layer.name() in BORDERS:
            draw_border_only(layer, BORDERS[layer.name()])
        if SHOWN[layer.name()]:
            layer.renderer().symbol().setColor(QColor(SHOWN[layer.name()]))
        if isinstance(layer, QgsRasterLayer):
            # Pale terrain, so that everything above it is read first.
            layer.renderer().setOpacity(0.5)
        project.addMapLayer(layer, False)
        top.insertLayer(place, layer).setExpanded(False)
    for layer in by_name.values():
        project.addMapLayer(layer, False)
        others.addLayer(layer).setExpanded(False)
    others.setItemVisibilityChecked(False)
    others.setExpanded(False)

    county = next((layer for layer in shown if layer.name() == COUNTY), layers[0])
    # Later than QGIS, which goes to the extent of all layers once it has taken in the first ones.
    QTimer.singleShot(0, lambda: show(county))


open_training()
