"""Every check, on every page of the built site."""

import pytest
from checks import CHECKS
from guide.steps.route_source import FOLDER, route_slug
from site_reader import EVERY_LOCALE, LOCALES


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: f"{check.__module__}.{check.__name__}")
def test_every_page_passes(check, site):
    assert list(check(site)) == []


def test_the_site_has_every_language_and_all_pages(site):
    assert site.locales == LOCALES
    assert EVERY_LOCALE[0] == "ja"
    assert set(EVERY_LOCALE) == {
        *("ja", "ja-easy", "en", "zh", "zh-TW", "vi", "ko", "ne", "id", "pt-BR", "my", "tl"),
        *("th", "es"),
    }
    assert set(site.guide.slugs) == {
        *("index", "causes", "network", "profile", "password", "manual-setup", "ssl-check"),
        *("still-failing", "settings", "errors", "about"),
        *("report", "support-desk", "not-the-connection"),
    }
    for locale in site.locales:
        routes = {route_slug(route.id) for route in site.guide.routes.routes}
        assert {page.slug for page in site.of(locale)} == {*site.guide.slugs, *routes, "404"}


def test_at_least_the_twenty_messages_are_listed(site):
    assert len(site.guide.errors.errors) >= 20


def test_the_first_way_of_sending_is_the_guides(site):
    assert site.guide.settings.smtp.first == "starttls"
    assert site.guide.facts["smtp.port"] == "587"
    assert site.guide.facts["smtp.other.port"] == "465"


def test_the_documented_values(site):
    """The values of the issue, typed here a second time on purpose."""
    facts = site.guide.facts
    assert facts["imap.host"] == "imap.softbank.jp"
    assert facts["imap.port"] == "993"
    assert facts["imap.encryption"] == "SSL/TLS"
    assert facts["smtp.host"] == "smtp.softbank.jp"
    assert facts["smtp.starttls.port"] == "587"
    assert facts["smtp.starttls.encryption"] == "STARTTLS"
    assert facts["smtp.implicit-tls.port"] == "465"
    assert facts["smtp.implicit-tls.encryption"] == "SSL/TLS"
    assert facts["pop.port"] == "995"
    assert site.guide.settings.username.value == ["local-part", "full-address"]


def test_nothing_is_called_checked_that_nobody_checked(site):
    assert all(sourced.checked is None for sourced in site.guide.settings.sourced().values())


def test_the_root_404_page_speaks_every_language(site):
    for locale in site.locales:
        words = site.guide.strings[locale].not_found
        own = site.page(locale, "404").soup
        assert words["title"] in own.h1.get_text()
        assert words["title"] in site.page("ja", "404").article.get_text()


def test_each_page_links_to_both_documents_of_its_language(site):
    for page in site.content:
        links = page.select(".foot a[href$='.pdf']")
        own = [f"pdf/{kind}-{page.locale}.pdf" for kind in ("guide", "counter")]
        assert [site.resolve(page, link["href"]) for link in links] == own, page.name


def test_every_step_has_both_anchors(site):
    for locale in site.locales:
        for step in site.guide.steps.active():
            page = site.page(locale, step.chapter)
            assert step.code in page.by_id
            assert step.anchor in page.by_id


def test_links_to_steps_of_the_route_stay_on_the_page(site):
    """What a step says of other steps leads to them on this route, where it has them."""
    for page in site.pages:
        if not page.slug.startswith(FOLDER):
            continue
        own = {section["id"] for section in page.select("section[data-step]")}
        for link in page.select("article a[data-to]"):
            if link["data-to"] in own:
                assert link["href"].startswith("#"), f"{page.name}: {link}"
            elif link["data-to"] == site.guide.steps.help:
                assert "still-failing" not in link["href"], f"{page.name}: {link}"
