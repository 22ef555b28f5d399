"""Which servers are looked at, and how what was found is told."""

import json
import subprocess

import pytest
import yaml
from guide.facts.settings import Settings
from guide.facts.yaml_file import read_model
from mail_servers.endpoints import Endpoint, documented
from mail_servers.protocols import mechanisms, takes
from mail_servers.report import MEANINGS, Report, Result, State, as_json, exit_code, table
from site_build import ROOT

ENDPOINT = Endpoint("imap", "mail.example.test", 1993, "implicit-tls", "password")


def settings(**changes) -> Settings:
    """facts/settings.yml, with some values changed: ``imap__port=1`` is ``imap.port``."""
    data = read_model(ROOT / "facts/settings.yml", Settings, ROOT).model_dump(by_alias=True)
    for name, value in changes.items():
        *path, last = name.replace("_tls", "-tls").split("__")
        place = data
        for key in path:
            place = place[key]
        place[last] = value if last == "first" else {**place[last], "value": value}
    return Settings.model_validate(data)


def test_the_endpoints_are_those_of_the_facts():
    facts = settings()
    found = {(e.protocol, e.host, e.port, e.encryption) for e in documented(facts)}
    imap, smtp = facts.imap, facts.smtp
    assert found == {
        ("imap", imap.host.value, imap.port.value, imap.encryption.value),
        ("smtp", smtp.host.value, smtp.starttls.port.value, "starttls"),
        ("smtp", smtp.host.value, smtp.implicit_tls.port.value, "implicit-tls"),
    }
    assert all(endpoint.connect_to is None for endpoint in documented(facts))


def test_a_changed_fact_is_a_changed_endpoint():
    facts = settings(
        imap__host="in.example.test",
        imap__port=1143,
        imap__encryption="starttls",
        smtp__host="out.example.test",
        smtp__first="implicit-tls",
        smtp__starttls__port=1587,
        smtp__implicit_tls__port=1465,
    )
    assert [str(endpoint) for endpoint in documented(facts)] == [
        "imap in.example.test:1143 starttls",
        "smtp out.example.test:1465 implicit-tls",
        "smtp out.example.test:1587 starttls",
    ]


def reports(*states: State) -> list[Report]:
    results = tuple(Result(f"value {n}", state, "detail") for n, state in enumerate(states))
    return [Report(ENDPOINT, results)]


@pytest.mark.parametrize(
    ("states", "code"),
    [
        ([State.OK, State.OK], 0),
        ([State.OK, State.NOTE], 0),
        ([State.OK, State.WRONG], 1),
        ([State.OK, State.SOON], 1),
        ([State.WRONG, State.NOT_CHECKED], 1),
        ([State.SOON, State.NOT_CHECKED], 1),
        ([State.OK, State.NOT_CHECKED], 2),
        ([], 2),
    ],
    ids=str,
)
def test_exit_codes(states, code):
    assert exit_code(reports(*states)) == code
    assert json.loads(as_json(reports(*states)))["meaning"] == MEANINGS[code]


def test_one_wrong_server_is_enough():
    assert exit_code(reports(State.OK) + reports(State.WRONG) + reports(State.NOT_CHECKED)) == 1


def test_the_table_is_aligned():
    assert table(reports(State.OK, State.NOT_CHECKED)).splitlines() == [
        "server                                    value    state        detail",
        "----------------------------------------  -------  -----------  ------",
        "imap mail.example.test:1993 implicit-tls  value 0  ok           detail",
        "imap mail.example.test:1993 implicit-tls  value 1  not checked  detail",
    ]


@pytest.mark.parametrize(
    ("protocol", "capabilities", "found", "password"),
    [
        ("smtp", ["SIZE 10", "AUTH PLAIN LOGIN"], ["PLAIN", "LOGIN"], True),
        ("smtp", ["AUTH=LOGIN", "AUTH LOGIN"], ["LOGIN"], True),
        ("smtp", ["AUTH XOAUTH2"], ["XOAUTH2"], False),
        ("smtp", ["STARTTLS"], [], False),
        ("imap", ["IMAP4REV1"], ["LOGIN command"], True),
        ("imap", ["AUTH=PLAIN", "LOGINDISABLED"], ["PLAIN"], True),
        ("imap", ["AUTH=XOAUTH2", "LOGINDISABLED"], ["XOAUTH2"], False),
    ],
    ids=str,
)
def test_ways_to_log_in(protocol, capabilities, found, password):
    assert mechanisms(protocol, capabilities) == found
    assert takes("password", found) is password


@pytest.mark.parametrize(("code", "fails", "warns"), [(0, 0, False), (1, 1, False), (2, 0, True)])
def test_the_weekly_workflow(tmp_path, code, fails, warns):
    """Its step, run by the shell that GitHub runs it with, with a script that ends with a code."""
    workflow = yaml.safe_load((ROOT / ".github/workflows/servers.yml").read_text("utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    (job,) = workflow["jobs"].values()
    step = next(step for step in job["steps"] if "verify_servers.py" in step.get("run", ""))
    python = tmp_path / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\ntest "$1" = scripts/verify_servers.py && echo seen\nexit {code}')
    python.chmod(0o755)
    summary = tmp_path / "summary"
    done = subprocess.run(
        ["bash", "-e", "-c", step["run"]],
        cwd=tmp_path,
        env={"GITHUB_STEP_SUMMARY": str(summary), "PATH": "/usr/bin:/bin", **step.get("env", {})},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == fails
    assert ("::warning" in done.stdout) is warns
    assert "seen" in done.stdout
    assert summary.read_text() == "```text\nseen\n```\n"
    assert (ROOT / "scripts/verify_servers.py").is_file()
