"""A real Chromium, and the site on a server of this machine."""

import functools
import http.server
import os
import re
import threading
from dataclasses import dataclass, field

import pytest

SIZES = {"phone": (375, 812), "pc": (1280, 800)}
NARROW = {"narrow": (320, 640)}


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site as a static host does, under the path of SITE_URL."""

    def translate_path(self, path):
        return super().translate_path(path.removeprefix("/mail") or "/")

    def send_error(self, code, message=None, explain=None):
        if code != 404:
            return super().send_error(code, message, explain)
        with open(os.path.join(self.directory, "404.html"), "rb") as file:
            body = file.read()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


@pytest.fixture(scope="session")
def base(site) -> str:
    """The address of the site, ending in a slash."""
    handler = functools.partial(_Handler, directory=str(site.folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/mail/"
    server.shutdown()


def without_readings(text: str) -> str:
    """A text that a browser gives of the edition in easy Japanese, without 「(よみ)」."""
    return re.sub(r"\([ぁ-ゖー]+\)", "", text)


@dataclass
class Watched:
    """A page in the browser, and what went wrong on it."""

    page: object
    trouble: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def go_to(self, address: str, until: str = "load") -> None:
        """Opens another page in the same tab, as a reader does, with nothing wrong as yet."""
        # What the last page still loads is broken off, which is none of the next one's trouble.
        self.page.goto("about:blank")
        self.trouble.clear()
        self.requests.clear()
        self.page.goto(address, wait_until=until)


class Tabs:
    """Opens pages, and closes them all in the end."""

    def __init__(self, browser, base: str):
        self._browser, self._base = browser, base
        self._contexts = []

    def __call__(
        self, path: str = "", size: str = "phone", until: str = "load", **options
    ) -> Watched:
        width, height = (SIZES | NARROW)[size]
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            has_touch=size == "phone",
            permissions=["clipboard-read", "clipboard-write"],
            # Its downloads are none of the page's; test_offline.py has it.
            service_workers="block",
            **options,
        )
        self._contexts.append(context)
        watched = Watched(context.new_page())
        page = watched.page
        page.on("console", lambda message: _note(watched, message))
        page.on("pageerror", lambda error: watched.trouble.append(f"error: {error}"))
        page.on("request", lambda request: watched.requests.append(request.url))
        page.on("requestfailed", lambda request: watched.trouble.append(f"failed: {request.url}"))
        page.on("response", lambda answer: _note_status(watched, answer))
        page.goto(self._base + path, wait_until=until)
        return watched

    def close(self) -> None:
        for context in self._contexts:
            context.close()


@pytest.fixture
def open_page(browser, base):
    """Opens a page: ``open_page("en/network/", "phone")`` gives a ``Watched``."""
    tabs = Tabs(browser, base)
    yield tabs
    tabs.close()


def _note(watched: Watched, message) -> None:
    # Said by Playwright for service_workers above.
    blocked = message.text == "Service Worker registration blocked by Playwright"
    if message.type in ("error", "warning") and not blocked:
        watched.trouble.append(f"{message.type}: {message.text}")


def _note_status(watched: Watched, answer) -> None:
    if answer.status >= 400:
        watched.trouble.append(f"{answer.status}: {answer.url}")
