"""Puts readings over the kanji of editions that ask for them (``furigana`` in strings.yml)."""

from guide.problem import Problem
from guide.words.furigana import Furigana
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority


def on_config(config):
    # Called once more for each further language, with the same config.
    if "furigana" not in config.extra:
        guide = config.extra["guide"]
        try:
            config.extra["furigana"] = {
                locale: Furigana(guide.root, locale)
                for locale in guide.locales
                if guide.strings[locale].furigana
            }
        except Problem as problem:
            raise PluginError(str(problem)) from None
    return config


def on_post_page(output, page, config):
    return _with_readings(output, config)


@event_priority(10)
def on_post_template(output_content, template_name, config):
    # Before language.py writes a language's own 404 page.
    return _with_readings(output_content, config) if template_name == "404.html" else output_content


def _with_readings(output: str, config) -> str:
    furigana = config.extra["furigana"].get(config.plugins["i18n"].current_language)
    if not furigana:
        return output
    try:
        return furigana.add(output)
    except Problem as problem:
        raise PluginError(str(problem)) from None
