"""One connection to a server that may say anything, as slowly and as long as it likes."""

import queue
import socket
import ssl
import threading
import time

LINE_BYTES = 8 * 1024
ALL_BYTES = 64 * 1024


class NotHeard(Exception):
    """The server said nothing that would tell right from wrong: nothing was checked."""


class Misbehaved(Exception):
    """The server said something that contradicts what is documented."""


def printable(text: str, length: int = 120) -> str:
    """What a server said as ASCII without control characters, cut to a length."""
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    plain = " ".join(plain.encode("ascii", "backslashreplace").decode("ascii").split())
    return plain if len(plain) <= length else plain[: length - 3] + "..."


def quoted(text: str) -> str:
    """The beginning of what a server said, to be named in a reason."""
    return f'"{printable(text, 60)}"'


class Deadline:
    """A moment after which nothing is waited for, for everything done at one server together."""

    def __init__(self, seconds: float):
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """The seconds left; never zero, which sockets would take for "do not wait"."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise NotHeard(self.passed())
        return left

    def passed(self) -> str:
        return f"no answer within {self.seconds:g} s"


def resolve(host: str, port: int, deadline: Deadline) -> list[tuple]:
    """The addresses of a host as ``socket.getaddrinfo`` returns them.

    Raises:
        NotHeard: it has none, or its name server did not answer in time.
    """
    answers: queue.Queue = queue.Queue()

    def ask():
        try:
            answers.put(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            answers.put(error)

    # getaddrinfo knows no time limit; a thread that hangs in it ends with the program.
    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=deadline.left())
    except queue.Empty:
        raise NotHeard(f"{host} could not be resolved: {deadline.passed()}") from None
    if isinstance(answer, Exception):
        reason = getattr(answer, "strerror", None) or str(answer)
        raise NotHeard(f"{host} could not be resolved: {printable(reason)}")
    return answer


class Connection:
    """A line-wise conversation, bounded in time and size.

    Attributes:
        heard: whether the server has said anything at all.
        address: the address info it is connected to, for a second connection to the same machine.
    """

    def __init__(self, addresses: list[tuple], deadline: Deadline):
        """Connects to the first address that accepts.

        Raises:
            NotHeard: none does.
        """
        self._deadline = deadline
        self._rest = b""
        self._bytes = 0
        self.heard = False
        failures = []
        for index, address in enumerate(addresses):
            family, kind, protocol, _, place = address
            # An address that swallows everything must leave time for the next one.
            seconds = deadline.left() / (len(addresses) - index)
            try:
                self._socket = socket.socket(family, kind, protocol)
            except OSError as error:
                failures.append(f"{place[0]}: {error.strerror}")
                continue
            try:
                self._socket.settimeout(seconds)
                self._socket.connect(place)
            except OSError as error:
                self._socket.close()
                failures.append(f"{place[0]}: {error.strerror or 'no answer'}")
            else:
                self.address = address
                return
        raise NotHeard(printable("; ".join(failures)) or "it has no address")

    def __enter__(self) -> "Connection":
        return self

    def __exit__(self, *_) -> None:
        self._socket.close()

    def own_address(self) -> str:
        """This side's address as SMTP writes it."""
        host = self._socket.getsockname()[0]
        return f"[IPv6:{host}]" if ":" in host else f"[{host}]"

    def send(self, line: str) -> None:
        """Sends one line.

        Raises:
            NotHeard: the server has gone.
        """
        self._socket.settimeout(self._deadline.left())
        try:
            self._socket.sendall(line.encode("ascii") + b"\r\n")
        except OSError as error:
            raise NotHeard(self._broken(error)) from None

    def line(self) -> str:
        """The server's next line, without its end; any byte is a character of it.

        Raises:
            NotHeard: it said nothing more.
            Misbehaved: its line does not end, or it has said far too much.
        """
        while b"\n" not in self._rest:
            try:
                self._socket.settimeout(self._deadline.left())
                more = self._socket.recv(4096)
            except (OSError, NotHeard) as error:
                reason = error if isinstance(error, NotHeard) else self._broken(error)
                raise self._cut(str(reason)) from None
            if not more:
                raise self._cut("the server closed the connection")
            self.heard = True
            self._bytes += len(more)
            self._rest += more
            if len(self._rest) > LINE_BYTES or self._bytes > ALL_BYTES:
                raise Misbehaved(f"it answers without end: {self._said()}")
        line, _, self._rest = self._rest.partition(b"\n")
        return line.rstrip(b"\r").decode("latin-1")

    def start_tls(self, context: ssl.SSLContext, host: str) -> None:
        """Turns the connection into TLS.

        Raises:
            ssl.SSLCertVerificationError: the certificate is refused.
            NotHeard: the server went silent or away.
            Misbehaved: it speaks no TLS that we accept, or spoke on before TLS began.
        """
        if self._rest:
            # Words slipped in before TLS would be read as if they had come through it.
            raise Misbehaved(f"it goes on without TLS: {self._said()}")
        self._socket.settimeout(self._deadline.left())
        try:
            self._socket = context.wrap_socket(self._socket, server_hostname=host)
        except ssl.SSLCertVerificationError:
            self.heard = True
            raise
        except (ssl.SSLEOFError, ssl.SSLZeroReturnError):
            raise NotHeard("the server closed the connection") from None
        except ssl.SSLError as error:
            self.heard = True
            reason = (error.reason or str(error)).replace("_", " ").lower()
            raise Misbehaved(f"no TLS: {printable(reason)}") from None
        except OSError as error:
            raise NotHeard(self._broken(error)) from None
        self.heard = True

    def tls_version(self) -> str:
        return self._socket.version()

    def certificate(self) -> bytes:
        """The server's certificate in DER."""
        return self._socket.getpeercert(binary_form=True)

    def _broken(self, error: OSError) -> str:
        if isinstance(error, TimeoutError):
            return self._deadline.passed()
        return printable(error.strerror or str(error))

    def _cut(self, reason: str) -> Exception:
        if self._rest:
            return Misbehaved(f"its answer breaks off: {self._said()}")
        return NotHeard(reason)

    def _said(self) -> str:
        return quoted(self._rest.decode("latin-1"))
