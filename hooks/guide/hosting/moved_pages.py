"""Writes a page at the old address of every renamed one, in every language, that leads on."""

from guide.addresses import way
from guide.build import Build
from guide.hosting.policy import policy_alone
from guide.page.render import moved_page


def write_moved_pages(build: Build) -> None:
    guide, addresses = build.guide, build.addresses
    for locale in guide.locales:
        for old, new in guide.pages.moved().items():
            address, target = addresses.page(locale, old), addresses.page(locale, new)
            url = way(address, target)
            html = moved_page(guide, locale, new, url, addresses.absolute(target))
            build.write(address, build.with_policy(html, policy_alone))
