"""A server that does what no real one would."""

import socket
import ssl
import threading
from collections.abc import Callable
from pathlib import Path


class FakeServer:
    """Serves one client after the other on loopback until it is closed.

    Args:
        behaviour: is given the connection, which is closed when it returns.
        certificate: certificate and key, for TLS from the start.

    Attributes:
        place: its address and port.
        left: whether a client went away before the behaviour was through.
    """

    def __init__(self, behaviour: Callable[[socket.socket], None], certificate: Path | None = None):
        self._behaviour = behaviour
        self._context = None
        if certificate:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(certificate)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.place = self._socket.getsockname()
        self.left = threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()

    def __enter__(self) -> "FakeServer":
        return self

    def __exit__(self, *_) -> None:
        self._socket.close()

    def _serve(self) -> None:
        while True:
            try:
                client = self._socket.accept()[0]
            except OSError:
                return
            try:
                if self._context:
                    client = self._context.wrap_socket(client, server_side=True)
                self._behaviour(client)
            except OSError:
                self.left.set()
            client.close()


def saying(*answers: bytes) -> Callable[[socket.socket], None]:
    """The first answer at once, each further one after the client has said something."""

    def behave(client: socket.socket) -> None:
        for index, answer in enumerate(answers):
            if index:
                client.recv(4096)
            client.sendall(answer)
        # Until the client leaves.
        while client.recv(4096):
            pass

    return behave
