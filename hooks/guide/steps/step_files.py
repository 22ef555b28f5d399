"""Writes /s/<code>/ for every code ever issued, its tickets, and /s/, which lists them."""

import gzip
import json
from collections.abc import Callable
from functools import partial

from guide.addresses import STEPS, step_folder
from guide.build import Build
from guide.hosting.policy import policy_alone
from guide.steps.step_page import step_list, step_page
from guide.steps.tickets import tickets

# Bytes of a step's file as sent with gzip, without its policy.
MOST = 14 * 1024 - 300


def write_step_files(build: Build) -> None:
    """Writes the folder s/."""
    guide = build.guide
    for step in guide.steps.steps:
        if build.kept and (step.successor or step.code) not in build.new_steps:
            continue
        address = step_folder(step.code)
        texts = build.steps[step.successor or step.code]
        page = partial(step_page, guide, step.code, texts, build.for_screen)
        html = with_announcement(page, build.options.announcement)
        build.write(address, build.with_policy(html, policy_alone))
        if not step.successor:
            said = tickets(guide, step.code, texts, build.addresses.site_url)
            build.write(f"{address}messages.json", json.dumps(said, ensure_ascii=False))
    html = step_list(guide, build.steps, build.for_screen)
    build.write(STEPS, build.with_policy(html, policy_alone))


def with_announcement(page: Callable[[str], str], announcement: str) -> str:
    """A step's file with the announcement, or without it where that would make it too large.

    Args:
        page: makes the file.
        announcement: which one of strings.yml, if any.
    """
    html = page(announcement)
    # Without one there is nothing to leave out, nor anything to measure.
    if announcement and len(gzip.compress(html.encode())) > MOST:
        return page("")
    return html
