"""Lists what is stale, missing or unreviewed in the translations, or records what was translated.

Usage:
    translations.py                     the list
    translations.py --record vi         docs/vi translates the Japanese as it is now
    translations.py --record vi network only this page
"""

import sys

from guide.problem import Problem
from guide.words.translation import FILE, SOURCE, STRINGS, changes, marks, read, record, written
from site_build import ROOT
from site_reader import languages


def main(arguments: list[str]) -> int:
    slugs = sorted(path.stem for path in (ROOT / "docs" / SOURCE).glob("*.md"))
    now = marks(ROOT, slugs)
    try:
        if arguments[:1] == ["--record"]:
            return _record(now, arguments[1], arguments[2:] or [*slugs, STRINGS])
        return _list(now, slugs)
    except (Problem, IndexError) as problem:
        print(problem if isinstance(problem, Problem) else __doc__, file=sys.stderr)
        return 1


def _record(now: dict, locale: str, pages: list[str]) -> int:
    path = ROOT / "docs" / locale / FILE
    then = read(ROOT, locale) if path.exists() else None
    path.write_text(written(record(now, then, pages)), encoding="utf-8")
    return 0


def _list(now: dict, slugs: list[str]) -> int:
    stale = missing = unreviewed = 0
    for language in languages(ROOT):
        locale = language["locale"]
        if locale == SOURCE:
            continue
        folder = ROOT / "docs" / locale
        if not (folder / FILE).exists():
            print(f"{locale}: docs/{locale}/{FILE} is missing: `make translated LOCALE={locale}`")
            missing += 1
            continue
        then = read(ROOT, locale)
        for change in changes(now, then):
            what = "facts changed" if change.kind == "facts" else "wording changed"
            print(f"{locale}  {change.page}  #{change.section}  {what}")
            stale += 1
        for slug in slugs:
            if not (folder / f"{slug}.md").exists():
                print(f"{locale}  {slug}  missing")
                missing += 1
        pages = [slug for slug in slugs if slug in then.pages and not then.pages[slug].reviewed]
        if pages:
            every = len(pages) == len(slugs)
            print(f"{locale}  {'every page' if every else ', '.join(pages)}  unreviewed")
            unreviewed += len(pages)
    print(f"{stale} sections stale, {missing} missing, {unreviewed} pages unreviewed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
