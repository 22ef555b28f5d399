"""What stands in a fold: what a step can do without on one screen, and each message of iOS."""

from xml.etree.ElementTree import Element

from guide.page.expand import Page
from guide.problem import Problem

# What begins so is a warning, and stands open wherever it is.
_WARNS = "strong"


def fold_results(section: Element) -> None:
    """Folds what else may be seen, and where to go then; a warning in it keeps it open.

    Args:
        section: the step, from its heading to its last box.
    """
    for box in section.findall("div[@class='admonition otherwise']"):
        if box.find(f".//{_WARNS}") is None:
            box.tag = "details"
            box.find("p[@class='admonition-title']").tag = "summary"


def fold_reasons(section: Element, code: str, page: Page) -> None:
    """Folds the words before the first action, where facts/steps.yml says that they only explain.

    Args:
        section: the step, from its heading to its last box.

    Raises:
        Problem: the step is to have words before its first action, and has no actions.
    """
    if not page.guide.steps.step(code).explains:
        return
    if section.find("ol") is None:
        raise Problem(
            f"facts/steps.yml: {code}",
            f"explains: true, but {page.name} has no numbered actions in that step",
            "Number the actions, or take explains away",
        )
    # The heading and the costs are the first two; a warning among the words is left open.
    actions = [element.tag for element in section].index("ol")
    found = [one for one in section[2:actions] if len(one) == 0 or one.text or one[0].tag != _WARNS]
    reasons = Element("details", {"class": "reasons"})
    reasons.tail = "\n"
    summary = Element("summary")
    summary.text = page.guide.strings[page.locale].ui["reasons"]
    reasons.append(summary)
    for one in found:
        section.remove(one)
        reasons.append(one)
    section.insert(2, reasons)
    # The heading leaves room for it before it has arrived.
    section.set("data-reasons", "")


def message_fold(heading: Element, line: str) -> Element:
    """A closed fold for a message, named by its heading; the rest is to be put into it.

    The heading's anchor stands within the fold, since browsers open by themselves only what is
    around the place that a link leads to; the style sheet has that place over the heading.

    Args:
        heading: gives its anchor away.
        line: what stands below the heading, as text.
    """
    fold = Element("details", {"class": "message"})
    fold.text = fold.tail = "\n"
    place = Element("span", {"id": heading.attrib.pop("id")})
    heading.tail, place.tail = line, "\n"
    summary = Element("summary")
    summary.append(heading)
    fold.extend([summary, place])
    return fold
