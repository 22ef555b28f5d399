"""Writes /s/<code>/ for every code ever issued, and /s/, which lists them."""

from collections import defaultdict
from pathlib import Path

from guide.step_page import FOLDER, step_list, step_page, step_texts
from mkdocs.plugins import event_priority


def on_page_content(html, page, config, files):
    locale = page.file.locale
    collected = config.extra.setdefault("step_texts", defaultdict(dict))
    url = "" if page.url == "./" else page.url
    for code, text in step_texts(html, url, locale).items():
        collected[code][locale] = text
    return html


# After static-i18n (-100) has built every language, before staging (-200).
@event_priority(-150)
def on_post_build(config):
    i18n = config.plugins["i18n"]
    if i18n.building:
        return
    guide = config.extra["guide"]
    texts = config.extra["step_texts"]
    listed = {one.locale: one.name for one in i18n.config.languages if one.build}
    folder = Path(config.site_dir, FOLDER)
    for step in guide.steps.steps:
        found = texts[step.successor or step.code]
        _write(folder / step.code, step_page(guide, step.code, found, listed))
    _write(folder, step_list(guide, texts, listed))


def _write(folder: Path, html: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(html, encoding="utf-8")
