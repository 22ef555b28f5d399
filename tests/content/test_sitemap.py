"""sitemap.xml names every page, and each of its languages once."""

from collections import Counter

from bs4 import BeautifulSoup
from site_build import SITE_URL


def test_the_sitemap_names_every_page(site):
    soup = BeautifulSoup((site.folder / "sitemap.xml").read_text(encoding="utf-8"), "lxml-xml")
    found = [url.loc.get_text() for url in soup.find_all("url")]
    assert sorted(found) == sorted(SITE_URL + page.url for page in site.content)


def test_a_page_is_listed_once_for_each_language(site):
    """Editions of one language share its tag: two addresses of one tag say nothing."""
    soup = BeautifulSoup((site.folder / "sitemap.xml").read_text(encoding="utf-8"), "lxml-xml")
    tags = {site.guide.strings[locale].html_lang for locale in site.locales}
    for url in soup.find_all("url"):
        assert Counter(link["hreflang"] for link in url.find_all("xhtml:link")) == Counter(tags)
