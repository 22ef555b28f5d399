"""A step for its own page: short, and with links that are right there."""

import pytest
from guide.page.web_page import WebPage
from guide.steps.step_page import StepText, step_texts

LINK = (
    '<a class="step-link" data-to="{0}" href="../still-failing/#x">'
    'Step&nbsp;<span class="step-code">{0}</span> '
    '<span class="step-link__title">“T <b class="ios-label">L</b>”</span></a>'
)
PAGE = """<h1 id="top">T</h1>
<section class="step" id="3014" data-step="3014">
<h2 id="a">A &amp; <b class="ios-label" data-label="x">B</b>
<a class="step-code" href="#3014">3014</a></h2>
<p class="step__cost">cost</p>
{body}
<div class="step-foot"><a href="../s/3014/">alone</a></div></section>
"""


def text(body: str) -> StepText:
    page = WebPage("en", "network", "en/network/", "T", PAGE.format(body=body))
    return step_texts(page)["3014"]


def test_title_and_body_have_no_marks_that_nobody_looks_for():
    found = text('<p>x <code class="fact" data-fact="a">993</code>\n<button>Copy</button></p>')
    assert found.title == "A &amp; <b>B</b>"
    assert found.body == ('<p class="step__cost">cost</p><p>x <code data-fact="a">993</code></p>')
    assert found.plain_title == "A & B"
    assert found.chapter_url == "../../en/network/#3014"


@pytest.mark.parametrize(
    ("href", "moved"),
    [
        ("../settings/#imap", "../../en/settings/#imap"),
        ("../../settings.json", "../../settings.json"),
        ("#b", "../../en/network/#b"),
        ("../", "../../en/"),
        ("https://other.example/", "https://other.example/"),
    ],
)
def test_links_lead_where_they_led(href, moved):
    assert f'<a href="{moved}">' in text(f'<p><a href="{href}">l</a></p>').body


def test_a_link_to_a_step_opens_its_own_page_in_the_same_language():
    """Its title stands in the plain text only: it would stand here in fourteen languages."""
    found = text(f"<p>See {LINK.format('8052')}.</p>")
    assert '<a href="../8052/#en">Step\u00a0<b>8052</b></a>.' in found.body
    assert found.plain_body == "cost\nSee Step 8052 “T L”."


def test_the_phones_other_languages_are_left_out():
    """And what only the larger drawing in the chapter needs."""
    found = text(
        '<div class="ios-path" data-place="p"><ol class="ios-path__steps" tabindex="0"'
        ' aria-label="n"><li data-label="s" data-title="t"><span>S</span></li>'
        '</ol>\n<details class="ios-path__other"><summary>s</summary></details></div>'
    )
    assert '<div class="ios-path"><ol><li>S</li></ol></div>' in found.body


def test_of_a_path_the_newest_is_open_and_the_others_are_in_folds():
    block = '<div class="tabbed-block"><p class="ios-path__range">{}</p><ol><li>{}</li></ol></div>'
    found = text(
        '<div class="ios-path tabbed-set"><p class="ios-path__ask">Choose</p>'
        '<input type="radio"><div class="tabbed-labels"><label>iOS 18</label></div>'
        f'<div class="tabbed-content">{block.format("iOS 18", "A")}{block.format("iOS 17", "B")}'
        "</div></div>"
    )
    assert found.body.endswith(
        '<div class="ios-path"><p>iOS 18</p><ol><li>A</li></ol>'
        "<details><summary>iOS 17</summary><ol><li>B</li></ol></details></div>"
    )
    assert found.plain_body.splitlines()[1:] == ["iOS 18", "1. A", "iOS 17", "1. B"]
