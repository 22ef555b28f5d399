"""Drawn screens say what facts/ say, and that they are drawings."""

from collections.abc import Iterator

from bs4 import Tag
from guide.facts.screens import GREY, YOUR_NETWORK, Button, Row, Screen
from site_reader import Site

from checks.ios_words import words_of

_MARKS = ("tap", "never")


def titles(site: Site) -> Iterator[str]:
    """In a menu path, the title of each screen is the row tapped before it."""
    for page in site.content:
        for way in page.select(".ios-path__steps"):
            rows = way.select("li")
            shown = [row.get("data-title") for row in rows]
            expected = [None, *(words_of(row) for row in rows)][: len(rows)]
            if shown != expected:
                yield f"{page.name}: the screens on the way are called {shown}, not {expected}"


def said_once(site: Site) -> Iterator[str]:
    """A page with drawings says once that they are drawings, and no other page does."""
    for page in site.content:
        notes = len(page.select_in_article(".drawings"))
        if notes != bool(page.select_in_article(".ios-path__drawn, .ios-screen")):
            yield f"{page.name}: says {notes} times that its screens are drawings"


def screens(site: Site) -> Iterator[str]:
    """A drawn screen has the rows, values and buttons of facts/screens.yml, marked as there.

    That their words are iOS's own, and the values facts, is looked at with all others.
    """
    for page in site.content:
        for figure in page.select(".ios-screen"):
            id = figure["data-screen"]
            expected = list(_expected(site.guide.screens.screens[id]))
            shown = list(_shown(figure))
            if shown != expected:
                wrong = [one for one in shown if one not in expected] or shown
                yield f"{page.name}: the screen {id} shows {wrong}"


def _expected(screen: Screen) -> Iterator[object]:
    yield from (("message", key) for key in screen.messages)
    yield from ["secret"] if screen.secret else []
    yield from (_button(button) for button in screen.buttons)
    yield from (("label", key) for key in filter(None, [screen.title, *screen.tabs]))
    for group in screen.groups:
        yield from [("label", group.head)] if group.head else []
        yield from (GREY if row == GREY else _row(row) for row in group.rows)


def _button(button: Button | str) -> object:
    if button == GREY:
        return GREY
    labels = filter(None, (button.label, button.sometimes))
    return ("button", *((label, button.mark) for label in labels))


def _row(row: Row) -> tuple:
    shown = {"switch": "on", "info": "i"}.get(row.kind)
    return ("row", row.label, row.fact or row.choice or shown, row.change)


def _shown(figure: Tag) -> Iterator[object]:
    """The same, as it stands on the page."""
    yield from (("message", one["data-message"]) for one in figure.select("[data-message]"))
    yield from ("secret" for _ in figure.select(".ios-screen__secret"))
    for button in figure.select("li, .ios-screen__bar > span"):
        # In other languages the same words stand beside them.
        labels = button.select("[data-label]:not(.ios-also *)")
        yield ("button", *map(_marked, labels)) if labels else GREY
    for head in figure.select("strong, .ios-screen__tabs > span"):
        yield ("label", head.select_one("[data-label]")["data-label"])
    for part in figure.select(".ios-screen__head, dl > div"):
        label = part.select_one("[data-label]")
        info = part.select_one(".ios-screen__tap > span:not([data-label])")
        if "ios-screen__head" in part.get("class", []):
            yield ("label", label["data-label"])
        elif info:
            name = label["data-label"] if label else YOUR_NETWORK
            yield ("row", name, info.get_text(), False)
        elif label is None:
            yield GREY
        else:
            value = part.select_one("dd [data-fact], dd [data-label]")
            says = value and (value.get("data-fact") or value["data-label"])
            change = "ios-screen__change" in part.get("class", [])
            yield ("row", label["data-label"], says, change)


def _marked(label: Tag) -> tuple:
    """A button's label, and what to do with it."""
    marks = label.parent.get("class", [])
    return (label["data-label"], next((m for m in _MARKS if f"ios-screen__{m}" in marks), None))


CHECKS = [titles, said_once, screens]
