"""Where lines end, as Chromium draws them on a phone. Some 20 s: a few editions, their chapters."""

import re
from itertools import pairwise

import pytest
from browser.conftest import NARROW, SIZES
from guide.steps.route_source import FOLDER
from sampling import EVERY, sampled

OPEN = "for (const fold of document.querySelectorAll('main details')) fold.open = true"

# The lines of each block of running text, without the joiners that hold them together. Readings,
# and what only screen readers or printers get, are none of them.
LINES = r"""(root) => {
  const left = "rt, .unseen, .result legend, .copy__what, .paper-end, script, style, option, pre";
  const blocks = new Map();
  const walker = document.createTreeWalker(document.querySelector(root), NodeFilter.SHOW_TEXT);
  const letters = new Intl.Segmenter("my", { granularity: "grapheme" });
  for (let node; (node = walker.nextNode());) {
    const parent = node.parentElement;
    if (!parent.checkVisibility() || parent.closest(left)) continue;
    let block = parent;
    while (/^(inline|ruby)/.test(getComputedStyle(block).display)) block = block.parentElement;
    if (!blocks.has(block)) blocks.set(block, []);
    const lines = blocks.get(block);
    const broken = (node.previousSibling ?? parent.previousSibling)?.nodeName === "BR";
    if (broken && lines.length) lines[0].text += " ";
    const range = document.createRange();
    let at = 0;
    for (const { segment } of letters.segment(node.data)) {
      range.setStart(node, at);
      range.setEnd(node, at += segment.length);
      const box = [...range.getClientRects()].pop();
      if (segment.trim() && box && (!lines.length || box.top > lines[0].bottom - 4)) {
        lines.unshift({ text: "", bottom: box.bottom });
      }
      if (lines.length) {
        lines[0].text += segment;
        if (box) lines[0].bottom = Math.max(lines[0].bottom, segment.trim() ? box.bottom : 0);
      }
    }
  }
  return [...blocks.values()]
    .map((lines) => lines.reverse().map(({ text }) => text.replaceAll("\u2060", "")));
}"""

# What a line must not begin with, or end with, by language; the pair is the line before and it.
WRONG = {
    "a separator first": lambda before, line: re.match(r"[、，。,.|)）」』”›·၊။;]", line),
    "a badge alone": lambda before, line: re.fullmatch(
        r"\u00a0\d{4}[。.)）]*", f"{before[-1:]}{line}".strip(" ")[-8:]
    ),
    "a last character torn off": lambda before, line: (
        re.match(r"[\u3040-\u9fff]\u00a0\d{4}\b", line) and re.search(r"[\u3040-\u9fff]$", before)
    ),
    "a final consonant first": lambda before, line: re.match(r"[\u1000-\u1021]\u1037?\u103a", line),
    "the bare negator last": lambda before, line: re.search(
        r"(?:^|[^\u1000-\u109f])မ$", before.rstrip()
    ),
    "within a Korean word": lambda before, line: (
        len(re.search(r"\S*$", before)[0] + re.match(r"\S*", line)[0]) < 18
        and re.search(r"[가-힣]$", before)
        and re.match(r"[가-힣]", line)
    ),
}

# A Japanese label beside another language's, in two lines; and values torn from their buttons.
TORN = """() => [
  ...[...document.querySelectorAll("main span[lang=ja][data-label]")]
    .filter(e => e.checkVisibility() && e.getClientRects().length > 1),
  ...[...document.querySelectorAll("main .to-copy")].filter(e => {
    const [value, button] = [...e.children].map(c => c.getBoundingClientRect());
    return innerWidth > 360 && Math.abs(value.top + value.bottom - button.top - button.bottom) > 8;
  }),
].map(e => e.textContent)"""


def wrong_breaks(blocks: list[list[str]]) -> list[str]:
    """What is wrong between each line and the next one."""
    return [
        f"{name}: {before[-15:]!r} / {line[:15]!r}"
        for lines in blocks
        for before, line in pairwise(lines)
        for name, is_wrong in WRONG.items()
        if is_wrong(before, line.lstrip(" \n"))
    ]


@pytest.mark.parametrize("locale", ["ko", "my", "zh-TW", "ja-easy", "tl"])
def test_lines_end_where_a_reader_would_end_them(locale, open_page, site, base):
    """The steps of routes stand in the chapters: what routes say beside them, Korean proves."""
    opened = open_page(site.home(locale))
    for one in site.of(locale):
        if one.slug in ("404", "about"):  # titles of sources elsewhere stand as they are
            continue
        if one.slug.startswith(FOLDER) and locale != "ko" and not EVERY:
            continue
        opened.go_to(base + one.url)
        opened.page.evaluate(OPEN)
        assert wrong_breaks(opened.page.evaluate(LINES, "main")) == [], one.name
        assert opened.page.evaluate(TORN) == [], one.name


@pytest.mark.parametrize("address", ["s/4049/#ko", "s/4049/#my", "s/7091/#zh", "s/3046/#ne"])
def test_lines_of_step_pages_end_so_too(address, open_page):
    page = open_page(address).page
    assert wrong_breaks(page.evaluate(LINES, "section:target")) == []
    torn = "() => [...document.querySelectorAll(':target span[lang=ja]')]"
    assert page.evaluate(f"{torn}.filter(e => e.getClientRects().length > 1).length") == 0
    assert page.evaluate(f"{torn}.length") or address.endswith(("ko", "zh"))


def test_the_list_of_lines_sees_what_is_wrong():
    """Each kind, as it was once."""
    for name, before, line in [
        ("a separator first", "Apple", "、SoftBank"),
        ("a badge alone", "Restart\u00a0", "3072"),
        ("a last character torn off", "查看伺服器的連接", "埠\u00a07091"),
        ("a final consonant first", "မေး", "လ်ကို"),
        ("the bare negator last", "SSL မပါဘဲ မ", "သတ်မှတ်"),
        ("within a Korean word", "인증", "서를"),
    ]:
        assert [one.split(":")[0] for one in wrong_breaks([[before, line]])] == [name]


# A caption narrower than half its table is a column of single letters.
COLUMNS = """() => [...document.querySelectorAll("caption")]
  .filter(c => c.checkVisibility()
    && c.getBoundingClientRect().width < c.closest("table").getBoundingClientRect().width / 2)
  .map(c => c.textContent)"""


def test_a_caption_is_as_wide_as_its_table(open_page, site, base):
    """The whole guide in one file has every kind of table. A second a language."""
    opened = open_page("settings/")
    for locale in sampled("captions", 2):
        opened.go_to(f"{base}offline/guide-{locale}.html", "domcontentloaded")
        assert opened.page.locator("caption").count() > 0, locale
        for size in (SIZES["phone"], NARROW["narrow"]):
            opened.page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
            assert opened.page.evaluate(COLUMNS) == [], (locale, size)


# Words that a badge's box touches.
TOUCHED = """() => [...document.querySelectorAll("main .step-code")]
  .filter(e => e.checkVisibility())
  .flatMap(badge => {
    const box = badge.getBoundingClientRect();
    const range = document.createRange();
    return [badge.previousSibling, badge.nextSibling].filter(n => n?.nodeType === 3).flatMap(n => {
      return [...n.data].map((letter, at) => {
        if (!letter.trim()) return "";
        range.setStart(n, at);
        range.setEnd(n, at + 1);
        const near = range.getBoundingClientRect();
        const apart = Math.max(near.left - box.right, box.left - near.right);
        const sameLine = near.top < box.bottom && near.bottom > box.top;
        return sameLine && apart < 1 ? badge.parentElement.textContent : "";
      }).filter(Boolean);
    });
  })"""


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_a_badge_touches_no_word(locale, open_page, site, base):
    opened = open_page(site.home(locale))
    for one in site.of(locale):
        opened.go_to(base + one.url)
        assert opened.page.evaluate(TOUCHED) == [], one.name
