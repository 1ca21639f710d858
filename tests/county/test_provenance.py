"""Where a result comes from, without the passwords to it."""

import pytest
from qgis.core import QgsLayerMetadata

from ronghe.plugin.county.provenance import InputRecord, Provenance, plugin_version, without_password

POSTGIS = "dbname='plan' host=db.example.org user='planner' password='{}' table=\"p\".\"roads\" (geom)"


@pytest.mark.parametrize(
    "source",
    [
        POSTGIS.format("secret"),
        POSTGIS.format("two words secret"),
        POSTGIS.format("it\\'s secret"),
        "PG:dbname=plan password=secret user=planner",
        "postgresql://planner:secret@db.example.org/plan",
        "https://tiles.example.org/{z}/{x}/{y}.png?token=secret&v=1",
        "url=https://user:secret@example.org/wfs",
    ],
)
def test_passwords_are_not_written_down(source):
    assert "secret" not in without_password(source)
    assert "example.org" in without_password(source) or "plan" in without_password(source)


def test_a_plain_source_stays_as_it_is():
    for source in ("/data/道路.gpkg|layername=roads", "C:\\数据\\dem.tif"):
        assert without_password(source) == source


def test_a_run_is_written_in_lines(qgis_app):
    run = Provenance(
        algorithm="ronghe:traveltime",
        parameters={"ROADS": POSTGIS.format("secret"), "CELL_SIZE": 30, "LAYERS": [POSTGIS.format("se cret"), None]},
        inputs=[InputRecord("roads", "道路", POSTGIS.format("secret"), 120, 3)],
        created="2024-05-01T08:30:00+08:00",
    )
    metadata = run.to_metadata(QgsLayerMetadata(), title="出行时间")
    text = "\n".join(metadata.history())
    assert metadata.title() == "出行时间" and "ronghe:traveltime" in metadata.abstract()
    assert "secret" not in text and "se cret" not in text
    for part in (plugin_version(), "2024-05-01T08:30:00+08:00", "CELL_SIZE = 30", "120", "host=db.example.org"):
        assert part in text
    assert run.to_tags()["RONGHE_ALGORITHM"] == "ronghe:traveltime"


def test_the_version_is_the_plugin_s():
    assert plugin_version().count(".") >= 1
