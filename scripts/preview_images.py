"""Draws the pictures that are made of others.

- preview-<language>.png: what other sites show beside a link, 1200 × 630;
- touch-icon.png: the favicon for an iPhone's home screen, which takes no SVG, 180 × 180.
"""

import sys
from pathlib import Path

from chromium import chromium
from guide.strings import Strings, with_ios_words
from guide.yaml_file import read_model
from jinja2 import Template

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs/assets/images"


def main() -> int:
    template = Template((Path(__file__).parent / "preview.html").read_text(), autoescape=True)
    logo = (IMAGES / "logo.svg").read_text()
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1200, "height": 630})
        for locale, strings in with_ios_words(_all_strings()).items():
            page.set_content(template.render(strings=strings, logo=logo))
            page.screenshot(path=IMAGES / f"preview-{locale}.png")
        page.set_viewport_size({"width": 180, "height": 180})
        icon = (IMAGES / "favicon.svg").read_text().replace('rx="14" ', "")
        page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block }}</style>{icon}")
        page.screenshot(path=IMAGES / "touch-icon.png")
    return 0


def _all_strings() -> dict[str, Strings]:
    """By locale, as in docs/."""
    return {
        path.parent.name: read_model(path, Strings, ROOT)
        for path in sorted(ROOT.glob("docs/*/strings.yml"))
    }


if __name__ == "__main__":
    sys.exit(main())
