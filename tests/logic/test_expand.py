"""What a page may say, expanded without MkDocs."""

import pytest
from guide.page.expand import BLOCK, Page, expand, expand_inline
from guide.problem import Problem
from guide.project import load
from site_build import ROOT

HEAD = "---\ndescription: d\n---\n"


@pytest.fixture(scope="module")
def guide():
    return load(ROOT, {"ja": "日本語", "en": "English"})


@pytest.fixture
def page(guide):
    return Page(guide, "en", "network", "../../")


def test_a_fact_is_marked(page):
    assert expand(HEAD + '{{ fact("imap.port") }}', page) == (
        '<code class="fact" data-fact="imap.port" translate="no">993</code>'
    )


def test_a_copy_button_copies_the_fact_and_says_which(page):
    html = expand(HEAD + '{{ fact("smtp.host", copy=True) }}', page)
    assert 'data-copy="smtp.softbank.jp"' in html
    assert "(Outgoing server)" in html


def test_a_label_has_the_words_of_a_japanese_phone_beside_it(page):
    html = expand(HEAD + '{{ label("use-ssl") }}', page)
    assert "“Use SSL”" in html
    assert '<span lang="ja" data-label="use-ssl">SSLを使用</span>' in html


def test_a_link_to_a_step_has_its_title_and_code(page):
    title = page.guide.step_headings["en"]["3072"].heading.text
    assert expand(HEAD + '{{ step("3072") }}', page) == (
        '[Step\u00a0<span class="step-code">3072</span> '
        f'<span class="step-link__title">“{title}”</span>]'
        '(#restart){ .step-link data-to="3072" }'
    )
    assert expand(HEAD + '{{ step("3072", title=False) }}', page) == (
        '[Step\u00a0<span class="step-code">3072</span>](#restart){ .step-link data-to="3072" }'
    )
    assert "](still-failing.md#reset-network)" in expand(HEAD + '{{ step("8047") }}', page)


def test_a_step_at_the_start_of_a_list_item_begins_a_sentence():
    guide = load(ROOT, {"ja": "日本語", "es": "Español"})
    text = HEAD + '- {{ step("3072") }}\n- a {{ step("3072") }}\n'
    first, inside = expand(text, Page(guide, "es", "network")).splitlines()[:2]
    assert first.startswith("- [Paso")
    assert inside.startswith("- a [paso")


def test_a_block_leaves_a_mark_and_its_html(page):
    assert expand(HEAD + '{{ path("profiles") }}', page) == BLOCK.format(0)
    assert 'data-place="profiles"' in page.blocks[0]
    assert "VPNとデバイス管理" in page.blocks[0]


def test_a_file_for_programs_is_linked_from_any_depth(page):
    assert 'href="../../settings.json"' in expand(HEAD + '{{ data_link("settings.json") }}', page)


def test_boxes_get_their_titles_and_titles_their_anchor(page):
    title = page.guide.strings["en"].blocks["expect"]
    assert expand(HEAD + "# T\n\n!!! expect\n    x\n", page) == (
        f'# T {{ #top }}\n\n!!! expect "{title}"\n    x\n'
    )


def test_a_step_that_erases_offers_human_help_first(page):
    text = '## A { #a data-step="8047" }\n\n1. Do\n\n## B { #b data-step="3072" }\n\n1. Do\n'
    first, second = expand(HEAD + text, page).split("## B")
    assert first.index('data-to="8060"') < first.index("1. Do")
    assert "8060" not in second


def test_braces_of_markdown_mean_nothing_to_the_expansion(page):
    text = "## A { #a }\n\n{% x %} {#b}\n"
    assert expand(HEAD + text, page) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\n\n{{ port }}", r"docs/en/network\.md:6: 'port' is undefined"),
        ('{{ fact("x") }}', r"docs/en/network\.md:4: there is no 'x'"),
        ('{{ label("x") }}', "there is no 'x'"),
        ('{{ step("9999") }}', "there is no '9999'"),
        ('{{ path("x") }}', "there is no 'x'"),
        ('{{ link("x") }}', "there is no 'x'"),
        ('{{ caution("x") }}', "there is no 'x'"),
        ('{{ code("9999") }}', "there is no '9999'"),
        ('{{ data_link("x.json") }}', r"there is no 'x\.json'"),
        ("{{ fact() }}", "missing 1 required positional argument"),
        ("{{ fact( }}", "Correct the {{"),
        ('{{ fact("imap.port") + "x" }}', "Correct the {{"),
        ('a\n\n{{ fact("imap.port") }', r"docs/en/network\.md:6: `{{` has no `}}` after it"),
        ("{{ fact }}", "'fact' is not called"),
        ('!!! expect "My own"', "is no box"),
        ("!!! tip", "is no box"),
    ],
)
def test_what_is_not_known_is_said_with_file_and_line(text, words, page):
    with pytest.raises(Problem, match=words):
        expand(HEAD + text, page)


@pytest.mark.parametrize("markdown", ["# T\n", "---\ntitle: x\n---\n# T\n"])
def test_a_page_needs_a_description(markdown, page):
    with pytest.raises(Problem, match="lacks its description"):
        expand(markdown, page)


def test_a_problem_is_one_line():
    assert str(Problem("a.yml: key", "it is\n wrong.", "Mend it.")) == (
        "a.yml: key: it is wrong. Mend it."
    )


def test_words_are_expanded_without_blocks(guide):
    assert "993" in expand_inline('{{ fact("imap.port") }}', guide, "ja", "x")
    assert expand_inline("plain", guide, "ja", "x") == "plain"


def test_a_withdrawn_step_has_its_anchors_where_the_page_says(page):
    found = expand(HEAD + '1. {{ former_step("7042") }}On', page)
    assert found == '1. <span id="outgoing-ssl"></span><span id="7042"></span>On'
    with pytest.raises(Problem, match="there is no '3072'"):
        expand(HEAD + '{{ former_step("3072") }}', page)


def test_a_chapter_has_one_place_for_each_withdrawn_step(guide):
    places = ["7027", "7042", "7050", "7069", "7075", "7088"]
    text = HEAD + " ".join(f'{{{{ former_step("{code}") }}}}' for code in places)
    expand(text, Page(guide, "en", "ssl-check"))
    for wrong in (text.replace("7088", "7075"), text + '{{ former_step("7042") }}'):
        with pytest.raises(Problem, match=r"ssl-check\.md: the withdrawn step .* former_step"):
            expand(wrong, Page(guide, "en", "ssl-check"))


def test_a_screen_is_in_a_fold_on_a_route_alone(guide):
    text = HEAD + '{{ screen("advanced", fold=True) }}'
    chapter, route = Page(guide, "en", "network"), Page(guide, "en", "fix/suddenly")
    expand(text, chapter)
    expand(text, route)
    assert chapter.blocks[0].startswith("<figure")
    assert route.blocks[0].startswith('<details class="drawn"><summary')
