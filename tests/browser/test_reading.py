"""What a screen reader is given: Chromium's accessibility tree, not the markup."""

import re
from itertools import pairwise

import pytest
from browser.desk import choose
from guide.words.line_breaks import without_joiners
from sampling import sampled

LANDMARKS = ("banner", "navigation", "main", "contentinfo", "complementary", "region")


def _tree(page) -> list[dict]:
    """What is exposed, in the order of reading: role, name, description and properties."""
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {node["nodeId"]: node for node in nodes}
    found = []

    def visit(node: dict, above: tuple[str, ...]) -> None:
        if not node["ignored"]:
            said = {key: node.get(key, {}).get("value", "") for key in ("role", "name")}
            said["description"] = node.get("description", {}).get("value", "")
            said["above"] = above
            for one in node.get("properties", []):
                said[one["name"]] = one["value"].get("value")
            found.append(said)
            above = (*above, said["role"])
        for child in node.get("childIds", []):
            if child in by_id:
                visit(by_id[child], above)

    visit(next(node for node in nodes if "parentId" not in node), ())
    return found


def _names(tree: list[dict], *roles: str) -> list[str]:
    return [node["name"] for node in tree if node["role"] in roles]


@pytest.mark.parametrize(("turn", "locale"), [*enumerate(sampled("landmarks"))])
def test_landmarks_headings_and_names(turn, locale, open_page, site, base):
    size = "pc" if turn % 2 else "phone"
    opened = open_page("", size)
    words = site.guide.strings[locale]
    for slug in ("index", "network", "settings", "support-desk", "report"):
        opened.go_to(base + site.page(locale, slug).url)
        opened.page.wait_for_function(
            "() => document.querySelector('button.copy, .tried:not([hidden])')"
        )
        if slug == "network":
            opened.page.locator("[id='3046'] .result summary").click()
        tree = _tree(opened.page)
        marks = [(node["role"], node["name"]) for node in tree if node["role"] in LANDMARKS]
        # The main menu is folded on a phone; the way on is there on both.
        menu = [role for role, name in marks if role == "navigation"]
        rest = [role for role, name in marks if role != "navigation"]
        assert rest == ["banner", "main", "contentinfo"], f"{slug}: {marks}"
        assert len(menu) == (2 if size == "pc" else 1), f"{slug}: {marks}"
        assert all(name for role, name in marks if role == "navigation"), f"{slug}: {marks}"
        levels = [node["level"] for node in tree if node["role"] == "heading"]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        interactive = ("link", "button", "radio", "checkbox", "combobox", "textbox", "searchbox",
                       "DisclosureTriangle")  # fmt: skip
        unnamed = [n for n in tree if n["role"] in interactive and not n["name"].strip()]
        assert unnamed == [], slug
        named = _names(tree, *interactive)
        # A reading within a name would say everything twice.
        assert not [name for name in named if re.search(r"[ぁ-ゖ]\([ぁ-ゖ]+\)", name)]
        if slug == "network":
            steps = [name for name in _names(tree, "heading") if "3046" in name]
            code = words.ui["step_code"].format(code="3046")
            title = opened.page.locator("[id='3046'] > h2").evaluate(
                "h => { const c = h.cloneNode(true);"
                "for (const e of c.querySelectorAll('rt, rp, a')) e.remove();"
                "return c.textContent.trim() }"
            )
            assert steps == [f"{title} {code}"]
            results = [n["name"] for n in tree if n["role"] == "group" and "3046" in n["name"]]
            assert len(results) == 1, "whose result it is"


@pytest.mark.parametrize("locale", ["ja", "en", "ja-easy", "my"])
def test_each_copy_button_says_what_it_copies(locale, open_page, site):
    page = open_page(site.page(locale, "settings").url).page
    page.locator("button.copy:visible").first.wait_for()
    names = [without_joiners(name) for name in _names(_tree(page), "button")]
    assert len(names) == len(set(names))
    copy = site.guide.strings[locale].ui["copy"]
    buttons = [name for name in names if name.startswith(copy)]
    # Two hosts and three ports: what is chosen on the phone is not typed.
    assert len(buttons) == page.locator("button.copy:visible").count() == 5
    assert all(len(name) > len(copy) + 2 for name in buttons)


def test_what_was_copied_and_what_went_wrong_is_announced(open_page, base):
    page = open_page("en/settings/").page
    # It is said for two seconds: time stands still until it has been heard.
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    page.locator("button.copy").first.click()
    page.locator("button.copy--done").wait_for()
    tree = _tree(page)
    said = [n["name"] for n in tree if "status" in n["above"] and n["role"] == "StaticText"]
    assert said == ["Copied"]
    assert {node["live"] for node in tree if node["role"] == "status"} == {"polite"}
    page.clock.resume()
    page.goto(base + "en/support-desk/")
    page.locator("#digits-input").fill("12")
    page.locator(".digits button").click()
    choose(page, "3046")
    page.locator(".desk__texts pre").first.wait_for()
    said = {n["name"] for n in _tree(page) if "status" in n["above"] and n["role"] == "StaticText"}
    assert any("reading mistake" in text for text in said)
    assert any("Steps chosen: 1" in text for text in said)


@pytest.mark.parametrize("locale", ["ja", "en", "ne"])
def test_ways_through_ios_are_lists_in_order(locale, open_page, site):
    page = open_page(site.page(locale, "profile").url).page
    way = page.locator("[id='4017'] ol.ios-path__steps").first
    labels = way.locator("li").all_inner_texts()
    snapshot = re.findall(r"listitem: (.*)", way.aria_snapshot())
    assert [text.strip('"') for text in snapshot] == labels
    assert len(labels) == 3
    # WebKit calls a list with `none` no list.
    styles = page.locator("main :is(ol, ul), .bar :is(ol, ul)").evaluate_all(
        "all => all.map(list => getComputedStyle(list).listStyleType)"
    )
    assert styles
    assert "none" not in styles


def test_readings_are_beside_the_words_not_within(open_page, site):
    page = open_page(site.page("ja-easy", "settings").url).page
    tree = _tree(page)
    title = next(node["name"] for node in tree if node["role"] == "heading")
    assert not re.search(r"せってい|ないよう", title), title
    readings = [node["description"] for node in tree if node["role"] == "Ruby"]
    assert len(readings) > 50
    assert all(readings)


@pytest.mark.parametrize(("locale", "size"), [("ja", "phone"), ("en", "pc"), ("zh-TW", "phone")])
def test_the_present_page_and_language_and_open_folds_are_said(locale, size, open_page, site):
    page = open_page(site.page(locale, "network").url, size).page
    folds = [node for node in _tree(page) if node["role"] == "DisclosureTriangle"]
    assert [node["expanded"] for node in folds[:1]] == [False]
    if size == "phone":
        page.locator(".menu summary").click()
        opened = [n for n in _tree(page) if n.get("expanded") is True]
        assert [node["role"] for node in opened] == ["DisclosureTriangle"]
    current = page.locator("nav [aria-current=page]")
    assert current.count() == 1
    assert current.get_attribute("href") in (".", "./", "")
    page.locator(".languages summary").click()
    opened = [n for n in _tree(page) if n.get("expanded") is True]
    assert [site.names[locale] in node["name"] for node in opened] == [True]
    assert page.locator(".languages [aria-current=true]").inner_text() == site.names[locale]
