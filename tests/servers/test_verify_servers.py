"""`make verify-servers` looks at real servers, right and wrong ones, and never logs in."""

import imaplib
import itertools
import json
import re
import smtplib
import socket
import ssl
import threading
import time
from types import SimpleNamespace

import pytest
import verify_servers
from fake_server import FakeServer, saying
from mail_servers.check import check, check_all
from mail_servers.endpoints import Endpoint
from real_servers import LOOPBACK, free_port

IMAP, IMAP_STARTTLS = ("imap", "implicit-tls"), ("imap", "starttls")
SMTP, SMTP_STARTTLS = ("smtp", "implicit-tls"), ("smtp", "starttls")
WAYS = [IMAP, IMAP_STARTTLS, SMTP, SMTP_STARTTLS]
KINDS = ["good", "ending", "expired", "other-name", "self-signed"]

ALL = ["TLS version", "certificate", "certificate name", "days left", "authentication"]


def at(way: tuple, place: tuple[str, int], host: str = "good.example.test") -> Endpoint:
    """An endpoint of this protocol and encryption, documented at a port where nothing is."""
    protocol, encryption = way
    return Endpoint(protocol, host, 1, encryption, "password", connect_to=tuple(place[:2]))


@pytest.fixture
def real(dovecot, postfix):
    """Gives the endpoint of a real server, by its way and what is the matter with it."""

    def endpoint(way: tuple, kind: str) -> Endpoint:
        protocol, encryption = way
        encryption = "starttls" if encryption == "starttls" else "tls"
        if protocol == "imap":
            port = dovecot.ports[encryption]
        else:
            port = postfix.ports.get(f"{kind}-{encryption}") or postfix.ports[kind]
        host = f"{kind}.example.test" if kind in KINDS else "good.example.test"
        return at(way, (LOOPBACK, port), host)

    return endpoint


def look(endpoint: Endpoint, authority=None, seconds: float = 15) -> dict[str, tuple[str, str]]:
    """State and detail by value."""
    ca_file = str(authority.file) if authority else None
    report = check(endpoint, ca_file, seconds)
    return {result.value: (result.state.value, result.detail) for result in report.results}


def states(found: dict, values: list[str] = ALL) -> list[str]:
    return [found[value][0] for value in values]


@pytest.mark.parametrize("way", WAYS)
def test_a_good_server(real, authority, way):
    found = look(real(way, "good"), authority)
    assert found["reachable"] == ("ok", "127.0.0.1 answers")
    assert states(found) == ["ok"] * 5
    assert re.fullmatch(r"TLSv1\.[23]", found["TLS version"][1])
    assert found["certificate"][1] == "trusted; issuer: CN=Authority of the tests"
    assert found["certificate name"][1] == "good.example.test is among: good.example.test"
    assert found["days left"][1].startswith("90, until 20")
    command = ", LOGIN command" if way[0] == "imap" else ""
    assert found["authentication"][1] == f"offered: PLAIN, LOGIN{command}"


@pytest.mark.parametrize("way", WAYS)
def test_a_certificate_that_ends_soon(real, authority, way):
    found = look(real(way, "ending"), authority)
    assert states(found) == ["ok", "ok", "ok", "soon", "ok"]
    assert found["days left"][1].startswith("5, until 20")


@pytest.mark.parametrize("way", WAYS)
def test_an_expired_certificate(real, authority, way):
    found = look(real(way, "expired"), authority)
    assert states(found) == ["not checked", "wrong", "not checked", "wrong", "not checked"]
    assert re.fullmatch(r"refused: expired on \d{4}-\d\d-\d\d", found["certificate"][1])
    assert found["days left"][1].startswith("-3, ended on 20")


@pytest.mark.parametrize("way", WAYS)
def test_a_certificate_of_another_name(real, authority, way):
    found = look(real(way, "other-name"), authority)
    assert states(found) == ["not checked", "wrong", "wrong", "not checked", "not checked"]
    assert found["certificate name"][1] == (
        "other-name.example.test is not among: elsewhere.example.test"
    )


@pytest.mark.parametrize("way", WAYS)
def test_a_self_signed_certificate(real, authority, way):
    found = look(real(way, "self-signed"), authority)
    assert states(found) == [
        "not checked",
        "wrong",
        "not checked",
        "not checked",
        "not checked",
    ]
    assert found["certificate"][1] == "refused: self-signed"
    assert "self-signed.example.test" in found["certificate name"][1]


@pytest.mark.parametrize("way", WAYS)
def test_the_systems_trust_store_is_used_unless_another_is_named(real, way):
    found = look(real(way, "good"))
    assert found["certificate"] == (
        "wrong",
        "refused: unknown issuer: CN=Authority of the tests",
    )
    assert "ok" not in states(found)


def test_a_server_without_starttls(real, authority):
    found = look(real(SMTP_STARTTLS, "no-starttls"), authority)
    assert found["reachable"][0] == "ok"
    state, detail = found["STARTTLS"]
    assert state == "wrong"
    assert detail.startswith("not offered; offered: PIPELINING, ")
    assert states(found) == ["not checked"] * 5


def test_a_server_that_offers_no_login(real, authority):
    found = look(real(SMTP_STARTTLS, "no-auth"), authority)
    assert states(found) == ["ok", "ok", "ok", "ok", "wrong"]
    assert found["authentication"][1] == "offered: nothing"


def test_login_before_tls_is_noted(real, authority):
    early = look(real(SMTP_STARTTLS, "early-auth"), authority)["login before TLS"]
    assert early == ("note", "offered without encryption: PLAIN, LOGIN")
    late = look(real(SMTP_STARTTLS, "good"), authority)["login before TLS"]
    assert late == ("ok", "not offered")


def test_tls_from_the_start_where_the_server_speaks_first(real, authority, postfix):
    place = (LOOPBACK, postfix.ports["good-starttls"])
    found = look(at(SMTP, place), authority)
    assert found["TLS version"][0] == "wrong"
    assert found["TLS version"][1].startswith("no TLS: ")


# What the servers themselves write about their clients.


def said_to_postfix(log: str) -> list[str]:
    """The commands that Postfix writes down."""
    return re.findall(r" < \S*\[127\.0\.0\.1\]: (\S*)", log)


def since(server, before: str, clients: int, ends: str) -> str:
    """What a server has logged since, once so many clients' ends stand there."""
    end = time.monotonic() + 20
    while True:
        log = server.lines()[len(before) :]
        if len(re.findall(ends, log)) >= clients:
            return log
        assert time.monotonic() < end, log
        time.sleep(0.05)


def test_nothing_is_said_that_logs_in(real, authority, dovecot, postfix):
    imap_before, smtp_before = dovecot.lines(), postfix.lines()
    endpoints = [real(way, kind) for way in WAYS for kind in KINDS]
    endpoints += [real(SMTP_STARTTLS, kind) for kind in ("no-starttls", "no-auth", "early-auth")]
    check_all(endpoints, str(authority.file))

    # Ten endpoints a server (Postfix has three more); of five kinds, three are fetched twice.
    log = since(dovecot, imap_before, 16, "imap-login: Info: ")
    for line in re.findall("imap-login: Info: .*", log):
        assert "no auth attempts" in line or "disconnected before auth was ready" in line, line
    log = since(postfix, smtp_before, 19, " disconnect from ")
    assert set(said_to_postfix(log)) == {"EHLO", "STARTTLS", "QUIT"}


@pytest.mark.parametrize(
    ("way", "port", "said"),
    [(SMTP, "watched-tls", []), (SMTP_STARTTLS, "watched-starttls", ["EHLO", "STARTTLS"])],
)
def test_nothing_is_said_once_a_certificate_is_refused(real, authority, postfix, way, port, said):
    endpoint = at(way, (LOOPBACK, postfix.ports[port]), "watched.example.test")
    assert look(endpoint, authority)["certificate"][0] == "wrong"
    log = since(postfix, "", 2, f" {port}/smtpd.* disconnect from ")
    # Twice: the second time to read the certificate.
    lines = "\n".join(line for line in log.splitlines() if f" {port}/smtpd" in line)
    assert said_to_postfix(lines) == said * 2


def test_a_login_would_be_seen(dovecot, postfix):
    """The tests above rest on it."""
    context = ssl._create_unverified_context()
    before = dovecot.lines()
    with imaplib.IMAP4_SSL(LOOPBACK, dovecot.ports["tls"], ssl_context=context) as imap:
        imap.login("somebody", "never-asked-for")
    log = since(dovecot, before, 1, "imap-login: Info: Login: ")
    assert "imap-login: Info: Login: user=<somebody>" in log
    before = postfix.lines()
    with smtplib.SMTP_SSL(LOOPBACK, postfix.ports["good-tls"], context=context) as smtp:
        smtp.login("somebody", "never-asked-for")
    log = since(postfix, before, 1, " good-tls/smtpd.* disconnect from .* auth=1 ")
    assert "AUTH" in said_to_postfix(log)


# Servers that say nothing, or nonsense.


def not_checked(found: dict) -> bool:
    return {state for state, _ in found.values()} == {"not checked"}


@pytest.mark.parametrize("way", WAYS)
def test_a_server_that_never_answers(way):
    with FakeServer(lambda client: client.recv(1 << 16) and client.recv(1)) as server:
        found = look(at(way, server.place), seconds=0.5)
    assert not_checked(found)
    assert found["reachable"][1] == "no answer within 0.5 s"


@pytest.mark.parametrize("way", WAYS)
def test_a_server_that_closes_at_once(way):
    with FakeServer(lambda client: None) as server:
        found = look(at(way, server.place))
    assert not_checked(found)


@pytest.mark.parametrize("way", WAYS)
def test_nothing_listens(way):
    found = look(at(way, (LOOPBACK, free_port())))
    assert not_checked(found)
    assert found["reachable"][1] == "127.0.0.1: Connection refused"


@pytest.mark.parametrize("way", WAYS)
def test_a_host_without_an_address(way, monkeypatch):
    def unknown(*_, **__):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    found = look(at(way, ("nowhere.example.test", 1)))
    assert not_checked(found)
    assert found["reachable"][1] == (
        "nowhere.example.test could not be resolved: Name or service not known"
    )


def test_a_name_server_that_is_too_slow(monkeypatch):
    over = threading.Event()
    addresses = socket.getaddrinfo(LOOPBACK, free_port(), type=socket.SOCK_STREAM)

    def slowly(*_, **__):
        over.wait(2)
        return addresses

    monkeypatch.setattr(socket, "getaddrinfo", slowly)
    found = look(at(IMAP, ("nowhere.example.test", 1)), seconds=0.3)
    over.set()
    assert not_checked(found)
    assert found["reachable"][1] == (
        "nowhere.example.test could not be resolved: no answer within 0.3 s"
    )


@pytest.mark.parametrize("way", WAYS)
def test_garbage(way):
    with FakeServer(saying(b"\x07\x1b[31mnonsense \xff\xfe\r\n" * 3)) as server:
        found = look(at(way, server.place))
    assert [state for state, _ in found.values()].count("wrong") == 1
    assert states(found, ALL[1:]) == ["not checked"] * 4
    assert all(detail.isascii() and detail.isprintable() for _, detail in found.values())


@pytest.mark.parametrize(
    ("way", "greeting"), [(IMAP, b"220 hello\r\n"), (SMTP, b"* OK hello\r\n")], ids=str
)
def test_the_wrong_protocol_inside_tls(authority, certificates, way, greeting):
    with FakeServer(saying(greeting), certificates["good"]) as server:
        found = look(at(way, server.place), authority)
    assert states(found) == ["ok", "ok", "ok", "ok", "wrong"]
    assert "it does not speak" in found["authentication"][1]


def test_an_answer_without_end():
    with FakeServer(saying(b"220 " + b"x" * 1_000_000)) as server:
        found = look(at(SMTP_STARTTLS, server.place))
    assert found["STARTTLS"][0] == "wrong"
    assert found["STARTTLS"][1].startswith("it answers without end")


def test_lines_without_end():
    with FakeServer(saying(b"220-more\r\n" * 100_000)) as server:
        found = look(at(SMTP_STARTTLS, server.place))
    assert found["STARTTLS"][1].startswith("it answers without end")


def test_an_answer_a_byte_at_a_time_is_not_waited_for(monkeypatch):
    """The clock is ours: a second passes each time that it is looked at."""

    def drip(client: socket.socket) -> None:
        while True:
            client.sendall(b"2")
            time.sleep(0.01)

    seconds = itertools.count()
    clock = SimpleNamespace(monotonic=lambda: next(seconds))
    monkeypatch.setattr("mail_servers.connection.time", clock)
    with FakeServer(drip) as server:
        found = look(at(SMTP_STARTTLS, server.place), seconds=60)
        assert server.left.wait(60)
    assert found["reachable"][0] == "ok"
    assert found["STARTTLS"][1].startswith("its answer breaks off")


def test_a_server_that_refuses_us_is_not_called_wrong():
    with FakeServer(saying(b"554 not you\r\n")) as server:
        found = look(at(SMTP_STARTTLS, server.place))
    assert found.pop("reachable")[0] == "ok"
    assert not_checked(found)
    assert found["STARTTLS"][1] == 'the server refuses: "554 not you"'


def test_a_server_that_refuses_starttls():
    answers = b"220 hello\r\n", b"250-hello\r\n250 STARTTLS\r\n", b"454 no key\r\n"
    with FakeServer(saying(*answers)) as server:
        found = look(at(SMTP_STARTTLS, server.place))
    assert found["TLS version"] == ("wrong", 'the server refuses: "454 no key"')


def test_words_slipped_in_before_tls():
    answers = b"220 hello\r\n", b"250-hello\r\n250 STARTTLS\r\n", b"220 go\r\n250 AUTH PLAIN\r\n"
    with FakeServer(saying(*answers)) as server:
        found = look(at(SMTP_STARTTLS, server.place))
    assert found["TLS version"] == ("wrong", 'it goes on without TLS: "250 AUTH PLAIN"')


def test_no_way_to_log_in_with_a_password(authority, certificates):
    answers = (
        b"* OK hello\r\n",
        b"* CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=XOAUTH2\r\na1 OK done\r\n",
    )
    with FakeServer(saying(*answers), certificates["good"]) as server:
        found = look(at(IMAP, server.place), authority)
    assert found["authentication"] == ("wrong", "offered: XOAUTH2")


# The whole command.


def run(authority, endpoints: list[Endpoint], *options: str) -> int:
    return verify_servers.main(["--ca-file", str(authority.file), *options], endpoints)


def test_the_command_prints_one_table(real, authority, capsys):
    code = run(authority, [real(IMAP, "good"), real(SMTP_STARTTLS, "good"), real(SMTP, "good")])
    out = capsys.readouterr().out
    assert code == 0
    assert len(re.findall(r"  ok  ", out)) == 6 + 8 + 6
    assert out.endswith("\n\nExit code 0: every value was seen and is as documented.\n")
    assert out.isascii()


def test_the_command_fails_for_one_wrong_server(real, authority):
    refused = at(SMTP, (LOOPBACK, free_port()))
    assert run(authority, [real(IMAP, "good"), real(SMTP, "expired"), refused]) == 1
    assert run(authority, [real(IMAP, "good"), real(SMTP, "ending")]) == 1


def test_the_command_tells_what_it_could_not_check(real, authority, capsys):
    refused = at(SMTP, (LOOPBACK, free_port()))
    assert run(authority, [real(IMAP, "good"), refused], "--json") == 2
    found = json.loads(capsys.readouterr().out)
    assert found["exit"] == 2
    states = [{value["state"] for value in server["values"]} for server in found["servers"]]
    assert states == [{"ok"}, {"not checked"}]


def test_a_mistake_on_the_command_line_is_no_result(capsys):
    with pytest.raises(SystemExit) as ended:
        verify_servers.main(["--ca-file", "/nowhere"])
    assert ended.value.code == 3
    assert "/nowhere is no file" in capsys.readouterr().err
