"""No page, in no language, says another host, port or encryption than facts/ do."""

import codecs
import csv
import io
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from bs4 import Comment, Tag
from guide.facts.published import PublishedSettings
from guide.steps.steps_json import PublishedSteps
from site_build import SITE_URL
from site_reader import Page, Site

# Anything that looks like a host: words joined by dots, the last of letters.
_HOST = re.compile(r"(?<![\w.-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?![\w-])", re.IGNORECASE)
# Anything that could be a port: three digits or more, full-width ones too, or a number that is
# called a port.
_NUMBER = re.compile(r"(?<![\d.])\d{3,}(?![\d.]*\d)")
_CALLED_PORT = re.compile(r"(?:ポート(?:番号)?|ports?)\s*[はを]?\s*(\d+)", re.IGNORECASE)
# The name of an encryption, or a version of one, also half translated: スタートTLS, TLS implícito.
_GAP = "[ \u00a0-]*"
_ENCRYPTION = re.compile(
    rf"START{_GAP}(?:TLS|SSL)|スタート[ ・]*TLS|SSL{_GAP}[/・･／と]{_GAP}TLS"
    rf"|TLS{_GAP}[/・･／と]{_GAP}SSL|(?:im|ex)plicit{_GAP}(?:TLS|SSL)"
    rf"|(?:TLS|SSL){_GAP}(?:impl[ií]|expl[ií])cit\w*|(?:TLS|SSL){_GAP}v?\d(?:\.\d)?(?!\d)",
    re.IGNORECASE,
)

# Elements whose words are checked against facts/ on their own.
_MARKED = (
    "[data-fact], [data-link], [data-code], .step-code, a[href*='/#'] > b, button.copy, time,"
    " .paper-end__address, .own-address"
)
# Where another text begins, and ends.
_APART = {*("p", "li", "td", "th", "h1", "h2", "h3", "dd", "summary")}
_ATTRIBUTES = ("title", "alt", "aria-label", "placeholder", "content", "summary")

# Words that look like hosts or numbers and are neither, each with its reason.
ALLOWED = {
    "settings.json": "a file for programs that the site offers",
    "settings.schema.json": "its schema",
    "steps.json": "the steps for programs",
    "steps.schema.json": "its schema",
    "steps.schema": "the same with a Japanese word behind it",
    "steps.csv": "the steps for Excel",
    "1200": "width of the link preview",
    "630": "height of the link preview",
    "200": "megabytes that SoftBank's mailbox holds, by records",
    "5000": "mails that it holds, by the same",
    "everydaytech.org": "the name of a source, in facts/links.yml",
}


@lru_cache(maxsize=50_000)
def tokens(text: str) -> tuple[str, ...]:
    """Everything in a text that looks like a host, a port or the name of an encryption.

    A step says the same in its chapter, on its routes and in the whole guide: it is read once.
    """
    text = unicodedata.normalize("NFKC", text)
    found = [match[0] for one in (_HOST, _NUMBER, _ENCRYPTION) for match in one.finditer(text)]
    return (*found, *(match[1] for match in _CALLED_PORT.finditer(text)))


# Not without a bound: the planted errors are looked for in hundreds of sites, one after another.
@lru_cache(maxsize=1000)
def unmarked_texts(page: Page) -> list[str]:
    """A page's texts without what is marked, block by block."""
    marked = {id(element) for element in page.select(_MARKED)}
    found, words = [], []

    def close() -> None:
        found.append("".join(words))
        words.clear()

    def walk(element: Tag) -> None:
        for child in element.contents:
            if isinstance(child, Tag):
                if child.name in _APART or child.name == "a":
                    close()
                if id(child) in marked:
                    words.append(" ")
                elif child.name not in ("script", "style"):
                    walk(child)
                if child.name in _APART:
                    close()
            elif not isinstance(child, Comment):
                words.append(str(child))

    walk(page.soup)
    return [*found, "".join(words)]


def unmarked(site: Site) -> Iterator[str]:
    """Every host-like and port-like word is a marked fact, or allowed by name with a reason."""
    for page in site.all_pages:
        # A page's title cannot hold a <time>; it may say the date of one.
        days = {time["datetime"] for time in page.select("time")}
        for text in unmarked_texts(page):
            for day in days:
                text = text.replace(f"({day})", "")
            for token in tokens(text):
                if token.lower() not in ALLOWED:
                    yield f"{page.name}: {token!r} stands unmarked in {text.strip()[:60]!r}"


def attributes(site: Site) -> Iterator[str]:
    """The same for the words in attributes, metadata and structured data."""
    known = set(site.guide.facts.values())
    codes = {step.code for step in site.guide.steps.steps}
    for page in site.all_pages:
        for element in page.soup.find_all(True):
            for name in _ATTRIBUTES:
                value = element.get(name)
                if not value or "://" in value or element.get("http-equiv"):
                    continue
                for token in tokens(value):
                    if token.lower() not in ALLOWED and token not in known | codes:
                        yield f"{page.name}: {token!r} in {name} of <{element.name}>"
        for script in page.select('script[type="application/ld+json"]'):
            for token in tokens(script.string):
                if token not in known:
                    yield f"{page.name}: {token!r} in structured data"


def values(site: Site) -> Iterator[str]:
    """Every marked value equals facts/, and its copy button copies exactly it."""
    facts = site.guide.facts
    for page in site.all_pages:
        for element in page.select("[data-fact]"):
            key, shown = element["data-fact"], element.get_text()
            if facts.get(key) != shown:
                yield f"{page.name}: {key} is {facts.get(key)!r}, the page says {shown!r}"
        for button in page.select("button.copy[data-copy]"):
            fact = button.find_previous_sibling(attrs={"data-fact": True})
            if fact is None or button["data-copy"] != fact.get_text():
                yield f"{page.name}: a button copies {button['data-copy']!r}, beside {fact}"


def search_index(site: Site) -> Iterator[str]:
    """The search index, where marks are gone, names no other host, port or encryption either."""
    known = set(site.guide.facts.values()) | {step.code for step in site.guide.steps.steps}
    for link in site.guide.links.links.values():
        known |= set(tokens(f"{link.title} {link.en}"))
    for locale in site.locales:
        for _, anchor, *words in site.search_index(locale)["sections"]:
            for token in tokens("\n".join(words)):
                if token.lower() not in ALLOWED and token not in known and not _is_date(token):
                    yield f"{locale} search index, #{anchor}: {token!r}"


def _is_date(token: str) -> bool:
    return token.startswith("20") and len(token) == 4


def own_files(site: Site) -> Iterator[str]:
    """The project's scripts and styles hold no fact either."""
    for path in sorted((site.folder / "assets").glob("*/[cj]s*/*")):
        for token in tokens(path.read_text(encoding="utf-8")):
            if token in site.guide.facts.values() or "softbank" in token.lower():
                yield f"{path.name}: {token!r}"


# Which encryption a port goes with, by fact key.
_OWN_ENCRYPTION = {
    "imap.port": {"imap.encryption", "encryption.implicit-tls"},
    "smtp.port": {"smtp.encryption"},
    "smtp.other.port": {"smtp.other.encryption"},
    "smtp.starttls.port": {"smtp.starttls.encryption", "encryption.starttls"},
    "smtp.implicit-tls.port": {"smtp.implicit-tls.encryption", "encryption.implicit-tls"},
    "pop.port": set(),
}
_BLOCKS = ["p", "li", "tr", "dd"]


@lru_cache(maxsize=1000)
def _blocks(page: Page) -> list[tuple[Tag, list[str]]]:
    """Each smallest block with the fact keys in it; a table's columns are blocks as well."""
    return list(_find_blocks(page))


def _find_blocks(page: Page) -> Iterator[tuple[Tag, list[str]]]:
    inside = defaultdict(list)
    for fact in page.select("[data-fact]"):
        for parent in fact.parents:
            inside[id(parent)].append(fact["data-fact"])
    for block in page.smallest_in_article(", ".join(_BLOCKS)):
        yield block, inside[id(block)]
    for table in page.select_in_article("table"):
        rows = [row.find_all(["td", "th"]) for row in table.select("tr")]
        if table.select_one("thead") and not table.get("class"):
            for column in zip(*rows, strict=True):
                keys = [f["data-fact"] for cell in column for f in cell.select("[data-fact]")]
                if any(key.endswith(".host") for key in keys):
                    yield column[0], keys


def encryption(site: Site) -> Iterator[str]:
    """Where ports and encryptions stand together, each port has its own encryption."""
    for page in site.content:
        for block, keys in _blocks(page):
            # Columns are checked as columns: a row that names several services is a list of values.
            if (
                block.name == "tr"
                and block.find_parent("table").select_one("thead")
                and any("host" in key for key in _keys_of_table(block))
            ):
                continue
            ports = {key for key in keys if key.endswith(".port")}
            named = {key for key in keys if "encryption" in key}
            if not ports or not named:
                continue
            for port in ports:
                if not named & _OWN_ENCRYPTION[port]:
                    yield f"{page.name}: {port} without its encryption in {_short(block)}"
            own = set().union(*(_OWN_ENCRYPTION[port] for port in ports))
            for other in named - own:
                yield f"{page.name}: {other} without its port in {_short(block)}"


def _keys_of_table(row: Tag) -> list[str]:
    return [f["data-fact"] for f in row.find_parent("table").select("[data-fact]")]


def services(site: Site) -> Iterator[str]:
    """A host stands with a port of its own service; incoming and outgoing are not mixed up."""
    for page in site.content:
        for block, keys in _blocks(page):
            hosts = {key.split(".")[0] for key in keys if key.endswith(".host")}
            ports = {key.split(".")[0] for key in keys if key.endswith(".port")}
            if block.name == "tr":
                continue
            if hosts and ports and not ports <= hosts:
                yield f"{page.name}: {ports - hosts} ports with {hosts} hosts in {_short(block)}"
        for step in page.select_in_article("section.step"):
            anchor = step.find(["h2", "h3"])["id"]
            other = {"incoming": ("smtp.",), "outgoing": ("imap.", "pop.")}.get(
                anchor.split("-")[0], ()
            )
            for fact in step.select("[data-fact]"):
                if fact["data-fact"].startswith(other or ("-",)):
                    yield f"{page.name}: {fact['data-fact']} in the step #{anchor}"
        for group, service in (
            ("incoming", "imap."),
            ("outgoing", "smtp."),
            ("outgoing-other", "smtp.other."),
        ):
            for body in page.select_in_article(f"tbody#{group}"):
                keys = [fact["data-fact"] for fact in body.select("[data-fact]")]
                if not keys or not all(key.startswith(service) for key in keys):
                    yield f"{page.name}: the {group} part of the table holds {keys}"


def settings_table(site: Site) -> Iterator[str]:
    """The table says every setting once; a button copies what is typed, a switch is named."""
    expected = [
        *("imap.host", "imap.port", "imap.encryption"),
        *("smtp.host", "smtp.port", "smtp.encryption"),
        "service.name",
        *("smtp.other.port", "smtp.other.encryption"),
    ]
    for locale in site.locales:
        for slug in ("settings", "manual-setup"):
            table = site.page(locale, slug).article.select_one("table.settings")
            if table is None:
                yield f"{locale}/{slug}: there is no settings table"
                continue
            keys = [fact["data-fact"] for fact in table.select("[data-fact]")]
            if keys != expected:
                yield f"{locale}/{slug}: the table says {keys}"
            for cell in table.select("td:has([data-fact])"):
                key = cell.select_one("[data-fact]")["data-fact"]
                typed = key.endswith((".host", ".port"))
                switch = key.endswith(".encryption")
                if (len(cell.select("button.copy")), len(cell.select("[data-label=use-ssl]"))) != (
                    typed,
                    switch * (1 + len(site.guide.strings[locale].companions)),
                ):
                    yield f"{locale}/{slug}: {key} has the wrong button or switch"


def sources(site: Site) -> Iterator[str]:
    """Every value stands on the page about the site with its sources and its date, or `not yet`."""
    settings = site.guide.settings
    for locale in site.locales:
        rows = site.page(locale, "about").select_in_article("table.sources tbody tr")
        shown = {
            row.select_one("[data-fact]")["data-fact"]: row
            for row in rows
            if row.select_one("[data-fact]")
        }
        for key, sourced in settings.sourced().items():
            if key in ("smtp.port", "smtp.encryption") or key.startswith("smtp.other."):
                continue
            row = shown.get(key)
            if row is None:
                yield f"{locale}/about: no sources of {key}"
                continue
            named = [link["data-link"] for link in row.select("[data-link]")]
            if named != sourced.sources:
                yield f"{locale}/about: {key} names {named}"
            date = row.select_one("time")
            if (date["datetime"] if date else None) != (
                str(sourced.checked) if sourced.checked else None
            ):
                yield f"{locale}/about: {key} has the wrong date"


def published(site: Site) -> Iterator[str]:
    """settings.json says the same as facts/settings.yml and fits the schema beside it."""
    data = site.json_file("settings.json")
    found = PublishedSettings.model_validate(data)
    if found.facts() != site.guide.facts:
        yield "settings.json: the facts differ from facts/settings.yml"
    if site.json_file(data["$schema"]) != PublishedSettings.model_json_schema(by_alias=True):
        yield "settings.schema.json: not the schema of settings.json"
    if "null" in json.dumps(list(data["links"])):
        yield "settings.json: a source without a name"


def published_steps(site: Site) -> Iterator[str]:
    """steps.json and steps.csv hold every step in every language, with known facts only."""
    data = PublishedSteps.model_validate(site.json_file("steps.json"))
    codes = {step.code for step in site.guide.steps.active()}
    expected = {(code, locale) for code in codes for locale in site.locales}
    if {(step.code, step.locale) for step in data.steps} != expected:
        yield "steps.json does not hold every step in every language once"
    known = set(site.guide.facts.values()) | codes
    for link in site.guide.links.links.values():
        known |= set(tokens(f"{link.title} {link.en}"))
    for step in data.steps:
        original = site.page(step.locale, site.guide.steps.chapter_of(step.code))
        section = original.by_id.get(step.code)
        # Days, and addresses, which links.outside compares with where they lead.
        others = section.select("time, .elsewhere__address")
        shown = {token for one in others for token in tokens(one.get_text())}
        for token in tokens(f"{step.title}\n{step.text}"):
            if token.lower() not in ALLOWED and token not in known | shown:
                yield f"steps.json: {token!r} in {step.code} {step.locale}"
        address = urlsplit(step.url.removeprefix(SITE_URL))
        page = site.step_pages.get(address.path.removeprefix("s/").strip("/"))
        if page is None or address.fragment not in page.by_id:
            yield f"steps.json: {step.url} leads nowhere"
        for fact in section.select("[data-fact]"):
            if fact.find_parent(["details", "figure"]):
                continue
            if fact.get_text() not in step.text:
                yield f"steps.json: {step.code} {step.locale} lacks {fact['data-fact']}"
    text = (site.folder / "steps.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    if rows != [step.model_dump() for step in data.steps]:
        yield "steps.csv differs from steps.json"
    if not (site.folder / "steps.csv").read_bytes().startswith(codecs.BOM_UTF8):
        yield "steps.csv has no byte order mark"


def pop_is_no_offer(site: Site) -> Iterator[str]:
    """POP's port never stands without the words that SoftBank is not known to offer POP."""
    for page in site.content:
        for fact in page.select_in_article('[data-fact="pop.port"]:not(table.sources *)'):
            block = fact.find_parent(["p", "li"])
            if not block.select_one('[data-sentence="pop-not-offered"]'):
                yield f"{page.name}: POP's port without its caveat in {_short(block)}"


def _short(block: Tag) -> str:
    return repr(" ".join(block.get_text().split())[:60])


CHECKS = [
    unmarked,
    attributes,
    values,
    search_index,
    own_files,
    encryption,
    services,
    settings_table,
    sources,
    published,
    published_steps,
    pop_is_no_offer,
]
