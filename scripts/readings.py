"""Lists the readings of an edition that nobody has checked yet, each with a place where it stands.

Usage: readings.py ja-easy
"""

import re
import sys

import yaml
from guide.words.furigana import Furigana, has_kanji
from guide.words.translation import SOURCE
from site_build import ROOT

_MARKUP = re.compile(r"\{\{.*?\}\}|\{ ?#.*?\}|</?[^>]+>|\]\([^)]*\)|[*\[\]|`]|^ *[-#!\d.]+ ", re.M)


def main(locale: str) -> int:
    furigana = Furigana(ROOT, locale)
    found = {}
    for text in _texts(locale):
        for word, reading in furigana.pairs(text):
            if has_kanji(word) and not furigana.is_checked(word, reading):
                found.setdefault((word, reading), text.strip())
    for (word, reading), text in sorted(found.items()):
        at = max(text.find(word) - 12, 0)
        print(f"{word}: {reading}    # {text[at : at + 40]}")
    print(f"{len(found)} readings to check", file=sys.stderr)
    return 0


def _texts(locale: str):
    folder = ROOT / "docs" / locale
    for path in sorted(folder.glob("*.md")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield from _MARKUP.split(line)
    own = yaml.safe_load((folder / "strings.yml").read_text(encoding="utf-8"))
    ios = [
        found["words"][SOURCE]
        for name in ("labels", "messages")
        for found in yaml.safe_load((ROOT / f"facts/{name}.yml").read_text(encoding="utf-8"))[
            name
        ].values()
    ]
    for text in [*_leaves(own), *ios]:
        yield from _MARKUP.split(text)


def _leaves(value):
    if isinstance(value, dict):
        for inner in value.values():
            yield from _leaves(inner)
    elif isinstance(value, str):
        yield value


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
