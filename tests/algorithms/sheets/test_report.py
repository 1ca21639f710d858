"""The report's page: figures as they are read, marks where they belong, and every text escaped."""

import pytest

from ronghe.plugin.algorithms.sheets.plan_runs import DONE, FAILED, LEFT_OUT, Number, StepRun, table_name
from ronghe.plugin.algorithms.sheets.plan_steps import PlanStep
from ronghe.plugin.algorithms.sheets.report import Report, SheetPicture, report_html
from ronghe.plugin.algorithms.sheets.report_parts import told_number
from ronghe.plugin.cartography.preflight.finding import ERROR, Finding


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (Number("覆盖率", 0.9591, "%", share=True), ("95.9", "%")),
        (Number("人口", 95000.0, "人"), ("95,000", "人")),
        (Number("面积", 10672.192, "公顷"), ("10,672.19", "公顷")),
        (Number("费用", 319829634.4, "元，测算"), ("31,983.0", "万元，测算")),
        (Number("费用", 980.0, "元"), ("980", "元")),
        (Number("处数", 3, ""), ("3", "")),
    ],
)
def test_figures_are_told_as_they_are_read(number, told):
    assert told_number(number) == told


@pytest.fixture
def page():
    runs = (
        StepRun(
            PlanStep("servicecoverage", tables=("road_speeds",)),
            "服务覆盖",
            DONE,
            headline="覆盖率 95.9 %",
            numbers=(Number("覆盖率", 0.9591, "%", share=True), Number("人口", 95000, "人")),
            warnings=("1 个村 <到不了>。",),
            inputs=(("道路", "路<网>"),),
            settings=(("服务时限（分钟）", "30"),),
        ),
        StepRun(PlanStep("mineralzoning"), "矿产开采分区", FAILED, "资源区 & 图层坏了。"),
        StepRun(PlanStep("spacebalance"), "三类空间平衡", LEFT_OUT, "缺少：生态空间。"),
    )
    report = Report(
        title="某县<规划>成果报告",
        organisation="某县人民政府",
        created="2026-01-01 08:00",
        version="9.9.9",
        runs=runs,
        sheets=(SheetPicture("07", "生活圈", "pictures/01 #.png", 3, "1:250 000"),),
        missing=(("矿产资源规划图", "缺少：开采分区的结果"),),
        findings=(Finding("areas", ERROR, "", "相差 2%。", "请核对。"),),
        unverified={"servicecoverage": ("道路车速",)},
        booklet="booklet.pdf",
        histories={"servicecoverage": ["由算法计算。"]},
    )
    return report_html(report)


def test_the_page_tells_what_was_done_and_what_was_not(page):
    assert '<td class="group">服务覆盖 <span class="check">待核</span></td><td>覆盖率</td>' in page
    assert "服务覆盖（道路车速）" in page and page.count('class="check"') == 1
    assert '<article class="run failed">' in page and "资源区 &amp; 图层坏了。" in page
    assert "<td>三类空间平衡</td><td>缺少：生态空间。</td>" in page
    assert "<td>《矿产资源规划图》</td><td>缺少：开采分区的结果</td>" in page
    assert '<td class="error">错误</td><td>相差 2%。</td><td>请核对。</td>' in page
    assert "取值——服务时限（分钟）：30。" in page


def test_texts_and_addresses_are_escaped(page):
    assert "某县&lt;规划&gt;成果报告" in page and "1 个村 &lt;到不了&gt;。" in page and "路&lt;网&gt;" in page
    assert "<规划>" not in page and "<到不了>" not in page
    assert '<a href="booklet.pdf#page=3"><img src="pictures/01%20%23.png"' in page


def test_the_page_needs_nothing_but_its_pictures(page):
    assert "$" not in page and "<script" not in page and "<link" not in page and "http" not in page


def test_a_page_says_its_language(page, monkeypatch):
    assert '<html lang="zh-CN">' in page
    monkeypatch.setattr("ronghe.plugin.language.QgsApplication.locale", lambda: "en_GB")
    assert '<html lang="en">' in report_html(Report("x", "", "", "", ()))


@pytest.mark.parametrize(
    ("title", "table"), [("整治分区", "整治分区"), ("格局要素（点）", "格局要素（点）"), ('a "b" (c)|d', "a_b_c_d")]
)
def test_titles_become_names_of_tables(title, table):
    assert table_name(title) == table
