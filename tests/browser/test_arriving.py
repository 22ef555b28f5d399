"""While a page arrives bit by bit, nothing that can already be seen moves."""

import pytest
from browser.conftest import SIZES
from browser.faulty_server import FaultyServer
from sampling import sampled

SOME = sampled("while a page arrives", 4)
# What moved, and from where to where.
MOVED = """
  window.moved = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      const what = sources.map(({ node, previousRect: from, currentRect: to }) => (
        `${node?.nodeName} ${from.x}, ${from.y} → ${to.x}, ${to.y}`
      ));
      moved.push(`${value}: ${what.join("; ")}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
"""
# Until what was last loaded has been drawn.
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.fixture
def bit_by_bit(site):
    server = FaultyServer(site.folder)
    server.fault = lambda path: "pieces"
    yield server.base
    server.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("locale", SOME)
def test_nothing_moves_while_a_page_arrives(locale, size, browser, bit_by_bit, site):
    width, height = SIZES[size]
    context = browser.seen.new_context(
        viewport={"width": width, "height": height}, service_workers="block"
    )
    context.add_init_script(MOVED)
    page = context.new_page()
    # Two of the pages; every page has its turn in some language.
    turn = 4 * SOME.index(locale) + 2 * (size == "pc")
    pages = site.of(locale)
    for one in (pages[turn % len(pages)], pages[(turn + 1) % len(pages)]):
        page.goto(bit_by_bit + one.url, wait_until="load")
        page.evaluate(DRAWN)
        assert page.evaluate("moved") == [], one.name
    context.close()


def test_what_the_text_does_not_need_comes_after_it(browser, base):
    """In a tab that is looked at; costs under a second."""
    page = browser.seen.new_page()
    page.goto(base + "en/network/")
    page.wait_for_function("() => !document.documentElement.classList.contains('no-js')")
    page.wait_for_function("() => document.querySelector('.result:not([hidden])')")
    drawn, asked = page.evaluate(
        """() => [
          performance.getEntriesByName("first-contentful-paint")[0].startTime,
          performance.getEntriesByType("resource").map(({ name, startTime }) => [name, startTime]),
        ]"""
    )
    assert {name.rpartition("/")[2] for name, _ in asked} >= {"site.js", "steps.js", "later.css"}
    assert [name for name, at in asked if at < drawn] == []
    page.close()
