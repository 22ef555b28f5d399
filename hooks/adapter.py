"""MkDocs' events, each handed on to guide/recipe.py, which says what is built and in what order.

static-i18n builds each further language inside the first one's ``on_post_build``, with the same
config: one build comes through all events but its start and its end once a language.
"""

import logging
import shutil
from collections.abc import Callable
from functools import wraps
from pathlib import Path

from guide import recipe
from guide.build import Build
from guide.mkdocs_settings import check_settings
from guide.page.frame import nav_title, values_of_language, values_of_page
from guide.problem import Problem
from guide.staging import new_folder, put_in_place, real_folder
from guide.words.docs_folder import is_left_behind
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.utils import CountHandler

_serving = False
_build: Build | None = None
# Where the site goes, and the folder that it is built in beside it.
_final: Path | None = None
_new: Path | None = None


def _in_one_line(event: Callable) -> Callable:
    """Bad input stops MkDocs with the line that says what to do, and no traceback."""

    @wraps(event)
    def inner(*args, **kwargs):
        try:
            return event(*args, **kwargs)
        except Problem as problem:
            raise PluginError(str(problem)) from None

    return inner


def on_startup(command, dirty):
    global _serving
    _serving = command == "serve"


@_in_one_line
def on_config(config):
    global _build, _final, _new
    root = Path(config.config_file_path).parent
    if "i18n" not in config.plugins or not config.plugins["i18n"].building:
        check_settings(config)
    i18n = config.plugins["i18n"]
    if i18n.building:
        return config
    if not _serving:
        # Beside the last good site, which is replaced only when all went well.
        _final = real_folder(Path(config.site_dir))
        _new = new_folder(_final)
        config.site_dir = str(_new)
    _build = recipe.begin(
        root=root,
        site=Path(config.site_dir),
        site_url=config.site_url,
        names={one.locale: one.name for one in i18n.config.languages if one.build},
        languages=[one.locale for one in i18n.config.languages],
        root_locale=i18n.default_language,
        extra=config.extra,
    )
    config.markdown_extensions.append(_build.markdown)
    _share_templates(config.theme)
    return config


def on_files(files, config):
    # static-i18n would look for each page in each language of each: we know where they are.
    others = set(config.plugins["i18n"].all_languages) - {_locale(config)}
    for file in list(files):
        parts = Path(file.src_uri).parts
        if parts[0] in others or any(map(is_left_behind, parts)):
            files.remove(file)
    strings = _build.guide.strings[_locale(config)]
    config.site_name = strings.site_name
    config.site_description = strings.site_description
    config.theme["language"] = strings.material
    return files


def on_nav(nav, config, files):
    for page in nav.pages:
        page.title = nav_title(_build, _locale(config), _slug(page))
    return nav


def on_page_markdown(markdown, page, config, files):
    return recipe.markdown(_build, _locale(config), _slug(page))


def on_page_content(html, page, config, files):
    recipe.take(_build, _locale(config), _slug(page), page.title, html)
    return html


def on_env(env, config, files):
    env.globals.update(values_of_language(_build, _locale(config)))
    return env


def on_page_context(context, page, config, nav):
    context.update(values_of_page(_build, _locale(config), _slug(page)))
    return context


@_in_one_line
def on_post_page(output, page, config):
    return recipe.finish_page(_build, _locale(config), output)


@_in_one_line
def on_post_template(output_content, template_name, config):
    """Keeps one 404 page a language, in its folder."""
    if template_name != "404.html":
        return output_content
    html = recipe.finish_page(_build, _locale(config), output_content)
    home = _build.addresses.home(_locale(config))
    if not home:
        return html
    _build.write(f"{home}404.html", html)
    return ""


# After static-i18n (-100), which builds the further languages in its own.
@event_priority(-200)
@_in_one_line
def on_post_build(config):
    if config.plugins["i18n"].building:
        return
    recipe.write_all(_build)
    if not _serving and not _warned():
        put_in_place(_new, _final)


def on_build_error(error):
    if _new is not None:
        shutil.rmtree(_new, ignore_errors=True)


def _share_templates(theme) -> None:
    """One set of templates for all languages, each compiled once.

    Nothing of Material's own files is published, and finding them takes long: none are listed.
    """
    env = theme.get_env()
    env.auto_reload = False
    env.list_templates = lambda *args, **kwargs: []
    theme.get_env = lambda: env
    theme.static_templates.discard("sitemap.xml")


def _locale(config) -> str:
    """The language that is being built; right from ``on_files`` on."""
    return config.plugins["i18n"].current_language


def _slug(page) -> str:
    return Path(page.file.src_uri).stem


def _warned() -> bool:
    """Whether MkDocs is about to stop this build for its warnings (--strict)."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(isinstance(handler, CountHandler) and handler.get_counts() for handler in handlers)
