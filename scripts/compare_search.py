"""Prints what other search engines find of the query lists, against ours (make compare-search).

Of ours, the first three sections count; of the others the first three pages with every section
that they name, which is kinder to them. Bytes are those of a first search, compressed.

- Material for MkDocs: its own worker (lunr), with the language's stemmer and segmenter where it
  has them, on the same sections;
- Pagefind, with its segmenter: its index of the built pages, one a language.
"""

import gzip
import html
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

import material
from chromium import chromium
from local_server import serving
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


ENGINES = {"ours": _ask_ours, "Material (lunr)": _ask_material, "Pagefind": _ask_pagefind}


def main(folder: Path) -> None:
    """Args: folder: a built site; Pagefind's index and Material's files go into a copy of it."""
    right = dict.fromkeys(ENGINES, 0)
    asked = 0
    print(f"{'right among the first three':<30}" + "".join(f"{name:>20}" for name in ENGINES))
    with tempfile.TemporaryDirectory(prefix="guide-") as copy:
        root = Path(copy, "site")
        shutil.copytree(folder, root)
        theme = Path(material.__file__).parent / "templates/assets/javascripts"
        shutil.copytree(theme, root / "lunr-of-theme")
        site = Site(root, ROOT)
        with serving(root) as base, chromium() as browser:
            for locale in LOCALES:
                lists = queries(locale)
                asked += len(lists)
                row = f"  {locale:<28}"
                for name, ask in ENGINES.items():
                    page = browser.new_page()
                    page.goto(base + "settings.json")
                    found, size = ask(page, base, site, locale, list(lists))
                    page.close()
                    pairs = zip(found, lists.values(), strict=True)
                    hits = sum(_is_right(results, wanted, site) for results, wanted in pairs)
                    right[name] += hits
                    row += f"{f'{hits}/{len(lists)} {size / 1000:5.0f} KB':>20}"
                print(row)
    print(f"  {'all':<28}" + "".join(f"{100 * hits / asked:19.1f}%" for hits in right.values()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
