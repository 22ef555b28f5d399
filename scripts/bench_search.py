"""Prints how fast the search answers, in Chromium slowed down four times. Nothing here fails."""

import os
import statistics
import sys
from pathlib import Path

from chromium import chromium
from local_server import serving
from query_lists import queries
from site_reader import LOCALES, SOURCE

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


def print_search_times(site: Path) -> None:
    """Prints, for each language, when the engine is ready and what a key takes.

    Args:
        site: the folder of a built site.
    """
    (engine,) = site.glob("assets/*/js/search_engine.js")
    print(f"search, processor slowed {SLOWED}x       ready    key: median   95 %    worst")
    with serving(site) as base, chromium() as browser:
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
    print_search_times(Path(sys.argv[1] if len(sys.argv) > 1 else os.environ["GUIDE_SITE"]))
