"""The whole guide in one file, as saved on a phone without a network."""

import pytest
from sampling import sampled

# Links that lead to no place in the file although they should.
LOST = """() => [...document.querySelectorAll("a[href^='#']")]
  .filter((link) => !document.getElementById(link.hash.slice(1)))
  .map((link) => link.hash)"""
WIDTHS = "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"


@pytest.fixture(scope="module", params=["light", "dark"])
def page(request, browser):
    context = browser.new_context(
        viewport={"width": 375, "height": 812},
        color_scheme=request.param,
        java_script_enabled=request.param == "light",
        offline=True,
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("locale", sampled("the whole guide in one file"))
def test_it_asks_for_nothing_and_every_link_resolves(locale, page, site):
    address = (site.folder / f"offline/guide-{locale}.html").as_uri()
    asked, trouble = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: trouble.append(message.text))
    page.goto(address)
    assert asked == [address]
    assert trouble == []
    assert page.evaluate(LOST) == []
    scroll, client = page.evaluate(WIDTHS)
    assert scroll <= client
    # Messages, which the page has in folds, are read through here.
    folds = page.locator(".message")
    assert folds.count() == page.locator(".message[open]").count() == len(site.guide.errors.errors)
    # The style is the one that the policy allows.
    shown = page.evaluate("getComputedStyle(document.querySelector('.step')).borderTopWidth")
    assert shown == "1px"
    page.locator("nav summary").nth(5).click()
    page.locator("nav a[href='#6028']").click()
    assert page.url == f"{address}#6028"
    assert page.locator("section[id='6028']").is_visible()
    assert asked == [address]
