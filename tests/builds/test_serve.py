"""`make serve`: a change is on the screen, and no mistake ends it.

One server for all, of three languages: about 30 s.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from site_build import copy_project

# Nothing here depends on speed; this only ends a test that would never end.
PATIENCE = 100


class Served:
    """A copy of the project that `mkdocs serve` shows."""

    def __init__(self, root, log):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.root, self._log = root, log
        self.url = f"http://127.0.0.1:{port}/"
        with log.open("w") as out:
            self.process = subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "mkdocs",
                    "serve",
                    "--livereload",
                    "-a",
                    f"127.0.0.1:{port}",
                ],
                cwd=root,
                env={
                    **os.environ,
                    "NO_MKDOCS_2_WARNING": "1",
                    "PYTHONPATH": str(root / "hooks"),
                    "SITE_URL": self.url,
                },
                stdout=out,
                stderr=subprocess.STDOUT,
            )

    @property
    def said(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def get(self, address: str = "") -> str:
        with urllib.request.urlopen(self.url + address, timeout=PATIENCE) as answer:
            return answer.read().decode()

    def change(self, name: str, old: str, new: str) -> None:
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def wait_until(self, is_so) -> None:
        end = time.monotonic() + PATIENCE
        while not is_so():
            assert self.process.poll() is None, self.said
            assert time.monotonic() < end, self.said
            time.sleep(0.2)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    folder = tmp_path_factory.mktemp("serve")
    root = copy_project(folder / "project", ("ja", "ja-easy", "en"))
    served = Served(root, folder / "log.txt")
    try:
        served.wait_until(lambda: "Serving on" in served.said)
        yield served
    finally:
        served.process.terminate()
        served.process.wait()


def test_a_changed_page_is_built_without_the_other_languages(served):
    served.change("docs/en/about.md", "# ", "# First change: ")
    served.wait_until(lambda: "First change: " in served.get("en/about/"))
    assert "Only pages of docs/en have changed" in served.said
    # All that is not of this language is still there, and what is made of all pages is new.
    assert "<h1" in served.get("ja-easy/about/")
    assert "<section" in served.get("s/3046/")
    assert "First change: " in served.get("offline/guide-en.html")
    assert "First change: " in served.get("en/search/index.json")


def test_a_changed_fact_is_on_every_page(served):
    served.change("facts/settings.yml", "993", "9939")
    for address in ("settings/", "en/settings/", "s/6090/"):
        served.wait_until(lambda address=address: ">9939<" in served.get(address))
    served.change("facts/settings.yml", "9939", "993")
    served.wait_until(lambda: ">993<" in served.get("en/settings/"))


def test_a_mistake_is_said_and_mended(served):
    """In any language but the first it used to end all further builds."""
    served.change("docs/ja-easy/about.md", "\n# ", "\n薔薇が鬱蒼。\n\n# ")
    served.change("facts/settings.yml", "993", "9938")
    served.wait_until(lambda: "An error happened during the rebuild" in served.said)
    served.change("docs/ja-easy/about.md", "\n薔薇が鬱蒼。\n", "")
    served.wait_until(lambda: ">9938<" in served.get("en/settings/"))
    served.change("facts/settings.yml", "9938", "993")
    served.change("docs/en/about.md", "# ", "# Second change: ")
    served.wait_until(lambda: "Second change: " in served.get("en/about/"))


def test_changed_code_is_used(served):
    served.change(
        "hooks/guide/page/render.py", 'class="fact" data-fact', 'class="fact new" data-fact'
    )
    served.wait_until(lambda: 'class="fact new"' in served.get("en/settings/"))


@pytest.mark.parametrize(
    ("address", "file", "title", "selector"),
    [
        ("en/about/", "docs/en/about.md", "# ", "h1"),
        ("s/3046/#en", "docs/en/network.md", "## Try another network", "section#en h2"),
    ],
)
def test_an_open_page_reloads_itself(served, browser, address, file, title, selector):
    """The page's policy has to let MkDocs' script run, which it lets nobody else's."""
    page = browser.new_page()
    page.goto(served.url + address)
    served.change(file, title, title.replace("# ", "# Reloaded: "))
    page.wait_for_function(
        "selector => document.querySelector(selector)?.textContent.includes('Reloaded: ')",
        arg=selector,
        timeout=PATIENCE * 1000,
    )
    page.close()
