"""Writes a page at the old address of every renamed one, in every language, that leads on."""

from pathlib import Path

from guide.hosting.policy import policy_alone, with_policy
from guide.page.render import moved_page
from mkdocs.plugins import event_priority
from mkdocs.utils import get_relative_url


# After static-i18n (-100) has built every language, before staging (-200).
@event_priority(-150)
def on_post_build(config):
    i18n = config.plugins["i18n"]
    if i18n.building:
        return
    guide = config.extra["guide"]
    for locale in guide.locales:
        home = "" if locale == i18n.default_language else f"{locale}/"
        for old, new in guide.pages.moved().items():
            address = f"{home}{old}/"
            target = f"{home}{new}/" if new != "index" else home
            path = Path(config.site_dir, address, "index.html")
            path.parent.mkdir(parents=True, exist_ok=True)
            url = get_relative_url(target, address)
            html = moved_page(guide, locale, new, url, config.site_url + target)
            path.write_text(with_policy(html, policy_alone), encoding="utf-8")
