"""A county plan in one run: what comes out of it, what is told of what did not, and that nothing is left half done."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer

from ronghe.plugin.county.results import results_of

TITLE = "云岭县<b>规划</b> & “总体”（2021—2035年）"
TABLES = ("县界", "乡镇", "乡镇驻地", "道路", "农业空间", "生态空间", "城镇空间")
STEPS = "townhierarchy,spacebalance,mineralzoning"
SHEETS = "town_system,spaces,minerals"


@pytest.fixture
def planned(county_project, run_here, said, tmp_path):
    """A small plan of the training county: three calculations, one of which lacks its layer, and two sheets."""
    county_project(*TABLES, dem=False)
    told = said()
    folder = tmp_path / "成果"
    made = run_here("countyplan", told, FOLDER=str(folder), ANALYSES=STEPS, SHEETS=SHEETS, PLAN_TITLE=TITLE)
    return folder, made, told


def test_a_plan_is_a_package_a_booklet_and_a_report(planned, leftovers):
    folder, made, _ = planned
    assert leftovers(folder) == [
        "booklet.pdf",
        "pictures",
        "pictures/01.png",
        "pictures/02.png",
        "report.html",
        "results.gpkg",
    ]
    assert (made["GEOPACKAGE"], made["BOOKLET"]) == (str(folder / "results.gpkg"), str(folder / "booklet.pdf"))
    assert (made["RUNS"], made["PAGES"]) == (2, 2)
    _the_package_keeps_styles_and_origin(folder)
    _the_report_tells_all(folder, Path(made["REPORT"]).read_text(encoding="utf-8"))


def _the_package_keeps_styles_and_origin(folder):
    package = folder / "results.gpkg"
    with closing(sqlite3.connect(package)) as database:
        names = [name for (name,) in database.execute("SELECT table_name FROM gpkg_contents")]
        (styled,) = database.execute("SELECT count(*) FROM layer_styles WHERE useAsDefault = 1").fetchone()
        written = " ".join(text for (text,) in database.execute("SELECT metadata FROM gpkg_metadata"))
    layers = [QgsVectorLayer(f"{package}|layername={name}", name, "ogr") for name in names if name != "layer_styles"]
    runs = results_of(layers).runs
    assert set(runs) == {"townhierarchy", "spacebalance"} and set(runs["townhierarchy"].layers) == {"OUTPUT", "LINKS"}
    assert styled == len(layers) >= 6
    # Origins name the place where the package stays, not the one where it was made.
    assert str(package) in written and "/ronghe-" not in written


def _the_report_tells_all(folder, page):
    assert "云岭县&lt;b&gt;规划&lt;/b&gt; &amp; “总体”（2021—2035年）成果报告" in page and "<b>规划" not in page
    assert "本县及全部数据均为虚构" in page
    assert re.search(r"三类空间平衡</td><td>重叠面积</td><td class=\"number\">[\d,.]+</td><td>公顷", page)
    assert "7 个乡镇分为 3 级" in page
    # What was not done, and why.
    assert "矿产开采分区</td><td>缺少：矿产资源区" in page and "《县域矿产资源规划图》</td><td>缺少：" in page
    assert page.count("<figure>") == 2 and "1:" in page
    for picture in re.findall(r'<img src="([^"]+)"', page):
        assert (folder / picture).is_file()
    # Cover and contents come before the first sheet.
    assert re.findall(r'href="booklet.pdf#page=(\d+)"', page) == ["3", "4"]
    assert "http" not in page.replace("http-equiv", "") and "<script" not in page


def test_older_files_of_the_folder_stay_and_older_results_give_way(planned, run_here, said):
    folder, _, _ = planned
    (folder / "pictures" / "照片.png").write_bytes(b"x")
    before = (folder / "report.html").stat().st_mtime_ns
    run_here("countyplan", said(), FOLDER=str(folder), ANALYSES="townhierarchy", SHEETS="town_system", PLAN_TITLE="新")
    assert (folder / "pictures" / "照片.png").is_file()
    assert (folder / "report.html").stat().st_mtime_ns > before
    assert "新成果报告" in (folder / "report.html").read_text(encoding="utf-8")


def test_a_calculation_that_fails_is_told_and_the_rest_goes_on(county_project, run_here, said, tmp_path):
    project = county_project("县界", "道路", "农业空间", "生态空间", "城镇空间", dem=False)
    towns = QgsVectorLayer("Polygon?crs=EPSG:4546&field=名称:string&field=人口:double", "乡镇", "memory")
    for place in range(3):
        feature = QgsFeature(towns.fields())
        left = 500000 + 5000 * place
        box = f"POLYGON(({left} 4090000, {left + 5000} 4090000, {left + 5000} 4095000, {left} 4095000, {left} 4090000))"
        feature.setGeometry(QgsGeometry.fromWkt(box))
        feature["名称"] = f"镇{place}"
        towns.dataProvider().addFeature(feature)
    project.addMapLayer(towns)
    told = said()
    made = run_here("countyplan", told, FOLDER=str(tmp_path), ANALYSES="townhierarchy,spacebalance", SHEETS="transport")
    assert made["RUNS"] == 1 and told.warned("“城镇等级与联系”没有完成")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert '<article class="run failed">' in page and "没有完成" in page


def test_a_slogan_becomes_the_sheet_of_the_structure(county_project, run_here, said, tmp_path):
    county_project(*TABLES, "河流", "产业园区", dem=False)
    given = {"ANALYSES": "townhierarchy,spatialstructure", "SHEETS": "pattern"}
    made = run_here("countyplan", said(), FOLDER=str(tmp_path), SLOGAN="双核引领、两园驱动", PLAN_TITLE=TITLE, **given)
    assert (made["RUNS"], made["PAGES"]) == (2, 1)


def test_without_a_slogan_no_structure_is_made_up(county_project, run_here, said, tmp_path):
    county_project(*TABLES, dem=False)
    run_here(
        "countyplan", said(), FOLDER=str(tmp_path), ANALYSES="townhierarchy,spatialstructure", SHEETS="town_system"
    )
    assert "没有给出总体格局口号" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_an_empty_project_is_told_what_to_do(run_here, said, qgis_new_project, tmp_path, leftovers):
    QgsProject.instance().clear()
    assert "没有可以计算、也没有可以出图的图层" in run_here.fails("countyplan", said(), FOLDER=str(tmp_path))
    assert not leftovers(tmp_path)


def test_a_calculation_that_no_plan_has_is_said(county_project, run_here, said, tmp_path):
    county_project("县界", dem=False)
    text = run_here.fails("countyplan", said(), FOLDER=str(tmp_path / "图"), ANALYSES="moonzoning")
    assert "没有这样的计算：moonzoning" in text and "townhierarchy" in text
    assert not (tmp_path / "图").exists()


@pytest.mark.parametrize("step", ["正在叠加三类空间", "第 2 页，共 2 页", "检查坐标系"])
def test_cancel_leaves_nothing_behind(county_project, run_here, said, tmp_path, leftovers, step):
    county_project(*TABLES, dem=False)
    steps = "spacebalance" if "空间" in step else "townhierarchy,spacebalance"
    told = said(cancel_at=step)
    text = run_here.fails(
        "countyplan", told, FOLDER=str(tmp_path), ANALYSES=steps, SHEETS="town_system,spaces", PLAN_TITLE=TITLE
    )
    assert told.cancelled_at is not None, told.steps
    assert "取消" in text and not leftovers(tmp_path)


def test_a_read_only_folder_is_said_before_anything_is_computed(county_project, run_here, said):
    county_project(*TABLES, dem=False)
    told = said()
    text = run_here.fails("countyplan", told, FOLDER="/proc/成果", ANALYSES="townhierarchy")
    assert "/proc/成果" in text and not told.infos


def test_an_older_result_that_is_open_elsewhere_is_said_before_anything_is_computed(
    county_project, run_here, said, tmp_path, monkeypatch
):
    county_project(*TABLES, dem=False)
    (tmp_path / "results.gpkg").write_bytes(b"old")

    def locked(file, target):
        raise PermissionError(13, "used by another process")

    monkeypatch.setattr("ronghe.plugin.algorithms.sheets.package.os.replace", locked)
    told = said()
    text = run_here.fails("countyplan", told, FOLDER=str(tmp_path), ANALYSES="townhierarchy")
    assert "results.gpkg" in text and "被其他程序打开" in text and not told.infos
    assert (tmp_path / "results.gpkg").read_bytes() == b"old"
