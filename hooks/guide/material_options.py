"""The options of MkDocs and Material that mkdocs.yml sets: those that are honoured here, no others.

An option that would do nothing stops the build, so that nobody looks for what it should do.
README.md says of each why it is not there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme
from mkdocs.utils.yaml import yaml_load

from guide.page.css import AUTO, DARK, LIGHT, also_by_device, compact
from guide.problem import Problem
from guide.words.text_file import read_text

FILE = "mkdocs.yml"

# Of MkDocs itself.
_SITE = {
    *("site_name", "site_url", "docs_dir", "site_dir", "exclude_docs", "theme", "extra", "nav"),
    *("plugins", "hooks", "markdown_extensions", "validation", "watch", "dev_addr", "strict"),
    *("repo_url", "repo_name", "edit_uri", "edit_uri_template", "copyright"),
    *("extra_css", "extra_javascript", "remote_branch", "remote_name", "not_in_nav"),
}
_THEME = {"name", "custom_dir", "font", "favicon", "palette", "logo", "icon", "features"}
_ICONS = {"logo", "menu", "alternate", "search"}
_FEATURES = {"navigation.footer", "content.action.edit", "content.tabs.link", "content.code.copy"}
_EXTRA = {"report_url", "pdf", "announce"}
_PLUGINS = {"i18n"}
# What hooks/guide/page/harmless.py knows the HTML of.
EXTENSIONS = {
    *("admonition", "attr_list", "md_in_html", "tables", "toc", "fenced_code"),
    *("pymdownx.details", "pymdownx.tabbed", "pymdownx.superfences", "pymdownx.highlight"),
    *("pymdownx.keys", "pymdownx.emoji"),
}

_MEDIA = {
    "(prefers-color-scheme)": AUTO,
    "(prefers-color-scheme: light)": LIGHT,
    "(prefers-color-scheme: dark)": DARK,
}


@dataclass(frozen=True)
class Options:
    """What mkdocs.yml says of the frame, checked.

    Attributes:
        scheme: the ground of every page: ``default`` (light), ``slate`` (dark), or ``auto``, as the
            reader's device has it.
        switch: the schemes that a reader may choose from, in their order, each with the icon
            that mkdocs.yml names for it.
        logo: an SVG of docs/ or an icon, as it stands in the page; or the address of a picture.
        styles: the style sheets of ``extra_css``, one after another.
        announcement: which of ``announcements`` in strings.yml every page shows.
    """

    scheme: str = AUTO
    switch: dict[str, str | None] = field(default_factory=dict)
    logo: str = ""
    styles: str = ""
    announcement: str = ""


def read_options(config: MkDocsConfig) -> Options:
    """Reads the options.

    Args:
        config: as MkDocs has read it.

    Raises:
        Problem: an option has no effect here, or names what is not there.
    """
    # As it is written: MkDocs' own config has each option, set or not.
    said = yaml_load(read_text(Path(config.config_file_path), Path(config.config_file_path).parent))
    theme = said.get("theme") if isinstance(said.get("theme"), Mapping) else {}
    docs = Path(config["docs_dir"])
    _refuse("", said, _SITE)
    _refuse("theme.", theme, _THEME)
    _refuse("theme.icon.", theme.get("icon") or {}, _ICONS)
    _refuse("theme.features: ", theme.get("features") or [], _FEATURES)
    _refuse("extra.", said.get("extra") or {}, _EXTRA)
    _refuse("plugins: ", (one for one in config["plugins"] if not one.endswith(".py")), _PLUGINS)
    _refuse("markdown_extensions: ", config["markdown_extensions"], EXTENSIONS)
    _check_values(config, theme, docs)
    scheme, switch = _palette(theme.get("palette"))
    return Options(
        scheme=scheme,
        switch=switch,
        logo=_logo(theme, config["theme"], docs),
        styles="".join(_style(str(path), docs) for path in config["extra_css"]),
        announcement=config["extra"].get("announce") or "",
    )


def _refuse(above: str, found: Iterable[str], known: set[str]) -> None:
    for key in found:
        if key not in known:
            raise _no_effect(f"{above}{key}", f"here there are {', '.join(sorted(known))}")


def _check_values(config: MkDocsConfig, theme: Mapping[str, Any], docs: Path) -> None:
    if theme.get("font", False) is not False:
        raise _no_effect("theme.font", "nothing comes from another origin: write `font: false`")
    if docs.name != "docs":
        raise _no_effect("docs_dir", "the pages are in docs/")
    if "content.action.edit" in (theme.get("features") or []) and not config["repo_url"]:
        raise _no_effect("theme.features: content.action.edit", "it needs `repo_url`")
    for key in ("favicon", "logo"):
        if theme.get(key):
            _check_file(f"theme.{key}", theme[key], docs)
    for name, icon in (theme.get("icon") or {}).items():
        _icon(f"theme.icon.{name}", icon, config["theme"])
    _check_extensions(config["markdown_extensions"], config["mdx_configs"])
    for script in config["extra_javascript"]:
        _check_file("extra_javascript", str(script), docs)


def _check_extensions(names: Iterable[str], configs: Mapping[str, Any]) -> None:
    """The three whose plain form has no style here."""
    if "pymdownx.tabbed" in names and not configs.get("pymdownx.tabbed", {}).get("alternate_style"):
        raise _no_effect(
            "markdown_extensions: pymdownx.tabbed", "with `alternate_style: true` it has one"
        )
    code = {"pymdownx.superfences", "pymdownx.highlight"} & set(names)
    if code and configs.get("pymdownx.highlight", {}).get("use_pygments", True):
        raise _no_effect(
            f"markdown_extensions: {min(code)}",
            "code has no colours: with `pymdownx.highlight: {use_pygments: false}` it has one",
        )


def _palette(palette: Any) -> tuple[str, dict[str, str | None]]:
    """The scheme of every page, and the switch."""
    entries = [palette] if isinstance(palette, Mapping) else palette or []
    switch = {}
    for number, entry in enumerate(entries):
        switch[_scheme(f"theme.palette[{number}]", entry)] = (entry.get("toggle") or {}).get("icon")
    if len(switch) < 2:
        return next(iter(switch), AUTO), {}
    by_device = any(entry.get("media") for entry in entries)
    return AUTO if by_device else next(iter(switch)), switch


def _scheme(where: str, entry: Mapping[str, Any]) -> str:
    """The scheme of one entry of the palette."""
    for key in entry:
        if key in ("primary", "accent"):
            raise _no_effect(f"{where}.{key}", "the colours are in overrides/css/tokens.css")
    _refuse(f"{where}.", entry, {"media", "scheme", "toggle"})
    if "name" in (entry.get("toggle") or {}):
        raise _no_effect(
            f"{where}.toggle.name",
            "each language has its own in docs/<language>/strings.yml: ui.scheme_…",
        )
    _refuse(f"{where}.toggle.", entry.get("toggle") or {}, {"icon"})
    media, scheme = entry.get("media"), entry.get("scheme")
    if media not in (None, *_MEDIA) or scheme not in (None, LIGHT, DARK):
        raise Problem(
            f"{FILE}: {where}",
            f"{media or scheme!r} is no palette",
            f"Write `scheme`: {LIGHT} or {DARK}, or `media`: {', '.join(_MEDIA)}",
        )
    if scheme and _MEDIA.get(media, scheme) not in (AUTO, scheme):
        raise Problem(f"{FILE}: {where}", f"{scheme!r} is for another `media`", "Correct one")
    return _MEDIA.get(media, scheme or LIGHT)


def _logo(said: Mapping[str, Any], theme: Theme, docs: Path) -> str:
    if logo := said.get("logo"):
        return read_text(docs / logo, docs.parent) if logo.endswith(".svg") else logo
    icon = (said.get("icon") or {}).get("logo")
    return _icon("theme.icon.logo", icon, theme) if icon else ""


def _icon(key: str, icon: Any, theme: Theme) -> str:
    for folder in theme.dirs:
        path = Path(folder) / f".icons/{icon}.svg"
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise Problem(
        f"{FILE}: {key}", f"Material has no icon {icon!r}", "Write e.g. material/translate"
    )


def _style(path: str, docs: Path) -> str:
    _check_file("extra_css", path, docs)
    name = f"docs/{path}"
    css = compact(read_text(docs / path, docs.parent), name)
    if "@import" in css or "//" in css:
        raise Problem(name, "it loads something from elsewhere", "Put all of it into this file")
    return also_by_device(css)


def _check_file(key: str, path: str, docs: Path) -> None:
    if "//" in path:
        raise _no_effect(f"{key}: {path}", "nothing comes from another origin: put it into docs/")
    if not (docs / path).is_file():
        raise Problem(f"{FILE}: {key}", f"docs/{path} is not there", "Correct its name")


def check_announcement(options: Options, known: Iterable[str]) -> None:
    """Sees that the announcement is one of those that strings.yml has.

    Raises:
        Problem: it is not.
    """
    if options.announcement and options.announcement not in known:
        raise Problem(
            f"{FILE}: extra.announce",
            f"no announcement {options.announcement!r} in docs/<language>/strings.yml",
            f"Write {', '.join(known)}, or add it in every language",
        )


def _no_effect(key: str, why: str) -> Problem:
    return Problem(
        f"{FILE}: {key}", f"it has no effect here; {why}", "Take it out, README.md says why"
    )
