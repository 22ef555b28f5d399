"""Prints how fast the site builds. Figures and ratios only: nothing here passes or fails.

- the full build, with the guide's hooks, against the same pages built by MkDocs alone: the pages
  as the hooks hand them to Markdown, the same theme and plugins, no hook;
- pages a second;
- one page's rebuild while serving in one language;
- the seconds that the two PDFs of each language take, set on every core;
- what the search takes for a key on a slow phone (bench_search.py).
"""

import logging
import os
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

from bench_search import print_search_answers, print_search_times
from guide.page.expand import BLOCK, expand_all
from guide.project import load
from mkdocs.commands.build import build
from mkdocs.config import load_config
from site_build import ROOT, copy_project
from site_build import build as build_apart
from site_reader import LOCALES, SOURCE, languages

ROUNDS = 5


def main() -> int:
    logging.disable(logging.WARNING - 1)
    with tempfile.TemporaryDirectory(prefix="guide-") as folder:
        ours = copy_project(Path(folder) / "ours", LOCALES)
        alone = without_hooks(copy_project(Path(folder) / "alone", LOCALES))
        pages = len(list(ours.glob("docs/*/*.md")))
        _seconds(ours), _seconds(alone)  # warm up
        # In turns, so that a slow moment of the machine falls on both.
        rounds = [(_seconds(ours), _seconds(alone)) for _ in range(ROUNDS)]
        full = statistics.median(one for one, _ in rounds)
        plain = statistics.median(other for _, other in rounds)
        ratio = statistics.median(one / other for one, other in rounds)
        os.environ["LOCALE"] = SOURCE
        _seconds(ours)
        single = statistics.median(_seconds(ours, serving=True) for _ in range(ROUNDS))
        del os.environ["LOCALE"], os.environ["SITE_DIR"]
    print(f"pages                              {pages}")
    print(f"full build, with our hooks         {full:.2f} s")
    print(f"the same pages, MkDocs alone       {plain:.2f} s")
    print(f"ratio                              {ratio:.2f}  (goal: at most 1.00)")
    print(f"pages a second                     {pages / full:.1f}")
    print(f"one page's rebuild, one language   {single:.2f} s")
    _print_pdf_and_search_times()
    return 0


def _print_pdf_and_search_times() -> None:
    with tempfile.TemporaryDirectory(prefix="guide-") as folder:
        said = build_apart(ROOT, Path(folder) / "site", PDF="true").stderr
        print_search_answers(Path(folder) / "site")
        print_search_times(Path(folder) / "site")
    seconds: dict[str, float] = {}
    for locale, each in re.findall(r"(?:guide|counter)-([\w-]+)\.pdf: \d+ pages, ([\d.]+) s", said):
        seconds[locale] = seconds.get(locale, 0) + float(each)
    for locale, total in seconds.items():
        print(f"PDFs of {locale:<27}{total:.1f} s")
    whole = re.search(r"\d+ PDFs in [\d.]+ s", said)
    print(whole[0] if whole else f"the PDFs could not be set: {said}")


def _seconds(root: Path, serving: bool = False) -> float:
    os.chdir(root)
    os.environ["SITE_DIR"] = str(root / "site")
    if serving:
        page = root / "docs" / SOURCE / "network.md"
        page.write_text(page.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    start = time.perf_counter()
    # Without our hooks some links lead nowhere: that ends no build here.
    config = load_config(str(root / "mkdocs.yml"), strict=False)
    build(config, serve_url="http://127.0.0.1:8000/" if serving else None)
    return time.perf_counter() - start


def without_hooks(root: Path) -> Path:
    """Turns a copy into the pages that the hooks hand to Markdown, without the hooks."""
    names = {language["locale"]: language["name"] for language in languages(root)}
    for (locale, slug), page in expand_all(load(root, names), SOURCE).items():
        path = root / "docs" / locale / f"{slug}.md"
        # A route's page is made of others, and has no file of its own.
        path.parent.mkdir(exist_ok=True)
        source = path.read_text(encoding="utf-8") if path.is_file() else page.source
        head = re.match(r"---\n.*?\n---\n", source, re.DOTALL)[0]
        text = page.markdown.replace("data-step=", "data-was-step=")
        for number, block in enumerate(page.page.blocks):
            # A block that stands inside a list stays in one line, as its mark did.
            text = text.replace(BLOCK.format(number), " ".join(block.split()))
        path.write_text(head + text, encoding="utf-8")
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("  custom_dir: overrides\n", "")
    (root / "mkdocs.yml").write_text(
        re.sub(r"\nhooks:\n(  - .*\n)+", "\n", config), encoding="utf-8"
    )
    return root


if __name__ == "__main__":
    sys.exit(main())
