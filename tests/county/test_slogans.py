"""Slogans of spatial structure as a planner reads them, with the shipped words and a project's own.

A clause is written: its text, its count ("many" for 多), its noun, how it is drawn, the style code.
"""

import pytest
from qgis.core import QgsProject

from ronghe.plugin.analysis.structure.slogan import read
from ronghe.plugin.analysis.structure.slogan_faults import EmptySlogan, FalseFriend, NothingToDraw, UnreadSlogan
from ronghe.plugin.county.faults import BadStandard
from ronghe.plugin.county.slogan_words import grammar, parse_slogan

#: The slogans of plans that were read in the press, on government pages and in papers.
REAL = {
    "一核两区四轴多组团": """
        一核 1 core point core_main
        两区 2 zone polygon zone_1
        四轴 4 axis line axis_main
        多组团 many cluster polygon cluster""",
    "一带两屏多廊多区块": """
        一带 1 belt line belt
        两屏 2 screen polygon screen
        多廊 many corridor line corridor
        多区块 many zone polygon zone_1""",
    "一核一圈三群": """
        一核 1 core point core_main
        一圈 1 ring polygon ring
        三群 3 cluster polygon cluster""",
    "一带三屏": """
        一带 1 belt line belt
        三屏 3 screen polygon screen""",
    "一群两区三圈": """
        一群 1 cluster polygon cluster
        两区 2 zone polygon zone_1
        三圈 3 ring polygon ring""",
    "两山七河一流域": """
        两山 2 screen line screen_line
        七河 7 river line belt_river
        一流域 1 basin polygon zone_1""",
    "一核四轴多点": """
        一核 1 core point core_main
        四轴 4 axis line axis_main
        多点 many node point node""",
    "一极三区多节点": """
        一极 1 pole point pole
        三区 3 zone polygon zone_1
        多节点 many node point node""",
    "一核一带一区": """
        一核 1 core point core_main
        一带 1 belt line belt
        一区 1 zone polygon zone_1""",
    "一心、一轴、三带、多组团": """
        一心 1 core point core_main
        一轴 1 axis line axis_main
        三带 3 belt line belt
        多组团 many cluster polygon cluster""",
    "一核两翼、双环三带、三片多心": """
        一核 1 core point core_main
        两翼 2 wing polygon wing
        双环 2 ring line ring
        三带 3 belt line belt
        三片 3 zone polygon zone_1
        多心 many core point core_sub""",
    "一核+两翼": """
        一核 1 core point core_main
        两翼 2 wing polygon wing""",
    "一心两轴八区": """
        一心 1 core point core_main
        两轴 2 axis line axis_main
        八区 8 zone polygon zone_1""",
    "一环两纵四横多线集群": """
        一环 1 ring line ring
        两纵 2 axis line axis_main
        四横 4 axis line axis_main
        多线集群 many corridor line corridor""",
    "一个核心增长极，两条发展轴，四大功能区": """
        一个核心增长极 1 pole point pole
        两条发展轴 2 axis line axis_main
        四大功能区 4 zone polygon zone_1""",
    "一心一轴两带三片多廊": """
        一心 1 core point core_main
        一轴 1 axis line axis_main
        两带 2 belt line belt
        三片 3 zone polygon zone_1
        多廊 many corridor line corridor""",
    "一带、两轴、五区、五组团": """
        一带 1 belt line belt
        两轴 2 axis line axis_main
        五区 5 zone polygon zone_1
        五组团 5 cluster polygon cluster""",
    "一核多点": """
        一核 1 core point core_main
        多点 many node point node""",
    "一主两副、一圈两带": """
        一主 1 core point core_main
        两副 2 core point core_sub
        一圈 1 ring polygon ring
        两带 2 belt line belt""",
    "一轴两带三片区": """
        一轴 1 axis line axis_main
        两带 2 belt line belt
        三片区 3 zone polygon zone_1""",
    "一核两带三区": """
        一核 1 core point core_main
        两带 2 belt line belt
        三区 3 zone polygon zone_1""",
    "一核两轴三片区": """
        一核 1 core point core_main
        两轴 2 axis line axis_main
        三片区 3 zone polygon zone_1""",
    "一脉、三核、五带、多组团": """
        一脉 1 corridor line corridor
        三核 3 core point core_main
        五带 5 belt line belt
        多组团 many cluster polygon cluster""",
    "一中心、多组团、四板块": """
        一中心 1 core point core_main
        多组团 many cluster polygon cluster
        四板块 4 zone polygon zone_1""",
    # the two of the paper, section 3.2
    "双核引领、两园驱动、一屏六廊": """
        双核引领 2 core point core_main
        两园驱动 2 park polygon park
        一屏 1 screen polygon screen
        六廊 6 corridor line corridor""",
    "一核两轴三区": """
        一核 1 core point core_main
        两轴 2 axis line axis_main
        三区 3 zone polygon zone_1""",
}

#: Made up: what the words allow and a planner may type.
EDGES = {
    "两横三纵": "两横 2 axis line axis_main\n三纵 3 axis line axis_main",
    "一主一副两轴十二区": """
        一主 1 core point core_main
        一副 1 core point core_sub
        两轴 2 axis line axis_main
        十二区 12 zone polygon zone_1""",
    "十组团": "十组团 10 cluster polygon cluster",
    "二十一点": "二十一点 21 node point node",
    "１核２轴3区": "１核 1 core point core_main\n２轴 2 axis line axis_main\n3区 3 zone polygon zone_1",
    "若干节点、N个组团": "若干节点 many node point node\nN个组团 many cluster polygon cluster",
    "一 核 两 翼": "一核 1 core point core_main\n两翼 2 wing polygon wing",
    "一核·两轴；三区\n四带": """
        一核 1 core point core_main
        两轴 2 axis line axis_main
        三区 3 zone polygon zone_1
        四带 4 belt line belt""",
    "“一核”、“两翼”": "一核 1 core point core_main\n两翼 2 wing polygon wing",
    "【一核两翼】": "一核 1 core point core_main\n两翼 2 wing polygon wing",
    "一条城镇发展主轴和两条产业次轴": """
        一条城镇发展主轴 1 axis line axis_main
        两条产业次轴 2 axis line axis_sub""",
    "一生态带、一滨河带、一产业带、一文旅带、一农业带": """
        一生态带 1 belt line belt_ecology
        一滨河带 1 belt line belt_river
        一产业带 1 belt line belt_industry
        一文旅带 1 belt line belt_tourism
        一农业带 1 belt line belt_agriculture""",
    "两条沿河生态廊道": "两条沿河生态廊道 2 corridor line corridor",
    "三大中药材产业片区": "三大中药材产业片区 3 zone polygon zone_1",
    "一道吕梁山生态屏障": "一道吕梁山生态屏障 1 screen polygon screen",
    "一江两岸多组团": """
        一江 1 river line belt_river
        两岸 2 belt line belt
        多组团 many cluster polygon cluster""",
    "一区多园": "一区 1 zone polygon zone_1\n多园 many park polygon park",
    "一核多元": "一核多元 1 core point core_main",
    "一轴串联两区，两翼齐飞": """
        一轴串联 1 axis line axis_main
        两区 2 zone polygon zone_1
        两翼齐飞 2 wing polygon wing""",
    "双核驱动三轴联动四区协同发展": """
        双核驱动 2 core point core_main
        三轴联动 3 axis line axis_main
        四区协同发展 4 zone polygon zone_1""",
    "一网": "一网 1 network line network",
    "一个核心区": "一个核心区 1 zone polygon zone_1",
    "一城一副中心": "一城 1 core point core_main\n一副中心 1 core point core_sub",
    "三片区中心": "三片区中心 3 core point core_main",
    "构建“双核引领、两园驱动、一屏六廊”的发展总体格局": REAL["双核引领、两园驱动、一屏六廊"],
    "到2035年，形成一核两轴三区的空间格局": REAL["一核两轴三区"],
    "交口县“十四五”期间构建“一核两轴三区”格局。": REAL["一核两轴三区"],
    "全县7个镇构建“一核两轴三区”": REAL["一核两轴三区"],
    "空间结构：一核两轴三区": REAL["一核两轴三区"],
    '"一核两轴三区"': REAL["一核两轴三区"],
}

REFUSED = ("三区三线", "一带一路", "三区两线", "一张图", "双评价", "五位一体", "两山理论", "多规合一", "放管服",
           "一窗通办", "一屏统览", "三线一单", "三条控制线", "三生空间", "两个基本点", "一心一意", "“三区三线”")


@pytest.fixture(scope="module")
def words(qgis_app):
    return grammar()


def lines(clauses):
    return [f"{one.text} {one.count or 'many'} {one.noun} {one.geometry} {one.symbol}" for one in clauses]


@pytest.mark.parametrize("slogan", [*REAL, *EDGES])
def test_a_slogan_is_read_as_a_planner_reads_it(words, slogan):
    reading = read(slogan, words)
    expected = {**REAL, **EDGES}[slogan]
    assert lines(reading.clauses) == [line.strip() for line in expected.strip().splitlines()]
    assert [clause.order for clause in reading.clauses] == list(range(1, len(reading.clauses) + 1))
    assert not reading.unread and not reading.refused


@pytest.mark.parametrize("phrase", REFUSED)
def test_false_friends_are_refused_with_the_reason(words, phrase):
    with pytest.raises(FalseFriend) as fault:
        parse_slogan(phrase)
    assert fault.value.phrase == phrase.strip("“”")
    assert fault.value.reason == words.refused[fault.value.phrase] != ""


def test_a_false_friend_inside_a_slogan_is_the_fault_of_that_clause_only(words):
    reading = read("一核两轴、三区三线、多组团", words)
    assert [clause.text for clause in reading.clauses] == ["一核", "两轴", "多组团"]
    assert [(one.place, one.phrase) for one in reading.refused] == [(6, "三区三线")]


def test_words_that_only_look_like_a_false_friend_stay_clauses(words):
    """两山 and 三区 are clauses when 理论 and 三线 do not follow; 一带 when 一路 does not."""
    assert [clause.text for clause in parse_slogan("两山三区一带一轴")] == ["两山", "三区", "一带", "一轴"]


@pytest.mark.parametrize(
    "slogan, parts, readable",
    [
        ("一核胡说两翼", ((3, "胡说"),), ("一核", "两翼")),
        ("一核、两个桃花源、三带", ((4, "两个桃花源"),), ("一核", "三带")),
        ("一核 两翼 其他", ((7, "其他"),), ("一核", "两翼")),
        ("县域一核", ((1, "县域"),), ("一核",)),
        ("2035年", ((1, "2035年"),), ()),
        ("零核", ((1, "零核"),), ()),
        ("0核", ((1, "0核"),), ()),
        ("核", ((1, "核"),), ()),
        ("100区", ((1, "100区"),), ()),
        ("🌸🌸", ((1, "🌸🌸"),), ()),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place_and_what_can(words, slogan, parts, readable):
    with pytest.raises(UnreadSlogan) as fault:
        parse_slogan(slogan)
    assert fault.value.parts == parts
    assert fault.value.readable == readable


@pytest.mark.parametrize("slogan", ["全域联动", "城乡一体"])
def test_a_remark_alone_names_nothing_to_draw(words, slogan):
    with pytest.raises(NothingToDraw) as fault:
        parse_slogan(slogan)
    assert fault.value.remarks == (slogan,)


@pytest.mark.parametrize(
    "slogan, expected",
    {
        "一体两翼": [(1, "core", ""), (2, "wing", "")],
        "三山两水一平原": [(3, "screen", ""), (2, "river", ""), (1, "landform", "")],
        "两塬夹一川": [(2, "landform", ""), (1, "river", "")],
        "一湖两岸三片": [(1, "lake", ""), (2, "belt", ""), (3, "zone", "")],
        "一环多放射": [(1, "ring", ""), (None, "axis", "")],
        "一条旅游环线、五景区": [(1, "ring", "旅游"), (5, "node", "")],
        "“丁”字形发展轴": [(2, "axis", "")],
        "一核、十字轴": [(1, "core", ""), (2, "axis", "")],
        "“T”型轴+三区": [(2, "axis", ""), (3, "zone", "")],
        "东西两轴、中部一核": [(2, "axis", "东西"), (1, "core", "中部")],
        "雙核引領、兩園驅動、一屏六廊": [(2, "core", ""), (2, "park", ""), (1, "screen", ""), (6, "corridor", "")],
        "一核居中、两翼齐飞": [(1, "core", ""), (2, "wing", "")],
    }.items(),
)
def test_shapes_landforms_places_and_traditional_letters(words, slogan, expected):
    assert [(one.count, one.noun, one.modifier) for one in parse_slogan(slogan)] == expected


def test_a_place_before_the_numeral_gives_the_theme(words):
    (belt,) = parse_slogan("沿黄一带")
    assert (belt.text, belt.theme, belt.symbol) == ("沿黄一带", "river", "belt_river")


def test_names_behind_a_colon_or_dash_are_the_note(words):
    clauses = parse_slogan("一核：城关镇；两轴——G209、S321；六廊：城川河、回龙河，三区")
    assert [(one.text, one.note) for one in clauses] == [
        ("一核", "城关镇"), ("两轴", "G209、S321"), ("六廊", "城川河、回龙河"), ("三区", "")
    ]
    assert [one.note for one in parse_slogan("一核——两轴—三区")] == ["", "", ""]


@pytest.mark.parametrize("slogan", ["", "  \n", "“”", "（）"])
def test_an_empty_slogan_is_said_to_be_empty(words, slogan):
    with pytest.raises((EmptySlogan, UnreadSlogan)):
        parse_slogan(slogan)


def test_classifier_modifier_verb_and_note_are_kept(words):
    screen, corridors, areas = read("一道生态屏障拱卫（吕梁山）、六廊、三大中药材产业片区", words).clauses
    assert (screen.classifier, screen.modifier, screen.noun_text, screen.verb) == ("道", "生态", "屏障", "拱卫")
    assert (screen.note, screen.theme) == ("吕梁山", "ecology")
    assert (corridors.count_word, corridors.note) == ("六", "")
    assert (areas.modifier, areas.noun_text, areas.theme) == ("中药材产业", "片区", "agriculture")


def test_text_around_the_slogan_is_not_lost(words):
    reading = read("到2035年，构建“一核两翼”的总体格局，全域联动", words)
    assert reading.outside == ["到2035年，构建", "的总体格局，全域联动"]
    assert read("一核引领、全域联动", words).remarks == ["全域联动"]


def test_very_long_texts_are_read_in_time(words):
    reading = read("一核两轴三区，" * 200, words)
    assert len(reading.clauses) == 600
    assert read("字" * 3000, words).unread == [(1, "字" * 3000)]


def test_a_project_has_words_of_its_own(qgis_new_project, tmp_path):
    project = QgsProject.instance()
    project.write(str(tmp_path / "county.qgz"))
    header = "noun,canonical,zh,en,geometry,symbol,symbol_sub\n"
    (tmp_path / "slogan_nouns.csv").write_text(f"{header}塬,zone,塬,Loess table,polygon,zone_1,\n", encoding="utf-8")
    (tmp_path / "slogan_refused.csv").write_text("phrase,reason,reason_en\n一核两翼,本县不用,\n", encoding="utf-8")
    (clause,) = parse_slogan("三塬", project)
    assert (clause.noun, clause.geometry, clause.count) == ("zone", "polygon", 3)
    with pytest.raises(FalseFriend) as fault:
        parse_slogan("一核两翼", project)
    assert fault.value.reason == "本县不用"
    (tmp_path / "slogan_words.csv").write_text("word,kind,value,theme\n坨,measure,,\n", encoding="utf-8")
    with pytest.raises(BadStandard) as bad:
        grammar(project)
    assert (bad.value.column, bad.value.value) == ("kind", "measure")
