"""What pages say that iOS says is what facts/labels.yml and facts/messages.yml say."""

from collections.abc import Iterator
from copy import copy

from bs4 import Tag
from guide.facts.ios import YOUR_ACCOUNT
from site_reader import Page, Site

# What stands inside a label's element and is not its words: readings, marks, our own remark.
_NOT_WORDS = "rt, rp, .inferred"


def labels(site: Site) -> Iterator[str]:
    """Every label shown is the table's, in the language that it is marked with."""
    for page in site.content:
        for element in page.select("[data-label]"):
            key, words = element["data-label"], words_of(element)
            locale = _language(site, page, element)
            if locale is None:
                yield f"{page.name}: label {key} is in no language of the guide"
                continue
            expected = site.guide.label(key, locale)
            quoted = [
                form
                for ui in (site.guide.strings[page.locale].ui, site.guide.strings[locale].ui)
                for form in (
                    ui["label"].format(label=expected),
                    ui["quotes_inner"].replace(" ", expected),
                )
            ]
            if words not in (expected, *quoted):
                yield f"{page.name}: label {key} says {words!r}, not {expected!r}"


def paths(site: Site) -> Iterator[str]:
    """Every menu path is that of facts/ios.yml, for each language that phones show."""
    for page in site.content:
        for element in page.select(".ios-path"):
            expected = [
                key for path in site.guide.ios.resolve(element["data-place"]) for key in path.path
            ]
            folds = element.select("details > .tabbed-content")
            if len(folds) != len(site.guide.strings[page.locale].companions):
                yield f"{page.name}: {element['data-place']} lacks a language"
            own = copy(element)
            for fold in own.select("details"):
                fold.decompose()
            for way in (own, *folds):
                shown = [li.get("data-label", YOUR_ACCOUNT) for li in way.select("li")]
                if shown != expected:
                    yield f"{page.name}: the way to {element['data-place']} is {shown}"


def tabs(site: Site) -> Iterator[str]:
    """Where versions differ each has a tab, named as on paper; the newest is open."""
    for page in site.content:
        for element in page.select(".ios-path"):
            versions = len(site.guide.ios.resolve(element["data-place"]))
            named = [each.get_text() for each in element.select(".tabbed-labels label")]
            buttons = element.select(":scope > input[type=radio]")
            open_ones = [button.has_attr("checked") for button in buttons]
            for way in element.select(":scope > .tabbed-content, details > .tabbed-content"):
                blocks = way.select(":scope > .tabbed-block")
                ranges = [each.p.get_text() for each in blocks if each.p]
                if len(blocks) != versions or ranges != named or len(buttons) != len(named):
                    yield f"{page.name}: {element['data-place']} has the tabs {named}"
            if open_ones != [number == 0 for number in range(versions if versions > 1 else 0)]:
                yield f"{page.name}: {element['data-place']} opens {open_ones}"


def inferred(site: Site) -> Iterator[str]:
    """A label in a menu path is called inferred where no source has it, and nowhere else."""
    for page in site.content:
        for element in page.select(".ios-path li[data-label]"):
            locale = _language(site, page, element)
            words = site.guide.labels.labels[element["data-label"]]
            said = element.select_one(".inferred") is not None
            if said != words.inferred(site.guide.ios_language(locale)):
                yield f"{page.name}: {element['data-label']} in {locale}: inferred is {said}"


def typed(site: Site) -> Iterator[str]:
    """No label is typed by hand: in quotation marks, each comes from the table."""
    for page in site.content:
        guide = site.guide
        opening, closing = guide.strings[page.locale].ui["label"].split("{label}")
        names = {guide.label(key, page.locale) for key in _NAMES_OF_APPS}
        own = {guide.label(key, page.locale) for key in guide.labels.labels} - names
        for block in page.article.find_all(["p", "li", "td", "h1", "h2", "h3"]):
            if opening.strip() not in block.get_text():
                continue
            # A step's title is quoted, too, where a link leads to it.
            ours = "[data-label], .ios-path, [data-message], p, li, [lang], .step-link__title"
            if block.find_parent(class_="ios-error"):
                continue
            text = _without(block, ours)
            for label in own:
                if f"{opening.strip()}{label}{closing.strip()}" in text:
                    yield f"{page.name}: the label {label!r} is typed in {text[:50]!r}"


# Apps are named in running text, where nothing is tapped.
_NAMES_OF_APPS = ("mail", "settings", "safari")


def dialog(site: Site) -> Iterator[str]:
    """Wherever the dialog asks for an account without SSL, the first button named is No.

    Cancel may stand behind it; Yes and Continue only in the warning that says never to tap them.
    """
    for page in site.content:
        for block in page.select_in_article("p, li"):
            if block.select_one("p, li") or not block.select_one(
                '[data-message="set-up-without-ssl"]'
            ):
                continue
            buttons = [label["data-label"] for label in block.select("b[data-label]")]
            if block.find_parent("blockquote"):
                continue
            if buttons[:1] != ["no"]:
                yield f"{page.name}: the dialog without SSL is answered by {buttons[:1]}"
            allowed = {"no", "cancel"}
            if block.find_parent(attrs={"data-caution": "never-without-ssl"}):
                allowed |= {"yes", "continue"}
                if not {"yes", "continue"} <= set(buttons):
                    yield f"{page.name}: the warning does not name both buttons never to tap"
            if wrong := set(buttons) - allowed:
                yield f"{page.name}: the dialog without SSL may be answered by {wrong}"


def _language(site: Site, page: Page, element: Tag) -> str | None:
    """The edition whose language an element is marked with; the page's own, if it is that."""
    holder = element if element.get("lang") else element.find_parent(lang=True)
    strings = site.guide.strings
    if strings[page.locale].html_lang == holder["lang"]:
        return page.locale
    return next((key for key in strings if strings[key].html_lang == holder["lang"]), None)


def words_of(element: Tag) -> str:
    """What iOS says in an element, without readings and our own remarks."""
    return _without(element, _NOT_WORDS)


def _without(element: Tag, selector: str) -> str:
    """The words of an element but for those of some inner ones."""
    left_out = {
        id(text) for inner in element.select(selector) for text in inner.find_all(string=True)
    }
    kept = (text for text in element.find_all(string=True) if id(text) not in left_out)
    return " ".join("".join(kept).split())


CHECKS = [labels, paths, tabs, inferred, typed, dialog]
