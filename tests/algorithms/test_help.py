"""Every algorithm has a help text in both languages that a planner can work with."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

HELP = Path(__file__).resolve().parents[2] / "resources" / "help"
ALLOWED = {"p", "b", "i", "ul", "ol", "li", "br"}
UNIT = re.compile(r"[（(].*?[）)]")
SECTIONS = {
    "zh": ("回答什么", "输入", "结果", "怎样读", "局限", "出了问题怎么办", "公式出处"),
    "en": ("What it answers", "Inputs", "Results", "How to read it", "Limits", "When something is wrong", "formulas"),
}
#: The fields that interface.md promises of each algorithm.
FIELDS = {
    "townhierarchy": (
        "level level_zh score rank s_population s_functions s_centrality type_zh a b strength share minutes km note"
    ),
    "spacebalance": "a b area_hm2 zone space space_zh share line message",
    "traveltime": "from_min to_min area_hm2 population",
    "roadreach": "band_min length_m",
    "odmatrix": "origin destination minutes",
    "servicecoverage": (
        "facility minutes covered reason type zone population covered_population covered_share mean_minutes "
        "median_minutes p90_minutes facilities"
    ),
    "visiblerange": "visible_share observers nearest_m",
    "remediationzones": (
        "priority reasons mines area_hm2 score trigger measure responsible rank rank_low rank_high c_water d_water "
        "severity_now severity_next gap_list upstream_of flow_km karst town status mode note"
    ),
    "quarryclusters": "cluster quarries lead capacity joined_because joined_to distance_m why members area_hm2 note",
    "mineralzoning": "class class_zh rules reasons sources area_hm2 rule exclusive_area_hm2",
    "spatialstructure": (
        "order text count noun geometry symbol noun_zh meaning geometry_zh rank modifier verb theme note found "
        "proposed clause clause_text check expected verdict verdict_zh message name basis"
    ),
    "compensationledger": (
        "mine payer basis area_hm2 restoration_cost annual_accrual status zone beneficiary service_value"
    ),
    "exportsheets": "sheet title file scale pages note",
}
#: Where the formulas of each algorithm come from: words that its page must have.
TRAVEL_SOURCES = "NCGIA 93-1 Langmuir 1984"
SOURCES = {
    "townhierarchy": "Fisher 1958 Jenks 1967 Hansen 1959 Marchiori 2000 Zipf 1946 Nelson 1955",
    "spacebalance": "2019 EPSG:1024 100",
    "traveltime": TRAVEL_SOURCES,
    "roadreach": TRAVEL_SOURCES,
    "odmatrix": TRAVEL_SOURCES,
    "servicecoverage": TRAVEL_SOURCES,
    "visiblerange": "Franklin 1994 63 0.13 6371",
    "remediationzones": "0223-2011 8.2 2024 1070.1 2020 Horn 1981 1,000 200",
    "quarryclusters": "Gower 1969 Kruskal 1956 R29 300",
    "spatialstructure": "Zipf 1946 3000 500 50 70 3.2",
    "compensationledger": "2015 1412.6 0.562 0.782 638 779",
}


class Tags(HTMLParser):
    """The tags of a page, and those left open."""

    def __init__(self, text):
        super().__init__()
        self.seen, self.open, self.wrong = set(), [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def algorithms():
    from ronghe.plugin.algorithms.provider import ALGORITHMS

    return [(one.ID, language) for one in ALGORITHMS for language in ("zh", "en")]


@pytest.fixture(params=algorithms(), ids=lambda pair: "-".join(pair))
def page(request, provider):
    name, language = request.param
    path = HELP / language / f"{name}.html"
    assert path.is_file(), f"{name} has no help text in {language}"
    return provider.algorithm(name), language, path.read_text(encoding="utf-8")


def test_the_page_is_no_stub_and_simple_html(page):
    _, _, text = page
    tags = Tags(text)
    assert tags.seen <= ALLOWED and not tags.open and not tags.wrong
    assert len(text.splitlines()) >= 40 and len(re.sub(r"<[^>]+>", "", text)) > 1500


def test_every_parameter_and_result_is_explained(page):
    algorithm, _, text = page
    absent = [
        one.name()
        for one in [*algorithm.parameterDefinitions(), *algorithm.outputDefinitions()]
        if not re.search(rf"\b{one.name()}\b", text) and UNIT.sub("", one.description()) not in text
    ]
    assert not absent


def test_every_promised_field_is_explained(page):
    algorithm, _, text = page
    assert not [name for name in FIELDS.get(algorithm.name(), "").split() if not re.search(rf"\b{name}\b", text)]


def test_the_page_has_the_sections_that_planners_look_for(page):
    _, language, text = page
    assert not [section for section in SECTIONS[language] if section not in text]


def test_formulas_have_their_source_and_unverified_values_their_mark(page):
    algorithm, language, text = page
    if algorithm.name() in SOURCES:
        assert all(word in text for word in SOURCES[algorithm.name()].split())
        assert {"zh": "待核", "en": "to be checked"}[language] in text


def test_defaults_told_are_the_defaults_used(page):
    algorithm, _, text = page
    if algorithm.parameterDefinition("WALK_SPEED") is None:
        return
    for name, told in (("WALK_SPEED", "5.0"), ("OFF_ROAD_FACTOR", "0.6"), ("MAX_SNAP", "1000"), ("MAX_MINUTES", "120")):
        assert float(told) == algorithm.parameterDefinition(name).defaultValue() and told in text


@pytest.mark.parametrize(
    ("locale", "word"), [("zh_CN", "回答什么"), ("zh-Hans", "回答什么"), ("en_GB", "What it answers")]
)
def test_qgis_shows_the_page_of_its_language(provider, monkeypatch, locale, word):
    monkeypatch.setattr("ronghe.plugin.language.QgsApplication.locale", lambda: locale)
    assert word in provider.algorithm("servicecoverage").shortHelpString()
