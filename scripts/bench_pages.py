"""Prints how soon a page can be read, and what it costs, on a bad line and a slow processor.

Each page is opened in Chromium, throttled through the DevTools protocol, beside the same text as
bare HTML and as Material for MkDocs sends it unmodified. Figures and ratios only: nothing here
passes or fails. Usage: bench_pages.py [--all] (every page of every language, not only the largest
of each).
"""

import contextlib
import http.server
import sys
import tempfile
import threading
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from pathlib import Path

import brotli
from bench import without_hooks
from bs4 import BeautifulSoup
from chromium import chromium
from mkdocs.commands.build import build as build_here
from mkdocs.config import load_config
from site_build import ROOT, build, copy_project
from site_reader import LOCALES, Page, Site

ROUNDS = 3
# Latency in ms, bytes a second down: Lighthouse's slow 4G as DevTools applies it, and the line that
# Japan's carriers throttle to.
SLOW_4G = (562.5, 1_474_560 / 8)
THROTTLED = (300, 128_000 / 8)
# ms: on a slow processor the network rests before the page does, and what is fetched afterwards
# must not be counted as the second page's.
QUIET = 2000
PHONE = {"width": 375, "height": 812}

_OBSERVE = """
  window.seen = {lcp: 0, shift: 0, blocked: 0};
  new PerformanceObserver(list => { for (const e of list.getEntries()) seen.lcp = e.startTime; })
    .observe({type: "largest-contentful-paint", buffered: true});
  new PerformanceObserver(list => { for (const e of list.getEntries()) seen.shift += e.value; })
    .observe({type: "layout-shift", buffered: true});
  new PerformanceObserver(list => {
    for (const e of list.getEntries()) seen.blocked += Math.max(0, e.duration - 50);
  }).observe({type: "longtask", buffered: true});
"""
_FIRST = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN"


@dataclass(frozen=True)
class Visit:
    """One page opened once: times in ms, sizes in bytes, headers included."""

    text: float
    largest: float
    shift: float
    blocked: float
    size: int
    requests: int


@cache
def _packed(path: Path) -> bytes:
    return brotli.compress(path.read_bytes(), quality=11)


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Sends text packed with Brotli, as a real server does; files in hashed folders for ever."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = Path(self.translate_path(self.path.removeprefix("/mail")))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        text = path.suffix in (".html", ".css", ".js", ".mjs", ".json", ".svg", ".webmanifest")
        body = _packed(path) if text else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        if text:
            self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(body)))
        # As deploy/nginx.conf: what is named by its content is kept.
        kept = "/assets/" in self.path
        self.send_header("Cache-Control", "max-age=31536000, immutable" if kept else "no-cache")
        self.end_headers()
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.wfile.write(body)

    def log_message(self, *args):
        pass


@contextlib.contextmanager
def served(folder: Path):
    """The address under which a folder is served."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), lambda *a: _Handler(*a, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/mail/"
    server.shutdown()


def visit(browser, url: str, line=None, slower: float = 1, then: str | None = None) -> list[Visit]:
    """Opens a page with nothing kept, and perhaps a second one with what the first left.

    Args:
        line: latency and bytes a second; the line of this machine where there is none.
        slower: how many times slower the processor is.
        then: the second page.
    """
    context = browser.new_context(viewport=PHONE, service_workers="block")
    context.add_init_script(_OBSERVE)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    if line:
        latency, speed = line
        session.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": latency,
                "downloadThroughput": speed,
                "uploadThroughput": speed,
            },
        )
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    sizes = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    visits = []
    for address in filter(None, (url, then)):
        sizes.clear()
        page.goto(address, wait_until="networkidle")
        page.wait_for_function(f"!isNaN({_FIRST})")
        page.wait_for_timeout(QUIET)
        seen, text = page.evaluate("seen"), page.evaluate(_FIRST)
        visits.append(
            Visit(text, seen["lcp"], seen["shift"], seen["blocked"], int(sum(sizes)), len(sizes))
        )
    context.close()
    return visits


def bare(page: Page) -> str:
    """The page's text as HTML without anything: the fastest that it could be."""
    article = BeautifulSoup(str(page.article), "html.parser")
    for part in article.select(".step-foot, .paper-end, nav, script"):
        part.decompose()
    lang = page.soup.html["lang"]
    return (
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><meta name="viewport" '
        f'content="width=device-width"><title>{page.slug}</title><link rel="icon" href="data:,">'
        f"{article}</html>"
    )


def main(every: bool) -> int:
    with tempfile.TemporaryDirectory(prefix="guide-") as name, chromium() as browser:
        folder = Path(name)
        build(ROOT, folder / "site")
        material = folder / "material"
        _build_material(folder / "alone", material)
        site = Site(folder / "site", ROOT)
        pages = site.pages if every else _largest(site)
        pages = [page for page in pages if page.slug != "404"]
        for page in pages:
            path = folder / "bare" / page.url / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(bare(page), encoding="utf-8")
        with (
            served(folder / "site") as ours,
            served(folder / "bare") as plain,
            served(material) as theirs,
        ):
            _print_pages(browser, pages, ours, plain, theirs)
            _print_steps(browser, site, ours, every)
    return 0


def _print_pages(browser, pages: list[Page], ours: str, plain: str, theirs: str) -> None:
    print("page                      text at 128 kbps   LCP on slow 4G       ratio   first  second")
    print("                          ours Material      ours bare Material  to bare  visit   page")
    for page in pages:
        second = "settings/" if not page.url.endswith("settings/") else "network/"
        then = ours + page.url.removesuffix(f"{page.slug}/") + second
        slow = _median(browser, ours + page.url, THROTTLED)
        slow_theirs = _median(browser, theirs + page.url, THROTTLED)
        fast = _median(browser, ours + page.url, SLOW_4G)
        fast_plain = _median(browser, plain + page.url, SLOW_4G)
        fast_theirs = _median(browser, theirs + page.url, SLOW_4G)
        _, next_one = visit(browser, then, then=ours + page.url)
        alone = _median(browser, ours + page.url, slower=4, by="blocked")
        print(
            f"{page.name:<24}{slow.text / 1000:6.2f}{slow_theirs.text / 1000:8.2f} s"
            f"{fast.largest / 1000:8.2f}{fast_plain.largest / 1000:6.2f}"
            f"{fast_theirs.largest / 1000:7.2f} s{fast.largest / fast_plain.largest:8.2f}"
            f"{alone.size / 1000:8.1f}{next_one.size / 1000:6.1f} KB"
            f"  {alone.requests} requests, shift {max(slow.shift, alone.shift):.3f},"
            f" blocked {alone.blocked:.0f} ms",
            flush=True,
        )
    print("goals                     2.00                                  1.30    45.0   12.0 KB")


def _print_steps(browser, site: Site, ours: str, every: bool) -> None:
    found = sorted(site.step_pages.items(), key=lambda item: -len(item[1].html))
    for code, page in found if every else found[:3]:
        slow = _median(browser, ours + page.url, THROTTLED)
        print(
            f"s/{code:<22}{slow.text / 1000:6.2f} s (goal 1.20), {slow.requests} request,"
            f" {slow.size / 1000:.1f} KB"
        )


def _median(browser, url: str, line=None, slower: float = 1, by: str = "largest") -> Visit:
    found = [visit(browser, url, line, slower)[0] for _ in range(ROUNDS)]
    return sorted(found, key=attrgetter(by))[len(found) // 2]


def _largest(site: Site) -> list[Page]:
    return [max(site.of(locale), key=lambda page: len(page.html)) for locale in site.locales]


def _build_material(copy: Path, target: Path) -> None:
    """The same pages as Material sends them when nothing of it is changed."""
    root = without_hooks(copy_project(copy, LOCALES))
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(target))
    build_here(config)


if __name__ == "__main__":
    sys.exit(main("--all" in sys.argv))
