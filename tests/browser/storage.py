"""Browsers that keep nothing for a site."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

NO_STORAGE = {
    "full": "Storage.prototype.setItem = () => { throw new DOMException('full') }",
    "refused": "Object.defineProperty(window, 'localStorage', "
    "{ get() { throw new DOMException('refused') } })",
}


@contextmanager
def page_without_storage(browser: Browser, way: str) -> Iterator[tuple[Page, list[str]]]:
    """A page of such a browser, and the list of what goes wrong in its scripts.

    Args:
        way: a key of ``NO_STORAGE``.
    """
    context = browser.new_context(service_workers="block")
    context.add_init_script(NO_STORAGE[way])
    page = context.new_page()
    trouble = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    yield page, trouble
    context.close()
