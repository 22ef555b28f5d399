"""/s/<code>/: one step in every language, in one small file that needs no other.

This is the address that stands in tickets and on paper. It never changes.
"""

import re
from dataclasses import dataclass
from posixpath import relpath
from urllib.parse import urljoin, urlsplit

from markupsafe import Markup

from guide.addresses import STEPS, step_folder
from guide.page.render import page_template
from guide.project import Guide
from guide.steps.plain_text import plain_text

_SECTION = re.compile(
    r'<section class="step" id="(?P<code>\d{4})"[^>]*>\s*'
    r'<h[23] [^>]*>(?P<title>.*?) <a class="step-code".*?</h[23]>(?P<body>.*?)'
    r'<div class="step-foot".*?</section>',
    re.DOTALL,
)
# The phone's other languages: on this page each language is one tap away.
_OTHER_LANGUAGES = re.compile(r'<details class="ios-path__other">.*?</details>', re.DOTALL)
_COPY_BUTTON = re.compile(r'<button type="button" class="copy".*?</button>', re.DOTALL)
_STEP_LINK = re.compile(r'<a class="step-link" data-to="(\d{4})" href="[^"]*"')
# What only the chapter pages' styles, scripts and tests look for; here every byte counts.
_MARKS = re.compile(
    r' data-(?:label|message|place|chapter)="[^"]*"'
    r'| class="(?:ios-(?:path__\w+|label|also)|fact|to-copy|elsewhere|step__changes[^"]*'
    r'|(?:admonition-|caution__)title)"'
    r'| class="inferred"(?= lang)'
)
_CODE = re.compile(r'<span class="step-code">(\d{4})</span>')
# Here each step is one tap away, and its title would stand there in fourteen languages.
_TITLE_OF_LINK = re.compile(r'\s*<span class="step-link__title">.*?</span>(?=\s*</a>)', re.DOTALL)
_SHORTER = [
    (_MARKS, ""),
    (re.compile(r"<span>((?:[^<]|<code[^<]*</code>)*)</span>"), r"\1"),
    (re.compile(r'class="(?:admonition|caution) (?=expect|otherwise|caution)'), 'class="'),
]
_BETWEEN_BLOCKS = re.compile(
    r"(?<=>)\n+(?=</?(?:div|h2|li|ol|p|section|table|t[rdh]|thead|tbody|ul)\b)"
)
_HREF = re.compile(r'(?<=href=")[^"]+')


@dataclass(frozen=True)
class StepText:
    """A step in one language: HTML with links that are right at /s/<code>/, and plain text."""

    title: Markup
    body: Markup
    chapter_url: str
    plain_title: str
    plain_body: str


def step_texts(html: str, page_url: str, locale: str) -> dict[str, StepText]:
    """The steps of a finished page, by code.

    Args:
        html: the page's content.
        page_url: its address relative to the site, e.g. ``en/network/``.
        locale: its language; links to other steps open in it.
    """
    return {
        match["code"]: _step_text(match["code"], match["title"], match["body"], page_url, locale)
        for match in _SECTION.finditer(html)
    }


def step_page(guide: Guide, code: str, texts: dict[str, StepText]) -> str:
    """The whole file of a step.

    Args:
        guide: for the words of each language, and the successor of a withdrawn step.
        code: the code that the file is for; a withdrawn one shows its successor and says so.
        texts: the step, or its successor, by locale.
    """
    (step,) = (step for step in guide.steps.steps if step.code == code)
    return page_template("step_page.html", guide, code=code, step=step, texts=texts)


def step_list(guide: Guide, texts: dict[str, dict[str, StepText]]) -> str:
    """The file that lists every step and takes a code typed by hand.

    Args:
        texts: every step in use, by code and locale.
    """
    issued = [step.code for step in guide.steps.steps]
    title = guide.strings[guide.locales[0]].ui["all_steps"]
    moved = {step.code: step.successor for step in guide.steps.steps if step.successor}
    return page_template(
        "step_list.html", guide, title=title, texts=texts, issued=issued, moved=moved
    )


def _step_text(code: str, title: str, body: str, page_url: str, locale: str) -> StepText:
    address = step_folder(code)
    body = _OTHER_LANGUAGES.sub("", _COPY_BUTTON.sub("", body))
    # Plain text is made while the marks of menu paths and boxes are still there.
    plain_title, plain_body = plain_text(title), plain_text(body)
    for pattern, shorter in _SHORTER:
        title, body = pattern.sub(shorter, title), pattern.sub(shorter, body)
    body = _CODE.sub(r"<b>\1</b>", _TITLE_OF_LINK.sub("", body))
    to_step = rf'<a href="/{STEPS}\1/#{locale}"'
    body = _STEP_LINK.sub(to_step, body)
    return StepText(
        title=Markup(title),
        body=Markup(
            _BETWEEN_BLOCKS.sub(
                "", _HREF.sub(lambda href: _moved(href[0], page_url, address), body)
            )
        ),
        chapter_url=_moved(f"#{code}", page_url, address),
        plain_title=plain_title,
        plain_body=plain_body,
    )


def _moved(href: str, page_url: str, address: str) -> str:
    """A link of the page ``page_url``, as it has to be on the page ``address``."""
    if urlsplit(href).scheme:
        return href
    target = urljoin(f"/{page_url}", href)
    path, _, fragment = target.partition("#")
    moved = relpath(path, f"/{address}") + ("/" if path.endswith("/") else "")
    return f"{moved}#{fragment}" if fragment else moved
