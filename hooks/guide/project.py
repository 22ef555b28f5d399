"""All of facts/ and docs/*/, read once and checked against each other."""

from dataclasses import dataclass, field
from pathlib import Path

from guide.facts.ios import YOUR_ACCOUNT, Ios, IosErrors
from guide.facts.ios_words import IosWords, Labels, Messages
from guide.facts.links import Links
from guide.facts.next_steps import AllNextSteps
from guide.facts.pages import Pages, check_pages
from guide.facts.routes import Route, Routes
from guide.facts.screens import Screens
from guide.facts.settings import Settings
from guide.facts.steps import Steps
from guide.facts.yaml_file import read_model
from guide.problem import Problem
from guide.search.search_words import SharedSearchWords
from guide.words.docs_folder import check_docs, is_left_behind
from guide.words.page_source import Heading, check_headings
from guide.words.strings import Strings, missing_and_unknown, other_variables
from guide.words.text_file import read_text
from guide.words.translation import SOURCE, Change, Translated, changes, marks
from guide.words.translation import read as read_translated

FACT_FILES = {
    "settings": Settings,
    "ios": Ios,
    "steps": Steps,
    "labels": Labels,
    "messages": Messages,
    "errors": IosErrors,
    "links": Links,
    "pages": Pages,
    "routes": Routes,
    "next_steps": AllNextSteps,
    "screens": Screens,
    "search_words": SharedSearchWords,
}


@dataclass(frozen=True)
class StepHeading:
    """Where a language's pages show a step: its page's slug, heading and file."""

    slug: str
    heading: Heading
    file: str


@dataclass(frozen=True)
class Guide:
    """Everything that pages may use, already checked.

    Attributes:
        root: the project's folder.
        locales: the languages built, Japanese first.
        names: what each of them calls itself.
        step_headings: by locale and step code.
        slugs: the pages that each language has, without ``.md``.
        translated: when each page of each language was reviewed, and from what it was translated.
        stale: what has changed in the Japanese since, by locale.
    """

    root: Path
    locales: list[str]
    names: dict[str, str]
    settings: Settings
    ios: Ios
    steps: Steps
    labels: Labels
    messages: Messages
    errors: IosErrors
    links: Links
    pages: Pages
    routes: Routes
    next_steps: AllNextSteps
    screens: Screens
    search_words: SharedSearchWords
    strings: dict[str, Strings]
    step_headings: dict[str, dict[str, StepHeading]]
    slugs: list[str]
    facts: dict[str, str] = field(default_factory=dict)
    translated: dict[str, Translated] = field(default_factory=dict)
    stale: dict[str, list[Change]] = field(default_factory=dict)

    def only_readies(self, route: Route, code: str) -> bool:
        """Whether mail cannot work again by a step of a route, but only by one after it."""
        step = self.steps.step(code)
        return step.prepares or route.before_testing(code)

    def turn_words(self, turn: str, locale: str) -> str:
        """What else a step can show, in words; of a route's problem they are those of that."""
        strings = self.strings[locale]
        return strings.turns.get(turn) or strings.symptoms[turn]

    def ios_language(self, locale: str) -> str:
        """The language in which a phone speaks to the readers of an edition."""
        return self.strings[locale].ios_from or locale

    def label(self, key: str, locale: str) -> str:
        """What the phone of an edition's readers shows for a label."""
        return self.labels.labels[key].words[self.ios_language(locale)]

    def message(self, key: str, locale: str) -> str:
        """What it says, with what iOS fills in as ``{name}``."""
        return self.messages.messages[key].words[self.ios_language(locale)]


def load(root: Path, names: dict[str, str], languages: list[str] | None = None) -> Guide:
    """Reads and checks everything that the build rests on.

    Args:
        root: the project's folder, with facts/ and docs/.
        names: the languages to build, by locale, and what each calls itself, as in mkdocs.yml.
        languages: all that mkdocs.yml names; without them, docs/ may hold any.

    Raises:
        Problem: the first thing found wrong, in one line.
    """
    locales = list(names)
    check_docs(root, languages)
    read = {
        name: read_model(root / "facts" / f"{name}.yml", model, root)
        for name, model in FACT_FILES.items()
    }
    strings = _strings(root, locales)
    slugs = _same_pages(root, locales)
    check_pages(read["pages"], slugs, SOURCE)
    now = marks(root, slugs)
    translated = {locale: read_translated(root, locale) for locale in locales}
    guide = Guide(
        root=root,
        locales=locales,
        names=names,
        strings=strings,
        slugs=slugs,
        step_headings={
            locale: _step_headings(root, locale, slugs, read["steps"]) for locale in locales
        },
        facts=read["settings"].facts(),
        translated=translated,
        stale={
            locale: changes(now, translated[locale]) if locale != SOURCE else []
            for locale in locales
        },
        **read,
    )
    _check_sources(guide)
    _check_strings(guide)
    _check_ios_words(guide)
    return guide


def _strings(root: Path, locales: list[str]) -> dict[str, Strings]:
    """The words of every language built, of Japanese, and of the languages shown beside them."""
    strings: dict[str, Strings] = {}
    wanted = [SOURCE, *locales]
    while wanted:
        locale = wanted.pop(0)
        if locale not in strings:
            path = root / "docs" / locale / "strings.yml"
            strings[locale] = read_model(path, Strings, root)
            wanted += strings[locale].companions
            wanted += [strings[locale].ios_from] if strings[locale].ios_from else []
    return strings


def _same_pages(root: Path, locales: list[str]) -> list[str]:
    pages = {
        locale: {
            path.stem
            for path in (root / "docs" / locale).glob("*.md")
            if not is_left_behind(path.name)
        }
        for locale in dict.fromkeys([SOURCE, *locales])
    }
    for locale, slugs in pages.items():
        for slug in sorted(pages[SOURCE] - slugs):
            raise Problem(
                f"docs/{locale}/{slug}.md",
                "this page is missing",
                f"Translate docs/{SOURCE}/{slug}.md",
            )
        for slug in sorted(slugs - pages[SOURCE]):
            raise Problem(
                f"docs/{locale}/{slug}.md",
                f"docs/{SOURCE} has no page of this name",
                "Write the Japanese page first, or remove this one",
            )
    return sorted(pages[SOURCE])


def _step_headings(
    root: Path, locale: str, slugs: list[str], steps: Steps
) -> dict[str, StepHeading]:
    issued = {step.code: step for step in steps.steps}
    found: dict[str, StepHeading] = {}
    for slug in slugs:
        name = f"docs/{locale}/{slug}.md"
        for heading in check_headings(read_text(root / name, root), name):
            if heading.step is None:
                continue
            where = f"{name}:{heading.line}"
            step = issued.get(heading.step)
            if step is None:
                raise Problem(
                    where,
                    f"facts/steps.yml has no step {heading.step}",
                    "Add it there (`make step` gives the code) or correct the code",
                )
            if heading.step in found:
                raise Problem(
                    where,
                    f"step {heading.step} stands at {found[heading.step].file} already",
                    "Give each step its own code",
                )
            if step.successor:
                raise Problem(
                    where,
                    f"step {heading.step} is withdrawn in facts/steps.yml",
                    f"Use its successor {step.successor}",
                )
            if (slug, heading.anchor) != (step.chapter, step.anchor):
                raise Problem(
                    where,
                    f"step {heading.step} belongs to {step.chapter}#{step.anchor},"
                    f" not {slug}#{heading.anchor}",
                    "Use the chapter and anchor of facts/steps.yml",
                )
            found[heading.step] = StepHeading(slug, heading, where)
    for step in steps.active():
        if step.code not in found:
            raise Problem(
                f"docs/{locale}/{step.chapter}.md",
                f"step {step.code} (#{step.anchor}) is missing",
                f"Translate it from docs/{SOURCE}/{step.chapter}.md",
            )
    return found


def _check_sources(guide: Guide) -> None:
    used = [
        (f"facts/settings.yml: {key}", source)
        for key, sourced in guide.settings.sourced().items()
        for source in sourced.sources
    ]
    used += [("facts/settings.yml: username", s) for s in guide.settings.username.sources]
    used += [
        ("facts/settings.yml: authentication", s) for s in guide.settings.authentication.sources
    ]
    used += [
        (f"facts/ios.yml: places.{name}", source)
        for name, place in guide.ios.places.items()
        for path in place.paths
        for source in path.sources
    ]
    for name in ("labels", "messages"):
        table: IosWords = getattr(guide, name)
        used += [
            (f"facts/{name}.yml: {key}", source)
            for key, found in table.entries().items()
            for source in found.read
        ]
        used += [(f"facts/{name}.yml: sources", source) for source in table.sources]
    used += [
        (f"facts/screens.yml: screens.{name}", source)
        for name, screen in guide.screens.screens.items()
        for source in screen.sources
    ]
    for where, source in used:
        if source not in guide.links.links:
            raise Problem(where, f"no source {source!r} in facts/links.yml", "Add it there")
    active = {step.code for step in guide.steps.active()}
    for route in guide.routes.routes:
        for code in route.steps:
            if code not in active or code == guide.steps.help:
                raise Problem(
                    f"facts/routes.yml: {route.id}",
                    f"step {code} is none in use, or it is the one where a human helps",
                    "Name another one of facts/steps.yml",
                )
    for code in sorted(set(guide.routes.asides) - active):
        raise Problem(
            "facts/routes.yml: asides", f"step {code} is none in use", "Name one of facts/steps.yml"
        )
    _check_next_steps(guide, active)
    for error in guide.errors.errors:
        if error.route not in guide.routes.by_id():
            raise Problem(
                f"facts/errors.yml: {error.id}.route",
                f"no route {error.route!r} in facts/routes.yml",
                "Name one of those",
            )
        if error.server and error.server not in guide.facts:
            raise Problem(
                f"facts/errors.yml: {error.id}.server", f"no fact {error.server!r}", "Name a fact"
            )


def _check_next_steps(guide: Guide, active: set[str]) -> None:
    found = guide.next_steps
    for code in sorted(active - found.next_steps.keys()):
        raise Problem(
            "facts/next_steps.yml",
            f"it does not say where to go after step {code}",
            'Add a line, e.g. "3123": {failed: "8060"}',
        )
    for code in found.next_steps:
        for named in (code, *(target for _, target in found.targets(code))):
            if named not in active:
                raise Problem(
                    f"facts/next_steps.yml: {code}",
                    f"step {named} is none in use",
                    "Name one of facts/steps.yml",
                )


def _check_ios_words(guide: Guide) -> None:
    """Paths and errors use words that are there, in a language for every edition."""
    for locale, strings in guide.strings.items():
        for table in ("labels", "messages"):
            if guide.ios_language(locale) not in getattr(guide, table).languages():
                where = f"docs/{locale}/strings.yml: " + ("ios_from" if strings.ios_from else "")
                raise Problem(
                    where.rstrip(": "),
                    f"facts/{table}.yml has no words in {guide.ios_language(locale)!r}",
                    "Add them there, or name in `ios_from` the language that the phones show",
                )
    wanted = [
        (f"facts/ios.yml: places.{name}", "labels", key)
        for name, place in guide.ios.places.items()
        for path in place.paths
        for key in path.path
        if key != YOUR_ACCOUNT
    ]
    wanted += [
        (f"facts/errors.yml: {error.id}", "messages", key)
        for error in guide.errors.errors
        for key in error.all_messages()
    ]
    for name, screen in guide.screens.screens.items():
        where = f"facts/screens.yml: screens.{name}"
        wanted += [(where, "labels", key) for key in screen.labels()]
        wanted += [(where, "messages", key) for key in screen.messages]
        for row in screen.rows():
            if row.fact and row.fact not in guide.facts:
                raise Problem(where, f"no fact {row.fact!r}", "Name a fact")
    for where, table, key in wanted:
        if key not in getattr(guide, table).entries():
            raise Problem(where, f"facts/{table}.yml has no {key!r}", "Add it there")


def _check_strings(guide: Guide) -> None:
    source = guide.strings[SOURCE]
    for locale, strings in guide.strings.items():
        name = f"docs/{locale}/strings.yml"
        missing, unknown = missing_and_unknown(source, strings)
        if missing:
            more = f" (and {len(missing) - 1} more)" if len(missing) > 1 else ""
            raise Problem(
                f"{name}: {missing[0]}",
                f"this language lacks a string{more}",
                f"Translate it from docs/{SOURCE}/strings.yml",
            )
        if unknown:
            raise Problem(
                f"{name}: {unknown[0]}",
                f"docs/{SOURCE}/strings.yml has no such string",
                "Remove it or correct its key",
            )
        for key in other_variables(source, strings):
            raise Problem(
                f"{name}: {key}",
                f"its {{variables}} are not those of docs/{SOURCE}/strings.yml",
                "Keep the same ones",
            )
        if strings.html_lang.split("-")[0] != locale.split("-")[0]:
            raise Problem(
                f"{name}: html_lang",
                f"{strings.html_lang!r} is another language than {locale!r}",
                "Use a tag of this language",
            )
    needed = {
        "erases": {key for step in guide.steps.steps for key in step.erases},
        "fact_names": {*guide.settings.sourced(), "username", "authentication"},
        "nav": set(guide.slugs),
        "symptoms": {route.id for route in guide.routes.routes},
        "turns": (guide.routes.turns() | guide.next_steps.conditions()) - source.symptoms.keys(),
        "values": {
            *guide.settings.username.value,
            guide.settings.authentication.value,
            *(
                row.value
                for screen in guide.screens.screens.values()
                for row in screen.rows()
                if row.value
            ),
        },
    }
    for group, keys in needed.items():
        for key in sorted(keys - getattr(source, group).keys()):
            raise Problem(
                f"docs/{SOURCE}/strings.yml: {group}.{key}",
                "facts/ uses it, it is missing",
                "Add it",
            )
