"""The few words of SMTP and IMAP that are said to a server. None of them logs in."""

from typing import Protocol

from mail_servers.connection import Connection, Misbehaved, NotHeard, quoted

# Ways to log in with a password, by what facts/settings.yml calls it.
MECHANISMS = {
    "password": (
        "PLAIN",
        "LOGIN",
        "CRAM-MD5",
        "DIGEST-MD5",
        "SCRAM-SHA-1",
        "SCRAM-SHA-1-PLUS",
        "SCRAM-SHA-256",
        "SCRAM-SHA-256-PLUS",
    )
}


class Conversation(Protocol):
    """What a server offers, asked for in its own protocol.

    Each function raises ``NotHeard`` when the server is silent, leaves or does not want to talk to
    us, and ``Misbehaved`` when it answers in another protocol.
    """

    def greeting(self) -> None:
        """Reads the server's first words."""

    def capabilities(self) -> list[str]:
        """Asks what the server offers: one text each, in capitals."""

    def start_tls(self) -> None:
        """Asks for TLS; when it returns, the server waits for it to begin."""

    def leave(self) -> None:
        """Says goodbye, and does not wait for an answer."""


class Smtp:
    """RFC 5321 and 3207."""

    def __init__(self, connection: Connection):
        self._connection = connection

    def greeting(self) -> None:
        self._answer("220")

    def capabilities(self) -> list[str]:
        self._connection.send(f"EHLO {self._connection.own_address()}")
        return [line.upper() for line in self._answer("250")[1:]]

    def start_tls(self) -> None:
        self._connection.send("STARTTLS")
        self._answer("220", refusal=Misbehaved)

    def leave(self) -> None:
        self._connection.send("QUIT")

    def _answer(self, code: str, refusal: type[Exception] = NotHeard) -> list[str]:
        lines = []
        while True:
            line = self._connection.line()
            if not line[:3].isdecimal() or line[3:4] not in ("", " ", "-"):
                raise Misbehaved(f"it does not speak SMTP: {quoted(line)}")
            if not line.startswith(code):
                # To be refused says something about us or about now, not about the settings.
                raise refusal(f"the server refuses: {quoted(line)}")
            lines.append(line[4:].strip())
            if line[3:4] != "-":
                return lines


class Imap:
    """RFC 9051."""

    def __init__(self, connection: Connection):
        self._connection = connection
        self._count = 0

    def greeting(self) -> None:
        line = self._connection.line()
        if line.upper().startswith("* BYE"):
            raise NotHeard(f"the server refuses: {quoted(line)}")
        if not line.upper().startswith("* OK"):
            raise Misbehaved(f"it does not speak IMAP: {quoted(line)}")

    def capabilities(self) -> list[str]:
        found: list[str] = []
        for line in self._ask("CAPABILITY", refusal=NotHeard):
            words = line.upper().split()
            if words[:2] == ["*", "CAPABILITY"]:
                found += words[2:]
        return found

    def start_tls(self) -> None:
        self._ask("STARTTLS", refusal=Misbehaved)

    def leave(self) -> None:
        self._connection.send("z LOGOUT")

    def _ask(self, command: str, refusal: type[Exception]) -> list[str]:
        self._count += 1
        tag = f"a{self._count}"
        self._connection.send(f"{tag} {command}")
        lines = []
        while True:
            line = self._connection.line()
            if line.startswith(f"{tag} "):
                if not line.upper().startswith(f"{tag.upper()} OK"):
                    raise refusal(f"the server refuses: {quoted(line)}")
                return lines
            if line.upper().startswith("* BYE"):
                raise NotHeard(f"the server refuses: {quoted(line)}")
            if not line.startswith("* "):
                raise Misbehaved(f"it does not speak IMAP: {quoted(line)}")
            lines.append(line)


PROTOCOLS: dict[str, type[Conversation]] = {"imap": Imap, "smtp": Smtp}


def mechanisms(protocol: str, capabilities: list[str]) -> list[str]:
    """The ways to log in that the capabilities name; IMAP's own command is ``LOGIN command``."""
    if protocol == "smtp":
        # Old servers write "AUTH=LOGIN" beside "AUTH LOGIN".
        lines = [line.replace("=", " ").split() for line in capabilities]
        found = [word for words in lines if words[:1] == ["AUTH"] for word in words[1:]]
    else:
        found = [word.removeprefix("AUTH=") for word in capabilities if word.startswith("AUTH=")]
        if "LOGINDISABLED" not in capabilities:
            found.append("LOGIN command")
    return list(dict.fromkeys(found))


def takes(authentication: str, found: list[str]) -> bool:
    """Whether one of the ways found is the documented one."""
    return any(name in (*MECHANISMS[authentication], "LOGIN command") for name in found)
