"""A reader's own colours, and less motion: nothing is lost."""

import pytest
from browser.desk import choose

MOVING = """() => [...document.querySelectorAll("*")].flatMap(e =>
  ["", "::before", "::after", "::details-content"].filter(part => {
    const style = getComputedStyle(e, part || null);
    const longest = times => Math.max(...times.split(",").map(parseFloat));
    return longest(style.transitionDuration) > 0 || longest(style.animationDuration) > 0
      || style.scrollBehavior === "smooth";
  }).map(part => `${e.tagName}.${e.className}${part}`))"""


def test_nothing_moves_for_those_who_asked_for_less(open_page, base):
    opened = open_page("", reduced_motion="reduce")
    for address in ("", "en/network/", "en/support-desk/", "en/report/", "en/settings/", "s/#en"):
        opened.go_to(base + address)
        assert opened.page.evaluate(MOVING) == [], address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_colours_of_the_readers_own(scheme, open_page, base):
    opened = open_page("en/network/", forced_colors="active", color_scheme=scheme)
    page = opened.page

    def style(selector: str, name: str) -> str:
        return page.locator(selector).first.evaluate("(e, name) => getComputedStyle(e)[name]", name)

    # A frame stays where there was a ground.
    for badge in ("a.step-code", ".expect", ".otherwise", ".tried span", ".step"):
        assert style(badge, "borderLeftStyle") == "solid", badge
        assert style(badge, "borderLeftColor") != style("body", "backgroundColor"), badge
    page.locator("[id='3046'] .result summary").click()
    page.locator("[data-tried='3046'] label").nth(1).click()
    chosen, other = (f"[data-tried='3046'] label:nth-of-type({n}) span" for n in (2, 3))
    assert style(chosen, "backgroundColor") != style(other, "backgroundColor")
    page.locator("[data-tried='3046'] input").nth(1).focus()
    page.keyboard.press("ArrowRight")
    assert style("[data-tried='3046'] input:focus", "outlineStyle") == "solid"
    opened.go_to(base + "en/support-desk/")
    choose(page, "3046")
    # Or no camera reads it.
    assert style(".desk__qr canvas", "backgroundColor") == "rgb(255, 255, 255)"
    opened.go_to(base + "en/settings/")
    page.locator("button.copy:visible").first.wait_for()
    assert style("button.copy", "borderLeftColor") != style("body", "backgroundColor")
