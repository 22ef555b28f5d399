"""Checks facts/, words and pages at the start of a build and puts the facts into every page."""

from pathlib import Path

from guide.page.expand import expand_all
from guide.page.finish import (
    frame_tables,
    number_chapter,
    number_links,
    put_blocks,
    put_steps_together,
)
from guide.problem import Problem
from guide.project import load
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.utils import get_relative_url


@event_priority(50)
def on_config(config):
    # Called once more for each further language, with the same config.
    if "guide" not in config.extra:
        root = Path(config.config_file_path).parent
        languages = [one for one in config.plugins["i18n"].config.languages if one.build]
        (root_locale,) = (one.locale for one in languages if one.default)
        try:
            guide = load(root, {one.locale: one.name for one in languages})
            config.extra["expanded"] = expand_all(guide, root_locale, config.extra["report_url"])
        except Problem as problem:
            raise PluginError(str(problem)) from None
        config.extra["guide"] = guide
    return config


def on_page_markdown(markdown, page, config, files):
    return config.extra["expanded"][_key(page)].markdown


def on_page_content(html, page, config, files):
    guide = config.extra["guide"]
    locale, slug = _key(page)
    html = put_steps_together(html, guide, locale, get_relative_url("s/", page.url))
    html = frame_tables(number_links(html, guide))
    html = put_blocks(html, config.extra["expanded"][locale, slug].blocks)
    if slug in guide.steps.chapters:
        html = number_chapter(html, guide.steps.number(slug))
    return html


def _key(page) -> tuple[str, str]:
    return page.file.locale, Path(page.file.src_uri).stem
