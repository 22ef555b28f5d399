"""Writes /s/<code>/ for every code ever issued, its tickets, and /s/, which lists them."""

import json

from guide.addresses import STEPS, step_folder
from guide.build import Build
from guide.hosting.policy import policy_alone, with_policy
from guide.steps.step_page import step_list, step_page
from guide.steps.tickets import tickets


def write_step_files(build: Build) -> None:
    """Writes the folder s/."""
    guide = build.guide
    for step in guide.steps.steps:
        texts = build.steps[step.successor or step.code]
        _write_page(build, step_folder(step.code), step_page(guide, step.code, texts))
        if not step.successor:
            said = tickets(guide, step.code, texts, build.addresses.site_url)
            text = json.dumps(said, ensure_ascii=False)
            build.write(f"{step_folder(step.code)}messages.json", text)
    _write_page(build, STEPS, step_list(guide, build.steps))


def _write_page(build: Build, address: str, html: str) -> None:
    """With readings and joiners in the sections that have them, and the page's policy."""
    for locale in build.guide.locales:
        start = html.index(f'<section id="{locale}"')
        end = html.index("</section>", start)
        html = html[:start] + build.for_screen(locale, html[start:end]) + html[end:]
    build.write(address, with_policy(html, policy_alone))
