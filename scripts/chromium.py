"""The system's Chromium, as tests, pictures and benchmarks start it."""

import shutil
from contextlib import contextmanager

from playwright.sync_api import sync_playwright

WHOLE = ("chromium", "chromium-browser", "google-chrome")
# The same engine without windows, menus and profiles: a tab costs it a third of the time.
SHELL = "chromium-headless-shell"
OPTIONS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def executable(whole: bool = False) -> str:
    """The path of Chromium; RuntimeError where none is installed.

    Args:
        whole: the browser as people have it, with its PDF viewer; else its shell, if there is one.
    """
    names = WHOLE if whole else (SHELL, *WHOLE)
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        raise RuntimeError("no Chromium found: run scripts/system-packages chromium")
    return path


@contextmanager
def chromium(whole: bool = False):
    """A running Chromium (a Playwright ``Browser``); ``whole`` as for ``executable``."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(whole), args=OPTIONS)
        yield browser
        browser.close()


class Ready:
    """A Chromium in which a page of the site is ready when it is loaded.

    Scripts are asked for once the text has been drawn (overrides/partials/javascripts/later.html),
    which nothing can wait for; a tab in the background has them with the page.

    Attributes:
        seen: the same Chromium, with pages as a reader has them.
    """

    def __init__(self, browser):
        self.seen = browser

    def new_context(self, **options):
        context = self.seen.new_context(**options)
        context.add_init_script("Object.defineProperty(document, 'hidden', { value: true })")
        return context

    def new_page(self, **options):
        return self.new_context(**options).new_page()
