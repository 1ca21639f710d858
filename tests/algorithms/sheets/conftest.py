"""The training county as the open project, in which exports and whole plans run."""

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsProviderRegistry, QgsRasterLayer, QgsVectorLayer


@pytest.fixture
def county_project(qgis_new_project, training_data):
    """A function that loads tables of the training county (none named: all) and its terrain into the project."""

    def load(*tables: str, dem: bool = True) -> QgsProject:
        project = QgsProject.instance()
        project.setCrs(QgsCoordinateReferenceSystem("EPSG:4546"))
        given = QgsProviderRegistry.instance().querySublayers(str(training_data / "yunling.gpkg"))
        layers = [QgsVectorLayer(one.uri(), one.name(), "ogr") for one in given if not tables or one.name() in tables]
        project.addMapLayers(layers)
        if dem:
            project.addMapLayer(QgsRasterLayer(str(training_data / "yunling_dem.tif"), "高程"))
        return project

    yield load
    QgsProject.instance().clear()


@pytest.fixture
def run_here(provider):
    """A function that runs an algorithm in the project as it is, and one that must fail: ``run_here.fails``."""
    import processing
    from qgis.core import QgsProcessingException

    def start(algorithm: str, said, **parameters) -> dict:
        return processing.run(f"ronghe:{algorithm}", parameters, feedback=said)

    def fails(algorithm: str, said, **parameters) -> str:
        with pytest.raises(QgsProcessingException) as caught:
            start(algorithm, said, **parameters)
        return str(caught.value)

    start.fails = fails
    return start
