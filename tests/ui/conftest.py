"""Stand-ins for the parts of QGIS that panels are handed."""

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas


class Action:
    """Counts how often it was triggered."""

    def __init__(self):
        self.triggered = 0

    def trigger(self):
        self.triggered += 1


class Iface:
    """As much of QGIS's interface as the panels ask for."""

    def __init__(self):
        self.save = Action()

    def actionSaveProject(self):
        return self.save


class MapIface:
    """As much of QGIS as a panel with answers asks for: a map, a message bar, the layout designer."""

    def __init__(self, canvas):
        self.canvas, self.said, self.designed = canvas, [], []

    def mapCanvas(self):
        return self.canvas

    def messageBar(self):
        return self

    def pushSuccess(self, title, text):
        self.said.append(text)

    def pushWarning(self, title, text):
        self.said.append(text)

    def openLayoutDesigner(self, layout):
        self.designed.append(layout)


class DrawingIface:
    """What the panel asks of QGIS besides the map: the current layer, and the tool that adds features."""

    def __init__(self, map_iface):
        self.map_iface, self.active, self.triggered = map_iface, None, 0

    def __getattr__(self, name):
        return getattr(self.map_iface, name)

    def activeLayer(self):
        return self.active

    def setActiveLayer(self, layer):
        self.active = layer

    def actionAddFeature(self):
        return self

    def trigger(self):
        self.triggered += 1


@pytest.fixture
def iface():
    return Iface()


@pytest.fixture
def memory_layer(qgis_app):
    """A function that makes a layer with a few features of one shape."""

    def make(name, kind, fields, wkt, count=6):
        definition = "&".join([f"{kind}?crs=EPSG:4546", *(f"field={field}" for field in fields)])
        layer = QgsVectorLayer(definition, name, "memory")
        features = []
        for _ in range(count):
            feature = QgsFeature(layer.fields())
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
            features.append(feature)
        layer.dataProvider().addFeatures(features)
        return layer

    return make


@pytest.fixture
def project(qgis_new_project, memory_layer):
    """A project with roads, villages and a layer that is nothing in particular."""
    project = QgsProject.instance()
    line = "LineString(0 0, 1 1)"
    project.addMapLayer(memory_layer("道路", "LineString", ["道路等级:string", "备注:string"], line))
    project.addMapLayer(
        memory_layer("行政村", "Point", ["村名:string", "人口:integer", "户籍人口:integer"], "Point(1 1)")
    )
    project.addMapLayer(memory_layer("线路", "LineString", ["name:string"], line))
    yield project
    project.clear()


@pytest.fixture
def map_iface(qtbot):
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(300, 300)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4546"))
    return MapIface(canvas)


@pytest.fixture
def drawing_iface(map_iface):
    """QGIS for a panel in which a planner also draws."""
    return DrawingIface(map_iface)
