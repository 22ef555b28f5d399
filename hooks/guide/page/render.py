"""The HTML of facts, labels, steps and tables. The templates stand in templates/.

Every function takes the checked guide and a locale, and gives HTML. An unknown key is a KeyError.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from guide.facts.ios import YOUR_ACCOUNT
from guide.facts.ios import Path as IosPath
from guide.facts.routes import ELSEWHERE, Route
from guide.facts.steps import Step
from guide.page.css import with_tokens
from guide.project import SOURCE, Guide
from guide.steps.route_source import route_codes, route_slug, way_of_turn, way_to_help
from guide.words.dates import time_element
from guide.words.line_breaks import joined_to_badge
from guide.words.quotes import quoted
from guide.words.strings import Caution


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # Nothing changes during a build; `make serve` begins each one anew.
        auto_reload=False,
    )
    templates.filters["former"] = _former
    templates.filters["styles"] = lambda css, guide: Markup(
        with_tokens(css, "a template", guide.root)
    )
    return templates


def _former(code: str, guide: Guide) -> Markup:
    """The attribute by which marks under withdrawn codes count for a step (tried.js), if any do."""
    codes = " ".join(guide.steps.former(code))
    return Markup(' data-former="{}"').format(codes) if codes else Markup()


def _template(name: str, guide: Guide, locale: str, **values) -> str:
    return (
        _templates()
        .get_template(f"{name}.html")
        .render(
            guide=guide,
            locale=locale,
            strings=guide.strings[locale],
            time=lambda day: time_element(day, guide.strings[locale].html_lang),
            **values,
        )
    )


def page_template(name: str, guide: Guide, **values) -> str:
    """A template that is a whole file; ``name`` is that of the file in templates/."""
    return _templates().get_template(name).render(guide=guide, **values)


def fact(guide: Guide, locale: str, key: str, copy: bool = False) -> Markup:
    """A fact, marked so that tests and readers' tools can find it."""
    if key == "service.name":
        # A Japanese name in running text, on pages in any language.
        return Markup('<b class="fact" data-fact="{}" lang="ja" translate="no">{}</b>').format(
            key, guide.facts[key]
        )
    marked = Markup('<code class="fact" data-fact="{}" translate="no">{}</code>').format(
        key, guide.facts[key]
    )
    if not copy:
        return marked
    return Markup('<span class="to-copy">{}{}</span>').format(
        marked, copy_button(guide, locale, key)
    )


def copy_button(guide: Guide, locale: str, key: str) -> Markup:
    """A button that copies a fact. It is hidden until copy.js has found that it can work."""
    strings = guide.strings[locale]
    return Markup(
        '<button type="button" class="copy" data-copy="{}" data-done="{}" hidden>'
        '<span class="copy__text">{}</span><span class="copy__what">{}</span></button>'
    ).format(
        guide.facts[key],
        strings.ui["copied"],
        strings.ui["copy"],
        strings.ui["copy_what"].format(name=strings.fact_names.get(key, "")),
    )


def label(guide: Guide, locale: str, key: str, alone: bool = False) -> Markup:
    """A label of iOS, with the words that phones in the companion languages show.

    ``alone`` leaves those out, for places where they would be too long.
    """
    strings = guide.strings[locale]
    own = guide.label(key, locale)
    html = Markup('<b class="ios-label" data-label="{}"{}>{}</b>').format(
        key, _ios_lang(guide, locale), strings.ui["label"].format(label=own)
    )
    others = [
        Markup('<span lang="{}" data-label="{}">{}</span>').format(
            guide.strings[other].html_lang, key, guide.label(key, other)
        )
        for other in strings.companions
        if guide.label(key, other) != own
    ]
    if label_inferred(guide, locale, key):
        others.insert(0, Markup('<i class="inferred">{}</i>').format(strings.ui["inferred"]))
    if alone or not others:
        return html
    shown = strings.ui["label_also"].format(labels=Markup(" / ").join(others))
    return html + Markup('<span class="ios-also">{}</span>').format(Markup(shown))


def label_inferred(guide: Guide, locale: str, key: str) -> bool:
    """Whether no source says what the phone of this edition's readers shows here."""
    return guide.labels.labels[key].inferred(guide.ios_language(locale))


def _ios_lang(guide: Guide, locale: str) -> Markup:
    """The ``lang`` of iOS labels where they are not in the page's language."""
    html_lang = guide.strings[guide.ios_language(locale)].html_lang
    if html_lang == guide.strings[locale].html_lang:
        return Markup("")
    return Markup(' lang="{}"').format(html_lang)


def step_link(guide: Guide, locale: str, page: str, code: str, title: str | None) -> Markup:
    """A link to a step, as Markdown: MkDocs makes the address and checks it.

    It says the language's word for step, the code, and the title in quotation marks, which an
    inner title's own quotation marks give way to. It leads to the readable anchor, since MkDocs
    knows those and not yet the codes.

    Args:
        page: the way to the step's file, or nothing where it is on the same page.
        title: as HTML; None for the number alone.
    """
    found = guide.step_headings[locale][code]
    ui = guide.strings[locale].ui
    quote = "" if title is None else f'<span class="step-link__title">{quoted(title, ui)}</span>'
    badge = f'<span class="step-code">{code}</span>'
    words = joined_to_badge(ui["step_link"]).format(code=badge, title=quote)
    return Markup('[{}]({}#{}){{ .step-link data-to="{}" }}').format(
        Markup(words.strip()), page, found.heading.anchor, code
    )


def step_code(code: str) -> Markup:
    """A step's code where it is only named."""
    return Markup('<span class="step-code" data-code="{}">{}</span>').format(code, code)


def former_step(step: Step) -> Markup:
    """The anchors of a withdrawn step, the readable one and its code."""
    return Markup('<span id="{}"></span><span id="{}"></span>').format(step.anchor, step.code)


def data_link(address: str, name: str) -> Markup:
    """A link to one of the files for programs."""
    return Markup('<a href="{}" translate="no"><code>{}</code></a>').format(address, name)


def step_address(to_root: str, locale: str, code: str) -> Markup:
    """A step's address that never changes, as it stands in tickets, without the site's own."""
    return Markup(
        '<a href="{0}s/{1}/#{2}" translate="no">s/<span data-code="{1}">{1}</span>/#{2}</a>'
    ).format(to_root, code, locale)


def steps_link(to_root: str, locale: str, text: str) -> Markup:
    """A link to the list of all steps, which takes a code typed by hand."""
    return Markup('<a href="{}s/#{}">{}</a>').format(to_root, locale, text)


def link(
    guide: Guide, locale: str, key: str, text: str | None = None, typed: bool = False
) -> Markup:
    """A link to a page elsewhere; where no text is given, its title with that title's language.

    Args:
        typed: whether its address is typed by the reader, and so shown beside it.
    """
    target = guide.links.links[key]
    title, title_lang = target.title_for(guide.strings[locale].html_lang)
    lang = Markup(' lang="{}"').format(title_lang) if text is None else ""
    if target.url is None:
        return Markup('<span class="source" data-link="{}"{}>{}</span>').format(
            key, lang, text or title
        )
    address = Markup(' <span class="elsewhere__address">({})</span>').format(str(target.url))
    return Markup('<a class="elsewhere" href="{}" data-link="{}" rel="noopener"{}>{}{}</a>').format(
        str(target.url), key, lang, text or title, address if typed else ""
    )


def report_link(url: str, text: str) -> Markup:
    """A link to where mistakes are reported."""
    if not url:
        return escape(text)
    return Markup('<a class="elsewhere" href="{}" data-report rel="noopener">{}</a>').format(
        url, text
    )


def range_name(guide: Guide, locale: str, path: IosPath) -> str:
    """The iOS versions of a path, in words."""
    ui = guide.strings[locale].ui
    if path.first is None and path.last is None:
        return ui["ios_all"]
    if path.last is None:
        return ui["ios_from"].format(first=path.first)
    if path.first is None:
        return ui["ios_to"].format(last=path.last)
    key = "ios_one" if path.first == path.last else "ios_between"
    return ui[key].format(first=path.first, last=path.last)


def path(guide: Guide, locale: str, place: str, name: str, asks: bool, folds: bool = False) -> str:
    """The way to a place: a tab for each iOS range, the companion languages in a fold.

    Without a script or a style sheet for tabs all ranges stand below each other, each with its
    name. Each row to tap knows the one before it, which is the title of the screen that it is on.

    Args:
        name: of the radio buttons that are the tabs; no other path on the page has it.
        asks: whether it says that a version chosen here holds on every page.
        folds: the tabs stand in a fold, which is named by the one that is chosen, and the rows to
            tap one behind the other; otherwise each is drawn on a screen.
    """
    found = guide.ios.resolve(place)
    ways = [
        {
            "locale": other,
            "name": guide.strings[guide.ios_language(other)].ui["tap_order"],
            "lang": _ios_lang(guide, locale) if other == locale else lang_of(guide, other),
            "rows": [_path_items(guide, other, one.path) for one in found],
        }
        for other in [locale, *guide.strings[locale].companions]
    ]
    # ios_version.js opens the last tab whose version is not below the phone's.
    tabs = [
        {"range": range_name(guide, locale, one), "version": one.last or one.first}
        for one in found
        if len(found) > 1
    ]
    return _template(
        "path",
        guide,
        locale,
        place=place,
        ways=ways,
        tabs=tabs,
        group=name,
        asks=asks and tabs,
        folds=folds,
    )


def _path_items(guide: Guide, locale: str, keys: list[str]) -> list[dict]:
    items = [_path_item(guide, locale, key) for key in keys]
    titles = [None, *(item["words"] for item in items)]
    return [item | {"title": title} for item, title in zip(items, titles, strict=False)]


def _path_item(guide: Guide, locale: str, key: str) -> dict:
    """One row of a path: what to tap, or the reader's own account, which is no label of iOS."""
    if key == YOUR_ACCOUNT:
        strings = guide.strings[locale]
        return {
            "key": "",
            "words": strings.ui["your_account"],
            "lang": strings.html_lang,
            "inferred": False,
        }
    inferred = label_inferred(guide, locale, key)
    return {"key": key, "words": guide.label(key, locale), "inferred": inferred}


def drawings_note(guide: Guide, locale: str) -> str:
    """What a page with drawings says of them, once."""
    said = escape(guide.strings[locale].ui["drawings"])
    return f'<p class="drawings" data-search-exclude>{said}</p>'


def lang_of(guide: Guide, locale: str) -> Markup:
    """The ``lang`` of a text in another language than the page's."""
    return Markup(' lang="{}"').format(guide.strings[locale].html_lang)


def message(guide: Guide, locale: str, key: str) -> Markup:
    """The words of an iOS message, marked with its key."""
    return Markup('<span data-message="{}"{}>{}</span>').format(
        key, _ios_lang(guide, locale), _message_words(guide, locale, key)
    )


def _message_words(guide: Guide, locale: str, key: str, server: str | None = None) -> Markup:
    """What iOS fills in is shown as a fact or as a variable."""
    ui = guide.strings[guide.ios_language(locale)].ui
    variables = {
        name: Markup("<var>[{}]</var>").format(ui[f"variable_{name}"]) for name in VARIABLES
    }
    if server:
        variables["server"] = Markup('<span data-fact="{}">{}</span>').format(
            server, guide.facts[server]
        )
    text = escape(guide.message(key, locale))
    return Markup(str(text).format(**variables))


# What iOS fills in. The words for each are `variable_…` in strings.yml.
VARIABLES = (
    *("server", "port", "account", "app", "protocol"),
    *("method", "profile", "error", "manager", "content"),
)


def error(guide: Guide, locale: str, id: str) -> str:
    """A message as a phone in this language says it, with the other title where it differs."""
    said = _said(guide, guide.ios_language(locale), id)
    return _template("error", guide, locale, said=said)


def error_line(guide: Guide, locale: str, id: str) -> str:
    """What to look for beside a message's title, where iOS does not speak the title's language."""
    if not _ios_lang(guide, locale):
        return ""
    return message(guide, locale, guide.errors.by_id()[id].messages[0])


def error_end(guide: Guide, locale: str, id: str) -> str:
    """What closes the entry of a message: the route to go on by, and what other phones say."""
    route = guide.errors.by_id()[id].route
    others = [_said(guide, other, id) for other in guide.strings[locale].companions]
    url = f"../{route_slug(route)}/"
    return _template("error_end", guide, locale, url=url, others=others)


def _said(guide: Guide, locale: str, id: str) -> dict:
    found = guide.errors.by_id()[id]
    differs = found.also and (
        guide.message(found.also, locale) != guide.message(found.messages[0], locale)
    )
    return {
        "locale": locale,
        "lang": guide.strings[locale].html_lang,
        "texts": [_message_words(guide, locale, key, found.server) for key in found.messages],
        "also": _message_words(guide, locale, found.also) if differs else None,
    }


def screen(guide: Guide, locale: str, id: str, beside: Sequence[str] | None = None) -> str:
    """A screen as a phone of this edition's readers shows it, with the right values in place.

    Args:
        beside: editions on whose phones all words are others; they stand beside this one's.
            Without it the companions' labels do, where iOS does not speak the edition's language.
    """
    found = guide.screens.screens[id]
    strings = guide.strings
    companions = strings[locale].companions if _ios_lang(guide, locale) else ()

    def also(key: str) -> Markup:
        own = guide.label(key, locale)
        others = [
            Markup('<span lang="{}" data-label="{}">{}</span>').format(
                strings[guide.ios_language(other)].html_lang, key, guide.label(key, other)
            )
            for other in (companions if beside is None else beside)
            if guide.label(key, other) != own
        ]
        if not others:
            return Markup("")
        return Markup(' <span class="ios-also">{}</span>').format(Markup(" / ").join(others))

    return _template(
        "screen",
        guide,
        locale,
        id=id,
        screen=found,
        ios_lang=_ios_lang(guide, locale),
        also=also,
        others=[strings[other] for other in beside or ()],
        messages=[
            [
                message(guide, locale, key),
                *(_message_beside(guide, one, key) for one in beside or ()),
            ]
            for key in found.messages
        ],
    )


# How a fold of drawn screens begins.
DRAWN = '<details class="drawn">'


def folded_screens(guide: Guide, locale: str, drawn: str) -> str:
    """Drawn screens in a fold."""
    summary = escape(guide.strings[locale].ui["drawn_screen"])
    return f"{DRAWN}<summary data-search-exclude>{summary}</summary>{drawn}</details>"


def _message_beside(guide: Guide, locale: str, key: str) -> Markup:
    """A message in another language of iOS."""
    return Markup('<span data-message="{}"{} class="ios-also">{}</span>').format(
        key, lang_of(guide, guide.ios_language(locale)), _message_words(guide, locale, key)
    )


def caution(key: str, found: Caution, text: str) -> str:
    """A warning; ``text`` is already expanded."""
    return (
        _templates().get_template("caution.html").render(key=key, caution=found, text=Markup(text))
    )


def sentence(guide: Guide, locale: str, key: str) -> Markup:
    """A sentence of strings.yml, marked so that a test can ask for it."""
    return Markup('<span data-sentence="{}">{}</span>').format(
        key, guide.strings[locale].sentences[key]
    )


def step_cost(guide: Guide, locale: str, code: str, route: Route | None = None) -> str:
    """What stands under the heading of a step: what it costs, and what it erases.

    On a route's page it says as well how far along the step is, and leads back: to the step before
    it, from the first one to the choice of the route.
    """
    step = guide.steps.step(code)
    codes = route_codes(guide, route) if route else []
    place = (codes.index(code) + 1, len(codes)) if route else None
    back = f"#{codes[place[0] - 2]}" if place and place[0] > 1 else None
    return _template(
        "step_cost", guide, locale, step=step, place=place, back=back, home=_HOME_OF_ROUTE
    )


def code_link(guide: Guide, locale: str, code: str) -> Markup:
    """The code in the heading of its step, as a link to just there."""
    label = guide.strings[locale].ui["step_code"].format(code=code)
    return Markup('<a class="step-code" href="#{0}" aria-label="{1}">{0}</a>').format(code, label)


def chapter_number(number: int) -> str:
    """The number before a chapter's title."""
    return f'<p class="chapter-number" aria-hidden="true" data-search-exclude>{number}</p>'


def moved_page(guide: Guide, locale: str, slug: str, url: str, absolute: str) -> str:
    """The file at a former address: a link to where the page is now, followed at once.

    Args:
        slug: the page's present slug.
        url: the way from the former address to the present one.
        absolute: the present address.
    """
    return _template("moved_page", guide, locale, slug=slug, url=url, absolute=absolute)


def step_foot(guide: Guide, locale: str, code: str, steps_folder: str) -> str:
    """What closes a step: whether it helped, and how to send it to somebody."""
    return _template("step_foot", guide, locale, code=code, steps_folder=steps_folder)


# From fix/<route>/ to the language's first page.
_HOME_OF_ROUTE = "../../"


def route_overview(guide: Guide, locale: str, route: Route, titles: dict[str, str]) -> str:
    """The steps of a route as a list.

    Args:
        titles: the steps' titles as HTML, by code.
    """
    marked = {code: Markup(title) for code, title in titles.items()}
    ways = {code: f"#{code}" for code in route_codes(guide, route)}
    ways.setdefault(guide.steps.help, way_to_help(guide))
    return _template("route_overview", guide, locale, route=route, ways=ways, titles=marked)


def route_foot(guide: Guide, locale: str, route: Route, code: str, titles: dict[str, str]) -> str:
    """What closes a step on a route: the results, each with where it leads.

    Args:
        titles: the steps' titles as HTML, by code, for the list of what was tried.
    """
    codes = route_codes(guide, route)
    place = codes.index(code)
    step = guide.steps.step(code)
    help = [way_to_help(guide)] if route.steps else []
    turns = {
        guide.turn_words(turn, locale): way_of_turn(guide, route, code, target)
        for turn, target in route.turns.get(code, {}).items()
        # Where the step itself says where, its words stand in place of "could not do it".
        if target != ELSEWHERE
    }
    # After the last step a human helps; after that there is nothing.
    after = next(iter([*(f"#{one}" for one in codes[place + 1 :]), *help]), None)
    return _template(
        "route_foot",
        guide,
        locale,
        code=code,
        prepares=code in route.steps and guide.only_readies(route, code),
        changes=step.changes != "nothing",
        next=after,
        could_not=help[0] if route.stops_at(code) else after,
        way_out=guide.turn_words(out, locale) if (out := route.way_out(code)) else None,
        turns=turns,
        help=help,
        home=_HOME_OF_ROUTE,
        titles={code: Markup(title) for code, title in titles.items()},
    )


def route_end(guide: Guide, locale: str) -> str:
    """What stands at the end of a route for those whose mail works again."""
    return _template("route_end", guide, locale, home=_HOME_OF_ROUTE)


def desk(guide: Guide, locale: str, to_root: str, titles: dict[str, str]) -> str:
    """Every step to choose from, and the reply for a customer.

    Args:
        to_root: the way from the page to the site's first folder.
        titles: the steps' titles in this language, as HTML, by code.
    """
    strings = guide.strings[locale]
    names = {
        "chapter": {
            chapter: f"{guide.steps.number(chapter)}. {strings.nav[chapter]}"
            for chapter in guide.steps.chapters
        },
        "symptom": {one.id: strings.symptoms[one.id] for one in guide.routes.routes},
        "error": {
            one.id: message(guide, locale, one.messages[0]).striptags()
            for one in guide.errors.errors
        },
    }
    return _template(
        "desk",
        guide,
        locale,
        to_root=to_root,
        titles={code: Markup(title) for code, title in titles.items()},
        names=names,
        ios_lang=_ios_lang(guide, locale),
    )


def desk_digits(guide: Guide, locale: str) -> str:
    """Where an agent enters the digits that a customer reads out."""
    return _template("desk_digits", guide, locale)


def tried_summary(guide: Guide, locale: str, to_root: str) -> str:
    """What the reader has tried, in Japanese and in this language, and as digits."""
    languages = with_source(guide, locale)
    return _template("tried_summary", guide, locale, languages=languages, to_root=to_root)


def tried_list(guide: Guide, locale: str, to_root: str, titles: dict[str, dict[str, str]]) -> str:
    """Every step, with its result to choose or to tick on paper.

    Args:
        titles: the steps' titles as HTML, by locale and code.
    """
    marked = {
        other: {code: Markup(title) for code, title in by_code.items()}
        for other, by_code in titles.items()
    }
    languages = list(titles)
    return _template(
        "tried_list", guide, locale, languages=languages, titles=marked, to_root=to_root
    )


def with_source(guide: Guide, locale: str) -> list[str]:
    """The page's language and Japanese, which the desk reads, where it is built."""
    return [one for one in dict.fromkeys([locale, SOURCE]) if one in guide.locales]


def settings_table(guide: Guide, locale: str, slug: str) -> str:
    """The table of all settings, for reading and copying."""
    return _template(
        "settings_table",
        guide,
        locale,
        fact=lambda key: fact(guide, locale, key),
        copy=lambda key: copy_button(guide, locale, key),
        label=lambda key: label(guide, locale, key),
    )


def sources_table(guide: Guide, locale: str) -> str:
    """Every setting, who says so, and when it was last checked at the service."""
    settings = guide.settings
    rows = [
        {"key": key, "shown": fact(guide, locale, key), "sourced": sourced}
        for key, sourced in settings.sourced().items()
        # The two ways of sending stand under their own names, whichever comes first.
        if key not in ("smtp.port", "smtp.encryption") and not key.startswith("smtp.other.")
    ]
    values = guide.strings[locale].values
    rows += [
        {
            "key": "username",
            "shown": guide.strings[locale]
            .ui["then"]
            .join(values[form] for form in settings.username.value),
            "sourced": settings.username,
        },
        {
            "key": "authentication",
            "shown": values[settings.authentication.value],
            "sourced": settings.authentication,
        },
    ]
    return _template(
        "sources_table", guide, locale, rows=rows, link=lambda key: link(guide, locale, key)
    )


def places_table(guide: Guide, locale: str) -> str:
    """Every place in iOS, the evidence for its path, and the sources."""
    rows = [
        {
            "items": [_path_item(guide, locale, key) for key in found.path],
            "path": found,
            "range": range_name(guide, locale, found),
        }
        for name in guide.ios.places
        for found in guide.ios.resolve(name)
    ]
    return _template(
        "places_table",
        guide,
        locale,
        rows=rows,
        link=lambda key: link(guide, locale, key),
        ios_lang=_ios_lang(guide, locale),
    )


def links_list(guide: Guide, locale: str) -> str:
    """Every page elsewhere, by kind."""
    kinds = guide.strings[locale].kinds
    groups = [
        (kind, [key for key, found in guide.links.links.items() if found.kind == kind])
        for kind in kinds
    ]
    return _template(
        "links_list", guide, locale, groups=groups, link=lambda key: link(guide, locale, key)
    )
