"""MkDocs' events, each handed on to guide/recipe.py, which says what is built and in what order.

static-i18n builds each further language inside the first one's ``on_post_build``, with the same
config: one build comes through all events but its start and its end once a language.
"""

import logging
import shutil
import sys
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from pathlib import Path

import mkdocs.utils
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import CountHandler

log = logging.getLogger("mkdocs.guide")
_FOLDER = Path(__file__).parent
_clean_directory = mkdocs.utils.clean_directory


def _import_guide() -> None:
    """Imports our own code."""
    global docs_folder, frame, material_options, mkdocs_settings, problem, recipe, serving, staging
    # MkDocs has the folder there only while it reads this file.
    sys.path.insert(0, str(_FOLDER))
    try:
        docs_folder = import_module("guide.words.docs_folder")
        frame = import_module("guide.page.frame")
        material_options = import_module("guide.material_options")
        mkdocs_settings = import_module("guide.mkdocs_settings")
        problem = import_module("guide.problem")
        recipe = import_module("guide.recipe")
        serving = import_module("guide.serving")
        staging = import_module("guide.staging")
    finally:
        sys.path.remove(str(_FOLDER))


_import_guide()

_serving = False
# The build under way; where the site goes; the folder that it is built in beside it.
_build = None
_final: Path | None = None
_new: Path | None = None
# While serving: the one language that is built; whether only facts and pages have changed; the last
# good build; the files that it was made from, and those of the build under way.
_only: str | None = None
_texts = False
_good = None
_good_state: dict = {}
_state: dict = {}


def _in_one_line(event: Callable) -> Callable:
    """Bad input stops MkDocs with the line that says what to do, and no traceback."""

    @wraps(event)
    def inner(*args, **kwargs):
        try:
            return event(*args, **kwargs)
        except Exception as error:
            if isinstance(error, problem.Problem):
                raise PluginError(str(error)) from None
            raise

    return inner


def on_startup(command, dirty):
    global _serving
    _serving = command == "serve"


@_in_one_line
def on_config(config):
    global _build, _final, _new
    root = Path(config.config_file_path).parent
    i18n = config.plugins.get("i18n")
    if i18n and i18n.building:
        return config
    if _serving:
        _see_what_changed(root)
    mkdocs_settings.check_settings(config)
    options = material_options.read_options(config)
    # In the pages already, by guide/page/styles.py; Material would link and mark them once more.
    config.extra_css = []
    config.theme["palette"] = None
    # Beside the last good site, which is replaced only when all went well.
    _final = staging.real_folder(Path(config.site_dir))
    _new = staging.new_folder(_final)
    config.site_dir = str(_new)
    _build = recipe.begin(
        root=root,
        site=_new,
        site_url=config.site_url,
        names={one.locale: one.name for one in i18n.config.languages if one.build},
        languages=[one.locale for one in i18n.config.languages],
        root_locale=i18n.default_language,
        extra=config.extra,
        options=options,
        serving=_serving,
        last=_good,
        only=_only,
        texts=_texts,
    )
    config.markdown_extensions.append(_build.markdown)
    _share_templates(config.theme)
    if _only:
        # As if static-i18n were at this language already.
        i18n.current_language, i18n.building = _only, True
    return config


def _see_what_changed(root: Path) -> None:
    """Decides what `make serve` builds: one language, or all, with new code if there is any."""
    global _only, _texts, _good, _state
    before, _state = _state, serving.state_of(root)
    code = [path for path in serving.changed(before, _state) if path.startswith("hooks/")]
    if before and code:
        _good = None
        for name in [name for name in sys.modules if name.split(".")[0] == "guide"]:
            del sys.modules[name]
        _import_guide()
        if "hooks/adapter.py" in code:
            log.warning("hooks/adapter.py has changed: stop `make serve` and start it again")
    _only = serving.only_language(_good_state, _state) if _good else None
    if _only and _only not in _good.guide.locales:
        _only = None
    _texts = bool(_good) and serving.only_texts(serving.changed(_good_state, _state))
    if _only:
        log.info(f"Only pages of docs/{_only} have changed: only that language is built")


def on_files(files, config):
    if (_only or _build.kept) and not any(_new.iterdir()):
        shutil.copytree(_final, _new, dirs_exist_ok=True)
    # static-i18n would look for each page in each language of each: we know where they are.
    others = set(config.plugins["i18n"].all_languages) - {_locale(config)}
    for file in list(files):
        parts = Path(file.src_uri).parts
        if parts[0] in others or any(map(docs_folder.is_left_behind, parts)):
            files.remove(file)
    for slug in recipe.route_slugs(_build):
        files.append(
            File(
                f"{_locale(config)}/{slug}.md",
                config.docs_dir,
                config.site_dir,
                config.use_directory_urls,
                inclusion=InclusionLevel.NOT_IN_NAV,
            )
        )
    strings = _build.guide.strings[_locale(config)]
    config.site_name = strings.site_name
    config.site_description = strings.site_description
    config.theme["language"] = strings.material
    return files


def on_nav(nav, config, files):
    for page in nav.pages:
        page.title = frame.nav_title(_build, _locale(config), _slug(page))
    return nav


def on_page_read_source(page, config):
    return recipe.source(_build, _locale(config), _slug(page))


def on_page_markdown(markdown, page, config, files):
    if _kept(page, config):
        page.meta["template"] = "kept.html"
        return ""
    return recipe.markdown(_build, _locale(config), _slug(page))


def on_page_content(html, page, config, files):
    recipe.take(_build, _locale(config), _slug(page), page.title, html)
    anchors = _build.anchors.setdefault((_locale(config), _slug(page)), page.present_anchor_ids)
    if _kept(page, config):
        # MkDocs looks for them where links lead.
        page.present_anchor_ids = anchors
    return html


def on_env(env, config, files):
    env.globals.update(frame.values_of_language(_build, _locale(config)))
    env.globals["favicon"] = frame.favicon(_build.sources / config.theme["favicon"])
    return env


def on_page_context(context, page, config, nav):
    if _kept(page, config):
        return context
    context.update(frame.values_of_page(_build, _locale(config), _slug(page)))
    return context


@_in_one_line
def on_post_page(output, page, config):
    if _kept(page, config):
        return recipe.kept_page(_build, _locale(config), _slug(page))
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
    global _good, _good_state
    if config.plugins["i18n"].building and not _only:
        return
    recipe.write_all(_build)
    if not _warned():
        staging.put_in_place(_new, _final)
        _good, _good_state = _build, _state


def on_build_error(error):
    if _new is not None:
        shutil.rmtree(_new, ignore_errors=True)
    # static-i18n leaves both behind when a build fails within it; `make serve` goes on.
    mkdocs.utils.clean_directory = _clean_directory
    logger = logging.getLogger("mkdocs.commands.build")
    for one in [one for one in logger.filters if type(one).__name__ == "I18nLoggingFilter"]:
        logger.removeFilter(one)


def _share_templates(theme) -> None:
    """One set of templates for all languages, each compiled once.

    Nothing of Material's own files is published, and finding them takes long: none are listed.
    """
    env = theme.get_env()
    env.auto_reload = False
    # Empty lines and indents of templates would be a hundred bytes in each page.
    env.trim_blocks = env.lstrip_blocks = True
    env.add_extension(frame.WithoutIndents)
    env.list_templates = lambda *args, **kwargs: []
    theme.get_env = lambda: env
    theme.static_templates.discard("sitemap.xml")


def _locale(config) -> str:
    """The language that is being built; right from ``on_files`` on."""
    return config.plugins["i18n"].current_language


def _slug(page) -> str:
    """A page's path below its language's folder, without ``.md``."""
    return page.file.norm_src_uri.removesuffix(".md")


def _kept(page, config) -> bool:
    """Whether a page stands in the site already as it is to be."""
    return (_locale(config), _slug(page)) in _build.kept


def _warned() -> bool:
    """Whether MkDocs is about to stop this build for its warnings (--strict)."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(isinstance(handler, CountHandler) and handler.get_counts() for handler in handlers)
