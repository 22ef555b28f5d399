"""Links of the pages, as they are in the book."""

from guide.page.web_page import WebPage
from guide.paper.parts import to_parts


def test_links_stay_in_the_book_where_they_can():
    step = (
        '<section class="step" id="3046" data-step="3046"><h2 id="net">N '
        '<a class="step-code" href="#3046">3046</a></h2><p>x</p>'
        '<div class="step-foot"><button>y</button></div></section>'
    )
    pages = [
        WebPage("en", "index", "en/", "I", '<h1 id="top">I</h1><a href="network/#net">a</a>'),
        WebPage(
            "en",
            "network",
            "en/network/",
            "N",
            f'<p class="chapter-number">3</p><h1 id="top">N</h1>{step}'
            '<a href="#3046">b</a><a href="../">c</a><a href="../report/">d</a>'
            '<a href="https://other.example/">e</a>',
        ),
    ]
    first, second = to_parts(pages, "https://guide.example/", "en")
    assert 'href="#network--net"' in first.html
    assert second.title == "3. N"
    assert second.steps == {"3046": "N"}
    for link in ("#3046", "#index--top", "https://guide.example/en/report/", "https://other.ex"):
        assert f'href="{link}' in second.html
    assert "step-foot" not in second.html
    assert "chapter-number" not in second.html


def test_a_fold_stands_open_under_its_heading_which_links_lead_to():
    fold = (
        '<h1 id="top">M</h1><details class="message"><summary><h3>A</h3></summary>'
        '<span id="a"></span><p>x</p></details><details><summary>B</summary>y</details>'
    )
    (part,) = to_parts([WebPage("en", "m", "en/m/", "M", fold)], "https://guide.example/", "en")
    folds = '<div class="message"><h3 id="m--a">A</h3><p>x</p></div><div><p>B</p>y</div>'
    assert part.html == f'<h1 id="m--top">M</h1>{folds}'
