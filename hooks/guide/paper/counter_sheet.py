"""The counter sheet: settings and steps in two languages, on two pages at most."""

from markupsafe import Markup

from guide.edition import Edition
from guide.page.render import screen
from guide.paper.fonts import font_css
from guide.paper.qr import qr_code
from guide.paper.template import css, paper_template
from guide.project import SOURCE, Guide
from guide.words.dates import written_date

PAGES = 2
# What a customer's phone should show, by column: receiving, sending, never without SSL.
SCREENS = (("account",), ("outgoing-server",), ("advanced", "without-ssl"))
# In points, the one that is read best first; what is small on the sheet is 7/8 of it.
TYPE_SIZES = (8.0, 7.6, 7.2)


def counter_languages(guide: Guide, locale: str) -> list[str]:
    """The reader's language and Japanese; for Japanese, its first companion."""
    other = SOURCE if locale != SOURCE else guide.strings[SOURCE].companions[0]
    return [locale, other] if other in guide.locales else [locale]


def counter_sheet(
    guide: Guide,
    locale: str,
    titles: dict[str, dict[str, str]],
    site_url: str,
    home: str,
    edition: Edition,
) -> str:
    """The HTML of the sheet.

    Args:
        titles: the steps' titles as HTML, by locale and code.
        site_url: the address of the site.
        home: the address of this language's first page.
    """
    languages = counter_languages(guide, locale)
    # Easy Japanese and Japanese are read on the same phone.
    phone = guide.ios_language(locale)
    others = [other for other in languages if guide.ios_language(other) != phone]
    return paper_template(
        "counter_sheet",
        guide,
        locale,
        languages=languages,
        screens=[
            [Markup(screen(guide, locale, id, beside=others)) for id in column]
            for column in SCREENS
        ],
        titles=titles,
        list_address=f"{site_url}s/#{locale}",
        chapter_address=lambda slug: home if slug == "index" else f"{home}{slug}/",
        edition=edition,
        day=written_date(edition.day, guide.strings[locale].html_lang),
        qr_code=qr_code,
        css=css("counter_sheet", guide) + font_css(),
    )
