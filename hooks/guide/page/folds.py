"""What a step on a route's page has in a fold, so that the rest of it is on one screen."""

from xml.etree.ElementTree import Element

from guide.page.expand import Page
from guide.problem import Problem

# What begins so is a warning, and stands open wherever it is.
_WARNS = "strong"


def fold(section: Element, code: str, page: Page) -> None:
    """Folds what is not needed to act; nothing of it changes its place or its words.

    That is what else may be seen, and, where facts/steps.yml says that they only explain, the words
    before the first action. What has a warning in it stays open.

    Args:
        section: the step, from its heading to its last box.

    Raises:
        Problem: the step is to have words before its first action, and has no actions.
    """
    if page.guide.steps.step(code).explains:
        if section.find("ol") is None:
            raise Problem(
                f"facts/steps.yml: {code}",
                f"explains: true, but {page.name} has no numbered actions in that step",
                "Number the actions, or take explains away",
            )
        _fold_reasons(section, page.guide.strings[page.locale].ui["reasons"])
    for box in section.findall("div[@class='admonition otherwise']"):
        if box.find(f".//{_WARNS}") is None:
            box.tag = "details"
            box.find("p[@class='admonition-title']").tag = "summary"


def _fold_reasons(section: Element, name: str) -> None:
    """The heading and the costs are the first two; a warning among the words is left open."""
    actions = [element.tag for element in section].index("ol")
    found = [one for one in section[2:actions] if len(one) == 0 or one.text or one[0].tag != _WARNS]
    reasons = Element("details", {"class": "reasons"})
    reasons.tail = "\n"
    summary = Element("summary")
    summary.text = name
    reasons.append(summary)
    for one in found:
        section.remove(one)
        reasons.append(one)
    section.insert(2, reasons)
    # The heading leaves room for it before it has arrived.
    section.set("data-reasons", "")
