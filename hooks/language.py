"""Gives each language its own names, navigation, alternates and 404 page."""

from pathlib import Path
from urllib.parse import urljoin

from guide.words.dates import time_element
from guide.words.translation import state_of


def _locale(config) -> str:
    # In on_config this is still the previous language; from on_files on it is right.
    return config.plugins["i18n"].current_language


def _root_locale(config) -> str:
    return config.plugins["i18n"].default_language


def _folder(config, locale: str) -> str:
    """The folder of a language in the site: none for the root's."""
    return "" if locale == _root_locale(config) else f"{locale}/"


def on_files(files, config):
    strings = config.extra["guide"].strings[_locale(config)]
    config.site_name = strings.site_name
    config.site_description = strings.site_description
    config.theme["language"] = strings.material
    return files


def on_nav(nav, config, files):
    guide = config.extra["guide"]
    words = guide.strings[_locale(config)].nav
    for page in nav.pages:
        slug = Path(page.file.src_uri).stem
        chapters = guide.steps.chapters
        page.title = (
            f"{guide.steps.number(slug)}. {words[slug]}" if slug in chapters else words[slug]
        )
    return nav


def on_env(env, config, files):
    guide = config.extra["guide"]
    locale = _locale(config)
    env.globals.update(
        locale=locale,
        strings=guide.strings[locale],
        all_strings=guide.strings,
        home=_folder(config, locale),
        languages=[
            {
                "locale": other,
                "name": guide.names[other],
                "html_lang": guide.strings[other].html_lang,
                "home": _folder(config, other),
            }
            for other in guide.locales
        ],
    )
    return env


def on_page_context(context, page, config, nav):
    """Adds the page's address in every language, and the state of its translation."""
    guide = config.extra["guide"]
    locale, slug = page.file.locale, Path(page.file.src_uri).stem
    entry = guide.translated[locale].pages.get(slug)
    reviewed = entry and entry.reviewed
    html_lang = guide.strings[locale].html_lang
    context["reviewed"] = time_element(reviewed, html_lang) if reviewed else None
    context["stale"] = state_of(slug, guide.stale[locale])
    context["alternates"] = {
        other: {"url": file.url, "absolute": urljoin(config.site_url, file.url)}
        for other, file in page.file.alternates.items()
    }
    return context


def on_post_template(output_content, template_name, config):
    """Keeps one 404 page a language; the root's speaks them all."""
    if template_name != "404.html":
        return output_content
    locale = _locale(config)
    if locale == _root_locale(config):
        return output_content
    target = Path(config.site_dir, locale, "404.html")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(output_content, encoding="utf-8")
    return ""
