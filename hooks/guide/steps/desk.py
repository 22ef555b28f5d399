"""What the support desk's page chooses from: steps by chapter, symptom and error message."""

import re

from guide.project import SOURCE, Guide

_HEADING = re.compile(r"^#{2,3} .*\{ #(?P<anchor>[\w-]+)", re.MULTILINE)
_STEP = re.compile(r"""\{\{ *step\(["'](\d{4})["']\) *\}\}""")


def error_steps(markdown: str) -> dict[str, list[str]]:
    """The steps that each entry of the errors page names, by the entry's anchor.

    Args:
        markdown: the page as it is written.
    """
    headings = list(_HEADING.finditer(markdown))
    ends = [heading.start() for heading in headings[1:]] + [len(markdown)]
    return {
        heading["anchor"]: _STEP.findall(markdown[heading.end() : end])
        for heading, end in zip(headings, ends, strict=True)
    }


def topics(guide: Guide) -> dict[str, dict[str, list[str]]]:
    """The codes of the steps for each chapter, symptom and error message.

    Returns:
        Three groups, ``chapter``, ``symptom`` and ``error``, each by slug or id.
    """
    active = guide.steps.active()
    named = error_steps((guide.root / "docs" / SOURCE / "errors.md").read_text(encoding="utf-8"))
    return {
        "chapter": {
            chapter: [step.code for step in active if step.chapter == chapter]
            for chapter in guide.steps.chapters
        },
        "symptom": {route.id: [*route.steps, guide.steps.help] for route in guide.routes.routes},
        "error": {error.id: named[error.id] for error in guide.errors.errors},
    }


def choices(guide: Guide) -> dict:
    """What desk.js needs besides the steps.

    Returns:
        ``topics`` as above, and by locale the ``words`` around a reply, with its ``lang``.
    """
    return {
        "topics": topics(guide),
        "words": {
            locale: {
                "lang": strings.html_lang,
                "before": strings.ui["reply_before"],
                "after": strings.ui["reply_after"],
            }
            for locale, strings in guide.strings.items()
        },
    }
