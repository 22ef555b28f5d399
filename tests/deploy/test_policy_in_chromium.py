"""The policies in a real browser: nothing of ours breaks them, and they hold against others."""

from io import BytesIO

import pytest
from deploy.conftest import PDF, PLANTED
from PIL import Image
from sampling import sampled

# Every page of this; of some others one of each kind that differs. nginx says the same of every
# page (test_headers.py), and what a page says itself is looked at in browser/test_every_page.py.
WHOLE = ("ja",)
SOME = ("index", "settings", "support-desk", "404")


@pytest.mark.parametrize("locale", sampled("policies of nginx", 2))
def test_no_page_breaks_a_policy(locale, served, site, tab):
    own = {*site.guide.slugs, "404"}
    for page in site.of(locale):
        if locale in WHOLE or page.slug in SOME or page.slug not in own:
            tab.page.goto(f"{served.base}{page.url}")
            _settle(tab)
            assert (tab.violations, tab.said) == ([], []), page.url


def test_nor_a_step_page_nor_an_unknown_address(served, site, tab):
    for path in ("s/", *(f"s/{step.code}/#en" for step in site.guide.steps.steps[:5])):
        tab.page.goto(served.base + path)
        _settle(tab)
        assert (tab.violations, tab.said) == ([], []), path
    for path in ("nowhere/", "vi/nowhere/deep/"):
        assert tab.page.goto(served.base + path).status == 404
        _settle(tab)
        assert tab.violations == []
        assert all("404 (" in line for line in tab.said), path


def test_what_somebody_puts_into_a_page_does_not_run(served, tab):
    tab.page.goto(served.base + PLANTED)
    tab.page.locator("#bad").click()
    _settle(tab)
    # A file of this site may run, so that the rest is not blocked for another reason.
    assert tab.planted == ["own script"]
    kinds = [violation.split(":")[0] for violation in tab.violations]
    assert kinds.count("script-src-elem") >= 1
    assert kinds.count("script-src-attr") >= 1
    assert kinds.count("style-src-attr") >= 1
    assert "require-trusted-types-for" in kinds
    assert any("eval" in line.lower() for line in [*tab.violations, *tab.said])


def test_what_the_header_forbids_is_forbidden_without_the_meta(served, tab):
    """A copy without its own policy is held by the server's."""
    path = served.folder / PLANTED / "bare.html"
    page = (served.folder / PLANTED / "index.html").read_text(encoding="utf-8")
    path.write_text(page.replace("http-equiv=", "data-was="), encoding="utf-8")
    tab.page.goto(f"{served.base}{PLANTED}bare.html")
    tab.page.locator("#bad").click()
    _settle(tab)
    assert tab.planted == ["own script"]
    assert len(tab.violations) >= 4


def test_only_step_pages_can_be_framed(served, outside, tab):
    for path, shown in (("s/3046/#en", True), ("s/#en", True), ("en/network/", False)):
        outside.pages["/frame"] = (
            "<!doctype html><link rel=icon href='data:,'>"
            f'<iframe src="{served.base}{path}" width="600" height="600"></iframe>'
        )
        tab.said.clear()
        tab.page.goto(f"{outside.base}frame")
        _settle(tab)
        frame = tab.page.frames[1]
        assert (frame.url == f"{served.base}{path}") is shown, path
        if shown:
            assert frame.locator("main > section#en").is_visible(), path
            assert (tab.violations, tab.said) == ([], []), path
        else:
            assert any("frame-ancestors" in line for line in tab.said), tab.said
            assert frame.locator("article").count() == 0


def test_other_sites_do_not_learn_where_a_reader_comes_from(served, outside, tab):
    for path in ("en/about/", "s/3046/#en"):
        tab.page.goto(served.base + path)
        outside.referrers.clear()
        link = tab.page.locator("a:visible").last
        link.evaluate(
            "(link, to) => { link.href = to; link.removeAttribute('rel'); link.click(); }",
            f"{outside.base}came",
        )
        tab.page.wait_for_url(f"{outside.base}came")
        assert outside.referrers[0] is None, path


def test_a_pdf_opens_in_the_browser_s_viewer(served, whole_tab):
    """Its own policy forbids everything, which must not keep the viewer from showing it."""
    whole_tab.page.goto(served.base + PDF)
    for _ in range(60):
        # The viewer is dark around the white page.
        picture = Image.open(BytesIO(whole_tab.page.screenshot())).convert("L")
        if picture.histogram()[255] > 50_000:
            break
        whole_tab.page.wait_for_timeout(500)
    else:
        pytest.fail("the viewer shows no page")
    assert whole_tab.violations == []


def _settle(tab) -> None:
    """Until what the page has started is done, and its violations are told."""
    tab.page.evaluate("() => new Promise((done) => setTimeout(done, 50))")
