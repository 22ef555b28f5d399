"""What the support desk's page chooses from: steps by chapter, symptom and error message."""

from guide.page.web_page import WebPage
from guide.project import Guide


def topics(guide: Guide, errors: WebPage) -> dict[str, dict[str, list[str]]]:
    """The codes of the steps for each chapter, symptom and error message.

    Args:
        errors: the page of messages in any language, which names the steps for each.

    Returns:
        Three groups, ``chapter``, ``symptom`` and ``error``, each by slug or id.
    """
    active = guide.steps.active()
    named = errors.linked_steps()
    return {
        "chapter": {
            chapter: [step.code for step in active if step.chapter == chapter]
            for chapter in guide.steps.chapters
        },
        "symptom": {route.id: [*route.steps, guide.steps.help] for route in guide.routes.routes},
        "error": {error.id: named[error.id] for error in guide.errors.errors},
    }


def choices(guide: Guide, errors: WebPage) -> dict:
    """What desk.js needs besides the steps.

    Returns:
        ``topics`` as above; ``ready``, by route, the steps that only ready the next ones, whose
        result nobody notes; and by locale the ``words`` around a reply, with its ``lang``.
    """
    return {
        "topics": topics(guide, errors),
        "ready": {
            route.id: [code for code in route.steps if guide.only_readies(route, code)]
            for route in guide.routes.routes
        },
        "words": {
            locale: {
                "lang": strings.html_lang,
                "before": strings.ui["reply_before"],
                "after": strings.ui["reply_after"],
            }
            for locale, strings in guide.strings.items()
        },
    }
