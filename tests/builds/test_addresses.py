"""The site works at the root of a host and in a folder of it."""

from urllib.parse import urljoin

import pytest
from site_build import ROOT, build, copy_project
from site_reader import Site


@pytest.mark.parametrize("path", ["/", "/a/b/"])
def test_the_404_pages_and_the_search_know_where_they_are(path, tmp_path):
    root = copy_project(tmp_path / "project", ("ja", "en"))
    result = build(root, tmp_path / "site", SITE_URL=f"https://guide.example{path}")
    assert result.returncode == 0, result.stderr
    site = Site(tmp_path / "site", root)
    for locale in site.locales:
        page = site.page(locale, "404")
        index = site.home(locale) + "search/index.json"
        assert page.soup.select_one("dialog.search")["data-index"] == path + index
        for link in page.select("link[rel=stylesheet], script[src]"):
            assert (link.get("href") or link["src"]).startswith(f"{path}assets/")
        inner = site.page(locale, "network")
        given = inner.soup.select_one("dialog.search")["data-index"]
        assert not given.startswith("/")
        assert urljoin(inner.url, given) == index


def test_one_language_can_be_built_alone_at_the_root(tmp_path):
    result = build(ROOT, tmp_path / "site", LOCALE="en")
    assert result.returncode == 0, result.stderr
    assert 'lang="en"' in (tmp_path / "site/index.html").read_text()
    assert not (tmp_path / "site/en").exists()
