"""Writes /s/<code>/ for every code ever issued, its tickets, and /s/, which lists them."""

import json

from guide.addresses import STEPS, step_folder
from guide.build import Build
from guide.hosting.policy import policy_alone
from guide.steps.step_page import step_list, step_page
from guide.steps.tickets import tickets


def write_step_files(build: Build) -> None:
    """Writes the folder s/."""
    guide = build.guide
    for step in guide.steps.steps:
        address = step_folder(step.code)
        texts = build.steps[step.successor or step.code]
        html = step_page(guide, step.code, texts, build.for_screen, build.options.announcement)
        build.write(address, build.with_policy(html, policy_alone))
        if not step.successor:
            said = tickets(guide, step.code, texts, build.addresses.site_url)
            build.write(f"{address}messages.json", json.dumps(said, ensure_ascii=False))
    html = step_list(guide, build.steps, build.for_screen)
    build.write(STEPS, build.with_policy(html, policy_alone))
