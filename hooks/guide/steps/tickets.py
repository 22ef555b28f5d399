"""What an agent sends about a step: a text for a ticket, and one short enough for one SMS."""

from guide.addresses import step_url
from guide.problem import Problem
from guide.project import SOURCE, Guide
from guide.steps.step_page import StepText

# One SMS that is not only ASCII carries 70 UTF-16 units (3GPP TS 23.038, UCS2).
SMS_UNITS = 70
_RULE = "―" * 10


def tickets(
    guide: Guide, code: str, texts: dict[str, StepText], site_url: str
) -> dict[str, dict[str, str]]:
    """What the buttons beside a step copy, by locale: ``ticket`` and ``sms``.

    Args:
        code: a step in use.
        texts: the step by locale.

    Raises:
        Problem: the site's address is too long for an SMS.
    """
    return {
        locale: {
            "ticket": _ticket(code, texts, locale, site_url),
            "sms": _sms(guide, code, texts[locale], locale, site_url),
        }
        for locale in texts
    }


def utf16_units(text: str) -> int:
    """The length of a text as phones count it."""
    return len(text.encode("utf-16-le")) // 2


def _ticket(code: str, texts: dict[str, StepText], locale: str, site_url: str) -> str:
    """Title, what to do, code and address; the Japanese underneath for who works in Japanese."""
    shown = dict.fromkeys([locale, SOURCE]) if SOURCE in texts else [locale]
    parts = [
        f"[{code}] {texts[each].plain_title}\n"
        f"{texts[each].plain_body}\n"
        f"{step_url(site_url, code, each)}"
        for each in shown
    ]
    return f"\n{_RULE}\n".join(parts) + "\n"


def _sms(guide: Guide, code: str, text: StepText, locale: str, site_url: str) -> str:
    """The fullest wording that fits; a title is never cut."""
    url = step_url(site_url, code, locale)
    short = guide.strings[locale].ui["sms"].format(code=code)
    for words in (text.plain_title, short, code):
        sms = f"{words} {url}"
        if utf16_units(sms) <= SMS_UNITS:
            return sms
    raise Problem(
        f"SITE_URL {site_url}",
        f"{url} does not fit into an SMS of {SMS_UNITS} characters with its code",
        "Use a shorter address",
    )
