"""A renamed chapter keeps its old address in every language, and its codes."""

import re

import pytest
from guide.problem import Problem
from guide.project import load
from site_build import SITE_URL, build, copy_project
from site_reader import Site


def test_the_old_address_leads_to_the_new_one_in_every_language(tmp_path):
    root = copy_project(tmp_path / "project", ("ja", "en"))
    _rename(root, "network", "connection")
    with pytest.raises(Problem, match=r"docs/ja/network\.md: this page is missing"):
        load(root, {"ja": "日本語", "en": "English"})
    _edit(root / "facts/pages.yml", "{slug: network}", "{slug: network, moved_to: connection}")
    _edit(root / "facts/pages.yml", "{slug: report}", "{slug: report}\n  - {slug: connection}")
    result = build(root, tmp_path / "site")
    assert result.returncode == 0, result.stderr
    site = Site(tmp_path / "site", root)
    for locale in site.locales:
        old = next(p for p in site.pages if (p.locale, p.slug) == (locale, "network"))
        new = site.page(locale, "connection")
        assert site.resolve(old, old.soup.a["href"]) == new.url
        assert old.soup.select_one("noscript meta")["content"] == f"0;url={old.soup.a['href']}"
        assert old.soup.select_one("link[rel=canonical]")["href"] == SITE_URL + new.url
        assert old.soup.html["lang"] == site.guide.strings[locale].html_lang
        assert "location.hash" in old.soup.script.string
        assert "3046" in new.by_id
    assert "connection/#3046" in site.step_pages["3046"].html


def _rename(root, old: str, new: str) -> None:
    for path in root.glob(f"docs/*/{old}.md"):
        path.rename(path.with_name(f"{new}.md"))
    for path in root.glob("docs/*/*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(f"({old}.md", f"({new}.md"), encoding="utf-8")
    words = [*root.glob("docs/*/search.yml"), *root.glob("docs/*/queries.yml")]
    for path in [*words, root / "facts/search_words.yml"]:
        path.write_text(path.read_text().replace(f"  {old}#", f"  {new}#"))
    for path in root.glob("docs/*/strings.yml"):
        path.write_text(re.sub(rf"^  {old}: (?=\S)", f"  {new}: ", path.read_text(), flags=re.M))
    _edit(root / "mkdocs.yml", f"- {old}.md", f"- {new}.md")
    _edit(root / "facts/steps.yml", f"chapter: {old},", f"chapter: {new},")
    _edit(root / "facts/steps.yml", f", {old},", f", {new},")


def _edit(path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
