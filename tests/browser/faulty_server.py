"""A static server of this machine that can be told to fail as networks do."""

import hashlib
import http.server
import mimetypes
import threading
import time
from collections.abc import Callable
from pathlib import Path

ROOT = "mail"
# Bytes, and seconds between them: a browser draws what it has while it waits for the next.
PIECE = 1500
PAUSE = 0.03
SIGN_IN = "sign-in"
PORTAL = b"<!doctype html><title>Wi-Fi</title><p>Please sign in"
PORTALS = {"portal": 200, "redirect": 302, "511": 511}


class FaultyServer:
    """Serves a folder under /mail/, as GitHub Pages does: ETags, kept for ten minutes.

    Attributes:
        folder: what is served; may be changed at any time.
        others: what is served beside it, by its first folder, e.g. ``{"mail-test": …}``.
        headers: further headers of every answer.
        date: what the server takes for now, in seconds since 1970; the machine's clock if None.
        fault: called with each path, relative to the site; gives the name of a fault or None:
            ``500``, ``404``, ``half`` (looks whole), ``cut`` (the connection breaks off),
            ``portal``, ``redirect`` and ``511`` (a page that asks to sign in, as networks have it),
            ``off`` (no answer), ``pieces`` (whole, but bit by bit), ``comment`` (added to HTML).
        asked: the paths that were asked for, in order.
    """

    def __init__(self, folder: Path):
        self.folder = folder
        self.others: dict[str, Path] = {}
        self.headers: dict[str, str] = {}
        self.date: float | None = None
        self.fault: Callable[[str], str | None] = lambda path: None
        self.asked: list[str] = []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                outer._answer(self)

            def date_time_string(self, timestamp=None):
                return super().date_time_string(outer.date if timestamp is None else timestamp)

            def log_message(self, *args):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.origin = f"http://127.0.0.1:{self._server.server_port}/"
        self.base = f"{self.origin}{ROOT}/"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def off(self) -> None:
        self.fault = lambda path: "off"

    def on(self) -> None:
        self.fault = lambda path: None

    def _answer(self, request) -> None:
        root, _, path = request.path.partition("?")[0].removeprefix("/").partition("/")
        self.asked.append(path)
        fault = "portal" if root == SIGN_IN else self.fault(path)
        file = self.others.get(root, self.folder) / path
        if file.is_dir():
            file /= "index.html"
        if fault == "off":
            request.close_connection = True
            return
        if fault in ("500", "404"):
            request.send_error(int(fault))
            return
        status = 200
        if not file.is_file():
            status, file = 404, self.folder / "404.html"
        body, kind = file.read_bytes(), mimetypes.guess_type(file.name)[0]
        if fault in PORTALS:
            status, body, kind = PORTALS[fault], PORTAL, "text/html"
        if fault == "half":
            body = body[: len(body) // 2]
        if fault == "comment" and kind == "text/html":
            body += b"<!-- served in 0.1 s -->"
        tag = f'"{hashlib.sha256(body).hexdigest()}"'
        if fault is None and status == 200 and request.headers.get("If-None-Match") == tag:
            request.send_response(304)
            request.send_header("ETag", tag)
            request.end_headers()
            return
        request.send_response(status)
        if status == 302:
            request.send_header("Location", f"{self.origin}{SIGN_IN}/")
        for name, value in self.headers.items():
            request.send_header(name, value)
        request.send_header("Content-Type", kind or "application/octet-stream")
        request.send_header("Content-Length", str(len(body)))
        request.send_header("Cache-Control", "no-store" if fault else "max-age=600")
        request.send_header("ETag", tag)
        request.send_header("Vary", "Accept-Encoding")
        request.end_headers()
        request.close_connection = True
        if fault == "pieces":
            for start in range(0, len(body), PIECE):
                request.wfile.write(body[start : start + PIECE])
                time.sleep(PAUSE)
        else:
            request.wfile.write(body[: len(body) // 2] if fault == "cut" else body)
