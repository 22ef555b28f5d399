"""Writes sitemap.xml: every page of every language, and where its other languages are."""

from guide.build import Build
from guide.page.render import page_template
from guide.steps.route_source import route_slug


def write_sitemap(build: Build) -> None:
    guide, addresses = build.guide, build.addresses
    slugs = [*guide.slugs, *(route_slug(route.id) for route in guide.routes.routes)]
    pages = [
        {
            "address": addresses.absolute(addresses.page(locale, slug)),
            "alternates": {
                # Editions of one language share its tag, and a tag has one address: the first's.
                guide.strings[other].html_lang: addresses.absolute(addresses.page(other, slug))
                for other in reversed(guide.locales)
            },
        }
        for locale in guide.locales
        for slug in slugs
    ]
    build.write("sitemap.xml", page_template("sitemap.xml", guide, pages=pages))
