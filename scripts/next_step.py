"""Prints the next free step code of a chapter, check digit included."""

import sys
from pathlib import Path

from guide.facts.steps import Steps
from guide.facts.yaml_file import read_model

ROOT = Path(__file__).parent.parent


def main() -> int:
    steps = read_model(ROOT / "facts/steps.yml", Steps, ROOT)
    if len(sys.argv) != 2 or sys.argv[1] not in steps.chapters:
        print(f"Say a chapter: make step CHAPTER={'|'.join(steps.chapters)}", file=sys.stderr)
        return 1
    print(steps.next_code(sys.argv[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
