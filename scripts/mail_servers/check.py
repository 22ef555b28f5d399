"""Looks at the documented endpoints, value by value."""

import ssl
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime

from mail_servers.certificate import (
    OTHER_NAME,
    Certificate,
    read,
    reading_context,
    reason,
    trusting_context,
)
from mail_servers.connection import Connection, Deadline, Misbehaved, NotHeard, printable, resolve
from mail_servers.endpoints import Endpoint
from mail_servers.protocols import PROTOCOLS, Conversation, mechanisms, takes
from mail_servers.report import Report, Result, State

SECONDS = 15
FEW_DAYS = 14

REACHABLE = "reachable"
STARTTLS = "STARTTLS"
EARLY_LOGIN = "login before TLS"
TLS = "TLS version"
CERTIFICATE = "certificate"
NAME = "certificate name"
DAYS = "days left"
LOGIN = "authentication"


def check_all(
    endpoints: list[Endpoint], ca_file: str | None = None, seconds: float = SECONDS
) -> list[Report]:
    """Looks at several endpoints at once; see ``check``."""
    with ThreadPoolExecutor(max_workers=max(len(endpoints), 1)) as pool:
        return list(pool.map(lambda endpoint: check(endpoint, ca_file, seconds), endpoints))


def check(endpoint: Endpoint, ca_file: str | None = None, seconds: float = SECONDS) -> Report:
    """Looks at one endpoint, in no more than these seconds, and never logs in.

    "wrong" is said only of what the server itself said. Silence, a refused or a closed connection
    may come from anything on the way: these values are "not checked".

    A certificate that the system's trust store refuses is fetched a second time, from the same
    address, over a connection that does not verify. That one ends as soon as the certificate is
    there; no value seen on it is ever "ok".

    Args:
        endpoint: what is documented.
        ca_file: certificates to trust instead of the system's.
        seconds: after these, whatever is left is "not checked".

    Returns:
        Every value of ``_values(endpoint)``, in that order.
    """
    found = _Found(endpoint)
    deadline = Deadline(seconds)
    connection = None
    try:
        place = endpoint.connect_to or (endpoint.host, endpoint.port)
        connection = Connection(resolve(*place, deadline), deadline)
        with connection:
            _look(endpoint, connection, found, trusting_context(ca_file), deadline)
    except (NotHeard, Misbehaved) as trouble:
        if connection is not None and connection.heard:
            found.reached(connection)
        if isinstance(trouble, Misbehaved):
            found.next(State.WRONG, str(trouble))
            found.rest("not asked after that")
        else:
            found.rest(str(trouble))
    return Report(endpoint, found.results())


def _look(
    endpoint: Endpoint,
    connection: Connection,
    found: "_Found",
    context: ssl.SSLContext,
    deadline: Deadline,
) -> None:
    talk = PROTOCOLS[endpoint.protocol](connection)
    if endpoint.encryption == "starttls":
        _until_tls(endpoint, connection, talk, found)
    try:
        connection.start_tls(context, endpoint.host)
    except ssl.SSLCertVerificationError as refused:
        found.reached(connection)
        _refused(endpoint, connection.address, refused, found, deadline)
        return
    found.reached(connection)
    found.add(TLS, State.OK, connection.tls_version())
    _accepted(endpoint, _read(connection), found)
    if endpoint.encryption == "implicit-tls":
        talk.greeting()
    offered = mechanisms(endpoint.protocol, talk.capabilities())
    state = State.OK if takes(endpoint.authentication, offered) else State.WRONG
    found.add(LOGIN, state, f"offered: {_listed(offered)}")
    _leave(talk)


def _until_tls(
    endpoint: Endpoint, connection: Connection, talk: Conversation, found: "_Found"
) -> None:
    talk.greeting()
    found.reached(connection)
    offers = talk.capabilities()
    early = mechanisms(endpoint.protocol, offers)
    if "STARTTLS" not in offers:
        _leave(talk)
        raise Misbehaved(f"not offered; offered: {_listed(offers)}")
    found.add(STARTTLS, State.OK, "offered")
    if early:
        found.add(EARLY_LOGIN, State.NOTE, f"offered without encryption: {_listed(early)}")
    else:
        found.add(EARLY_LOGIN, State.OK, "not offered")
    talk.start_tls()


def _accepted(endpoint: Endpoint, certificate: Certificate, found: "_Found") -> None:
    found.add(CERTIFICATE, State.OK, f"trusted; issuer: {certificate.issuer}")
    found.add(NAME, State.OK, f"{endpoint.host} is among: {certificate.names}")
    days = certificate.days_left(datetime.now(UTC))
    state = State.OK if days >= FEW_DAYS else State.SOON
    found.add(DAYS, state, f"{days}, until {certificate.ends:%Y-%m-%d}")


def _refused(
    endpoint: Endpoint,
    address: tuple,
    refused: ssl.SSLCertVerificationError,
    found: "_Found",
    deadline: Deadline,
) -> None:
    try:
        certificate, version = _certificate_only(endpoint, address, deadline)
    except (NotHeard, Misbehaved):
        found.add(CERTIFICATE, State.WRONG, f"refused: {reason(refused, None)}")
        found.rest("the certificate is refused, and could not be read")
        return
    found.add(TLS, State.NOT_CHECKED, f"{version}, with the certificate refused")
    found.add(CERTIFICATE, State.WRONG, f"refused: {reason(refused, certificate)}")
    if refused.verify_code == OTHER_NAME:
        found.add(NAME, State.WRONG, f"{endpoint.host} is not among: {certificate.names}")
    else:
        found.add(NAME, State.NOT_CHECKED, f"the refused certificate says: {certificate.names}")
    days = certificate.days_left(datetime.now(UTC))
    if days < 0:
        found.add(DAYS, State.WRONG, f"{days}, ended on {certificate.ends:%Y-%m-%d}")
    else:
        detail = f"the refused certificate says: {days}, until {certificate.ends:%Y-%m-%d}"
        found.add(DAYS, State.NOT_CHECKED, detail)
    found.rest("not asked: the certificate is refused")


def _certificate_only(
    endpoint: Endpoint, address: tuple, deadline: Deadline
) -> tuple[Certificate, str]:
    """Fetches a refused certificate without verifying it, and the TLS version; says nothing."""
    with Connection([address], deadline) as connection:
        if endpoint.encryption == "starttls":
            talk = PROTOCOLS[endpoint.protocol](connection)
            talk.greeting()
            talk.capabilities()
            talk.start_tls()
        connection.start_tls(reading_context(), endpoint.host)
        return _read(connection), connection.tls_version()


def _read(connection: Connection) -> Certificate:
    try:
        return read(connection.certificate())
    except ValueError:
        raise NotHeard("the certificate cannot be read here") from None


def _leave(talk: Conversation) -> None:
    # Everything has been seen by then.
    with suppress(NotHeard):
        talk.leave()


def _listed(words: list[str]) -> str:
    return printable(", ".join(words)) or "nothing"


class _Found:
    """The results of one endpoint while they come in."""

    def __init__(self, endpoint: Endpoint):
        before = [STARTTLS, EARLY_LOGIN] if endpoint.encryption == "starttls" else []
        self._results: dict[str, Result | None] = dict.fromkeys(
            [REACHABLE, *before, TLS, CERTIFICATE, NAME, DAYS, LOGIN]
        )

    def add(self, value: str, state: State, detail: str) -> None:
        self._results[value] = Result(value, state, detail)

    def reached(self, connection: Connection) -> None:
        self.add(REACHABLE, State.OK, f"{connection.address[4][0]} answers")

    def next(self, state: State, detail: str) -> None:
        """Adds the result of the first value that has none."""
        self.add(next(name for name, result in self._results.items() if not result), state, detail)

    def rest(self, detail: str) -> None:
        """Whatever has no result is not checked."""
        for value, result in self._results.items():
            if result is None:
                self.add(value, State.NOT_CHECKED, detail)

    def results(self) -> tuple[Result, ...]:
        return tuple(self._results.values())
