"""A real WebKit, the engine that every iPhone has: Debian's WebKitGTK, on a screen nobody sees.

Its windows are wider than a phone, so pages are opened in a frame of a phone's width.
"""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from browser.faulty_server import FaultyServer
from selenium.common.exceptions import WebDriverException
from selenium.webdriver import WebKitGTK
from selenium.webdriver.common.by import By
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

DRIVER = "/usr/bin/WebKitWebDriver"
BROWSERS = "*/webkit2gtk-4.1/MiniBrowser"
WIDTH, HEIGHT = 375, 812
FRAME = f'<!doctype html><iframe width="{WIDTH}" height="{HEIGHT}"></iframe>'
# Calls a function with what it is given, and hands on what it returns or promises.
_CALL = """const given = [...arguments], done = given.pop();
(async () => (%s)(...given))().then((value) => done([value]), (error) => done(String(error)));"""
# Its scripts, which are asked for after its first drawing, have run as well.
ARRIVED = """async (to) => {
  if (location.href !== to || document.readyState !== "complete") return false;
  if (document.querySelector("#later")?.content.children.length) return false;
  const scripts = [...document.head.querySelectorAll("script[type=module][src]")];
  await Promise.allSettled(scripts.map(({ src }) => import(src)));
  return true;
}"""
# Long enough for a machine that has much else to do: nothing waits that long where all is well.
PATIENCE = 60


class Phone:
    """A page in a frame as wide as a phone."""

    def __init__(self, driver: WebKitGTK, server: FaultyServer):
        self.driver, self._server = driver, server
        driver.get(f"{server.origin}frame/")
        driver.switch_to.frame(0)

    def run(self, script: str, *arguments):
        """What a function in the page returns; a promise is waited for.

        Args:
            script: an arrow function, as those of ``browser.layout``.
        """
        answer = self.driver.execute_async_script(_CALL % script, *arguments)
        assert isinstance(answer, list), answer
        return answer[0]

    def wait(self, script: str, *arguments):
        """Asks until the page answers with something that is true, and gives that."""
        answer = None
        for _ in range(PATIENCE * 10):
            try:
                if answer := self.run(script, *arguments):
                    return answer
            except WebDriverException as error:
                # It is on the way to the next page.
                answer = error
            time.sleep(0.1)
        address = self.driver.execute_script("return location.href")
        pytest.fail(f"in vain: {script} {arguments} on {address}: {answer}")

    def arrive(self, path: str) -> None:
        """Waits until a page of the site has been loaded."""
        self.wait(ARRIVED, self._server.base + path)

    def open(self, path: str) -> None:
        self.driver.execute_script("location.href = arguments[0]", self._server.base + path)
        self.arrive(path)

    def find(self, selector: str):
        """The first element that is shown."""
        shown = (
            "(s) => [...document.querySelectorAll(s)].some((one) => one.getClientRects().length)"
        )
        self.wait(shown, selector)
        found = self.driver.find_elements(By.CSS_SELECTOR, selector)
        return next(one for one in found if one.rect["width"])

    def tap(self, selector: str) -> None:
        element = self.find(selector)
        self.driver.execute_script("arguments[0].scrollIntoView({ block: 'center' })", element)
        element.click()


@contextmanager
def webkit(folder: Path) -> Iterator[WebKitGTK]:
    """A running WebKit that keeps what it writes in a folder."""
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "800x1000x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        display = f":{screen.stdout.readline().strip()}"
        options = Options()
        options.binary_location = str(next(Path("/usr/lib").glob(BROWSERS)))
        options.add_argument("--automation")
        env = {**os.environ, "DISPLAY": display, "HOME": str(folder), "NO_AT_BRIDGE": "1"}
        env |= {f"XDG_{kind}_HOME": str(folder) for kind in ("DATA", "CACHE", "CONFIG")}
        driver = WebKitGTK(options=options, service=Service(DRIVER, env=env))
        try:
            driver.set_window_size(800, 1000)
            driver.set_script_timeout(PATIENCE)
            yield driver
        finally:
            driver.quit()
    finally:
        screen.terminate()
        screen.wait()


@pytest.fixture(scope="session")
def engine(tmp_path_factory) -> Iterator[WebKitGTK]:
    with webkit(tmp_path_factory.mktemp("webkit")) as running:
        yield running


@pytest.fixture
def phone(engine, tmp_path) -> Iterator[Callable[[Path], Phone]]:
    """``phone(folder)`` gives a ``Phone`` and the server of that folder, each new and empty."""
    (tmp_path / "index.html").write_text(FRAME, encoding="utf-8")
    servers = []

    def start(folder: Path) -> tuple[Phone, FaultyServer]:
        server = FaultyServer(folder)
        server.others["frame"] = tmp_path
        servers.append(server)
        return Phone(engine, server), server

    yield start
    engine.switch_to.default_content()
    engine.get("about:blank")
    for server in servers:
        server.close()
