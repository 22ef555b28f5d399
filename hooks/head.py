"""Puts styles and policy into every page, and the code that browsers keep into its own folder."""

from pathlib import Path

from guide.hosting.asset_folder import SITE, code_folder, publish
from guide.hosting.policy import policy, with_policy
from guide.page.styles import needed, style_sheets
from mkdocs.plugins import event_priority

# What Material ships for its own pages, and overrides/css/; ours have a frame of their own.
_THEME_FILES = ("assets/javascripts/", "assets/stylesheets/", "assets/images/favicon.png", "css/")


def on_config(config):
    # Called once more for each further language, with the same config.
    if "sheets" not in config.extra:
        root = Path(config.config_file_path).parent
        config.extra["sheets"] = style_sheets(root / "overrides/css")
        config.extra["code_folder"] = code_folder(Path(config.docs_dir, "assets"))
    return config


def on_files(files, config):
    for file in list(files):
        if file.src_uri.startswith(_THEME_FILES):
            files.remove(file)
    return files


def on_env(env, config, files):
    logo = Path(config.docs_dir, "assets/images/logo.svg").read_text(encoding="utf-8")
    env.globals.update(code_folder=config.extra["code_folder"], logo=logo)
    return env


# After the readings are in the page.
@event_priority(-90)
def on_post_page(output, page, config):
    return _with_head(output, config)


# After the readings, before language.py writes a language's own 404 page.
@event_priority(5)
def on_post_template(output_content, template_name, config):
    return _with_head(output_content, config) if template_name == "404.html" else output_content


# After static-i18n (-100) has built every language, before staging (-200).
@event_priority(-140)
def on_post_build(config):
    if not config.plugins["i18n"].building:
        source = Path(config.docs_dir, "assets/js", SITE)
        publish(Path(config.site_dir), config.extra["code_folder"], source)


def _with_head(html: str, config) -> str:
    styles = needed(html, config.extra["sheets"])
    return with_policy(html.replace("<!-- styles -->", f"<style>{styles}</style>", 1), policy)
