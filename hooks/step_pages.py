"""Writes /s/<code>/ for every code ever issued, its messages, and /s/, which lists them."""

import json
from collections import defaultdict
from pathlib import Path

from guide.hosting.policy import policy_alone, with_policy
from guide.problem import Problem
from guide.steps.step_page import FOLDER, step_list, step_page, step_texts
from guide.steps.tickets import messages
from mkdocs.exceptions import PluginError
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
    folder = Path(config.site_dir, FOLDER)
    for step in guide.steps.steps:
        found = texts[step.successor or step.code]
        html = step_page(guide, step.code, found)
        _write(folder / step.code / "index.html", _finished(html, config))
        if not step.successor:
            try:
                said = messages(guide, step.code, found, config.site_url)
            except Problem as problem:
                raise PluginError(str(problem)) from None
            text = json.dumps(said, ensure_ascii=False)
            _write(folder / step.code / "messages.json", text)
    _write(folder / "index.html", _finished(step_list(guide, texts), config))


def _finished(html: str, config) -> str:
    """With readings in the sections of the editions that have them, and the page's policy."""
    for locale, furigana in config.extra["furigana"].items():
        start = html.index(f'<section id="{locale}"')
        end = html.index("</section>", start)
        html = html[:start] + furigana.add(html[start:end]) + html[end:]
    return with_policy(html, policy_alone)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
