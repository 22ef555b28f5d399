"""A browser that has all fonts takes those of the page's language, as phones do."""

import pytest
from guide.paper.fonts import FONTS
from paper_reader import family_of
from site_reader import LOCALES


@pytest.mark.parametrize("locale", LOCALES)
def test_each_language_is_set_in_its_own_forms(locale, open_page, site):
    """Japanese never in Chinese forms, nor the other way round, on every kind of text."""
    page = open_page(site.page(locale, "network").url).page
    page.locator(".languages summary").click()
    client = page.context.new_cdp_session(page)
    client.send("DOM.enable")
    client.send("CSS.enable")
    root = client.send("DOM.getDocument")["root"]["nodeId"]
    own = family_of(site.guide.strings[locale].html_lang)
    foreign = {family for family in FONTS.values() if family != own}
    for selector in ("article h1", "article section.step p", ".languages a[aria-current]"):
        node = client.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
        used = client.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        families = {font["familyName"] for font in used}
        assert families, selector
        assert not families & foreign, (selector, families)
        if own and selector == "article h1":
            assert own in families
