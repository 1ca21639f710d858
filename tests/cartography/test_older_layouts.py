"""A sheet that is laid out again takes no layout away in which the planner has worked."""

from qgis.core import QgsLayoutItemLabel, QgsPrintLayout, QgsProject

from ronghe.plugin.cartography.older_layouts import make_room, mark_fresh


def laid_out(project, name="总体格局"):
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(name)
    layout.addLayoutItem(QgsLayoutItemLabel(layout))
    make_room(project.layoutManager(), name)
    project.layoutManager().addLayout(layout)
    mark_fresh(layout)
    return layout


def names(project):
    return sorted(layout.name() for layout in project.layoutManager().printLayouts())


def test_an_untouched_layout_is_replaced(qgis_new_project):
    project = QgsProject()
    laid_out(project)
    laid_out(project)
    assert names(project) == ["总体格局"]


def test_one_that_the_planner_has_changed_gets_another_name(qgis_new_project, monkeypatch):
    monkeypatch.setattr("ronghe.plugin.language.QgsApplication.locale", lambda: "zh_CN")
    project = QgsProject()
    for _ in range(2):
        layout = laid_out(project)
        layout.addLayoutItem(QgsLayoutItemLabel(layout))
    laid_out(project)
    assert names(project) == ["总体格局", "总体格局（原有 1）", "总体格局（原有 2）"]


def test_one_from_a_saved_project_is_kept(qgis_new_project, tmp_path):
    project = QgsProject()
    laid_out(project)
    project.write(str(tmp_path / "县.qgz"))
    again = QgsProject()
    assert again.read(str(tmp_path / "县.qgz"))
    laid_out(again)
    assert len(names(again)) == 2
