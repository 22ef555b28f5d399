"""Looks whether the mail servers are as facts/settings.yml says. It never logs in.

Prints one table. Exit code:
    0  every value was seen and is as documented
    1  something is wrong, or will be soon (a certificate with less than 14 days left)
    2  nothing is wrong, but not every value could be checked from here
    3  it could not begin: a mistake in facts/settings.yml or on the command line
"""

import argparse
import ssl
import sys
from pathlib import Path

from guide.facts.settings import Settings
from guide.facts.yaml_file import read_model
from guide.problem import Problem
from mail_servers.certificate import trusting_context
from mail_servers.check import check_all
from mail_servers.endpoints import Endpoint, documented
from mail_servers.report import MEANINGS, as_json, exit_code, table

ROOT = Path(__file__).parent.parent


class _Parser(argparse.ArgumentParser):
    def error(self, message: str):
        # argparse's own code would be 2.
        self.exit(3, f"{self.prog}: {message}\n")


def main(arguments: list[str], endpoints: list[Endpoint] | None = None) -> int:
    """Checks these endpoints, by default those of facts/settings.yml, and prints what it found.

    Returns:
        The exit code.
    """
    parser = _Parser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print JSON instead of the table")
    parser.add_argument(
        "--ca-file", type=_file, help="trust these certificates (PEM) instead of the system's"
    )
    options = parser.parse_args(arguments)
    if endpoints is None:
        try:
            endpoints = documented(read_model(ROOT / "facts/settings.yml", Settings, ROOT))
        except Problem as problem:
            print(problem, file=sys.stderr)
            return 3
    reports = check_all(endpoints, options.ca_file)
    code = exit_code(reports)
    if options.json:
        print(as_json(reports))
    else:
        print(f"{table(reports)}\n\nExit code {code}: {MEANINGS[code]}.")
    return code


def _file(name: str) -> str:
    if not Path(name).is_file():
        raise argparse.ArgumentTypeError(f"{name} is no file")
    try:
        trusting_context(name)
    except OSError as error:
        reason = "no PEM" if isinstance(error, ssl.SSLError) else error.strerror
        raise argparse.ArgumentTypeError(f"no certificate in {name}: {reason}") from None
    return name


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
