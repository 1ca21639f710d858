"""Status words that nobody knows: listed, given a meaning by the planner, kept in the project or beside it."""

import pandas as pd
import pytest
from qgis.core import QgsFeature, QgsProject, QgsVectorLayer

from ronghe.plugin.county.faults import BadStandard
from ronghe.plugin.county.status_words import (
    add_to_word_table,
    load_meanings,
    save_meanings,
    unknown_words,
    write_meanings,
)
from ronghe.plugin.county.words import canonical, words_meaning


@pytest.fixture
def project(qgis_new_project, qgis_app, tmp_path):
    project = QgsProject.instance()
    project.setFileName(str(tmp_path / "县.qgz"))
    return project


def mines(*words):
    layer = QgsVectorLayer("None?field=状态:string", "矿山", "memory")
    features = []
    for word in words:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([word])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def test_unknown_words_are_counted_known_and_empty_ones_are_not(project):
    layer = mines("生产", "整合", "废弃", "整合", None, "", "待定")
    assert unknown_words(layer, "状态", project) == [("整合", 2), ("待定", 1)]
    assert unknown_words(layer, "没有", project) == []


def test_meanings_live_in_the_project(project):
    save_meanings(project, {"整合": "idle", "坏": "nonsense"})
    assert load_meanings(project) == {"整合": "idle"}
    project.writeEntry("ronghe", "/status_words", "{")
    assert load_meanings(project) == {}


def test_meanings_for_one_run(tmp_path):
    write_meanings(tmp_path / "词.csv", {"整合": "idle"})
    assert pd.read_csv(tmp_path / "词.csv").to_dict("records") == [{"word": "整合", "canonical": "idle"}]


def test_the_word_table_beside_the_project_is_believed_by_every_run(project, tmp_path):
    own = tmp_path / "class_words.csv"
    own.write_text("domain,word,canonical\nroad,林道,track\nmine_status,整合,operating\n", encoding="gb18030")
    assert add_to_word_table(project, {"整合": "idle", "待定": "proposed"}) == own
    meanings, _ = canonical("mine_status", pd.Series(["整合", "待定", "生产"]), project)
    assert list(meanings) == ["idle", "proposed", "operating"]
    assert words_meaning("road", ["林道", "国道"], ("track",), project) == ["林道"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["class_words.csv"]


def test_a_word_table_that_cannot_be_read_is_left_alone(project, tmp_path):
    own = tmp_path / "class_words.csv"
    own.write_text("domain,word,canonical\nroad,林道,track,多\n", encoding="utf-8")
    with pytest.raises(BadStandard):
        add_to_word_table(project, {"整合": "idle"})
    assert own.read_text(encoding="utf-8").endswith("多\n")
