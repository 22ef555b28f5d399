"""Draws a contact sheet of every drawn path and screen, one picture a language.

    make drawings [LOCALE=my] [ARGS="--width 320 --dark"]

Chromium draws them with the styles of the built site. On a phone a path scrolls sideways, so only
a wider screen shows all of it.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from chromium import Ready, chromium
from local_server import serving
from site_build import ROOT
from site_reader import Site

# A page that loads the styles of paths, forms and dialogs.
STYLED = "manual-setup"
COLUMNS = 3
EDGE = 16  # px
# In the page's place the drawings, each below its name.
_SHOW = """([drawings, columns, edge]) => {
  const each = drawings.map(([name, html]) => `<div><small>${name}</small>${html}</div>`);
  document.body.innerHTML = `<main class="sheet">${each.join("")}</main>`;
  const style = document.createElement("style");
  style.textContent = `
    body { display: block; }
    .sheet { columns: ${columns}; column-gap: ${edge}px; padding: ${edge}px; }
    .sheet > div { break-inside: avoid; container-type: inline-size; padding-bottom: ${edge}px; }`;
  document.head.append(style);
}"""


def main(arguments: list[str]) -> int:
    """Writes <folder>/<language>.png for each language that the site has."""
    options = _options(arguments)
    site = Site(options.site, ROOT)
    options.folder.mkdir(parents=True, exist_ok=True)
    across = COLUMNS * (options.width + EDGE) + EDGE
    with serving(options.site) as address, chromium() as browser:
        # The site's policy forbids to change a page like this.
        context = Ready(browser).new_context(
            bypass_csp=True,
            viewport={"width": across, "height": 800},
            color_scheme="dark" if options.dark else "light",
        )
        page = context.new_page()
        for locale in site.locales:
            if not site.of(locale):
                continue
            page.goto(address + site.page(locale, STYLED).url)
            page.evaluate(_SHOW, [list(drawings(site, locale)), COLUMNS, EDGE])
            picture = options.folder / f"{locale}.png"
            page.screenshot(path=picture, full_page=True)
            print(picture)
    return 0


def drawings(site: Site, locale: str) -> Iterator[tuple[str, str]]:
    """The name and the HTML of every drawing of a language, each once, as its page has it."""
    seen = set()
    for page in site.of(locale):
        if page.slug.startswith(("s/", "file", "fix/")):
            continue
        for drawing in page.soup.select(".ios-path, .ios-screen"):
            kind = "data-place" if drawing.has_attr("data-place") else "data-screen"
            name = f"{kind.removeprefix('data-')} {drawing[kind]}"
            if name not in seen:
                seen.add(name)
                # Two pages may call their tabs alike.
                for tab in drawing.select("input"):
                    tab["name"] = name
                yield name, str(drawing)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("site", type=Path, help="the built site")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument(
        "--width", type=int, default=600, help="in CSS pixels; a phone has 320 or more"
    )
    parser.add_argument("--dark", action="store_true", help="on dark ground")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
