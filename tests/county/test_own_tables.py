"""A table chosen for a run: read as it is, unless it is one of the plugin's own, which the project may change."""

import pytest
from qgis.core import QgsProject

from ronghe.plugin.county.faults import BadStandard
from ronghe.plugin.county.own_tables import own_table
from ronghe.plugin.county.standards import STANDARDS

COLUMNS, NUMBERS = ["type", "minutes"], ["minutes"]


def test_a_planners_file_is_read_as_it_is(tmp_path):
    file = tmp_path / "时限.csv"
    file.write_text("type,level,minutes\n医疗,,40\n", encoding="gb18030")
    table = own_table(file, COLUMNS, NUMBERS)
    assert table.to_dict("records") == [{"type": "医疗", "level": "", "minutes": 40}]


def test_a_bad_cell_is_named_by_row_and_column(tmp_path):
    file = tmp_path / "limits.csv"
    file.write_text("type,minutes\n医疗,30\n教育,半小时\n", encoding="utf-8")
    with pytest.raises(BadStandard) as fault:
        own_table(file, COLUMNS, NUMBERS)
    assert (fault.value.row, fault.value.column, fault.value.value) == (3, "minutes", "半小时")


def test_the_shipped_table_has_the_projects_rows_in_their_places(tmp_path, qgis_app):
    (tmp_path / "service_standards.csv").write_text("type,level,minutes\n医疗,村,20\n", encoding="utf-8")
    project = QgsProject()
    project.setFileName(str(tmp_path / "县.qgz"))
    for chosen in (STANDARDS / "service_standards.csv", tmp_path / "service_standards.csv"):
        table = own_table(chosen, COLUMNS, NUMBERS, project).set_index(["type", "level"])["minutes"]
        assert table["医疗", "村"] == 20 and table["医疗", "重点镇"] == 30
