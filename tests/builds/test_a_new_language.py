"""Adding a language is: copy a folder, translate, add one entry. No test knows what year it is.

About 25 s: one copy of later years with a new language, and every check on it.
"""

import re
import shutil

import pytest
from checks import CHECKS, same_words
from guide.problem import Problem
from guide.project import load
from site_build import build, copy_project
from site_reader import Site

# The words stay English and are only marked as the new language, which the detector does not know.
LOCALE, NAME = "ia", "Interlingua"
# 2031-03-04, the date of a copy that is no git checkout.
EPOCH = "1930348800"


@pytest.fixture(scope="module")
def new_language(tmp_path_factory) -> Site:
    folder = tmp_path_factory.mktemp("new")
    root = copy_project(folder / "project", ("ja", "en"))
    _edit(root / "docs/en/translated.yml", "reviewed: null", "reviewed: 2027-01-31")
    _edit(root / "facts/settings.yml", "checked: null", "checked: 2027-02-28")
    shutil.copytree(root / "docs/en", root / f"docs/{LOCALE}")
    words = root / f"docs/{LOCALE}/strings.yml"
    text = words.read_text(encoding="utf-8")
    text = text.replace("html_lang: en", f"html_lang: {LOCALE}").replace("en_US", "ia_FR")
    words.write_text(
        text.replace("companions: [ja]", "companions: [ja]\nios_from: en"), encoding="utf-8"
    )
    pictures = root / "docs/assets/images"
    shutil.copy(pictures / "preview-en.png", pictures / f"preview-{LOCALE}.png")
    config = root / "mkdocs.yml"
    entry = "        - {locale: en, name: English}\n"
    before = config.read_text(encoding="utf-8")
    assert entry in before
    added = f"{entry}        - {{locale: {LOCALE}, name: {NAME}}}\n"
    config.write_text(before.replace(entry, added), encoding="utf-8")
    result = build(root, folder / "site", SOURCE_DATE_EPOCH=EPOCH)
    assert result.returncode == 0, result.stderr
    return Site(folder / "site", root)


def test_it_has_every_page_and_is_offered_everywhere(new_language):
    assert new_language.locales == ["ja", "en", LOCALE]
    pages = {page.slug for page in new_language.of(LOCALE)}
    assert pages == {page.slug for page in new_language.of("ja")}
    for page in new_language.pages:
        assert page.soup.select_one(f".languages a[lang={LOCALE}]").get_text().strip() == NAME
    for code, page in new_language.step_pages.items():
        assert page.soup.select_one(f"main > section[id={LOCALE}]"), code


def test_every_check_passes(new_language):
    """On its own pages, and on those that all languages share."""
    pages = new_language.by_url.values()
    own = {page.url for page in pages if page.locale == LOCALE or page.slug.startswith("s/")}
    site = Site(new_language.folder, new_language.root, new_language.guide, frozenset(own))
    # Its words are the English ones.
    for check in (check for check in CHECKS if check not in same_words.CHECKS):
        assert list(check(site)) == [], check


def test_its_pages_are_of_2027_and_2031(new_language):
    """So that the checks above have passed on a site of later years."""
    times = [time for page in new_language.all_pages for time in page.select("time")]
    assert {"2027", "2031"} <= {time["datetime"][:4] for time in times}


def test_half_a_language_is_refused(new_language, tmp_path):
    root = tmp_path / "project"
    shutil.copytree(new_language.root, root)
    (root / f"docs/{LOCALE}/profile.md").unlink()
    with pytest.raises(Problem, match=f"docs/{LOCALE}/profile.md: this page is missing"):
        load(root, new_language.names)


def _edit(path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(re.sub(re.escape(old), new, text), encoding="utf-8")
