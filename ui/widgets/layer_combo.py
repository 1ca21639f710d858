"""A choice among the loaded layers that can have a role."""

from __future__ import annotations

from functools import reduce
from operator import or_

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsProject
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ...plugin.county.role_table import Role
from ...plugin.language import tr

FILTERS = {
    "point": QgsMapLayerProxyModel.Filter.PointLayer,
    "line": QgsMapLayerProxyModel.Filter.LineLayer,
    "polygon": QgsMapLayerProxyModel.Filter.PolygonLayer,
    "raster": QgsMapLayerProxyModel.Filter.RasterLayer,
}
# In characters; a dock is narrow and layer names are long.
SHORTEST = 8


def layer_combo(role: Role, project: QgsProject, parent: QWidget | None = None) -> QgsMapLayerComboBox:
    """A combo box of the layers whose geometry fits a role, with an empty choice on top."""
    combo = QgsMapLayerComboBox(parent)
    if hasattr(combo, "setProject"):  # QGIS before 3.24 knows the current project only
        combo.setProject(project)
    combo.setFilters(reduce(or_, (FILTERS[geometry] for geometry in role.geometry)))
    combo.setAllowEmptyLayer(True, tr("（无）"))
    combo.setMinimumContentsLength(SHORTEST)
    combo.setSizeAdjustPolicy(combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return combo


def show_layer(combo: QgsMapLayerComboBox, layer: QgsMapLayer | None) -> None:
    """Choose a layer, or the empty choice, which stands first."""
    if layer is None:
        combo.setCurrentIndex(0)
    else:
        combo.setLayer(layer)
