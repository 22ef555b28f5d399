"""Draws the pictures that are made of others.

- preview-<language>.png: what other sites show beside a link, 1200 × 630;
- touch-icon.png: the favicon for an iPhone's home screen, which takes no SVG, 180 × 180;
- icon-192.png, icon-512.png: the same for other phones; icon-maskable.png: with a wide edge, since
  they may cut it to a circle.
"""

import sys
from pathlib import Path

from chromium import chromium
from guide.facts.ios_words import Messages
from guide.facts.yaml_file import read_model
from guide.words.strings import Strings
from jinja2 import Template

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs/assets/images"
COLOUR = "#0b4a53"  # of favicon.svg


def main() -> int:
    template = Template((Path(__file__).parent / "preview.html").read_text(), autoescape=True)
    logo = (IMAGES / "logo.svg").read_text()
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1200, "height": 630})
        dialog = read_model(ROOT / "facts/messages.yml", Messages, ROOT).messages[
            "cannot-connect-ssl"
        ]
        for locale, strings in _all_strings().items():
            message = dialog.words[strings.ios_from or locale]
            page.set_content(template.render(strings=strings, message=message, logo=logo))
            page.screenshot(path=IMAGES / f"preview-{locale}.png")
        icon = (IMAGES / "favicon.svg").read_text()
        square = icon.replace('rx="14" ', "")
        _draw(page, square, "touch-icon", 180)
        _draw(page, icon, "icon-192", 192)
        _draw(page, icon, "icon-512", 512)
        # 80 % of the picture are never cut off.
        _draw(page, square, "icon-maskable", 512, edge=64)
    return 0


def _draw(page, icon: str, name: str, size: int, edge: int = 0) -> None:
    page.set_viewport_size({"width": size, "height": size})
    style = f"body {{ background: {COLOUR if edge else 'transparent'}; margin: {edge}px }}"
    page.set_content(f"<style>{style} svg {{ display: block }}</style>{icon}")
    page.screenshot(path=IMAGES / f"{name}.png", omit_background=True)


def _all_strings() -> dict[str, Strings]:
    """By locale, as in docs/."""
    return {
        path.parent.name: read_model(path, Strings, ROOT)
        for path in sorted(ROOT.glob("docs/*/strings.yml"))
    }


if __name__ == "__main__":
    sys.exit(main())
