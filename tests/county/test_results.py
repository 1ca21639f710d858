"""A project remembers which run made which layer, what it was asked and what it answered."""

from qgis.core import QgsFeature, QgsProject, QgsVectorLayer

from ronghe.plugin.county.layers import DRAWN_MARK
from ronghe.plugin.county.provenance import Provenance
from ronghe.plugin.county.results import mark_run, project_results


def result(project, output, run_id, created, answers, parameters=None, features=1):
    layer = QgsVectorLayer("Point?crs=EPSG:4546", output, "memory")
    layer.dataProvider().addFeatures([QgsFeature() for _ in range(features)])
    given = Provenance("ronghe:servicecoverage", parameters or {}, created=created)
    mark_run(layer, output, run_id, given, answers)
    project.addMapLayer(layer)
    return layer


def test_the_youngest_run_counts_with_all_its_layers(qgis_app):
    project = QgsProject()
    result(project, "ZONES_OUT", "a", "2026-01-01T08:00:00+08:00", {"HEADLINE": "旧"})
    zones = result(project, "ZONES_OUT", "b", "2026-02-01T08:00:00+08:00", {"HEADLINE": "新", "COVERED": 0.9})
    bands = result(project, "BANDS", "b", "2026-02-01T08:00:00+08:00", {"HEADLINE": "新", "COVERED": 0.9})
    results = project_results(project)
    run = results.run("servicecoverage")
    assert run.layers == {"ZONES_OUT": zones, "BANDS": bands}
    assert run.answers == {"HEADLINE": "新", "COVERED": 0.9}
    assert results.has("servicecoverage", "ZONES_OUT", "BANDS")
    assert not results.has("servicecoverage", "GAPS") and not results.has("mineralzoning", "ZONES")


def test_copies_of_sheets_and_passwords_are_left_out(qgis_app):
    project = QgsProject()
    made = result(project, "GAPS", "a", "2026-01-01T08:00:00+08:00", {}, {"ROADS": "dbname=x password='secret'"})
    copy = made.clone()
    copy.setCustomProperty(DRAWN_MARK, "gaps|1")
    project.addMapLayer(copy)
    run = project_results(project).run("servicecoverage")
    assert run.layers == {"GAPS": made}
    assert "secret" not in str(run.parameters)


def test_a_planner_s_own_layers_are_no_results(qgis_app):
    project = QgsProject()
    project.addMapLayer(QgsVectorLayer("Point", "村", "memory"))
    assert project_results(project).runs == {}


def test_a_run_whose_temporary_layers_were_lost_with_the_project_is_gone(qgis_app, tmp_path):
    made = QgsProject()
    result(made, "ZONES_OUT", "a", "2026-01-01T08:00:00+08:00", {"HEADLINE": "旧"})
    assert project_results(made).has("servicecoverage", "ZONES_OUT")
    made.write(str(tmp_path / "county.qgz"))
    opened = QgsProject()
    opened.read(str(tmp_path / "county.qgz"))
    assert len(opened.mapLayers()) == 1 and project_results(opened).runs == {}


def test_an_empty_list_beside_other_results_is_an_answer(qgis_app):
    project = QgsProject()
    zones = result(project, "ZONES_OUT", "a", "2026-01-01T08:00:00+08:00", {})
    gaps = result(project, "GAPS", "a", "2026-01-01T08:00:00+08:00", {}, features=0)
    assert project_results(project).run("servicecoverage").layers == {"ZONES_OUT": zones, "GAPS": gaps}
