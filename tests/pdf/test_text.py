"""What the PDFs say: every fact, every step, in order, and nothing else that looks like a fact."""

import re
import unicodedata

import pytest
from checks.facts import ALLOWED, tokens
from guide.paper.book import book_slugs
from guide.paper.counter_sheet import SCREENS, counter_languages
from paper_reader import SHAPED, squeezed
from sampling import GUIDES, PAPERS, SHEETS
from site_build import SITE_URL
from site_reader import plain_text


def test_every_language_has_both(paper):
    assert sorted(paper) == sorted(PAPERS)


def test_other_hosts_are_told_how_to_send_them(site):
    rules = (site.folder / "_headers").read_text(encoding="utf-8").split("\n/")
    (rule,) = [rule for rule in rules if rule.partition("\n")[0].endswith("pdf/*")]
    assert "Content-Security-Policy: default-src 'none'" in rule
    assert "Cache-Control: no-cache" in rule


@pytest.mark.parametrize("name", PAPERS)
def test_nothing_else_looks_like_a_host_or_a_port(name, paper, site):
    known = {*site.guide.facts.values(), *ALLOWED}
    known |= {step.code for step in site.guide.steps.steps}
    for link in site.guide.links.links.values():
        # An address may be broken behind its scheme.
        address = str(link.url).partition("://")[2]
        known |= {token.lower() for token in tokens(f"{link.title} {link.en} {address}")}
    # On paper no mark says what is a date.
    times = site.one_files[name.partition("-")[2]].soup.select("time[datetime]")
    known |= {time["datetime"].split("-")[0] for time in times}
    for text in paper[name].texts:
        # The edition's version: a commit's hash may be all digits.
        text = re.sub(r"[·(] ?[0-9a-f]{7,}", "", text)
        for token in tokens(text.replace(SITE_URL, "")):
            assert token.lower() in {one.lower() for one in known}, (name, token)


@pytest.mark.parametrize("locale", GUIDES)
def test_the_guide_holds_every_fact_that_the_pages_hold(locale, paper, site):
    text = squeezed(paper[f"guide-{locale}"].text)
    for slug in book_slugs(site.guide):
        for fact in site.page(locale, slug).select_in_article("[data-fact]"):
            assert site.guide.facts[fact["data-fact"]] == fact.get_text()
            assert squeezed(fact.get_text()) in text, fact["data-fact"]


@pytest.mark.parametrize("locale", GUIDES)
def test_the_guide_holds_every_page_whole(locale, paper, site):
    """Every paragraph, item, cell and heading of the pages is in it, in the order of the pages."""
    book = paper[f"guide-{locale}"]
    text = squeezed(book.text, locale)
    # A reading over the next word makes the number of a list's item be read in between.
    ends = "。.,、:に" if book.readings else "。.,、:"
    for slug in book_slugs(site.guide):
        article = site.page(locale, slug).article
        for block in article.select("p, li, h2, h3, summary, caption"):
            if "ios-path__ask" in block.get("class", []):
                continue
            if block.find_parent(class_=["onward", "step-foot"]) or block.find(["p", "li", "br"]):
                continue
            if "stale" in block.get("class", []) or block.find_parent(class_="stale"):
                continue
            if block.select_one("button") or "chapter-number" in block.get("class", []):
                continue
            said = plain_text(block)
            said = squeezed(said, locale)
            # A block may run over the foot of a page.
            assert all(_stands(part, text) for part in _halves(said, ends)), (slug, said)


def _stands(part: str, text: str) -> bool:
    """Whether a part of a block is there: whole, or in two where a page ends within it."""
    return part in text or any(
        part[:place] in text and part[place:] in text for place in range(4, len(part) - 4)
    )


def _halves(said: str, ends: str) -> list[str]:
    parts = [part for part in re.split(f"(?<=[{ends}])", said) if len(part) > 3]
    return parts or [said]


@pytest.mark.parametrize("locale", SHEETS)
def test_the_counter_sheet_gives_each_value_with_its_name(locale, paper, site):
    text = squeezed(paper[f"counter-{locale}"].text, locale)
    shown = counter_languages(site.guide, locale)
    for key in ("imap.host", "imap.port", "imap.encryption", "smtp.host", "smtp.port"):
        names = "".join(site.guide.strings[other].ui[key.split(".")[1]] for other in shown)
        assert squeezed(names + site.guide.facts[key], locale) in text
    order = [
        text.index(squeezed(_in_both(site, shown, head), locale))
        for head in ("incoming", "both", "outgoing", "outgoing_other")
    ]
    assert order == sorted(order)
    incoming, _, outgoing, other = (*order[:1], order[1], order[2], order[3])
    port = squeezed(_in_both(site, shown, "port"), locale)
    assert site.guide.facts["imap.port"] in text[incoming : order[1]]
    assert site.guide.facts["smtp.port"] in text[outgoing:other]
    assert port in text[other:]
    assert site.guide.facts["smtp.other.port"] in text[other : other + 80]
    for other_locale in shown:
        strings = site.guide.strings[other_locale]
        for said in (
            strings.values[site.guide.settings.username.value[0]],
            strings.values[site.guide.settings.username.value[1]],
            strings.ui["paper_loss"],
            strings.ui["independent"],
        ):
            assert squeezed(said, locale) in text


@pytest.mark.parametrize("locale", SHEETS)
def test_the_counter_sheet_draws_the_forms_and_the_dialog(locale, paper, site):
    """Each label stands in the phone's words for both languages, before what it holds."""
    text = squeezed(paper[f"counter-{locale}"].texts[-1], locale)
    shown = counter_languages(site.guide, locale)

    def said(words_of, key):
        return "".join(dict.fromkeys(words_of(key, other) for other in shown))

    for id in (id for column in SCREENS for id in column):
        screen = site.guide.screens.screens[id]
        # What the dialog says may be set in two lines, and a variable stands nowhere in these.
        expected = [site.guide.message(key, other) for key in screen.messages for other in shown]
        expected += [said(site.guide.label, button.label) for button in screen.buttons]
        for row in screen.rows():
            value = site.guide.facts[row.fact] if row.fact else ""
            expected.append(said(site.guide.label, row.label) + value)
        for one in expected:
            assert squeezed(one, locale) in text, (id, one)


def _in_both(site, shown: list[str], key: str) -> str:
    return "".join(site.guide.strings[other].ui[key] for other in shown)


@pytest.mark.parametrize("locale", [locale for locale in GUIDES if locale in SHAPED])
def test_no_letters_are_lost_where_they_cannot_be_read_back(locale, paper, site):
    """As many glyphs are drawn as the pages have letters that do not join with others."""
    letters = 0
    for slug in book_slugs(site.guide):
        for block in site.page(locale, slug).select_in_article("p, li, h2, h3"):
            if not block.find(["p", "li"]) and not block.find_parent(class_=["onward", "stale"]):
                letters += sum(unicodedata.category(letter) == "Lo" for letter in plain_text(block))
    assert len(paper[f"guide-{locale}"].glyphs) > letters


@pytest.mark.parametrize("name", PAPERS)
def test_every_step_stands_in_order_with_its_title(name, paper, site):
    kind, _, locale = name.partition("-")
    shown = counter_languages(site.guide, locale) if kind == "counter" else [locale]
    text = squeezed(paper[name].text, locale)
    at = 0
    for step in site.guide.steps.active():
        page = site.step_pages[step.code].soup
        titles = [plain_text(page.select_one(f"section[id='{other}'] h2")) for other in shown]
        sign = "!" if kind == "counter" and step.changes in ("data", "lasting") else ""
        line = squeezed(step.code + sign + "".join(titles), locale)
        assert line in text[at:], (name, line)
        at = text.index(line, at)
