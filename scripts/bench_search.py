"""Prints what the search answers, and how fast in a slowed-down Chromium. Nothing here fails."""

import os
import statistics
import sys
from pathlib import Path

from chromium import chromium
from local_server import serving
from query_lists import answers, not_asked, queries, unseen
from site_build import ROOT
from site_reader import LOCALES, SOURCE, Site

SLOWED = 4
# Types each query letter by letter, as it reaches the engine.
_TIME = """async ([script, index, all]) => {
  const { Engine } = await import(script);
  const json = await (await fetch(index)).json();
  const begun = performance.now();
  const engine = await Engine.from(json);
  const ready = performance.now() - begun;
  const took = [];
  for (const query of all) {
    const letters = [...query];
    for (let end = 1; end <= letters.length; end += 1) {
      const start = performance.now();
      engine.search(letters.slice(0, end).join(""));
      took.push(performance.now() - start);
    }
  }
  return [ready, took];
}"""


_ASK = """async ([script, index, all]) => {
  const { Engine } = await import(script);
  const engine = await Engine.from(await (await fetch(index)).json());
  const three = (query) => engine.search(query).slice(0, 3);
  return all.map((query) => three(query).map(({ url, erases }) => [url, erases]));
}"""


def print_search_answers(folder: Path) -> None:
    """Prints, for each language, what is answered of the queries that nothing was learnt from.

    Args:
        folder: a built site.
    """
    site = Site(folder, ROOT)
    total = [0] * 6
    print("search, unseen         right in three      not here   erases first unasked")
    with serving(folder) as base, chromium(whole=True) as browser:
        page = browser.new_page()
        page.goto(base + "settings.json")
        for locale in LOCALES:
            (lists, foreign), harmless = unseen(locale), not_asked(locale)
            asked = [*lists, *foreign, *harmless]
            where = [f"{site.code}/js/search_engine.js", f"{site.home(locale)}search/index.json"]
            found = page.evaluate(_ASK, [*(base + one for one in where), asked])
            results = dict(zip(asked, found, strict=True))
            right = sum(
                any(answers(url, place, site) for url, _ in results[query] for place in wanted)
                for query, wanted in lists.items()
            )
            honest = sum(not results[query] for query in foreign)
            others = [*harmless, *foreign]
            erasing = sum(results[query][:1] != [] and results[query][0][1] for query in others)
            row = [right, len(lists), honest, len(foreign), erasing, len(others)]
            total = [one + other for one, other in zip(total, row, strict=True)]
            print(f"  {locale:<20}{_shares(row)}")
    print(f"  {'all':<20}{_shares(total)}")


def _shares(row: list[int]) -> str:
    return "".join(f"{f'{one}/{of}':>16}" for one, of in zip(row[::2], row[1::2], strict=True))


def print_search_times(site: Path) -> None:
    """Prints, for each language, when the engine is ready and what a key takes.

    Args:
        site: the folder of a built site.
    """
    (engine,) = site.glob("assets/*/js/search_engine.js")
    print(f"search, processor slowed {SLOWED}x       ready    key: median   95 %    worst")
    with serving(site) as base, chromium(whole=True) as browser:
        for locale in LOCALES:
            page = browser.new_page()
            page.goto(base + "settings.json")
            slow = page.context.new_cdp_session(page)
            slow.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
            home = "" if locale == SOURCE else f"{locale}/"
            index = f"{base}{home}search/index.json"
            asked = list(queries(locale))[:30]
            script = base + engine.relative_to(site).as_posix()
            ready, took = page.evaluate(_TIME, [script, index, asked])
            late = statistics.quantiles(took, n=20)[-1]
            print(
                f"  {locale:<28}{ready:7.0f} ms{statistics.median(took):12.1f}"
                f"{late:9.1f}{max(took):9.1f} ms"
            )
            page.close()


if __name__ == "__main__":
    built = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ["GUIDE_SITE"])
    print_search_answers(built)
    print_search_times(built)
