"""Sheets as files: checked first, listed at the end, and nothing half done when something is wrong."""

import csv

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer

from ronghe.plugin.algorithms.sheets.faults import Stopped
from ronghe.plugin.county.sheet_words import SheetWords, save_words

TITLE = "云岭县国土空间总体规划（2021—2035年）"
BASE = ("县界", "乡镇", "乡镇驻地", "道路", "河流", "自然保护区", "产业园区")
CHEAP = {"FORMAT": 1, "DPI": 72, "PLAN_TITLE": TITLE}


def index_of(path) -> list[dict]:
    with open(path, encoding="utf-8-sig", newline="") as rows:
        return list(csv.DictReader(rows))


def test_sheets_become_files_and_a_list(county_project, run_here, said, tmp_path):
    county_project(*BASE)
    folder, told = tmp_path / "新" / "图件", said()
    made = run_here("exportsheets", told, SHEETS="reserves，transport,minerals", FOLDER=str(folder), **CHEAP)
    assert [file.rpartition("/")[2] for file in made["FILES"]] == [
        "02 县域自然保护地分布图.png",
        "12 县域综合交通规划图.png",
    ]
    assert made["PAGES"] == 2 and made["SKIPPED"] == 1
    assert made["HEADLINE"] == "导出 2 张图件共 2 页（PNG，A3），1 张没有导出"
    rows = index_of(made["INDEX"])
    assert [row["sheet"] for row in rows] == ["reserves", "transport", "minerals"]
    assert rows[0]["scale"].startswith("1:") and not rows[2]["file"] and "开采分区的结果" in rows[2]["note"]
    assert told.warned("《县域矿产资源规划图》缺少", "不出这张图")
    assert any("第 2 页，共 2 页：县域综合交通规划图" in step for step in told.steps)


def test_without_names_all_possible_sheets_are_made_into_one_booklet(county_project, run_here, said, tmp_path):
    county_project("县界", "乡镇", "道路", "产业园区", dem=False)
    words = {"PLAN_TITLE": "云岭县/规划:2035🎉", "ORGANISATION": "云岭县人民政府"}
    made = run_here("exportsheets", said(), BOOKLET=True, PREFLIGHT=False, FOLDER=str(tmp_path), DPI=72, **words)
    (booklet,) = made["FILES"]
    assert booklet.rpartition("/")[2] == "云岭县／规划：2035图集.pdf"
    assert (tmp_path / booklet).read_bytes().startswith(b"%PDF")
    assert made["PAGES"] == 2 and made["SKIPPED"] > 10


def test_the_words_of_the_project_stand_on_the_sheets(county_project, run_here, said, tmp_path, monkeypatch):
    project = county_project("县界", "道路", dem=False)
    kept = SheetWords(TITLE, "云岭县人民政府", date_text="2026年1月", wind="1 2 3 4 5 6 7 8", vertical_title=True)
    save_words(project, kept)
    seen = []

    def stop(order, county, feedback, part):
        seen.append(county.facts)
        raise Stopped(0, str(order.folder))

    monkeypatch.setattr("ronghe.plugin.algorithms.sheets.export_run.made_files", stop)
    run_here.fails("exportsheets", said(), SHEETS="transport", FOLDER=str(tmp_path), DATE_TEXT="2026年2月")
    (facts,) = seen
    assert (facts.plan_title, facts.organisation, facts.date_text) == (TITLE, "云岭县人民政府", "2026年2月")
    assert facts.vertical_title
    assert facts.wind == (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0)


def test_an_error_stops_the_export_unless_it_is_forced(county_project, run_here, said, tmp_path):
    project = county_project("道路", dem=False)
    county = QgsVectorLayer("Polygon?crs=EPSG:4546&field=名称:string&field=面积_km2:double", "县界", "memory")
    feature = QgsFeature(county.fields())
    feature.setGeometry(
        QgsGeometry.fromWkt("POLYGON((480000 4080000, 520000 4080000, 520000 4120000, 480000 4080000))")
    )
    feature.setAttributes(["云岭县", 3.0])
    county.dataProvider().addFeature(feature)
    project.addMapLayer(county)
    given = {"SHEETS": "transport", "FOLDER": str(tmp_path), **CHEAP}
    text = run_here.fails("exportsheets", said(), **given)
    assert "出图前检查发现 1 处错误" in text and "字段“面积_km2”合计 3.00 平方公里" in text and "有错误也导出" in text
    assert not list(tmp_path.iterdir())
    told = said()
    assert run_here("exportsheets", told, FORCE=True, **given)["PAGES"] == 1
    assert any("面积_km2" in error for error in told.errors)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"SHEETS": "moon"}, "没有这样的图件：moon。可用的代号：land_use、"),
        ({"SHEETS": "moon", "PREFLIGHT": False}, "没有编号为“moon”的图件；可用的编号：land_use、"),
        ({"PAPER": "B7"}, "B7"),
        ({"WIND": "1,2,3"}, "应为 8 个或 16 个"),
        ({"ATLAS": 4}, "没有可以分幅的对象"),
    ],
)
def test_what_cannot_be_made_is_said_before_anything_is_written(county_project, run_here, said, tmp_path, given, told):
    county_project("县界", "道路", dem=False)
    values = {"SHEETS": "transport", "FOLDER": str(tmp_path / "图"), **CHEAP, **given}
    assert told in run_here.fails("exportsheets", said(), **values)
    assert not (tmp_path / "图").exists()


def test_an_empty_project_is_told_what_to_do(run_here, said, qgis_new_project, tmp_path):
    QgsProject.instance().clear()
    assert "没有一张图件可以导出" in run_here.fails("exportsheets", said(), FOLDER=str(tmp_path))
    assert "请加载所缺的图层" in run_here.fails("exportsheets", said(), FOLDER=str(tmp_path), PREFLIGHT=False)


def test_a_folder_that_is_a_file_or_read_only_is_an_error(county_project, run_here, said, tmp_path):
    county_project("县界", "道路", dem=False)
    (tmp_path / "文件").write_text("", encoding="utf-8")
    for folder in (tmp_path / "文件", tmp_path / "文件" / "下面", "/proc/图件"):
        for checks in (True, False):
            text = run_here.fails(
                "exportsheets", said(), SHEETS="transport", FOLDER=str(folder), PREFLIGHT=checks, **CHEAP
            )
            assert str(folder) in text, text


def test_cancel_on_the_second_page_keeps_the_first(county_project, run_here, said, tmp_path, leftovers):
    county_project(*BASE, dem=False)
    told = said(cancel_at="第 2 页")
    text = run_here.fails("exportsheets", told, SHEETS="reserves,transport", FOLDER=str(tmp_path), **CHEAP)
    assert "已取消；已完成的 1 页保存在" in text
    assert leftovers(tmp_path) == ["02 县域自然保护地分布图.png", "图件目录.csv"]


def test_cancel_while_checking_writes_nothing(county_project, run_here, said, tmp_path, leftovers):
    county_project("县界", "道路", dem=False)
    told = said(cancel_at="检查图层")
    assert "已取消" in run_here.fails("exportsheets", told, SHEETS="transport", FOLDER=str(tmp_path), **CHEAP)
    assert not leftovers(tmp_path)
