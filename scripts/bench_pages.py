"""Prints how soon a page can be read, and what it costs, on a bad line and a slow processor.

Each page is opened in Chromium, throttled through the DevTools protocol, beside the same text as
bare HTML and as Material for MkDocs and, with its packages in a folder (bench_starlight.py), Astro
Starlight send it unmodified; with Lighthouse in a folder (bench_lighthouse.py), by its model too.
Figures and ratios only: nothing here passes or fails. GUIDE_SITE names a site that is built
already.
"""

import argparse
import contextlib
import http.server
import os
import tempfile
import threading
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from pathlib import Path

import brotli
from bench import without_hooks
from bench_lighthouse import modelled
from bench_starlight import build_starlight
from bs4 import BeautifulSoup
from chromium import chromium
from mkdocs.commands.build import build as build_here
from mkdocs.config import load_config
from site_build import ROOT, build, copy_project
from site_reader import SOURCE, Page, Site

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

    def handle(self):
        # A browser that has seen enough closes the line.
        with contextlib.suppress(ConnectionResetError):
            super().handle()

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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="*", help="e.g. en/manual-setup; else the largest of each")
    parser.add_argument("--all", action="store_true", help="every page of every language")
    parser.add_argument("--starlight", type=Path, help="a folder with Astro and Starlight")
    parser.add_argument("--lighthouse", type=Path, help="a folder with Lighthouse")
    said = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="guide-") as name, chromium(whole=True) as browser:
        folder = Path(name)
        built = Path(os.environ.get("GUIDE_SITE") or folder / "site")
        if built == folder / "site":
            build(ROOT, built)
        site = Site(built, ROOT)
        pages = [page for page in site.pages if page.slug != "404"]
        if said.pages:
            pages = [page for page in pages if page.name in said.pages]
        elif not said.all:
            pages = _largest(site)
        texts = {page.url: bare(page) for page in pages}
        for url, text in texts.items():
            path = folder / "bare" / url / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        folders = {"ours": built, "bare": folder / "bare", "Material": folder / "material"}
        locales = {SOURCE, "en", *(page.locale for page in pages)}
        _build_material(folder / "alone", folders["Material"], locales)
        if said.starlight:
            folders["Starlight"] = build_starlight(said.starlight, texts)
        with contextlib.ExitStack() as stack:
            sites = {name: stack.enter_context(served(one)) for name, one in folders.items()}
            # What has no page at this address is left out.
            have = {
                page.url: {
                    name: address
                    for name, address in sites.items()
                    if (folders[name] / page.url / "index.html").is_file()
                }
                for page in pages
            }
            _print_pages(browser, pages, have)
            if said.lighthouse:
                _print_models(said.lighthouse, pages, have)
            _print_steps(browser, site, sites["ours"], said.all)


def _print_pages(browser, pages: list[Page], have: dict[str, dict[str, str]]) -> None:
    """Each page in each site that has it: ours, bare, Material and Starlight.

    Args:
        have: the addresses of those sites by the page's own, by their names.
    """
    print("goals: text in 1.30 s at 128 kbps, LCP 1.20 of bare, 50 ms blocked, nothing moves,")
    print("a first visit 30 KB, a second page 16 KB")
    for page in pages:
        print(page.name)
        sites = have[page.url]
        plain = _median(browser, sites["bare"] + page.url, SLOW_4G).largest
        for name, address in sites.items():
            slow = _median(browser, address + page.url, THROTTLED)
            fast = _median(browser, address + page.url, SLOW_4G)
            alone = _median(browser, address + page.url, slower=4, by="blocked")
            print(
                f"  {name:<10} text {slow.text / 1000:5.2f} s   LCP {fast.largest / 1000:5.2f} s"
                f" = {fast.largest / plain:4.2f} of bare   blocked {alone.blocked:4.0f} ms"
                f"   first visit {alone.size / 1000:6.1f} KB, {alone.requests} requests"
                f"   shift {max(slow.shift, fast.shift, alone.shift):.3f}",
                flush=True,
            )
        second = "settings/" if not page.url.endswith("settings/") else "network/"
        before = sites["ours"] + page.url.removesuffix(f"{page.slug}/") + second
        _, next_one = visit(browser, before, then=sites["ours"] + page.url)
        print(f"  ours       as second page {next_one.size / 1000:.1f} KB", flush=True)


def _print_models(lighthouse: Path, pages: list[Page], have: dict[str, dict[str, str]]) -> None:
    """The same by Lighthouse's model of slow 4G and a processor four times slower."""
    print("By Lighthouse; goals: LCP 1.20 of bare, 50 ms blocked")
    for page in pages:
        found = {}
        for name, address in have[page.url].items():
            runs = [modelled(lighthouse, address + page.url) for _ in range(ROUNDS)]
            found[name] = sorted(runs, key=attrgetter("largest"))[ROUNDS // 2]
        for name, one in found.items():
            print(
                f"  {page.name} {name:<10} text {one.text / 1000:5.2f} s"
                f"   LCP {one.largest / 1000:5.2f} s"
                f" = {one.largest / found['bare'].largest:4.2f} of bare"
                f"   blocked {one.blocked:4.0f} ms   shift {one.shift:.3f}   score {one.score}",
                flush=True,
            )


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


def _build_material(copy: Path, target: Path, locales: set[str]) -> None:
    """The same pages as Material sends them when nothing of it is changed."""
    root = without_hooks(copy_project(copy, sorted(locales)))
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(target))
    build_here(config)


if __name__ == "__main__":
    main()
