"""Tables of standards, and the planner's own beside the project."""

import pytest
from qgis.core import QgsProject

from ronghe.plugin.bridge.sentences import sentence
from ronghe.plugin.county import standards
from ronghe.plugin.county.faults import BadStandard
from ronghe.plugin.county.standards import standard_table

SHIPPED = "class,zh,speed_kmh,source\nnational,国道,50,工程取值\nvillage,村道,18,工程取值\n"


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """A table of the plugin in place of the real ones."""
    folder = tmp_path / "standards"
    folder.mkdir()
    (folder / "speeds.csv").write_text(SHIPPED, encoding="utf-8")
    monkeypatch.setattr(standards, "STANDARDS", folder)


@pytest.fixture
def beside(tmp_path, shipped, qgis_app):
    """A function that puts a file beside a saved project and returns the project."""
    project = QgsProject()

    def put(content, encoding="utf-8"):
        folder = tmp_path / "工程"
        folder.mkdir(exist_ok=True)
        (folder / "speeds.csv").write_bytes(content.encode(encoding))
        project.setFileName(str(folder / "县.qgz"))
        return project

    return put


def test_the_shipped_table_has_numbers_and_text(shipped):
    table = standard_table("speeds")
    assert table["speed_kmh"].tolist() == [50, 18] and table["zh"].tolist() == ["国道", "村道"]


def test_an_unsaved_project_changes_nothing(shipped, qgis_app):
    assert len(standard_table("speeds", QgsProject())) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk"])
def test_rows_beside_the_project_replace_and_extend(beside, encoding):
    project = beside(" class , zh,speed_kmh\nvillage, 通村路 ,25\n\ntrack,机耕路,12\n", encoding)
    table = standard_table("speeds", project).set_index("class")
    assert table["speed_kmh"].to_dict() == {"national": 50, "village": 25, "track": 12}
    assert table.loc["village", "zh"] == "通村路"
    assert table["source"].to_dict() == {"national": "工程取值", "village": "工程取值", "track": ""}


@pytest.mark.parametrize(
    ("content", "row", "column", "reason"),
    [
        ("class,speed_kmh\nnational,五十\n", 2, "speed_kmh", "not_a_number"),
        ("class,speed_kmh\nnational,50\n,20\n", 3, "class", "no_key"),
        ("class,speed_kmh\nnational,50\nnational,60\n", 3, "class", "duplicate"),
        ("zh,speed_kmh\n国道,50\n", 1, "class", "missing_column"),
        ("class,speed_kmh\nnational,5,0\n", 2, "", "too_many_cells"),
        ("", 0, "", "unreadable"),
    ],
)
def test_a_faulty_table_is_named_with_row_and_column(beside, content, row, column, reason):
    with pytest.raises(BadStandard) as caught:
        standard_table("speeds", beside(content))
    fault = caught.value
    assert (fault.file, fault.row, fault.column, fault.reason) == ("speeds.csv", row, column, reason)
    assert "speeds.csv" in sentence(fault) and "{" not in sentence(fault)


def test_every_shipped_table_can_be_read():
    for path in standards.STANDARDS.glob("*.csv"):
        assert len(standard_table(path.stem)) > 0, path.name
