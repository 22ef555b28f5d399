"""The search finds what readers look for, in their language alone, and stays small."""

import gzip
import re

import pytest
from query_lists import answers, queries
from site_reader import LOCALES

# Engine and index as a server sends them.
BYTES = 60_000
_IMPORT = re.compile(r'from "(\.[^"]+)"')
# Runs all queries of a language in one go; each language's engine is made once.
_ASK = """async ([script, index, all]) => {
  const { Engine } = await import(script);
  const made = window.engines ??= {};
  made[index] ??= await Engine.from(await (await fetch(index)).json());
  return all.map((query) => made[index].search(query));
}"""


@pytest.fixture(scope="module")
def ask(browser, base, site):
    """What the engine answers: ``ask("vi", ["mat khau", …])`` gives a list of results for each."""
    page = browser.new_page()
    page.goto(base + "settings.json")

    def ask_(locale: str, asked: list[str]) -> list[list[dict]]:
        index = f"{base}{site.home(locale)}search/index.json"
        return page.evaluate(_ASK, [f"{base}{site.code}/js/search_engine.js", index, asked])

    yield ask_
    page.close()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_right_place_is_among_the_first_three(locale, ask, site):
    lists = queries(locale)
    assert len(lists) >= 30
    found = ask(locale, list(lists))
    places = {
        f"{page.url.removeprefix(site.home(locale))}#{element['id']}"
        for page in site.of(locale)
        for element in page.article.select("[id]")
        if page.slug != "404"
    }
    missed = []
    for (query, wanted), results in zip(lists.items(), found, strict=True):
        urls = [result["url"] for result in results]
        assert set(urls) <= places, query
        if not any(answers(url, place, site) for url in urls[:3] for place in wanted):
            missed.append((query, wanted[0], urls[:3]))
    assert missed == []


@pytest.mark.parametrize("locale", LOCALES)
def test_each_step_is_found_by_its_code_and_title(locale, ask, site):
    sections = [row for row in site.search_index(locale)["sections"] if row[3]]
    asked = [query for row in sections for query in (row[3], _full_width(row[3]), row[2])]
    found = ask(locale, asked)
    for at, (_, anchor, title, code, *_) in enumerate(sections):
        by_code, by_wide_code, by_title = found[3 * at : 3 * at + 3]
        assert by_code[0]["code"] == by_wide_code[0]["code"] == code
        assert [one for one in by_title[:3] if one["url"].endswith(f"#{anchor}")], title


@pytest.mark.parametrize("locale", LOCALES)
def test_a_host_or_port_alone_shows_the_table_first(locale, ask, site):
    facts = site.guide.settings.facts()
    values = sorted({facts[key] for key in facts if key.endswith((".host", ".port"))})
    found = ask(locale, values)
    assert {results[0]["url"] for results in found} == {"settings/#top"}


@pytest.mark.parametrize("locale", LOCALES)
def test_each_message_is_found_with_a_letter_missing(locale, ask, site):
    """In the reader's language, Japanese and English; the seventh letter is left out."""
    asked = {}
    for error in site.guide.errors.errors:
        for other in {locale, "ja", "en"}:
            message = site.guide.message(error.messages[0], other)
            asked[message[:6] + message[7:]] = error.id
    found = ask(locale, list(asked))
    missed = [
        (query, error)
        for (query, error), results in zip(asked.items(), found, strict=True)
        if not any(one["url"] == f"errors/#{error}" for one in results[:3])
    ]
    assert missed == []


@pytest.mark.parametrize("locale", LOCALES)
def test_engine_and_index_are_small(locale, site):
    scripts = _with_imports(site.folder / f"{site.code}/js/search.js")
    files = [*scripts, site.folder / f"{site.code}/css/search.css"]
    files.append(site.folder / site.home(locale) / "search/index.json")
    assert sum(len(gzip.compress(path.read_bytes())) for path in files) <= BYTES


def _with_imports(script) -> set:
    found, waiting = set(), [script]
    while waiting:
        path = waiting.pop().resolve()
        if path not in found:
            found.add(path)
            text = path.read_text(encoding="utf-8")
            waiting += [path.parent / name for name in _IMPORT.findall(text)]
    return found


def _full_width(digits: str) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in digits)
