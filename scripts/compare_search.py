"""Prints what other search engines find of the query lists, against ours (make compare-search).

Of ours, the first three sections count; of the others the first three pages with every section
that they name, which is kinder to them. Bytes are those of a first search, compressed.

- Material for MkDocs: its own worker (lunr), with the language's stemmer and segmenter where it
  has them, on the same sections;
- Pagefind: its index of the built pages, one a language.
"""

import functools
import gzip
import html
import http.server
import json
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import material
from chromium import chromium
from query_lists import answers, queries
from site_build import ROOT
from site_reader import LOCALES, Site

FIRST = 3
# What lunr calls a language; no entry: it has nothing for it, and takes it for English.
_LUNR = {
    "ja": "ja",
    "ja-easy": "ja",
    "zh": "zh",
    "zh-TW": "zh",
    "ko": "ko",
    "vi": "vi",
    "th": "th",
    "es": "es",
    "pt-BR": "pt",
    "ne": "hi",
}
_SEPARATOR = r"[\s\-、。，．・「」（）：／]+"

_OURS = """async ([script, index, all]) => {
  const { Engine } = await import(script);
  const engine = await Engine.from(await (await fetch(index)).json());
  return all.map((query) => engine.search(query).map((one) => [one.url]));
}"""
_MATERIAL = """async ([script, config, docs, all]) => {
  const worker = new Worker(script);
  const ask = (message) => new Promise((done) => {
    worker.onmessage = ({ data }) => done(data);
    worker.postMessage(message);
  });
  await ask({ type: 0, data: { config, docs, options: { suggest: false } } });
  const found = [];
  for (const query of all) {
    const { data } = await ask({ type: 2, data: query });
    found.push(data.items.map((group) => group.map((one) => one.location)));
  }
  worker.terminate();
  return found;
}"""
_PAGEFIND = """async ([script, all]) => {
  const pagefind = await import(script);
  await pagefind.init();
  const found = [];
  for (const query of all) {
    const { results } = await pagefind.search(query);
    const pages = await Promise.all(results.slice(0, 3).map((one) => one.data()));
    found.push(pages.map((page) => [page.url, ...page.sub_results.map((part) => part.url)]));
  }
  return found;
}"""


@dataclass
class Tally:
    """What an engine found of all lists, and the bytes of its first search in each language."""

    right: int = 0
    asked: int = 0
    by_language: dict[str, str] = field(default_factory=dict)

    def add(self, locale: str, right: int, asked: int, size: int) -> None:
        self.right += right
        self.asked += asked
        self.by_language[locale] = f"{right}/{asked} {size / 1000:5.0f} KB"


def main(folder: Path) -> None:
    """Args: folder: a built site; Pagefind's index and Material's files go into a copy of it."""
    tallies = {"ours": Tally(), "Material (lunr)": Tally(), "Pagefind": Tally()}
    with tempfile.TemporaryDirectory(prefix="guide-") as copy:
        root = Path(copy, "site")
        shutil.copytree(folder, root)
        shutil.copytree(
            Path(material.__file__).parent / "templates/assets/javascripts", root / "lunr-of-theme"
        )
        site = Site(root, ROOT)
        server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(_Quiet, directory=str(root))
        )
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}/"
        with chromium() as browser:
            for locale in LOCALES:
                for name, ask in zip(
                    tallies, (_ask_ours, _ask_material, _ask_pagefind), strict=True
                ):
                    page = browser.new_page()
                    page.goto(base + "settings.json")
                    lists = queries(locale)
                    found, size = ask(page, base, site, locale, list(lists))
                    right = sum(
                        _is_right(results, wanted, site)
                        for results, wanted in zip(found, lists.values(), strict=True)
                    )
                    tallies[name].add(locale, right, len(lists), size)
                    page.close()
        server.shutdown()
    print(f"{'right among the first three':<30}" + "".join(f"{name:>20}" for name in tallies))
    for locale in LOCALES:
        row = "".join(f"{tally.by_language[locale]:>20}" for tally in tallies.values())
        print(f"  {locale:<28}{row}")
    row = "".join(f"{100 * tally.right / tally.asked:19.1f}%" for tally in tallies.values())
    print(f"  {'all':<28}{row}")


def _is_right(results: list[list[str]], wanted: list[str], site: Site) -> bool:
    urls = [url for group in results[:FIRST] for url in group]
    return any(answers(url, place, site) for url in urls for place in wanted)


def _ask_ours(page, base: str, site: Site, locale: str, asked: list[str]):
    index = site.folder / site.home(locale) / "search/index.json"
    folder = site.folder / site.code / "js"
    scripts = [*folder.glob("search*.js"), *site.folder.glob(f"{site.code}/vendor/minisearch/*.js")]
    where = [f"{base}{site.code}/js/search_engine.js", f"{base}{index.relative_to(site.folder)}"]
    return page.evaluate(_OURS, [*where, asked]), _gzipped([*scripts, index])


def _ask_material(page, base: str, site: Site, locale: str, asked: list[str]):
    language = _LUNR.get(locale, "en")
    config = {
        "lang": [language],
        "separator": _SEPARATOR,
        "pipeline": ["stemmer"],
        "fields": {"title": {"boost": 1000}, "text": {"boost": 1}, "tags": {"boost": 1000000}},
    }
    index = site.search_index(locale)
    docs = [
        {"location": url, "title": html.escape(title), "text": ""} for url, title in index["pages"]
    ]
    for number, anchor, title, code, text, also, said in index["sections"]:
        words = html.escape(" ".join([code, text, also, said]))
        docs.append(
            {
                "location": f"{index['pages'][number][0]}#{anchor}",
                "title": html.escape(title),
                "text": f"<p>{words}</p>",
            }
        )
    scripts = site.folder / "lunr-of-theme"
    (worker,) = scripts.glob("workers/search.*.js")
    loaded = [worker]
    if language != "en":
        loaded += [scripts / f"lunr/min/lunr.{language}.min.js"]
        loaded += [scripts / "lunr/min/lunr.stemmer.support.min.js"]
    if language == "ja":
        loaded += [scripts / "lunr/tinyseg.js"]
    if language in ("hi", "th"):
        loaded += [scripts / "lunr/wordcut.js"]
    size = _gzipped(loaded) + len(gzip.compress(json.dumps(docs, ensure_ascii=False).encode()))
    url = f"{base}lunr-of-theme/workers/{worker.name}"
    return page.evaluate(_MATERIAL, [url, config, docs, asked]), size


def _ask_pagefind(page, base: str, site: Site, locale: str, asked: list[str]):
    with tempfile.TemporaryDirectory(prefix="guide-") as folder:
        for one in site.of(locale):
            if one.slug != "404":
                path = Path(folder, one.url.removeprefix(site.home(locale)), "index.html")
                path.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(site.folder / one.url / "index.html", path)
        bundle = site.folder / f"pagefind-{locale}"
        command = [sys.executable, "-m", "pagefind", "--site", folder, "--output-path", str(bundle)]
        subprocess.run([*command, "--root-selector", "article", "--quiet"], check=True)
    loaded: dict[str, int] = {}
    page.on("response", lambda answer: loaded.setdefault(answer.url, _size(answer)))
    script = f"{base}{bundle.name}/pagefind.js"
    first = page.evaluate(_PAGEFIND, [script, asked[:1]])
    size = sum(loaded.values())
    found = first + page.evaluate(_PAGEFIND, [script, asked[1:]])
    return [[[url.lstrip("/") for url in group] for group in each] for each in found], size


def _size(answer) -> int:
    body = answer.body()
    return len(gzip.compress(body)) if urlsplit(answer.url).path.endswith(".js") else len(body)


def _gzipped(paths: Iterable[Path]) -> int:
    return sum(len(gzip.compress(path.read_bytes())) for path in paths)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


if __name__ == "__main__":
    main(Path(sys.argv[1]))
