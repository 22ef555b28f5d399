"""What was found, value by value, as a table, as JSON and as an exit code."""

import json
from dataclasses import dataclass
from enum import StrEnum

from mail_servers.endpoints import Endpoint


class State(StrEnum):
    OK = "ok"
    NOTE = "note"  # worth knowing, and no contradiction to what is documented
    SOON = "soon"  # right today, wrong before long
    WRONG = "wrong"
    NOT_CHECKED = "not checked"


@dataclass(frozen=True)
class Result:
    """What was found about one value. ``detail`` is ASCII, in one line."""

    value: str
    state: State
    detail: str


@dataclass(frozen=True)
class Report:
    endpoint: Endpoint
    results: tuple[Result, ...]


MEANINGS = {
    0: "every value was seen and is as documented",
    1: "something is wrong, or will be soon",
    2: "nothing is wrong, but not every value could be checked from here",
}


def exit_code(reports: list[Report]) -> int:
    """A key of ``MEANINGS``. To have checked nothing at all is 2, never 0."""
    states = {result.state for report in reports for result in report.results}
    if states & {State.WRONG, State.SOON}:
        return 1
    return 2 if State.NOT_CHECKED in states or not states else 0


def table(reports: list[Report]) -> str:
    """One line a value, in aligned columns, in ASCII."""
    rows = [("server", "value", "state", "detail")]
    rows += [
        (str(report.endpoint), result.value, result.state.value, result.detail)
        for report in reports
        for result in report.results
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    rows.insert(1, tuple("-" * width for width in (*widths, len(rows[0][3]))))
    lines = ["  ".join([*map(str.ljust, row, widths), row[3]]).rstrip() for row in rows]
    return "\n".join(lines)


def as_json(reports: list[Report]) -> str:
    """The same for programs: exit code, its meaning, and each server with its values."""
    code = exit_code(reports)
    servers = [
        {
            "protocol": report.endpoint.protocol,
            "host": report.endpoint.host,
            "port": report.endpoint.port,
            "encryption": report.endpoint.encryption,
            "values": [
                {"value": result.value, "state": result.state.value, "detail": result.detail}
                for result in report.results
            ],
        }
        for report in reports
    ]
    return json.dumps({"exit": code, "meaning": MEANINGS[code], "servers": servers}, indent=2)
