"""The county is outlined and named once: neighbours that are the county itself are left out, towns stand in as one."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsLayoutExporter

from ronghe.plugin.cartography.county_layers import county_layers
from ronghe.plugin.cartography.neighbours import in_county
from ronghe.plugin.cartography.sheet import build_sheet
from ronghe.plugin.county.roles import RoleAssignment, RoleSet

WEB_MAP_OFFSET_M = (520.0, 180.0)


def outline(layers) -> QgsGeometry:
    return QgsGeometry.unaryUnion([one.geometry() for one in layers.boundary.layer.getFeatures()])


def with_itself(layers, offset=(0.0, 0.0)) -> int:
    """Puts the county into its layer of neighbours, as it is or moved; the id that it has there."""
    shape = outline(layers)
    shape.translate(*offset)
    layer = layers.neighbours.layer
    feature = QgsFeature(layer.fields())
    feature.setGeometry(shape)
    feature.setAttributes(["交河县"])
    layer.dataProvider().addFeatures([feature])
    return max(layer.allFeatureIds())


def clone(layout, place: str, kind: str):
    """The layer drawn as one kind on a map of a sheet."""
    (found,) = [
        layer
        for layer in layout.itemById(place).layers()
        if str(layer.customProperty("ronghe/drawn_as")).split("|")[0].startswith(kind)
    ]
    return found


def ink(layers: list, crs, extent) -> np.ndarray:
    """Which pixels some layers paint over an extent."""
    from qgis.core import QgsMapRendererSequentialJob, QgsMapSettings
    from qgis.PyQt.QtCore import QSize
    from qgis.PyQt.QtGui import QColor, QImage

    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(crs)
    settings.setExtent(extent)
    settings.setOutputSize(QSize(600, 600))
    settings.setBackgroundColor(QColor("white"))
    settings.setFlag(QgsMapSettings.Flag.DrawLabeling, True)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage().convertToFormat(QImage.Format.Format_Grayscale8)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    return np.frombuffer(bits, np.uint8).reshape(image.height(), image.bytesPerLine())[:, : image.width()] < 250


@pytest.mark.parametrize("offset", [(0.0, 0.0), WEB_MAP_OFFSET_M], ids=["as it is", "in GCJ-02"])
def test_a_county_among_its_neighbours_is_none_of_them(made_up, offset):
    project, layers = made_up.county()
    crs, extent = project.crs(), outline(layers).buffer(20_000, 5).boundingBox()
    before = in_county(layers.boundary, layers.neighbours, crs)
    layout = build_sheet(project, made_up.chinese_spec(), layers.sheet())
    places = (("main_map", "neighbours"), ("locator", "locator around"))
    alone = [ink([clone(layout, *place)], crs, extent) for place in places]
    itself = with_itself(layers, offset)
    assert before == () and in_county(layers.boundary, layers.neighbours, crs) == (itself,)
    layout = build_sheet(project, made_up.chinese_spec(), layers.sheet())
    for place, drawn in zip(places, alone):
        now = ink([clone(layout, *place)], crs, extent)
        assert drawn.any() and np.count_nonzero(now != drawn) == 0, place
    project.clear()


def test_towns_that_stand_in_for_their_county_are_outlined_as_one(made_up):
    project, layers = made_up.county()
    towns = RoleAssignment(layers.towns.layer.id(), {"name": "名称"})
    base = county_layers(project, RoleSet({"towns": towns}), layers.bands.layer, ())
    assert base.boundary.layer == layers.towns.layer
    sheet = layers.sheet(boundary=base.boundary, towns=None, seats=None)
    layout = build_sheet(project, made_up.chinese_spec(), sheet)
    legend = layout.itemById("legend")
    QgsLayoutExporter(layout).renderPageToImage(0, dpi=20)
    county = clone(layout, "main_map", "county")
    inside = outline(layers).buffer(-3_000, 5)
    drawn = ink([county], project.crs(), inside.boundingBox())
    lines = ink([layers.towns.layer], project.crs(), inside.boundingBox())
    assert lines.any() and not _within(drawn, inside).any()
    assert _within(ink([county], project.crs(), outline(layers).boundingBox()), outline(layers).buffer(500, 5)).any()
    # In the legend it is a stretch of line with its name, as a county of one polygon is.
    nodes = [node for group in legend.model().rootGroup().children() for node in group.children()]
    (node,) = [node for node in nodes if node.layer() == county]
    assert node.customProperty("legend/title-style") != "hidden"
    assert not clone(layout, "locator", "locator county").labeling().settings().drawLabels
    project.clear()


def test_towns_that_are_points_do_not_stand_in(made_up):
    project, layers = made_up.county()
    roles = RoleSet({"towns": RoleAssignment(layers.seats.layer.id(), {"name": "名称"})})
    assert county_layers(project, roles, layers.bands.layer, ()).boundary.layer == layers.bands.layer
    project.clear()


def _within(picture: np.ndarray, shape: QgsGeometry) -> np.ndarray:
    """The pixels of a picture of a shape's bounding box (square pixels, the box centred) that lie in the shape."""
    import shapely

    box = shape.boundingBox()
    step = max(box.width(), box.height()) / picture.shape[0]
    across, down = np.meshgrid(*(np.arange(side) + 0.5 - side / 2 for side in picture.shape[::-1]))
    x, y = box.center().x() + across * step, box.center().y() - down * step
    return picture & shapely.contains_xy(shapely.from_wkt(shape.asWkt()), x, y)
