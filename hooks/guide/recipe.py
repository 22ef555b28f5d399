"""What is built, in order. hooks/adapter.py calls this from MkDocs' events.

First everything is read and checked (``begin``); then each page of each language goes through
``markdown``, Markdown itself, ``take``, the frame of overrides/ and ``finish_page``; at last come
the files that are made from all pages (``WRITERS``).
"""

from pathlib import Path

from guide.addresses import Addresses
from guide.build import Build
from guide.data_files import write_data_files
from guide.hosting.asset_folder import asset_folder, write_asset_folder
from guide.hosting.moved_pages import write_moved_pages
from guide.hosting.policy import policy
from guide.hosting.server_files import write_server_files
from guide.hosting.sitemap import write_sitemap
from guide.kept_pages import kept_pages
from guide.material_options import Options, check_announcement
from guide.offline.lists import write_offline_lists
from guide.offline.manifest import write_manifests
from guide.offline.one_files import write_one_files
from guide.page.expand import expand_all
from guide.page.styles import style_sheets
from guide.page.web_page import WebPage
from guide.paper.documents import write_paper
from guide.project import SOURCE, load
from guide.search.index_files import write_search_indexes
from guide.steps.route_source import route_of, route_slug
from guide.steps.step_files import write_step_files
from guide.steps.step_page import step_texts
from guide.words.furigana import Furigana

# Each takes the build and writes its files into the site. All pages are written already.
WRITERS = (
    write_asset_folder,
    write_step_files,
    write_data_files,
    write_search_indexes,
    write_moved_pages,
    write_sitemap,
    write_paper,
    write_one_files,
    write_manifests,
    # What each language needs without a network, with hashes: after all that it lists.
    write_offline_lists,
    # What servers say of each file: after every page, since they name what pages may run.
    write_server_files,
)


def begin(
    root: Path,
    site: Path,
    site_url: str,
    names: dict[str, str],
    languages: list[str],
    root_locale: str,
    extra: dict,
    options: Options,
    serving: bool = False,
    last: Build | None = None,
    only: str | None = None,
    texts: bool = False,
) -> Build:
    """Reads and checks facts/ and docs/, and puts the facts into every page.

    Args:
        root: the project's folder.
        site: where the site goes.
        site_url: its address.
        names: the languages to build, by locale, and what each calls itself.
        languages: all that mkdocs.yml names.
        root_locale: the language whose pages have no folder of their own.
        extra: the options of mkdocs.yml.
        options: those of them for the frame.
        serving: whether it is for `make serve`.
        last: the last good build, if there is one to take pages from.
        only: the one language that is built anew.
        texts: whether nothing but facts and pages has changed since the last one.

    Raises:
        Problem: the first mistake found, in one line.
    """
    guide = load(root, names, languages)
    check_announcement(options, guide.strings[SOURCE].announcements)
    sources = root / "docs"
    fresh = [only] if only else guide.locales
    expanded = expand_all(guide, root_locale, extra["report_url"], fresh)
    build = Build(
        guide=guide,
        site=site,
        addresses=Addresses(site_url, root_locale),
        sources=sources,
        asset_folder=asset_folder(root, guide),
        options=options,
        style_sheets=style_sheets(root, options),
        pdf=extra["pdf"],
        expanded={**last.expanded, **expanded} if only else expanded,
        readings={
            locale: Furigana(root, locale) for locale in names if guide.strings[locale].furigana
        },
        fresh=fresh,
        serving=serving,
    )
    if texts:
        build.kept = kept_pages(build, last)
        build.anchors = {key: last.anchors[key] for key in build.kept}
    if only or build.kept:
        # Copies, since this build may fail.
        build.pages = {locale: dict(pages) for locale, pages in last.pages.items()}
        build.steps = {code: dict(steps) for code, steps in last.steps.items()}
    return build


def markdown(build: Build, locale: str, slug: str) -> str:
    """A page's Markdown with the facts in it; what Markdown does next is meant for this page."""
    expanded = build.expanded[locale, slug]
    build.markdown.page = expanded.page
    return expanded.markdown


def route_slugs(build: Build) -> list[str]:
    """The pages that are made of others and have no file of their own."""
    return [route_slug(route.id) for route in build.guide.routes.routes]


def source(build: Build, locale: str, slug: str) -> str | None:
    """A page that has no file of its own, as it would be written there."""
    return build.expanded[locale, slug].source if route_of(build.guide, slug) else None


def take(build: Build, locale: str, slug: str, title: str, html: str) -> None:
    """Keeps a page as Markdown has made it, for all that is made from it."""
    if route_of(build.guide, slug) or (locale, slug) in build.kept:
        # A route's steps stand in their chapters already.
        return
    page = WebPage(locale, slug, build.addresses.page(locale, slug), title, html)
    build.pages.setdefault(locale, {})[slug] = page
    for code, text in step_texts(page).items():
        texts = build.steps.setdefault(code, {})
        if texts.get(locale) != text:
            build.new_steps.add(code)
            texts[locale] = text


def finish_page(build: Build, locale: str, html: str) -> str:
    """A whole page with readings, joiners, the styles that it needs, and its policy."""
    # Templates that extend others leave lines before it.
    html = build.for_screen(locale, html.lstrip())
    styles = "".join(f"<style>{text}</style>" for text in build.style_sheets.needed(html))
    return build.with_policy(html.replace("<!-- styles -->", styles, 1), policy)


def kept_page(build: Build, locale: str, slug: str) -> str:
    """A page that has not changed, as it stands in the site already."""
    address = build.addresses.page(locale, slug)
    return (build.site / address / "index.html").read_text(encoding="utf-8")


def write_all(build: Build) -> None:
    """Writes all that is made from the pages."""
    for write in WRITERS:
        write(build)
