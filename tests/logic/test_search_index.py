"""The words of a page for the search: its own, by section."""

from dataclasses import replace

import pytest
from guide.problem import Problem
from guide.project import load
from guide.search.queries import Queries
from guide.search.route_sections import route_sections, route_titles
from guide.search.search_index import readings, search_index
from guide.search.search_words import SearchWords, SharedSearchWords, kinds_in_patterns, read
from guide.search.sections import Section, sections
from lxml.html import fragment_fromstring
from site_build import ROOT

PAGE = """
<p class="chapter-number" data-search-exclude>3</p>
<h1 id="top">Network</h1><p>First <b>of</b> all.</p>
<section class="step" data-step="3072">
<h2 id="restart">Restart <a class="step-code" href="#3072">3072</a></h2>
<p class="step__cost">about 3 min</p>
<ol><li>Turn it off.<button>Copy</button></li></ol>
<div class="ios-path"><ol><li data-label="x">Settings</li></ol>
<details><summary>In Japanese</summary><ol><li data-label="x">設定</li></ol></details></div>
<p>Go to <a class="step-link" href="#vpn">VPN <span class="step-code">3080</span></a>.</p>
<div class="step-foot" data-search-exclude>Send it</div>
</section>
<h2 id="end">End</h2><table class="sources"><tr><td>SoftBank FAQ</td></tr></table>
"""
ERASING = [
    *("profile#remove-old-profile", "password#new-password", "still-failing#safari-data"),
    *("still-failing#reset-network", "still-failing#set-up-again"),
    "still-failing#reset-all-settings",
]


def words(**others) -> SearchWords:
    asks = {place: ["delete it"] for place in ERASING}
    empty = {"sections": {}, "synonyms": {}, "asks": asks, "not_asked": []}
    empty |= {"leads": {}, "kinds": {}}
    return SearchWords(**empty | others)


NO_WORDS = words()
NO_QUERIES = Queries(here={}, not_here=["pizza"])


def index_of(guide, words=NO_WORDS, queries=NO_QUERIES) -> dict:
    """The index in English of a site of nothing but a first heading."""
    return search_index(guide, "en", {"": "Start"}, [Section("", "top")], words, queries)


@pytest.fixture(scope="module")
def guide():
    """Without the words for all languages, which name headings of every page."""
    none = SharedSearchWords(asks={}, leads={}, worries=[])
    return replace(load(ROOT, {"ja": "日本語", "en": "English"}), search_words=none)


def test_a_page_is_parted_at_its_headings():
    top, restart, end = sections(fragment_fromstring(PAGE, create_parent="div"), "network/")
    assert (top.anchor, top.title, top.code, top.text) == ("top", "Network", "", "First of all.")
    assert (restart.title, restart.code) == ("Restart", "3072")
    assert (end.anchor, end.code, end.text) == ("end", "", "")


def test_a_heading_that_names_a_fold_has_its_place_in_it():
    fold = """<h1 id="top">M</h1><details><summary><h3>A</h3><span>B</span></summary>
    <span id="a"></span><p>What it means.</p></details>"""
    _, found = sections(fragment_fromstring(fold, create_parent="div"), "errors/")
    assert (found.anchor, found.title, found.text) == ("a", "A", "What it means.")


def test_only_what_a_step_itself_says_is_kept():
    _, restart, _ = sections(fragment_fromstring(PAGE, create_parent="div"), "network/")
    assert restart.text == "Turn it off. Go to 3080."
    assert restart.also == ["Settings", "設定"]


def test_an_error_has_its_messages_in_the_readers_language_japanese_and_english(guide):
    index = search_index(
        guide,
        "ja",
        {"errors/": "Errors"},
        [Section("errors/", "cannot-get-mail")],
        NO_WORDS,
        NO_QUERIES,
    )
    (row,) = index["sections"]
    assert "メールを取得できません" in row[5]
    assert "Cannot Get Mail" in row[5]


def test_each_route_is_found_by_what_is_wrong_with_its_first_steps(guide):
    steps = [
        Section(f"{step.chapter}/", step.anchor, f"Do {step.code}", step.code)
        for step in guide.steps.active()
    ]
    found = {section.page: section for section in route_sections(guide, "en", steps)}
    assert found.keys() == route_titles(guide, "en").keys()
    assert "fix/tried-everything/" not in found
    route = found["fix/only-wifi-fails/"]
    assert (route.anchor, route.title) == ("top", guide.strings["en"].symptoms["only-wifi-fails"])
    assert route.text == "Do 1010 → Do 3095 → Do 3080 → Do 3102"
    assert found["fix/suddenly/"].text == "Do 1010 → Do 3046 → Do 3072 → Do 4017 → …"


def test_who_has_tried_everything_is_led_to_a_human(guide):
    help_ = Section("still-failing/", "ask-support", "Ask", guide.steps.help)
    index = search_index(guide, "en", {"still-failing/": "End"}, [help_], NO_WORDS, NO_QUERIES)
    words = guide.strings["en"].symptoms[guide.routes.last_resort().id]
    assert index["examples"] == [sorted(["Ask", words])]


def test_words_for_a_heading_that_there_is_not_stop_the_build(guide):
    wrong = words(sections={"network#restrat": ["reboot"]})
    with pytest.raises(Problem, match=r"network#restrat.*no page has this heading"):
        index_of(guide, wrong)


def test_queries_for_a_heading_that_there_is_not_stop_the_build(guide):
    wrong = Queries(here={"network#restrat": ["turn it off and on"]}, not_here=["pizza"])
    with pytest.raises(Problem, match=r"docs/en/queries.yml: here.network#restrat.*no page has"):
        index_of(guide, queries=wrong)


def test_queries_stand_by_the_number_of_the_section_that_answers_them(guide):
    queries = Queries(here={"index#top": ["help", "port {imap.port}"]}, not_here=["pizza"])
    index = index_of(guide, queries=queries)
    port = guide.facts["imap.port"]
    assert (index["examples"], index["not_here"]) == ([["help", f"port {port}"]], ["pizza"])


def test_what_leads_to_a_heading_is_its_number_with_every_languages_patterns_and_facts(guide):
    shared = guide.search_words.model_copy(update={"leads": {"index#top": ["a/b"]}})
    own = words(leads={"index#top": ["{sms.sender} link"]})
    index = index_of(replace(guide, search_words=shared), own)
    assert index["leads"] == [[0, "a/b", f"{guide.facts['sms.sender']} link"]]


@pytest.mark.parametrize(
    ("leads", "says"),
    [
        ({"index#tpo": ["ssl"]}, r"leads.index#tpo.*no page has this heading"),
        ({"index#top": ["{sms.sendr}"]}, r"leads.index#top.*no fact 'sms.sendr'"),
        ({"index#top": ["ssl/@mial off"]}, r"docs/en/search.yml: kinds.mial"),
    ],
)
def test_a_lead_to_no_heading_or_with_no_fact_or_kind_stops_the_build(leads, says, guide):
    with pytest.raises(Problem, match=says):
        index_of(guide, words(leads=leads))


@pytest.mark.parametrize(
    ("place", "asks"),
    [
        ("still-failing#set-up-again", ERASING[:4] + ERASING[5:]),
        ("network#restart", [*ERASING, "network#restart"]),
    ],
)
def test_the_steps_that_erase_and_they_alone_say_how_they_are_asked_for(place, asks, guide):
    wrong = words(asks={one: ["delete it"] for one in asks})
    with pytest.raises(Problem, match=rf"asks.{place}.*erase"):
        index_of(guide, wrong)


def test_every_kind_stands_in_a_pattern():
    """One that no pattern names is sent to every reader for nothing."""
    words, shared = read(ROOT, "ja"), load(ROOT, {"ja": "日本語"}).search_words
    assert words.kinds.keys() - kinds_in_patterns(words, shared) == set()


def test_what_a_step_costs_comes_from_its_facts(guide):
    index = index_of(guide)
    steps = {step.code: [step.minutes, step.changes] for step in guide.steps.active()}
    assert index["costs"]["steps"] == steps
    assert index["costs"]["changes"]["data"] == guide.strings["en"].changes["data"]
    assert index["asks"]["8052"] == ["delete it"]


def test_every_languages_asks_and_worries_stand_beside_its_own(guide):
    shared = guide.search_words.model_copy(
        update={
            "asks": {"still-failing#set-up-again": ["@del account"]},
            "worries": ["@del"],
        }
    )
    own = words(kinds={"del": ["delete"]})
    index = index_of(replace(guide, search_words=shared), own)
    assert index["asks"]["8052"] == ["@del account", "delete it"]
    assert index["worries"] == ["@del"]
    assert index["kinds"] == {"del": ["delete"]}


def test_kanji_have_their_readings():
    assert readings(["SSL接続できません", "機内モード"]) == {"接続": "せつぞく", "機内": "きない"}


def test_a_word_that_reads_as_its_parts_has_no_reading_of_its_own():
    assert "初期設定" not in readings(["初期", "設定", "初期設定"])
